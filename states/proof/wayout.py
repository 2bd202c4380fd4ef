"""Invariant 14: from every situation people can go on, and come to an end without clock or death.

Where a fact stands aside not everything was tried; there the way out is looked for when it is asked.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from states.proof.event import HUMAN, Event
from states.proof.running import Proof
from states.proof.situation import situation
from states.proof.stepping import child_of, say

_DEEP = 3
"""How many things people may have to do to come where the way out is known."""


def known_ways(proof: Proof) -> set[int]:
    """The situations from which people come to a close by what was played already."""
    back: dict[int, set[int]] = defaultdict(set)
    for index, done in proof.done.items():
        for one in done:
            target = proof.known.get(one.target)
            if target is not None and one.by in HUMAN and target != index:
                back[target].add(index)
    reached = {index for index, spot in enumerate(proof.spots) if spot.key.case in {"closed", "dead"}}
    queue = deque(reached)
    while queue:
        for source in back[queue.popleft()] - reached:
            reached.add(source)
            queue.append(source)
    return reached


def dead_end(proof: Proof, index: int, ways: set[int], events: Sequence[Event]) -> str:
    """Why nobody comes from a situation to a close; empty when somebody does."""
    spot = proof.spots[index]
    by_people = sorted((event for event in events if event.by in HUMAN), key=lambda event: not event.ends)
    queue, seen = deque([(spot.case, spot.now, 0)]), {spot.key}
    while queue:
        case, now, deep = queue.popleft()
        child = child_of(case)
        for event in by_people:
            if event.birth or (event.when is not None and not event.when(child, now)):
                continue
            step = say(event, case, now)
            key = situation(child_of(step.after), step.now)
            if step.broken or key in seen:
                continue
            if proof.known.get(key) in ways:
                return ""
            seen.add(key)
            if deep + 1 < _DEEP:
                queue.append((step.after, step.now, deep + 1))
    what = "nobody can change anything" if len(seen) == 1 else "no way to a close without clock or death"
    return f"{what}: {spot.key.text()}"
