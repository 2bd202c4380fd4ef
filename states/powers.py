"""From a court decision to powers: what begins, what ends, and what must be looked at.

An order is entered as it was given. What lies beyond the law is capped, and flagged for repair
(Rv 31); nothing here refuses (00-B).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from states.calendar import add_months, add_years, day_start, local_day
from states.facts import ChildFile, PetitionKind, Residence
from states.order import (
    MEASURE_OF,
    SUPERVISION,
    Enforceable,
    Measure,
    MeasureKind,
    Order,
    OrderForm,
    OrderKind,
    Placement,
    capped,
    lapse_unheard,
    majority,
    power_start,
    statutory_end,
    unheard,
)
from states.people import AgeBand
from states.position import GUARDED, State
from states.refusal import Flag

REPAIR = "Vraag de rechtbank om herstel (Rv 31)."


@dataclass
class Powers:
    """The powers that an order changes, as they are after it, and the flags it raises."""

    measures: list[Measure] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def flag(self, rule: str, text: str, source: str) -> None:
        """Raise a flag."""
        self.flags.append(Flag(rule=rule, text=text, source=source))


def _day(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None


def _moment(day: date | None) -> datetime | None:
    return day_start(day) if day else None


def _running(child: ChildFile) -> list[Measure]:
    return [m for m in child.measures if m.ended is None and m.kind in SUPERVISION]


def _is_12(child: ChildFile, at: datetime) -> bool:
    return child.band(at) is not AgeBand.UNDER_12


def _measure(child: ChildFile, order: Order, powers: Powers) -> Measure | None:
    kind = MEASURE_OF[order.kind]
    start = power_start(order)
    if start is None:
        powers.flag(
            "L4",
            "De voogdij begint pas als de beschikking definitief is. Die dag is nog niet bekend.",
            "BW 1:280, 1:281",
        )
        return None
    previous = max(
        (m for m in _running(child) if m.kind is MeasureKind.SUPERVISION),
        key=lambda m: m.start,
        default=None,
    )
    extends = order.kind is OrderKind.SUPERVISION_EXTENSION or (
        kind is MeasureKind.SUPERVISION and previous is not None and previous.in_force(start)
    )
    if extends and previous is not None and previous.until is not None:
        if previous.until < order.pronounced:
            powers.flag(
                "TR-60/late",
                "De verlenging is gegeven na het einde van de maatregel. De tijd ertussen is geen "
                "tijd onder maatregel.",
                "BW 1:260",
            )
        start = max(previous.until, start)
    first = local_day(start)
    limit = None if kind is MeasureKind.GUARDIANSHIP else statutory_end(kind, first)
    adult = majority(child.born)
    end, beyond = capped(order.end, limit, adult)
    if beyond:
        powers.flag(
            "NX-06",
            f"De beschikking loopt tot {order.end}. De wet laat niet meer toe dan tot {end}. "
            f"De bevoegdheid stopt op die dag. {REPAIR}",
            "BW 1:257, 258, 260, 233",
        )
    return Measure(
        order=order.id,
        kind=kind,
        gi=order.gi,
        start=start,
        end=_moment(end),
        unheard=unheard(order, child_is_12=_is_12(child, start)),
        lapses_unheard=lapse_unheard(order),
    )


def _placement(
    child: ChildFile, order: Order, measures: list[Measure], powers: Powers
) -> Placement | None:
    start = max(power_start(order) or order.pronounced, order.pronounced)
    under = [m for m in (*_running(child), *measures) if m.ended is None and m.kind in SUPERVISION]
    if not under:
        powers.flag(
            "NX-07",
            "Er loopt geen ondertoezichtstelling. De machtiging geeft daarom geen bevoegdheid.",
            "BW 1:265a, 265b",
        )
        return None
    current = next((p for p in reversed(child.placements) if p.in_force(start)), None)
    limits = [m.end for m in under if m.end]
    measure_end = _day(max(limits)) if limits else None
    base = _day(current.end) if current and current.end else local_day(start)
    end, beyond = capped(order.placement_end, add_years(base or local_day(start), 1), measure_end)
    if beyond:
        powers.flag(
            "NX-07",
            f"De machtiging loopt tot {order.placement_end}. Zij kan niet langer duren dan een jaar "
            f"en niet langer dan de maatregel: zij stopt op {end}. {REPAIR}",
            "BW 1:265c; NX-06, NX-07",
        )
    place = order.placement or (current.place if current else "")
    same_place = current is not None and current.place == place
    executed = current.executed if current is not None and same_place else None
    if executed is None and order.placed_since is not None:
        executed = max(day_start(order.placed_since), start)
    return Placement(
        order=order.id,
        place=place,
        start=start,
        end=_moment(end),
        unheard=unheard(order, child_is_12=_is_12(child, start)),
        lapses_unheard=lapse_unheard(order),
        executed=executed,
        lapses_unexecuted=day_start(add_months(order.date, 3)),
    )


def _end_placements(child: ChildFile, at: datetime, powers: Powers) -> None:
    powers.placements += [
        p.model_copy(update={"ended": at})
        for p in child.placements
        if p.ended is None and (p.until is None or p.until > at)
    ]


def _grant(child: ChildFile, order: Order, powers: Powers) -> None:
    measure = _measure(child, order, powers)
    if measure is not None:
        if measure.kind is MeasureKind.SUPERVISION:
            powers.measures += [
                m.model_copy(update={"ended": measure.start})
                for m in _running(child)
                if m.kind is MeasureKind.PROVISIONAL_SUPERVISION and m.in_force(measure.start)
            ]
        powers.measures.append(measure)
    if order.placement_refused:
        _end_placements(child, measure.start if measure else order.pronounced, powers)
    elif order.placement:
        _place(child, order, powers)


def _place(child: ChildFile, order: Order, powers: Powers) -> None:
    placement = _placement(child, order, powers.measures, powers)
    if placement is not None:
        _end_placements(child, placement.start, powers)
        powers.placements.append(placement)


def _maintain(child: ChildFile, order: Order, powers: Powers) -> None:
    still = unheard(order, child_is_12=_is_12(child, order.pronounced))
    for measure in _running(child):
        cap = statutory_end(measure.kind, local_day(measure.start))
        end, beyond = capped(order.end, cap, majority(child.born))
        change: dict[str, object] = {"unheard": still}
        if order.end:
            change["end"] = _moment(end)
        if beyond:
            powers.flag("NX-06", f"De bevoegdheid stopt op {end}. {REPAIR}", "BW 1:257, 258")
        powers.measures.append(measure.model_copy(update=change))
    latest = max((m.end for m in powers.measures if m.end), default=None)
    for placement in (p for p in child.placements if p.ended is None):
        change = {"unheard": still}
        if order.placement_refused:
            change["ended"] = order.pronounced
        elif order.placement_end:
            year = add_years(local_day(placement.start), 1)
            end, beyond = capped(order.placement_end, year, _day(latest))
            change["end"] = _moment(end)
            if beyond:
                powers.flag("NX-07", f"De machtiging stopt op {end}. {REPAIR}", "BW 1:265c")
        powers.placements.append(placement.model_copy(update=change))


def _lift(child: ChildFile, order: Order, powers: Powers) -> None:
    at = power_start(order) or order.pronounced
    powers.measures += [m.model_copy(update={"ended": at}) for m in _running(child)]
    _end_placements(child, at, powers)


def powers_after(child: ChildFile, order: Order) -> Powers:
    """The powers that a decision begins, changes or ends, with their flags."""
    powers = Powers()
    if order.kind in MEASURE_OF:
        _grant(child, order, powers)
    elif order.kind is OrderKind.PLACEMENT:
        _place(child, order, powers)
    elif order.kind is OrderKind.PLACEMENT_ENDED:
        _end_placements(child, order.pronounced, powers)
    elif order.kind is OrderKind.MAINTAINED:
        _maintain(child, order, powers)
    elif order.kind in (OrderKind.SUPERVISION_LIFTED, OrderKind.PROVISIONAL_SUPERVISION_ENDED):
        _lift(child, order, powers)
    powers.flags += _content_flags(child, order)
    return powers


def _content_flags(child: ChildFile, order: Order) -> list[Flag]:
    """What the record lacks or shows (00-B); none of it blocks."""
    found: list[tuple[bool, str, str, str]] = [
        (
            order.number_follows and order.form is OrderForm.WRITTEN,
            "invariant-3",
            "Het zaaknummer ontbreekt nog.",
            "invariant 3",
        ),
        (
            order.kind in MEASURE_OF and not order.gi,
            "invariant-3/gi",
            "De beschikking noemt geen GI. Niemand mag de maatregel nu uitvoeren.",
            "BW 1:255 lid 1",
        ),
        (
            order.kind in MEASURE_OF and order.end is None and order.kind is not OrderKind.GUARDIANSHIP,
            "invariant-3/end",
            "De beschikking noemt geen einddatum. Het systeem rekent met de langste termijn.",
            "BW 1:255 lid 4, 258",
        ),
        (
            order.kind in MEASURE_OF and order.enforceable is Enforceable.UNKNOWN,
            "L5",
            "Onbekend is of de beschikking uitvoerbaar bij voorraad is.",
            "Rv 360 lid 1-2",
        ),
        (
            order.kind in (OrderKind.SUPERVISION, OrderKind.PROVISIONAL_SUPERVISION)
            and child.state not in (State.PETITIONED, *GUARDED)
            and not child.measures
            and order.sibling is None
            and child.pending(PetitionKind.MEASURE) is None,
            "00-C/voorfase",
            "De fase voor de beschikking is niet geregistreerd.",
            "00-C",
        ),
        (
            order.kind is OrderKind.REFUSED and not child.petitions,
            "TR-45/petition",
            "Er was geen verzoek bekend dat is afgewezen.",
            "BW 1:255",
        ),
    ]
    return [Flag(rule=rule, text=text, source=source) for hit, rule, text, source in found if hit]


def executed(child: ChildFile, residence: Residence, place: str, at: datetime) -> list[Placement]:
    """The MUHP that a stay away from home carries out, if there is one (BW 1:265c lid 3)."""
    placement = child.placement(at)
    if residence is Residence.HOME or placement is None or placement.executed is not None:
        return []
    if place and placement.place and place != placement.place:
        return []
    return [placement.model_copy(update={"executed": at})]
