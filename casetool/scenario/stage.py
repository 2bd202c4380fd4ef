"""Where a scenario is played: something that holds one case and its clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from states.commands import Base
from states.facts import Case
from states.refusal import Refusal

Entry = dict[str, Any]
"""The body of an entry (``states.entry``); ``hash`` is in it where the log is real."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command led to: a refusal or none, and the entries it made, lapses included."""

    refusal: Refusal | None = None
    entries: tuple[Entry, ...] = field(default=())


class Stage(Protocol):
    """One case, from before its first command."""

    async def start(self, moment: datetime) -> None:
        """Begin a new case with its clock at a moment (UTC)."""

    async def advance(self, moment: datetime) -> None:
        """Bring the clock to a moment (UTC); what lapses on the way is recorded."""

    async def send(self, command: Base) -> Outcome:
        """Give a command at the moment of the clock; a refusal is an outcome, not an error."""
        ...

    async def case(self) -> Case:
        """The case as it is folded now."""
        ...

    async def entries(self) -> list[Entry]:
        """Every entry of the case so far, in order."""
        ...
