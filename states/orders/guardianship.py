"""Guardianship: what an order about authority means, whom it gives authority, what keeps it alive.

A GI that is guardian is a measure. A natural person who is guardian, or a parent who keeps or gets
authority back, has authority: the child stays or lands where its other facts put it (L3).
"""

from __future__ import annotations

from datetime import date, datetime

from states.facts import PetitionKind
from states.orders.order import GUARDIANSHIP, LIMITS, WHOLE, Ground, Measure, MeasureKind, Order, OrderKind
from states.terms.calendar import day_start, local_day
from states.terms.term import reach

GRANTS = frozenset({OrderKind.PROVISIONAL_GUARDIANSHIP, OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP})
"""Orders that make somebody guardian."""


def to_person(order: Order) -> bool:
    """Whether an order that provides in authority leaves it with natural persons, not with a GI."""
    return order.kind in GRANTS and bool(order.authority)


def triggers(order: Order) -> tuple[str, ...]:
    """What the table may call an order, the likeliest first.

    One that leaves authority with people is a change of authority (TR-18), unless a row of the table
    knows the guardian that it names (TR-52, 53, 56, 77).
    """
    if not to_person(order):
        return (f"order.{order.kind}",)
    changed = f"order.{OrderKind.AUTHORITY_CHANGED}"
    return ("order.guardian_named", changed) if order.kind is OrderKind.GUARDIANSHIP else (changed,)


def ends(order: Order) -> tuple[MeasureKind, ...]:
    """The guardianships of a GI that end where an order begins to work (1:281; TR-51, 56, 67, 77)."""
    if order.kind in (OrderKind.GUARDIANSHIP, OrderKind.GUARDIANSHIP_ENDED):
        return GUARDIANSHIP
    if order.kind is OrderKind.TEMPORARY_GUARDIANSHIP:
        return (MeasureKind.TEMPORARY_GUARDIANSHIP,)
    whole = order.scope in (None, "", WHOLE)
    suspends = order.kind is OrderKind.PROVISIONAL_GUARDIANSHIP and whole
    return (MeasureKind.PROVISIONAL_GUARDIANSHIP,) if suspends else ()


KEPT_ALIVE_BY = {Ground.UNFIT: PetitionKind.TERMINATION, Ground.VACANT: PetitionKind.PROVISION}
"""The one petition that keeps a provisional guardianship alive past its term (1:268 lid 5, 1:241 lid 4; L6)."""


def keeps_alive(measure: Measure, petition: PetitionKind) -> bool:
    """Whether a petition keeps a measure in force until it is decided (T15); no other measure is (C7)."""
    provisional = measure.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP
    return provisional and KEPT_ALIVE_BY[measure.ground or Ground.UNFIT] is petition


def kept_until(end: datetime | None, start: date, adult: date | None) -> datetime | None:
    """The end of a provisional guardianship that a petition keeps alive.

    The petition takes away the lapse of the law, not an end that the judge set earlier.
    """
    if end is not None and local_day(end) < reach(LIMITS[MeasureKind.PROVISIONAL_GUARDIANSHIP], start):
        return end
    return day_start(adult) if adult else None


def ground_of(order: Order, *, anybody: bool) -> Ground:
    """Why the judge provides in authority; unsaid, it follows from whether anybody has it."""
    return order.ground or (Ground.UNFIT if anybody else Ground.VACANT)
