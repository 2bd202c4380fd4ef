"""Temporal's development server, living and dying with this process. Synchronous; usable from any thread.

Guarantees: it listens on 127.0.0.1 only; with a directory, workflows survive any death of server or owner; one owner
per directory; the same port from the first start to the last, so clients and workers reconnect. It has no passwords:
every user of this machine can reach it, which is why personal data is sealed before it gets there.
"""

import asyncio
import signal
import subprocess
import sysconfig
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from types import TracebackType
from typing import Self

from google.protobuf.duration_pb2 import Duration
from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.workflowservice.v1 import UpdateNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError

from embedded import process
from embedded.errors import NotStartedError

NAMESPACE = "default"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
PORT_SECONDS = 10.0
TEN_YEARS = timedelta(days=3650)

# Values are JSON. Without the second, a continue-as-new during a skip doubles the clock; without the third, each timer
# that fires costs a second.
TIME_SKIPPING = {
    "frontend.WorkflowTimeSkippingEnabled": "true",
    "history.workflowIdReuseMinimalInterval": '"0s"',
    "history.timerProcessorMaxTimeShift": '"5ms"',
}

# The server's own default (a rollback journal, synced twice for each step) is three times as slow. In this mode a
# killed server loses nothing; a machine that loses its power can lose the last steps, never the file.
SQLITE = {"journal_mode": "wal", "synchronous": "normal"}


class Temporal:
    """A server on the SQLite file in `directory`, made at the first start; without a directory, in memory.

    `ui` adds Temporal's own web pages. Closed runs are kept for `retention` (one hour at least). The ports are kept
    from the first start to the last; `port=0` picks free ones.
    """

    def __init__(
        self, directory: Path | None = None, *, ui: bool = False, retention: timedelta = TEN_YEARS, port: int = 0
    ) -> None:
        """Prepare; nothing runs yet."""
        self._throwaway = directory is None
        if directory is None:
            self.home = Path(tempfile.mkdtemp(prefix="scheidslijn-temporal-"))
        else:
            self.home = directory.resolve()
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._log = self.home / "server.log"
        self._retention = retention
        self._hold: process.Hold | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._ui = ui
        self._ui_port = 0
        self.port = port
        """The port of the service on 127.0.0.1; 0 before the first start."""

    def __enter__(self) -> Self:
        """Start. Raises what `start` raises."""
        try:
            self.start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, and remove a throwaway."""
        self._end()

    @property
    def pid(self) -> int | None:
        """The process id of the server, None while it does not run."""
        return self._server.pid if self._server is not None and self._server.poll() is None else None

    @property
    def address(self) -> str:
        """What a client connects to, as host:port."""
        return f"127.0.0.1:{self.port}"

    @property
    def ui_address(self) -> str | None:
        """Where a browser finds Temporal's own pages; None without `ui`."""
        return f"http://127.0.0.1:{self._ui_port}" if self._ui else None

    def start(self) -> None:
        """Start the server and return when it answers; does nothing when it runs.

        Raises DirectoryInUseError, NotStartedError, NotLinuxError.
        """
        if self.pid is not None:
            return
        if self._hold is None:
            self._hold = process.Hold(self.home)
        try:
            self._run()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server cleanly and give up the directory; does nothing when it is down."""
        if self._server is not None:
            # What is only in memory needs no clean end, and that takes a second.
            if self._throwaway:
                self._server.kill()
            process.stop(self._server, seconds=STOP_SECONDS)
            self._server = None
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def kill(self) -> None:
        """Kill the server with SIGKILL; the directory stays this object's, for `start`."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def remove(self) -> None:
        """Stop, and delete the workflows and the log for good."""
        self.stop()
        rmtree(self.home)

    def _end(self) -> None:
        if self._throwaway:
            self.remove()
        else:
            self.stop()

    def _run(self) -> None:
        if self._log.exists():
            self._log.replace(self._log.with_suffix(".log.old"))
        started = time.monotonic()
        keep_ports = self.port != 0
        while True:
            if not keep_ports:
                self.port = process.free_port()
            if self._ui and (not keep_ports or not self._ui_port):
                self._ui_port = process.free_port()
            self._server = process.launch(self._command(), home=self.home, log=self._log, on_death=signal.SIGKILL)
            # In a thread of its own: the caller's may be running an event loop.
            with ThreadPoolExecutor(max_workers=1) as aside:
                if aside.submit(asyncio.run, self._comes_up(self._server, started + START_SECONDS)).result():
                    return
            # Another program may have taken the port since it was chosen, or in the pause after a kill.
            bound = self.pid is not None or b"address already in use" not in self._log.read_bytes()
            if bound or time.monotonic() > started + PORT_SECONDS:
                break
            time.sleep(0.2)
        raise NotStartedError(
            server="Temporal", seconds=time.monotonic() - started, log=self._log, tail=process.tail(self._log)
        )

    def _command(self) -> list[str | Path]:
        command: list[str | Path] = [Path(sysconfig.get_path("scripts"), "temporal"), "server", "start-dev"]
        command += ["--ip", "127.0.0.1", "--port", str(self.port), "--log-level", "warn"]
        for name, value in TIME_SKIPPING.items():
            command += ["--dynamic-config-value", f"{name}={value}"]
        if self._ui:
            command += ["--ui-port", str(self._ui_port), "--ui-disable-news-fetch"]
        else:
            command += ["--headless"]
        if not self._throwaway:
            command += ["--db-filename", self.home / "temporal.db"]
            for name, value in SQLITE.items():
                command += ["--sqlite-pragma", f"{name}={value}"]
        return command

    async def _comes_up(self, server: subprocess.Popen[bytes], deadline: float) -> bool:
        """Wait until the namespace takes its retention, which proves that server and storage work."""
        retention = Duration()
        retention.FromTimedelta(self._retention)
        request = UpdateNamespaceRequest(
            namespace=NAMESPACE, config=NamespaceConfig(workflow_execution_retention_ttl=retention)
        )
        while server.poll() is None and time.monotonic() < deadline:
            try:
                client = await Client.connect(self.address)
                await client.workflow_service.update_namespace(request, timeout=timedelta(seconds=5))
            except (RPCError, RuntimeError):
                await asyncio.sleep(0.05)
            else:
                return True
        return False
