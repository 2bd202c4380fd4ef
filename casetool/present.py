"""A case as it is at this moment: folded from its entries, with everything that lapsed since (D3)."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from audit import folding
from states.decide import lapse
from states.facts import Case


def present(connection: Connection, case: str) -> tuple[Case, datetime]:
    """The case, and its now (UTC): by its own clock, which in an exercise can be ahead.

    Raises:
        UnknownCaseError: there is no such case.
    """
    stored = folding.fold(connection, case)
    now = datetime.now(UTC)
    if stored.recorded_at and stored.exercise:
        now = max(now, stored.recorded_at)
    return lapse(stored, now).case, now
