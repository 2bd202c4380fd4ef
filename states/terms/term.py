"""Terms: the dates that the law, a norm or the product attaches to a fact.

Four kinds. L: a power lapses by itself. D: a duty. N: a chain norm. P: ours. Only L terms change a
power; the others record met or missed and never block (domain 2.3, 00-B). Every date explains
itself: the rule, where it comes from, from which day it was counted, and with which calendar. The
table itself is ``states.terms.table``; the edition of the day says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from states.editions.book import rules
from states.people import Stored
from states.terms import calendar
from states.terms.length import Length
from states.terms.rule import TermKind, TermRule


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
    last day on which the duty can be met. ``at`` is the moment (UTC) from which it is over. ``number``
    counts terms of one rule that follow each other (the second review); ``part`` is the part of the
    file that is kept.
    """

    id: str
    rule: str
    kind: TermKind
    due: date
    at: datetime
    start: date
    why: str
    number: int = 1
    part: str = ""


class TermClosed(Stored):
    """The end of a term, and how late it was met (whole days; zero or less: in time)."""

    id: str
    outcome: Outcome
    days_late: int | None = None


def counted(  # noqa: PLR0913 - a term explains itself
    rule: str, id_: str, start: date, due: date, why: str, *, number: int = 1, part: str = ""
) -> Term:
    """A term that is over from the day after ``due``."""
    at = calendar.day_start(due + timedelta(days=1))
    return _term(rule, id_, start, due, at, why).model_copy(update={"number": number, "part": part})


def lapsing(rule: str, id_: str, start: date, at: datetime, why: str) -> Term:
    """A power that lapses at a moment; its day is the "tot" day."""
    return _term(rule, id_, start, calendar.local_day(at), at, why)


def within(rule: str, id_: str, moment: datetime, why: str, case: str) -> Term:
    """A duty that is counted in hours of the clock, from a moment (UTC)."""
    length = rules(moment).terms[rule].length_of(case)
    at = moment + timedelta(hours=length.hours if length else 0)
    return _term(rule, id_, calendar.local_day(moment), calendar.local_day(at), at, why, case)


def _term(  # noqa: PLR0913, PLR0917 - a term explains itself
    rule: str, id_: str, start: date, due: date, at: datetime, why: str, case: str = ""
) -> Term:
    row = rules(start).terms[rule]
    text = explanation(row, start, due, why, row.length_of(case))
    return Term(id=id_, rule=rule, kind=row.kind, due=due, at=at, start=start, why=text)


def explanation(row: TermRule, start: date, due: date, why: str, length: Length | None) -> str:
    """Why a term ends on its day, in Dutch: rule, source, start, length, what moved it, calendar."""
    back = length is not None and length.back
    parts = [f"{row.id}, {row.source}", f"teruggeteld vanaf {why}" if back else f"vanaf {start.isoformat()}: {why}"]
    if length is not None:
        parts += _counting(length, start, due)
    known = "" if due <= calendar.LAST_DECREE else "; na het laatst bekende besluit gelijkstelling (Atw 3 lid 3)"
    parts.append(f"kalender {calendar.VERSION}{known}")
    return "; ".join(parts)


def _counting(length: Length, start: date, due: date) -> Iterator[str]:
    told = length.told() or "dezelfde dag"
    if length.back:
        yield f"{told}, schuift nooit op (Atw 1 lid 2)"
        return
    if length.hours:
        yield f"{told} op de klok"
        return
    if due not in {length.reach(start), length.over(start)}:
        yield f"hoogstens {told}"
        return
    yield told
    last = length.unrolled(start)
    if length.rolls and last != due:
        yield f"schuift op van {last.isoformat()} (Atw 1, 2)"


def running(  # noqa: PLR0913 - a term explains itself
    rule: str, id_: str, start: date, why: str, *, case: str = "", number: int = 1
) -> Term:
    """A duty, norm or right that runs as long as its rule says, from a day."""
    due = reach(rule, start, case)
    at = calendar.day_start(due + timedelta(days=1))
    return _term(rule, id_, start, due, at, why, case).model_copy(update={"number": number})


def reach(rule: str, start: date, case: str = "") -> date:
    """The day that a rule's own length reaches from a day; without a length, the calendar's last."""
    length = rules(start).terms[rule].length_of(case)
    return length.reach(start) if length is not None else date.max - timedelta(days=2)


def lapse_day(rule: str, start: date, case: str = "") -> date | None:
    """The first day on which a power that a rule limits is over; ``None``: the rule sets no limit."""
    length = rules(start).terms[rule].length_of(case)
    return length.over(start) if length is not None else None


def closed(term: Term, on: date, outcome: Outcome | None = None) -> TermClosed:
    """A term that was met on a day, unless another outcome is given."""
    late = (on - term.due).days
    return TermClosed(id=term.id, outcome=outcome or Outcome.MET, days_late=late)


def moved(term: Term | None) -> tuple[TermClosed, ...]:
    """The end of a term that gets another day; the new one says why."""
    return (TermClosed(id=term.id, outcome=Outcome.MOVED),) if term else ()
