"""Deciding: lapses first, then the command; a refusal is an entry; nothing is changed by deciding (D4, D5, D8)."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from states import commands as c
from states.decide import decide, lapse
from states.drafting import BrokenLawError, Drafting
from states.facts import Case
from states.people import SYSTEM
from states.position import State
from tests.unit.cast import GI, RAAD, TEAM, at, day, opening, order
from tests.unit.desk import helped, provisional, reported, supervised


def test_what_lapsed_is_recorded_before_the_command_that_comes_after_it() -> None:
    """A power that ended at midnight does not help a command at nine."""
    desk = supervised()
    refusal = desk.say("2027-02-02 09:00", c.RegisterAct, by=GI, act=21).refusal
    assert refusal is not None
    assert desk.moves() == ["TR-70"]
    assert [b["event"] for b in desk.new][-1] == "refused"


def test_a_refusal_is_recorded_with_what_was_sent_and_moves_nothing() -> None:
    """By the one who sent it, in the sealed part of the entry."""
    desk = reported()
    before = desk.case.children
    decision = desk.say("2026-02-03", c.StartHelp, help="hulp")
    assert decision.refusal is not None
    body = desk.new[-1]
    assert (body["kind"], body["actor"]["id"], body["child"]) == ("refusal", "lotte", "kind")
    assert body["rules"] == [r.rule for r in decision.refusal.reasons]
    assert body["detail"]["data"]["command"]["help"] == "hulp"
    assert desk.case.children == before


def test_a_refusal_about_an_unknown_child_names_no_child() -> None:
    """Nothing is opened by it."""
    desk = reported()
    desk.say("2026-02-03", c.StartHelp, "zus", help="hulp")
    assert desk.new[-1]["child"] is None
    assert set(desk.case.children) == {"kind"}


def test_a_child_that_is_open_elsewhere_joins_that_case() -> None:
    """TR-01: the log says so, and the command is refused."""
    command = c.Report(id="1", child="kind", by=TEAM, opening=opening(), report="melding")
    decision = decide(Case(id="case"), command, at("2026-02-02"), elsewhere=True)
    assert decision.refusal is not None
    assert decision.refusal.matches("TR-01/elsewhere")


def test_deciding_changes_nothing_and_answers_the_same_again() -> None:
    """Replay gives the same entries (invariant 12)."""
    desk = provisional(heard=False)
    before = desk.case.model_dump_json()
    command = c.Note(id="1", child="kind", by=TEAM, text="gesprek")
    first, second = (decide(desk.case, command, at("2026-06-01")) for _ in range(2))
    assert first == second
    assert desk.case.model_dump_json() == before


def test_a_case_without_children_has_nothing_to_lapse() -> None:
    """And is over."""
    case = Case(id="case")
    assert lapse(case, at("2030-01-01")).drafts == ()
    assert case.over


def test_a_measure_is_per_child() -> None:
    """NX-11, D1: a brother or sister stays where it is."""
    desk = helped()
    desk.say("2026-02-03", c.Report, "zus", opening=opening(), report="melding")
    desk.say("2026-02-04", c.CourtOrder, by=RAAD, order=order("supervision", "2026-02-04", "2027-02-04"))
    assert (desk.state("kind"), desk.state("zus")) == (State.SUPERVISION, State.ASSESSMENT)
    assert not desk.case.over


def test_facts_that_contradict_the_table_are_not_stored() -> None:
    """The safety net behind every move (10-proof, invariant 1)."""
    desk = reported()
    draft = Drafting(desk.case, SYSTEM, desk.now)
    draft.case = desk.case.model_copy(
        update={"children": {"kind": desk.child().model_copy(update={"state": State.SUPERVISION})}}
    )
    with pytest.raises(BrokenLawError, match="its facts say"):
        draft.check("kind", desk.now)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "court_measure.supervision"},
        {"framework": "compulsory"},
        {"child": "Noor Jansen"},
        {"text": ""},
        {"at": "2026-02-02T09:00:00"},
    ],
)
def test_nobody_can_type_a_state_or_a_framework(fields: dict[str, str]) -> None:
    """Invariant 2, NX-10: there is no such field; nor an id that is a name, nor a moment without a zone."""
    right = {"id": "1", "child": "kind", "by": TEAM, "text": "gesprek"}
    with pytest.raises(ValidationError):
        c.Note.model_validate(right | fields)


@pytest.mark.parametrize(("bsn", "right"), [("999900018", True), ("999900019", False), ("12345", False), ("", False)])
def test_a_citizen_service_number_passes_its_test(bsn: str, *, right: bool) -> None:
    """The 11-test."""
    if right:
        assert opening(bsn=bsn).bsn == bsn
    else:
        with pytest.raises(ValidationError, match="11-test"):
            opening(bsn=bsn)


def test_a_child_is_born_or_expected() -> None:
    """One of the two."""
    for about in ({"born": None}, {"born": day("2020-01-01"), "expected": "2026-01-01"}):
        with pytest.raises(ValidationError, match="either born, or expected"):
            opening(**about)
