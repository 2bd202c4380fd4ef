"""Entries that say they were recorded before they can have existed.

A head that somebody else saw at a moment holds every leaf of that time. An entry whose leaf came behind it was sealed
later; when it says it was recorded long before, either the database was away so long, or somebody dated it back. And
the clock of a case never runs back: an entry recorded before the one in front of it is a fault by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from audit.sealed_log import Attested
from records.chain import Fault
from records.statements import rows

ALLOWED = timedelta(hours=1)
"""How long an entry may wait for its seal: a round every hour at most."""

_BACKWARDS = """
    SELECT case_id, seq, recorded_at, before FROM (
        SELECT case_id, seq, recorded_at, lag(recorded_at) OVER (PARTITION BY case_id ORDER BY seq) AS before
        FROM scheidslijn.entry) AS e
    WHERE recorded_at < before ORDER BY case_id, seq
"""
_LATE = """
    SELECT l.case_id, l.seq, e.recorded_at FROM scheidslijn.sealed_leaf l
    JOIN scheidslijn.entry e ON e.case_id = l.case_id AND e.seq = l.seq
    JOIN scheidslijn.case_head h ON h.case_id = l.case_id
    WHERE l.kind = 'entry' AND l.leaf_index >= %s AND NOT h.exercise AND e.recorded_at < %s
    ORDER BY l.leaf_index
"""


@dataclass(frozen=True, slots=True)
class Backdated:
    """An entry that says ``recorded`` and was not there at ``not_before`` (UTC), which somebody else saw."""

    case: str
    seq: int
    recorded: datetime
    not_before: datetime


def backwards(connection: Connection) -> list[Fault]:
    """Entries recorded before the one in front of them."""
    return [
        Fault(case, seq, f"is recorded at {recorded.isoformat()}, and the entry before it at {before.isoformat()}")
        for case, seq, recorded, before in rows(connection, _BACKWARDS)
    ]


def backdated(connection: Connection, seen: Iterable[Attested], allowed: timedelta = ALLOWED) -> list[Backdated]:
    """Entries of real cases that say they are older than a head they do not stand under.

    ``seen``: what witnesses and time stamping authorities said (``Report.attested``). The latest such head counts.
    """
    found: dict[tuple[str, int], Backdated] = {}
    for head in sorted(seen, key=lambda head: head.moment):
        for case, seq, recorded in rows(connection, _LATE, head.size, head.moment - allowed):
            found[case, seq] = Backdated(case, seq, recorded, head.moment)
    return list(found.values())
