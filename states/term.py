"""Terms: the dates that the law, a norm or the product attaches to a fact.

Four kinds. L: a power lapses by itself. D: a duty. N: a chain norm. P: ours. Only L terms change a
power; the others record met or missed and never block (domain 2.3, 00-B). Every date explains
itself: the rule, where it comes from, from which day it was counted, and with which calendar.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from states import calendar
from states.people import Stored


class TermKind(StrEnum):
    """What happens when a term ends."""

    LAPSE = "L"
    DUTY = "D"
    NORM = "N"
    PRODUCT = "P"


class Outcome(StrEnum):
    """How a term ended."""

    MET = "met"
    MISSED = "missed"
    EXPIRED = "expired"
    MOVED = "moved"
    DROPPED = "dropped"


class TermRule(Stored):
    """One row of the table of terms. ``right``: it is somebody's right, so its end is no breach."""

    id: str
    kind: TermKind
    title: str
    source: str
    right: bool = False
    retention: bool = False


class Term(Stored):
    """A running term. ``due`` is the day as the domain tables speak of it.

    For a power (L) that is the "tot" day, or the last day for T04 and T05; for every other kind the
    last day on which the duty can be met. ``at`` is the moment (UTC) from which it is over.
    """

    id: str
    rule: str
    kind: TermKind
    due: date
    at: datetime
    start: date
    why: str


class TermClosed(Stored):
    """The end of a term, and how late it was met (whole days; zero or less: in time)."""

    id: str
    outcome: Outcome
    days_late: int | None = None


def _rule(  # noqa: PLR0913 - one row of a table
    id_: str, kind: str, title: str, source: str, *, right: bool = False, retention: bool = False
) -> tuple[str, TermRule]:
    return id_, TermRule(id=id_, kind=TermKind(kind), title=title, source=source, right=right, retention=retention)


RULES: dict[str, TermRule] = dict(
    (
        _rule("T01", "L", "einde ondertoezichtstelling", "BW 1:258"),
        _rule("T02", "L", "einde verlengde ondertoezichtstelling", "BW 1:260 lid 1"),
        _rule("T03", "L", "einde voorlopige ondertoezichtstelling", "BW 1:257 lid 2, 1:258"),
        _rule("T04", "L", "belanghebbenden horen", "Rv 800 lid 3 [K]"),
        _rule("T05", "L", "jongere van 12 of ouder horen", "Rv 809 lid 3 [K]"),
        _rule("T06", "L", "einde machtiging uithuisplaatsing", "BW 1:265c lid 1-2"),
        _rule("T07", "L", "machtiging uitvoeren", "BW 1:265c lid 3"),
        _rule("T08", "D", "aan de Raad melden: geen verlenging", "BW 1:265j lid 1"),
        _rule("T11", "D", "vervallenverklaring vragen", "BW 1:264 lid 3", right=True),
        _rule("T15", "L", "einde schorsing of voorlopige voogdij", "BW 1:268 lid 5, 1:241 lid 4"),
        _rule("T18", "D", "eerste contact en vaste medewerker", "BJw 4.2.1, 4.2.2"),
        _rule("T19", "D", "plan vaststellen", "Jw 4.1.3 lid 5"),
        _rule("T24", "N", "start raadsonderzoek", "norm van de keten"),
        _rule("T26", "D", "hoger beroep instellen", "Rv 806 [K]", right=True),
        _rule("T36", "L", "dossier hulp bewaren", "Jw 7.3.8 lid 3", retention=True),
        _rule("T37", "L", "GI-dossier bewaren", "Rijksoverheid, bewaartermijn [K]", retention=True),
        _rule("T38", "L", "einde door meerderjarigheid", "BW 1:233"),
        _rule("T40", "P", "intensieve hulp samen bekijken", "ontwerp"),
        _rule("T44", "P", "beslissen wat er nu gebeurt", "ontwerp"),
        _rule("T46", "D", "tekst van mondelinge beschikking", "Rv 30p [K]"),
    )
)
"""The terms that the built moves use; the other rows follow."""


def counted(rule: str, id_: str, start: date, due: date, why: str) -> Term:
    """A term that is over from the day after ``due``."""
    at = calendar.day_start(due + timedelta(days=1))
    return _term(rule, id_, start, due, at, why)


def lapsing(rule: str, id_: str, start: date, at: datetime, why: str) -> Term:
    """A power that lapses at a moment; its day is the "tot" day."""
    return _term(rule, id_, start, calendar.local_day(at), at, why)


def _term(  # noqa: PLR0913, PLR0917 - a term explains itself
    rule: str, id_: str, start: date, due: date, at: datetime, why: str
) -> Term:
    row = RULES[rule]
    known = "" if due <= calendar.LAST_DECREE else "; na het laatst bekende besluit gelijkstelling"
    text = f"{row.source}; vanaf {start.isoformat()}: {why}; kalender {calendar.VERSION}{known}"
    return Term(id=id_, rule=rule, kind=row.kind, due=due, at=at, start=start, why=text)


def weeks(start: date, count: int, *, statutory: bool) -> date:
    """So many weeks after a day; a statutory term of at most 12 weeks rolls on (Atw 1 and 4)."""
    due = start + timedelta(weeks=count)
    return calendar.roll_forward(due) if statutory else due


def months(start: date, count: int, *, statutory: bool) -> date:
    """So many months after a day; a statutory term of at most three months rolls on (Atw 1, 4)."""
    due = calendar.add_months(start, count)
    return calendar.roll_forward(due) if statutory else due


def closed(term: Term, on: date, outcome: Outcome | None = None) -> TermClosed:
    """A term that was met on a day, unless another outcome is given."""
    late = (on - term.due).days
    return TermClosed(id=term.id, outcome=outcome or Outcome.MET, days_late=late)
