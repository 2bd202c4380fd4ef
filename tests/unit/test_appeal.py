"""Appeal: a decision that stops working, is annulled, or comes after a refusal (L5, TR-74, 75, 83, P3, P13)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.position import State, framework_of
from states.tracks.running import tracks
from tests.unit.cast import GI, TEAM, at, day, order
from tests.unit.desk import Desk, agree, ahead, court, petitioned, placed, provisional, reported, supervised

INQUIRY = 8


def appealed(desk: Desk, when: str = "2026-03-02 09:00", **more: Any) -> Desk:  # noqa: ANN401
    """Anna appeals against the order that the power rests on."""
    fields = {"track": "P3", "paper": "beroepschrift", "party": "parent", "person": "anna"}
    decision = desk.say(when, c.OpenProcedure, **fields | more)
    assert decision.refusal is None, decision.refusal
    return desk


def running(desk: Desk, when: str) -> set[str]:
    """The ids of the tracks that run."""
    return {found.track.id for found in tracks(desk.child(), at(when))}


def powers(desk: Desk, when: str) -> bool:
    """Whether the GI may ask others for information."""
    return may(INQUIRY, desk.child(), at(when), GI).holds


def test_l5_an_appeal_suspends_an_order_that_is_not_enforceable_at_once() -> None:
    """TR-83: landing, powers off, and everybody is told."""
    desk = appealed(supervised(enforceable="no"))
    assert (desk.moves(), desk.state()) == (["TR-83"], State.ASSESSMENT)
    assert framework_of(desk.state()).value == "voluntary"
    assert running(desk, "2026-03-02 10:00") == {"P3", "P13"}
    assert not powers(desk, "2026-03-02 10:00")
    assert {"O", "C", "GI", "Rd"} <= set(desk.notices())
    assert "safety" in desk.tasks()
    assert desk.ended()["T26"] == "met"


def test_l5_an_appeal_leaves_an_enforceable_order_alone() -> None:
    """It is only a track."""
    desk = appealed(supervised(enforceable="yes"))
    assert desk.state() is State.SUPERVISION
    assert running(desk, "2026-03-02 10:00") == {"P3"}
    assert powers(desk, "2026-03-02 10:00")


def test_l5_unknown_is_a_flag_until_somebody_looked() -> None:
    """And what they found counts."""
    desk = appealed(supervised(enforceable="unknown"))
    assert desk.state() is State.SUPERVISION
    assert "L5" in desk.flags()
    known = appealed(supervised(enforceable="unknown"), enforceable="no")
    assert known.state() is State.ASSESSMENT


def test_l5_the_court_of_appeal_suspends_even_then() -> None:
    """Rv 360 lid 2."""
    desk = appealed(supervised())
    court(desk, "2026-03-10 11:00", "suspended")
    assert (desk.moves(), desk.state()) == (["TR-83"], State.ASSESSMENT)
    assert running(desk, "2026-03-11") == {"P3", "P13"}


def test_l5_on_confirmation_the_measure_is_back_with_its_own_end() -> None:
    """The year went on; a pause moves no end."""
    desk = appealed(supervised(enforceable="no"))
    court(desk, "2026-04-01 11:00", "confirmed")
    assert (desk.moves(), desk.state()) == (["TR-83"], State.SUPERVISION)
    assert running(desk, "2026-04-02") == set()
    assert powers(desk, "2026-04-02")
    assert not powers(desk, "2026-03-20")
    assert desk.due("T01") == day("2027-02-02")
    assert desk.due("T08") is not None
    assert ahead(desk) == [("2027-02-01", State.ASSESSMENT)]
    desk.pass_to("2027-02-02 00:00")
    assert desk.state() is State.ASSESSMENT


def test_l5_consents_given_in_between_end_when_the_measure_is_back() -> None:
    """And they do not count again at the next suspension, also those that were recorded late."""
    desk = appealed(supervised(enforceable="no"))
    agree(desk, "2026-03-05", help="hulp")
    desk.say("2026-03-05 12:00", c.StartHelp, help="hulp", frame_statement="2026-03-05", rights_sheet="2026-03-05")
    assert desk.state() is State.HELP
    court(desk, "2026-04-01 11:00", "confirmed")
    assert desk.state() is State.SUPERVISION
    desk.say("2026-04-02", c.GiveConsent, person="anna", help="hulp", at=at("2026-03-20"))
    desk.say("2026-04-02", c.GiveConsent, person="bart", help="hulp", at=at("2026-03-20"))
    court(desk, "2026-05-01 11:00", "suspended")
    assert desk.state() is State.ASSESSMENT
    assert not desk.child().consents_at(at("2026-05-02")).valid


def test_l5_a_consent_for_the_time_after_survives() -> None:
    """00-A: planned during the measure, it counts from its own day."""
    desk = supervised(enforceable="no")
    for person in ("anna", "bart"):
        desk.say("2026-02-20", c.GiveConsent, person=person, help="hulp", valid_from=day("2026-03-02"))
    appealed(desk)
    assert desk.state() is State.HELP


def test_l5_a_paused_measure_still_lapses_at_its_own_end() -> None:
    """Then a confirmation brings nothing back."""
    desk = appealed(supervised(enforceable="no", end="2026-06-02"))
    desk.pass_to("2026-06-02")
    assert (desk.state(), desk.ended().get("T01")) == (State.ASSESSMENT, "expired")
    court(desk, "2026-07-01 11:00", "confirmed")
    assert desk.state() is State.ASSESSMENT


def test_l5_a_late_appeal_works_from_its_own_day_and_acts_are_looked_at_again() -> None:
    """NX-13."""
    desk = supervised(enforceable="no")
    desk.say(
        "2026-03-05",
        c.RegisterAct,
        by=GI,
        act=INQUIRY,
        reason="nodig",
        necessary="nodig voor het toezicht",
        text="school",
    )
    appealed(desk, "2026-03-10 09:00", at=at("2026-03-02"))
    assert desk.child().since == at("2026-03-02")
    assert "NX-13" in desk.flags()
    assert not powers(desk, "2026-03-03")


def test_l5_a_placement_stops_with_its_order() -> None:
    """M3 → landing → M3; the child that stays away is a task the same minute."""
    desk = appealed(placed(enforceable="no"))
    assert desk.state() is State.ASSESSMENT
    assert "no-title" in desk.tasks()
    court(desk, "2026-03-20 11:00", "confirmed")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


def test_l5_only_the_placement_under_appeal_stops() -> None:
    """Landing: another measure in force for the child."""
    desk = court(supervised(), "2026-03-02", "placement", placement="pleeggezin", enforceable="no")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    appealed(desk, "2026-03-09 09:00", order="placement")
    assert (desk.moves(), desk.state()) == (["TR-83"], State.SUPERVISION)
    court(desk, "2026-03-20 11:00", "confirmed")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


def test_l5_only_the_court_of_appeal_brings_power_back() -> None:
    """A withdrawn appeal is told by the court; a party cannot put a family under a measure."""
    desk = appealed(supervised(enforceable="no"))
    refusal = desk.say("2026-03-20", c.AnswerProcedure, track="P3", outcome="withdrawn", party="parent").refusal
    assert refusal is not None
    assert refusal.matches("P3/court")
    free = appealed(supervised())
    assert free.say("2026-03-20", c.AnswerProcedure, track="P3", outcome="withdrawn", party="parent").refusal is None
    assert running(free, "2026-03-21") == set()


def test_l5_a_suspended_measure_holds_the_file_open() -> None:
    """It may come back."""
    desk = appealed(supervised(enforceable="no"))
    desk.say("2026-03-03", c.DeliverNotices, how="brief")
    closing = {"closed_reason": "C2", "judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-03"}
    refusal = desk.say("2026-03-03", c.Close, **closing).refusal
    assert refusal is not None
    assert refusal.matches("TR-03/pending")


def test_tr74_the_court_of_appeal_annuls_from_the_day_it_names() -> None:
    """Landing on the day of the decision; acts since the named day are flagged."""
    desk = supervised()
    desk.say(
        "2026-03-05",
        c.RegisterAct,
        by=GI,
        act=INQUIRY,
        reason="nodig",
        necessary="nodig voor het toezicht",
        text="school",
    )
    court(desk, "2026-05-01 11:00", "annulled", start="2026-02-02")
    assert (desk.moves(), desk.state()) == (["TR-74"], State.ASSESSMENT)
    assert desk.child().since == at("2026-05-01 11:00")
    assert not powers(desk, "2026-05-01 12:00")
    assert "NX-13" in desk.flags()
    assert desk.due("T01") is None


def test_tr74_without_a_day_it_works_from_the_decision() -> None:
    """And the flag asks to read the dictum."""
    desk = court(supervised(), "2026-05-01 11:00", "annulled")
    assert "TR-74/from" in desk.flags()
    assert desk.state() is State.ASSESSMENT
    assert powers(desk, "2026-04-30")


def test_tr74_a_part_is_annulled() -> None:
    """Only the placement; or only what lies after a day to come."""
    desk = court(placed(), "2026-05-01 11:00", "annulled", placement_refused=True)
    assert (desk.moves(), desk.state()) == (["TR-74"], State.SUPERVISION)
    later = court(supervised(), "2026-05-01 11:00", "annulled", start="2026-08-03")
    assert later.state() is State.SUPERVISION
    later.pass_to("2026-08-03 00:00")
    assert (later.moves(), later.state()) == (["TR-74"], State.ASSESSMENT)


def test_tr74_the_court_of_appeal_decides_itself_instead() -> None:
    """One decision, no gap, another end."""
    desk = court(placed(), "2026-05-01 11:00", "annulled", grants="supervision", end="2026-11-02")
    assert (desk.moves(), desk.state()) == (["TR-74"], State.SUPERVISION)
    assert desk.due("T01") == day("2026-11-02")
    assert desk.child().measure(at("2026-05-02")).order != desk.child().orders[0].id  # type: ignore[union-attr]


def test_tr74_its_own_decision_also_works_where_nothing_is_in_force() -> None:
    """What was annulled had lapsed; the measure that is granted instead is entered all the same (00-B)."""
    desk = supervised(end="2026-03-02")
    desk.pass_to("2026-03-02")
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-03-20 11:00", "annulled", "2026-12-01", grants="supervision")
    assert (desk.moves(), desk.state()) == (["TR-75"], State.SUPERVISION)


def test_tr74_while_suspended_nothing_comes_back() -> None:
    """The child stays where it landed."""
    desk = appealed(supervised(enforceable="no"))
    court(desk, "2026-04-01 11:00", "annulled")
    assert desk.state() is State.ASSESSMENT
    assert running(desk, "2026-04-02") == set()
    desk.pass_to("2027-03-01")
    assert desk.state() is State.ASSESSMENT


@pytest.mark.parametrize(
    ("more", "state"),
    [({}, State.SUPERVISION), ({"placement": "pleeggezin"}, State.SUPERVISION_WITH_PLACEMENT)],
)
def test_tr75_the_court_of_appeal_grants_after_a_refusal(more: dict[str, Any], state: State) -> None:
    """With the notices of an ordinary supervision; P3 is over."""
    desk = court(petitioned(), "2026-02-20 11:00", "refused", gi=None)
    assert desk.state() is State.ASSESSMENT
    appealed(desk, party="raad", by=TEAM, person=None)
    court(desk, "2026-05-01 11:00", "granted_on_appeal", "2027-05-01", grants="supervision", **more)
    assert (desk.moves(), desk.state()) == (["TR-75"], state)
    assert desk.due("T01") == day("2027-05-01")
    assert running(desk, "2026-05-02") == set()
    assert {"O", "C", "GI", "Rd"} <= set(desk.notices())


def test_tr75_what_is_granted_has_to_be_said() -> None:
    """Entered as it was given; without a kind it gives nobody power."""
    desk = court(reported(), "2026-05-01 11:00", "granted_on_appeal", "2027-05-01")
    assert "TR-75/grants" in desk.flags()
    assert desk.state() is State.ASSESSMENT


def test_p3_who_may_appeal_and_with_what() -> None:
    """A paper, an order, and somebody who can."""
    for fields in (
        {"party": "parent", "person": "anna"},
        {"party": "college", "paper": "beroepschrift"},
        {"party": "parent", "paper": "beroepschrift", "order": "guardianship"},
    ):
        refusal = supervised().say("2026-03-02", c.OpenProcedure, **{"track": "P3", **fields}).refusal
        assert refusal is not None
        assert refusal.matches("P3")
    assert reported().say("2026-03-02", c.OpenProcedure, track="P3", paper="x", party="parent").refusal is not None


def test_a_decision_on_appeal_that_names_no_known_order_changes_nothing() -> None:
    """It is entered, with a flag."""
    desk = Desk()
    desk = reported()
    court(desk, "2026-03-02", "suspended")
    assert "appeal/about" in desk.flags()
    assert desk.state() is State.ASSESSMENT


def test_a_provisional_supervision_can_be_suspended_too() -> None:
    """TR-83 from M1; and back."""
    desk = court(provisional(), "2026-02-10 11:00", "suspended")
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-02-20 11:00", "confirmed")
    assert desk.state() is State.PROVISIONAL_SUPERVISION
    assert order("confirmed", "2026-02-20")["kind"] == "confirmed"


def test_l5_a_guardianship_after_one_that_was_handed_back_is_only_suspended() -> None:
    """The file stays open (TR-83), so that the court of appeal can let the guardianship work again."""
    desk = reported()
    voogdij = {"enforceable": "yes", "ground": "unfit", "accepted": "bereid"}
    court(desk, "2026-02-03", "guardianship", sent_on="2026-02-03", **voogdij)
    court(desk, "2026-03-02", "guardianship_ended", sent_on="2026-03-02", enforceable="yes")
    desk.pass_to("2026-03-04")
    assert desk.state() is State.CLOSED
    court(desk, "2026-04-01", "guardianship", sent_on="2026-04-01", **voogdij)
    desk.pass_to("2026-04-03")
    assert desk.state() is State.GUARDIANSHIP
    court(desk, "2026-04-10", "suspended")
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-05-01", "confirmed")
    assert desk.state() is State.GUARDIANSHIP
