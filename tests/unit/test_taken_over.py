"""Guardianship that begins later, a sibling that is added, a child that is placed already."""

from __future__ import annotations

from states import commands as c
from states.position import State
from tests.unit.cast import GI, RAAD, opening, order
from tests.unit.desk import (
    Desk,
    court,
    imported,
    petitioned,
    placed,
)


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
    moved = {t["code"] for b in desk.new if b["move"] for t in b["effects"].get("tasks", ())}
    assert moved == {"no-title", "safety", "wind-down"}
    assert desk.tasks().count("no-title") == 3


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
