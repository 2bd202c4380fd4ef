"""What a child's file keeps about good work."""

from __future__ import annotations

from datetime import datetime

from states.people import Stored
from states.position import State
from states.work.allocation import Allocation, Expertise
from states.work.certificate import Certificate
from states.work.checklist import Filled
from states.work.goal import Goal
from states.work.offer import Offer
from states.work.reflection import Reflection
from states.work.statement import Statement


class Crossing(Stored):
    """The last time the framework changed: from where, to where, and when (UTC)."""

    source: State
    target: State
    at: datetime


class WorkFile(Stored):
    """Facts about good work. ``intensive_since``: since when intensive help runs, whoever leads it (UTC)."""

    reflections: tuple[Reflection, ...] = ()
    statements: tuple[Statement, ...] = ()
    goals: tuple[Goal, ...] = ()
    offers: tuple[Offer, ...] = ()
    checklists: tuple[Filled, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    expertise: tuple[Expertise, ...] = ()
    intensive_since: datetime | None = None
    crossing: Crossing | None = None
