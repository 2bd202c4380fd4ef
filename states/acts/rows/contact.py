"""Acts 1 to 12: seeing each other, talking, and what is told to and by others."""

from __future__ import annotations

from states.acts.act import (
    CARE,
    GI_ONLY,
    GUARDED_COLUMNS,
    MEASURE_COLUMNS,
    SUPERVISED_COLUMNS,
    VOLUNTARY_COLUMNS,
    Act,
    Yes,
    act,
)

REOPEN = "Is er weer een zorg? Meld het kind opnieuw aan (TR-80)."

CONTACT_ACTS: tuple[Act, ...] = (
    act(
        1,
        "uitnodigen voor een (kennismakings)gesprek",
        "A A A A A A A = A A A A",
        "uitnodigen is vrij; Jw 4.1.1",
        "Zeg erbij: in het vrijwillig kader en tijdens het raadsonderzoek mag u ook niet komen.",
        when={"only_to_round_off": "C"},
    ),
    act(
        2,
        "huisbezoek, aangekondigd",
        "T T T T A A A = A A A X",
        "BW 1:262; binnentreden vraagt altijd toestemming van de bewoner (Awbi [K])",
        "Vraag de bewoner of u mag komen, of spreek ergens anders af (handeling 1).",
        yes=Yes.PERSON,
    ),
    act(
        3,
        "huisbezoek, onaangekondigd",
        "X T T X A A A = A A A X",
        "BW 1:262; Awbi [K]; met politie alleen voor afgifte (Rv 812-813)",
        "Kondig het bezoek aan (handeling 2). In V1 en V2 alleen als het vooraf in het plan is afgesproken. "
        "Nooit met geweld binnengaan; bij acuut gevaar: 112 (handeling 48).",
        when={"agreed_in_plan": "V1 V2"},
    ),
    act(
        4,
        "kind onder de 12 alleen spreken",
        "T T T T A A A = A A A X",
        "Jw 7.3.15 lid 1; BW 1:262",
        "Vraag de ouders met gezag, of spreek het kind met een ouder erbij. De Raad regelt zijn eigen gesprek.",
        yes=Yes.EVERYBODY,
        when={"under_12": "V0 V1 V2 R M1 M2 M3 M4 M5 M6"},
    ),
    act(
        5,
        "jongere van 12 of ouder alleen spreken",
        "T T T T A A A = A A A X",
        "Jw 7.3.4, 7.3.5",
        "Vraag het de jongere zelf. Na het afsluiten: meld de jongere opnieuw aan (TR-80).",
        yes=Yes.YOUTH,
        when={"from_12": "V0 V1 V2 R M1 M2 M3 M4 M5 M6"},
    ),
    act(
        6,
        "anoniem overleg over de situatie, of advies van Veilig Thuis",
        "A A A A A A A = A A A A",
        "geen persoonsgegevens; Wmo 4.1.1 [K]",
        "Leg vast dat het anoniem was. Met naam: handeling 7.",
        when={"without_names": f"V0 V1 V2 R {MEASURE_COLUMNS} C"},
    ),
    act(
        7,
        "overleg met andere organisaties, met naam",
        "T T T T A A A = A A A X",
        "Jw 7.3.11 lid 1 en 4; AVG 6(1)(e) [K]",
        "Vraag toestemming om informatie te delen, of overleg zonder namen (handeling 6).",
        yes=Yes.SHARING,
        when={"names_the_sharing": VOLUNTARY_COLUMNS},
    ),
    act(
        8,
        "informatie opvragen bij anderen zonder toestemming",
        "X X X X A A A A A A A X",
        "Jw 7.3.11 lid 4: noodzakelijk voor de uitvoering; voor de voorlopige ondertoezichtstelling [K]",
        "Vraag informatie met toestemming, per bron en doel (handeling 9). In het onderzoek mogen anderen "
        "de Raad informeren (BW 1:240); zij hoeven dat niet.",
        who=GI_ONLY,
        power=True,
        topical=True,
        when={"necessary": MEASURE_COLUMNS, "data_of_16_with_the_youth": GUARDED_COLUMNS},
    ),
    act(
        9,
        "informatie opvragen bij anderen met toestemming",
        "T T T T A A A = A A A X",
        "Jw 7.3.11 lid 1",
        "Vraag toestemming per bron, doel en termijn. Na het afsluiten: meld het kind opnieuw aan (TR-80).",
        yes=Yes.SHARING,
        when={"names_the_sharing": VOLUNTARY_COLUMNS},
    ),
    act(
        10,
        "informatie geven aan de Raad of de rechter",
        "T T T A A A A = A A A A",
        "BW 1:240; Jw 3.3; BW 1:265k lid 2-3",
        "Vraag toestemming om te delen. Is er reden voor onderzoek: een verzoek aan de Raad (TR-20) mag altijd. "
        "Wat u geeft is volledig en waar (Jw 3.3).",
        yes=Yes.SHARING,
        when={"names_the_sharing": "V0 V1 V2"},
    ),
    act(
        11,
        "de GI om advies vragen (consultatie)",
        "A A A A - - - = - - - X",
        "kamerbrief 23-3-2020; Jw 2.3",
        "Overleg zonder namen; met naam alleen met toestemming (handeling 7). In een maatregel voert de GI die uit. "
        + REOPEN,
        who=CARE,
        when={"without_names": VOLUNTARY_COLUMNS},
    ),
    act(
        12,
        "de GI voert de regie",
        "X X T T A A A = A A A X",
        "Jw 2.11 [K]; kamerbrief 23-3-2020; in een maatregel: de beschikking (Jw 3.2)",
        "Vraag toestemming voor intensieve hulp met regie door de GI (TR-05, TR-07). Een ander mag ook regie voeren.",
        who=GI_ONLY,
        yes=Yes.INTENSIVE_HELP,
        when={"gi_leads_already": "V2 R", "named_gi": f"{SUPERVISED_COLUMNS} {GUARDED_COLUMNS}"},
    ),
)
"""Contact with the family, and information."""
