"""A second calendar, built by walking day after day, to check the first one with (10-proof, enumeration B).

It shares no code with ``states.terms.calendar``: Easter comes from the moon's tables of Lilius, the clock from
the rule of the directive on summer time, and a term from stepping over the days one at a time.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FIRST, LAST = date(2001, 1, 1), date(2069, 12, 31)
SATURDAY, SUNDAY = 5, 6
DECREED = {(2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26)}
"""The equated days (Atw 3 lid 3), typed a second time."""


def easter(year: int) -> date:
    """Easter Sunday: the first Sunday after the full moon on or after 21 March, by epact."""
    golden = year % 19 + 1
    century = year // 100 + 1
    epact = (11 * golden + 20 + (8 * century + 5) // 25 - 5 - (3 * century // 4 - 12)) % 30
    if epact == 24 or (epact == 25 and golden > 11):  # noqa: PLR2004 - the two exceptions of Lilius
        epact += 1
    moon = 44 - epact
    if moon < 21:  # noqa: PLR2004 - the equinox
        moon += 30
    full = date(year, 3, 1) + timedelta(days=moon - 1)
    day = full + timedelta(days=1)
    while day.weekday() != SUNDAY:
        day += timedelta(days=1)
    return day


def _off(year: int) -> set[date]:
    """The holidays of a year, each found by walking from Easter or by its own date."""
    sunday = easter(year)
    ascension = sunday
    for _ in range(39):
        ascension += timedelta(days=1)
    king = date(year, 4, 27)
    fixed = {date(year, 1, 1), king if king.weekday() != SUNDAY else date(year, 4, 26), date(year, 5, 5)}
    fixed |= {date(year, 12, 25), date(year, 12, 26), ascension}
    fixed |= {sunday - timedelta(days=2), sunday + timedelta(days=1), ascension + timedelta(days=11)}
    return fixed | {date(y, m, d) for y, m, d in DECREED if y == year}


def _last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    while day.weekday() != SUNDAY:
        day -= timedelta(days=1)
    return day


@dataclass(frozen=True)
class Walk:
    """All days of two generations, walked once: which are worked on, and how each month is built."""

    days: tuple[date, ...]
    working: tuple[int, ...]
    months: dict[tuple[int, int], tuple[date, ...]]

    @classmethod
    def through(cls) -> Walk:
        """Walk from the first day to the last."""
        days, working = list[date](), list[int]()
        months = dict[tuple[int, int], tuple[date, ...]]()
        off = set[date]()
        day = FIRST
        while day <= LAST:
            if (day.month, day.day) == (1, 1):
                off = _off(day.year)
            if day.weekday() not in {SATURDAY, SUNDAY} and day not in off:
                working.append(len(days))
            days.append(day)
            key = (day.year, day.month)
            months[key] = (*months.get(key, ()), day)
            day += timedelta(days=1)
        return cls(tuple(days), tuple(working), months)

    def index(self, day: date) -> int:
        """The how-manieth day of the walk."""
        return (day - FIRST).days

    def months_on(self, day: date, count: int) -> date:
        """The same day number so many months on or back, or the last day that month has."""
        year, month = day.year, day.month
        for _ in range(abs(count)):
            month += 1 if count > 0 else -1
            if month in {0, 13}:
                year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
        there = self.months[year, month]
        return there[min(day.day, len(there)) - 1]

    def nth_working_day(self, day: date, count: int) -> date:
        """The so-manieth working day after a day."""
        return self.days[self.working[bisect_right(self.working, self.index(day)) + count - 1]]

    def on_working_day(self, day: date) -> date:
        """The day itself, or the next working day."""
        return self.nth_working_day(day - timedelta(days=1), 1)

    def working_between(self, after: date, last: date) -> int:
        """How many working days a term holds that begins the day after and ends on the last."""
        return bisect_right(self.working, self.index(last)) - bisect_right(self.working, self.index(after))


WALK = Walk.through()


def midnight(day: date) -> datetime:
    """The moment (UTC) at which a day begins in Amsterdam: an hour before UTC, in summer two."""
    summer = _SUMMER[day.year][0] < day <= _SUMMER[day.year][1]
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=2 if summer else 1)


_SUMMER = {year: (_last_sunday(year, 3), _last_sunday(year, 10)) for year in range(FIRST.year, LAST.year + 1)}
