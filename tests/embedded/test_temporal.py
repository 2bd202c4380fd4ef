"""Attacks on the embedded Temporal server, and proof that the server takes the settings that it is given."""

import asyncio
import os
import subprocess
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from temporalio import workflow
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.testing import TimeSkipper
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

from embedded import DirectoryInUseError, NotStartedError, Temporal, process

T = TypeVar("T")
Owner = Callable[..., AbstractContextManager[subprocess.Popen[str]]]
QUEUE = "embedded"

HOLD = """
import signal
import sys
from pathlib import Path
from embedded import Temporal
with Temporal(Path(sys.argv[1])) as temporal:
    print(temporal.pid, flush=True)
    signal.pause()
"""


@workflow.defn
class Terms:
    """Waits for a number of terms of 30 days."""

    @workflow.run
    async def run(self, terms: int) -> datetime:
        """Return the moment at which the last term ended."""
        for _ in range(terms):
            await asyncio.sleep(timedelta(days=30).total_seconds())
        return workflow.now()


@workflow.defn
class Chapters:
    """Waits for a number of terms of 30 days, each in a run of its own."""

    @workflow.run
    async def run(self, terms: int) -> datetime:
        """Return the moment at which the last term ended."""
        await asyncio.sleep(timedelta(days=30).total_seconds())
        if terms > 1:
            workflow.continue_as_new(terms - 1)
        return workflow.now()


@pytest.fixture(scope="module")
def temporal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Temporal]:
    """A running server with everything that can be asked for."""
    with Temporal(tmp_path_factory.mktemp("temporal"), ui=True, retention=timedelta(days=41)) as server:
        yield server


def skipping(temporal: Temporal, what: Callable[[TimeSkipper], Coroutine[None, None, T]]) -> T:
    """Run `what` with a time skipper, and with a worker."""

    async def run() -> T:
        client = await Client.connect(temporal.address)
        async with Worker(
            client, task_queue=QUEUE, workflows=[Terms, Chapters], workflow_runner=UnsandboxedWorkflowRunner()
        ):
            return await what(TimeSkipper(client))

    return asyncio.run(run())


def test_server_killed_then_started_keeps_the_workflow_and_the_client(tmp_path: Path) -> None:
    """The same client object goes on after SIGKILL of the server, and after a clean stop."""

    async def attack(temporal: Temporal) -> None:
        client = await Client.connect(temporal.address)
        handle = await client.start_workflow("Nobody", id="kept", task_queue=QUEUE)
        first = temporal.pid
        for end in (temporal.kill, temporal.stop):
            end()
            assert temporal.pid is None
            temporal.start()
            assert temporal.pid != first
            assert (await handle.describe()).status is WorkflowExecutionStatus.RUNNING

    with Temporal(tmp_path / "t") as temporal:
        asyncio.run(attack(temporal))


def test_owner_killed_leaves_no_process_and_the_next_start_works(owner: Owner, tmp_path: Path) -> None:
    """At once, on the same directory."""
    with owner(HOLD, tmp_path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    with Temporal(tmp_path) as temporal:
        mine = [temporal.pid]
        assert process.running(lambda command: os.fsencode(tmp_path) in command) == mine
    assert process.running(lambda command: os.fsencode(tmp_path) in command) == []


def test_second_owner_of_a_directory_is_told_which_one(temporal: Temporal) -> None:
    """SQLite would let both write in the same file."""
    with pytest.raises(DirectoryInUseError, match=str(temporal.home)):
        Temporal(temporal.home).start()


def test_two_at_once_do_not_meet(temporal: Temporal) -> None:
    """Another port; a throwaway leaves nothing."""
    with Temporal() as other:
        assert other.address != temporal.address
        assert other.home.exists()
    assert not other.home.exists()
    assert process.running(lambda command: f"--port\0{other.port}\0".encode() in command) == []


def test_broken_database_file_is_told_with_the_end_of_the_log(tmp_path: Path) -> None:
    """The operator reads the server's own reason, not only that it did not come up."""
    (tmp_path / "temporal.db").write_bytes(b"no database" * 1000)
    with pytest.raises(NotStartedError, match="file is not a database"):
        Temporal(tmp_path).start()


def test_listens_on_this_machine_only_and_shows_its_pages(temporal: Temporal) -> None:
    """Every socket of the server is on the loopback address."""
    assert temporal.ui_address is not None
    with urllib.request.urlopen(temporal.ui_address) as page:  # noqa: S310
        assert page.status == 200
    sockets = {str(link.readlink()) for link in Path(f"/proc/{temporal.pid}/fd").iterdir()}
    listening = [
        line.split()[1]
        for table in ("tcp", "tcp6")
        for line in Path("/proc/net", table).read_text().splitlines()
        if line.split()[3] == "0A" and f"socket:[{line.split()[9]}]" in sockets
    ]
    assert len(listening) > 1
    assert {address.split(":")[0] for address in listening} == {"0100007F"}


def test_retention_is_what_was_asked(temporal: Temporal) -> None:
    """The development server's own is one day."""

    async def retention() -> timedelta:
        client = await Client.connect(temporal.address)
        answer = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace="default"))
        return answer.config.workflow_execution_retention_ttl.ToTimedelta()

    assert asyncio.run(retention()) == timedelta(days=41)


def test_a_year_is_skipped_on_request(temporal: Temporal) -> None:
    """frontend.WorkflowTimeSkippingEnabled is taken."""

    async def year(skipper: TimeSkipper) -> bool:
        with skipper.with_time_skipping_disabled():
            handle = await skipper.client.start_workflow(Terms.run, 100, id="year", task_queue=QUEUE)
        return await skipper.fast_forward(handle, timedelta(days=365))

    started = time.monotonic()
    assert skipping(temporal, year)
    assert time.monotonic() - started < 8


def test_ten_timers_fire_in_less_than_a_second_each(temporal: Temporal) -> None:
    """history.timerProcessorMaxTimeShift is taken."""

    async def ten(skipper: TimeSkipper) -> datetime:
        return await skipper.client.execute_workflow(Terms.run, 10, id="ten", task_queue=QUEUE)

    started = time.monotonic()
    assert skipping(temporal, ten) > datetime.now(UTC)
    assert time.monotonic() - started < 7


def test_continue_as_new_during_a_skip_does_not_double_the_clock(temporal: Temporal) -> None:
    """history.workflowIdReuseMinimalInterval is taken."""

    async def chapters(skipper: TimeSkipper) -> tuple[datetime, datetime]:
        handle = await skipper.client.start_workflow(Chapters.run, 6, id="chapters", task_queue=QUEUE)
        start = (await handle.describe()).start_time
        return start, await handle.result()

    start, end = skipping(temporal, chapters)
    assert timedelta(0) <= end - start - timedelta(days=180) < timedelta(minutes=1)
