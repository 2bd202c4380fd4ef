"""What an order does to powers that exist: keep them after a hearing, or end them."""

from __future__ import annotations

from datetime import datetime

from states.facts import ChildFile
from states.orders.order import (
    EXTENDED,
    SUPERVISION,
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
from states.orders.powers.base import REPAIR, Powers, as_day, as_moment, end_placements, is_12, running
from states.orders.powers.grant import place
from states.people import Role
from states.terms.calendar import local_day
from states.terms.term import lapse_day


def maintain(child: ChildFile, order: Order, powers: Powers) -> None:
    """After a hearing: what is in force stays, with the ends that the order gives (P9, TR-59)."""
    spared = (*SUPERVISION, MeasureKind.PROVISIONAL_GUARDIANSHIP)
    held = [m for m in running(child, order.pronounced, *spared) if m.in_force(order.pronounced)]
    if not held and child.secured(order.pronounced) is None:
        powers.flag(
            "P9/over",
            "Op de dag van deze beslissing liep er geen maatregel meer. De beslissing houdt dus niets in stand.",
            "Rv 800 lid 3, 809 lid 3 [K]",
        )
        return
    _flag_other_gi(order, held, powers)
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


def _flag_other_gi(order: Order, held: list[Measure], powers: Powers) -> None:
    """A decision that keeps a measure does not replace its GI: that is a decision of its own (1:259, NX-09 [K])."""
    if order.gi is None or not held or order.gi in {m.held_by(order.pronounced) for m in held}:
        return
    powers.ask(
        "TR-59/gi",
        f"De beslissing houdt de maatregel in stand en noemt een andere GI: {order.gi}. Vervanging van de GI is een "
        "eigen beslissing. Tot die er is, blijft de eerste GI verantwoordelijk. Was vervanging bedoeld? Leg haar vast "
        f"(gi_replaced). Was het een vergissing? {REPAIR}",
        "BW 1:259; NX-09 [K]",
        Role.GI,
    )


def _still(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Who was not heard before and is not heard now: who was heard once, stays heard."""
    return tuple(who for who in before if who in now)


def _kept(child: ChildFile, measure: Measure, order: Order, still: tuple[str, ...], powers: Powers) -> Measure:
    change: dict[str, object] = {"unheard": _still(measure.unheard, still)}
    if order.end:
        cap = statutory_end(measure.kind, local_day(measure.start), extends=measure.limit == EXTENDED)
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


def keep_in_place(child: ChildFile, order: Order, powers: Powers) -> None:
    """The judge refuses another residence: supervision and placement stay, at most a year (265i lid 3, T47)."""
    at = order.pronounced
    supervision, placement = child.supervision(at), child.placement(at)
    if supervision is None or placement is None:
        powers.flag(
            "T47/none",
            "Op de dag van deze beslissing liep er geen machtiging uithuisplaatsing. Er is niets dat in stand blijft.",
            "BW 1:265i lid 3",
        )
        return
    end, beyond = capped(order.end, lapse_day("T47", order.date), majority(child.born))
    if beyond:
        powers.flag("NX-06", f"De bevoegdheid stopt op {end}. {REPAIR}", "BW 1:265i lid 3")
    until = as_moment(end)
    held = next(m for m in child.measures if m.order == supervision.order)
    change = {"end": until, "limit": "T47"}
    powers.measures += [held.model_copy(update=change)] if _longer(held.end, until) else []
    powers.placements += [placement.model_copy(update=change)] if _longer(placement.end, until) else []


def _longer(end: datetime | None, until: datetime | None) -> bool:
    """Whether a power lasts longer by an order that keeps it; it never takes any time away."""
    return end is not None and (until is None or end < until)


def end_placement(child: ChildFile, order: Order, powers: Powers) -> None:
    """The judge ends a placement (1:265d)."""
    end_placements(child, power_start(order) or order.pronounced, powers)
