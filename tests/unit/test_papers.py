"""Each note, correction and refusal of the papers has a test that carries its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
NAMES = [
    name for path in sorted(TESTS.rglob("test_*.py")) for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
]
IDS = [
    *(f"c{number}" for number in range(1, 17)),
    *(f"l{number}" for number in range(1, 22)),
    *(f"nx_{number:02}" for number in range(1, 18)),
]


@pytest.mark.parametrize("id_", IDS)
def test_each_has_a_test_of_its_name(id_: str) -> None:
    """C1 to C16 (0.3), L1 to L21 (00-E), NX-01 to NX-17 (3.6)."""
    assert [name for name in NAMES if f"_{id_}_" in f"{name}_"]
