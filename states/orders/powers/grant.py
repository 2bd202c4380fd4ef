"""What an order grants: a measure, a placement, or both."""

from __future__ import annotations

from datetime import date, datetime

from states.facts import ChildFile
from states.orders.order import (
    MEASURE_OF,
    SUPERVISION,
    Measure,
    MeasureKind,
    Order,
    OrderKind,
    Placement,
    capped,
    lapse_unheard,
    majority,
    power_start,
    statutory_end,
    statutory_limit,
    unheard,
)
from states.orders.powers.base import REPAIR, Powers, as_day, as_moment, end_placements, is_12, running
from states.orders.powers.birth import placement_start
from states.people import Role
from states.terms.calendar import day_start, local_day
from states.terms.term import lapse_day


def grant(child: ChildFile, order: Order, powers: Powers) -> None:
    """A measure begins, is extended, or takes the place of a provisional one."""
    measure = _measure(child, order, powers)
    if measure.kind is MeasureKind.SUPERVISION:
        powers.measures += [
            m.model_copy(update={"ended": measure.start, "ended_by": order.id})
            for m in running(child, measure.start, *_replaced(order))
            if m.start <= measure.start
        ]
    powers.measures.append(measure)
    if order.placement_refused:
        end_placements(child, measure.start, powers)
    elif order.placement or order.placement_end:
        place(child, order, powers)


def _replaced(order: Order) -> tuple[MeasureKind, ...]:
    """What a supervision takes the place of; in a case about authority also a suspension (1:267a, 269)."""
    if order.given_in:
        return MeasureKind.PROVISIONAL_SUPERVISION, MeasureKind.PROVISIONAL_GUARDIANSHIP
    return (MeasureKind.PROVISIONAL_SUPERVISION,)


def place(child: ChildFile, order: Order, powers: Powers) -> None:
    """A MUHP takes the place of the one before it."""
    placement = _placement(child, order, powers)
    if placement is not None:
        end_placements(child, placement.start, powers)
        powers.placements.append(placement)


def _measure(child: ChildFile, order: Order, powers: Powers) -> Measure:
    kind = MEASURE_OF[order.kind]
    start = power_start(order) or order.pronounced
    previous = max(
        (m for m in child.measures if m.kind is MeasureKind.SUPERVISION), key=lambda m: m.start, default=None
    )
    renews = kind is MeasureKind.SUPERVISION and previous is not None and previous.in_force(start)
    extends = renews or order.kind is OrderKind.SUPERVISION_EXTENSION
    if extends and previous is not None:
        start = _after(previous, start, order, powers)
    elif kind is MeasureKind.SUPERVISION:
        _show_gap(child, start, order, powers)
    unknown = extends and previous is None
    planned = tuple(s for s in previous.successions if s.at > start) if extends and previous is not None else ()
    if order.gi is not None and any(s.gi != order.gi for s in planned):
        powers.ask(
            "TR-64/planned",
            "De rechter had een andere GI aangewezen voor een latere dag. Deze verlenging noemt zelf een GI: die "
            f"geldt. Klopt dat niet? {REPAIR}",
            "BW 1:259 [K]",
            Role.SUPERVISOR,
        )
    return Measure(
        order=order.id,
        kind=kind,
        gi=order.gi or (previous.held_by(start) if extends and previous is not None else None),
        successions=planned if order.gi is None else (),
        start=start,
        end=as_moment(_end(child, order, start, powers, since_unknown=unknown, extends=extends)),
        limit=statutory_limit(kind, extends=extends),
        unheard=unheard(order, child_is_12=is_12(child, order.pronounced)),
        lapses_unheard=lapse_unheard(order),
    )


def _after(previous: Measure, start: datetime, order: Order, powers: Powers) -> datetime:
    """An extension begins where the measure before it ends; what lies between is not bridged."""
    if previous.until is None:
        return start
    if previous.until < start:
        powers.flag(
            "TR-60/late" if previous.until < order.pronounced else "TR-60/gap",
            "De verlenging sluit niet aan op de maatregel ervoor. De tijd ertussen is geen tijd onder maatregel.",
            "BW 1:260",
        )
    return max(previous.until, start)


def _show_gap(child: ChildFile, start: datetime, order: Order, powers: Powers) -> None:
    """A supervision that begins after a provisional one ends leaves a gap: shown, not bridged."""
    ends = [
        m.until
        for m in child.measures
        if m.kind is MeasureKind.PROVISIONAL_SUPERVISION and m.until and m.in_force(order.pronounced)
    ]
    if ends and max(ends) < start:
        powers.flag(
            "TR-46/gap",
            "De ondertoezichtstelling begint na het einde van de voorlopige. Ertussen is er geen maatregel.",
            "BW 1:257, 258",
        )


def _end(  # noqa: PLR0913 - what an end depends on
    child: ChildFile, order: Order, start: datetime, powers: Powers, *, since_unknown: bool, extends: bool
) -> date | None:
    """The earliest of dictum, statutory maximum and 18th birthday (00-B).

    Of an extension whose beginning nobody knows, the dictum counts: a year from the decision would
    end it too early.
    """
    first = local_day(start)
    limit = statutory_end(MEASURE_OF[order.kind], first, extends=extends)
    if since_unknown and order.start is None and order.end is not None:
        limit = None
        powers.flag(
            "TR-60/previous",
            "De maatregel die wordt verlengd is niet bekend. Vul in vanaf welke dag de verlenging loopt (start).",
            "BW 1:260 lid 1",
        )
    end, beyond = capped(order.end, limit, majority(child.born))
    if beyond:
        powers.flag(
            "NX-06",
            f"De beschikking loopt tot {order.end}. De wet laat niet meer toe dan tot {end}. "
            f"De bevoegdheid stopt op die dag. {REPAIR}",
            "BW 1:257, 258, 260, 233",
        )
    if end is not None and day_start(end) <= start:
        powers.flag(
            "NX-06/empty",
            f"De beschikking geeft geen bevoegdheid: zij eindigt op {end}, voordat zij begint. {REPAIR}",
            "BW 1:255 lid 4, 258",
        )
    return end


def _placement(child: ChildFile, order: Order, powers: Powers) -> Placement | None:
    start = max(power_start(order) or order.pronounced, order.pronounced)
    under = [m for m in (*running(child, start), *powers.measures) if m.ended is None and m.kind in SUPERVISION]
    if not under:
        powers.flag(
            "NX-07",
            "Er loopt geen ondertoezichtstelling. De machtiging geeft daarom geen bevoegdheid.",
            "BW 1:265a, 265b",
        )
        return None
    current = next((p for p in reversed(child.placements) if p.in_force(start) or _ends_at(child, p, start)), None)
    renewed = current if current is not None and (not order.placement or order.placement == current.place) else None
    executed = renewed.executed if renewed is not None else None
    if executed is None and order.placed_since is not None:
        executed = max(day_start(order.placed_since), start)
    begins = placement_start(child, start)
    counted = order.date if begins == start else local_day(begins)
    return Placement(
        order=order.id,
        place=order.placement or (current.place if current else ""),
        start=begins,
        end=as_moment(_placement_end(order, begins, current, under, powers)),
        unheard=unheard(order, child_is_12=is_12(child, order.pronounced)),
        lapses_unheard=lapse_unheard(order),
        executed=executed,
        lapses_unexecuted=as_moment(lapse_day("T07", counted)),
    )


def _ends_at(child: ChildFile, placement: Placement, at: datetime) -> bool:
    """Whether a MUHP runs until the moment at which the next begins: a child that lives there stays there."""
    return placement.ended is None and placement.start < at and child.placement_until(placement) == at


def _placement_end(
    order: Order, start: datetime, current: Placement | None, under: list[Measure], powers: Powers
) -> date | None:
    """At most a year, a year more for each extension, and never longer than the measure (T06)."""
    dictum = order.placement_end or (order.end if order.kind is OrderKind.PLACEMENT else None)
    base = as_day(current.end) if current is not None else None
    limits = [m.end for m in under if m.end]
    measure_end = as_day(max(limits)) if limits else None
    end, beyond = capped(dictum, lapse_day("T06", base or local_day(start)), measure_end)
    if beyond:
        powers.flag(
            "NX-07",
            f"De machtiging loopt tot {dictum}. Zij kan niet langer duren dan een jaar "
            f"en niet langer dan de maatregel: zij stopt op {end}. {REPAIR}",
            "BW 1:265c; NX-06, NX-07",
        )
    return end
