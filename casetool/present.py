"""A case as it is at this moment: folded from its entries, with everything that lapsed since (D3)."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from audit import folding
from states.decide import lapse
from states.facts import Case


def present(connection: Connection, case: str) -> tuple[Case, datetime]:
    """The case, and its now (UTC).

    Raises:
        UnknownCaseError: there is no such case.
    """
    stored = folding.fold(connection, case)
    now = now_in(stored)
    return lapse(stored, now).case, now


def now_in(case: Case) -> datetime:
    """Now (UTC), by the case's own clock: an exercise can be ahead."""
    now = datetime.now(UTC)
    return max(now, case.recorded_at) if case.recorded_at and case.exercise else now
