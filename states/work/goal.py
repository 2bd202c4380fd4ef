"""Goals of the help: signals, direct safety, stable safety, recovery, each with an owner and a day (R-66).

The words of a goal stand in the detail of the entry. A goal is not part of a framework: it goes on when that changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from states.people import Actor, Stored


class GoalKind(StrEnum):
    """Where on the way to safety a goal is."""

    SIGNAL = "signal"
    DIRECT_SAFETY = "direct_safety"
    STABLE_SAFETY = "stable_safety"
    RECOVERY = "recovery"


KINDS: Mapping[GoalKind, str] = {
    GoalKind.SIGNAL: "signalen uitzoeken",
    GoalKind.DIRECT_SAFETY: "directe veiligheid",
    GoalKind.STABLE_SAFETY: "stabiele veiligheid",
    GoalKind.RECOVERY: "herstel",
}
TAKES: Mapping[GoalKind, int] = {
    GoalKind.SIGNAL: 1,
    GoalKind.DIRECT_SAFETY: 19,
    GoalKind.STABLE_SAFETY: 18,
    GoalKind.RECOVERY: 13,
}
"""The act that working on a goal takes, when the goal names none: a talk, safety agreements, the plan, help."""


class Goal(Stored):
    """One goal, set at a moment, due on a day in Amsterdam; ``owner`` works on it.

    ``act``: what working on it takes. ``ended``: the day on which it was reached, or let go (``reached`` false).
    """

    id: str
    kind: GoalKind
    act: int
    owner: Actor
    due: date
    set_at: datetime
    ended: date | None = None
    reached: bool = False
