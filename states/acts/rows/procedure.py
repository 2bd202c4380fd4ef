"""The other acts: experts, the Raad, reports, police, writing things down, and the last one."""

from __future__ import annotations

from states.acts.act import (
    CARE,
    EVERYWHERE,
    GI_ONLY,
    GUARDED_COLUMNS,
    MEASURE_COLUMNS,
    VOLUNTARY_COLUMNS,
    Act,
    Yes,
    act,
)
from states.people import FAMILY, PRIVATE, PROFESSIONALS, Role

PROCEDURE_ACTS: tuple[Act, ...] = (
    act(
        42,
        "contra-expertise",
        "- - - J J J J = J J J -",
        "Rv 810a lid 2 [K]; recht van de ouder",
        "De ouder vraagt de rechter om een deskundige te benoemen (Rv 810a lid 2). Een eigen onderzoek op eigen kosten "
        "mag altijd.",
        who=frozenset({Role.PARENT}),
        decided=("expert_appointed",),
    ),
    act(
        43,
        "verzoek tot onderzoek aan de Raad",
        "A A A - - A A = - - - X",
        "Jw 2.4 lid 1, 3.1; in een maatregel BW 1:267 (P1)",
        "Er loopt al een onderzoek of maatregel: geef nieuwe feiten door (handeling 10). Na het afsluiten: meld het "
        "kind eerst opnieuw aan (TR-80).",
        who=frozenset({Role.COLLEGE, Role.LOCAL_TEAM, Role.PROVIDER, Role.GI, Role.VEILIG_THUIS}),
        when={"informed_or_danger": "V0 V1 V2 M2 M3", "named_gi": "M2 M3"},
    ),
    act(
        44,
        "bespreken aan de jeugdbeschermingstafel",
        "T T T T - - - = - - - X",
        "regionale praktijk, geen wet [K]; Jw 7.3.11 lid 1",
        "Vraag toestemming om te delen, of overleg zonder namen (handeling 6). Wat daar besproken wordt, "
        "dwingt niemand.",
        yes=Yes.SHARING,
        when={"names_the_sharing": VOLUNTARY_COLUMNS},
    ),
    act(
        45,
        "melden bij Veilig Thuis",
        "A A A A A A A = A A A A",
        "meldcode Jw 4.1.7; Wmo 5.2.6 [K]",
        "Praat er eerst over met het gezin, tenzij dat niet veilig is. Advies vragen kan zonder naam (handeling 6).",
        when={"informed_or_danger": EVERYWHERE},
    ),
    act(
        46,
        "aanmelden in de verwijsindex",
        "A A A A A A A = A A A X",
        "Jw 7.1.4, 7.1.5.1; staat standaard uit [K: stand november 2026]",
        "Overleg met toestemming (handeling 7). Melden in de index kan alleen als de gemeente daarover een "
        "geldende afspraak heeft.",
        who=CARE,
        when={"index_agreement": f"V0 V1 V2 R {MEASURE_COLUMNS}"},
    ),
    act(
        47,
        "zorgen delen met school, huisarts of anderen zonder toestemming",
        "X X X X X X X = X X X X",
        "Jw 7.3.1 lid 1, 7.3.11 lid 1; uitzonderingen 7.3.11 lid 2 a, 5.4, conflict van plichten [K]",
        "Deel met toestemming (handeling 9). In een maatregel alleen: met wie direct meewerkt aan de uitvoering, met "
        "pleegouders (handeling 59), bij een wettelijke plicht, of bij een conflict van plichten met reden, ontvanger "
        "en minimum op papier. Is het kind niet veilig: Veilig Thuis (handeling 45).",
        unless={"ground_to_tell": MEASURE_COLUMNS},
    ),
    act(
        48,
        "politie of 112 bij acuut gevaar",
        "A A A A A A A = A A A A",
        "altijd; geen maatregel",
        "Leg vast wat u zag, wanneer, en wie u belde.",
        who=PRIVATE | PROFESSIONALS,
    ),
    act(
        49,
        "tijdelijk huisverbod adviseren",
        "A A A A A A A = A A A A",
        "Wet tijdelijk huisverbod [K]; de burgemeester beslist",
        "Leg vast dat een ander kader loopt: het is geen jeugdbescherming.",
    ),
    act(
        53,
        "plaatsing in het buitenland",
        "- T T T J J J = J J J -",
        "voogdij BW 1:306; ondertoezichtstelling [K]",
        "Vraag iedereen die erover beslist; in een maatregel: vraag de rechtbank (BW 1:306).",
        who=CARE,
        yes=Yes.EVERYBODY,
        intrusive=True,
        decided=("abroad_allowed",),
        when={"named_gi": f"M1 M2 M3 {GUARDED_COLUMNS}"},
    ),
    act(
        56,
        "rapporteren over feiten",
        "A A A A A A A = A A A A",
        "Jw 3.3",
        "Schrijf feit, mening en bron apart; volledig en waar.",
        when={"only_to_round_off": "C"},
    ),
    act(
        57,
        "handelen na het einde van de maatregel, of als GI die de rechter niet noemt",
        "X X X X X X X X X X X X",
        "invarianten 4 en 8",
        "Draag over met toestemming, of vraag de rechter (BW 1:259, 1:260).",
    ),
    act(
        59,
        "pleegouders informeren",
        "A A A A - - A = A A A -",
        "Jw 5.4: ook zonder toestemming, wat zij voor de verzorging nodig hebben",
        "Woont het kind thuis: deel met toestemming (handeling 9).",
        when={"lives_with_carers": f"V0 V1 V2 R M3 {GUARDED_COLUMNS}"},
    ),
    act(
        60,
        "machtiging uitvoeren met hulp van de politie",
        "X X X X X X A = A A A X",
        "Rv 812, 813 [K]: afgifte door tussenkomst van het Openbaar Ministerie",
        "Vraag eerst de machtiging (handeling 28) en dan de officier van justitie (Rv 813). Bij acuut gevaar: 112 "
        "(handeling 48).",
        who=GI_ONLY,
        when={"through_the_prosecutor": f"M3 {GUARDED_COLUMNS}", "named_gi": f"M3 {GUARDED_COLUMNS}"},
    ),
    act(
        61,
        "vrijheidsbeperkende maatregel in gesloten jeugdhulp",
        "J J J J J J J = J J J J",
        "Jw hoofdstuk 6, paragraaf 6.3 [K]; alleen bij een machtiging gesloten jeugdhulp: nee, tenzij",
        "Zonder machtiging gesloten jeugdhulp mag het niet. Maak afspraken met de jongere (handeling 19).",
        who=frozenset({Role.PROVIDER}),
        decided=("secure_placement",),
        when={"in_the_help_plan": EVERYWHERE},
    ),
    act(
        62,
        "het hof vragen om de werking te schorsen",
        "- - - - A A A A A A A -",
        "Rv 360 lid 2",
        "Er is nu geen beslissing die werkt. Tegen een afwijzing kan hoger beroep (Rv 806 [K]).",
        who=FAMILY | {Role.GI, Role.RAAD, Role.OM},
    ),
    act(
        63,
        "mondelinge beschikking vastleggen",
        "A A A A A A A A A A A A",
        "00-B; Rv 30p [K]",
        "Leg vast: rechter, rechtbank, moment, soort, kind, GI, einde en wie het hoorde (court_order, form = oral). "
        "De tekst volgt binnen veertien dagen (T46).",
    ),
    act(
        64,
        "overig",
        "A A A A A A A A A A A X",
        "R-10: alleen met grondslag, kader en een tweede persoon",
        "Kies een handeling uit de lijst, of noem de grondslag, het kader van dit kind en wie het vooraf goedkeurde.",
        when={
            "names_its_basis": f"{VOLUNTARY_COLUMNS} {MEASURE_COLUMNS}",
            "names_the_framework": f"{VOLUNTARY_COLUMNS} {MEASURE_COLUMNS}",
            "approved_before": f"{VOLUNTARY_COLUMNS} {MEASURE_COLUMNS}",
        },
    ),
)
"""Experts, reports, police, writing down, and what has no number of its own."""
