"""Invariant 14: from every situation people can go on, and come to an end without clock or death."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from states.proof.event import HUMAN
from states.proof.running import Proof


def without_a_way_out(proof: Proof) -> Iterator[str]:
    """The situations in which no event by people changes anything, or from which none leads to a close."""
    back: dict[int, set[int]] = defaultdict(set)
    for index, done in proof.done.items():
        for one in done:
            target = proof.known.get(one.target)
            if target is not None and one.by in HUMAN and target != index:
                back[target].add(index)
    closed = [index for index, spot in enumerate(proof.spots) if spot.key.case == "closed"]
    reached, queue = set(closed), deque(closed)
    while queue:
        for source in back[queue.popleft()] - reached:
            reached.add(source)
            queue.append(source)
    for index, spot in enumerate(proof.spots):
        if spot.key.case == "dead":
            continue
        if not any(one.by in HUMAN and one.target != spot.key for one in proof.done.get(index, ())):
            yield f"nobody can change anything: {spot.key.text()}"
        elif index not in reached:
            yield f"no way to a close without clock or death: {spot.key.text()}"
