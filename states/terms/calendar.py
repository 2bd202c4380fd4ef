"""Legal time: days in Amsterdam, months, and working days by the Algemene termijnenwet (Atw).

Moments are UTC; days are civil days in Europe/Amsterdam, so terms are counted in calendar days and
a change of the clock never moves an end. The zone comes from the pinned ``tzdata`` package and from
nowhere else, so a machine's own zone files cannot change a replay (D7).
"""

from __future__ import annotations

import calendar as _gregorian
import functools
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

VERSION = "2026-11"
"""The edition of this calendar: rules below plus the dated days of ``EQUATED``."""


def _amsterdam() -> ZoneInfo:
    with resources.files("tzdata.zoneinfo.Europe").joinpath("Amsterdam").open("rb") as data:
        return ZoneInfo.from_file(data, key="Europe/Amsterdam")


AMSTERDAM = _amsterdam()

EQUATED: frozenset[date] = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-02",
        "2026-05-15",
        "2027-05-07",
        "2028-04-28",
        "2028-05-26",
    )
)
"""Days equated with a holiday by royal decree (Atw 3 lid 3) [K: check each with the Staatscourant]."""

LAST_DECREE = date(2028, 12, 31)
"""A date beyond this day was computed without a decree on equated days."""


def local_day(moment: datetime) -> date:
    """The civil day in Amsterdam of a UTC moment."""
    return moment.astimezone(AMSTERDAM).date()


@functools.lru_cache(maxsize=32_768)
def day_start(day: date) -> datetime:
    """The moment (UTC) at which a day begins in Amsterdam."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)


@functools.lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """The same day number some months on, or the last day of that month (L17)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = _gregorian.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_years(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February in an ordinary year (L17)."""
    return add_months(day, 12 * years)


@functools.lru_cache(maxsize=4096)
def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; born on 29 February: 1 March in ordinary years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day  # noqa: PLR2004 - Sunday


@functools.lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    """The holidays of Atw 3 in a year: leden 1 and 2 computed, lid 3 from ``EQUATED``."""
    easter = _easter(year)
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    moving = {easter + timedelta(days=days) for days in (-2, 1, 39, 50)}
    decreed = {day for day in EQUATED if day.year == year}
    return frozenset(fixed | moving | decreed | {_kings_day(year)})


@functools.lru_cache(maxsize=32_768)
def is_working_day(day: date) -> bool:
    """Whether a day is no Saturday, Sunday or holiday of Atw 3."""
    return day.weekday() < 5 and day not in holidays(day.year)  # noqa: PLR2004 - Monday to Friday


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after a day; the day itself does not count."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def roll_forward(day: date) -> date:
    """A statutory term that ends on a weekend or holiday ends on the next working day (Atw 1)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def statutory_last_day(start: date, last: date) -> date:
    """The last day of a forward statutory term that would end on ``last`` (Atw 1 lid 1, 2).

    It ends on a working day; a term of three days or more holds two working days. The first day that
    counts is the one after ``start``.
    """
    length = (last - start).days
    last = roll_forward(last)
    if length < _SHORTEST_EXTENDED or length > _ALWAYS_HOLDS_TWO:
        return last
    return max(last, add_working_days(start, 2))


_SHORTEST_EXTENDED = 3
"""Days from which a term must hold two working days (Atw 2)."""
_ALWAYS_HOLDS_TWO = 14
"""Days from which it always does, whatever holidays fall in it."""
