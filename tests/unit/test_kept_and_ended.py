"""Orders that keep or end powers, and orders of another phase: none is refused for its content (00-B)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from states.position import State
from tests.unit.cast import day
from tests.unit.desk import (
    Desk,
    court,
    helped,
    placed,
    provisional,
    reported,
    supervised,
)

AWAY = {"placement": "pleeggezin", "placement_end": "2026-09-02"}


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


def test_a_decision_that_keeps_a_measure_until_today_ends_it() -> None:
    """What no row of its own carries out, is what it amounts to: the measure ends."""
    desk = court(supervised(), "2026-03-02 10:00", "maintained", "2026-03-02")
    assert (desk.moves(), desk.state()) == (["TR-70"], State.ASSESSMENT)
