"""A worker with an archive on a Temporal that forgets when it is told to, and what a test asks of it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import DeleteWorkflowExecutionRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode
from temporalio.testing import TimeSkipper

import worker
from activities.archive import Archive
from casetool.service import CaseService
from casetool.settings import Settings
from casetool.stack import Stack
from records import archive
from records import engine as engines
from records.archive import ArchiveKeys
from states.archiving import ARCHIVIST, Swept
from tests.agreement import Body
from tests.kit import Family, eventually, fresh

KEYS = ArchiveKeys(bytes(range(32)))


class Kept:
    """A worker with an archive, and what it kept."""

    def __init__(self, client: Client, engine: Engine, queue: str) -> None:
        """Serve a queue of its own."""
        self.client, self.engine, self.queue = client, engine, queue
        self.build = ""
        self.families: list[Family] = []

    def family(self) -> Family:
        """A family on this queue."""
        service = CaseService(self.client, self.queue)
        self.families.append(Family(service, self.engine, TimeSkipper(self.client)))
        return self.families[-1]

    async def sweep(self, *, everything: bool) -> Swept:
        """One sweep, as a schedule starts it."""
        swept: Swept = await self.client.execute_workflow(
            ARCHIVIST, everything, id=fresh("sweep"), task_queue=self.queue, result_type=Swept
        )
        return swept

    def content(self, entry: Body) -> dict[str, Any]:
        """What is kept under the hash in an entry."""
        facts = entry["facts"]
        with self.engine.connect() as connection:
            found = archive.read(connection, bytes.fromhex(facts["sha256"]))
        assert found is not None
        assert (found.run, found.sealed.hex(), sha256(found.box).hexdigest()) == (
            facts["run"],
            facts["sealed"],
            facts["sealed"],
        )
        read: dict[str, Any] = json.loads(archive.opened(KEYS, found))
        assert len(read["events"]) == facts["events"]
        return read


@asynccontextmanager
async def keeping(client: Client, stack: Stack, engine: Engine, keys: ArchiveKeys | None = KEYS) -> AsyncIterator[Kept]:
    """Run a worker with an archive in this process."""
    addresses = stack.addresses
    settings = Settings.model_validate(
        {
            "DATABASE_URL": addresses.database_url,
            "TEMPORAL_ADDRESS": client.service_client.config.target_host,
            "digest_key": addresses.digest_key,
            "task_queue": fresh("archives"),
            "build_id": fresh("archive-build"),
            "sandbox": True,
            "exercises": True,
        }
    )
    kept = Kept(client, engine, settings.task_queue)
    place = Archive(engine, keys) if keys else None
    async with (
        engines.pool(addresses.database_url, size=4) as pool,
        worker.build(client, pool, settings, archive=place),
    ):
        await worker.make_current(client, settings.build_id)
        kept.build = settings.build_id
        yield kept
        for family in kept.families:
            await family.end()


def archived(family: Family) -> list[Body]:
    """The entries about what is kept."""
    return [body for body in family.entries() if body["kind"] == "archive"]


async def rolled(family: Family) -> tuple[str, str]:
    """Send a case on to a new run; the old one and the new one."""
    before = await family.run_id()
    await family.handle.signal("roll")
    return before, await family.rolls(before, kept=False)


async def recorded(family: Family, count: int) -> list[Body]:
    """Wait until so many archives are recorded."""

    async def enough() -> list[Body]:
        found = archived(family)
        return found if len(found) >= count else []

    return await eventually(enough)


async def thrown_away(client: Client, family: Family, run: str) -> None:
    """Temporal forgets a run, as it does when its retention is over."""
    handle = client.get_workflow_handle(family.handle.id, run_id=run)
    request = DeleteWorkflowExecutionRequest(
        namespace="default", workflow_execution=WorkflowExecution(workflow_id=family.handle.id, run_id=run)
    )
    await client.workflow_service.delete_workflow_execution(request)

    async def gone() -> bool:
        try:
            await handle.fetch_history()
        except RPCError as error:
            return error.status is RPCStatusCode.NOT_FOUND
        return False

    assert await eventually(gone)
