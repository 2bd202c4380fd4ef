"""The proof holds, and changed rules are noticed (10-proof, §§ 3 and 4)."""

from __future__ import annotations

import pytest

from tests.proof.ran import Ran

pytestmark = pytest.mark.timeout(1500)


def test_nothing_lies_in_between(ran: Ran) -> None:
    """Every situation that can be reached was reached, and every invariant holds in it."""
    assert ran.said["problems"] == []
    assert ran.said["violations"] == 0
    assert ran.code == 0


def test_it_looked_at_something(ran: Ran) -> None:
    """A proof over nothing holds as well; this one has thousands of situations."""
    assert ran.said["situations"] > 2000
    assert ran.said["steps"] > 20 * ran.said["situations"]
    assert ran.said["invariants"] >= 17


def test_six_of_ten_mutants_fall_to_the_invariants_alone(ran: Ran) -> None:
    """Golden files and the comparison with the papers have no part in it."""
    assert ran.said["caught_by_invariants"] >= 0.6 * ran.said["mutants"]


def test_at_most_one_in_fifty_mutants_survives(ran: Ran) -> None:
    """And each of them with the reason why it changes nothing."""
    assert len(ran.said["survivors"]) <= 0.02 * ran.said["mutants"]
    assert all(ran.said["survivors"].values())
