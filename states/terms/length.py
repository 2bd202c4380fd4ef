"""How long a term runs, and the day that it reaches, in the calendar of Amsterdam (domain 2.4)."""

from __future__ import annotations

from datetime import date, timedelta

from states.people import Stored
from states.terms import calendar


class Length(Stored):
    """A length in calendar units; several units add up.

    ``back``: counted back from an event, never moved (Atw 1 lid 2). ``rolls``: a forward statutory
    term of at most three months ends on a working day and holds two of them (Atw 1, 2). Longer terms,
    and those of a deprivation of liberty, never roll (Atw 4). ``through``: the last day still counts,
    so it is over from the day after; without it the day that is reached is the "tot" day. ``hours``
    are hours of the clock, from the moment itself (Atw 4 a).
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    working_days: int = 0
    hours: int = 0
    back: bool = False
    rolls: bool = False
    through: bool = False

    def reach(self, start: date) -> date:
        """The day that is reached from a day; hours are no days and reach none."""
        day = self.unrolled(start)
        return calendar.statutory_last_day(start, day) if self.rolls else day

    def unrolled(self, start: date) -> date:
        """The day that is reached before a weekend or holiday moves it on."""
        sign = -1 if self.back else 1
        day = calendar.add_months(start, sign * (12 * self.years + self.months))
        day += sign * timedelta(weeks=self.weeks, days=self.days)
        return calendar.add_working_days(day, sign * self.working_days) if self.working_days else day

    def over(self, start: date) -> date:
        """The first day on which it is over."""
        return self.reach(start) + timedelta(days=1 if self.through else 0)

    def told(self) -> str:
        """The length in Dutch words."""
        return " en ".join(
            f"{count} {one if count == 1 else many}"
            for count, one, many in (
                (self.years, "jaar", "jaar"),
                (self.months, "maand", "maanden"),
                (self.weeks, "week", "weken"),
                (self.days, "dag", "dagen"),
                (self.working_days, "werkdag", "werkdagen"),
                (self.hours, "uur", "uur"),
            )
            if count
        )
