"""Consent that is presumed for a while, for help that is not intrusive (Jw 7.3.16 lid 2, L13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.consents.consent import Presumption, Purpose
from states.consents.table import DepartureKind
from states.facts import ChildFile
from states.people import CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM
from states.position import RAAD, State
from states.terms.calendar import add_working_days, birthday, day_start, local_day

PRESUMED_WORKING_DAYS = 10
_INSTANT = timedelta(microseconds=1)


def asking_moments(child: ChildFile) -> set[datetime]:
    """The moments at which the law may ask others: 12 and 16, changes of authority, what was judged."""
    days = {day for held in child.authority for day in (held.since, held.until) if day}
    if child.born is not None:
        days |= {child.born, *(birthday(child.born, age) for age in (CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM))}
    judged = {judgement.valid_from for judgement in child.judgements}
    departed = {moment for d in child.departures for moment in (d.valid_from, d.end) if moment}
    return {day_start(day) for day in days} | judged | departed


def _asked(child: ChildFile, at: datetime) -> frozenset[str]:
    """Who must consent to the help that runs."""
    name = child.help.name if child.help else None
    return frozenset(child.consents_at(at).asked(Purpose.HELP, name))


def newly_required(child: ChildFile, at: datetime) -> bool:
    """Whether from a moment on help rests on other people than just before it."""
    name = child.help.name if child.help else None
    before, after = child.consents_at(at - _INSTANT), child.consents_at(at)
    if set(before.asked(Purpose.HELP, name)) != set(after.asked(Purpose.HELP, name)):
        return True
    if before.excused(Purpose.HELP, name) != after.excused(Purpose.HELP, name):
        return True
    return set(before.asked(Purpose.INTENSIVE_HELP)) != set(after.asked(Purpose.INTENSIVE_HELP))


def newly_asked(before: ChildFile, after: ChildFile, at: datetime) -> frozenset[str]:
    """Whom the law asks to consent since this very moment: a birthday, or a new authority (L13).

    Not somebody of whom it was judged at this moment that it can judge after all.
    """
    old, new = _asked(before, at - _INSTANT), _asked(after, at)
    aged = before.band(at - _INSTANT) is not after.band(at)
    grown = {after.id} if aged else set()
    judged = {after.id} if not aged else set()
    return frozenset((new - old - judged) | (grown & new))


def presumption(child: ChildFile, at: datetime, asked: frozenset[str]) -> tuple[Presumption, ...] | None:
    """Who is presumed to consent from a moment on, or ``None`` when nobody may be (L13).

    Only a minor's help that is not intrusive, only people the law asks since this very moment, and
    only for ten working days.
    """
    plain = child.help is not None and not child.help.intrusive
    if child.help is None or not plain or child.state not in (State.HELP, *RAAD):
        return None
    consents = child.consents_at(at)
    missing = consents.missing(Purpose.HELP, child.help.name)
    allowed = DepartureKind.PRESUMED in consents.rule(Purpose.HELP, child.help.name).departures
    if not missing or not asked.issuperset(missing) or not allowed:
        return None
    until = day_start(add_working_days(local_day(at), PRESUMED_WORKING_DAYS) + timedelta(days=1))
    return (*child.presumed, *(Presumption(person=p, until=until) for p in missing))
