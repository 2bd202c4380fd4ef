"""One run of the proof: the exploration with every check on the way, one level at a time.

A level is spread over processes by whoever runs it; what one situation gives, is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from states.acts.may import column
from states.proof.checking import Checks, Violation
from states.proof.event import By, Event, Step
from states.proof.exploring import Explored, Spot, begin, spot_after, steps_from
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
    spoilt: list[tuple[Event, frozenset[str]]] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)


@dataclass
class Proof(Explored):
    """A run: what was reached, what was done in each situation, and what is wrong."""

    done: dict[int, list[Done]] = field(default_factory=dict)
    spoilt: dict[int, list[tuple[Event, frozenset[str]]]] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)

    known_wrong: set[tuple[int, str]] = field(default_factory=set)
    asking: set[int] = field(default_factory=set)
    columns: dict[str, list[int]] = field(default_factory=dict)

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
        if after.key not in proof.known:
            grown.reached.setdefault(after.key, after)
        if step.rows and step.event.by is not By.CLOCK:
            _spoil(proof, step, spot, grown, checks)
    grown.counted = checks.counted
    return grown


def _broken(proof: Proof, index: int, step: Step, checks: Checks) -> list[Violation]:
    """What is wrong with a step, each with the way to it."""
    return [Violation(number, text, tuple(told(proof.way(index), step))) for number, text in checks.step(step)]


def _spoil(proof: Proof, step: Step, spot: Spot, grown: Grown, checks: Checks) -> None:
    """An event that moved a child, spoilt in every way: once for each move that it can make."""
    states = f"{child_of(step.before).state} {child_of(step.after).state}"
    once = f"{step.event.name} {' '.join(step.rows)} {states}"
    if once in proof.tried:
        return
    proof.tried.add(once)
    for event in spoilt(step.event):
        wrong = say(event, spot.case, spot.now)
        grown.spoilt.append((event, read()))
        grown.found += _broken(proof, grown.index, wrong, checks)


Spread = Callable[[Callable[[int], Grown], Sequence[int]], Iterable[Grown]]
"""Lets a function do its work for many situations, perhaps in more than one process."""


def prove(events: Sequence[Event], spread: Spread) -> Proof:
    """Explore until nothing new is reached."""
    proof = Proof()
    proof.add(begin())
    level = [0]
    while level:
        first = len(proof.spots)
        proof.asking = _once(proof, level)
        for grown in spread(lambda index: grow(proof, index, events), level):
            _take(proof, grown)
        level = list(range(first, len(proof.spots)))
    return proof


def _once(proof: Proof, level: Sequence[int]) -> set[int]:
    """Where all acts are asked: once for each situation, whatever is still to come in it."""
    found = set()
    for index in level:
        now = proof.spots[index].key.of_now
        if now not in proof.known_now:
            proof.known_now.add(now)
            found.add(index)
    return found


def _take(proof: Proof, grown: Grown) -> None:
    proof.done[grown.index] = grown.done
    proof.spoilt[grown.index] = grown.spoilt
    proof.counted += grown.counted
    proof.steps += len(grown.done) + len(grown.spoilt)
    for done in grown.done:
        proof.fired.update(done.rows)
        proof.pairs.update(done.pairs)
    for spot in grown.reached.values():
        if proof.add(spot):
            place = column(child_of(spot.case), spot.now)
            proof.columns.setdefault(place, []).append(len(proof.spots) - 1)
    proof.violations += grown.found
    proof.known_wrong.update((found.number, found.text) for found in grown.found)
