"""The proof is run once, by the command line in a process of its own; the tests read what it found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from states.proof.faithful import Atlas
from tests.proof.ran import Ran


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The proof of the shipped edition, with every mutant."""
    file: Path = tmp_path_factory.mktemp("proof") / "atlas.json"
    command = [sys.executable, "-m", "casetool", "law", "check", "--mutants", "--json", "--atlas", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    atlas = Atlas.read(json.loads(file.read_text(encoding="utf-8")))
    return Ran(done.returncode, json.loads(done.stdout), atlas)
