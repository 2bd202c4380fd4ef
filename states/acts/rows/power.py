"""Acts 20 to 37: what is imposed, contact, placement and authority; most only with a court."""

from __future__ import annotations

from states.acts.act import (
    CARE,
    GI_ONLY,
    GUARDED_COLUMNS,
    SUPERVISED_COLUMNS,
    VOLUNTARY_COLUMNS,
    Act,
    Yes,
    act,
)
from states.people import Role

_COURT_ON_CONTACT = "Vraag de kinderrechter (BW 1:265g), of maak afspraken die iedereen wil (handeling 26)."
_ORDER_FIRST = (
    "Vraag de rechter, zo nodig per telefoon (TR-40, TR-62): een mondelinge beschikking volstaat. "
    "Bij acuut gevaar daarvoor: politie, 112 (handeling 48)."
)

POWER_ACTS: tuple[Act, ...] = (
    act(
        20,
        "voorwaarden opleggen met een gevolg als iemand ze niet nakomt",
        "X X X X X X X = - - - X",
        "kamerbrief 23-3-2020: geen tussenvormen",
        "Maak afspraken die het gezin zelf wil (handeling 19). Bij een ondertoezichtstelling: "
        "een schriftelijke aanwijzing (handeling 21).",
    ),
    act(
        21,
        "schriftelijke aanwijzing geven",
        "X X X X A A A = X X X X",
        "BW 1:263 lid 1; BJw 4.2.2 lid 2 b",
        "Bespreek wat u nodig vindt en vraag of het gezin dat wil. Is het kind niet veilig: "
        "vraag de Raad om onderzoek (TR-20), of bel Veilig Thuis (handeling 45).",
        who=GI_ONLY,
        power=True,
        when={
            "to_parent_with_authority_or_minor": SUPERVISED_COLUMNS,
            "readers_informed": SUPERVISED_COLUMNS,
        },
    ),
    act(
        22,
        "bekrachtiging van een aanwijzing, met dwangmiddel",
        "X X X X J J J = - - - X",
        "BW 1:263 lid 3",
        "Vraag de kinderrechter om bekrachtiging van de schriftelijke aanwijzing (BW 1:263 lid 3).",
        who=GI_ONLY,
        power=True,
        decided=("directive_confirmed",),
    ),
    act(
        23,
        "dreigen met een maatregel, uithuisplaatsing of korting",
        "X X X X X X X X X X X X",
        "rechtspraak en advies over drang; R-16",
        "Vertel neutraal welke zorgen er zijn, wat u gaat doen, en welke rechten het gezin "
        "heeft. Leg dat gesprek vast.",
    ),
    act(
        24,
        "contact tussen ouder en kind beperken, kind woont thuis",
        "X X X X J J - = - - - X",
        "BW 1:265g; HR 14-12-2018, ECLI:NL:HR:2018:2321",
        "In het vrijwillig kader beslissen de ouders. Anders beslist de rechter (BW 1:265g, 1:377a).",
        decided=("contact_limited",),
    ),
    act(
        25,
        "contact tussen ouder en kind beperken bij uithuisplaatsing",
        "X X X X X X A = A A A X",
        "BW 1:265f; HR 14-12-2018, ECLI:NL:HR:2018:2321",
        _COURT_ON_CONTACT,
        who=GI_ONLY,
        power=True,
        decided=("contact_limited",),
        when={
            "no_earlier_arrangement": "M3",
            "needed_for_placement": "M3",
            "parent_with_authority": "M3",
            "readers_informed": f"M3 {GUARDED_COLUMNS}",
        },
    ),
    act(
        26,
        "zorg- of omgangsregeling vaststellen of wijzigen",
        "T T T T J J J = J J J X",
        "BW 1:253a, 1:377a; in een maatregel 1:265g",
        "Ouders spreken het samen af, of vragen de rechter. In een maatregel: vraag de kinderrechter (BW 1:265g). Na "
        "het afsluiten regelen ouders het zelf; voor hulp daarbij: meld het kind opnieuw aan (TR-80).",
        yes=Yes.HOLDERS,
        decided=("contact_arrangement", "contact_limited"),
    ),
    act(
        27,
        "vrijwillige uithuisplaatsing (pleeggezin, netwerk, instelling)",
        "X T T T X X - = - - - X",
        "Jw 7.3.4; BW 1:265a (uitsluitend met machtiging), 1:253s",
        "Vraag iedereen die erover beslist; zij kunnen er weer mee stoppen. Onder toezicht kan het uitsluitend met een "
        "machtiging van de kinderrechter (BW 1:265b, handeling 28).",
        who=CARE,
        intrusive=True,
    ),
    act(
        28,
        "machtiging uithuisplaatsing vragen",
        "X X X X A A A = - - - X",
        "BW 1:265b lid 1",
        "Samen met een eerste verzoek kunnen de Raad en het OM dit vragen (BW 1:265b lid 2). Vraag zo nodig de Raad om "
        "onderzoek (TR-20).",
        who=GI_ONLY,
        power=True,
    ),
    act(
        29,
        "kind plaatsen met een machtiging uithuisplaatsing",
        "X X X X J J A = - - - X",
        "BW 1:265b, 1:265c lid 1 en 3",
        "Vraag de kinderrechter om een machtiging (handeling 28). De voogd plaatst zonder machtiging.",
        who=GI_ONLY,
        power=True,
        when={"within_the_muhp": "M3"},
    ),
    act(
        30,
        "spoeduithuisplaatsing zonder machtiging vooraf",
        "X X X X X X X = A A A X",
        "BW 1:265b; alleen de voogd die het hele gezag heeft (BW 1:268 lid 3, 1:303 [K])",
        _ORDER_FIRST,
        who=GI_ONLY,
        power=True,
    ),
    act(
        31,
        "uithuisplaatsing beëindigen, kind terug naar huis",
        "A T T T A - A = A A A -",
        "BW 1:265d, 1:265j lid 2, 1:265i; vrijwillig: wie toestemming gaf beslist",
        "Is er geen machtiging meer, dan gaat het kind terug naar wie gezag heeft. Na een jaar of langer in hetzelfde "
        "pleeggezin: eerst instemming van de kinderrechter (BW 1:265i [K: ook bij terug naar huis]).",
        who=CARE,
        yes=Yes.HOLDERS,
        decided=("residence_consented",),
        when={"a_year_asks_the_court": "M3", "named_gi": f"M3 {GUARDED_COLUMNS}"},
    ),
    act(
        32,
        "verplaatsing na een jaar of langer bij dezelfde verzorgers",
        "- T T T - - J = T T T -",
        "vrijwillig BW 1:253s; ondertoezichtstelling 1:265i; voogdij 1:336a lid 1",
        "Vraag de verzorgers. Stemmen zij niet in, dan beslist de rechter (BW 1:253s, 1:265i, 1:336a).",
        who=CARE,
        yes=Yes.EVERYBODY,
        decided=("residence_consented",),
        when={"carers_agree": f"V1 V2 R {GUARDED_COLUMNS}", "named_gi": f"M3 {GUARDED_COLUMNS}"},
    ),
    act(
        33,
        "gedeeltelijk gezag door de GI (school, medisch, verblijfsvergunning)",
        "X X X X - X J = - - - X",
        "BW 1:265e",
        "Ouders met gezag beslissen. Bij uithuisplaatsing kan de rechter de GI gezag geven over deze drie onderwerpen.",
        who=GI_ONLY,
        power=True,
        topical=True,
        decided=("partial_authority",),
        when={"within_partial_authority": "M3"},
    ),
    act(
        34,
        "vervangende toestemming voor medische behandeling",
        "X X X X J J J = - - - X",
        "BW 1:265h",
        "Vraag wie gezag heeft. Weigeren zij en is er ernstig gevaar voor de gezondheid: vraag de kinderrechter "
        "(BW 1:265h). Bij acuut gevaar: 112 (handeling 48).",
        decided=("treatment_consent",),
        when={"under_12_or_unable": SUPERVISED_COLUMNS},
    ),
    act(
        35,
        "vervangende toestemming tussen ouders",
        "J J J J J J J = - - - J",
        "BW 1:253a [K]; het kader verandert niet",
        "Een ouder met gezag vraagt het de rechter (BW 1:253a).",
        who=CARE | {Role.PARENT},
        decided=("consent_replaced",),
        when={"for_the_named_help": f"{VOLUNTARY_COLUMNS} {SUPERVISED_COLUMNS} C"},
    ),
    act(
        36,
        "geschil over de uitvoering van de ondertoezichtstelling voorleggen",
        "- - - - A A A = - - - -",
        "BW 1:262b; niet over bejegening, niet over het perspectief",
        "Bespreek het, dien een klacht in (Jw 4.2.1), of vraag de vertrouwenspersoon van Jeugdstem om hulp.",
        who=frozenset({Role.PARENT, Role.YOUTH, Role.CARETAKER, Role.PROVIDER, Role.GI}),
        when={"may_bring_a_dispute": SUPERVISED_COLUMNS},
    ),
    act(
        37,
        "gesloten plaatsing",
        "J J J J J J J = J J J X",
        "Jw 6.1.2, 6.1.3, 6.1.8 [K]; zonder machtiging niet, behalve uitloop (6.1.2 lid 9)",
        "Vraag de kinderrechter om een machtiging gesloten jeugdhulp: in het vrijwillig kader het college, met "
        "instemming van de wettelijk vertegenwoordiger; in een maatregel de GI of de Raad.",
        who=CARE,
        power=True,
        decided=("secure_placement",),
    ),
)
"""What is imposed, and what only a court or the GI of the title may do."""
