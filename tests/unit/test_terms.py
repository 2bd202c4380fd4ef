"""Terms: the days that the tables attach to facts, by examples worked out by hand (2.3, 2.4)."""

from __future__ import annotations

import pytest

from states import commands as c
from tests.unit.cast import GI, RAAD, at, day, order
from tests.unit.desk import (
    court,
    imported,
    ordered,
    placed,
    provisional,
    supervised,
)


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
    court(desk, "2026-03-02", "placement", placement="pleeggezin", placement_end="2026-09-02", heard=False)
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
    desk = court(supervised(), "2026-11-02", "supervision_extension", end="2028-02-02")
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
        court(desk, "2026-06-10 10:00", "refused")
        assert (desk.moves(), desk.state().value) == (["TR-52"], "voluntary.assessment")


def test_a_refusal_before_the_three_months_leaves_them() -> None:
    """The order itself runs on to its own end."""
    desk = imported(order("provisional_guardianship", "2026-02-02"))
    desk.say("2026-03-01", c.PetitionCourt, by=RAAD, kind="termination", petition="verzoek")
    court(desk, "2026-04-01 10:00", "refused")
    assert desk.moves() == []
    assert desk.due("T15") == day("2026-05-03")
