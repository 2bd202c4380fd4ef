"""Servers to attack, and other programs that own servers."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from embedded import Postgres
from embedded.home import WHEEL

ROOT = Path(__file__).resolve().parents[2]
# Any user that every Linux has: initdb asks the system for its name.
OTHER_USER = "daemon"

Owner = Callable[..., AbstractContextManager[subprocess.Popen[str]]]


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The directory of a lasting cluster, made by the first test that starts it."""
    path = tmp_path_factory.mktemp("cluster")
    yield path
    Postgres(path).remove()


@pytest.fixture
def pg(directory: Path) -> Iterator[Postgres]:
    """A running server on the lasting cluster."""
    with Postgres(directory) as server:
        yield server


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """A directory for a lasting cluster of the test's own."""
    yield tmp_path
    Postgres(tmp_path).remove()


@pytest.fixture(scope="session")
def wheel_for_all() -> Iterator[Path]:
    """A copy of PostgreSQL that every user can read, wherever the checkout is."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        spec = importlib.util.find_spec(WHEEL)
        assert spec is not None
        assert spec.origin is not None
        installed = Path(spec.origin).parent
        shutil.copytree(installed, Path(folder, WHEEL), ignore=shutil.ignore_patterns("pginstall", "include"))
        shutil.copytree(installed.with_suffix(".libs"), Path(folder, WHEEL + ".libs"))
        yield Path(folder)


@pytest.fixture
def owner(tmp_path: Path, wheel_for_all: Path) -> Owner:
    """Run a Python program that owns servers; as another, plain user when asked. It is dead after the block."""

    @contextmanager
    def run(program: str, *arguments: object, plain_user: bool = False) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-W", "error", "-c", program, *map(str, arguments)]
        if plain_user and os.geteuid() == 0:
            # The interpreter may lie in root's own folder; this much reach is kept, or it could not even start.
            reach = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
            ids = [f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups"]
            command = ["setpriv", *ids, *reach, *command]
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        environment = os.environ | {"HOME": str(home), "PYTHONPATH": str(wheel_for_all)}
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield process
            finally:
                process.kill()

    return run
