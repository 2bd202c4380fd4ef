"""Appending to a case's log, and reading it: the only way in which anything is stored (D8).

One call is one transaction and one round trip. What the answer says is stored, is stored; what a
caller drafted is not, until an answer says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import Any, LiteralString, cast

import psycopg
from psycopg.types.json import Jsonb
from psycopg_pool import AsyncConnectionPool, PoolTimeout
from sqlalchemy import Connection, make_url

from records.chain import Sealed
from records.engine import place
from records.errors import UnreachableError, translated

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
        NotNowError: nothing was stored; trying again may help.
        UnreachableError: the connection was lost; whether it was stored, the same call again will say.
    """
    return _answer(_run(connection, _APPEND, (Jsonb(_wire(request)),)))


async def append_from(pool: AsyncConnectionPool, request: Request) -> Answer:
    """As ``append``, on a connection of ``records.engine.pool`` and without a thread.

    Raises:
        RefusedError, NotNowError, UnreachableError: as ``append``.
    """
    try:
        async with pool.connection() as connection:
            cursor = await connection.execute(_APPEND, (Jsonb(_wire(request)),), prepare=True)
            return _answer(await cursor.fetchall())
    except PoolTimeout as error:
        # The pool has no reason to give: it goes on trying in the background.
        raise UnreachableError(where=place(make_url(str(pool.conninfo))), reason=str(error)) from error
    except psycopg.Error as error:
        raise translated(error) from error


def _answer(rows: Sequence[tuple[Any, ...]]) -> Answer:
    answer = rows[0][0]
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
        NotNowError, UnreachableError: trying again may help.
    """
    return list(starmap(Stored, _run(connection, _ENTRIES, (case, after_seq, limit))))


def _run(connection: Connection, statement: LiteralString, parameters: tuple[object, ...]) -> list[tuple[Any, ...]]:
    # Past SQLAlchemy, which only keeps the pool: every command pays for this statement.
    driver = cast("psycopg.Connection[tuple[Any, ...]]", connection.connection.driver_connection)
    try:
        return driver.execute(statement, parameters, prepare=True).fetchall()
    except psycopg.Error as error:
        if driver.closed:
            connection.invalidate()
            raise UnreachableError(where=place(connection.engine.url), reason=str(error).strip()) from error
        raise translated(error) from error


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
