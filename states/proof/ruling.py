"""Which powers are in force, and when the law ends each, read a second time from the papers (2.3).

It knows no edition: the numbers of the papers stand here, so a length that changed shows.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from states.facts import ChildFile, PetitionKind
from states.orders.order import Ground, Measure, MeasureKind, Placement, Power, SecureKind
from states.orders.secure import Secure
from states.proof.ages import AGES, day_of, midnight, minor, months_on, turns, unborn

SUPERVISIONS = (MeasureKind.SUPERVISION, MeasureKind.PROVISIONAL_SUPERVISION)
_ORDER = (
    MeasureKind.PROVISIONAL_GUARDIANSHIP,
    MeasureKind.GUARDIANSHIP,
    MeasureKind.TEMPORARY_GUARDIANSHIP,
    *SUPERVISIONS,
)
WHOLE = (None, "", "whole")


def adult_at(child: ChildFile) -> datetime | None:
    """The moment of the 18th birthday."""
    return midnight(turns(child.born, AGES[-1])) if child.born else None


def law_end(child: ChildFile, measure: Measure) -> datetime | None:
    """The last moment to which the law lets a measure run, whatever anybody wrote (T01 to T05, T15, T38)."""
    start, adult = day_of(measure.start), adult_at(child)
    limits: list[datetime | None] = [adult]
    if measure.kind is MeasureKind.SUPERVISION:
        limits.append(midnight(months_on(start, 12)))
    if measure.kind is MeasureKind.PROVISIONAL_SUPERVISION:
        limits.append(midnight(months_on(start, 3)))
    kept = {Ground.UNFIT: PetitionKind.TERMINATION, Ground.VACANT: PetitionKind.PROVISION}
    alive = kept.get(measure.ground or Ground.UNFIT)
    asked_for = any(p.kind is alive for p in child.petitions)
    if measure.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP and not asked_for:
        limits.append(midnight(months_on(start, 3) + timedelta(days=1)))
    if measure.unheard:
        limits.append(_two_weeks(child, measure.order))
    return min((limit for limit in limits if limit is not None), default=None)


def _two_weeks(child: ChildFile, order: str) -> datetime | None:
    given = next((o.date for o in child.orders if o.id == order), None)
    return midnight(given + timedelta(days=15)) if given else None


def placement_end(child: ChildFile, placement: Placement) -> datetime | None:
    """The last moment of a MUHP: a year, two weeks unheard, three months not carried out (T04 to T07)."""
    given = next((o for o in child.orders if o.id == placement.order), None)
    limits: list[datetime | None] = []
    if given is not None and not any(p.start < placement.start for p in child.placements):
        limits.append(midnight(months_on(day_of(placement.start), 12)))
    if placement.unheard:
        limits.append(_two_weeks(child, placement.order))
    if placement.executed is None and given is not None:
        limits.append(midnight(months_on(given.date, 3)))
    return min((limit for limit in limits if limit), default=None)


def _until(power: Measure | Placement, law: datetime | None) -> datetime | None:
    ends = (power.end, power.ended, law)
    return min((end for end in ends if end), default=None)


def measures(child: ChildFile, at: datetime) -> list[Measure]:
    """The measures in force at a moment, the strongest first; none of an adult."""
    if not minor(child, at):
        return []
    ends = ((m, _until(m, law_end(child, m))) for m in child.measures)
    found = [m for m, until in ends if m.start <= at and (until is None or at < until) and not _paused(m, at)]
    return sorted(found, key=lambda m: (_ORDER.index(m.kind), m.start))


def _paused(power: Power, at: datetime) -> bool:
    """Whether an appeal keeps a power from working (Rv 360)."""
    return any(p.since <= at and (p.until is None or at < p.until) for p in power.pauses)


def suspended(child: ChildFile, at: datetime) -> bool:
    """Whether a measure or secure help would be in force if no appeal kept it from working."""
    powers: list[Power] = [*child.measures, *child.secures]
    return any(p.start <= at and (p.until is None or at < p.until) and _paused(p, at) for p in powers)


def named(measure: Measure, at: datetime) -> str | None:
    """The GI that holds a measure at a moment: whom the order names, or who came after it (259)."""
    later = sorted((s.at, s.gi) for s in measure.successions if s.at <= at)
    return later[-1][1] if later else measure.gi


def secure(child: ChildFile, at: datetime) -> Secure | None:
    """The machtiging gesloten in force: spoed four weeks, the first conditional one half a year, else a year."""
    limits = {SecureKind.URGENT: (0, 28), SecureKind.CONDITIONAL: (6, 0), SecureKind.REGULAR: (12, 0)}
    for one in reversed(child.secures):
        months, days = limits[one.kind]
        law = midnight(months_on(day_of(one.start), months) + timedelta(days=days))
        until = child.secure_until(one)
        if one.start <= at < law and (until is None or at < until) and not _paused(one, at):
            return one
    return None


def placed(child: ChildFile, at: datetime) -> bool:
    """Whether a MUHP is in force: only inside a supervision (1:265a, NX-07); secure help counts as one (L2)."""
    held = [m for m in measures(child, at) if m.scope in WHOLE]
    if not held or held[0].kind not in SUPERVISIONS:
        return False
    inside = secure(child, at)
    if inside is not None and (inside.kind is not SecureKind.CONDITIONAL or inside.executed is not None):
        return True
    if unborn(child, at):
        return False
    working = [p for p in child.placements if not _paused(p, at)]
    ends = ((p, _until(p, placement_end(child, p))) for p in working)
    return any(p.start <= at and (until is None or at < until) for p, until in ends if _carried(child, p, at))


def _carried(child: ChildFile, placement: Placement, at: datetime) -> bool:
    """Whether a supervision ran without a gap from the beginning of a MUHP."""
    moment = placement.start
    for measure in sorted(child.measures, key=lambda m: m.start):
        until = _until(measure, law_end(child, measure))
        if measure.kind in SUPERVISIONS and measure.start <= moment and (until is None or until > moment):
            if until is None or until > at:
                return True
            moment = until
    return False
