"""Duties, norms and terms of our own, by examples worked out by hand (2.3, 2.4)."""

from __future__ import annotations

import pytest

from states import commands as c
from tests.unit.cast import GI, RAAD, day, order
from tests.unit.desk import (
    helped,
    intensive,
    ordered,
    provisional,
    reported,
    requested,
    supervised,
)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("2026-10-05", "2026-10-12"),
        ("2026-04-24", "2026-05-04"),
        ("2026-05-11", "2026-05-20"),
        ("2026-12-24", "2027-01-04"),
    ],
)
def test_the_gi_makes_contact_within_five_working_days(told: str, due: str) -> None:
    """T18, from when it was told."""
    desk = supervised(end="2027-02-01")
    desk.say(f"{told} 10:00", c.NotifyGi, by=GI)
    assert desk.due("T18") == day(due)


@pytest.mark.parametrize(
    ("waived", "due"), [("2026-03-02", "2026-04-13"), ("2026-10-12", "2026-11-23"), ("2026-04-13", "2026-05-26")]
)
def test_a_plan_is_due_six_weeks_after_no_family_plan(waived: str, due: str) -> None:
    """T19; Whit Monday moves it."""
    desk = helped()
    desk.say(f"{waived} 10:00", c.WaiveFamilyPlan)
    assert desk.due("T19") == day(due)


def test_the_raad_starts_within_ten_days() -> None:
    """T24, a norm: missed, it is recorded and blocks nothing."""
    desk = requested()
    assert desk.due("T24") == day("2026-02-13")
    desk.pass_to("2026-02-14")
    assert desk.ended() == {"T24": "missed"}
    assert desk.say("2026-02-16", c.RaadAccepts, by=RAAD).refusal is None


def test_a_request_that_is_taken_up_meets_its_norm() -> None:
    """By starting, or by declining."""
    desk = requested()
    desk.say("2026-02-10", c.RaadAccepts, by=RAAD)
    assert desk.ended() == {"T24": "met"}


def test_intensive_help_is_looked_at_within_three_months_and_again() -> None:
    """T40: the day agreed, then every three months."""
    desk = intensive()
    assert desk.due("T40") == day("2026-05-01")
    desk.say("2026-04-20", c.MeetTerm, rule="T40")
    assert desk.due("T40") == day("2026-07-20")
    desk.say("2026-05-04", c.EndIntensiveHelp)
    assert desk.due("T40") is None


@pytest.mark.parametrize(
    ("when", "due"),
    [("2026-05-11 10:00", "2026-05-20"), ("2026-04-24 10:00", "2026-05-04"), ("2026-02-02 09:00", "2026-02-09")],
)
def test_v0_has_a_clock(when: str, due: str) -> None:
    """T44: five working days; once prolonged by twenty, with a second reader."""
    assert reported(when).due("T44") == day(due)


def test_the_clock_of_v0_is_prolonged_once() -> None:
    """Twenty working days after its first end."""
    desk = reported()
    fields = {"second_reader": "sanne", "keeps_sight": "pim"}
    desk.say("2026-02-03", c.ProlongAssessment, **fields)
    assert desk.due("T44") == day("2026-03-09")
    refusal = desk.say("2026-02-04", c.ProlongAssessment, **fields).refusal
    assert refusal is not None
    assert refusal.matches("T44/once")


def test_the_clock_of_v0_is_missed_and_nothing_stops() -> None:
    """D, N and P terms never block (00-B)."""
    desk = reported()
    desk.pass_to("2026-02-10")
    assert desk.ended() == {"T44": "missed"}
    assert desk.state().value == "voluntary.assessment"


def test_the_text_of_an_oral_order_is_asked_for() -> None:
    """T46: fourteen days."""
    desk = provisional(form="oral", zaaknummer="")
    assert desk.due("T46") == day("2026-02-16")
    desk.say("2026-02-10", c.MeetTerm, rule="T46")
    assert desk.ended() == {"T46": "met"}


def test_a_measure_that_meets_18_ends_there() -> None:
    """T38, and what is kept of it: T37."""
    desk = supervised(born=day("2008-12-14"))
    assert (desk.due("T38"), desk.due("T01")) == (day("2026-12-14"), None)
    desk.pass_to("2026-12-14")
    assert desk.due("T37") == day("2056-12-14")
    assert desk.due("T36") == day("2046-12-14")


def test_a_file_that_is_opened_again_is_not_counting_down() -> None:
    """T36 runs from the last change."""
    desk = reported()
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    words = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-01"}
    desk.say("2026-03-01", c.Close, closed_reason="C2", **words)
    assert desk.due("T36") == day("2046-03-01")
    desk.say("2026-04-01", c.Report, report="melding")
    assert desk.due("T36") is None


def test_a_term_explains_itself() -> None:
    """Its source, from which day, by which calendar; and that no decree is known so far ahead."""
    why = next(t.why for t in supervised().child().terms if t.rule == "T01")
    assert "BW 1:258" in why
    assert "2026-02-02" in why
    assert "kalender 2026-11" in why
    far = ordered(order("supervision", "2028-06-01", "2029-06-01"), "2028-06-01 09:00").child().terms
    assert "na het laatst bekende besluit" in next(t.why for t in far if t.rule == "T01")
