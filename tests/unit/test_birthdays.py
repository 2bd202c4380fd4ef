"""What birthdays and days of authority do by themselves (5.1, L13, TR-09, TR-13, TR-17, TR-34)."""

from __future__ import annotations

import pytest

from states import commands as c
from states.decide import lapse
from states.due import next_due
from states.people import Authority
from states.position import ClosedReason, State
from tests.unit.cast import at, day, order
from tests.unit.desk import (
    agree,
    ahead,
    helped,
    intensive,
    ordered,
    reported,
    requested,
    supervised,
)


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
