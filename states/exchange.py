"""What the case workflow, the log and the people exchange: plain data, no behaviour.

These models stand here so that a workflow file needs no SQL and an activity no workflow.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pydantic import AwareDatetime, Field

from states.commands import Command
from states.facts import Case
from states.people import Sent, Stored
from states.refusal import Refusal

APPEND = "append"
"""The name of the activity that stores entries, or reads what lies beyond a head."""

CONFLICT, BROKEN, REFUSED, ELSEWHERE, ROLLING, WEATHER = (
    "CommandConflict",
    "BrokenLaw",
    "Refused",
    "ChildElsewhere",
    "Rolling",
    "DatabaseNotNow",
)
"""The types of the errors with which a command can end."""


class CommandSent(Sent):
    """A command as somebody sent it."""

    command: Command


class Position(Stored):
    """Where a child stands after a command."""

    state: str
    framework: str


class EntryRef(Stored):
    """An entry that a command made: its place in the log and its hash (hex)."""

    seq: int
    hash: str


class Outcome(Stored):
    """What came of a command. The same command sent again gets the same outcome."""

    command: str
    recorded_at: AwareDatetime
    first_seq: int
    last_seq: int
    positions: dict[str, Position] = Field(default_factory=dict)
    notices_due: tuple[str, ...] = ()
    refusal: Refusal | None = None
    entries: tuple[EntryRef, ...] = ()


class CaseStart(Stored):
    """The input of a run: the case as the run before left it, or nothing but its id.

    ``clock_offset`` (seconds) shifts the clock of an exercise case; a real case has none.
    """

    id: str
    exercise: bool = False
    clock_offset: float = 0.0
    case: dict[str, Any] | None = None


class Append(Stored):
    """A request to store the entries of a command behind a head, or (no command) to read on."""

    case: str
    exercise: bool
    expected_seq: int
    head: str
    command_id: str | None = None
    sent: dict[str, Any] | None = None
    outcome: dict[str, Any] | None = None
    bodies: list[dict[str, Any]] = Field(default_factory=list)


class StoredEntry(Stored):
    """An entry as it is stored: its canonical text and its hash (hex)."""

    seq: int
    body: str
    hash: str


class Appended(Stored):
    """The answer: ok, already, behind or conflict, with entries beyond the expected head (D8)."""

    status: str
    seq: int
    hash: str
    outcome: dict[str, Any] | None = None
    entries: tuple[StoredEntry, ...] = ()


class View(Stored):
    """What the workflow answers when asked: its cache of the case, and its clock."""

    case: Case
    now: datetime
    offset: timedelta
    armed: datetime | None
