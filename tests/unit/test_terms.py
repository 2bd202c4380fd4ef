"""Terms: the days that the tables attach to facts, by examples worked out by hand (2.3, 2.4)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.term import RULES, TermKind
from tests.unit.desk import (
    GI,
    RAAD,
    Desk,
    at,
    day,
    helped,
    imported,
    intensive,
    order,
    ordered,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)


def _court(desk: Desk, when: str, kind: str, **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    given = more.pop("given", when[:10])
    decision = desk.say(when, c.CourtOrder, by=RAAD, order=order(kind, given, **more))
    assert decision.refusal is None, decision.refusal
    return desk


def test_kinds_of_terms_are_those_of_the_table() -> None:
    """L lapses, D is a duty, N a norm, P is ours."""
    kinds = {
        "L": "T01 T02 T03 T04 T05 T06 T07 T15 T36 T37 T38",
        "D": "T08 T11 T18 T19 T26 T46",
        "N": "T24",
        "P": "T40 T44",
    }
    assert {rule: r.kind for rule, r in RULES.items()} == {
        rule: TermKind(kind) for kind, rules in kinds.items() for rule in rules.split()
    }


@pytest.mark.parametrize(
    ("given", "last", "over"),
    [
        ("2026-10-02", "2026-10-16", "2026-10-17"),
        ("2026-10-16", "2026-10-30", "2026-10-31"),  # over the end of summer time
        ("2026-03-20", "2026-04-03", "2026-04-04"),  # ends on Good Friday: strict, not stretched
        ("2026-12-18", "2027-01-01", "2027-01-02"),
    ],
)
def test_an_order_without_hearing_ends_after_two_weeks(given: str, last: str, over: str) -> None:
    """T04 for the parties, T05 for a child of 12: the last day is day 14."""
    record = order("provisional_supervision", given, heard=False, pronounced=at(f"{given} 09:00"))
    desk = ordered(record, f"{given} 10:00", born=day("2013-01-01"))
    assert (desk.due("T04"), desk.due("T05")) == (day(last), day(last))
    desk.pass_to(f"{last} 23:59")
    assert desk.state().value == "court_measure.provisional_supervision"
    desk.pass_to(over)
    assert desk.moves() == ["TR-41"]
    assert desk.child().since == at(over)
    assert not [t for t in desk.child().terms if t.rule in ("T03", "T04", "T05")]


@pytest.mark.parametrize(
    ("parties", "youth", "left"), [(True, False, {"T05"}), (False, True, {"T04"}), (True, True, set())]
)
def test_who_was_heard_is_heard_and_the_other_has_its_own_term(*, parties: bool, youth: bool, left: set[str]) -> None:
    """P9 for parties and for the child apart; both must be met."""
    desk = provisional(heard=False, born=day("2013-01-01"))
    desk.say("2026-02-10", c.HoldHearing, by=GI, parties=parties, youth=youth)
    assert desk.ended() == dict.fromkeys({"T04", "T05"} - left, "met")
    assert {t.rule for t in desk.child().terms if t.rule in ("T04", "T05")} == left
    desk.pass_to("2026-02-17")
    assert bool(left) == (desk.moves() == ["TR-41"])


def test_a_child_under_12_has_no_term_of_its_own() -> None:
    """Rv 809."""
    desk = provisional(heard=False)
    assert desk.due("T04") == day("2026-02-16")
    assert desk.due("T05") is None


def test_a_spoed_muhp_without_hearing_has_the_two_weeks_too() -> None:
    """TR-62, P9: the supervision stays, the placement lapses."""
    desk = supervised()
    _court(desk, "2026-03-02", "placement", placement="pleeggezin", placement_end="2026-09-02", heard=False)
    assert desk.due("T04") == day("2026-03-16")
    desk.pass_to("2026-03-17")
    assert (desk.moves(), desk.state().value) == (["TR-63"], "court_measure.supervision")
    assert desk.due("T06") is None


@pytest.mark.parametrize(
    ("given", "lapses"),
    [("2026-11-30", "2027-02-28"), ("2026-10-02", "2027-01-02"), ("2026-02-02", "2026-05-02")],
)
def test_a_muhp_that_nobody_executes_lapses_after_three_months(given: str, lapses: str) -> None:
    """T07, 1:265c lid 3."""
    record = order("supervision", given, None, placement="pleeggezin", pronounced=at(f"{given} 09:00"))
    desk = ordered(record, f"{given} 10:00")
    assert desk.due("T07") == day(lapses)
    desk.pass_to(lapses)
    assert desk.moves() == ["TR-63"]
    assert desk.child().since == at(lapses)


def test_a_muhp_that_is_executed_in_that_kind_of_place_does_not_lapse() -> None:
    """Another kind of place does not count."""
    desk = placed(placed_since=None)
    desk.say("2026-03-02", c.ReportResidence, by=GI, residence="away", place="instelling")
    assert desk.due("T07") == day("2026-05-02")
    desk.say("2026-03-03", c.ReportResidence, by=GI, residence="away", place="pleeggezin")
    assert desk.ended() == {"T07": "met"}
    desk.pass_to("2026-05-02")
    assert desk.state().value == "court_measure.supervision_with_placement"


@pytest.mark.parametrize(
    ("end", "due"), [("2027-02-02", "2026-12-02"), ("2026-10-25", "2026-08-25"), ("2026-04-30", "2026-02-28")]
)
def test_the_raad_hears_two_months_before_the_end(end: str, due: str) -> None:
    """T08: counted back, never moved (a Sunday stays a Sunday)."""
    assert supervised(end=end).due("T08") == day(due)


def test_an_extension_carries_t08_to_the_new_end() -> None:
    """What is extended need not be announced; a missed one would be untrue."""
    desk = _court(supervised(), "2026-11-02", "supervision_extension", end="2028-02-02")
    assert desk.ended()["T08"] == "dropped"
    assert [t.due for t in desk.child().terms if t.rule == "T08"] == [day("2027-12-02")]
    assert desk.due("T02") == day("2028-02-02")
    desk.pass_to("2027-02-02")
    assert desk.moves() == []
    assert desk.ended()["T01"] == "expired"


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ("2026-01-30", "2026-04-30"),
        ("2026-02-05", "2026-05-06"),  # 5 May is a holiday every year
        ("2026-02-14", "2026-05-18"),  # Ascension Day, the equated Friday, a weekend
        ("2026-11-30", "2027-03-01"),  # 28 February 2027 is a Sunday
    ],
)
def test_appeal_is_open_for_three_months_and_moves_to_a_working_day(given: str, due: str) -> None:
    """T26, Atw 1: exactly three months is not more than three."""
    record = order("supervision", given, None, pronounced=at(f"{given} 09:00"))
    desk = ordered(record, f"{given} 10:00")
    assert desk.due("T26") == day(due)


def test_a_provisional_supervision_has_no_ordinary_appeal() -> None:
    """T27 [K]."""
    assert provisional().due("T26") is None


def test_a_provisional_guardianship_lapses_the_day_after_three_months() -> None:
    """T15, 00-E L6."""
    desk = imported(order("provisional_guardianship", "2026-02-02"))
    assert desk.due("T15") == day("2026-05-03")
    desk.pass_to("2026-05-02 23:59")
    assert desk.moves() == []
    desk.pass_to("2026-05-03")
    assert desk.moves() == ["TR-52"]


@pytest.mark.parametrize(("kind", "lives"), [("termination", True), ("measure", False), ("extension", False)])
def test_only_the_right_petition_keeps_a_provisional_guardianship_alive(kind: str, *, lives: bool) -> None:
    """L6: a petition for another measure does not; refused, it ends at once."""
    desk = imported(order("provisional_guardianship", "2026-02-02"))
    by = GI if kind == "extension" else RAAD
    desk.say("2026-04-01", c.PetitionCourt, by=by, kind=kind, petition="verzoek")
    desk.pass_to("2026-05-03")
    assert (desk.moves() == []) is lives
    if lives:
        assert desk.due("T15") is None
        _court(desk, "2026-06-10 10:00", "refused")
        assert (desk.moves(), desk.state().value) == (["TR-52"], "voluntary.assessment")


def test_a_refusal_before_the_three_months_leaves_them() -> None:
    """The order itself runs on to its own end."""
    desk = imported(order("provisional_guardianship", "2026-02-02"))
    desk.say("2026-03-01", c.PetitionCourt, by=RAAD, kind="termination", petition="verzoek")
    _court(desk, "2026-04-01 10:00", "refused")
    assert desk.moves() == []
    assert desk.due("T15") == day("2026-05-03")


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
