"""A guardianship over some topics only, and authority that changes without a guardian (1:268 lid 1 b, L3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.acts.may import Answer, may
from states.acts.standing import standing
from states.due import forecast
from states.orders.order import MeasureKind
from states.position import State
from states.terms.calendar import day_start
from tests.unit.cast import GI, OTHER_GI, TEAM, day
from tests.unit.desk import Desk, agree, court, helped, intensive, placed, reported, requested, supervised

OTHER_PARENT = ({"holder": "bart"},)


def partly(desk: Desk, **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """Authority over medical treatment is suspended from 2026-03-02."""
    fields: dict[str, Any] = {
        "ground": "unfit",
        "scope": "medische behandeling",
        "accepted": "bereid",
        "gi": "GI Elders",
    }
    return court(desk, "2026-03-02 10:00", "provisional_guardianship", **fields | more)


@pytest.mark.parametrize(
    ("made", "outside"),
    [
        (reported, State.ASSESSMENT),
        (helped, State.HELP),
        (requested, State.REQUESTED),
        (supervised, State.SUPERVISION),
        (placed, State.SUPERVISION_WITH_PLACEMENT),
    ],
)
def test_l3_outside_the_scope_the_other_state_and_its_column_apply(made: Callable[[], Desk], outside: State) -> None:
    """The child is in M4; for everything else it stands where it stood, and lands there when M4 lapses."""
    desk = partly(made())
    assert (desk.moves(), desk.state()) == (["TR-50"], State.PROVISIONAL_GUARDIANSHIP)
    where = standing(desk.child(), desk.now).outside
    assert where is not None
    assert where.state is outside
    desk.pass_to("2026-06-03")
    assert (desk.moves(), desk.state()) == (["TR-52"], outside)


def test_l3_help_outside_the_scope_goes_on_with_the_consents_of_those_in_authority() -> None:
    """They do not end when it starts, and a no still stops the help at once."""
    desk = partly(helped())
    running = desk.child().help
    assert running is not None
    assert may(18, desk.child(), desk.now, TEAM).answer is Answer.CONSENT
    assert may(18, desk.child(), desk.now, TEAM).holds
    desk.say("2026-03-10", c.WithdrawConsent, person="anna")
    assert not may(18, desk.child(), desk.now, TEAM).holds
    agree(desk, "2026-03-11", ("anna",), help="hulp")
    assert may(18, desk.child(), desk.now, TEAM).holds


def test_l3_without_consent_the_help_outside_the_scope_does_not_come_back_by_itself() -> None:
    """It lapses into V0 when somebody said no in between."""
    desk = partly(helped())
    desk.say("2026-03-10", c.WithdrawConsent, person="anna")
    desk.pass_to("2026-06-03")
    assert desk.state() is State.ASSESSMENT


def test_l3_intensive_help_ends_when_a_part_of_authority_is_suspended() -> None:
    """Never V2 by itself, also not outside the scope."""
    desk = partly(intensive())
    assert desk.child().regie is None
    desk.pass_to("2026-06-03")
    assert desk.state() is State.HELP


def test_l3_a_whole_suspension_after_a_partial_one_ends_consents() -> None:
    """From then help asks no consent, and the old ones do not count after it (00-A)."""
    desk = court(partly(helped()), "2026-03-09 10:00", "provisional_guardianship", ground="unfit", scope="whole")
    assert (desk.moves(), desk.state(), desk.child().help) == (["TR-50"], State.PROVISIONAL_GUARDIANSHIP, None)
    desk.pass_to("2026-06-10")
    assert desk.state() is State.ASSESSMENT


@pytest.mark.parametrize("told", ["in time", "late"])
def test_l3_a_supervision_planned_beside_a_partial_suspension_ends_consents_when_it_begins(told: str) -> None:
    """Until its first day the help goes on; the end is written at that moment, however late (D3)."""
    fields = {"start": "2026-03-16", "end": "2027-03-16", "gi": "GI Fictieland"}
    desk = court(partly(helped()), "2026-03-09 10:00", "supervision", **fields)
    assert desk.child().help is not None
    if told == "late":
        agree(desk, "2026-03-20", ("anna", "bart"), help="later", valid_from="2027-04-01")
    else:
        desk.pass_to("2026-03-16")
    assert (desk.child().help, desk.state()) == (None, State.PROVISIONAL_GUARDIANSHIP)
    ended = {consent.ended_at for consent in desk.child().consents if consent.help == "hulp"}
    assert ended == {day_start(day("2026-03-16"))}
    assert [body["event"] for body in desk.log].count("measure_covers") == 1
    ahead = [step["to"] for step in forecast(desk.child(), desk.now)]
    assert ahead == [State.SUPERVISION, State.ASSESSMENT]


def test_l3_before_a_planned_measure_covers_the_child_the_forecast_knows_that_help_will_not_come_back() -> None:
    """Readers hear the same as the case does."""
    fields = {"start": "2026-03-16", "end": "2027-03-16", "gi": "GI Fictieland"}
    desk = court(partly(helped()), "2026-03-09 10:00", "supervision", **fields)
    assert [step["to"] for step in forecast(desk.child(), desk.now)] == [State.SUPERVISION, State.ASSESSMENT]


def test_l3_the_supervision_beside_a_partial_suspension_stays_with_its_own_gi() -> None:
    """Each GI has the powers of its own order; the placement goes on."""
    desk = partly(placed())
    kinds = [(m.kind, m.gi) for m in desk.child().measures_at(desk.now)]
    assert kinds == [
        (MeasureKind.PROVISIONAL_GUARDIANSHIP, "GI Elders"),
        (MeasureKind.SUPERVISION, "GI Fictieland"),
    ]
    assert desk.child().placement(desk.now) is not None
    assert may(21, desk.child(), desk.now, GI).holds
    assert not may(21, desk.child(), desk.now, OTHER_GI).holds


def test_l3_a_whole_suspension_leaves_no_placement_in_force() -> None:
    """The guardian decides where the child lives."""
    desk = partly(placed(), scope="whole")
    assert desk.child().placement(desk.now) is None
    desk.pass_to("2026-06-03")
    assert desk.child().placement(desk.now) is not None
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


def test_l3_suspension_of_one_of_two_parents_is_a_change_of_authority() -> None:
    """TR-18, no M4: the other decides alone from that day."""
    desk = helped()
    court(desk, "2026-03-02 10:00", "provisional_guardianship", gi=None, authority=OTHER_PARENT)
    assert (desk.moves(), desk.state()) == (["TR-18"], State.HELP)
    assert desk.child().consents_at(desk.now).required == ("bart",)
    desk = court(supervised(), "2026-03-02 10:00", "authority_changed", authority=OTHER_PARENT)
    assert (desk.moves(), desk.state()) == (["TR-18"], State.SUPERVISION)


def test_a_new_holder_whom_the_judge_names_is_asked_as_on_a_birthday() -> None:
    """TR-18, L13: help that is not intrusive rests on presumed consent for ten working days; intrusive help stops."""
    new = ({"holder": "anna"}, {"holder": "bart"}, {"holder": "oma"})
    desk = court(helped(), "2026-03-02 10:00", "authority_changed", authority=new)
    assert desk.state() is State.HELP
    desk.pass_to("2026-03-17")
    assert desk.state() is State.ASSESSMENT
    desk = court(helped(intrusive=True), "2026-03-02 10:00", "authority_changed", authority=new)
    assert (desk.moves(), desk.state()) == (["TR-18"], State.ASSESSMENT)


def test_help_of_a_child_in_r_stops_when_a_new_holder_has_not_consented_to_what_is_intrusive() -> None:
    """The Raad track is untouched."""
    new = ({"holder": "anna"}, {"holder": "bart"}, {"holder": "oma"})
    desk = court(requested(helped(intrusive=True)), "2026-03-02 10:00", "authority_changed", authority=new)
    assert (desk.moves(), desk.state(), desk.child().help) == (["TR-18"], State.REQUESTED, None)


def test_authority_can_change_on_a_later_day() -> None:
    """NX-12: planned, and looked at again on that day."""
    desk = court(
        helped(intrusive=True),
        "2026-03-02 10:00",
        "authority_changed",
        authority=({"holder": "oma"},),
        start=day("2026-03-20"),
    )
    assert desk.child().consents_at(desk.now).required == ("anna", "bart")
    desk.pass_to("2026-03-20")
    assert desk.child().consents_at(desk.now).required == ("oma",)
    assert desk.state() is State.ASSESSMENT
