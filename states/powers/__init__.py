"""From a court decision to powers: what begins, what ends, and what must be looked at.

An order is entered as it was given. What lies beyond the law is capped, and flagged for repair
(Rv 31); nothing here refuses (00-B).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from states.facts import ChildFile, Residence
from states.order import MEASURE_OF, Order, OrderKind, Placement
from states.powers import change, grant
from states.powers.base import Powers
from states.powers.flags import content_flags

_CHANGES: dict[OrderKind, Callable[[ChildFile, Order, Powers], None]] = {
    **dict.fromkeys(MEASURE_OF, grant.grant),
    OrderKind.PLACEMENT: grant.place,
    OrderKind.PLACEMENT_ENDED: change.end_placement,
    OrderKind.MAINTAINED: change.maintain,
    OrderKind.SUPERVISION_LIFTED: change.lift,
    OrderKind.PROVISIONAL_SUPERVISION_ENDED: change.lift,
    OrderKind.REFUSED: change.refuse,
}


def powers_after(child: ChildFile, order: Order) -> Powers:
    """The powers that a decision begins, changes or ends, with their flags."""
    powers = Powers()
    if order.kind in _CHANGES:
        _CHANGES[order.kind](child, order, powers)
    powers.flags += content_flags(child, order)
    return powers


def executed(child: ChildFile, residence: Residence, place: str, at: datetime) -> list[Placement]:
    """The MUHP that a stay away from home carries out, if there is one (BW 1:265c lid 3)."""
    placement = child.placement(at)
    if residence is Residence.HOME or placement is None or placement.executed is not None:
        return []
    if place and placement.place and place != placement.place:
        return []
    return [placement.model_copy(update={"executed": at})]
