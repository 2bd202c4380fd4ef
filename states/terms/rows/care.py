"""Help itself: plans, reviews, foster care, and our own clocks (D, N, P)."""

from __future__ import annotations

from states.people import Role
from states.terms.length import Length
from states.terms.rule import TermKind, TermRule

_D = TermKind.DUTY
_P = TermKind.PRODUCT
_FIVE = Length(working_days=5, through=True)

ROWS = (
    TermRule(
        id="T19",
        kind=_D,
        title="plan vaststellen",
        source="Jw 4.1.3 lid 5",
        length=Length(weeks=6, rolls=True, through=True),
        opens="het staat vast dat er geen familiegroepsplan komt",
        meets="het plan is vastgesteld",
        who=(Role.PROVIDER, Role.GI),
    ),
    TermRule(
        id="T20",
        kind=_D,
        title="plan op papier",
        source="Jw 4.1.3 lid 4",
        length=Length(days=14, rolls=True, through=True),
        opens="de jongere, een ouder of de aanbieder vraagt erom",
        meets="het plan is op papier gegeven",
        who=(Role.PROVIDER, Role.GI),
    ),
    TermRule(
        id="T21",
        kind=_D,
        title="plan ten minste jaarlijks bekijken",
        source="BJw 4.2.4",
        length=Length(years=1, through=True),
        opens="de dag van het plan, of van de vorige keer",
        meets="het plan is bekeken",
        who=(Role.GI,),
    ),
    TermRule(
        id="T34",
        kind=_D,
        title="voorwaarden netwerkpleegzorg",
        source="Jw 5.1 lid 3",
        length=Length(weeks=13, through=True),
        opens="het pleegcontract",
        meets="de pleegouder voldoet aan de voorwaarden",
        who=(Role.PROVIDER,),
    ),
    TermRule(
        id="T39",
        kind=_P,
        title="beslissen na stoppen met intensieve hulp (loopt als T44)",
        source="ontwerp",
        length=_FIVE,
        opens="toestemming voor intensieve hulp is ingetrokken (TR-09)",
        meets="de volgende stap is gezet",
        who=(Role.LOCAL_TEAM,),
    ),
    TermRule(
        id="T40",
        kind=_P,
        title="intensieve hulp samen bekijken",
        source="ontwerp",
        length=Length(months=3, through=True),
        opens="intensieve hulp begint, of is samen bekeken",
        meets="de hulp is samen bekeken; vanaf de tweede keer met opnieuw toestemming",
        who=(Role.LOCAL_TEAM, Role.GI),
    ),
    TermRule(
        id="T42",
        kind=TermKind.NORM,
        title="toekomstplan vanaf 16",
        source="norm van het veld [K]",
        length=Length(years=2),
        opens="de 16e verjaardag",
        meets="er is een toekomstplan",
        who=(Role.LOCAL_TEAM, Role.GI),
    ),
    TermRule(
        id="T44",
        kind=_P,
        title="beslissen wat er nu gebeurt",
        source="ontwerp",
        length=_FIVE,
        lengths={"verlengd": Length(working_days=20, through=True)},
        opens="het kind komt in de afweging (V0)",
        meets="hulp, een verzoek tot onderzoek, of sluiten met reden",
        who=(Role.LOCAL_TEAM,),
    ),
)
"""The rows of help and of our own clocks."""
