"""What an order does to powers that exist: keep them after a hearing, or end them."""

from __future__ import annotations

from states.calendar import day_start, local_day
from states.facts import ChildFile, PetitionKind
from states.order import (
    Measure,
    MeasureKind,
    Order,
    OrderKind,
    capped,
    majority,
    power_start,
    statutory_end,
    unheard,
)
from states.powers.base import REPAIR, Powers, as_day, as_moment, end_placements, is_12, running
from states.powers.grant import place
from states.term import lapse_day


def maintain(child: ChildFile, order: Order, powers: Powers) -> None:
    """After a hearing: what is in force stays, with the ends that the order gives (P9, TR-59)."""
    held = [m for m in running(child, order.pronounced) if m.in_force(order.pronounced)]
    if not held:
        powers.flag(
            "P9/over",
            "Op de dag van deze beslissing liep er geen maatregel meer. De beslissing houdt dus niets in stand.",
            "Rv 800 lid 3, 809 lid 3 [K]",
        )
        return
    still = unheard(order, child_is_12=is_12(child, order.pronounced))
    powers.measures += [_kept(child, m, order, still, powers) for m in held]
    latest = max((m.end for m in powers.measures if m.end), default=None)
    placed = [p for p in child.placements if p.in_force(order.pronounced)]
    for placement in placed:
        change: dict[str, object] = {"unheard": _still(placement.unheard, still)}
        if order.placement_refused:
            change["ended"] = order.pronounced
        elif order.placement_end:
            year = lapse_day("T06", local_day(placement.start))
            end, beyond = capped(order.placement_end, year, as_day(latest))
            change["end"] = as_moment(end)
            if beyond:
                powers.flag("NX-07", f"De machtiging stopt op {end}. {REPAIR}", "BW 1:265c")
        powers.placements.append(placement.model_copy(update=change))
    if order.placement and not placed:
        place(child, order, powers)


def _still(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Who was not heard before and is not heard now: who was heard once, stays heard."""
    return tuple(who for who in before if who in now)


def _kept(child: ChildFile, measure: Measure, order: Order, still: tuple[str, ...], powers: Powers) -> Measure:
    change: dict[str, object] = {"unheard": _still(measure.unheard, still)}
    if order.end:
        cap = statutory_end(measure.kind, local_day(measure.start))
        end, beyond = capped(order.end, cap, majority(child.born))
        change["end"] = as_moment(end)
        if beyond:
            powers.flag("NX-06", f"De bevoegdheid stopt op {end}. {REPAIR}", "BW 1:257, 258")
    return measure.model_copy(update=change)


def lift(child: ChildFile, order: Order, powers: Powers) -> None:
    """A supervision ends before its time, and its placement with it (1:261, 1:257 lid 2)."""
    at = power_start(order) or order.pronounced
    only = () if order.kind is OrderKind.SUPERVISION_LIFTED else (MeasureKind.PROVISIONAL_SUPERVISION,)
    ends = running(child, at, *only)
    powers.measures += [m.model_copy(update={"ended": max(at, m.start)}) for m in ends]
    if len(ends) == len(running(child, at)):
        end_placements(child, at, powers)


def refuse(child: ChildFile, order: Order, powers: Powers) -> None:
    """A refused request no longer keeps a provisional guardianship alive (T15, L6)."""
    if child.pending(PetitionKind.TERMINATION) is None:
        return
    for measure in child.measures:
        if measure.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP and measure.in_force(order.pronounced):
            granted = next(o for o in child.orders if o.id == measure.order)
            limit = statutory_end(measure.kind, local_day(measure.start))
            day, _ = capped(granted.end, limit, majority(child.born))
            if day is not None:
                end = max(day_start(day), order.pronounced)
                powers.measures.append(measure.model_copy(update={"end": end}))


def end_placement(child: ChildFile, order: Order, powers: Powers) -> None:
    """The judge ends a placement (1:265d)."""
    end_placements(child, power_start(order) or order.pronounced, powers)
