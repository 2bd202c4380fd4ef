"""What the tables say about the entries of a case, laid beside the entries: columns, head and commands.

Believes none of the database's own functions, triggers and constraints: whoever owns it can switch them off. Together
with ``audit.folding.faults`` (the chain) and ``audit.sealed_log`` (what was signed) it says what happened where.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from records.chain import Fault
from records.moments import wire
from records.queries import head
from records.statements import rows

PAGE = 1000
_SAME = (
    *("kind", "event", "effective_at", "recorded_at", "move", "framework_before", "framework_after"),
    *("rules", "edition", "edition_digest"),
)
_NAMED = {
    "case_id": "case",
    "child_id": "child",
    "command_id": "command",
    "from_state": "from",
    "to_state": "to",
    "workflow_id": "workflow",
    "run_id": "run",
    "build_id": "build",
}
_ACTOR = ("id", "role", "organisation", "under")
_COMMANDS = "SELECT command_id, first_seq, last_seq FROM scheidslijn.command WHERE case_id = %s ORDER BY first_seq"
_MOMENTS = ("effective_at", "recorded_at")
_COLUMNS = (*_SAME, *_NAMED, *(f"actor_{name}" for name in _ACTOR))
# By place and not by number: there may be two of one number. No ORM: it makes one of two rows with one key.
_ENTRIES = f"""
    SELECT seq, hash, body, {", ".join(_COLUMNS)} FROM scheidslijn.entry
    WHERE case_id = %s ORDER BY seq, ctid OFFSET %s LIMIT %s
"""  # noqa: S608 - names of our own


def disagreements(connection: Connection, case: str) -> list[Fault]:
    """Each place where a table says something else than the entries of a case; none, when all is well."""
    faults: list[Fault] = []
    by_command: dict[str, list[int]] = {}
    seq, last = 0, b""
    for number, own, body, columns in _entries(connection, case):
        faults += [Fault(case, number, reason) for reason in _differing(body, columns)]
        by_command.setdefault(columns["command_id"], []).append(number)
        seq, last = number, own
    known = head(connection, case)
    if known is None or (known.seq, known.hash) != (seq, last):
        said = "has no head" if known is None else f"has a head that stands at entry {known.seq}"
        faults.append(Fault(case, seq, f"is the last one, and its case {said}"))
    faults += _commands(case, rows(connection, _COMMANDS, case), by_command)
    return faults


def _entries(connection: Connection, case: str) -> Iterator[tuple[int, bytes, bytes, dict[str, Any]]]:
    done = 0
    while page := rows(connection, _ENTRIES, case, done, PAGE):
        for number, own, body, *columns in page:
            yield number, own, body, dict(zip(_COLUMNS, columns, strict=True))
        done += len(page)


def _differing(hashed: bytes, columns: dict[str, Any]) -> Iterator[str]:
    try:
        body: dict[str, Any] = json.loads(hashed)
        actor: dict[str, Any] = body["actor"]
    except (ValueError, KeyError, TypeError):
        yield "cannot be read"
        return
    said = {name: body.get(name) for name in _SAME} | {name: body.get(key) for name, key in _NAMED.items()}
    said |= {f"actor_{name}": actor.get(name) for name in _ACTOR}
    for name, column in columns.items():
        stands = wire(column) if name in _MOMENTS else column
        if stands != said[name]:
            yield f"stands in column {name} as {stands}, and what was hashed says {said[name]}"


def _commands(case: str, stored: Iterable[tuple[Any, ...]], by_command: dict[str, list[int]]) -> Iterator[Fault]:
    spans = {name: (first, last) for name, first, last in stored}
    for name, found in by_command.items():
        if name not in spans:
            yield Fault(case, found[0], "belongs to a command that was never stored")
        elif found != list(range(spans[name][0], spans[name][1] + 1)):
            yield Fault(case, found[0], f"belongs to a command of entries {spans[name][0]} to {spans[name][1]}")
    for name, (first, _) in spans.items():
        if name not in by_command:
            yield Fault(case, first, "was made by a command that is stored, and is gone")
