"""The embedded stack: PostgreSQL, Temporal and a worker, started and stopped together.

Without a directory it is a throwaway in a temporary place. A server that is named in the
environment (``DATABASE_URL``, ``TEMPORAL_ADDRESS``) is used as it is and never started or stopped.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from casetool import keyfiles
from casetool.settings import DEPLOYMENT, PREFIX, TASK_QUEUE
from embedded import process
from embedded.postgres import Postgres
from embedded.temporal import Temporal
from records import migrate

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".state"
ADDRESSES = "addresses.json"
WORKER_SECONDS = 60.0
SEALING = tuple(f"{PREFIX}{name}" for name in ("SEAL_KEY_FILE", "LOG_ORIGIN", "CHECKPOINT_DIRECTORY"))
ARCHIVE_KEY = f"{PREFIX}ARCHIVE_KEY_FILE"
CODE = ("states", "workflows", "activities", "records", "worker.py")


class WorkerFailedError(Exception):
    """For operators: the worker did not come up; the end of its log says why."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything is, and with which secrets: for other processes of the same user."""

    database_url: str
    owner_url: str | None
    temporal_address: str
    ui_address: str | None
    digest_key: str
    build_id: str
    task_queue: str = TASK_QUEUE
    pid: int = 0


def code_build() -> str:
    """A build id that follows the code which decides: cases are pinned to it (D13)."""
    digest = hashlib.sha256()
    for name in CODE:
        place = ROOT / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.suffix in (".py", ".sql"):
                digest.update(str(file.relative_to(ROOT)).encode())
                digest.update(file.read_bytes())
    return f"embedded-{digest.hexdigest()[:12]}"


class Stack:
    """PostgreSQL, Temporal and one worker; everything stops at the end, whatever the end."""

    def __init__(
        self,
        directory: Path | None = None,
        *,
        ui: bool = False,
        worker: bool = True,
        durable: bool = True,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare; nothing runs yet."""
        self._directory = directory
        self._ui = ui
        self._with_worker = worker
        self._durable = durable
        self._environment = dict(environment or {})
        self._exit = ExitStack()
        self._workers: list[subprocess.Popen[bytes]] = []
        self.postgres: Postgres | None = None
        self.temporal: Temporal | None = None
        self.home = directory or Path()
        self.addresses: Addresses

    def __enter__(self) -> Self:
        """Start. Raises EmbeddedError, RecordsError or WorkerFailedError; then nothing is left."""
        try:
            self._start()
        except BaseException:
            self._exit.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything that was started here."""
        self._exit.close()

    def _start(self) -> None:
        if self._directory is None:
            place = tempfile.TemporaryDirectory(prefix="scheidslijn-")
            self.home = Path(self._exit.enter_context(place))
        else:
            self.home = self._directory
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        database, owner = self._database()
        temporal, ui = self._temporal()
        if owner is not None:
            migrate.upgrade(owner)
        self.addresses = Addresses(
            database_url=database,
            owner_url=owner,
            temporal_address=temporal,
            ui_address=ui,
            digest_key=self._digest_key(),
            build_id=os.environ.get(f"{PREFIX}BUILD_ID") or code_build(),
            pid=os.getpid(),
        )
        self._exit.callback(self._stop_workers)
        if self._with_worker:
            self.start_worker()
        if self._directory is not None:
            self._publish()

    def _database(self) -> tuple[str, str | None]:
        given = os.environ.get(f"{PREFIX}DATABASE_URL") or os.environ.get("DATABASE_URL")
        if given:
            return given, os.environ.get(f"{PREFIX}DATABASE_OWNER_URL")
        place = self.home / "postgres" if self._directory is not None else None
        durable = self._durable or place is not None
        self.postgres = self._exit.enter_context(Postgres(place, durable=durable))
        return self.postgres.app_url, self.postgres.owner_url

    def _temporal(self) -> tuple[str, str | None]:
        given = os.environ.get(f"{PREFIX}TEMPORAL_ADDRESS") or os.environ.get("TEMPORAL_ADDRESS")
        if given:
            return given, None
        place = self.home / "temporal" if self._directory is not None else None
        self.temporal = self._exit.enter_context(Temporal(place, ui=self._ui))
        return self.temporal.address, self.temporal.ui_address

    def _digest_key(self) -> str:
        given = os.environ.get(f"{PREFIX}DIGEST_KEY")
        if given:
            return given
        file = self.home / "digest.key"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_hex(32), encoding="ascii")
        return file.read_text(encoding="ascii")

    def start_worker(
        self, build_id: str | None = None, extra: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a worker process and wait until new runs go to its build.

        Raises:
            WorkerFailedError: it ended, or was not ready in time.
        """
        build = build_id or self.addresses.build_id
        log = self.home / "worker.log"
        worker = process.launch(
            [sys.executable, ROOT / "worker.py"],
            home=self.home,
            log=log,
            on_death=signal.SIGTERM,
            environment={**self.environment(build), **self._environment, **(extra or {})},
        )
        self._workers.append(worker)
        ready = f'"build": "{build}"'
        deadline = time.monotonic() + WORKER_SECONDS
        while worker.poll() is None and time.monotonic() < deadline:
            lines = log.read_text(encoding="utf-8").splitlines()
            if any("worker_started" in line and ready in line for line in lines):
                return worker
            time.sleep(0.05)
        tail = "\n".join(log.read_text(encoding="utf-8").splitlines()[-15:])
        raise WorkerFailedError(f"{WorkerFailedError.__doc__}\n{tail}")

    def watch(self) -> None:
        """See that the worker still runs.

        Raises:
            WorkerFailedError: it ended by itself.
        """
        if any(worker.poll() is not None for worker in self._workers):
            raise WorkerFailedError(WorkerFailedError.__doc__)

    def environment(self, build: str) -> dict[str, str]:
        """The settings of a worker on this stack."""
        return {
            f"{PREFIX}DATABASE_URL": self.addresses.database_url,
            f"{PREFIX}TEMPORAL_ADDRESS": self.addresses.temporal_address,
            f"{PREFIX}TASK_QUEUE": self.addresses.task_queue,
            f"{PREFIX}BUILD_ID": build,
            f"{PREFIX}DIGEST_KEY": self.addresses.digest_key,
            f"{PREFIX}EXERCISES": "true",
            **self._sealing(),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def _sealing(self) -> dict[str, str]:
        """The keys of log and archive and the place of heads: in the home of the stack, made at the first start.

        A database that is not ours may be sealed by others, under another key: then only as the environment says.
        """
        if self.postgres is None:
            return {name: value for name, value in os.environ.items() if name in (*SEALING, ARCHIVE_KEY)}
        key = keyfiles.made(self.home / "seal.key")
        origin = f"scheidslijn.invalid/{hashlib.sha256(key).hexdigest()[:12]}"
        keyfiles.made(self.home / "archive.key")
        values = (str(self.home / "seal.key"), origin, str(self.home / "checkpoints"))
        return dict(zip(SEALING, values, strict=True)) | {ARCHIVE_KEY: str(self.home / "archive.key")}

    def _stop_workers(self) -> None:
        for worker in self._workers:
            if worker.poll() is None:
                process.stop(worker, seconds=15)

    def _publish(self) -> None:
        file = self.home / ADDRESSES
        file.touch(mode=0o600)
        file.write_text(json.dumps(asdict(self.addresses)), encoding="utf-8")
        self._exit.callback(file.unlink, missing_ok=True)


def running(directory: Path = STATE) -> Addresses | None:
    """Where the stack of this checkout runs, or ``None`` when it does not."""
    file = directory / ADDRESSES
    if not file.exists():
        return None
    found = Addresses(**json.loads(file.read_text(encoding="utf-8")))
    alive = Path(f"/proc/{found.pid}").exists()
    return found if alive else None


__all__ = ["DEPLOYMENT", "STATE", "Addresses", "Stack", "WorkerFailedError", "running"]
