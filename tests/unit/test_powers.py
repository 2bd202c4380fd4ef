"""What court orders do to powers: begin, extend, keep, end; late, early, and beyond the law (00-B, NX-06, NX-13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.position import State
from tests.unit.desk import (
    GI,
    RAAD,
    Desk,
    agree,
    at,
    day,
    helped,
    imported,
    investigated,
    opening,
    order,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

AWAY = {"placement": "pleeggezin", "placement_end": "2026-09-02"}


def court(desk: Desk, when: str, kind: str, end: str | None = None, **more: Any) -> Desk:  # noqa: ANN401 - any field
    """A court decides on the day of ``when``, or on ``given``."""
    given = more.pop("given", when[:10])
    decision = desk.say(when, c.CourtOrder, by=RAAD, order=order(kind, given, end, **more))
    assert decision.refusal is None, decision.refusal
    return desk


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


def test_keeping_after_a_hearing_sets_new_ends() -> None:
    """AC-05: heard, kept, and the MUHP longer."""
    desk = provisional(heard=False, placement="pleeggezin", placement_end="2026-03-02")
    court(desk, "2026-02-13 10:00", "maintained", placement_end="2026-05-02")
    assert desk.moves() == ["TR-59"]
    assert (desk.due("T04"), desk.due("T06"), desk.due("T03")) == (None, day("2026-05-02"), day("2026-05-02"))


def test_keeping_the_measure_without_the_placement_ends_the_placement() -> None:
    """Also under a supervision, where it is TR-63."""
    desk = provisional(heard=False, **AWAY)
    court(desk, "2026-02-13 10:00", "maintained", placement_refused=True)
    assert desk.child().placement(desk.now) is None
    desk = placed(heard=False)
    court(desk, "2026-02-13 10:00", "maintained", placement_refused=True)
    assert (desk.moves(), desk.state()) == (["TR-63"], State.SUPERVISION)


def test_lifting_ends_placement_and_planned_extension_too() -> None:
    """1:261: nothing of it is left."""
    desk = court(placed(), "2026-03-02 10:00", "supervision_extension", "2028-02-02")
    court(desk, "2026-04-01 10:00", "supervision_lifted")
    assert (desk.moves(), desk.state()) == (["TR-71"], State.ASSESSMENT)
    assert "no-title" in desk.tasks()
    desk.pass_to("2027-06-01")
    assert desk.state() is State.ASSESSMENT


@pytest.mark.parametrize(
    ("made", "kind", "end", "move", "state"),
    [
        (provisional, "supervision_lifted", None, "TR-41", State.ASSESSMENT),
        (provisional, "supervision_extension", "2027-01-01", "TR-46", State.SUPERVISION),
        (supervised, "provisional_supervision_ended", None, None, State.SUPERVISION),
        (supervised, "refused", None, None, State.SUPERVISION),
        (supervised, "maintained", None, None, State.SUPERVISION),
        (supervised, "provisional_supervision", "2026-05-01", None, State.SUPERVISION),
        (reported, "supervision_lifted", None, None, State.ASSESSMENT),
        (reported, "placement_ended", None, None, State.ASSESSMENT),
        (reported, "refused", None, None, State.ASSESSMENT),
        (helped, "maintained", None, None, State.HELP),
        (helped, "contact_arrangement", None, None, State.HELP),
    ],
)
def test_an_order_is_never_refused_for_its_content(
    made: Callable[[], Desk],
    kind: str,
    end: str | None,
    move: str | None,
    state: State,
) -> None:
    """00-B: what a judge says of another phase is entered; it does what it can."""
    desk = court(made(), "2026-03-02 10:00", kind, end)
    assert desk.moves() == ([move] if move else [])
    assert desk.state() is state


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


def test_a_sibling_is_added_on_the_petition_of_the_other() -> None:
    """1:255 lid 5: heard, or decided the same day, for a child of the same parents (TR-48)."""
    desk = petitioned()
    desk.say(
        "2026-03-01",
        c.Report,
        "zus",
        opening={"name": "Z", "municipality": "Z", "born": "2020-01-01", "authority": ({"holder": "anna"},)},
        report="melding",
    )
    court(desk, "2026-03-02 10:00", "supervision", "2027-03-02")
    record = order("supervision", "2026-03-02", "2027-03-02", sibling="kind")
    desk.say("2026-03-02 10:05", c.CourtOrder, "zus", by=RAAD, order=record)
    assert desk.moves("zus") == ["TR-48"]
    assert "TR-48/petition" not in desk.flags("zus")
    assert desk.state("kind") is desk.state("zus") is State.SUPERVISION


def test_placed_since_means_placed() -> None:
    """The child lives there: at the lapse somebody must look after a stay without title."""
    desk = placed(placement_end="2027-02-02")
    desk.pass_to("2027-02-02")
    assert sorted(desk.tasks()) == ["no-title", "no-title", "no-title", "safety", "wind-down"]


def test_a_guardianship_that_is_not_final_gives_no_power() -> None:
    """L4: quarantine; nobody can know from when."""
    desk = Desk()
    record = order("guardianship", "2026-02-02", enforceable="no")
    refusal = desk.say("2026-02-03", c.ImportMeasure, by=GI, opening=opening(), orders=(record,)).refusal
    assert refusal is not None
    assert refusal.matches("TR-54/in-force")
    assert "kind" not in desk.case.children


def test_a_guardianship_that_was_sent_begins_the_next_day() -> None:
    """AC-12: planned until then, and moved by the clock."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-02"))
    assert desk.state() is State.NONE
    desk.pass_to("2026-02-03")
    assert (desk.moves(), desk.state()) == (["TR-54"], State.GUARDIANSHIP)


def test_a_planned_guardianship_is_reached_from_wherever_the_child_is() -> None:
    """A report came in between, or a supervision runs beside it."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-10"))
    desk.say("2026-02-03", c.Report, report="melding")
    assert desk.state() is State.ASSESSMENT
    desk.pass_to("2026-02-11")
    assert (desk.moves(), desk.state()) == (["TR-54"], State.GUARDIANSHIP)
    running = order("supervision", "2026-01-05", "2027-01-05")
    desk = imported(running, order("guardianship", "2026-02-02", sent_on="2026-02-10"))
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2026-02-11")
    assert desk.state() is State.GUARDIANSHIP
