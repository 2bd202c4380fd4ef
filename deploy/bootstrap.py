"""Builds the checkout's `.venv` from a lock file, and keeps it so; needs nothing but Python and pip.

    python3 deploy/bootstrap.py requirements.lock

Guarantees: every package comes from the lock by its hash, through pip's own settings of this machine; the
checkout itself is installed editable without a network; two runs at once wait for one another; a run that was
broken off is built anew; a run with nothing to do writes nothing. The locks of a checkout are compiled against one
another, so a larger one only adds packages to a smaller one.

Imports the standard library only: it runs before anything is installed.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "installed.json"
PROJECT = "pyproject.toml"
NEEDED = (3, 11)
# Twice quiet: errors only; a mirror that lacks some packages gives a warning for each of them.
PIP_INSTALL = ["install", "-qq", "--no-deps", "--no-input", "--disable-pip-version-check"]


def main(arguments: "list[str]") -> int:
    """Make `.venv` hold what the named lock says. Returns the exit code: 0 done, 1 failed, 2 wrong call."""
    if len(arguments) != 1 or not (ROOT / arguments[0]).is_file():
        return _say("Usage: python3 deploy/bootstrap.py LOCK, with LOCK a lock file in the top folder.", 2)
    if sys.version_info < NEEDED:
        found = ".".join(str(part) for part in sys.version_info[:3])
        return _say(f"Python 3.11 or newer is needed; this is {found}. Name another: make PYTHON=python3.12", 1)
    wanted = [arguments[0], PROJECT]
    if _done(wanted):
        return 0
    with _one_at_a_time():
        return 0 if _done(wanted) else _build(wanted)


def _done(wanted: "list[str]") -> bool:
    stamps = _stamps()
    return PYTHON.exists() and all(stamps.get(name) == _digest(name) for name in wanted)


def _build(wanted: "list[str]") -> int:
    started = time.monotonic()
    stamps = _stamps()
    if not PYTHON.exists() or stamps.get("python") != _python():
        if importlib.util.find_spec("ensurepip") is None:
            return _say("This Python cannot make virtual environments (Debian, Ubuntu: install python3-venv).", 1)
        _say("Creating .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        if _run([sys.executable, "-m", "venv", str(VENV)]):
            return _say("Could not create .venv; Python's own message stands above.", 1)
        stamps = {}
    stamps = {name: digest for name, digest in stamps.items() if (ROOT / name).is_file() and _digest(name) == digest}
    # No stamps while pip is at work: if it is killed half-way, the next run builds anew.
    STAMPS.unlink(missing_ok=True)
    problem = None
    for name in wanted:
        if stamps.get(name) != _digest(name):
            _say(f"Installing {name}" if name == PROJECT else f"Installing {name} (half a minute the first time)")
            problem = _install(name)
            if problem:
                break
            stamps[name] = _digest(name)
    unfinished = STAMPS.with_suffix(".new")
    unfinished.write_text(json.dumps({"python": _python(), **stamps}, indent=1))
    unfinished.replace(STAMPS)
    return _say(problem, 1) if problem else _say(f"Ready after {time.monotonic() - started:.0f} s")


def _install(name: str) -> "str | None":
    """Install a lock, or the checkout itself; returns what went wrong, if anything did."""
    if name == PROJECT:
        failed = _pip("--no-build-isolation", "--no-index", "--editable", str(ROOT))
        return "pip could not install the checkout itself; its own message stands above." if failed else None
    if not _pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / name)):
        return None
    return (
        f"pip could not install {name}; its own message stands above. Most often no package index can be reached: "
        "compare `python3 -m pip config list`, the proxy and the certificates, then run make again."
    )


def _pip(*arguments: str) -> int:
    return _run([str(PYTHON), "-I", "-m", "pip", *PIP_INSTALL, *arguments])


def _run(command: "list[str]") -> int:
    environment = {name: value for name, value in os.environ.items() if name != "HOME" or value}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603


def _stamps() -> "dict[str, str]":
    try:
        return dict(json.loads(STAMPS.read_text()))
    except (OSError, ValueError):
        return {}


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def _python() -> str:
    """What a venv is tied to: the interpreter, and the path that its scripts name."""
    return f"{sys.version} in {ROOT}"


@contextlib.contextmanager
def _one_at_a_time() -> "Iterator[None]":
    checkout = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(checkout, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another run is setting up .venv; waiting for it")
            fcntl.flock(checkout, fcntl.LOCK_EX)
        yield
    finally:
        os.close(checkout)


def _say(text: str, code: int = 0) -> int:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
