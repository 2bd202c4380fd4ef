"""Reads the tables that follow from the entries, to be laid beside what the entries make of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import Connection

from audit.folding import bodies
from audit.projected import Key, Row, differences, projected
from records.moments import wire
from records.statements import rows

_COLUMNS: dict[str, tuple[int, tuple[str, ...], str]] = {
    "court_order": (
        2,
        ("kind", "compulsory", "gi", "valid_from", "valid_until", "seq"),
        (
            "SELECT child_id, order_id, kind, compulsory, gi, valid_from, valid_until, seq"
            " FROM scheidslijn.court_order WHERE case_id = %s"
        ),
    ),
    "consent": (
        2,
        ("person", "purpose", "valid_from", "valid_until", "seq"),
        (
            "SELECT child_id, consent_id, person_id, purpose, valid_from, valid_until, seq"
            " FROM scheidslijn.consent WHERE case_id = %s"
        ),
    ),
    "open_term": (
        1,
        ("child", "rule", "kind", "due", "at", "why", "outcome", "opened_seq", "closed_seq"),
        (
            "SELECT term_id, child_id, rule, kind, due, at, why, outcome, opened_seq, closed_seq"
            " FROM scheidslijn.open_term WHERE case_id = %s"
        ),
    ),
    "work_item": (
        1,
        ("child", "code", "role", "text", "opened_seq", "closed_seq"),
        (
            "SELECT item_id, child_id, code, role, text, opened_seq, closed_seq"
            " FROM scheidslijn.work_item WHERE case_id = %s"
        ),
    ),
    "notice": (
        1,
        ("child", "recipient", "code", "opened_seq", "closed_seq"),
        (
            "SELECT notice_id, child_id, recipient, code, opened_seq, closed_seq"
            " FROM scheidslijn.notice WHERE case_id = %s"
        ),
    ),
    "child_state": (
        1,
        ("state", "framework", "since", "edition"),
        "SELECT child_id, state, framework, since, edition FROM scheidslijn.child_state WHERE case_id = %s",
    ),
}
"""Of each table: how many columns are the key, the names of the others, and the question."""


def unlike(connection: Connection, case: str, now: datetime | None = None) -> list[str]:
    """How the tables of a case differ from what its entries say, a line each; ``now``: the clock of the case (UTC)."""
    found = projected(body for body, _ in bodies(connection, case))
    moment = now or _clock(connection, case)
    return list(differences(found.at(moment), stored(connection, case)))


def _clock(connection: Connection, case: str) -> datetime:
    known = rows(connection, "SELECT last_recorded_at FROM scheidslijn.case_head WHERE case_id = %s", case)
    last = known[0][0] if known else None
    return max(datetime.now(UTC), last) if last else datetime.now(UTC)


def stored(connection: Connection, case: str) -> dict[str, dict[Key, Row]]:
    """The rows of each table, by key, as entries would write them."""
    found: dict[str, dict[Key, Row]] = {}
    for table, (keys, names, asked) in _COLUMNS.items():
        found[table] = {
            tuple(row[:keys]): dict(zip(names, map(_plain, row[keys:]), strict=True))
            for row in rows(connection, asked, case)
        }
    return found


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return wire(value)
    return value.isoformat() if isinstance(value, date) else value
