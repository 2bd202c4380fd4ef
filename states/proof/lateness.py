"""Check D: what lapses by itself gives the same facts, whether it is recorded on time or late.

From every situation, and with every event that comes after the lapse: once with the lapse recorded at
its own moment, once only when somebody says something. What is known afterwards must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from states.decide import lapse
from states.due import next_due
from states.facts import Case
from states.proof.event import Event
from states.proof.exploring import Spot
from states.proof.running import Proof
from states.proof.situation import ahead
from states.proof.stepping import FAILURES, child_of, failed, say

LONG = timedelta(days=500)
"""Later than any measure ends."""
LATE = timedelta(days=3)


def _facts(case: Case) -> object:
    return {id_: child.model_dump() for id_, child in case.children.items()}


def left_alone(spot: Spot) -> Iterator[str]:
    """Nobody looks for a long time: one jump gives what step by step gives."""
    until = spot.now + LONG
    try:
        jump, steps = lapse(spot.case, until).case, spot.case
        while (due := next_due(steps)) is not None and due <= until:
            steps = lapse(steps, due).case
    except FAILURES as error:
        yield f"{spot.key.text()}: {failed(error)}"
        return
    if _facts(jump) != _facts(steps):
        yield f"{spot.key.text()}: recorded late, other facts"


def said_late(spot: Spot, event: Event) -> Iterator[str]:
    """Something ends; three days later somebody says something, with the end recorded or not."""
    coming = min((moment for moment, _ in ahead(child_of(spot.case), spot.now)), default=None)
    if coming is None:
        return
    try:
        on_time = lapse(spot.case, coming).case
        later = coming + LATE
        first, second = say(event, on_time, later), say(event, spot.case, later)
    except FAILURES:
        return
    if first.broken != second.broken or _facts(first.after) != _facts(second.after):
        yield f"{event.name} after {coming}: other facts when the end before it was recorded late"


def chosen(proof: Proof, events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
    """Each event once for every state and everything that can end first there."""
    named, known = {event.name: event for event in events}, set[object]()
    for index, done in proof.done.items():
        spot = proof.spots[index]
        for one in done:
            place = (one.event, child_of(spot.case).state, spot.key.first)
            if one.changed and one.event in named and place not in known:
                known.add(place)
                yield index, named[one.event]
