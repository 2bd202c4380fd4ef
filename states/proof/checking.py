"""The checks of one run, and what they found: a violation is a broken invariant and the way to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from states.proof.event import Step
from states.proof.exploring import Spot
from states.proof.invariants import OF_SITUATIONS
from states.proof.invariants_acts import acts_have_their_ground
from states.proof.invariants_steps import OF_STEPS
from states.proof.invariants_told import nobody_is_bound_before_being_told
from states.proof.seen import Seen
from states.proof.stepping import child_of

ACTS = 18
"""The number of the invariant over all acts."""
TOLD = 23
"""The number of the invariant over the acts that wait until everybody was told."""


@dataclass(frozen=True)
class Violation:
    """A broken invariant: its number, what is wrong, and each step on the way, to read."""

    number: int
    text: str
    path: tuple[str, ...]


@dataclass
class Checks:
    """Counts what was checked, by invariant; ``said``: what the law said in the last situation (:mod:`.seen`)."""

    counted: Counter[int] = field(default_factory=Counter)
    said: str = ""

    def step(self, step: Step) -> Iterator[tuple[int, str]]:
        """What is wrong with a step."""
        for number, holds in OF_STEPS.items():
            self.counted[number] += 1
            yield from ((number, text) for text in holds(step))

    def situation(self, spot: Spot, acts: frozenset[int] | None = None) -> Iterator[tuple[int, str]]:
        """What is wrong in a situation."""
        seen = Seen(spot.key, child_of(spot.case), spot.now, acts)
        for number, holds in OF_SITUATIONS.items():
            self.counted[number] += 1
            yield from ((number, text) for text in holds(seen))
        self.counted[ACTS] += 1
        yield from ((ACTS, text) for text in acts_have_their_ground(seen))
        self.counted[TOLD] += 1
        yield from ((TOLD, text) for text in nobody_is_bound_before_being_told(seen))
        self.said = seen.said
