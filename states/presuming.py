"""Consent that is presumed for a while, for help that is not intrusive (Jw 7.3.16 lid 2, L13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.calendar import add_working_days, birthday, day_start, local_day
from states.consent import Presumption, Purpose
from states.facts import ChildFile
from states.people import CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM
from states.position import RAAD, State

PRESUMED_WORKING_DAYS = 10


def asking_moments(child: ChildFile) -> set[datetime]:
    """The moments at which the law may ask others to consent: 12 and 16, and changes of authority."""
    days = {day for held in child.authority for day in (held.since, held.until) if day}
    if child.born is not None:
        days |= {birthday(child.born, age) for age in (CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM)}
    return {day_start(day) for day in days}


def newly_required(child: ChildFile, at: datetime) -> bool:
    """Whether others must consent from a moment on than just before it."""
    before = child.consents_at(at - timedelta(microseconds=1))
    return set(before.required) != set(child.consents_at(at).required)


def newly_asked(before: ChildFile, after: ChildFile, at: datetime) -> frozenset[str]:
    """Whom the law asks to consent since this very moment: a birthday, or a new authority."""
    old = before.consents_at(at - timedelta(microseconds=1))
    new = after.consents_at(at)
    grown = {after.id} if old.band is not new.band else set()
    return frozenset((set(new.required) - set(old.required)) | (grown & set(new.required)))


def presumption(child: ChildFile, at: datetime, asked: frozenset[str]) -> tuple[Presumption, ...] | None:
    """Who is presumed to consent from a moment on, or ``None`` when nobody may be (L13).

    Only a minor's help that is not intrusive, only people the law asks since this very moment, and
    only for ten working days.
    """
    plain = child.help is not None and not child.help.intrusive
    if child.help is None or not plain or child.state not in (State.HELP, *RAAD):
        return None
    missing = child.consents_at(at).missing(Purpose.HELP, child.help.name)
    if not missing or not asked.issuperset(missing) or not child.is_minor(at):
        return None
    until = day_start(add_working_days(local_day(at), PRESUMED_WORKING_DAYS) + timedelta(days=1))
    return (*child.presumed, *(Presumption(person=p, until=until) for p in missing))
