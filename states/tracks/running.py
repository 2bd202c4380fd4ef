"""Which procedures run for a child at a moment: read from the facts, never kept by hand (2.1, P1 to P13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from states.editions.book import rules
from states.facts import ChildFile, PetitionKind
from states.orders.order import OrderKind, Pause
from states.tracks.table import Track

_NEW = (PetitionKind.MEASURE, PetitionKind.SUSPENSION, PetitionKind.TERMINATION, PetitionKind.PROVISION)


@dataclass(frozen=True, slots=True)
class Running:
    """A procedure that runs: its row, what it is about (an id, if it has one), and who waits for it."""

    track: Track
    about: str | None = None
    step: str = ""

    @property
    def title(self) -> str:
        """What people read."""
        step = next((s.title for s in self.track.steps if s.name == self.step), self.track.title)
        return f"{self.track.id} {step}"


def tracks(child: ChildFile, at: datetime) -> tuple[Running, ...]:
    """Every procedure that runs at a moment (UTC), in the order of the table."""
    rows = rules(at).tracks
    found = [Running(rows[id_], about) for id_, about in _derived(child, at)]
    held = child.measure(at) is not None
    found += [
        Running(rows[p.track], p.about, p.step)
        for p in child.procedures
        if p.open_at(at) and (held or not rows[p.track].with_measure)
    ]
    order = list(rows)
    return tuple(sorted(found, key=lambda running: order.index(running.track.id)))


def _derived(child: ChildFile, at: datetime) -> Iterator[tuple[str, str | None]]:
    """The tracks that follow from facts."""
    held = child.measure(at) is not None
    if held and child.raad is not None:
        yield "P1", None
    for petition in child.petitions:
        if not petition.open_at(at):
            continue
        if petition.kind is PetitionKind.EXTENSION:
            yield "P2", petition.id
        if held and petition.kind in _NEW:
            yield "P11", petition.id
        if petition.adjourned:
            yield "P12", petition.id
    for power in (*child.measures, *child.placements, *child.secures):
        if power.unheard and power.in_force(at):
            yield "P9", power.order
    paused = [p.order for p in (*child.measures, *child.placements, *child.secures) if _stopped(p.pauses, p.until, at)]
    paused += [order.id for order in child.orders if consent_stopped(child, order.id)]
    for order in dict.fromkeys(paused):
        yield "P13", order


def consent_stopped(child: ChildFile, order: str) -> bool:
    """Whether an appeal stopped what an order put in the place of a consent, and no decision followed (1:253a)."""
    over = (OrderKind.CONFIRMED, OrderKind.ANNULLED)
    if any(later.about == order and later.kind in over and not later.void for later in child.orders):
        return False
    return any(x.order == order and x.ended_by is not None for x in child.consents)


def _stopped(pauses: tuple[Pause, ...], until: datetime | None, at: datetime) -> bool:
    return (until is None or at < until) and any(pause.covers(at) for pause in pauses)
