"""What happens by itself: when, in which order, and what is foretold (D3)."""

from __future__ import annotations

import pytest

from states import commands as c
from states.decide import lapse
from states.due import forecast, next_due
from states.people import Authority
from states.position import ClosedReason, State
from tests.unit.desk import (
    RAAD,
    agree,
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


def ahead(desk: object, name: str = "kind") -> list[tuple[str, State]]:
    """What is foretold, by day."""
    found = forecast(desk.child(name), desk.now)  # type: ignore[attr-defined]
    return [(str(step["at"].astimezone(at("2026-01-01").tzinfo))[:10], step["to"]) for step in found]


def test_nothing_is_due_before_its_moment_and_nothing_twice() -> None:
    """After settling, the next thing lies ahead."""
    desk = provisional(heard=False)
    assert desk.due_next == at("2026-02-17")
    assert lapse(desk.case, at("2026-02-16 23:59:59")).drafts == ()
    desk.pass_to("2026-02-17")
    assert desk.due_next is not None
    assert desk.due_next > at("2026-02-17")
    assert lapse(desk.case, at("2026-02-17")).drafts == ()


def test_what_lapses_is_recorded_at_its_own_moment_by_the_system() -> None:
    """Also when nobody looked for years (D4)."""
    desk = placed()
    desk.pass_to("2030-01-01")
    assert desk.moves() == ["TR-63", "TR-70"]
    moved = [b for b in desk.new if b["move"]]
    assert [b["effective_at"][:13] for b in moved] == ["2026-11-01T23", "2027-02-01T23"]
    assert {b["actor"]["id"] for b in moved} == {"system"}
    assert {b["recorded_at"] for b in moved} == {"2029-12-31T23:00:00.000000Z"}


def test_a_measure_and_a_case_without_children_foretell() -> None:
    """A measure its end; nothing, nothing."""
    desk = supervised()
    assert ahead(desk) == [("2027-02-01", State.ASSESSMENT)]
    assert forecast(reported().child(), at("2026-03-01"))[0]["to"] is State.CLOSED


def test_what_is_foretold_goes_on_until_nothing_ends_any_more() -> None:
    """The placement, the measure; 18 lies too far."""
    assert [to for _, to in ahead(placed())] == [State.SUPERVISION, State.ASSESSMENT]


def test_a_foretold_state_names_what_it_rests_on() -> None:
    """The order of the placement is that of the supervision; help rests on consents (D9)."""
    desk = supervised()
    agree(desk, "2026-03-01", help="thuishulp", valid_from=day("2027-02-02"))
    step = forecast(desk.child(), desk.now)[0]
    assert step["to"] is State.HELP
    title = step["title"]
    assert title is not None
    assert title["required"] == ["anna", "bart"]
    assert len(title["consents"]) == 2


def test_whom_the_law_asks_at_16_is_written_down_when_it_changes() -> None:
    """Else a stop by a parent who is no longer asked would seem to end the help."""
    desk = helped(born=day("2010-03-10"), people=("kind", "anna", "bart"))
    desk.say("2026-03-01", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-10"))
    assert ("2026-03-09", State.HELP) in ahead(desk)
    desk.pass_to("2026-03-11")
    assert desk.moves() == []
    decision = desk.say("2026-03-12", c.WithdrawConsent, person="anna")
    assert decision.refusal is None
    assert desk.state() is State.HELP
    first = desk.new[-1]["effects"]["ahead"][0]
    assert (first["to"], first["title"]["required"]) == (State.HELP, ["kind"])


@pytest.mark.parametrize(("age", "born"), [(12, "2014-06-01"), (16, "2010-06-01"), (18, "2008-06-01")])
def test_a_birthday_is_announced_eight_weeks_before(age: int, born: str) -> None:
    """5.1: a task about the own consent."""
    people = ("anna", "bart") if age == 12 else ("kind", "anna", "bart")
    desk = helped(born=day(born), people=people if age < 18 else ("kind",))
    desk.pass_to("2026-04-06")
    assert f"consent-{age}" in desk.tasks()


def test_at_16_a_plan_for_the_future_is_made() -> None:
    """T42, whatever the state."""
    desk = supervised(born=day("2010-06-01"))
    desk.pass_to("2026-06-01")
    assert "T42" in desk.tasks() or any(t.code == "T42" for t in desk.child().tasks)


def test_intrusive_help_without_the_youths_own_yes_raises_alarms() -> None:
    """L13: four weeks, one week and one day before; not when the yes is there."""
    desk = helped(born=day("2014-06-01"), intrusive=True)
    for moment, code in (("2026-05-04", "alarm-12-28"), ("2026-05-25", "alarm-12-7"), ("2026-05-31", "alarm-12-1")):
        desk.pass_to(moment)
        assert code in desk.tasks()
        assert {t.role for t in desk.child().tasks if t.code == code} == {"supervisor"}
    desk.pass_to("2026-06-01")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    ready = helped(born=day("2014-06-01"), intrusive=True)
    ready.say("2026-04-01", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-06-01"))
    ready.pass_to("2026-06-02")
    assert "alarm-12-28" not in ready.tasks()
    assert ready.state() is State.HELP


@pytest.mark.parametrize("intrusive", [True, False])
def test_at_12_plain_help_is_presumed_for_ten_working_days(*, intrusive: bool) -> None:
    """L13; intrusive help ends at midnight."""
    desk = helped(born=day("2014-06-01"), intrusive=intrusive)
    desk.pass_to("2026-06-15 23:59")
    assert desk.state() is (State.ASSESSMENT if intrusive else State.HELP)
    desk.pass_to("2026-06-16")
    assert desk.state() is State.ASSESSMENT
    if not intrusive:
        assert desk.child().since == at("2026-06-16")


def test_who_is_presumed_ends_it_by_saying_no() -> None:
    """At once."""
    desk = helped(born=day("2014-06-01"))
    desk.pass_to("2026-06-05")
    desk.say("2026-06-05 10:00", c.WithdrawConsent, person="kind", by={"id": "kind", "role": "youth"})
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)


def test_who_is_presumed_and_says_yes_carries_the_help_on() -> None:
    """No move, and nothing more is presumed."""
    desk = helped(born=day("2014-06-01"))
    agree(desk, "2026-06-05", ("kind",), help="hulp")
    assert not [p for p in desk.child().presumed if p.until > desk.now]
    assert desk.child().consents_at(desk.now).presumed == frozenset()
    desk.pass_to("2026-07-01")
    assert desk.state() is State.HELP


def test_intensive_help_is_never_presumed() -> None:
    """V2 ends at the 12th and the 16th birthday."""
    desk = intensive(born=day("2014-06-01"))
    desk.pass_to("2026-06-01")
    assert desk.state() is State.ASSESSMENT


def test_authority_that_begins_on_a_day_asks_on_that_day() -> None:
    """TR-18 by the calendar: as at a birthday."""
    desk = reported(
        holders=("anna",), authority=(Authority(holder="anna"), Authority(holder="bart", since=day("2026-06-01")))
    )
    agree(desk, "2026-02-02 10:00", ("anna",), help="hulp")
    papers = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **papers)
    desk.pass_to("2026-06-15")
    assert desk.state() is State.HELP
    desk.pass_to("2026-06-16")
    assert desk.state() is State.ASSESSMENT


@pytest.mark.parametrize("made", [reported, requested, helped])
def test_at_18_without_an_own_yes_everything_ends(made: object) -> None:
    """TR-13 and TR-34: closed with C4, tasks and petitions gone."""
    born = day("2008-03-10")
    desk = requested(reported(born=born)) if made is requested else made(born=born)  # type: ignore[operator]
    if made is helped:
        desk = helped(born=born, people=("kind",))
    desk.pass_to("2026-03-10")
    child = desk.child()
    assert (child.state, child.closed_reason) == (State.CLOSED, ClosedReason.MAJORITY)
    assert child.since == at("2026-03-10")
    assert not [t for t in child.terms if t.rule not in ("T36", "T37", "T11", "T26")]


def test_help_of_an_adult_ends_at_23() -> None:
    """TR-17."""
    desk = helped(born=day("2008-03-10"), people=("kind",))
    desk.say("2026-03-01", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-10"))
    desk.pass_to("2031-03-09 23:59")
    assert desk.state() is State.HELP
    desk.pass_to("2031-03-10")
    assert (desk.moves(), desk.child().closed_reason) == (["TR-17"], ClosedReason.MAJORITY)


def test_an_adult_who_stops_is_done() -> None:
    """Landing, step 4: C4."""
    desk = helped(born=day("2008-03-10"), people=("kind",))
    desk.say("2026-03-01", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-10"))
    desk.say("2026-04-01", c.WithdrawConsent, person="kind")
    assert (desk.moves()[-1], desk.child().closed_reason) == ("TR-09", ClosedReason.MAJORITY)


def test_an_unborn_child_has_no_birthdays() -> None:
    """1:2: a measure is possible; nothing is due by age."""
    desk = ordered(order("supervision", "2026-02-02", "2026-08-02"), born=None, expected="2026-04-01")
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2026-08-02")
    assert desk.state() is State.ASSESSMENT
    assert next_due(lapse(desk.case, at("2027-01-01")).case) is None


def test_moves_come_before_reminders_and_terms_of_the_same_moment() -> None:
    """A duty that ends with its measure is dropped, not missed."""
    desk = supervised(end="2026-04-01")
    desk.say("2026-03-25 09:00", c.NotifyGi, by={"id": "g", "role": "gi", "organisation": "GI Fictieland"})
    desk.pass_to("2026-04-01")
    assert desk.ended()["T18"] == "dropped"


def test_children_are_settled_in_the_order_of_time() -> None:
    """Not one child after the other."""
    desk = provisional()
    desk.say(
        "2026-02-10",
        c.CourtOrder,
        "zus",
        by=RAAD,
        order=order("supervision", "2026-02-10", "2026-03-01"),
        opening={"name": "Z", "municipality": "Z", "born": "2020-01-01"},
    )
    desk.pass_to("2026-12-01")
    moments = [b["effective_at"] for b in desk.new]
    assert moments == sorted(moments)
    assert desk.state("zus") is desk.state() is State.ASSESSMENT


def test_a_partial_end_of_a_placement_in_a_provisional_measure_is_written_off_once() -> None:
    """TR-59 by the clock."""
    desk = provisional(placement="pleeggezin", placement_end="2026-03-02")
    desk.pass_to("2026-03-02")
    assert desk.moves() == ["TR-59"]
    desk.pass_to("2026-04-01")
    assert desk.moves() == []


def test_a_planned_import_begins_by_itself() -> None:
    """AC-12."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-02"), born=day("2008-12-14"))
    assert desk.due_next == at("2026-02-03")
    desk.pass_to("2026-12-14")
    assert desk.moves() == ["TR-54", "TR-73"]
