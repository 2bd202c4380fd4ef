"""Acts 13 to 19, 38 to 41, 50 to 55 and 58: help, plans, medical treatment, tests, daily decisions."""

from __future__ import annotations

from states.acts.act import (
    CARE,
    GI_ONLY,
    GUARDED_COLUMNS,
    SUPERVISED_COLUMNS,
    Act,
    Topic,
    Yes,
    act,
)

_REFUSED_CARE = (
    "Vraag wie mag beslissen. Weigeren zij en is er ernstig gevaar voor de gezondheid: vraag de rechter (BW 1:265h, "
    "1:268 lid 1 b, 1:265e lid 1 b). Bij acuut gevaar: 112 (handeling 48)."
)
_ASK_AGAIN = "Vraag toestemming voor deze hulp. Na het afsluiten: meld het kind opnieuw aan (TR-80)."
_MEDICAL = frozenset({Topic.MEDICAL})

HELP_ACTS: tuple[Act, ...] = (
    act(
        13,
        "jeugdhulp inzetten (niet medisch)",
        "X T T T A A A = A A A X",
        "Jw 2.3, 7.3.4 lid 1; in een maatregel 2.4 lid 2 b, 3.5 lid 1",
        _ASK_AGAIN,
        who=CARE,
    ),
    act(
        14,
        "medische behandeling van een kind onder de 12",
        "T T T T T T T A A A A T",
        "WGBO; Jw 7.3.1 lid 3; BW 7:465 [K]; bij weigering en ernstig gevaar BW 1:265h, 1:268 lid 1 b, 1:265e lid 1 b",
        _REFUSED_CARE,
        yes=Yes.EVERYBODY,
        intrusive=True,
        decided=("treatment_consent", "partial_authority"),
        topics=_MEDICAL,
        when={"under_12": "V0 V1 V2 R M1 M2 M3 M4p M4 M5 M6 C", "named_gi": f"M4p {GUARDED_COLUMNS}"},
    ),
    act(
        15,
        "medische behandeling, 12 tot en met 15 jaar",
        "T T T T T T T T T T T T",
        "BW 7:450 [K]: het kind en wie gezag heeft",
        _REFUSED_CARE,
        yes=Yes.EVERYBODY,
        intrusive=True,
        decided=("treatment_consent", "partial_authority"),
        topics=_MEDICAL,
        when={"from_12_to_16": "V0 V1 V2 R M1 M2 M3 M4p M4 M5 M6 C"},
    ),
    act(
        16,
        "medische behandeling vanaf 16 jaar",
        "T T T T T T T T T T T T",
        "BW 7:447 [K]: de jongere zelf",
        "Vraag het de jongere zelf. Bij acuut gevaar: 112 (handeling 48).",
        yes=Yes.YOUTH,
        topics=_MEDICAL,
        when={"from_16": "V0 V1 V2 R M1 M2 M3 M4p M4 M5 M6 C"},
    ),
    act(
        17,
        "familiegroepsplan aanbieden",
        "A A A A A A A = A - A -",
        "Jw 4.1.2",
        "Bied het als eerste aan. Het blijft alleen weg als de ouders het niet willen, bij concrete bedreigingen, of "
        "als het belang van het kind geschaad wordt. Bij voogdij na gezagsbeëindiging: maak het plan met het kind "
        "(handeling 18).",
        who=CARE,
    ),
    act(
        18,
        "hulpverleningsplan of plan van aanpak vaststellen",
        "X T T T A A A = A A A X",
        "Jw 4.1.3; in een maatregel lid 2",
        "Maak het plan samen met ouders en kind, of vraag eerst toestemming voor hulp.",
        who=CARE,
        when={"readers_informed": f"{SUPERVISED_COLUMNS} {GUARDED_COLUMNS}"},
    ),
    act(
        19,
        "veiligheidsafspraken maken",
        "X T T T A A A = A A A X",
        "Jw 4.1.3; ontwerp",
        "Spreek het af met het gezin; zij kunnen er altijd mee stoppen. In een maatregel is het deel van het plan; "
        "afdwingen kan alleen met een schriftelijke aanwijzing (handeling 21).",
        who=CARE,
        when={"readers_informed": f"{SUPERVISED_COLUMNS} {GUARDED_COLUMNS}"},
    ),
    act(
        38,
        "urine-, haar- of alcoholtest van een ouder",
        "X T T T T T T = T T T X",
        "Gw 11; EVRM 8 [K]",
        "Vraag het de ouder zelf. Een nee mag; leg dat neer als feit, zonder gevolg. Als schriftelijke aanwijzing: "
        "laat eerst een jurist kijken [K].",
        who=CARE,
        yes=Yes.PERSON,
    ),
    act(
        39,
        "drugstest van de jeugdige",
        "X T T T T T T = T T T X",
        "Gw 11; EVRM 8 [K]; in gesloten jeugdhulp: nee, tenzij (Wet rechtspositie gesloten jeugdhulp)",
        "Vraag wie daarover beslist: de jongere, naar leeftijd.",
        who=CARE,
        yes=Yes.EVERYBODY,
        intrusive=True,
    ),
    act(
        40,
        "verklarende analyse",
        "X T T T A A A = A A A X",
        "Jw 4.1.1, 4.1.3",
        "Doe het samen met het gezin. Meewerken kan niet worden afgedwongen.",
        who=CARE,
    ),
    act(
        41,
        "persoonlijkheids- of NIFP-onderzoek van een ouder",
        "X T T T T T T = T T T X",
        "Gw 11; EVRM 8 [K]; deskundige via de rechter: Rv 810a",
        "Vraag het de ouder zelf, of vraag de rechter om een deskundige te benoemen (Rv 810a).",
        yes=Yes.PERSON,
    ),
    act(
        50,
        "begeleide omgang",
        "X T T T A A A = A A A X",
        "Jw 2.3; in een maatregel als deel van het plan of de regeling",
        _ASK_AGAIN,
        who=CARE,
    ),
    act(
        51,
        "standpunt over het perspectief innemen",
        "- - - - X X A = A A A -",
        "geen rechtsgevolg van zichzelf; de rechter toetst het bij de verlenging (ECLI:NL:RBNHO:2023:9916)",
        "Schrijf op wat u ziet en verwacht (handeling 56) en leg het voor aan de kinderrechter bij de verlenging.",
        who=GI_ONLY,
        when={"named_gi": f"M3 {GUARDED_COLUMNS}"},
    ),
    act(
        52,
        "aanmelden op school, paspoort, verhuizing",
        "T T T T T T T A A A A T",
        "BW 1:247, 1:253i; bij uithuisplaatsing 1:265e",
        "De ouders met gezag beslissen. Bij uithuisplaatsing kan de GI de rechter vragen om gezag over school of "
        "verblijfsvergunning (BW 1:265e, handeling 33).",
        yes=Yes.HOLDERS,
        decided=("partial_authority",),
        topics=frozenset({Topic.SCHOOL, Topic.RESIDENCE_PERMIT}),
        when={"named_gi": f"M4p {GUARDED_COLUMNS}"},
    ),
    act(
        54,
        "dossier doorgeven aan een nieuw team of een andere GI",
        "X T T T A A A = A A A T",
        "Jw 7.3.11 lid 1; binnen een maatregel aan de GI die de rechter noemt",
        "Vraag toestemming om te delen, of laat het gezin de stukken zelf meenemen (Jw 7.3.10).",
        yes=Yes.SHARING,
        when={"names_the_sharing": "V1 V2 R C"},
    ),
    act(
        55,
        "beeld of geluid opnemen, of anderen laten meekijken",
        "X T T T T T T = T T T X",
        "Jw 7.3.13",
        "Vraag toestemming aan wie erover beslist, of maak een verslag zonder opname (handeling 56).",
        yes=Yes.EVERYBODY,
        intrusive=True,
    ),
    act(
        58,
        "nazorg, vinger aan de pols",
        "- T T - - - - = - - - X",
        "Jw 2.3, 7.3.4",
        "Spreek voor het afsluiten af wanneer u nog belt of komt. Anders: meld het kind opnieuw aan (TR-80).",
        who=CARE,
        yes=Yes.EVERYBODY,
        unless={"planned_before_closing": "C"},
    ),
)
"""Help, and what is done to or decided for the child and its parents."""
