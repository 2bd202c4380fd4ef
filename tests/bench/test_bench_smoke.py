"""A tiny run of the bench: every key is there and computed; how large a ratio is, is not asked here."""

from __future__ import annotations

import json

import pytest

from tests.bench import bare, family, law, replaying, seal, verifying
from tests.bench.arena import Round, play
from tests.bench.contender import Plan
from tests.bench.moves import moves
from tests.bench.report import PROCESSES, ratios, table

KEYS = {
    "moves_vs_bare_update",
    "moves_vs_bare_same_config",
    "moves_vs_dbos",
    "p95_vs_bare_update",
    "events_per_move",
}


def test_a_tiny_run_measures_everybody_who_plays() -> None:
    """Two contenders on real servers; a rival that did not play has no ratio."""
    who = {"moves": moves, "bare_update": bare.stock}
    rounds = play(who, Plan(rounds=1, seconds=0.3, cases=2, at_once=2))
    found = ratios(rounds)
    assert found.keys() == KEYS
    assert found["moves_vs_bare_update"] is not None
    assert found["moves_vs_bare_update"] > 0
    assert found["moves_vs_dbos"] is None
    assert found["events_per_move"] in (6, 7)
    assert set(rounds["moves"][0].cpu) == set(PROCESSES)
    assert table(rounds).row_count == len(rounds)


def test_a_ratio_is_the_median_over_rounds() -> None:
    """Each round is compared with the same round of the other: what slowed both is no difference."""
    rounds = {
        "moves": [_round(100, 200), _round(10, 900), _round(120, 100)],
        "dbos": [_round(50, 100), _round(10, 900), _round(100, 50)],
    }
    assert ratios(rounds)["moves_vs_dbos"] == pytest.approx(1.2)


def _round(per_second: float, p95: float) -> Round:
    return Round(per_second=per_second, p50=p95 / 2, p95=p95, cpu={}, events=6)


def test_a_long_past_is_folded_and_decided_on() -> None:
    """What is measured is a case of moves, acts, notices and consents, and the fold gives what was decided."""
    case, texts = law.past(60)
    assert len(texts) >= 60
    assert {json.loads(text)["event"] for text in texts} >= {"moved", "noted", "consent_given", "consent_withdrawn"}
    assert case.child(family.child_of("case")) is not None


def test_sealing_is_measured_beside_writing() -> None:
    """On a server of its own; every number is there and computed."""
    found = seal.measure(0.3)
    assert found.keys() == {"appends_per_s", "leaves_sealed_per_s", "seal_vs_append", "append_while_sealing"}
    assert all(number > 0 for number in found.values())


def test_a_replay_of_a_long_past_is_measured() -> None:
    """Nothing differs, and both ways take time."""
    found = replaying.measure(60)
    assert found.keys() == {"domain_replay_20k_s", "domain_replay_whole_20k_s"}
    assert all(number > 0 for number in found.values())


def test_verifying_is_measured_beside_a_bare_loop() -> None:
    """On a server of its own; every number is there and computed, and the memory is that of a page."""
    found = verifying.measure(200)
    wanted = {"verify_vs_bare_hashing", "verify_vs_hashing_bodies", "verified_per_s", "verify_most_mb"}
    assert found.keys() == wanted
    assert all(number > 0 for number in found.values())
    assert found["verify_most_mb"] < 50
