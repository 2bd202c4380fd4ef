"""The second pass: one thing after another along courses, so that what takes back or returns is tried too.

The exploration lets one thing stand for each situation. What a correction, an appeal or the end of a measure
does, turns on what went before. So here events follow each other along *courses*: at each stage every way on is
tried, through the real ``decide`` and ``lapse``, with the checks of every step and of every situation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from states.facts import Case
from states.proof.catalogue import EVENTS
from states.proof.catalogue_sequel import SEQUELS
from states.proof.checking import Checks, Violation
from states.proof.event import Event, Step
from states.proof.exploring import CLOCK, Spot, begin, spot_after
from states.proof.path import told
from states.proof.running import Proof
from states.proof.situation import Situation
from states.proof.stepping import child_of, say, wait

TIME = "time"
Way = tuple[str, ...]
"""Names of events, one after the other; nothing: this stage is passed over."""
Course = tuple[tuple[Way, ...], ...]
"""Stages, each with the ways on of which every one is tried."""
NAMED: dict[str, Event] = {event.name: event for event in (*EVENTS, *SEQUELS)}


@dataclass
class Followed:
    """What one course gave."""

    steps: int = 0
    pairs: set[str] = field(default_factory=set)
    fired: Counter[str] = field(default_factory=Counter)
    found: list[Violation] = field(default_factory=list)
    counted: Counter[int] = field(default_factory=Counter)
    said: dict[Situation, str] = field(default_factory=dict)

    def into(self, proof: Proof) -> None:
        """Count what was found along with the exploration."""
        proof.steps += self.steps
        proof.pairs |= self.pairs
        proof.fired += self.fired
        proof.violations += self.found
        proof.counted += self.counted
        proof.beside |= self.said


def parts(course: Course) -> Iterator[Course]:
    """A course as smaller ones, one for each of the first two ways on, to be spread over processes."""
    first, second, *rest = course
    yield from (((one,), (other,), *rest) for one in first for other in second)


def follow(course: Course, known_now: set[Situation]) -> Followed:
    """Play every way of a course from the empty case; acts are asked in situations that are not known yet."""
    walk = _Walk(known_now)
    walk.on([begin()], course)
    walk.result.counted = walk.checks.counted
    return walk.result


class _Walk:
    """One walk along a course; a situation is checked once."""

    def __init__(self, known_now: set[Situation]) -> None:
        self.result, self.checks = Followed(), Checks()
        self.known_now = known_now
        self.seen: set[Situation] = set()

    def on(self, way: Sequence[Spot], stages: Course) -> None:
        """Try every way on from here."""
        if not stages:
            return
        for names in stages[0]:
            reached = self._go(list(way), names)
            if reached is not None:
                self.on(reached, stages[1:])

    def _go(self, way: list[Spot], names: Way) -> list[Spot] | None:
        """Say one thing after the other; ``None`` where the answer was no, or nothing was left to happen."""
        for name in names:
            step = None
            for step in self._steps(name, way[-1].case, way[-1].now):
                self._check(way, step)
            if step is None or step.broken or step.refusals:
                return None
            way.append(self._reach(way, step))
        return way

    @staticmethod
    def _steps(name: str, case: Case, now: datetime) -> Iterator[Step]:
        if name == TIME:
            yield from wait(CLOCK, case, now)
            return
        event = NAMED[name]
        if event.when is None or event.when(child_of(case), now):
            yield say(event, case, now)

    def _check(self, way: Sequence[Spot], step: Step) -> None:
        self.result.steps += 1
        self.result.pairs.update(step.pairs)
        self.result.fired.update(step.rows)
        for number, text in self.checks.step(step):
            self.result.found.append(Violation(number, text, tuple(told(way, step))))

    def _reach(self, way: list[Spot], step: Step) -> Spot:
        spot = spot_after(step, -1, len(way))
        if spot.key not in self.seen:
            self.seen.add(spot.key)
            now = spot.key.of_now
            acts = frozenset[int]() if now in self.known_now else None
            self.known_now.add(now)
            for number, text in self.checks.situation(spot, acts):
                self.result.found.append(Violation(number, text, tuple(told([*way, spot]))))
            self.result.said[spot.key] = self.checks.said if acts is None else ""
        return spot
