"""Case workers who go on working while things break: what was answered to them must be true."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from temporalio.service import RPCError

from casetool.service import BusyError
from states import exchange as x
from tests.chaos.ruins import Ruins
from tests.kit import Family

CASES = 4
PAUSE = 0.05


@dataclass
class Load:
    """Families with a command under way each, and every answer that was given."""

    families: list[Family]
    answers: dict[str, dict[str, x.Outcome]] = field(default_factory=dict)
    stopping: bool = False
    errors: int = 0

    @property
    def answered(self) -> int:
        """How many commands were answered so far."""
        return sum(len(found) for found in self.answers.values())

    async def work(self, family: Family) -> None:
        """Send one command after the other; without an answer, the same one again."""
        found = self.answers.setdefault(family.case, {})
        while not self.stopping:
            note = family.note()
            while note.id not in found:
                try:
                    found[note.id] = await family.send(note)
                except (RPCError, BusyError):
                    self.errors += 1
                    await asyncio.sleep(PAUSE)

    async def holds(self) -> None:
        """Every answer is in the log, at the place it named, and everybody agrees."""
        for family in self.families:
            stored = {body["command"]: body["seq"] for body in family.entries() if body["event"] == "noted"}
            found = {name: outcome.first_seq for name, outcome in self.answers[family.case].items()}
            assert stored == found
            await family.agree()


@asynccontextmanager
async def load(ruins: Ruins) -> AsyncIterator[Load]:
    """Have work going on; when the block ends it is finished, and everything that was answered holds."""
    families = [ruins.family() for _ in range(CASES)]
    for family in families:
        await family.open()
    made = Load(families)
    async with asyncio.TaskGroup() as group:
        for family in families:
            group.create_task(made.work(family))
        try:
            yield made
        finally:
            made.stopping = True
    await made.holds()
    for family in families:
        await family.end()
