"""What court orders do to powers: begin, extend, keep, end; late, early, and beyond the law (00-B, NX-06, NX-13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states.commands import ReportResidence
from states.position import State
from tests.unit.cast import GI, at, day, order
from tests.unit.desk import (
    Desk,
    court,
    helped,
    imported,
    investigated,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

AWAY = {"placement": "pleeggezin", "placement_end": "2026-09-02"}


@pytest.mark.parametrize(
    ("kind", "end", "capped"),
    [
        ("provisional_supervision", "2026-06-03", "2026-06-02"),
        ("provisional_supervision", "2027-01-01", "2026-06-02"),
        ("supervision", "2027-03-03", "2027-03-02"),
        ("supervision", "2030-01-01", "2027-03-02"),
    ],
)
def test_an_order_beyond_the_law_is_entered_and_its_power_is_capped(kind: str, end: str, capped: str) -> None:
    """NX-06: a flag that asks for repair, never a refusal."""
    desk = court(reported(), "2026-03-02 10:00", kind, end)
    assert "NX-06" in desk.flags()
    assert desk.child().orders[-1].end == day(end)
    desk.pass_to(capped)
    assert desk.state() is State.ASSESSMENT


def test_a_measure_never_lasts_beyond_18() -> None:
    """The birthday caps the dictum."""
    desk = court(reported(born=day("2008-12-14")), "2026-03-02 10:00", "supervision", "2027-03-02")
    assert "NX-06" in desk.flags()
    desk.pass_to("2026-12-14")
    assert (desk.moves(), desk.state()) == (["TR-73"], State.CLOSED)


def test_a_muhp_ends_with_its_supervision() -> None:
    """NX-07."""
    desk = court(supervised(), "2026-03-02 10:00", "placement", placement="pleeggezin", placement_end="2027-03-01")
    assert "NX-07" in desk.flags()
    assert desk.due("T06") == day("2027-02-02")


def test_a_muhp_without_supervision_gives_no_power() -> None:
    """1:265a: entered, flagged, nothing moves."""
    desk = court(reported(), "2026-03-02 10:00", "placement", **AWAY)
    assert "NX-07" in desk.flags()
    assert desk.state() is State.ASSESSMENT
    assert not desk.child().placements


def test_a_muhp_does_not_come_back_with_a_later_supervision() -> None:
    """The supervision it stood on lapsed unheard; a new one brings no placement."""
    desk = provisional(heard=False)
    court(desk, "2026-02-05 10:00", "placement", **AWAY)
    desk.pass_to("2026-02-17")
    assert desk.state() is State.ASSESSMENT
    assert desk.due("T06") is None
    court(desk, "2026-03-02 10:00", "supervision", "2027-03-02")
    assert desk.state() is State.SUPERVISION


def test_an_extension_goes_on_where_the_measure_ends() -> None:
    """TR-60: no gap, no overlap, at most a year from there (T02)."""
    desk = court(supervised(), "2026-12-01 10:00", "supervision_extension", "2028-02-02", gi=None)
    desk.pass_to("2027-02-02")
    assert desk.state() is State.SUPERVISION
    measure = desk.child().measure(desk.now)
    assert measure is not None
    assert (measure.start, measure.end, measure.gi) == (at("2027-02-02"), at("2028-02-02"), "GI Fictieland")
    desk.pass_to("2028-02-02")
    assert desk.moves() == ["TR-70"]


def test_an_extension_after_the_end_leaves_a_gap() -> None:
    """Shown, not bridged; back by TR-42."""
    desk = court(supervised(end="2026-03-02"), "2026-03-04 10:00", "supervision_extension", "2027-03-02")
    assert desk.moves() == ["TR-70", "TR-42"]
    assert "TR-60/late" in desk.flags()
    assert desk.child().since == at("2026-03-04 10:00")


def test_an_extension_given_in_time_and_recorded_late_leaves_no_gap() -> None:
    """NX-13: it works from where the measure ended."""
    desk = supervised(end="2026-03-02")
    desk.pass_to("2026-03-05")
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-03-06 10:00", "supervision_extension", "2027-03-02", given="2026-02-27")
    assert desk.state() is State.SUPERVISION
    assert desk.child().since == at("2026-03-02")
    assert desk.flags() >= {"NX-13"}
    assert "TR-60/late" not in desk.flags()


def test_an_extension_of_an_unknown_measure_counts_as_its_dictum_says() -> None:
    """A year from the decision would end it before its time."""
    desk = imported(order("supervision_extension", "2026-01-20", "2027-02-01"))
    assert "TR-60/previous" in {f["rule"] for b in desk.log for f in b["facts"].get("flags", ())}
    assert desk.due("T02") == day("2027-02-01")


def test_a_supervision_takes_the_place_of_a_provisional_one_without_a_gap() -> None:
    """TR-46; the provisional one is not deducted from the year."""
    desk = court(provisional(), "2026-04-01 10:00", "supervision", "2027-04-01")
    assert desk.moves() == ["TR-46"]
    assert desk.due("T03") is None
    assert desk.due("T01") == day("2027-04-01")


def test_a_supervision_that_begins_after_the_provisional_one_leaves_a_gap() -> None:
    """Flagged; V0 in between."""
    desk = court(provisional(), "2026-04-01 10:00", "supervision", "2027-04-01", start="2026-05-10")
    assert "TR-46/gap" in desk.flags()
    desk.pass_to("2026-05-02")
    assert (desk.moves(), desk.state()) == (["TR-47"], State.ASSESSMENT)
    desk.pass_to("2026-05-10")
    assert (desk.moves(), desk.state()) == (["TR-42"], State.SUPERVISION)


def test_an_order_for_a_later_day_is_planned() -> None:
    """NX-12: until that day nothing has changed, then it moves by itself."""
    desk = court(helped(), "2026-03-02 10:00", "supervision", "2027-03-01", start="2026-03-20")
    assert (desk.moves(), desk.state()) == ([], State.HELP)
    assert desk.log[-1]["effects"]["ahead"][0]["at"] == "2026-03-19T23:00:00.000000Z"
    desk.pass_to("2026-03-19 23:59")
    assert desk.state() is State.HELP
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-42"], State.SUPERVISION)
    assert desk.new[0]["actor"]["role"] == "system"


@pytest.mark.parametrize("made", [petitioned, investigated, requested])
def test_a_child_in_r_stays_there_until_its_planned_measure_begins(made: Callable[[], Desk]) -> None:
    """The petition is granted, and the measure does not work yet; lifted before it began, the child lands."""
    desk = made()
    state = desk.state()
    court(desk, "2026-03-02 10:00", "supervision", "2027-03-01", start="2026-03-20")
    assert desk.state() is state
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-42"], State.SUPERVISION)
    assert (desk.child().petitions, desk.child().raad) == ((), None)


def test_a_planned_muhp_begins_on_its_day() -> None:
    """TR-62 by the clock."""
    desk = court(supervised(), "2026-03-02 10:00", "placement", start="2026-03-20", **AWAY)
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-62"], State.SUPERVISION_WITH_PLACEMENT)


def test_an_end_for_a_later_day_is_planned() -> None:
    """A lifting and the end of a placement work on their day."""
    desk = court(supervised(), "2026-03-02 10:00", "supervision_lifted", start="2026-03-20")
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-71"], State.ASSESSMENT)
    desk = court(placed(), "2026-03-02 10:00", "placement_ended", start="2026-03-20")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    desk.pass_to("2026-03-20")
    assert (desk.moves(), desk.state()) == (["TR-63"], State.SUPERVISION)


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"zaaknummer": ""}, "invariant-3"),
        ({"gi": None}, "invariant-3/gi"),
        ({"end": None}, "invariant-3/end"),
        ({"enforceable": "unknown"}, "L5"),
        ({"end": "2026-02-01"}, "NX-06/empty"),
        ({"pronounced": at("2026-02-27 10:00")}, "invariant-3/date"),
        ({"sibling": "zus"}, "TR-48/petition"),
        ({"sibling": "zus", **AWAY}, "TR-48/placement"),
        ({}, "00-C/voorfase"),
    ],
)
def test_what_an_order_lacks_is_flagged(fields: dict[str, Any], flag: str) -> None:
    """With a flag, not a refusal."""
    record = order("supervision", "2026-03-02", **{"end": "2027-03-02", **fields})
    desk = ordered(record, "2026-03-02 10:00")
    assert flag in desk.flags()


def test_a_planned_measure_that_is_taken_back_lets_a_child_in_r_land() -> None:
    """What was granted is gone, and no petition waits any more."""
    desk = court(petitioned(), "2026-03-02 10:00", "supervision", "2027-03-01", start="2026-03-20")
    court(desk, "2026-03-10 10:00", "supervision_lifted")
    assert (desk.moves(), desk.state()) == (["TR-45"], State.ASSESSMENT)
    desk.pass_to("2026-03-20")
    assert desk.state() is State.ASSESSMENT


def test_a_new_order_opens_no_term_of_an_old_one() -> None:
    """The old supervision had a placement that ended before it."""
    desk = placed(placement_end="2026-06-02")
    desk.pass_to("2027-02-03")
    court(desk, "2027-03-01 10:00", "supervision", "2028-03-01")
    opened = {t["rule"] for b in desk.new for t in b["effects"].get("terms_opened", ())}
    assert opened == {"T01", "T08", "T26", "T41"}


def test_a_renewal_of_a_placement_from_the_day_the_old_one_ends_does_not_lapse_as_never_carried_out() -> None:
    """T07: the child lives there already, so nobody has to say so again for the power to last."""
    desk = placed(placement_end="2027-02-02")
    away = {"start": "2027-02-02", "placement": "pleeggezin", "placement_end": "2028-02-02"}
    court(desk, "2027-01-10 10:00", "supervision_extension", "2028-02-02", **away)
    desk.pass_to("2028-02-01")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    desk.pass_to("2028-02-02")
    assert desk.state() is State.ASSESSMENT


def test_a_placement_carried_out_after_its_renewal_was_planned_carries_out_the_renewal_too() -> None:
    """T07: one stay, two orders that follow each other."""
    desk = supervised()
    court(desk, "2026-02-10 10:00", "placement", "2026-05-02", placement="pleeggezin")
    court(desk, "2026-04-10 10:00", "placement", "2026-11-02", placement="pleeggezin", start="2026-05-02")
    desk.say("2026-04-20 10:00", ReportResidence, by=GI, residence="away", place="pleeggezin")
    desk.pass_to("2026-10-30")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    desk.pass_to("2026-11-02")
    assert desk.state() is State.SUPERVISION


@pytest.mark.parametrize("start", [None, "2026-03-20"])
def test_an_order_that_ends_before_it_begins_is_entered_and_answers_nothing(start: str | None) -> None:
    """00-B: never refused for its content. It gives no power, so the petition still waits; the flag asks for repair."""
    fields = {"start": start} if start else {}
    desk = court(petitioned(), "2026-02-19 10:00", "supervision", "2026-02-13", given="2026-02-18", **fields)
    assert "NX-06/empty" in desk.flags()
    assert desk.state() is State.PETITIONED
    desk.pass_to("2026-04-01")
    assert desk.state() is State.PETITIONED
    court(desk, "2026-04-02 10:00", "supervision", "2027-04-02")
    assert desk.state() is State.SUPERVISION


@pytest.mark.parametrize("kind", ["refused", "inadmissible"])
def test_a_refusal_works_when_it_is_given(kind: str) -> None:
    """Nothing begins with it, so no day to come can be its beginning."""
    desk = court(petitioned(), "2026-03-01 10:00", kind, start="2026-03-10")
    assert desk.state() is State.ASSESSMENT
