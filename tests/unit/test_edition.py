"""The edition: what the database lets through, and a digest over all that is data in it (D7)."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from states.edition import EDITION
from states.moves import MOVES
from states.position import State


def test_it_is_dated_and_provisional() -> None:
    """Until a lawyer, a professional and clients reviewed it."""
    assert EDITION.valid_from == date(2026, 11, 1)
    assert EDITION.provisional
    assert EDITION.id == f"2026-11+{EDITION.digest[:8]}"


def test_in_force_it_is_known_by_its_name_alone() -> None:
    """Reviewed, it never changes."""
    assert dataclasses.replace(EDITION, provisional=False).id == "2026-11"


def test_its_transitions_are_the_pairs_of_its_rows() -> None:
    """Sorted, each once; nobody moves to nobody."""
    rows = EDITION.transitions
    assert list(rows) == sorted(set(rows))
    assert {row[0] for row in rows} == {move.id for move in MOVES}
    assert State.NONE.value not in {row[2] for row in rows}


@pytest.mark.parametrize("change", ["title", "who", "guards", "notices", "needs", "basis", "targets"])
def test_the_digest_changes_with_the_law(change: str) -> None:
    """Words that only explain do not change it; what decides does."""
    row = MOVES[1]
    other = {
        "title": "anders",
        "who": frozenset(),
        "guards": (),
        "notices": ("O",),
        "needs": (),
        "basis": "anders",
        "targets": (State.CLOSED,),
    }
    moves = (MOVES[0], dataclasses.replace(row, **{change: other[change]}), *MOVES[2:])  # type: ignore[arg-type]
    changed = dataclasses.replace(EDITION, moves=moves)
    same = dataclasses.replace(EDITION, moves=MOVES)
    assert same.digest == EDITION.digest
    assert (changed.digest == EDITION.digest) == (change == "title")
