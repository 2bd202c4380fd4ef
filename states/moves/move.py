"""One legal move: a row of the transition table, as data.

A row says from where, to where, on what, by whom, under which guards, with which documents, who is
told, and on what legal basis. The machine, the database, the diagram and the pages for lawyers are
all made from these rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from states.people import Role
from states.position import State


@dataclass(frozen=True, slots=True)
class Need:
    """Something the command must carry: a starred document, or a fact only its sender knows.

    ``field`` names the field of the command; ``text`` finishes the sentence "Nodig: …".
    """

    field: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Move:
    """A row.

    ``triggers`` are the things that set it off. ``selects`` names predicates that decide whether
    this row or another is meant; ``guards`` names rules that refuse with a reason. ``lands``: the
    target is computed (00-A). ``court``: the row flags where others refuse (00-B). ``same``: the
    state stays what it is; ``stays``: it may stay what it is;
    ``extra``: pairs beside those of sources and targets. ``why`` names the field in which whoever
    makes the move says why (R-50); where it is one of the needs, that text is the reason.
    """

    id: str
    title: str
    triggers: tuple[str, ...]
    sources: tuple[State, ...]
    targets: tuple[State, ...]
    who: frozenset[Role]
    basis: str
    needs: tuple[Need, ...] = ()
    guards: tuple[str, ...] = ()
    selects: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    lands: bool = False
    court: bool = False
    same: bool = False
    stays: bool = False
    extra: tuple[tuple[State, State], ...] = ()
    why: str = "reason"

    def pairs(self) -> Iterator[tuple[State, State]]:
        """Every (from, to) that this row allows."""
        yield from self.extra
        for source in self.sources:
            if self.same:
                yield source, source
            else:
                yield from ((source, to) for to in self.targets if self.stays or to is not source)


DELETED: dict[str, str] = {
    "TR-04": "TR-20",
    "TR-10": "court_order (consent_replaced)",
    "TR-12": "TR-03",
    "TR-72": "TR-70",
}
"""Rows that the amendments deleted (00-C), and what took their place."""
