"""Terms: the dates that the law, a norm or the product attaches to a fact.

Four kinds. L: a power lapses by itself. D: a duty. N: a chain norm. P: ours. Only L terms change a
power; the others record met or missed and never block (domain 2.3, 00-B). Every date explains
itself: the rule, where it comes from, from which day it was counted, and with which calendar. The
table itself is ``states.term_table``; the edition of the day says which.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from states import calendar
from states.book import rules
from states.people import Stored
from states.term_table import TermKind


class Outcome(StrEnum):
    """How a term ended."""

    MET = "met"
    MISSED = "missed"
    EXPIRED = "expired"
    MOVED = "moved"
    DROPPED = "dropped"


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
    row = rules(start).terms[rule]
    known = "" if due <= calendar.LAST_DECREE else "; na het laatst bekende besluit gelijkstelling"
    text = f"{row.source}; vanaf {start.isoformat()}: {why}; kalender {calendar.VERSION}{known}"
    return Term(id=id_, rule=rule, kind=row.kind, due=due, at=at, start=start, why=text)


def running(rule: str, id_: str, start: date, why: str) -> Term:
    """A duty, norm or right that runs as long as its rule says, from a day."""
    return counted(rule, id_, start, reach(rule, start), why)


def reach(rule: str, start: date) -> date:
    """The day that a rule's own length reaches from a day; without a length, the calendar's last."""
    length = rules(start).terms[rule].length
    return length.reach(start) if length is not None else date.max - timedelta(days=2)


def lapse_day(rule: str, start: date) -> date | None:
    """The first day on which a power that a rule limits is over; ``None``: the rule sets no limit."""
    length = rules(start).terms[rule].length
    return length.over(start) if length is not None else None


def closed(term: Term, on: date, outcome: Outcome | None = None) -> TermClosed:
    """A term that was met on a day, unless another outcome is given."""
    late = (on - term.due).days
    return TermClosed(id=term.id, outcome=outcome or Outcome.MET, days_late=late)
