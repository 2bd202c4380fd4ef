"""Verifies the log: every case's chain, every column against the body, the heads, the read log, the tree and its heads.

Streams: whatever the size of the log, some thousands of rows are in memory. What this cannot see (an event in the world
that was never entered, a tail dropped after the last head that others hold) the report says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, LiteralString, cast

import psycopg
from sqlalchemy import Connection

from audit import sealed_log
from audit.columns import NAMES, columns_of, parsed
from records import access, chain, sealing, tree
from records.chain import TAG, Link
from records.statements import rows

PAGE = 2_000
SHOWN = 20
ENTRIES: LiteralString = (
    "SELECT case_id, seq, prev_hash, hash, body, kind, event, child_id, command_id, actor_id, actor_role,"
    " actor_organisation, actor_under, effective_at, recorded_at, move, from_state, to_state, framework_before,"
    " framework_after, rules, edition, edition_digest, workflow_id, run_id, build_id, move_edition"
    " FROM scheidslijn.entry"
)


@dataclass(slots=True)
class Verified:
    """What was verified, and what does not hold."""

    cases: int = 0
    entries: int = 0
    readings: int = 0
    faults: int = 0
    words: list[str] = field(default_factory=list)
    """The faults, in words: the first ones; all are counted."""
    log: sealed_log.Report | None = None
    """The sealed log; only of the whole."""
    unsealed: int = 0
    """Of one case: entries and readings that are no leaf yet."""

    def fault(self, text: str) -> None:
        """Add a fault."""
        self.faults += 1
        if len(self.words) < SHOWN:
            self.words.append(text)

    @property
    def whole(self) -> bool:
        """Whether everything that was verified holds."""
        return not self.faults and (self.log is None or not self.log.faults)


def verify_case(connection: Connection, case: str) -> Verified:
    """The chain of one case, its head, its lines of the read log, and the leaves that they are."""
    found = Verified()
    _chains(connection, found, case)
    _readings(connection, found, case)
    _leaves(connection, found, case)
    return found


def verify_all(connection: Connection, trust: sealed_log.Trust | None, held: Iterable[Path]) -> Verified:
    """Everything; the sealed log as well, when the keys to trust are given."""
    found = Verified()
    _chains(connection, found, None)
    _readings(connection, found, None)
    found.log = sealed_log.verify(connection, trust, held) if trust is not None else None
    return found


def stream(connection: Connection, statement: LiteralString, *parameters: object) -> Iterator[tuple[Any, ...]]:
    """The rows of a question, a page at a time, in one transaction."""
    driver = cast("psycopg.Connection[tuple[Any, ...]]", connection.connection.driver_connection)
    with driver.transaction(), driver.cursor("verify", binary=True) as cursor:
        cursor.execute(statement, parameters)
        while page := cursor.fetchmany(PAGE):
            yield from page


def _chains(connection: Connection, found: Verified, case: str | None) -> None:
    heads = _heads(connection, case)
    if case is None:
        entries = stream(connection, ENTRIES + " ORDER BY case_id, seq")
    else:
        entries = stream(connection, ENTRIES + " WHERE case_id = %s ORDER BY seq", case)
    name, seq, previous = "", 0, chain.GENESIS
    for row in entries:
        if row[0] != name:
            _end(found, heads, name, seq, previous)
            name, seq, previous = row[0], 0, chain.GENESIS
        if row[1] != seq + 1 or row[2] != previous:
            _linked(found, row, seq, previous)
        _entry(found, row)
        seq, previous = row[1], row[3]
        found.entries += 1
    _end(found, heads, name, seq, previous)
    for left, (last, _) in heads.items():
        found.fault(f"case {left}: no entries, and its head says {last}")


def _heads(connection: Connection, case: str | None) -> dict[str, tuple[int, bytes]]:
    """The heads of the cases that have one: a line for each case, the only thing kept of all of them."""
    asked = "SELECT case_id, seq, hash FROM scheidslijn.case_head WHERE %s::text IS NULL OR case_id = %s"
    return {name: (seq, hash_) for name, seq, hash_ in rows(connection, asked, case, case)}


def _end(found: Verified, heads: dict[str, tuple[int, bytes]], name: str, seq: int, last: bytes) -> None:
    if not name:
        return
    found.cases += 1
    head = heads.pop(name, None)
    if head is None:
        found.fault(f"case {name}: has entries and no head")
    elif head != (seq, last):
        found.fault(f"case {name}: ends with entry {seq}, and its head says another end, entry {head[0]}")


def _linked(found: Verified, row: tuple[Any, ...], seq: int, previous: bytes) -> None:
    if row[1] != seq + 1:
        found.fault(f"case {row[0]}, entry {row[1]}: stands where entry {seq + 1} should")
    if row[2] != previous:
        found.fault(f"case {row[0]}, entry {row[1]}: does not carry the hash of the entry before it")


def _entry(found: Verified, row: tuple[Any, ...]) -> None:
    """The hash, the one way of writing, and the columns of one entry."""
    case, seq, previous, hash_, text = row[:5]
    if sha256(TAG + previous + text).digest() != hash_:
        found.fault(f"case {case}, entry {seq}: is not what was hashed")
    body = parsed(text)
    if body is None:
        for fault in chain.verify([Link(case, 1, chain.GENESIS, text, chain.entry_hash(chain.GENESIS, text))]):
            if "another case or number" not in fault.reason:
                found.fault(f"case {case}, entry {seq}: {fault.reason}")
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            return
    try:
        if columns_of(body) == row[5:26] and (body["case"], body["seq"]) == (case, seq) and _edition(row):
            return
        differing = [name for name, a, b in zip(NAMES, columns_of(body), row[5:26], strict=True) if a != b]
    except (KeyError, TypeError, ValueError, AttributeError):
        differing = ["its shape"]
    found.fault(f"case {case}, entry {seq}: columns say otherwise than the body: {', '.join(differing) or 'its place'}")


def _edition(row: tuple[Any, ...]) -> bool:
    """A move names the edition of its entry; nothing else names one."""
    return bool(row[26] == (row[21] if row[5] == "transition" else None))


def _readings(connection: Connection, found: Verified, case: str | None) -> None:
    asked: LiteralString = "SELECT case_id, seq, prev_hash, hash, body FROM scheidslijn.access"
    lines = (
        stream(connection, asked + " ORDER BY case_id, seq")
        if case is None
        else stream(connection, asked + " WHERE case_id = %s ORDER BY seq", case)
    )
    name, seq, previous = "", 0, chain.GENESIS
    for owner, number, before, hash_, text in lines:
        if owner != name:
            name, seq, previous = owner, 0, chain.GENESIS
        if number != seq + 1 or before != previous:
            found.fault(f"case {owner}, reading {number}: does not follow the line before it")
        if access.access_hash(before, text) != hash_:
            found.fault(f"case {owner}, reading {number}: is not what was hashed")
        seq, previous = number, hash_
        found.readings += 1


_LEAVES = """
    SELECT l.kind, l.seq, l.leaf, coalesce(e.hash, a.hash)
    FROM scheidslijn.sealed_leaf l
    LEFT JOIN scheidslijn.entry e ON l.kind = 'entry' AND e.case_id = l.case_id AND e.seq = l.seq
    LEFT JOIN scheidslijn.access a ON l.kind = 'access' AND a.case_id = l.case_id AND a.seq = l.seq
    WHERE l.case_id = %s
"""


def _leaves(connection: Connection, found: Verified, case: str) -> None:
    """Every leaf of this case is the entry or the reading it was sealed as; whether the tree is whole, --all says."""
    sealed = rows(connection, _LEAVES, case)
    for kind, seq, leaf, hash_ in sealed:
        if hash_ is None:
            found.fault(f"case {case}, {kind} {seq}: sealed, and gone")
        elif tree.leaf_hash(sealing.leaf_data(kind, case, seq, hash_)) != leaf:
            found.fault(f"case {case}, {kind} {seq}: is not what was sealed")
    found.unsealed = max(0, found.entries + found.readings - len(sealed))
