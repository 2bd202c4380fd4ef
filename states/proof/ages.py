"""Days, ages and authority, read a second time from the papers (2.4, L17, L20)."""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from states.facts import ChildFile
from states.people import AuthorityKind

_HERE = ZoneInfo("Europe/Amsterdam")
AGES = (12, 16, 18)
BANDS = ("<12", "12-15", "16-17", "18+")
A_WORKING_WEEK = timedelta(days=5)
"""Shorter than any five working days."""


def day_of(moment: datetime) -> date:
    """The day in Amsterdam."""
    return moment.astimezone(_HERE).date()


@functools.lru_cache(maxsize=32_768)
def midnight(day: date) -> datetime:
    """The moment at which a day begins in Amsterdam."""
    return datetime.combine(day, time(), _HERE).astimezone(UTC)


@functools.lru_cache(maxsize=32_768)
def months_on(day: date, months: int) -> date:
    """The same day number some months on, else the last day of that month (L17)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


@functools.lru_cache(maxsize=32_768)
def turns(born: date, age: int) -> date:
    """The day somebody reaches an age; born on 29 February: 1 March in ordinary years."""
    if (born.month, born.day) == (2, 29):
        return date(born.year + age, 3, 1) - timedelta(days=(born.year + age) % 4 == 0)
    return date(born.year + age, born.month, born.day)


def band(born: date | None, at: datetime) -> str:
    """The age band; an unborn child is under 12."""
    if born is None:
        return BANDS[0]
    today = day_of(at)
    return BANDS[sum(today >= turns(born, age) for age in AGES)]


def minor(child: ChildFile, at: datetime) -> bool:
    """Under 18 (1:233)."""
    return band(child.born, at) != BANDS[-1]


def holders(child: ChildFile, at: datetime) -> frozenset[str]:
    """Who has authority at a moment."""
    if unborn(child, at):
        return frozenset({child.mother} if child.mother else ())
    day = day_of(at)
    held = (a for a in child.authority if (a.since is None or a.since <= day) and (a.until is None or day < a.until))
    return frozenset(a.holder for a in held if a.kind in (AuthorityKind.PARENT, AuthorityKind.GUARDIAN))


def unborn(child: ChildFile, at: datetime) -> bool:
    """Expected, and not born yet: the mother decides about herself (1:2, L20)."""
    if child.born is None:
        return child.expected is not None
    return child.mother is not None and at < midnight(child.born)
