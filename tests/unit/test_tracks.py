"""Procedure tracks P1 to P13: facts beside the state, with who may, terms and notices (2.1, 00-C)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.people import Role
from states.position import State
from states.tracks.running import tracks
from states.tracks.table import REPORTED, TRACKS
from tests.unit.cast import ANNA, GI, RAAD, TEAM, at, day
from tests.unit.desk import Desk, court, helped, petitioned, placed, provisional, reported, supervised

KIND: dict[str, Any] = {"id": "kind", "role": "youth"}
BY_ANNA: dict[str, Any] = {"by": ANNA, "paper": "stuk"}
BORN_12 = day("2013-03-03")


def opened(desk: Desk, track: str, when: str = "2026-03-02 09:00", **fields: Any) -> Desk:  # noqa: ANN401
    """Anna starts a procedure."""
    decision = desk.say(when, c.OpenProcedure, track=track, **BY_ANNA | fields)
    assert decision.refusal is None, decision.refusal
    return desk


def refused(desk: Desk, track: str, **fields: Any) -> str:  # noqa: ANN401
    """The rule by which a procedure is refused."""
    refusal = desk.say("2026-03-02", c.OpenProcedure, track=track, **BY_ANNA | fields).refusal
    assert refusal is not None
    assert all(reason.remedy for reason in refusal.reasons)
    return refusal.rule


def ids(desk: Desk, when: str = "2026-03-03") -> list[str]:
    """The tracks that run, in the order of the table."""
    return [running.track.id for running in tracks(desk.child(), at(when))]


def test_the_table_is_whole() -> None:
    """Thirteen rows; each says what opens and closes it, its effect, its source, and who may."""
    assert [track.id for track in TRACKS] == [f"P{number}" for number in range(1, 14)]
    for track in TRACKS:
        assert track.opened
        assert track.closed
        assert track.effect
        assert track.source
        for step in track.steps:
            assert step.who
            assert step.who <= track.who
            assert any(outcome.ends for outcome in step.outcomes)
    assert REPORTED == ("P3", "P4", "P5", "P6", "P7", "P8", "P10")


def test_tracks_that_follow_from_facts() -> None:
    """Nobody opens them, and they go with their fact."""
    raad = supervised()
    raad.say("2026-03-02", c.RaadAccepts, by=RAAD)
    assert ids(raad) == ["P1"]
    raad.say("2026-03-04", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-03-04")
    assert ids(raad, "2026-03-05") == []
    asked = supervised()
    asked.say("2026-03-02", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    assert ids(asked) == ["P2"]
    other = provisional()
    other.say("2026-03-02", c.PetitionCourt, by=RAAD, kind="measure", petition="verzoek")
    assert ids(other) == ["P11"]
    unheard = provisional(heard=False)
    assert ids(unheard, "2026-02-03") == ["P9"]
    unheard.say("2026-02-09", c.HoldHearing, by=GI)
    assert ids(unheard, "2026-02-10") == []
    assert ids(petitioned()) == []


def test_a_track_changes_no_state_framework_or_power() -> None:
    """Except P13, which is a fact about the power itself."""
    for track, fields in (
        ("P4", {"step": "withdrawal"}),
        ("P4", {"step": "annulment"}),
        ("P5", {}),
        ("P6", {}),
        ("P7", {}),
        ("P8", {"step": "no_extension", "by": GI}),
        ("P10", {}),
        ("P3", {}),
    ):
        desk = opened(supervised(), track, **fields)
        before = supervised().child()
        assert desk.state() is State.SUPERVISION
        assert ids(desk) == [track]
        for act in (8, 18, 20, 21, 24, 25):
            assert may(act, desk.child(), at("2026-03-03"), GI) == may(act, before, at("2026-03-03"), GI)


def test_p4_the_gi_answers_in_two_weeks() -> None:
    """T12; a refusal opens the way to the judge for two weeks (T11)."""
    desk = opened(supervised(), "P4", step="withdrawal")
    assert desk.due("T12") == day("2026-03-16")
    assert {"O", "GI"} == set(desk.notices())
    desk.say("2026-03-10", c.AnswerProcedure, by=GI, track="P4", step="withdrawal", outcome="refused")
    assert (desk.due("T12"), desk.due("T11")) == (None, day("2026-03-24"))
    assert desk.ended() == {"T12": "met"}
    opened(desk, "P4", "2026-03-20", step="annulment")
    assert (desk.ended(), ids(desk, "2026-03-21")) == ({"T11": "met"}, ["P4"])
    answer = {"track": "P4", "step": "annulment", "outcome": "granted"}
    assert desk.say("2026-04-01", c.AnswerProcedure, by=GI, **answer).refusal is not None
    assert desk.say("2026-04-01", c.AnswerProcedure, by=TEAM, party="court", **answer).refusal is None
    assert ids(desk, "2026-04-02") == []


def test_l11_silence_of_the_gi_about_a_placement_is_a_refusal_and_the_term_stays_open() -> None:
    """T13 (1:265d lid 4 → 265 lid 4): no late-flag however long after; with an answer T11 counts."""
    desk = opened(placed(), "P4", step="placement")
    assert desk.due("T13") == day("2026-03-16")
    desk.pass_to("2026-03-17")
    assert desk.ended() == {"T13": "missed"}
    opened(desk, "P4", "2026-06-01", step="annulment")
    assert "T11" not in desk.flags()
    late = opened(placed(), "P4", step="placement")
    late.say("2026-04-20", c.AnswerProcedure, by=GI, track="P4", step="placement", outcome="refused")
    assert late.due("T11") == day("2026-05-04")
    late.pass_to("2026-06-01")
    opened(late, "P4", "2026-06-01", step="annulment")
    assert "T11" in late.flags()


def test_p4_who_may() -> None:
    """A parent with authority or a youth of 12; the GI asks ratification; only under supervision."""
    assert refused(supervised(), "P4", step="ratification") == "P4/who"
    assert refused(supervised(), "P4") == "P4/step"
    assert refused(helped(), "P4", step="withdrawal") == "P4/from"
    assert refused(supervised(holders=("bart",)), "P4", step="withdrawal") == "P4/authority"
    assert refused(supervised(), "P4", step="withdrawal", by=TEAM, party="parent") == "P4/authority"
    assert refused(supervised(), "P4", step="withdrawal", by=KIND) == "P4/age"
    assert refused(supervised(), "P4", step="withdrawal", paper="") == "P4/paper"
    opened(supervised(born=BORN_12), "P4", step="withdrawal", by=KIND)
    opened(supervised(), "P4", step="ratification", by=GI)
    opened(supervised(), "P4", step="withdrawal", by=TEAM, party="parent", person="bart")


def test_a_member_of_the_family_speaks_for_itself() -> None:
    """Not for the GI, and not for the court."""
    assert refused(supervised(), "P4", step="ratification", party="gi") == "P4/who"
    desk = opened(supervised(), "P7")
    refusal = desk.say("2026-03-03", c.AnswerProcedure, by=ANNA, track="P7", outcome="decided", party="court").refusal
    assert refusal is not None
    assert refusal.matches("P7/who")


def test_p5_and_p7_are_over_with_the_measure() -> None:
    """There is nothing left to decide; the record of it stays."""
    desk = opened(opened(supervised(end="2026-06-02"), "P5"), "P7")
    assert ids(desk) == ["P5", "P7"]
    desk.pass_to("2026-06-02")
    assert ids(desk, "2026-06-03") == []
    assert len(desk.child().procedures) == 2


def test_p6_the_organisation_reacts_in_a_month_after_the_opinion() -> None:
    """T32, and the confidant is told; anybody of the family may, in any state."""
    desk = opened(reported(), "P6")
    assert desk.notices() == ["VP"]
    desk.say("2026-03-20", c.AnswerProcedure, track="P6", outcome="opinion", party="provider")
    assert (desk.due("T32"), ids(desk, "2026-03-21")) == (day("2026-04-20"), ["P6"])
    desk.say("2026-04-10", c.AnswerProcedure, track="P6", outcome="reacted", party="provider")
    assert (desk.ended(), ids(desk, "2026-04-11")) == ({"T32": "met"}, [])
    assert refused(reported(), "P6", by=GI) == "P6/who"


def test_p8_the_gi_tells_the_raad_that_it_will_not_extend() -> None:
    """T08; this is no move out of the measure (TR-72 is deleted)."""
    desk = opened(supervised(), "P8", step="no_extension", by=GI)
    assert (desk.state(), desk.due("T08"), desk.ended().get("T08")) == (State.SUPERVISION, None, "met")
    assert "Rd" in desk.notices()
    assert desk.say("2026-03-03", c.AnswerProcedure, by=GI, track="P8", step="no_extension", outcome="agreed").refusal
    desk.say("2026-03-09", c.AnswerProcedure, by=RAAD, track="P8", step="no_extension", outcome="agreed")
    assert ids(desk, "2026-03-10") == []
    assert refused(supervised(), "P8", step="no_extension") == "P8/who"


def test_p10_is_asked_by_a_parent_and_changes_no_frame() -> None:
    """C10: the answer of the court is a consent, not a measure."""
    desk = opened(helped(), "P10")
    assert (desk.state(), ids(desk)) == (State.HELP, ["P10"])
    assert refused(helped(), "P10", by=GI) == "P10/who"
    desk.say("2026-03-09", c.AnswerProcedure, track="P10", outcome="withdrawn", party="parent")
    assert ids(desk, "2026-03-10") == []


def test_only_who_began_it_takes_it_back() -> None:
    """And only what runs can be answered."""
    desk = opened(supervised(), "P7")
    refusal = desk.say("2026-03-03", c.AnswerProcedure, by=GI, track="P7", outcome="withdrawn").refusal
    assert refusal is not None
    assert refusal.matches("P7/who")
    assert desk.say("2026-03-03", c.AnswerProcedure, by=ANNA, track="P7", outcome="withdrawn").refusal is None
    for track, outcome in (("P7", "withdrawn"), ("P5", "granted")):
        refusal = desk.say("2026-03-04", c.AnswerProcedure, by=ANNA, track=track, outcome=outcome).refusal
        assert refusal is not None
        assert refusal.matches(f"{track}/none")


def test_an_order_ends_the_procedure_that_asked_for_it() -> None:
    """P5 by another GI, P3 by the court of appeal."""
    desk = opened(supervised(), "P5")
    court(desk, "2026-03-20", "gi_replaced", gi="GI Elders")
    assert ids(desk, "2026-03-21") == []
    assert desk.child().procedures[0].outcome == "granted"


@pytest.mark.parametrize("role", [Role.COURT, Role.SYSTEM, Role.COLLEGE])
def test_no_track_lets_an_office_start_what_is_of_the_family(role: Role) -> None:
    """P6 and P10."""
    by = {"id": "x", "role": role}
    assert refused(helped(), "P6", by=by) == "P6/who"
    assert refused(helped(), "P10", by=by) == "P10/who"
