"""A stage on real servers: the case runs as a workflow, its clock is skipped, its log is read.

The case is an exercise: it says so in every list, and its clock is shifted to where the scenario
begins. What is shown is folded from the log, as an auditor would.
"""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.service import RPCError, RPCStatusCode
from temporalio.testing import TimeSkipper

from casetool.scenario.stage import Entry, Outcome
from casetool.service import CaseService, RefusedError
from records import log
from states import exchange as x
from states.commands import Base
from states.due import next_due
from states.entry import happened
from states.evolve import evolve
from states.facts import Case

SETTLE_SECONDS = 20.0


class Live:
    """One exercise case on the servers that run."""

    def __init__(self, client: Client, engine: Engine, task_queue: str, case: str) -> None:
        """Prepare a case with an id of its own; nothing is stored yet."""
        self.id = case
        self._skipper = TimeSkipper(client)
        self._service = CaseService(client, task_queue)
        self._engine = engine
        self._log: list[Entry] = []
        self._case = Case(id=case, exercise=True)
        self._moment = datetime.min.replace(tzinfo=UTC)

    async def start(self, moment: datetime) -> None:
        """Set the clock; the workflow starts with the first command."""
        self._moment = moment

    async def advance(self, moment: datetime) -> None:
        """Skip the case's clock to a moment (UTC) and wait until what lapsed is in the log."""
        self._moment = moment
        if not await self._running():
            return
        handle = self._service.handle(self.id)
        view = await self._service.view(self.id)
        virtual = await self._skipper.get_current_time(handle)
        ahead = moment - (virtual + view.offset)
        if ahead > timedelta(0):
            await self._skipper.fast_forward(handle, ahead)
        await self._settled(moment)

    async def _running(self) -> bool:
        try:
            found = await self._service.handle(self.id).describe()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return found.status is WorkflowExecutionStatus.RUNNING

    async def _settled(self, moment: datetime) -> None:
        """Timers fire in their own time: wait, bounded, until nothing is due at the moment."""
        async with asyncio.timeout(SETTLE_SECONDS):
            while True:
                self._read()
                due = next_due(self._case)
                if due is None or due > moment:
                    return
                await asyncio.sleep(0.02)

    async def send(self, command: Base) -> Outcome:
        """Give a command through the service, as people do."""
        before = len(self._log)
        offset = (self._moment - datetime.now(UTC)).total_seconds()
        start = x.CaseStart(id=self.id, exercise=True, clock_offset=offset)
        refusal = None
        try:
            await self._service.send(self.id, command, start)
        except RefusedError as error:
            refusal = error.refusal
        self._read()
        return Outcome(refusal, tuple(self._log[before:]))

    def _read(self) -> None:
        with self._engine.connect() as connection:
            while page := log.entries(connection, self.id, self._case.seq):
                for entry in page:
                    body = json.loads(entry.body)
                    self._case = evolve(self._case, happened(body), entry.hash)
                    self._log.append({**body, "hash": entry.hash})

    async def case(self) -> Case:
        """The case as its log makes it."""
        return self._case

    async def entries(self) -> list[Entry]:
        """Every entry of the log so far, with its hash."""
        return self._log
