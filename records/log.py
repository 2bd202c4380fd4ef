"""Appending to a case's log, and reading it: the only way in which anything is stored (D8).

One call is one transaction and one round trip. What the answer says is stored, is stored; what a
caller drafted is not, until an answer says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import Any

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import Connection

from records.chain import Sealed
from records.errors import UnreachableError, refused

PAGE = 200

_APPEND = "SELECT scheidslijn.append(%s)"
_ENTRIES = """
    SELECT seq, convert_from(body, 'UTF8'), encode(hash, 'hex') FROM scheidslijn.entry
    WHERE case_id = %s AND seq > %s ORDER BY seq LIMIT %s
"""


class Status(StrEnum):
    """What came of an append."""

    OK = "ok"
    """Stored; or nothing was asked and nothing lies beyond the caller's head."""
    ALREADY = "already"
    """Stored before, with the outcome given here."""
    BEHIND = "behind"
    """Nothing stored: there are entries the caller has not seen."""
    CONFLICT = "conflict"
    """Nothing stored: another command has this id. Never retry."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its id (unique in its case), the hex digest of it as sent, and what to answer a second time."""

    id: str
    digest: str
    outcome: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to others, stored together with the entries."""

    topic: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What to append behind entry ``expected_seq``; without a command it only reads what lies beyond."""

    case: str
    expected_seq: int
    command: Command | None = None
    entries: tuple[Sealed, ...] = ()
    outbox: tuple[Message, ...] = ()
    exercise: bool = False
    page: int = PAGE


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it stands in the log; ``body`` is its canonical text, ``hash`` is hex."""

    seq: int
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The head after the call, and the entries after ``expected_seq``: at most a page, ask again for more."""

    status: Status
    seq: int
    hash: str
    outcome: dict[str, Any] | None
    entries: tuple[Stored, ...]


def append(connection: Connection, request: Request) -> Answer:
    """Store the entries of a command, or say why not. The connection must be in autocommit (``records.engine``).

    Raises:
        RefusedError: the database refuses the entries; nothing was stored and trying again will not help.
        UnreachableError: the connection was lost; whether it was stored, the next call says.

    """
    driver = _driver(connection)
    try:
        row = driver.execute(_APPEND, (Jsonb(_wire(request)),), prepare=True).fetchone()
    except psycopg.Error as error:
        raise _translated(connection, error) from error
    assert row is not None
    answer = row[0]
    return Answer(
        Status(answer["status"]),
        answer["seq"],
        answer["hash"],
        answer["outcome"],
        tuple(Stored(**entry) for entry in answer["entries"]),
    )


def entries(connection: Connection, case: str, after_seq: int = 0, limit: int = PAGE) -> list[Stored]:
    """Read the entries of a case after ``after_seq``, in order.

    Raises:
        UnreachableError: the connection was lost.

    """
    try:
        rows = _driver(connection).execute(_ENTRIES, (case, after_seq, limit), prepare=True).fetchall()
    except psycopg.Error as error:
        raise _translated(connection, error) from error
    return list(starmap(Stored, rows))


def _driver(connection: Connection) -> psycopg.Connection[tuple[Any, ...]]:
    # Past SQLAlchemy: this is the one statement that every command pays for.
    return connection.connection.driver_connection  # type: ignore[return-value]


def _wire(request: Request) -> dict[str, Any]:
    command = request.command
    return {
        "case": request.case,
        "exercise": request.exercise,
        "expected_seq": request.expected_seq,
        "command": command and {"id": command.id, "digest": command.digest, "outcome": command.outcome},
        "entries": [{"body": entry.body, "hash": entry.hash} for entry in request.entries],
        "outbox": [{"topic": message.topic, "payload": message.payload} for message in request.outbox],
        "page": request.page,
    }


def _translated(connection: Connection, error: psycopg.Error) -> Exception:
    lost = connection.connection.driver_connection.closed
    if lost:
        connection.invalidate()
        return UnreachableError(where="the other end", reason=str(error).strip())
    return refused(error) or error
