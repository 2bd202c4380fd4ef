"""Orders and facts that arrive late: effective then, recorded now (NX-13)."""

from __future__ import annotations

from states import commands as c
from states.position import State
from tests.unit.cast import GI, at, day
from tests.unit.desk import (
    agree,
    court,
    helped,
    provisional,
    reported,
    supervised,
)


def test_a_late_order_works_from_its_own_day_and_acts_in_between_are_looked_at_again() -> None:
    """NX-13: effective then, recorded now, flagged."""
    desk = reported()
    desk.say("2026-03-03 10:00", c.RegisterAct, act=6)
    desk.say("2026-03-05", c.RegisterAct, act=6)
    court(desk, "2026-03-06 10:00", "supervision", "2027-03-02", given="2026-03-04")
    move = next(b for b in desk.new if b["move"])
    assert (move["effective_at"], move["recorded_at"]) == ("2026-03-03T23:00:00.000000Z", "2026-03-06T09:00:00.000000Z")
    rechecked = [f["text"] for b in desk.new for f in b["facts"].get("flags", ()) if f["text"].startswith("Handeling ")]
    assert len(rechecked) == 1


def test_a_late_order_ends_consents_that_were_given_not_knowing_it() -> None:
    """Given for now, during a measure that nobody knew of: not for the time after (00-A)."""
    desk = reported()
    agree(desk, "2026-03-04", help="hulp")
    court(desk, "2026-03-06", "provisional_supervision", "2026-06-02", given="2026-03-02")
    desk.pass_to("2026-06-02")
    assert desk.state() is State.ASSESSMENT


def test_a_late_order_that_ended_before_the_present_situation_leaves_it_alone() -> None:
    """Entered and flagged; the child keeps the help it consented to since."""
    desk = helped()
    court(desk, "2026-03-06", "provisional_supervision", "2026-01-20", given="2025-12-02")
    assert desk.flags() >= {"NX-13", "NX-13/over"}
    assert desk.state() is State.HELP
    assert desk.child().help is not None


def test_a_consent_recorded_late_from_before_a_measure_ended_with_it() -> None:
    """Said on 1 February, a measure from 2 February to 2 March, recorded on 5 March."""
    desk = reported("2026-01-12 09:00")
    court(desk, "2026-02-02", "supervision", "2026-03-02")
    desk.pass_to("2026-03-05")
    for person in ("anna", "bart"):
        desk.say("2026-03-05", c.GiveConsent, person=person, help="hulp", at=at("2026-02-01"))
    papers = {"frame_statement": "2026-03-05", "rights_sheet": "2026-03-05"}
    refusal = desk.say("2026-03-05", c.StartHelp, help="hulp", **papers).refusal
    assert refusal is not None
    assert refusal.matches("TR-02/help-consent")


def test_a_hearing_in_time_that_is_recorded_late_undoes_the_lapse() -> None:
    """Rv 800 lid 3: the order never lost its force."""
    desk = provisional(heard=False)
    desk.pass_to("2026-02-17")
    assert desk.state() is State.ASSESSMENT
    desk.say("2026-02-18", c.HoldHearing, by=GI, at=at("2026-02-13"))
    assert desk.state() is State.PROVISIONAL_SUPERVISION
    assert desk.due("T03") == day("2026-05-02")
    assert desk.due("T44") is None


def test_a_hearing_too_late_changes_nothing() -> None:
    """Nor does a decision that keeps what lapsed: it is entered and flagged (P9)."""
    desk = provisional(heard=False)
    desk.say("2026-02-18", c.HoldHearing, by=GI)
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-02-18 10:00", "maintained", "2026-05-02")
    assert desk.state() is State.ASSESSMENT
    assert "P9/over" in desk.flags()


def test_a_decision_to_keep_revives_nothing_from_long_ago() -> None:
    """Only what is in force is kept."""
    desk = supervised(end="2026-03-02")
    court(desk, "2026-04-01 10:00", "provisional_supervision", "2026-07-01", heard=False)
    court(desk, "2026-04-10 10:00", "maintained", "2026-06-15")
    assert desk.due("T03") == day("2026-06-15")
    desk.pass_to("2026-06-15")
    assert desk.state() is State.ASSESSMENT
