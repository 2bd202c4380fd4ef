"""Who looked at a case or a child, when, at what and why: the read log (D16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from audit.folding import Body
from audit.standings import Standings
from records.statements import rows

_LINES = """
    SELECT seq, child_id, actor_id, actor_role, actor_organisation, what, purpose, read_at
    FROM scheidslijn.access WHERE case_id = %s ORDER BY seq
"""
UNPROVED = "command_line"
"""The role of who looked by the command line: nobody proved there who they are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A line of the read log; ``at`` is UTC, of the clock of the database."""

    case: str
    seq: int
    child: str | None
    reader: str
    role: str
    organisation: str | None
    what: str
    purpose: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """A line of the read log with the framework of each child that could be seen, at that moment."""

    frameworks: dict[str, str]
    case: str
    seq: int
    child: str | None
    reader: str
    role: str
    organisation: str | None
    what: str
    purpose: str
    at: datetime
    proved: bool
    """Whether the program knew who it was, and not only what they said."""


def readings(connection: Connection, case: str) -> list[Reading]:
    """The read log of a case, in order."""
    return [Reading(case, *row) for row in rows(connection, _LINES, case)]


def looked(entries: Iterable[Body], lines: Iterable[Reading], *, child: str | None = None) -> list[Looked]:
    """Who looked at a case; ``child``: only who could see this child. Pure."""
    standings = Standings(entries)
    return [
        Looked(
            frameworks={
                id_: framework
                for id_, framework in standings.frameworks(line.at).items()
                if line.child in {None, id_} and child in {None, id_}
            },
            case=line.case,
            seq=line.seq,
            child=line.child,
            reader=line.reader,
            role=line.role,
            organisation=line.organisation,
            what=line.what,
            purpose=line.purpose,
            at=line.at,
            proved=line.role != UNPROVED,
        )
        for line in lines
        if child is None or line.child in {None, child}
    ]
