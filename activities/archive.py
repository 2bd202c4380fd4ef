"""Keeps the histories of runs before Temporal throws them away (D13): one run, or all that nobody kept yet.

Each step can be broken off and done again: a history has one name, a closed run one command that records it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from temporalio import activity
from temporalio.client import Client, WorkflowExecutionStatus, WorkflowHistory
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from activities.log import CaseLog
from records import archive, queries
from records.archive import ArchiveKeys, Run
from states import archiving
from states import exchange as x
from states.archiving import Archived, Swept, ToArchive
from states.entry import Trace, bodies
from states.facts import Case

T = TypeVar("T")
ATTEMPTS = 6
BATCH = 200
LATELY = timedelta(days=2)
"""How far an hourly sweep looks back; the nightly one looks at everything that Temporal still has."""
CASE = "case/"
SWEEPER = "sweep"
"""The run that entries of a sweep name: no run of the case made them."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Where histories are kept: a pool of the application's role in autocommit, and the keys."""

    engine: Engine
    keys: ArchiveKeys


class Archivist:
    """The activities of the archive; without one they keep nothing, and cases go on all the same."""

    def __init__(self, client: Client, log: CaseLog, archive: Archive | None) -> None:
        """Read histories from a client, keep them in an archive, and record them through ``log``."""
        self._client = client
        self._log = log
        self._archive = archive

    @property
    def activities(self) -> tuple[Callable[..., Awaitable[object]], ...]:
        """All of them, for a worker."""
        return (self.archive, self.sweep)

    @activity.defn(name=archiving.ARCHIVE)
    async def archive(self, run: ToArchive) -> Archived | None:
        """Keep the history of a closed run; nothing when there is no archive, or Temporal has no such history."""
        if self._archive is None:
            return None
        return await self._keep(self._archive, run, closed=True)

    @activity.defn(name=archiving.SWEEP)
    async def sweep(self, everything: bool) -> Swept:  # noqa: FBT001 - an activity takes its arguments by place
        """Keep what ended and nobody kept; with ``everything``, also what runs on and changed since."""
        closed = opened = 0
        gone: list[str] = []
        other: list[str] = []
        place = self._archive
        if place is None:
            return Swept()
        async for run in self._closed(place, everything=everything):
            kept = await self._keep(place, run, closed=True)
            if kept is None:
                gone.append(run.run)
            else:
                closed += 1
                if await self._record(place, run, kept) is None:
                    other.append(run.run)
            _beat()
        if everything:
            async for run in self._open(place):
                kept = await self._keep(place, run, closed=False)
                if kept is not None:
                    opened += bool(await self._record(place, run, kept))
                _beat()
        return Swept(closed=closed, open=opened, gone=tuple(gone), other=tuple(other))

    async def _keep(self, place: Archive, run: ToArchive, *, closed: bool) -> Archived | None:
        handle = self._client.get_workflow_handle(run.workflow, run_id=run.run)
        try:
            history = await handle.fetch_history()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return None
            raise
        # A long history takes a while to write, and commands of other cases are under way here.
        events, content = await asyncio.to_thread(_written, run, history)
        named = Run(run.case, run.run, closed)
        kept = await _do(place, lambda connection: archive.keep(connection, named, content, place.keys.current))
        return Archived(
            run=run.run,
            builds=builds(events),
            events=len(events["events"]),
            closed=closed,
            sha256=kept.sha256.hex(),
            sealed=kept.sealed.hex(),
            key=kept.key,
        )

    async def _closed(self, place: Archive, *, everything: bool) -> AsyncIterator[ToArchive]:
        asked = "WorkflowType = 'FamilyCase' AND ExecutionStatus != 'Running'"
        if not everything:
            since = datetime.now(UTC) - LATELY
            asked += f" AND CloseTime > '{since.isoformat(timespec='seconds')}'"
        batch: list[ToArchive] = []
        async for found in self._client.list_workflows(asked):
            case = found.id.removeprefix(CASE)
            batch.append(ToArchive(case=case, workflow=found.id, run=found.run_id))
            if len(batch) == BATCH:
                for run in await _unkept(place, batch):
                    yield run
                batch = []
        for run in await _unkept(place, batch):
            yield run

    async def _open(self, place: Archive) -> AsyncIterator[ToArchive]:
        cases = await _do(place, lambda connection: list(archive.changed(connection)))
        for case in cases:
            workflow = f"{CASE}{case}"
            try:
                found = await self._client.get_workflow_handle(workflow).describe()
            except RPCError as error:
                if error.status is RPCStatusCode.NOT_FOUND:
                    continue
                raise
            if found.status is WorkflowExecutionStatus.RUNNING:
                yield ToArchive(case=case, workflow=workflow, run=found.run_id)

    async def _record(self, place: Archive, run: ToArchive, kept: Archived) -> bool | None:
        """The entry, behind whatever head the case has; whether it is new. A workflow of the case adopts it (D8).

        ``None``: another history of this run is recorded. One of the two is not what happened.
        """
        for _ in range(ATTEMPTS):
            head = await _do(place, lambda connection: queries.head(connection, run.case))
            if head is None:
                return False
            last = head.last_recorded_at or datetime.now(UTC)
            # The clock of an exercise is its own: nothing here may move it.
            now = last if head.exercise else max(last, datetime.now(UTC))
            case = Case(id=run.case, seq=head.seq, head=head.hash.hex(), recorded_at=last, exercise=head.exercise)
            drafts = archiving.recorded(case, kept, now).drafts
            trace = Trace(kept.command, run.workflow, SWEEPER, "")
            request = x.Append(
                case=run.case,
                exercise=head.exercise,
                expected_seq=head.seq,
                head=head.hash.hex(),
                command_id=kept.command,
                sent=kept.sent,
                bodies=bodies(drafts, run.case, now, trace),
            )
            try:
                answer = await self._log.append(request)
            except ApplicationError as error:
                if error.type == x.CONFLICT:
                    return None
                raise
            if answer.status != "behind":
                return answer.status == "ok"
        return False


def _written(run: ToArchive, history: WorkflowHistory) -> tuple[dict[str, Any], bytes]:
    events: dict[str, Any] = json.loads(history.to_json())
    return events, archive.written(run.workflow, run.run, events)


async def _do(place: Archive, step: Callable[[Connection], T]) -> T:
    def run() -> T:
        with place.engine.connect() as connection:
            return step(connection)

    return await asyncio.to_thread(run)


async def _unkept(place: Archive, runs: list[ToArchive]) -> list[ToArchive]:
    asked = [(run.case, run.run) for run in runs]
    known = await _do(place, lambda connection: archive.recorded(connection, asked))
    return [run for run in runs if run.run not in known]


def builds(history: dict[str, Any]) -> tuple[str, ...]:
    """The builds that ran a history, each once, in order."""
    found: dict[str, None] = {}
    for event in history["events"]:
        done = event.get("workflowTaskCompletedEventAttributes", {})
        named = done.get("deploymentVersion", {}).get("buildId") or done.get("workerVersion", {}).get("buildId")
        if named:
            found[named] = None
    return tuple(found)


def _beat() -> None:
    if activity.in_activity():
        activity.heartbeat()
