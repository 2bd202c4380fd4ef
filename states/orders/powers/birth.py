"""Powers over a child that was expected and is born: they are counted from its birth (L20)."""

from __future__ import annotations

from datetime import datetime

from states.facts import ChildFile
from states.orders.order import Measure, OrderKind, Placement, capped, power_start
from states.orders.powers.base import as_moment
from states.people import MAJORITY
from states.terms.calendar import birthday, day_start, local_day
from states.terms.term import lapse_day


def placement_start(child: ChildFile, start: datetime) -> datetime:
    """When a MUHP begins: for an unborn child on the expected day, until the birth takes its place."""
    if child.born is None and child.expected is not None:
        return max(start, day_start(child.expected))
    return start


def at_birth(child: ChildFile) -> tuple[tuple[Measure, ...], tuple[Placement, ...]]:
    """The measures and placements that change because the child is born; those that do not, are left out."""
    if child.born is None:
        return (), ()
    adult = day_start(birthday(child.born, MAJORITY))
    measures = tuple(m.model_copy(update={"end": adult}) for m in child.measures if m.until is None or m.until > adult)
    waiting = (p for p in child.placements if p.ended is None and p.executed is None)
    return measures, tuple(_from_birth(child, p, day_start(child.born)) for p in waiting)


def _from_birth(child: ChildFile, placement: Placement, born: datetime) -> Placement:
    """A MUHP can be carried out from birth on: its year and its three months run from then (1:265c)."""
    order = next(o for o in child.orders if o.id == placement.order)
    start = max(born, power_start(order) or order.pronounced, order.pronounced)
    dictum = order.placement_end or (order.end if order.kind is OrderKind.PLACEMENT else None)
    end, _ = capped(dictum, lapse_day("T06", local_day(start)))
    unexecuted = as_moment(lapse_day("T07", local_day(start)))
    return placement.model_copy(update={"start": start, "end": as_moment(end), "lapses_unexecuted": unexecuted})
