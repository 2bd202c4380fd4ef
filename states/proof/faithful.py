"""Ties the proof to what runs: every concrete case maps into the situations that were enumerated.

A run outside the set would show that the proof is about a toy. Compared are the facts of § 2 of every
child, every move with where from and where to, and what the law says in it: the state, and the answer to
every act for every class of actor. Facts that stand aside are compared one at a time, as they were
enumerated; what ends first, and what is planned, is of time and not of facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from states.decide import Decision
from states.events import Moved
from states.facts import Case, ChildFile
from states.people import Actor, Role
from states.position import CODES
from states.proof.cast import ASKED
from states.proof.reading import holders as holders_of
from states.proof.seen import Seen
from states.proof.situation import BESIDE, Situation, situation

_OF_TIME = ("first", "later", "plan", "hage")
_ASIDE = ("arr", "gi", "heard", "help", "holders", "lives", "pet", "raad", "secure", "susp", "under")
_FREE = ("help", "holders", "pet", "raad")
"""Of these, those that do not stand aside while no measure runs."""
_AT_MOST = 2
"""Of so many facets a situation is one itself: what it is like, and one fact that stands aside."""

Facet = tuple[str, ...]


def facets(key: Situation) -> Iterator[Facet]:
    """A situation without what stands aside, and with each of those facts alone."""
    key = key._replace(**dict.fromkeys(_OF_TIME, "-"))
    usual = dict.fromkeys(_ASIDE, "-") | {"lives": "away" if key.muhp == "lived" else "-"}
    usual |= {"gi": "A", "help": "N"} if key.order != "-" else {name: getattr(key, name) for name in _FREE}
    usual |= {"pet": "-"} if key.pet in BESIDE else {}
    base = key._replace(**usual)
    yield tuple(base)
    for name in _ASIDE:
        value = getattr(key, name)
        if value != getattr(base, name):
            yield tuple(base._replace(**{name: value}))


def own(key: Situation) -> Facet | None:
    """The facet that is the situation itself; ``None`` where more than one fact stands aside."""
    found = list(facets(key))
    return found[-1] if len(found) <= _AT_MOST else None


def _known_to(child: ChildFile, at: datetime) -> tuple[Actor, ...]:
    """Who is asked: the child itself, and as the parent somebody with authority, as in the proof."""
    holders = sorted(holders_of(child, at))
    mine = {Role.YOUTH: child.id, Role.PARENT: holders[0] if holders else ""}
    return tuple(by.model_copy(update={"id": mine[by.role]}) if mine.get(by.role) else by for by in ASKED)


@dataclass(frozen=True)
class Atlas:
    """What was enumerated: every facet of a situation, every move with its two states, and what the law said."""

    facets: frozenset[Facet]
    pairs: frozenset[str]
    said: Mapping[Facet, frozenset[str]]

    @classmethod
    def of(cls, keys: Iterable[Situation], pairs: Iterable[str], said: Mapping[Situation, str]) -> Atlas:
        """The atlas of what was reached."""
        answers: dict[Facet, set[str]] = {}
        for key, words in said.items():
            facet = own(key)
            if facet is not None and words:
                answers.setdefault(facet, set()).add(words)
        every = frozenset(facet for key in keys for facet in facets(key))
        return cls(every, frozenset(pairs), {facet: frozenset(words) for facet, words in answers.items()})

    def outside(self, case: Case, now: datetime) -> Iterator[str]:
        """The children of a settled case who stand in no situation that was enumerated, or get other answers."""
        for child in case.children.values():
            key = situation(child, now)
            strange = [facet for facet in facets(key) if facet not in self.facets]
            yield from (f"{child.id}: {Situation(*facet).text()}" for facet in strange)
            if not strange:
                yield from self._otherwise(key, child, now)

    def _otherwise(self, key: Situation, child: ChildFile, now: datetime) -> Iterator[str]:
        facet = own(key)
        if facet is None or facet not in self.said:
            return
        said = Seen(key, child, now, people=_known_to(child, now)).said
        if said not in self.said[facet]:
            yield f"{child.id}: {Situation(*facet).text()}: the law said something else"

    def unknown(self, decision: Decision) -> Iterator[str]:
        """The moves of a decision that no event of the proof made."""
        for draft in decision.drafts:
            move = draft.event
            if isinstance(move, Moved):
                pair = f"{move.move} {CODES[move.source]} {CODES[move.target]}"
                if pair not in self.pairs:
                    yield pair

    def as_lists(self) -> dict[str, Any]:
        """The atlas as plain data."""
        said = [[list(facet), sorted(words)] for facet, words in sorted(self.said.items())]
        return {"facets": sorted(map(list, self.facets)), "pairs": sorted(self.pairs), "said": said}

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Atlas:
        """The atlas from plain data."""
        said = {tuple(facet): frozenset(words) for facet, words in data["said"]}
        return cls(frozenset(map(tuple, data["facets"])), frozenset(data["pairs"]), said)
