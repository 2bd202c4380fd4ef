"""Statements are entered once and used again on a ground; goals go on when the framework changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from states import commands as c
from states.position import State
from states.work.carried import CarriedAs, carried_over, shown_at
from tests.unit.cast import ANNA, BART, GI, OTHER_GI, RAAD, TEAM, VTO, order
from tests.unit.desk import Desk, helped, ordered, reported, supervised

SEEN: dict[str, Any] = {
    "key": "plek",
    "kind": "fact",
    "statement": "Blauwe plek op de linkerarm.",
    "source": "gezien door de school",
    "on": "2026-02-01",
}
GOAL: dict[str, Any] = {"kind": "direct_safety", "goal": "Noor slaapt bij oma.", "by_day": "2026-03-01", "key": "oma"}


def stated() -> Desk:
    """A child in V0 with one statement."""
    desk = reported()
    assert desk.say("2026-02-03", c.MarkStatement, **SEEN).refusal is None
    return desk


def rule_of(desk: Desk, command: type[c.Base], when: str = "2026-02-05", **fields: Any) -> str | None:  # noqa: ANN401
    """The rule of the refusal, or ``None``."""
    refusal = desk.say(when, command, **fields).refusal
    return refusal.rule if refusal is not None else None


def test_a_statement_says_what_it_is_from_whom_and_when() -> None:
    """Without its words or its source it is refused; its words are no part of the facts."""
    for field in ("statement", "source"):
        assert rule_of(reported(), c.MarkStatement, **SEEN | {field: " "}) == f"R-55/{field}"
    told = stated().child().work.statements[0]
    assert (told.kind.value, told.on, told.organisation) == ("fact", date(2026, 2, 1), "Lokaal team Zonstad")
    assert rule_of(reported(), c.MarkStatement, **SEEN | {"on": "2026-03-01"}) == "NX-12"


def test_a_statement_is_entered_once() -> None:
    """The same key again is refused, also by another organisation."""
    assert rule_of(stated(), c.MarkStatement, by=GI, **SEEN) == "R-57/once"


def test_the_family_answers_for_itself_or_a_worker_writes_it_down() -> None:
    """Anna cannot answer for Bart."""
    desk = stated()
    assert rule_of(desk, c.ReplyToStatement, by=ANNA, key="plek", reply="Dat kwam door vallen.") is None
    assert rule_of(desk, c.ReplyToStatement, by=ANNA, key="plek", person="bart", reply="x") == "R-55/reply"
    assert rule_of(desk, c.ReplyToStatement, key="plek", reply="x") == "R-55/reply"
    assert rule_of(desk, c.ReplyToStatement, key="plek", person=BART.id, reply="Ik was er niet.") is None
    assert rule_of(desk, c.ReplyToStatement, by=ANNA, key="ander", reply="x") == "R-57/unknown"
    assert desk.child().work.statements[0].replied == ("anna", "bart")


def test_a_request_refers_to_statements_that_are_there() -> None:
    """By key; one that is not there is refused."""
    assert rule_of(stated(), c.RequestInvestigation, **VTO | {"statements": ("plek", "ander")}) == "R-57/unknown"
    assert rule_of(stated(), c.RequestInvestigation, **VTO | {"statements": ("plek",)}) is None


def test_another_organisation_uses_a_statement_with_consent_only_when_there_is_consent() -> None:
    """Everybody whom the law asks, for exactly this receiver."""
    desk = stated()
    used: dict[str, Any] = {"by": GI, "key": "plek", "ground": "consent", "basis": "toestemming van beide ouders"}
    assert rule_of(desk, c.ReuseStatement, **used | {"basis": ""}) == "R-57/basis"
    sharing = {"purpose": "sharing", "source": "school", "aim": "plan", "valid_until": "2026-06-01"}
    for person, receiver in (("anna", "GI-Fictieland"), ("bart", "GI-Elders")):
        desk.say("2026-02-05", c.GiveConsent, person=person, receiver=receiver, **sharing)
    assert rule_of(desk, c.ReuseStatement, **used) == "R-57/consent"
    desk.say("2026-02-05", c.GiveConsent, person="bart", receiver="GI-Fictieland", **sharing)
    assert rule_of(desk, c.ReuseStatement, **used) is None
    assert [use.organisation for use in desk.child().work.statements[0].reuses] == ["GI Fictieland"]


def test_to_carry_out_a_measure_only_its_own_gi_uses_a_statement() -> None:
    """Another GI, or the same GI before there is a measure, does not."""
    used: dict[str, Any] = {"key": "plek", "ground": "carrying_out", "basis": "Jw 7.3.11 lid 4"}
    assert rule_of(stated(), c.ReuseStatement, by=GI, **used) == "R-57/carrying-out"
    desk = supervised()
    desk.say("2026-02-03", c.MarkStatement, **SEEN)
    assert rule_of(desk, c.ReuseStatement, by=OTHER_GI, **used) == "R-57/carrying-out"
    assert rule_of(desk, c.ReuseStatement, by=GI, **used) is None


def test_a_duty_in_the_law_needs_its_article() -> None:
    """The Raad uses it on a duty."""
    used: dict[str, Any] = {"by": RAAD, "key": "plek", "ground": "statutory_duty"}
    assert rule_of(stated(), c.ReuseStatement, **used) == "R-57/basis"
    assert rule_of(stated(), c.ReuseStatement, **used, basis="BW 1:240") is None


@pytest.mark.parametrize(
    ("field", "value"), [("goal", " "), ("by_day", None), ("by_day", "2026-02-04"), ("worker", ANNA), ("act", 99)]
)
def test_a_goal_has_words_a_day_and_an_owner(field: str, value: object) -> None:
    """What is missing is refused by name."""
    assert rule_of(helped(), c.SetGoal, **GOAL | {field: value}) == f"R-66/{field}"


def test_a_goal_is_reached_or_let_go_with_a_reason() -> None:
    """Once; and its name stays taken."""
    desk = helped()
    assert rule_of(desk, c.SetGoal, **GOAL) is None
    assert rule_of(desk, c.SetGoal, **GOAL) == "R-66/key"
    assert rule_of(desk, c.GoalReached, key="oma", let_go=True, reason="") == "R-66/reason"
    assert rule_of(desk, c.GoalReached, key="oma", on="2026-02-04") is None
    assert desk.child().work.goals[0].reached
    assert rule_of(desk, c.GoalReached, key="oma") == "R-66/open"


def with_goals() -> Desk:
    """A child in V1 with goals of each kind, then under supervision."""
    desk = helped()
    for kind, key in (("signal", "a"), ("direct_safety", "b"), ("stable_safety", "c"), ("recovery", "d")):
        assert rule_of(desk, c.SetGoal, when="2026-02-03", **GOAL | {"kind": kind, "key": key}) is None
    desk.say("2026-02-04", c.GoalReached, key="a")
    return desk


def hows(desk: Desk) -> dict[str, CarriedAs]:
    """How each goal goes on, by its key."""
    found = shown_at(desk.child(), desk.now)
    return {one.id.rsplit("/", 1)[-1]: one.how for one in found if "/goal/" in one.id}


def test_without_a_change_of_framework_nothing_has_to_be_asked_again() -> None:
    """Nor inside one framework."""
    desk = with_goals()
    assert shown_at(desk.child(), desk.now) == ()
    assert carried_over(desk.child(), State.ASSESSMENT, State.HELP, desk.now) == ()


def test_under_a_measure_open_goals_go_on_and_after_it_they_need_consent_or_stop() -> None:
    """The same goals, asked again of ``may`` on each side of the line."""
    desk = with_goals()
    ordered(order("supervision", "2026-02-05", "2026-08-05"), "2026-02-05 12:00", desk=desk)
    assert desk.state() is State.SUPERVISION
    assert hows(desk) == {"b": CarriedAs.CONTINUED, "c": CarriedAs.CONTINUED, "d": CarriedAs.CONTINUED}
    desk.say("2026-03-01", c.SetGoal, **GOAL | {"key": "later", "by_day": "2026-09-01"})
    assert "later" not in hows(desk)
    desk.pass_to("2026-08-05 00:00")
    assert desk.state() is State.ASSESSMENT
    assert hows(desk) == dict.fromkeys("bcd", CarriedAs.STOPPED) | {"later": CarriedAs.STOPPED}


def test_in_help_after_a_measure_a_goal_needs_the_consent_that_is_missing() -> None:
    """Consent given for the time after: help goes on; what needs another yes says so."""
    desk = supervised(end="2026-08-02")
    desk.say("2026-02-03", c.SetGoal, **GOAL | {"key": "talk", "act": 2, "by_day": "2026-10-01"})
    desk.say("2026-02-03", c.SetGoal, **GOAL | {"key": "coach", "kind": "recovery", "by_day": "2026-10-01"})
    for person in ("anna", "bart"):
        desk.say("2026-07-01", c.GiveConsent, person=person, help="hulp", valid_from="2026-08-02")
    desk.pass_to("2026-08-02 00:00")
    assert desk.state() is State.HELP
    assert hows(desk) == {"talk": CarriedAs.NEEDS_CONSENT, "coach": CarriedAs.CONTINUED}


def test_the_worker_of_the_gi_and_open_tasks_are_asked_again_too() -> None:
    """A duty stays; what takes a power of the GI stops when the measure does."""
    desk = supervised(end="2026-08-02")
    desk.say("2026-02-03", c.AllocateWork, by=GI)
    desk.say("2026-02-03", c.AllocateWork, by=TEAM)
    desk.pass_to("2026-08-02 00:00")
    found = {one.id: one.how for one in shown_at(desk.child(), desk.now)}
    assert found["gerrit"] is CarriedAs.STOPPED
    assert found["lotte"] is CarriedAs.CONTINUED
    safety = next(task.id for task in desk.child().tasks if task.code == "safety")
    assert found[safety] is CarriedAs.CONTINUED
    reasons = [one.why for one in shown_at(desk.child(), desk.now)]
    assert all(reasons)
