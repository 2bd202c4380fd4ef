"""The exploration: every event in every situation, until nothing new is reached.

Breadth first, so that the way to a situation is a short one. One concrete case stands for each
situation; the checks are told of every step and of every new situation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from states.facts import Case
from states.proof.event import By, Event, Step
from states.proof.situation import Situation, situation
from states.proof.stepping import child_of, say, wait

BEGIN = datetime.fromisoformat("2026-02-02T08:00:00+00:00")
_WITHOUT_MEASURE = (("lives",), ("secure",), ("susp",))
CLOCK = Event("time passes", By.CLOCK)


class Spot(NamedTuple):
    """A situation with the case that stands for it, and how it was reached."""

    key: Situation
    case: Case
    now: datetime
    parent: int
    who: str
    by: str
    depth: int


@dataclass
class Explored:
    """Everything that was reached."""

    spots: list[Spot] = field(default_factory=list)
    known: dict[Situation, int] = field(default_factory=dict)
    steps: int = 0
    fired: Counter[str] = field(default_factory=Counter)
    known_now: set[Situation] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)

    def add(self, spot: Spot) -> bool:
        """Remember a situation; whether it is new."""
        if spot.key in self.known:
            return False
        self.known[spot.key] = len(self.spots)
        self.spots.append(spot)
        return True


def begin() -> Spot:
    """The empty case."""
    case = Case(id="case")
    return Spot(situation(child_of(case), BEGIN), case, BEGIN, -1, "", "", 0)


def _beside(event: Event, key: Situation) -> bool:
    """Whether an event is tried although a fact stands aside; where more than one do, only time is."""
    return len(key.aside) == 1 and event.ends


def _tried(event: Event, key: Situation) -> bool:
    """Everything where no fact stands aside, only ends where one does.

    Without a measure a child in secure help, one that lives elsewhere, or one whose measure an appeal
    suspended, is tried with everything.
    """
    free = not key.aside or (key.order == "-" and key.aside in _WITHOUT_MEASURE)
    return free or _beside(event, key)


def explored_on(spot: Spot, event: Event, after: Spot) -> bool:
    """Whether the exploration goes on from where a step leads: not with a second fact that it set aside."""
    second = spot.key.aside in _WITHOUT_MEASURE and set(after.key.aside) > set(spot.key.aside)
    return not second or event is CLOCK or _beside(event, spot.key)


def steps_from(spot: Spot, events: Sequence[Event]) -> Iterator[Step]:
    """What every event does in a situation."""
    child = child_of(spot.case)
    for event in events:
        if (event.birth and spot.parent >= 0) or not _tried(event, spot.key):
            continue
        if event.when is None or event.when(child, spot.now):
            yield say(event, spot.case, spot.now)
    if spot.parent >= 0:
        yield from wait(CLOCK, spot.case, spot.now)


def spot_after(step: Step, parent: int, depth: int) -> Spot:
    """The situation that a step reaches."""
    key = situation(child_of(step.after), step.now)
    return Spot(key, step.after, step.now, parent, step.event.by, step.event.name, depth)
