"""Child processes that die with their owner, their ports, and the lock that gives a folder one owner."""

import contextlib
import fcntl
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from embedded.errors import DirectoryInUseError, NotLinuxError

# The kernel ties a child to the *thread* that started it. This one lives as long as the program does, so a server may
# be started from any thread.
_starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedded")


def launch(  # noqa: PLR0913 - a process has this many sides
    command: list[str | Path],
    *,
    home: Path,
    log: Path,
    uid: int = 0,
    on_death: signal.Signals,
    stdin: int = subprocess.DEVNULL,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start `command` in `home`, its output added to `log`; it gets the signal `on_death` when its owner dies.

    It has a session of its own, so a Ctrl-C at the terminal reaches the owner only, and nothing of the owner's
    environment but what is given, so no setting of the machine (PGDATA, TEMPORAL_ADDRESS) reaches it. Raises
    NotLinuxError.
    """
    if sys.platform != "linux":
        raise NotLinuxError(platform=sys.platform)
    launcher: list[str | Path] = [sys.executable, "-I", "-S", Path(__file__).with_name("launch.py")]
    log.touch(mode=0o600)
    with log.open("ab") as output:
        return _starter.submit(
            lambda: subprocess.Popen(  # noqa: S603
                [*launcher, str(os.getpid()), str(int(on_death)), str(uid), *command],
                cwd=home,
                env={"HOME": str(home), "PATH": os.defpath, "TZ": "UTC", "LC_ALL": "C", **(environment or {})},
                stdin=stdin,
                stdout=output,
                stderr=output,
                start_new_session=True,
                umask=0o077,
            )
        ).result()


def stop(process: subprocess.Popen[bytes], *, seconds: float) -> None:
    """End `process` by SIGINT, and by SIGKILL when that took longer than `seconds`; return when it is gone."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def running(matches: Callable[[bytes], bool]) -> list[int]:
    """List the processes of this machine whose command line matches; a zombie has none, so it never does."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and matches((entry / "cmdline").read_bytes()):
                found.append(int(entry.name))
    return found


def free_port() -> int:
    """Pick a port of 127.0.0.1 that nobody listens on.

    Below the range from which Linux takes the ports of outgoing connections: there, a client that retries while the
    server is down can be given the server's own port, connect to itself and keep the server from coming back.
    """
    while True:
        port = random.randrange(20_000, 32_000)  # noqa: S311 - not a secret
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def tail(log: Path, lines: int = 20) -> str:
    """Return the last `lines` of `log`, indented."""
    return "\n".join("  " + line for line in log.read_text(errors="replace").splitlines()[-lines:])


class Hold:
    """The right to use `directory`, for one process at a time; the kernel takes it back when the process dies."""

    def __init__(self, directory: Path) -> None:
        """Take it. Raises DirectoryInUseError when another process, or another part of this one, has it."""
        self._file = os.open(directory / "owner.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(self._file, 20).decode() or "unknown"
            os.close(self._file)
            raise DirectoryInUseError(directory=directory, pid=pid) from None
        os.truncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def release(self) -> None:
        """Give it back."""
        os.close(self._file)
