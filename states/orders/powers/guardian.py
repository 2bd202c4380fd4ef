"""What an order about authority does: a GI becomes or stops being guardian, or people get authority."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from states.facts import ChildFile, PetitionKind
from states.orders.guardianship import GRANTS, ends, ground_of, keeps_alive, kept_until, to_person
from states.orders.order import (
    MEASURE_OF,
    SUPERVISION,
    Measure,
    MeasureKind,
    Order,
    OrderKind,
    capped,
    lapse_unheard,
    majority,
    power_start,
    statutory_end,
    statutory_limit,
    unheard,
)
from states.orders.powers.base import REPAIR, Powers, as_moment, is_12, running
from states.people import succeed
from states.terms.calendar import local_day
from states.terms.term import lapse_day


def provide(child: ChildFile, order: Order, powers: Powers) -> None:
    """Somebody becomes guardian, or authority is restored or changed, from the day that the law says."""
    start = power_start(order)
    if start is None:
        powers.flag(
            "L4",
            "Dit werkt pas als de beschikking definitief is. Die dag is nog niet bekend.",
            "BW 1:253p, 1:280, 1:281",
        )
        return
    _show_gap(child, start, order, powers)
    _show_unasked(child, order, powers)
    powers.measures += [
        m.model_copy(update={"ended": max(start, m.start), "ended_by": order.id}) for m in _over(child, order, start)
    ]
    if order.authority:
        powers.authority = succeed(child.authority, order.authority, local_day(start))
    if order.kind in GRANTS and not to_person(order):
        powers.measures.append(_guardianship(child, order, start, powers))


def _over(child: ChildFile, order: Order, start: datetime) -> list[Measure]:
    """The guardianships that an order ends, and the supervisions that a definitive one had taken over.

    Where authority goes back, no supervision comes back that was there for parents who lost it.
    """
    kinds = ends(order)
    over = running(child, start, *kinds) if kinds else []
    definitive = [m.start for m in over if m.kind is MeasureKind.GUARDIANSHIP]
    if definitive and (order.kind is OrderKind.GUARDIANSHIP_ENDED or to_person(order)):
        over += [m for m in running(child, start) if m.start < min(definitive)]
    return over


def _show_gap(child: ChildFile, start: datetime, order: Order, powers: Powers) -> None:
    """A measure that ends before a guardianship begins leaves a gap: shown, not bridged (L4)."""
    held = [m for m in running(child, order.pronounced, *SUPERVISION, *ends(order)) if m.start <= order.pronounced]
    ends_at = [m.until for m in held]
    known = [end for end in ends_at if end is not None]
    if known and len(known) == len(ends_at) and max(known) < start:
        powers.flag(
            "L4/gap",
            f"De maatregel stopt op {local_day(max(known))}. Het nieuwe gezag begint op {local_day(start)}. "
            "Ertussen is er geen maatregel.",
            "BW 1:253p, 1:280, 1:281",
        )


def _show_unasked(child: ChildFile, order: Order, powers: Powers) -> None:
    """A definitive provision after a provisional one needs a request before its term ends (TR-51, T15)."""
    provisional = (m for m in child.measures if m.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP)
    held = [m for m in provisional if m.in_force(order.pronounced)]
    asked = any(keeps_alive(m, p.kind) for m in held for p in child.petitions)
    if order.kind is OrderKind.GUARDIANSHIP and held and not asked:
        powers.flag(
            "TR-51/petition",
            "Er was geen verzoek bekend om het gezag te beëindigen of om in het gezag te voorzien.",
            "BW 1:268 lid 5, 1:241 lid 4",
        )


def _guardianship(child: ChildFile, order: Order, start: datetime, powers: Powers) -> Measure:
    kind = MEASURE_OF[order.kind]
    provisional = kind is MeasureKind.PROVISIONAL_GUARDIANSHIP
    holders = child.consents_at(start).holders
    measure = Measure(
        order=order.id,
        kind=kind,
        gi=order.gi,
        start=start,
        end=as_moment(_end(child, order, local_day(start), powers)),
        limit=statutory_limit(kind),
        scope=order.scope if provisional else None,
        ground=ground_of(order, anybody=bool(holders)) if provisional else None,
        unheard=unheard(order, child_is_12=is_12(child, order.pronounced)) if provisional else (),
        lapses_unheard=lapse_unheard(order) if provisional else None,
    )
    asked = [p for p in child.petitions if p.granted_from is None and keeps_alive(measure, p.kind)]
    if not asked:
        return measure
    kept = kept_until(measure.end, local_day(start), majority(child.born))
    return measure.model_copy(update={"end": kept})


def _end(child: ChildFile, order: Order, first: date, powers: Powers) -> date | None:
    """The earliest of dictum, statutory maximum and 18th birthday (00-B, T15)."""
    limit = statutory_end(MEASURE_OF[order.kind], first)
    end, beyond = capped(order.end, limit, majority(child.born))
    if beyond:
        powers.flag(
            "NX-06",
            f"De beschikking loopt tot {order.end}. De wet laat niet meer toe dan tot {end}. "
            f"De bevoegdheid stopt op die dag. {REPAIR}",
            "BW 1:268 lid 5, 1:241 lid 4, 1:233",
        )
    return end


def change_authority(child: ChildFile, order: Order, powers: Powers) -> None:
    """A judge says who has authority from a moment on (TR-18)."""
    if order.authority:
        start = power_start(order) or order.pronounced
        powers.authority = succeed(child.authority, order.authority, local_day(start))


_NOBODY = "Er loopt geen maatregel op deze dag. Er is dus geen GI om te vervangen."
_AFTER = (
    "De andere GI begint na het einde van de maatregel. Zij krijgt alleen bevoegdheid als de rechter de maatregel "
    "verlengt, vanaf deze dag. Tot die dag blijft de eerste GI verantwoordelijk."
)


def replace_gi(child: ChildFile, order: Order, powers: Powers) -> None:
    """Another GI holds the measure from the decision; until then the old one is responsible (1:259, NX-09)."""
    at = power_start(order) or order.pronounced
    held = running(child, at, *MeasureKind)
    if not held:
        held = [m for m in running(child, order.pronounced, *MeasureKind) if m.start < at]
        powers.flag("TR-64/after" if held else "TR-64/none", _AFTER if held else _NOBODY, "BW 1:259")
    powers.measures += [m.followed(order.gi, at, order.id) for m in held]


def refuse(child: ChildFile, order: Order, powers: Powers) -> None:
    """A refused request no longer keeps a provisional guardianship alive (T15, L6)."""
    kinds = {PetitionKind(order.asked)} if order.asked is not None else set(PetitionKind)
    powers.measures += kept_no_longer(child, kinds, order.pronounced)


def kept_no_longer(child: ChildFile, kinds: Collection[PetitionKind], at: datetime) -> tuple[Measure, ...]:
    """The provisional guardianships that only petitions of these kinds kept alive, with the end that they had."""
    found = []
    for measure in child.measures:
        asked = any(
            p.granted_from is None and p.kind in kinds and keeps_alive(measure, p.kind) for p in child.petitions
        )
        if not asked or not measure.in_force(at):
            continue
        first = local_day(measure.start)
        given = next(o for o in child.orders if o.id == measure.order)
        end, _ = capped(given.end, statutory_end(measure.kind, first), majority(child.born))
        over = max(as_moment(end) or at, at)
        found.append(measure.model_copy(update={"end": over}))
    return tuple(found)


def kept_alive(child: ChildFile, petition: PetitionKind, at: datetime) -> tuple[Measure, ...]:
    """The provisional guardianships that a petition keeps in force until it is decided (T15, L6)."""
    adult = majority(child.born)
    return tuple(
        m.model_copy(update={"end": kept_until(m.end, local_day(m.start), adult)})
        for m in child.measures
        if m.in_force(at) and keeps_alive(m, petition)
    )


def try_restoration(child: ChildFile, order: Order, powers: Powers) -> None:
    """The court puts a decision to restore authority off for a trial; the guardianship goes on (1:278 lid 2, T16)."""
    if not any(m.kind is MeasureKind.GUARDIANSHIP and m.in_force(order.pronounced) for m in child.measures):
        powers.flag("T16/none", "Er loopt op deze dag geen voogdij van een GI.", "BW 1:277, 1:278")
    end, beyond = capped(order.end, lapse_day("T16", order.date))
    if beyond:
        powers.flag("NX-06", f"De proeftijd stopt op {end}. {REPAIR}", "BW 1:278 lid 2")


_PROVIDES = frozenset({*GRANTS, OrderKind.GUARDIANSHIP_ENDED})
CHANGES = {
    **dict.fromkeys(_PROVIDES, provide),
    OrderKind.RESTORATION_TRIAL: try_restoration,
    OrderKind.AUTHORITY_CHANGED: change_authority,
    OrderKind.GI_REPLACED: replace_gi,
    OrderKind.REFUSED: refuse,
    OrderKind.INADMISSIBLE: refuse,
}
"""What each decision about authority, or about who holds a measure, does."""
