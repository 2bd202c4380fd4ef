"""Histories are kept before Temporal throws them away, on real servers: nothing is lost when it has."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import Engine
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import DeleteWorkflowExecutionRequest
from temporalio.client import Client, WorkflowHistory
from temporalio.service import RPCError, RPCStatusCode
from temporalio.testing import TimeSkipper
from temporalio.worker import Replayer

import embedded.temporal
import worker
from activities.archive import Archive
from casetool import archiving
from casetool.service import CaseService
from casetool.settings import Settings
from casetool.stack import Stack
from casetool.temporal import DATA_CONVERTER, connect
from embedded.temporal import Temporal
from records import archive
from records import engine as engines
from records.archive import ArchiveKeys
from states.archiving import ARCHIVIST, Swept
from tests.agreement import Body
from tests.kit import Family, eventually, fresh
from workflows.family_case import FamilyCase

KEYS = ArchiveKeys(bytes(range(32)))
Families = Callable[..., Family]


class Kept:
    """A worker with an archive, and what it kept."""

    def __init__(self, client: Client, engine: Engine, queue: str) -> None:
        """Serve a queue of its own."""
        self.client, self.engine, self.queue = client, engine, queue
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
        yield kept
        for family in kept.families:
            await family.end()


@pytest.fixture(scope="module")
def forgetful() -> Iterator[Temporal]:
    """A Temporal that forgets at once what it is told to; by itself it waits half a minute."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(embedded.temporal.TIME_SKIPPING, "history.transferProcessorEnsureCloseBeforeDelete", "false")
        patch.setitem(embedded.temporal.TIME_SKIPPING, "history.transferProcessorUpdateAckInterval", '"1s"')
        server = Temporal()
        server.start()
    yield server
    server.remove()


@pytest.fixture
async def kept(forgetful: Temporal, stack: Stack, engine: Engine) -> AsyncIterator[Kept]:
    """An archive on a Temporal whose current build a test may change."""
    client = await connect(forgetful.address, "default")
    async with keeping(client, stack, engine) as running:
        yield running


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


async def replayed(kept: Kept, entry: Body) -> None:
    """What is kept is what Temporal's own replayer runs."""
    content = kept.content(entry)
    history = WorkflowHistory.from_json(content["workflow"], json.dumps({"events": content["events"]}))
    await Replayer(workflows=[FamilyCase], data_converter=DATA_CONVERTER).replay_workflow(history)


async def test_the_next_run_keeps_the_run_before(kept: Kept) -> None:
    """Under its hash, and its entry says which run, which build, and how long it was; Temporal may forget it then."""
    noor = kept.family()
    await noor.open()
    first, second = await rolled(noor)
    (entry,) = await recorded(noor, 1)
    assert (entry["facts"]["run"], entry["run"], entry["facts"]["closed"]) == (first, second, True)
    assert entry["facts"]["builds"] == [noor.entries()[0]["build"]]
    assert (entry["child"], entry["actor"]["role"], entry["command"]) == (None, "system", f"archive/{first}")
    await thrown_away(kept.client, noor, first)
    await replayed(kept, entry)
    await noor.send(noor.note())
    await noor.agree()


async def test_the_next_run_keeps_it_once_when_a_sweep_was_first(kept: Kept) -> None:
    """A sweep and the next run find the same history, and record it once."""
    noor = kept.family()
    await noor.open()
    await rolled(noor)
    await recorded(noor, 1)
    assert (await kept.sweep(everything=False)).other == ()
    assert len(archived(noor)) == 1
    await noor.agree()


async def test_a_run_that_an_operator_ended_is_swept(kept: Kept) -> None:
    """Nobody goes on from it: the sweep keeps it, also what happened to it."""
    noor = kept.family()
    await noor.open()
    run = await noor.run_id()
    await noor.handle.terminate("an operator")

    async def swept() -> list[Body]:
        # The list of ended runs comes a moment after their end.
        assert not (await kept.sweep(everything=False)).gone
        return archived(noor)

    (entry,) = await eventually(swept)
    await thrown_away(kept.client, noor, run)
    kinds = [event["eventType"] for event in kept.content(entry)["events"]]
    assert kinds[-1] == "EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED"
    assert (await kept.sweep(everything=False)).closed == 0
    await noor.send(noor.note())
    await noor.agree()


async def test_a_night_keeps_what_runs_on_and_only_when_something_happened(kept: Kept) -> None:
    """An open run is kept as far as it is; its clock, its head and its next command do not suffer."""
    noor = kept.family()
    await noor.open()
    clock = (await noor.view()).now
    await kept.sweep(everything=True)
    (entry,) = archived(noor)
    assert entry["facts"]["closed"] is False
    await replayed(kept, entry)
    await kept.sweep(everything=True)
    assert len(archived(noor)) == 1
    await noor.send(noor.note())
    assert (await noor.view()).now - clock < timedelta(minutes=5)
    await kept.sweep(everything=True)
    _, longer = archived(noor)
    assert longer["facts"]["events"] > entry["facts"]["events"]
    assert longer["facts"]["run"] == entry["facts"]["run"]
    # The workflow learns of it at its next command, as of any entry of others (D8).
    await noor.send(noor.note())
    await noor.agree()


async def test_without_an_archive_a_case_goes_on(forgetful: Temporal, stack: Stack, engine: Engine) -> None:
    """Nothing is kept, nothing is recorded, and nothing waits."""
    client = await connect(forgetful.address, "default")
    async with keeping(client, stack, engine, keys=None) as bare:
        noor = bare.family()
        await noor.open()
        await rolled(noor)
        await noor.send(noor.note())
        assert archived(noor) == []
        assert await bare.sweep(everything=True) == Swept()
        await noor.agree()


async def test_the_worker_of_this_checkout_keeps_histories(family: Families, client: Client) -> None:
    """Its stack has a key of the archive, and its schedules are there."""
    noor = family()
    await noor.open()
    await rolled(noor)
    (entry,) = await recorded(noor, 1)
    assert entry["facts"]["closed"]
    await noor.agree()
    often = await client.get_schedule_handle(archiving.LATELY).describe()
    night = await client.get_schedule_handle(archiving.NIGHTLY).describe()
    assert often.schedule.spec.intervals[0].every == timedelta(minutes=15)
    assert night.schedule.spec.time_zone_name == "Europe/Amsterdam"
