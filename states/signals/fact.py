"""Two facts that only signals read: who keeps sight on safety, and which help runs under a measure."""

from __future__ import annotations

from datetime import date, datetime

from states.people import Stored


class Sight(Stored):
    """Somebody keeps sight on the safety of a child, from a moment on.

    ``person`` is an opaque id; empty when the name stands in the sealed detail of a prolongation (T44).
    """

    person: str = ""
    since: datetime


class HelpRun(Stored):
    """Help that runs beside or under a measure, from a day, up to and including the day it stopped."""

    name: str
    since: date
    ended: date | None = None
