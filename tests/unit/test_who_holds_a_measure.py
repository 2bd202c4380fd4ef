"""Who holds a measure, and where the child lives under it (TR-64 to 66b; 1:259, 265i; 00-E L8 to L10, C1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.position import ClosedReason, State
from tests.unit.cast import COLLEGE, GI, OTHER_GI, RAAD, TEAM, at, day, opening, order
from tests.unit.desk import Desk, court, petitioned, placed, provisional, reported, supervised

MOVE: dict[str, Any] = {"by": GI, "decision": "beter passend", "place": "pleeggezin", "carers": "pleeg-b"}
HOME: dict[str, Any] = {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-12-01"}


def fostered(since: str = "2026-02-02") -> Desk:
    """A child in M3 that lives with the same foster family since a day."""
    desk = placed(placement_end="2027-02-02")
    desk.say(
        "2026-02-03", c.ReportResidence, by=GI, residence="away", place="pleeggezin", carers="pleeg-a", at=at(since)
    )
    return court(desk, "2026-12-01 10:00", "supervision_extension", "2028-02-02", placement_end="2028-02-02")


def _holder(desk: Desk) -> str | None:
    measure = desk.child().measure(desk.now)
    return measure.gi if measure else None


@pytest.mark.parametrize("made", [provisional, supervised, placed])
def test_another_gi_takes_over_by_the_judge_only(made: Callable[[], Desk]) -> None:
    """TR-64, NX-09: the old one is responsible until the order, and both are told."""
    desk = made()
    assert may(21, desk.child(), desk.now, GI).holds
    assert not may(21, desk.child(), desk.now, OTHER_GI).holds
    before = desk.state()
    court(desk, "2026-03-02 10:00", "gi_replaced", gi="GI Elders")
    assert (desk.moves(), desk.state(), _holder(desk)) == (["TR-64"], before, "GI Elders")
    assert set(desk.notices()) >= {"GI", "GI'", "C", "C'"}
    assert "handover" in desk.tasks()
    assert may(21, desk.child(), desk.now, OTHER_GI).holds
    assert not may(21, desk.child(), desk.now, GI).holds
    assert may(21, desk.child(), at("2026-03-02 09:59"), GI).holds


def test_a_gi_that_takes_over_later_holds_nothing_before_that_day() -> None:
    """NX-12, NX-09: planned; then the clock tells everybody."""
    desk = court(supervised(), "2026-03-02 10:00", "gi_replaced", gi="GI Elders", start=day("2026-03-20"))
    assert (desk.moves(), _holder(desk)) == ([], "GI Fictieland")
    desk.pass_to("2026-03-20")
    assert (desk.moves(), _holder(desk), desk.new[0]["actor"]["role"]) == (["TR-64"], "GI Elders", "system")
    desk.pass_to("2026-06-20")
    assert desk.moves() == []
    assert desk.due("T01") == day("2027-02-02")


def test_the_gi_that_took_over_holds_the_extension_too() -> None:
    """Also one that was given before, and one that names no GI."""
    desk = court(supervised(), "2026-12-01 10:00", "supervision_extension", "2028-02-02", gi=None)
    court(desk, "2026-12-02 10:00", "gi_replaced", gi="GI Elders")
    desk.pass_to("2027-02-03")
    assert _holder(desk) == "GI Elders"
    desk = court(supervised(), "2026-12-01 10:00", "gi_replaced", gi="GI Elders")
    court(desk, "2026-12-02 10:00", "supervision_extension", "2028-02-02", gi=None)
    desk.pass_to("2027-02-03")
    assert _holder(desk) == "GI Elders"


def test_without_a_measure_there_is_no_gi_to_replace() -> None:
    """Entered and flagged (00-B)."""
    desk = court(reported(), "2026-03-02 10:00", "gi_replaced", gi="GI Elders")
    assert (desk.moves(), desk.flags() >= {"TR-64/none"}) == ([], True)


def test_the_gi_changes_the_residence_within_the_kind_of_place() -> None:
    """TR-65, within a year; another kind of place asks the judge."""
    desk = placed()
    assert desk.say("2026-06-01", c.ChangeResidence, **MOVE).refusal is None
    assert (desk.moves(), desk.state()) == (["TR-65"], State.SUPERVISION_WITH_PLACEMENT)
    assert (desk.child().carers, desk.child().carers_since) == ("pleeg-b", day("2026-06-01"))


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"by": OTHER_GI}, "NX-09"),
        ({"by": TEAM}, "TR-65/who"),
        ({"decision": ""}, "TR-65/decision"),
        ({"place": "instelling"}, "TR-65/place"),
    ],
)
def test_a_change_of_residence_with_one_thing_missing_is_refused(fields: dict[str, Any], rule: str) -> None:
    """Who, why, where."""
    refusal = placed().say("2026-06-01", c.ChangeResidence, **MOVE | fields).refusal
    assert refusal is not None
    assert refusal.matches(rule)


@pytest.mark.parametrize(
    ("command", "fields", "row"), [(c.ChangeResidence, MOVE, "TR-65"), (c.EndPlacement, HOME, "TR-63")]
)
def test_l9_after_a_year_with_a_foster_family_the_child_leaves_only_with_the_judge(
    command: type[c.Base], fields: dict[str, Any], row: str
) -> None:
    """265i: to others, and home again; the day before the year nobody asks, and with consent it goes."""
    assert fostered().say("2027-02-01 23:00", command, **fields).refusal is None
    desk = fostered()
    refusal = desk.say("2027-02-02", command, **fields).refusal
    assert refusal is not None
    assert refusal.matches(f"{row}/265i")
    court(desk, "2027-02-10 10:00", "residence_consented")
    assert desk.moves() == ["TR-65"]
    assert desk.say("2027-02-11", command, **fields).refusal is None
    assert desk.moves() == [row]


def test_l9_the_year_counts_with_the_same_family() -> None:
    """A move begins it anew; a report of the same family does not; an institution is no family."""
    desk = fostered()
    desk.say("2026-12-10", c.ReportResidence, by=GI, residence="away", place="pleeggezin", carers="pleeg-a")
    assert desk.child().carers_since == day("2026-02-02")
    desk.say("2026-12-11", c.ReportResidence, by=GI, residence="away", place="pleeggezin", carers="pleeg-b")
    assert desk.say("2027-03-01", c.ChangeResidence, **MOVE | {"carers": "pleeg-c"}).refusal is None
    desk = placed(placement="instelling", placement_end="2027-02-02")
    court(desk, "2026-12-01 10:00", "supervision_extension", "2028-02-02", placement_end="2028-02-02")
    assert desk.child().carers is None
    assert desk.say("2027-03-01", c.ChangeResidence, **MOVE | {"place": "instelling", "carers": None}).refusal is None


def test_l9_a_consent_from_before_the_year_is_used_up() -> None:
    """It was about leaving then; the year asks again."""
    desk = fostered()
    court(desk, "2026-12-02 10:00", "residence_consented")
    refusal = desk.say("2027-02-03", c.ChangeResidence, **MOVE).refusal
    assert refusal is not None
    assert refusal.matches("TR-65/265i")


def test_l9_supervision_and_placement_stay_at_most_a_year_when_the_judge_refuses_to_let_the_child_go() -> None:
    """265i lid 3 (T47): from the order, longer is capped; both lapse by themselves at that end."""
    desk = court(fostered(), "2027-12-01 10:00", "residence_kept", "2029-06-01")
    assert (desk.moves(), desk.flags() >= {"NX-06"}) == (["TR-65"], True)
    assert desk.due("T47") == day("2028-12-01")
    assert (desk.due("T02"), desk.due("T06")) == (None, None)
    desk.pass_to("2028-11-30 23:59")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    desk.pass_to("2028-12-01")
    assert (desk.moves(), desk.state()) == (["TR-70"], State.ASSESSMENT)


def test_l9_a_decision_to_keep_takes_no_time_away() -> None:
    """A supervision that lasts longer keeps its own end; without a placement nothing stays."""
    desk = court(fostered(), "2027-02-10 10:00", "residence_kept", "2027-06-01")
    assert (desk.due("T02"), desk.due("T47")) == (day("2028-02-02"), None)
    desk = court(supervised(), "2026-03-02 10:00", "residence_kept", "2027-06-01")
    assert (desk.moves(), desk.flags() >= {"T47/none"}) == ([], True)


def test_l10_a_placement_of_the_provisional_supervision_is_not_deducted_from_the_year() -> None:
    """265c lid 1, second sentence: a whole year from the supervision."""
    desk = provisional(placement="pleeggezin", placement_end="2026-05-02")
    court(desk, "2026-04-01 10:00", "supervision", "2027-04-01", placement="pleeggezin", placement_end="2027-04-01")
    assert "NX-07" not in desk.flags()
    assert desk.due("T06") == day("2027-04-01")


def test_l8_a_sibling_is_added_for_the_same_parents_and_placed_on_a_request_of_its_own() -> None:
    """1:255 lid 5, 265b: the judge decides, and what is missing is a flag (TR-48)."""
    desk = petitioned()
    desk.say("2026-03-01", c.Report, "zus", opening=opening(holders=("anna",)), report="melding")
    desk.say("2026-03-01", c.Report, "neef", opening=opening(holders=("carla",)), report="melding")
    record = order("supervision", "2026-03-02", "2027-03-02", sibling="kind")
    desk.say("2026-03-02 10:05", c.CourtOrder, "zus", by=RAAD, order=record)
    assert (desk.moves("zus"), desk.flags("zus") & {"TR-48/petition", "TR-48/placement"}) == (["TR-48"], set())
    with_place = record | {"placement": "pleeggezin", "placement_end": "2026-09-02"}
    desk.say("2026-03-02 10:06", c.CourtOrder, "neef", by=RAAD, order=with_place)
    assert desk.flags("neef") >= {"TR-48/petition", "TR-48/placement"}
    assert desk.state("neef") is State.SUPERVISION_WITH_PLACEMENT


def test_c1_an_order_about_one_child_changes_nothing_for_another() -> None:
    """Every measure is per child (1:255 lid 1), also a guardianship and another GI."""
    desk = supervised()
    desk.say("2026-02-27", c.Report, "zus", opening=opening(), report="melding")
    sister = desk.child("zus")
    for kind in ("gi_replaced", "provisional_guardianship", "guardianship"):
        court(desk, "2026-03-02 10:00", kind, gi="GI Elders")
    desk.pass_to("2026-03-03")
    assert desk.child("zus") == sister
    assert desk.state("zus") is State.ASSESSMENT


def test_an_extension_takes_its_limit_from_its_own_row() -> None:
    """T02, not T01 (1:260 lid 1): from the end of the one before."""
    desk = court(supervised(), "2026-12-01 10:00", "supervision_extension", "2028-06-02")
    assert "NX-06" in desk.flags()
    assert desk.due("T02") == day("2028-02-02")
    again = court(supervised(), "2026-12-01 10:00", "supervision", "2028-02-02")
    assert again.due("T02") == day("2028-02-02")


def test_a_measure_can_go_to_an_organisation_elsewhere() -> None:
    """TR-66b: only by the GI that holds it, with that organisation's word; closed as transferred (C5)."""
    fields: dict[str, Any] = {"by": GI, "organisation": "Jugendamt Kleve", "confirmation": "brief van 1 maart"}
    for change, rule in (
        ({"by": OTHER_GI}, "NX-09"),
        ({"by": TEAM}, "TR-66b/who"),
        ({"confirmation": ""}, "TR-66b/confirmation"),
        ({"organisation": ""}, "TR-66b/organisation"),
    ):
        refusal = placed().say("2026-03-02", c.HandOverMeasure, **fields | change).refusal
        assert refusal is not None
        assert refusal.matches(rule)
    desk = placed()
    assert desk.say("2026-03-02", c.HandOverMeasure, **fields).refusal is None
    child = desk.child()
    assert (desk.moves(), child.closed_reason) == (["TR-66b"], ClosedReason.TRANSFERRED)
    assert child.measure(desk.now) is None
    assert desk.due("T01") is None
    refusal = reported().say("2026-03-02", c.HandOverMeasure, **fields).refusal
    assert refusal is not None
    assert refusal.matches("TR-66b/from")


def test_the_college_follows_the_child_that_moves_house_under_a_measure() -> None:
    """TR-66: not while it stays with a provider; then the municipality from before is responsible."""
    fields: dict[str, Any] = {"by": COLLEGE, "municipality": "Maandam"}
    desk = supervised()
    assert desk.say("2026-03-02", c.Relocate, **fields).refusal is None
    assert (desk.moves(), desk.state(), desk.child().municipality) == (["TR-66"], State.SUPERVISION, "Maandam")
    refusal = placed().say("2026-03-02", c.Relocate, **fields).refusal
    assert refusal is not None
    assert refusal.matches("TR-66/stay")
