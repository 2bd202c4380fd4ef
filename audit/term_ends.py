"""Whether the end of a term is what its rule makes of its start: the length, the calendar, the words it carries."""

from __future__ import annotations

from datetime import timedelta

from audit.difference import is_sealed
from states.editions.book import rules
from states.terms.calendar import day_start, local_day
from states.terms.term import Term, explanation

_WHY = "\x00"


def counted_otherwise(term: Term) -> str | None:
    """What is wrong with the end of a term; ``None``: nothing that its rule can tell.

    A judge, or a person who may, can set the day of some terms; such a day stands as it was given.
    """
    row = rules(term.start).terms.get(term.rule)
    if row is None:
        return f"the edition has no term {term.rule}"
    if row.kind is not term.kind:
        return f"{term.rule} is of kind {row.kind.value}"
    if local_day(term.at) != term.due and term.at != day_start(term.due + timedelta(days=1)):
        return f"is over at {term.at.isoformat()}, which is not its day"
    lengths = (row.length, *row.lengths.values(), None)
    if is_sealed(term.why) or any(_explained(term, *_ends(term, length)) for length in lengths):
        return None
    return f"{term.rule} does not count to that day from {term.start.isoformat()}"


def _ends(term: Term, length: object) -> tuple[str, str]:
    row = rules(term.start).terms[term.rule]
    begin, _, end = explanation(row, term.start, term.due, _WHY, length).partition(_WHY)  # type: ignore[arg-type]
    return begin, end


def _explained(term: Term, begin: str, end: str) -> bool:
    return term.why.startswith(begin) and term.why.endswith(end)
