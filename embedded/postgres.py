"""A PostgreSQL 18 server that lives and dies with this process. Synchronous; usable from any thread.

Guarantees: it listens on 127.0.0.1 only, on no socket file, and asks for a password; what it committed survives any
death of server or owner (unless `durable=False`); one owner per directory; a start succeeds whatever the end before
it left behind: a stale or half-written postmaster.pid, a foreign process under its number, back ends without a
server. Its log holds no row contents.
"""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from embedded import cluster, process
from embedded.errors import NotStartedError, NotThrowawayError
from embedded.home import Home

START_SECONDS = 60.0
STOP_SECONDS = 30.0
ORPHAN_SECONDS = 10.0
PORT_SECONDS = 10.0

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # A back end at work whose client and server are both dead ends by itself.
    "client_connection_check_interval": "1s",
    # A failed statement and its row would put personal data in the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
RISKY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """A server on the cluster in `directory`, made at the first start; its passwords lie beside the data.

    Without a directory it is a throwaway: in a fresh temporary directory that is removed at the end, and with an owner
    role that may create more databases. There, and only there, `durable=False` trades safety for speed. As root the
    files are not in `directory` but where `nobody` can get at them (see `embedded.home`). The port is kept from the
    first start to the last, so clients can reconnect; `port=0` picks a free one.
    """

    def __init__(self, directory: Path | None = None, *, durable: bool = True, port: int = 0) -> None:
        """Prepare; nothing runs yet. Raises NotThrowawayError, NotReachableError."""
        if directory is not None and not durable:
            raise NotThrowawayError(directory=directory)
        self._home = Home(directory)
        self._settings = SETTINGS if durable else SETTINGS | RISKY
        self._hold: process.Hold | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self.port = port
        """The port on 127.0.0.1; 0 before the first start."""

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
    def home(self) -> Path:
        """The folder that holds the data, the passwords and `server.log`."""
        return self._home.path

    @property
    def pid(self) -> int | None:
        """The process id of the server, None while it does not run."""
        return self._server.pid if self._server is not None and self._server.poll() is None else None

    @property
    def owner_url(self) -> str:
        """For migrations: the role that owns the database; no superuser."""
        return self._url(cluster.OWNER)

    @property
    def app_url(self) -> str:
        """For the application: a role that may connect, and do what migrations grant it."""
        return self._url(cluster.APP)

    def start(self) -> None:
        """Start the server and return when it answers; does nothing when it runs.

        Raises DirectoryInUseError, NotStartedError, NotLinuxError.
        """
        if self.pid is not None:
            return
        if self._hold is None:
            self._hold = process.Hold(self.home)
        try:
            self._clear()
            cluster.initialise(self._home)
            self._run()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server cleanly and give up the directory; does nothing when it is down.

        A "fast" shutdown: open transactions are rolled back.
        """
        if self._server is not None:
            process.stop(self._server, seconds=STOP_SECONDS)
            # Back ends outlive a server that was killed from outside.
            self._kill_all()
            self._server = None
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def kill(self) -> None:
        """Kill the server and all its back ends with SIGKILL; the directory stays this object's, for `start`."""
        if self._server is None:
            return
        # First stopped, or a back end could be born while the others are being killed.
        self._server.send_signal(signal.SIGSTOP)
        self._kill_all()
        self._server.kill()
        self._server.wait()
        self._server = None

    def remove(self) -> None:
        """Stop, and delete the data, the passwords and the log for good."""
        self.stop()
        self._home.remove()

    def _end(self) -> None:
        if self._home.throwaway:
            self.remove()
        else:
            self.stop()

    def _url(self, role: str) -> str:
        password = cluster.passwords(self._home)[role]
        return f"postgresql+psycopg://{role}:{password}@127.0.0.1:{self.port}/{cluster.DATABASE}"

    def _is_ours(self, command: bytes) -> bool:
        """Recognise a process of this cluster: a back end's title holds the cluster's name, the others the folder."""
        return self._is_server(command) or (command.startswith(b"postgres:") and self._home.name.encode() in command)

    def _is_server(self, command: bytes) -> bool:
        program = Path(os.fsdecode(command.split(b"\0", 1)[0])).name
        return program in {"postgres", "initdb"} and os.fsencode(self._home.data) in command

    def _kill_all(self) -> None:
        """Kill what is left of this cluster, and wait until it is gone: on a busy machine that takes a moment."""
        deadline = time.monotonic() + ORPHAN_SECONDS
        while (found := process.running(self._is_ours)) and time.monotonic() < deadline:
            for pid in found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.01)

    def _clear(self) -> None:
        """Wait for the processes of an owner that died, and remove what they left.

        This process holds the directory, so no live owner is disturbed. Without a process of this cluster a
        postmaster.pid is stale whatever it says; PostgreSQL itself would believe any live process under its number.
        """
        deadline = time.monotonic() + ORPHAN_SECONDS
        while process.running(self._is_ours):
            # A back end without a server that is shutting it down may go on for hours.
            if time.monotonic() > deadline or not process.running(self._is_server):
                self._kill_all()
            time.sleep(0.02)
        (self._home.data / "postmaster.pid").unlink(missing_ok=True)
        if self._home.log.exists():
            self._home.log.replace(self._home.log.with_suffix(".log.old"))

    def _run(self) -> None:
        started = time.monotonic()
        keep_port = self.port != 0
        while True:
            if not keep_port:
                self.port = process.free_port()
            settings = {**self._settings, "cluster_name": self._home.name, "port": str(self.port)}
            self._server = process.launch(
                [
                    self._home.programs / "postgres",
                    "-D",
                    self._home.data,
                    *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
                ],
                home=self.home,
                log=self._home.log,
                uid=self._home.uid,
                on_death=signal.SIGINT,
            )
            while self._server.poll() is None and time.monotonic() < started + START_SECONDS:
                if self._answers():
                    return
                time.sleep(0.02)
            # Another program may have taken the port since it was chosen, or in the pause after a kill.
            bound = self._server.poll() is None or b"could not bind" not in self._home.log.read_bytes()
            if bound or time.monotonic() > started + PORT_SECONDS:
                break
            time.sleep(0.2)
        raise NotStartedError(
            server="PostgreSQL",
            seconds=time.monotonic() - started,
            log=self._home.log,
            tail=process.tail(self._home.log),
        )

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.owner_url.replace("+psycopg", ""), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True
