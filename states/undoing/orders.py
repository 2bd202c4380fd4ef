"""Taking back what a wrongly recorded order or consent did, as far as nobody changed it since (TR-82).

The entry stays in the log. What the order took away comes back as it was; what it gave was never there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from states.consents.consent import Consent
from states.facts import ChildFile, Replaced
from states.orders.order import SUPERVISION, Measure, Placement, Power
from states.position import MEASURE

P = TypeVar("P", bound=Power)


def replaced(child: ChildFile, order: str, after: dict[str, Any]) -> tuple[Replaced, ...]:
    """What an order takes away from a child, if anything: powers it changes, petitions it decides."""
    kept = Replaced(
        order=order,
        measures=_changed(child.measures, after["measures"]),
        placements=_changed(child.placements, after["placements"]),
        secures=_changed(child.secures, after["secures"]),
        petitions=tuple(p for p in child.petitions if p not in after["petitions"]),
        raad=child.raad,
        authority=child.authority if after.get("authority", child.authority) != child.authority else None,
    )
    return (kept,) if kept != Replaced(order=order) else ()


def _changed(before: Iterable[P], after: Iterable[P]) -> tuple[P, ...]:
    same = {power.order: power for power in after}
    return tuple(power for power in before if same[power.order] != power)


def given_back(powers: Iterable[P], was: Iterable[P], order: str) -> tuple[P, ...]:
    """Powers without what an order, or a death, did to them; what happened to them since stays."""
    old = {power.order: power for power in was}

    def undone(power: P) -> P:
        before = old.get(power.order)
        if power.order == order and before is None:
            return power.model_copy(update={"ended": power.start})
        if before is None:
            return power
        later: dict[str, Any] = {"executed": power.executed}
        if power.ended is not None and power.ended_by != order:
            later |= {"ended": power.ended, "ended_by": power.ended_by}
        return before.model_copy(update=later)

    return tuple(undone(power) for power in powers)


def _carried(placements: Iterable[Placement], measures: Iterable[Measure]) -> tuple[Placement, ...]:
    """Placements, of which one that began under no supervision never gave any power (NX-07)."""
    held = [m for m in measures if m.kind in SUPERVISION]

    def had_ground(one: Placement) -> bool:
        return any(m.start <= one.start and (m.until is None or one.start < m.until) for m in held)

    return tuple(p if had_ground(p) else p.model_copy(update={"ended": p.start}) for p in placements)


def without_order(child: ChildFile, order: str) -> dict[str, Any]:
    """The facts of a child for whom an order was never given."""
    kept = next((r for r in child.replaced if r.order == order), Replaced(order=order))
    measures = tuple(_without_gi(m, order) for m in given_back(child.measures, kept.measures, order))
    begins = {m.start for m in child.measures if m.order == order}
    if child.since is not None and child.state in MEASURE:
        begins.add(child.since)

    def never_ended(consent: Consent) -> bool:
        ended = consent.ended_at
        return ended is not None and ended in begins and not any(m.in_force(ended) for m in measures)

    again = {p.id for p in kept.petitions}
    authority = {"authority": kept.authority} if kept.authority is not None else {}
    return authority | {
        "orders": tuple(o.model_copy(update={"void": True}) if o.id == order else o for o in child.orders),
        "measures": measures,
        "placements": _carried(given_back(child.placements, kept.placements, order), measures),
        "secures": given_back(child.secures, kept.secures, order),
        "petitions": (*(p for p in child.petitions if p.id not in again), *kept.petitions),
        "raad": child.raad or kept.raad,
        "consents": tuple(_undone(c, order, over=never_ended(c)) for c in child.consents),
    }


def _without_gi(measure: Measure, order: str) -> Measure:
    """A measure in which the GI that an order named never came, also where an extension took that over."""
    if all(s.order != order for s in measure.successions):
        return measure
    return measure.model_copy(update={"successions": tuple(s for s in measure.successions if s.order != order)})


def _undone(consent: Consent, order: str, *, over: bool) -> Consent:
    """A consent that a measure ended goes on; one that the order gave was never there."""
    if consent.order == order or consent.id.startswith(f"{order}/"):
        return consent.model_copy(update={"ended_at": consent.valid_from})
    if consent.ended_by == order:
        return consent.model_copy(update={"ended_at": None, "ended_by": None})
    return consent.model_copy(update={"ended_at": None}) if over else consent


def without_consent(child: ChildFile, consent: str) -> dict[str, Any]:
    """The facts of a child to whom a consent was never given."""
    return {
        "consents": tuple(
            c.model_copy(update={"ended_at": c.valid_from}) if c.id == consent else c for c in child.consents
        )
    }
