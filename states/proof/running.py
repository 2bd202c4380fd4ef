"""One run of the proof: the exploration with every check on the way, one level at a time.

A level is spread over processes by whoever runs it; what one situation gives, is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from states.acts.may import column
from states.proof.checking import Checks, Violation
from states.proof.event import By, Event, Step
from states.proof.exploring import Explored, Spot, begin, explored_on, spot_after, steps_from
from states.proof.path import told
from states.proof.situation import Situation
from states.proof.spoiling import spoilt
from states.proof.stepping import child_of, say
from states.proof.watch import read


class Done(NamedTuple):
    """One event in one situation: whether people did it, where it led, what it looked at."""

    event: str
    by: By
    target: Situation
    read: frozenset[str]
    rows: tuple[str, ...]
    pairs: tuple[str, ...]
    refusals: tuple[str, ...]
    changed: bool


@dataclass
class Grown:
    """What was found from one situation."""

    index: int
    done: list[Done] = field(default_factory=list)
    reached: dict[Situation, Spot] = field(default_factory=dict)
    found: list[Violation] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)
    said: str = ""


@dataclass
class Spoilt:
    """What came of one event in one situation, spoilt in every way."""

    index: int
    tried: list[tuple[Event, frozenset[str]]] = field(default_factory=list)
    found: list[Violation] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)


@dataclass
class Proof(Explored):
    """A run: what was reached, what was done in each situation, and what is wrong.

    ``moving``: in each ring of the exploration, where an event first made each of its moves. ``sent``: the
    new situations of a ring that this process has handed over already; another one may find them too.
    ``said``: what the law said in each situation in which everything was asked; ``beside``: the situations of
    the second pass, with the same where it was new.
    """

    done: dict[int, list[Done]] = field(default_factory=dict)
    spoilt: dict[int, list[tuple[Event, frozenset[str]]]] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)

    moving: list[tuple[int, str]] = field(default_factory=list)
    sent: set[Situation] = field(default_factory=set)
    known_wrong: set[tuple[int, str]] = field(default_factory=set)
    asking: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)
    beside: dict[Situation, str] = field(default_factory=dict)
    columns: dict[str, list[int]] = field(default_factory=dict)

    @property
    def told(self) -> dict[Situation, str]:
        """What the law said, by situation."""
        return {**self.beside, **{self.spots[index].key: said for index, said in self.said.items()}}

    def way(self, index: int) -> list[Spot]:
        """The situations on the way to one."""
        way = []
        while index >= 0:
            way.append(self.spots[index])
            index = self.spots[index].parent
        return way[::-1]


def grow(proof: Proof, index: int, events: Sequence[Event]) -> Grown:
    """Let every event happen in one situation, and check each step and each new situation."""
    spot, checks, grown = proof.spots[index], Checks(), Grown(index)
    acts = None if index in proof.asking else frozenset[int]()
    for number, text in checks.situation(spot, acts):
        grown.found.append(Violation(number, text, tuple(told(proof.way(index)))))
    read()
    for step in steps_from(spot, events):
        grown.found += _broken(proof, index, step, checks)
        if step.broken:
            continue
        after = spot_after(step, index, spot.depth + 1)
        looked = read()
        grown.done.append(
            Done(step.event.name, step.event.by, after.key, looked, step.rows, step.pairs, step.refusals, step.changed)
        )
        new = after.key not in proof.known and after.key not in proof.sent
        if new and explored_on(spot, step.event, after):
            proof.sent.add(after.key)
            grown.reached[after.key] = after
    grown.counted = checks.counted
    grown.said = checks.said if acts is None else ""
    return grown


def _broken(proof: Proof, index: int, step: Step, checks: Checks) -> list[Violation]:
    """What is wrong with a step, each with the way to it."""
    return [Violation(number, text, tuple(told(proof.way(index), step))) for number, text in checks.step(step)]


def spoil(proof: Proof, index: int, event: Event) -> Spoilt:
    """An event that moved a child, spoilt in every way where it did."""
    spot, checks, made = proof.spots[index], Checks(), Spoilt(index)
    read()
    for wrong in spoilt(event):
        step = say(wrong, spot.case, spot.now)
        made.tried.append((wrong, read()))
        made.found += _broken(proof, index, step, checks)
    made.counted = checks.counted
    return made


Spread = Callable[[Callable[[int], Any], Sequence[int]], Iterable[Any]]
"""Lets a function do its work for many situations, perhaps in more than one process."""


def prove(events: Sequence[Event], spread: Spread) -> Proof:
    """Explore until nothing new is reached."""
    proof = Proof()
    proof.add(begin())
    level = [0]
    while level:
        first = len(proof.spots)
        proof.asking = _once(proof, level)
        proof.sent.clear()
        for grown in spread(lambda index: grow(proof, index, events), level):
            _take(proof, grown)
        proof.moving += _moving(proof, level)
        level = list(range(first, len(proof.spots)))
    named = {event.name: event for event in events}
    for made in spread(lambda n: spoil(proof, proof.moving[n][0], named[proof.moving[n][1]]), range(len(proof.moving))):
        _take_spoilt(proof, made)
    return proof


def _moving(proof: Proof, level: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Where in a ring an event that people bring about first made each of its moves."""
    tried = set[tuple[str, tuple[str, ...]]]()
    for index in level:
        for done in proof.done[index]:
            move = (done.event, done.pairs)
            if done.pairs and done.by is not By.CLOCK and move not in tried:
                tried.add(move)
                yield index, done.event


def _once(proof: Proof, level: Sequence[int]) -> set[int]:
    """Where all acts are asked: once for each situation, whatever is still to come in it."""
    found = set()
    for index in level:
        now = proof.spots[index].key.of_now
        if now not in proof.known_now:
            proof.known_now.add(now)
            found.add(index)
    return found


def _take_spoilt(proof: Proof, made: Spoilt) -> None:
    proof.spoilt.setdefault(made.index, []).extend(made.tried)
    proof.counted += made.counted
    proof.steps += len(made.tried)
    _wrong(proof, made.found)


def _wrong(proof: Proof, found: list[Violation]) -> None:
    proof.violations += found
    proof.known_wrong.update((one.number, one.text) for one in found)


def _take(proof: Proof, grown: Grown) -> None:
    proof.done[grown.index] = grown.done
    if grown.said:
        proof.said[grown.index] = grown.said
    proof.counted += grown.counted
    proof.steps += len(grown.done)
    for done in grown.done:
        proof.fired.update(done.rows)
        proof.pairs.update(done.pairs)
    for spot in grown.reached.values():
        if proof.add(spot):
            place = column(child_of(spot.case), spot.now)
            proof.columns.setdefault(place, []).append(len(proof.spots) - 1)
    _wrong(proof, grown.found)
