"""Responsible allocation of work: a registered worker, or one who works under a registered one (BJw 5.1.1; R-53)."""

from __future__ import annotations

from datetime import date

from states.people import Stored


class Allocation(Stored):
    """Who does the work from a day on, and whose registration it rests on.

    ``responsible`` is the worker itself, or the registered colleague under whom it works; ``valid_until`` is the last
    valid day (in Amsterdam) of that registration.
    """

    worker: str
    organisation: str | None = None
    responsible: str
    on: date
    valid_until: date


class Expertise(Stored):
    """Somebody with knowledge of safety looks along from a day on (R-43); who, stands in the detail of the entry."""

    on: date
