"""Workers of several builds in the test's own process, on a Temporal of their own.

Which build is current is one setting for all cases of a Temporal, so the stack that all tests
share is left alone. The database is shared: cases never meet.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from sqlalchemy import Engine
from temporalio.client import Client
from temporalio.testing import TimeSkipper

import embedded.temporal
import worker
from casetool.service import CaseService
from casetool.settings import Settings
from casetool.stack import Stack
from casetool.temporal import connect
from embedded.temporal import Temporal
from records import engine as engines
from tests.kit import Family, fresh
from tests.workflow.keptkit import Kept, keeping


class Builds:
    """Workers that a test starts and stops; they know the same database and digest key."""

    def __init__(self, client: Client, engine: Engine, stack: Stack) -> None:
        """Serve a queue that no other test uses."""
        self.client = client
        self.engine = engine
        self.queue = fresh("queue")
        self.service = CaseService(client, self.queue)
        self.made: list[Family] = []
        self._addresses = stack.addresses

    @asynccontextmanager
    async def serving(self, build: str, *, current: bool = True) -> AsyncIterator[None]:
        """Run a worker of a build in this process; new runs go to it when it is made current."""
        settings = Settings.model_validate(
            {
                "DATABASE_URL": self._addresses.database_url,
                "TEMPORAL_ADDRESS": self.client.service_client.config.target_host,
                "digest_key": self._addresses.digest_key,
                "task_queue": self.queue,
                "build_id": build,
                "sandbox": True,
                "exercises": True,
            }
        )
        async with (
            engines.pool(self._addresses.database_url, size=worker.APPENDS) as pool,
            worker.build(self.client, pool, settings),
        ):
            if current:
                await worker.make_current(self.client, build)
            yield

    def family(self) -> Family:
        """A family on the queue of this test."""
        self.made.append(Family(self.service, self.engine, TimeSkipper(self.client)))
        return self.made[-1]


@pytest.fixture(scope="session")
def own_temporal() -> Iterator[Temporal]:
    """A Temporal whose current build the tests may change."""
    with Temporal() as server:
        yield server


@pytest_asyncio.fixture
async def builds(own_temporal: Temporal, engine: Engine, stack: Stack) -> AsyncIterator[Builds]:
    """Workers of several builds; every case that was made ends with the test."""
    made = Builds(await connect(own_temporal.address, "default"), engine, stack)
    yield made
    for family in made.made:
        await family.end()


@pytest.fixture(scope="session")
def forgetful() -> Iterator[Temporal]:
    """A Temporal that forgets at once what it is told to; by itself it waits half a minute."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(embedded.temporal.TIME_SKIPPING, "history.transferProcessorEnsureCloseBeforeDelete", "false")
        patch.setitem(embedded.temporal.TIME_SKIPPING, "history.transferProcessorUpdateAckInterval", '"1s"')
        server = Temporal()
        server.start()
    yield server
    server.remove()


@pytest_asyncio.fixture
async def kept(forgetful: Temporal, stack: Stack, engine: Engine) -> AsyncIterator[Kept]:
    """An archive on a Temporal whose current build a test may change."""
    client = await connect(forgetful.address, "default")
    async with keeping(client, stack, engine) as running:
        yield running
