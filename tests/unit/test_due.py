"""What happens by itself: when, in which order, and what is foretold (D3)."""

from __future__ import annotations

from states import commands as c
from states.decide import lapse
from states.due import forecast
from states.position import State
from tests.unit.cast import RAAD, at, day, order
from tests.unit.desk import (
    agree,
    ahead,
    imported,
    placed,
    provisional,
    reported,
    supervised,
)


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
