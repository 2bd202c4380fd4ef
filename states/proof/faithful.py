"""Ties the proof to what runs: every concrete case maps into the situations that were enumerated.

A run outside the set would show that the proof is about a toy. Compared are the facts of § 2 of every
child, and every move with where from and where to. Facts that stand aside are compared one at a time,
as they were enumerated; what ends first, and what is planned, is of time and not of facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from states.decide import Decision
from states.events import Moved
from states.facts import Case
from states.position import CODES
from states.proof.situation import Situation, situation

_OF_TIME = ("first", "later", "plan", "hage")
_ASIDE = ("arr", "gi", "pet", "raad", "secure", "susp", "under")
_ALONE = {"gi": "A"}
"""How a fact that stands aside reads when it does not; a dash, unless said here."""


def facets(key: Situation) -> Iterator[tuple[str, ...]]:
    """A situation without what stands aside, and with each of those facts alone."""
    key = key._replace(**dict.fromkeys(_OF_TIME, "-"))
    usual = {name: _ALONE.get(name, "-") if name != "gi" or key.order != "-" else "-" for name in _ASIDE}
    kept = {"pet": key.pet, "raad": key.raad} if key.order == "-" else {}
    base = key._replace(**{**usual, **kept})
    yield tuple(base)
    for name in _ASIDE:
        value = getattr(key, name)
        if value != getattr(base, name):
            yield tuple(base._replace(**{name: value}))


@dataclass(frozen=True)
class Atlas:
    """What was enumerated: every facet of a situation, and every move with its two states."""

    facets: frozenset[tuple[str, ...]]
    pairs: frozenset[str]

    @classmethod
    def of(cls, keys: Iterable[Situation], pairs: Iterable[str]) -> Atlas:
        """The atlas of what was reached."""
        return cls(frozenset(facet for key in keys for facet in facets(key)), frozenset(pairs))

    def outside(self, case: Case, now: datetime) -> Iterator[str]:
        """The children of a settled case who stand in no situation that was enumerated."""
        for child in case.children.values():
            for facet in facets(situation(child, now)):
                if facet not in self.facets:
                    yield f"{child.id}: {Situation(*facet).text()}"

    def unknown(self, decision: Decision) -> Iterator[str]:
        """The moves of a decision that no event of the proof made."""
        for draft in decision.drafts:
            move = draft.event
            if isinstance(move, Moved):
                pair = f"{move.move} {CODES[move.source]} {CODES[move.target]}"
                if pair not in self.pairs:
                    yield pair

    def as_lists(self) -> dict[str, list[list[str]]]:
        """The atlas as plain data."""
        return {"facets": sorted(map(list, self.facets)), "pairs": [sorted(self.pairs)]}

    @classmethod
    def read(cls, data: dict[str, list[list[str]]]) -> Atlas:
        """The atlas from plain data."""
        return cls(frozenset(map(tuple, data["facets"])), frozenset(data["pairs"][0]))
