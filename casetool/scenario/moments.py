"""Moments as people write them in a scenario: local time in Amsterdam, or a day.

A day alone means nine in the morning. A time that the clock skips in spring does not exist and is
an error; one that comes twice in autumn is the first of the two, unless an offset says otherwise.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Annotated

from pydantic import BeforeValidator

from states.terms.calendar import AMSTERDAM

MORNING = time(9)
"""The time of a step that gives only a day."""
_WRITTEN = re.compile(r"^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?$")
_EXPECTED = 'expected a day (2026-01-12, at 09:00) or a local time ("2026-01-12 21:40" or 2026-01-12T21:40:00)'


LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """What was found in a file, as it stands there; cut off when it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    text = value.isoformat() if isinstance(value, date) else repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def written(value: object) -> object:
    """A string that is a day or a local time, as that day or time; anything else unchanged."""
    if isinstance(value, str) and _WRITTEN.match(value):
        try:
            return datetime.fromisoformat(value) if ":" in value else date.fromisoformat(value)
        except ValueError:
            return value
    return value


def aware(value: datetime) -> datetime:
    """A local time as a moment (UTC); one with an offset keeps its own.

    Raises:
        ValueError: the clock skips this time.
    """
    if value.tzinfo is not None:
        return value.astimezone(UTC)
    moment = value.replace(tzinfo=AMSTERDAM).astimezone(UTC)
    if moment.astimezone(AMSTERDAM).replace(tzinfo=None) != value:
        message = f"expected a time that exists, got {value:%Y-%m-%d %H:%M}: the clock skips it"
        raise ValueError(message)
    return moment


def moment(value: object) -> datetime:
    """A day or a local time as a moment (UTC).

    Raises:
        ValueError: it is neither, or the clock skips it.
    """
    found = written(value)
    if isinstance(found, datetime):
        return aware(found)
    if isinstance(found, date):
        return aware(datetime.combine(found, MORNING))
    message = f"{_EXPECTED}, got {shown(value)}"
    raise ValueError(message)


def day_or_moment(value: object) -> date | datetime:
    """A day, or a local time as a moment (UTC).

    Raises:
        ValueError: it is neither.
    """
    found = written(value)
    return found if type(found) is date else moment(value)


def local(value: datetime) -> str:
    """A moment as local time, to the minute."""
    return f"{value.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"


Moment = Annotated[datetime, BeforeValidator(moment)]
DayOrMoment = Annotated[date | datetime, BeforeValidator(day_or_moment)]
