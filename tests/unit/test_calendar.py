"""Legal time: the holidays of the Algemene termijnenwet, working days, months, and Amsterdam days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest

from states.terms import calendar
from states.terms.calendar import (
    add_months,
    add_working_days,
    add_years,
    birthday,
    day_start,
    local_day,
    roll_forward,
    statutory_last_day,
)
from states.terms.length import Length

HOLIDAYS = {
    2026: "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26",
    2028: "01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26",
}
"""Typed from the Atw and the royal decrees on equated days (00-F), not computed."""


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_holidays_of_a_year_are_those_of_the_atw(year: int) -> None:
    """Leden 1 and 2 computed, 5 May every year, lid 3 as dated days."""
    assert {day.strftime("%m-%d") for day in calendar.holidays(year)} == set(HOLIDAYS[year].split())


def test_kings_day_on_a_sunday_is_kept_the_day_before() -> None:
    """27 April 2025 was a Sunday."""
    assert date(2025, 4, 26) in calendar.holidays(2025)
    assert date(2025, 4, 27) not in calendar.holidays(2025)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2026-05-11", 5, "2026-05-20"),  # over Ascension Day and the equated Friday
        ("2026-10-05", 5, "2026-10-12"),
        ("2026-09-08", 5, "2026-09-15"),
        ("2026-04-24", 5, "2026-05-04"),  # over King's Day
        ("2026-04-28", 5, "2026-05-06"),  # over 5 May
        ("2026-12-24", 2, "2026-12-29"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2025-12-31", 1, "2026-01-05"),  # 2 January 2026 is equated
    ],
)
def test_working_days_are_counted_from_the_day_after(start: str, count: int, due: str) -> None:
    """The day itself does not count; weekends and holidays do not either."""
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-10-02", 3, "2027-01-02"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", -2, "2026-10-31"),
        ("2027-03-24", -2, "2027-01-24"),
        ("2027-04-30", -2, "2027-02-28"),
    ],
)
def test_months_go_to_the_same_day_number_or_the_last_day(start: str, months: int, end: str) -> None:
    """00-E L17, also counted back."""
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


def test_a_year_from_leap_day_ends_on_28_february() -> None:
    """Same day number, else the last day of the month."""
    assert add_years(date(2028, 2, 29), 1) == date(2029, 2, 28)
    assert add_years(date(2028, 2, 29), 4) == date(2032, 2, 29)


def test_who_is_born_on_leap_day_is_older_on_1_march() -> None:
    """In ordinary years; in leap years on the day itself."""
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 12) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 30), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 26), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_midnight_in_amsterdam_through_both_changes_of_the_clock(day: date, moment: datetime) -> None:
    """Also where a day has 23 or 25 hours."""
    assert day_start(day) == moment
    assert local_day(moment) == day
    assert local_day(moment - timedelta(microseconds=1)) == day - timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-07-11", "2026-07-13"),
        ("2026-05-05", "2026-05-06"),
        ("2026-05-14", "2026-05-18"),
        ("2026-12-25", "2026-12-28"),
        ("2026-07-14", "2026-07-14"),
    ],
)
def test_a_term_that_ends_on_a_day_off_ends_on_the_next_working_day(day: str, due: str) -> None:
    """Atw 1."""
    assert roll_forward(date.fromisoformat(day)) == date.fromisoformat(due)


YEARS = range(2024, 2051)
SUNDAY = 6


@pytest.mark.parametrize("year", YEARS)
def test_the_computed_holidays_are_those_that_another_library_knows(year: int) -> None:
    """Leden 1 and 2 against the package ``holidays``, public and optional; lid 3 it does not know.

    It holds 5 May every year only among the optional ones, and Good Friday too. Easter and Whit Sunday
    are Sundays, which the Atw need not name.
    """
    dutch = holidays.country_holidays("NL", years=year, categories=("public", "optional"))
    known = {day for day in dutch if day.weekday() != SUNDAY}
    ours = {day for day in calendar.holidays(year) - calendar.EQUATED if day.weekday() != SUNDAY}
    assert ours == known


@pytest.mark.parametrize(
    ("start", "last", "due"),
    [
        ("2026-04-02", "2026-04-07", "2026-04-08"),  # Good Friday, a weekend, Easter Monday: one working day so far
        ("2026-12-24", "2026-12-29", "2026-12-29"),
        ("2026-05-13", "2026-05-16", "2026-05-19"),  # Ascension Day, the equated Friday, a weekend
        ("2026-04-02", "2026-04-04", "2026-04-07"),  # a term of two days only moves on
        ("2026-07-09", "2026-07-12", "2026-07-13"),
    ],
)
def test_c16_a_term_of_three_days_or_more_holds_two_working_days(start: str, last: str, due: str) -> None:
    """Atw 2, counted from the day after the start."""
    assert statutory_last_day(date.fromisoformat(start), date.fromisoformat(last)) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-08-31", Length(months=6), "2027-02-28"),
        ("2027-08-31", Length(months=6), "2028-02-29"),
        ("2028-02-29", Length(years=1), "2029-02-28"),
        ("2026-11-30", Length(months=3), "2027-02-28"),
        ("2026-03-28", Length(months=3), "2026-06-28"),  # over the beginning of summer time
        ("2026-09-25", Length(months=3), "2026-12-25"),  # over its end; a power never moves on
    ],
)
def test_l17_a_month_on_is_the_same_day_number_or_the_last_and_tot_is_exclusive(
    start: str, length: Length, end: str
) -> None:
    """The day that is reached is the first without power; with ``through`` it is the last day itself."""
    day = date.fromisoformat(start)
    reached = date.fromisoformat(end)
    assert length.over(day) == length.reach(day) == reached
    assert length.model_copy(update={"through": True}).over(day) == reached + timedelta(days=1)


def test_two_weeks_are_fourteen_days_through_both_changes_of_the_clock() -> None:
    """Calendar days: an hour more or less, and the same midnight."""
    for start, hours in ((date(2026, 3, 20), -1), (date(2026, 10, 16), 1)):
        end = Length(weeks=2).reach(start)
        assert day_start(end) - day_start(start) == timedelta(days=14, hours=hours)
