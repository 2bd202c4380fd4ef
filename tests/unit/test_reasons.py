"""Every act, and every move that a worker makes, carries a reason in words (R-50)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.moves.needs import BY_LAW
from states.moves.options import options
from states.moves.table import MOVES
from states.people import PRIVATE
from tests.unit.attempts import ATTEMPTS, EARLY, WHEN
from tests.unit.cast import ANNA, GI
from tests.unit.desk import helped, intensive, reported, supervised

ASKING = {row.id for row in MOVES if row.why == "reason" and not row.court and row.who - PRIVATE - BY_LAW}
"""Rows that ask for a reason of their own."""


@pytest.mark.parametrize("name", sorted(ASKING & set(ATTEMPTS)))
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_move_without_a_reason_is_refused(name: str, reason: str) -> None:
    """Coded, with what to fill in; blanks are not words."""
    attempt = ATTEMPTS[name]
    fields: dict[str, Any] = {**attempt.fields, "reason": reason}
    refusal = attempt.made().say(EARLY.get(name, WHEN), attempt.do, **fields).refusal
    assert refusal is not None
    assert refusal.matches(f"{name}/reason")
    assert refusal.matches("R-50")
    assert all(found.supply and found.remedy for found in refusal.reasons if found.rule.endswith("/reason"))


def test_enough_rows_ask_for_one() -> None:
    """Among them the plain ones of each family of moves."""
    assert {"TR-02", "TR-07", "TR-11", "TR-18", "TR-22", "TR-24", "TR-54"} <= ASKING


@pytest.mark.parametrize("name", ["TR-01", "TR-03", "TR-05", "TR-20", "TR-23", "TR-25", "TR-80"])
def test_a_row_that_asks_a_text_with_the_reason_does_not_ask_twice(name: str) -> None:
    """The report, the judgement, why more, the threats, the reply, the petition."""
    attempt = ATTEMPTS[name]
    fields: dict[str, Any] = {**attempt.fields, "reason": ""}
    decision = attempt.made().say(EARLY.get(name, WHEN), attempt.do, **fields)
    assert decision.refusal is None, decision.refusal


def test_the_text_that_counts_as_the_reason_is_one_of_the_needs() -> None:
    """Else nobody would ask for it; the end of a placement has a guard, and a death no reason."""
    for row in MOVES:
        guarded = row.why == "decision" and "placement_account" in row.guards
        nobody = row.id == "TR-78" and not row.why
        assert row.why == "reason" or nobody or guarded or row.why in {need.field for need in row.needs}


def test_withdrawing_consent_and_stopping_need_no_reason() -> None:
    """Jw 7.3.4: no form, no reason."""
    desk = helped()
    assert desk.say("2026-02-09", c.WithdrawConsent, person="anna", reason="").refusal is None
    assert desk.moves() == ["TR-09"]
    stopping = intensive()
    assert stopping.say("2026-02-09", c.EndIntensiveHelp, by=ANNA, reason="").refusal is None


def test_a_worker_who_ends_intensive_help_says_why() -> None:
    """The family does not have to."""
    refusal = intensive().say("2026-02-09", c.EndIntensiveHelp, reason="").refusal
    assert refusal is not None
    assert refusal.matches("TR-08/reason")


@pytest.mark.parametrize("act", [6, 21])
def test_an_act_without_a_reason_is_refused(act: int) -> None:
    """With the number of the act."""
    desk = supervised()
    desk.inform("2026-02-03")
    refusal = desk.say("2026-03-02", c.RegisterAct, by=GI, act=act, reason=" ").refusal
    assert refusal is not None
    assert [reason.rule for reason in refusal.reasons] == [f"act-{act}/reason"]
    assert refusal.matches("R-50")
    assert refusal.matches(f"#{act}")


def test_the_reason_is_asked_when_somebody_looks_what_is_possible() -> None:
    """R-51."""
    desk = reported()
    needed = {o.id: {r.rule for r in o.needed} for o in options(desk.case, desk.child(), desk.now)}
    assert "TR-02/reason" in needed["TR-02"]
    assert "TR-20/reason" not in needed["TR-20"]
    assert "TR-40/reason" not in needed["TR-40"]
