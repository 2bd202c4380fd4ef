"""Attacks on the set-up: broken off half-way, twice at once, nothing reachable."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Builds itself, so that the test needs no package and no index.
PROJECT = """
[project]
name = "checkout"
version = "1"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/checkout-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("checkout-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: checkout\\nVersion: 1\\n")
        wheel.writestr("checkout-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("checkout-1.dist-info/RECORD", "")
    return "checkout-1-py3-none-any.whl"
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that needs no packages, in a path with a space."""
    folder = tmp_path_factory.mktemp("a checkout")
    (folder / "deploy").mkdir()
    shutil.copy(ROOT / "deploy" / "bootstrap.py", folder / "deploy")
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "small.lock").write_text("# nothing\n")
    (folder / "large.lock").write_text("no-such-package==1 --hash=sha256:" + 64 * "0" + "\n")
    return folder


def start(checkout: Path, lock: str = "small.lock") -> "subprocess.Popen[str]":
    """Start the set-up, with no index to reach and an empty HOME."""
    environment = os.environ | {"PIP_NO_INDEX": "1", "HOME": ""}
    command = [sys.executable, "deploy/bootstrap.py", lock]
    return subprocess.Popen(
        command, cwd=checkout, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def finish(program: "subprocess.Popen[str]") -> tuple[int, str]:
    """Wait for the end; return the exit code and what was said."""
    said = program.communicate()[1]
    return program.returncode, said


def test_set_up(checkout: Path) -> None:
    """One story, because each venv takes seconds: killed, twice at once, warm, and without an index."""
    stamps = checkout / ".venv" / "installed.json"

    killed = start(checkout)
    while not (checkout / ".venv" / "bin" / "python").exists():
        assert killed.poll() is None
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    finish(killed)
    assert not stamps.exists()

    both = [start(checkout), start(checkout)]
    waited, worked = sorted(finish(program) for program in both)
    assert waited == (0, "Another run is setting up .venv; waiting for it\n")
    assert worked[0] == 0
    assert worked[1].startswith("Creating .venv\n")
    before = stamps.stat()

    assert finish(start(checkout)) == (0, "")
    assert stamps.stat() == before

    code, text = finish(start(checkout, "large.lock"))
    assert "compare `python3 -m pip config list`, the proxy and the certificates" in text
    assert code == 1
    assert set(json.loads(stamps.read_text())) == {"python", "small.lock", "pyproject.toml"}
    assert finish(start(checkout)) == (0, "")


def test_no_lock_file_is_a_wrong_call(checkout: Path) -> None:
    """The exit code tells a wrong call from a failed one."""
    code, said = finish(start(checkout, "absent.lock"))
    assert code == 2
    assert said.startswith("Usage: ")
