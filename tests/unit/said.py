"""Commands as they were said: days and moments as distances from the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from states import commands as c
from states.terms.calendar import local_day


@dataclass(frozen=True, slots=True)
class Day:
    """A day, so many days from the clock."""

    away: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, so many minutes from the clock."""

    away: int


@dataclass(frozen=True, slots=True)
class Said:
    """A command and its fields, not yet at a moment."""

    command: type[c.Base]
    fields: tuple[tuple[str, Any], ...]

    def at(self, now: datetime) -> dict[str, Any]:
        """The fields, with the clock at a moment."""
        return {name: _resolved(value, now) for name, value in self.fields}


def _resolved(value: Any, now: datetime) -> Any:  # noqa: ANN401 - any field of any command
    if isinstance(value, Day):
        return local_day(now) + timedelta(days=value.away)
    if isinstance(value, Moment):
        return now + timedelta(minutes=value.away)
    if isinstance(value, dict):
        return {key: _resolved(one, now) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_resolved(one, now) for one in value)
    return value
