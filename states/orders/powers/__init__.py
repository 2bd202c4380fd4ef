"""From a court decision to powers: what begins, what ends, and what must be looked at.

An order is entered as it was given. What lies beyond the law is capped, and flagged for repair
(Rv 31); nothing here refuses (00-B).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from states.facts import ChildFile, Residence
from states.orders.order import MEASURE_OF, Order, OrderKind, Placement, Power
from states.orders.powers import appeal, change, grant, guardian, replaced, secure
from states.orders.powers.base import Powers
from states.orders.powers.flags import content_flags

P = TypeVar("P", bound=Power)
_CHANGES: dict[OrderKind, Callable[[ChildFile, Order, Powers], None]] = {
    **dict.fromkeys(MEASURE_OF, grant.grant),
    **guardian.CHANGES,
    **appeal.CHANGES,
    OrderKind.SECURE_PLACEMENT: secure.grant,
    OrderKind.PLACEMENT: grant.place,
    OrderKind.PLACEMENT_ENDED: change.end_placement,
    OrderKind.MAINTAINED: change.maintain,
    OrderKind.SUPERVISION_LIFTED: change.lift,
    OrderKind.PROVISIONAL_SUPERVISION_ENDED: change.lift,
    OrderKind.RESIDENCE_KEPT: change.keep_in_place,
    OrderKind.CONSENT_REPLACED: replaced.replace,
}


def powers_after(child: ChildFile, order: Order) -> Powers:
    """The powers that a decision begins, changes or ends, with their flags."""
    powers = Powers()
    if order.kind in _CHANGES:
        _CHANGES[order.kind](child, order, powers)
    if order.kind is OrderKind.GRANTED_ON_APPEAL and order.grants is None:
        text = "Wat het hof toewijst, staat er niet bij (grants). De beslissing geeft nu nog geen bevoegdheid."
        powers.flag("TR-75/grants", text, "invariant 3")
    if order.grants is not None and order.grants in _CHANGES:
        granted = order.model_copy(update={"kind": order.grants})
        _CHANGES[granted.kind](appeal.as_changed(child, powers), granted, powers)
    if order.kind is OrderKind.MAINTAINED:
        secure.keep(child, order, powers)
    powers.measures = _signed(child.measures, powers.measures, order)
    powers.placements = _signed(child.placements, powers.placements, order)
    powers.secures = _signed(child.secures, powers.secures, order)
    powers.flags += content_flags(child, order)
    return powers


def _signed(before: Iterable[P], after: Iterable[P], order: Order) -> list[P]:
    """Powers that an order ends carry its id, so that a correction knows what to give back (TR-82)."""
    ended = {power.order: power.ended for power in before}
    return [
        power.model_copy(update={"ended_by": order.id})
        if power.ended is not None and power.ended != ended.get(power.order)
        else power
        for power in after
    ]


def executed(child: ChildFile, residence: Residence, place: str, at: datetime) -> list[Placement]:
    """The MUHP that a stay away from home carries out, with its planned renewal (BW 1:265c lid 3)."""
    placement = child.placement(at)
    if residence is Residence.HOME or placement is None or placement.executed is not None:
        return []
    if place and placement.place and place != placement.place:
        return []
    ends = child.placement_until(placement)
    renewals = (p for p in child.placements if p.start == ends and p.place == placement.place and p.ended is None)
    return [p.model_copy(update={"executed": at}) for p in (placement, *renewals)]
