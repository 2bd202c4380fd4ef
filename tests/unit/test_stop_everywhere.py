"""Withdrawal works when it was said, whoever wrote it down, in V and in R, early or late (invariant 9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.people import Actor
from states.position import HELPED, RAAD, State
from tests.unit.cast import ANNA, GI, INTENSIVE, PROVIDER, TEAM, at
from tests.unit.desk import Desk, agree, helped, intensive, investigated, petitioned, reported, requested


def team_led() -> Desk:
    """A child in V2b."""
    desk = helped(region="lokaal_team")
    agree(desk, "2026-02-02 11:30", purpose="intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE | {"lead": "local_team", "worker": TEAM})
    return desk


PLACES: dict[State, Callable[[], Desk]] = {
    State.HELP: helped,
    State.GI_LED: intensive,
    State.TEAM_LED: team_led,
    State.REQUESTED: lambda: requested(helped()),
    State.INVESTIGATING: lambda: investigated(helped()),
    State.PETITIONED: lambda: petitioned(helped()),
}
WRITERS = (ANNA, TEAM, PROVIDER, GI)


def test_every_place_where_help_runs_on_consent_is_here() -> None:
    """Five states in V and R hold help; V0 holds none."""
    assert set(PLACES) == {*HELPED, *RAAD}
    assert all(made().state() is state for state, made in PLACES.items())


@pytest.mark.parametrize("state", PLACES, ids=str)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda a: a.role)
@pytest.mark.parametrize("said", [None, "2026-02-20 16:30"], ids=["at once", "late"])
def test_a_stop_works_from_when_it_was_said(state: State, writer: Actor, said: str | None) -> None:
    """The help stops at that moment; in R the track goes on, in V the child lands in V0."""
    desk = PLACES[state]()
    moment = said or "2026-02-24 09:00"
    desk.say("2026-02-24 09:00", c.WithdrawConsent, person="anna", by=writer, at=at(moment) if said else None)
    child = desk.child()
    assert child.help is None
    assert child.regie is None
    assert not child.consents_at(at(moment)).complete(Purpose.HELP)
    moved = next(body for body in desk.new if body["move"])
    assert moved["effective_at"] == at(moment).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if state in RAAD:
        assert (desk.moves(), desk.state()) == (["TR-31"], state)
    else:
        assert (desk.moves(), desk.state(), child.since) == (["TR-09"], State.ASSESSMENT, at(moment))


@pytest.mark.parametrize("state", PLACES, ids=str)
def test_a_stop_said_before_the_child_came_where_it_is_works_from_then(state: State) -> None:
    """Nothing works before the state that it changes."""
    desk = PLACES[state]()
    since = desk.child().since
    desk.say("2026-02-24 09:00", c.WithdrawConsent, person="anna", at=at("2026-02-02 10:30"))
    assert desk.child().help is None
    moved = next(body for body in desk.new if body["move"])
    assert since is not None
    assert moved["effective_at"] == since.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@pytest.mark.parametrize("state", PLACES, ids=str)
def test_a_stop_with_another_help_leaves_this_one(state: State) -> None:
    """And a stop with this one is not undone by consents to another (invariant 6)."""
    desk = PLACES[state]()
    agree(desk, "2026-02-19", help="opvang")
    desk.say("2026-02-20", c.WithdrawConsent, person="anna", help="opvang")
    assert desk.child().help is not None
    agree(desk, "2026-02-21", ("anna",), help="opvang")
    desk.say("2026-02-24", c.WithdrawConsent, person="anna", help="hulp")
    assert desk.child().help is None


@pytest.mark.parametrize("state", PLACES, ids=str)
def test_an_act_done_before_a_late_stop_was_known_is_looked_at_again(state: State) -> None:
    """NX-13, for consents as for orders; also where the child stays where it is (R)."""
    desk = PLACES[state]()
    desk.say("2026-02-22", c.RegisterAct, act=19, text="afspraak", reason="veilig")
    desk.say("2026-02-24", c.WithdrawConsent, person="anna", at=at("2026-02-20"))
    assert "NX-13" in desk.flags()


def test_in_v0_a_stop_is_written_down() -> None:
    """A planned yes no longer counts on its day."""
    desk = reported()
    agree(desk, "2026-02-03", help="hulp", valid_from="2026-03-01")
    desk.say("2026-02-10", c.WithdrawConsent, person="bart")
    assert not desk.child().consents_at(at("2026-03-01")).complete(Purpose.HELP)
