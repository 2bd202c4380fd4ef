"""A stack of which every part can be killed and started again, with its data on disk."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys

from sqlalchemy import Engine
from temporalio.client import Client
from temporalio.testing import TimeSkipper

from casetool.service import CaseService
from casetool.stack import ROOT, Stack
from casetool.temporal import connect
from embedded import process
from embedded.postgres import Postgres
from embedded.temporal import Temporal
from records.engine import engine
from tests.chaos.points import KillPoint
from tests.kit import Family, eventually, fresh

DEATH_SECONDS = 30.0
PROGRAM = "tests.chaos.dying_worker"


class Ruins:
    """PostgreSQL, Temporal, and one worker at a time that dies when it is told to."""

    def __init__(self, stack: Stack) -> None:
        """Use a stack that runs without a worker."""
        self.stack = stack
        self.trigger = stack.home / "die-at"
        self.worker: subprocess.Popen[bytes] | None = None
        self.log = stack.home / "worker.log"
        self.engine: Engine = engine(stack.addresses.database_url)
        self.client: Client
        self.service: CaseService

    @property
    def postgres(self) -> Postgres:
        """The database server."""
        assert self.stack.postgres is not None
        return self.stack.postgres

    @property
    def temporal(self) -> Temporal:
        """The Temporal server."""
        assert self.stack.temporal is not None
        return self.stack.temporal

    async def connect(self) -> None:
        """Connect once; the client lives through every restart."""
        self.client = await connect(self.stack.addresses.temporal_address, "default")
        self.service = CaseService(self.client, self.stack.addresses.task_queue)

    def family(self, **how: object) -> Family:
        """A family case, by the real clock unless a test says otherwise."""
        given: dict[str, object] = {"starts": None, **how}
        return Family(self.service, self.engine, TimeSkipper(self.client), **given)  # type: ignore[arg-type]

    async def start_worker(self) -> None:
        """Start a worker and wait until it serves."""
        self.log = self.stack.home / f"{fresh('worker')}.log"
        self.worker = process.launch(
            [sys.executable, "-m", PROGRAM],
            home=self.stack.home,
            log=self.log,
            on_death=signal.SIGKILL,
            environment={
                **self.stack.environment(self.stack.addresses.build_id),
                "CHAOS_TRIGGER": str(self.trigger),
                "PYTHONPATH": str(ROOT),
            },
        )
        await eventually(self._serves)

    async def _serves(self) -> bool:
        assert self.worker is not None
        assert self.worker.poll() is None, self.log.read_text(encoding="utf-8")
        return "worker_started" in self.log.read_text(encoding="utf-8")

    async def running(self) -> None:
        """See that a worker runs, whatever the test before left."""
        if self.worker is None or self.worker.poll() is not None:
            await self.start_worker()

    def kill_worker(self) -> None:
        """Kill the worker with SIGKILL, wherever it is."""
        assert self.worker is not None
        self.worker.kill()
        self.worker.wait()

    def arm(self, point: KillPoint) -> None:
        """Have the worker die when it reaches a point."""
        self.trigger.with_suffix(".held").unlink(missing_ok=True)
        self.trigger.write_text(point.name, encoding="ascii")

    async def dies(self) -> None:
        """Wait until the worker has died where it was told to."""

        async def dead() -> bool:
            assert self.worker is not None
            return self.worker.poll() is not None

        await eventually(dead, DEATH_SECONDS)
        assert self.worker is not None
        assert self.worker.returncode == -signal.SIGKILL
        assert self.trigger.with_suffix(".held").exists(), "it died of something else"

    async def is_held(self) -> None:
        """Wait until the worker waits at the point where it will be killed."""

        async def held() -> bool:
            return self.trigger.with_suffix(".held").exists()

        await eventually(held, DEATH_SECONDS)

    async def restart(self, server: Postgres | Temporal, pause: float = 0.0) -> None:
        """Kill a server with SIGKILL, and start it again after a pause (seconds)."""
        await asyncio.to_thread(server.kill)
        await asyncio.sleep(pause)
        await asyncio.to_thread(server.start)
        # The test's own connections died with the server; those of the worker are its own affair.
        self.engine.dispose()

    async def lose_temporal(self) -> None:
        """Throw Temporal's database away and start an empty one at the same address."""

        def replace() -> None:
            self.temporal.kill()
            for file in self.temporal.home.glob("temporal.db*"):
                file.unlink()
            self.temporal.start()

        await asyncio.to_thread(replace)

    def stop(self) -> None:
        """End the worker; the servers end with the stack."""
        if self.worker is not None and self.worker.poll() is None:
            self.kill_worker()
        self.engine.dispose()
