"""Duties of the GI and the court under a measure (D). None of them blocks anything (00-B)."""

from __future__ import annotations

from states.people import Role
from states.terms.length import Length
from states.terms.rule import TermKind, TermRule

_TWO_WEEKS = Length(weeks=2, rolls=True, through=True)
_D = TermKind.DUTY
_SILENCE = (
    "Geen antwoord telt als weigering. De ouder of jongere kan naar de kinderrechter; daarvoor loopt geen termijn."
)

ROWS = (
    TermRule(
        id="T08",
        kind=_D,
        title="aan de Raad melden: geen verlenging",
        source="BW 1:265j lid 1",
        length=Length(months=2, back=True),
        opens="de maatregel krijgt een einddatum",
        meets="de Raad heeft de mededeling, of de rechter verlengt",
        who=(Role.GI,),
    ),
    TermRule(
        id="T09",
        kind=_D,
        title="aan de Raad melden: eerder einde uithuisplaatsing",
        source="BW 1:265j lid 2",
        length=Length(months=1, back=True),
        opens="de GI wil de uithuisplaatsing op een dag beëindigen",
        meets="de Raad heeft de mededeling",
        who=(Role.GI,),
    ),
    TermRule(
        id="T10",
        kind=_D,
        title="advies van de Raad vragen voor verlenging",
        source="BW 1:265j lid 3 [K: vanaf wanneer de twee jaar telt]",
        length=Length(months=2, back=True),
        opens="aan het einde van de maatregel is het kind twee jaar of langer uit huis",
        meets="de Raad heeft de mededeling en geeft advies",
        who=(Role.GI,),
    ),
    TermRule(
        id="T11",
        kind=_D,
        title="vervallenverklaring vragen",
        source="BW 1:264 lid 3",
        length=_TWO_WEEKS,
        opens="de dag na het versturen of overhandigen van de aanwijzing",
        meets="het verzoek is bij de kinderrechter",
        who=(Role.PARENT, Role.YOUTH),
        right=True,
    ),
    TermRule(
        id="T12",
        kind=_D,
        title="beslissen over het intrekken van een aanwijzing",
        source="BW 1:265 lid 2, 4",
        length=_TWO_WEEKS,
        opens="de GI ontvangt het verzoek",
        meets="de GI beslist",
        who=(Role.GI,),
        silence=_SILENCE,
    ),
    TermRule(
        id="T13",
        kind=_D,
        title="beslissen over het beëindigen, bekorten of niet wijzigen van een plaatsing",
        source="BW 1:265d lid 3-4, 1:265 lid 4",
        length=_TWO_WEEKS,
        opens="de GI ontvangt het verzoek",
        meets="de GI beslist",
        who=(Role.GI,),
        silence=_SILENCE,
    ),
    TermRule(
        id="T18",
        kind=_D,
        title="eerste contact en medewerker",
        source="BJw 4.2.1, 4.2.2",
        length=Length(working_days=5, through=True),
        opens="de GI is belast met de maatregel en heeft daarvan bericht",
        meets="er is een medewerker en er was contact",
        who=(Role.GI,),
    ),
    TermRule(
        id="T28",
        kind=TermKind.NORM,
        title="zitting of uitspraak van de rechtbank",
        source="procesreglement civiel jeugdrecht [K: termijnen]",
        opens="de rechtbank noemt een dag",
        meets="de zitting is geweest of de uitspraak is er",
        who=(Role.COURT,),
    ),
    TermRule(
        id="T31",
        kind=_D,
        title="beslissen over een machtiging voor wie al gesloten verblijft",
        source="Jw 6.1.8 lid 4",
        length=Length(weeks=3, through=True),
        opens="het verzoek",
        meets="de rechter beslist",
        who=(Role.COURT,),
    ),
    TermRule(
        id="T41",
        kind=TermKind.PRODUCT,
        title="op tijd beslissen over verlengen",
        source="ontwerp; de rechtbank heeft tijd nodig [K]",
        length=Length(weeks=6, back=True),
        lengths={str(weeks): Length(weeks=weeks, back=True) for weeks in (16, 12, 10, 8)},
        opens="de maatregel of machtiging krijgt een einddatum; waarschuwing 16, 12, 10 en 8 weken ervoor",
        meets="er is een verzoek bij de rechter, of het besluit om niet te verlengen",
        who=(Role.GI,),
        silence="Rood: over zes weken is het einde, en er is geen verzoek bij de rechter.",
    ),
    TermRule(
        id="T46",
        kind=_D,
        title="tekst van mondelinge beschikking",
        source="Rv 30p [K]",
        length=Length(days=14, rolls=True, through=True),
        opens="de mondelinge beslissing",
        meets="de schriftelijke beschikking is binnen",
        who=(Role.COURT,),
    ),
)
"""The rows of what a measure asks of others."""
