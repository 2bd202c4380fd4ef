"""The table of terms as data: what each is called, how long it runs, and what happens at its end.

Four kinds. L: a power lapses by itself. D: a duty. N: a chain norm. P: ours (domain 2.3).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from states import calendar
from states.people import Stored


class TermKind(StrEnum):
    """What happens when a term ends."""

    LAPSE = "L"
    DUTY = "D"
    NORM = "N"
    PRODUCT = "P"


class Length(Stored):
    """How long a term runs, in the calendar of Amsterdam.

    ``back``: counted back from an event, never rolled (Atw 1 lid 2). ``rolls``: a last day that is
    no working day rolls on (Atw 1 lid 1). ``through``: the last day still counts, so it is over from
    the day after; without it the day that is reached is the "tot" day.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    working_days: int = 0
    back: bool = False
    rolls: bool = False
    through: bool = False

    def reach(self, start: date) -> date:
        """The day that is reached from a day."""
        sign = -1 if self.back else 1
        day = calendar.add_months(start, sign * (12 * self.years + self.months))
        day += sign * timedelta(weeks=self.weeks, days=self.days)
        if self.working_days:
            day = calendar.add_working_days(day, sign * self.working_days)
        return calendar.roll_forward(day) if self.rolls else day

    def over(self, start: date) -> date:
        """The first day on which it is over."""
        return self.reach(start) + timedelta(days=1 if self.through else 0)


class TermRule(Stored):
    """One row of the table of terms. ``right``: it is somebody's right, so its end is no breach.

    ``length`` is ``None`` where the end is no count from a start: a birthday, or what a judge says.
    """

    id: str
    kind: TermKind
    title: str
    source: str
    length: Length | None = None
    right: bool = False
    retention: bool = False


def _rule(  # noqa: PLR0913 - one row of a table
    id_: str,
    kind: str,
    title: str,
    source: str,
    length: Length | None = None,
    *,
    right: bool = False,
    retention: bool = False,
) -> tuple[str, TermRule]:
    row = TermRule(
        id=id_,
        kind=TermKind(kind),
        title=title,
        source=source,
        length=length,
        right=right,
        retention=retention,
    )
    return id_, row


YEAR = Length(years=1)
TWO_WEEKS = Length(weeks=2, through=True)

TERMS: dict[str, TermRule] = dict(
    (
        _rule("T01", "L", "einde ondertoezichtstelling", "BW 1:258", YEAR),
        _rule("T02", "L", "einde verlengde ondertoezichtstelling", "BW 1:260 lid 1", YEAR),
        _rule("T03", "L", "einde voorlopige ondertoezichtstelling", "BW 1:257 lid 2, 1:258", Length(months=3)),
        _rule("T04", "L", "belanghebbenden horen", "Rv 800 lid 3 [K]", TWO_WEEKS),
        _rule("T05", "L", "jongere van 12 of ouder horen", "Rv 809 lid 3 [K]", TWO_WEEKS),
        _rule("T06", "L", "einde machtiging uithuisplaatsing", "BW 1:265c lid 1-2", YEAR),
        _rule("T07", "L", "machtiging uitvoeren", "BW 1:265c lid 3", Length(months=3)),
        _rule("T08", "D", "aan de Raad melden: geen verlenging", "BW 1:265j lid 1", Length(months=2, back=True)),
        _rule(
            "T11",
            "D",
            "vervallenverklaring vragen",
            "BW 1:264 lid 3",
            Length(weeks=2, rolls=True, through=True),
            right=True,
        ),
        _rule(
            "T15",
            "L",
            "einde schorsing of voorlopige voogdij",
            "BW 1:268 lid 5, 1:241 lid 4",
            Length(months=3, through=True),
        ),
        _rule("T18", "D", "eerste contact en medewerker", "BJw 4.2.1, 4.2.2", Length(working_days=5, through=True)),
        _rule("T19", "D", "plan vaststellen", "Jw 4.1.3 lid 5", Length(weeks=6, rolls=True, through=True)),
        _rule("T24", "N", "start raadsonderzoek", "norm van de keten", Length(days=10, through=True)),
        _rule(
            "T26",
            "D",
            "hoger beroep instellen",
            "Rv 806 [K]",
            Length(months=3, rolls=True, through=True),
            right=True,
        ),
        _rule("T36", "L", "dossier hulp bewaren", "Jw 7.3.8 lid 3", Length(years=20, through=True), retention=True),
        _rule(
            "T37",
            "L",
            "GI-dossier bewaren",
            "Rijksoverheid, bewaartermijn [K]",
            Length(years=30, through=True),
            retention=True,
        ),
        _rule("T38", "L", "einde door meerderjarigheid", "BW 1:233"),
        _rule("T40", "P", "intensieve hulp samen bekijken", "ontwerp", Length(months=3, through=True)),
        _rule("T44", "P", "beslissen wat er nu gebeurt", "ontwerp", Length(working_days=5, through=True)),
        _rule("T46", "D", "tekst van mondelinge beschikking", "Rv 30p [K]", Length(days=14, through=True)),
    )
)
"""The terms of the shipped edition, by id."""
