"""Consent that is presumed for a while, for help that is not intrusive (Jw 7.3.16 lid 2, L13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.calendar import add_working_days, day_start, local_day
from states.consent import Presumption, Purpose
from states.facts import ChildFile
from states.position import RAAD, State

PRESUMED_WORKING_DAYS = 10


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
