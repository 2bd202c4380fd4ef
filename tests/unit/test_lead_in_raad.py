"""The lead of intensive help during the Raad's track ends with the yes to it (act 12 in R; TR-31)."""

from __future__ import annotations

import pytest

from states import commands as c
from states.position import State
from tests.unit.cast import GI, INTENSIVE
from tests.unit.desk import Desk, agree, ahead, helped, intensive, investigated, petitioned, requested

ASKED = (requested, investigated, petitioned)


def leads(desk: Desk, when: str) -> bool:
    """Whether the GI may register that it leads (act 12)."""
    return desk.say(when, c.RegisterAct, act=12, by=GI, text="regie").refusal is None


@pytest.mark.parametrize("into", ASKED, ids=lambda f: f.__name__)
def test_a_lead_ends_with_the_yes_to_intensive_help(into: object) -> None:
    """The help itself goes on, and so does the Raad; the GI leads no more."""
    desk = into(intensive())  # type: ignore[operator]
    state = desk.state()
    assert leads(desk, "2026-02-10")
    desk.say("2026-02-11", c.WithdrawConsent, person="bart", purposes=("intensive_help",))
    assert (desk.moves(), desk.state()) == (["TR-31"], state)
    assert desk.child().help is not None
    assert desk.child().regie is None
    assert not leads(desk, "2026-02-12")


def test_a_new_yes_does_not_bring_the_lead_back() -> None:
    """Intensive help begins with TR-05 or TR-06, never by itself."""
    desk = requested(intensive())
    desk.say("2026-02-11", c.WithdrawConsent, person="bart", purposes=("intensive_help",))
    agree(desk, "2026-02-12", ("bart",), purpose="intensive_help")
    assert desk.child().regie is None
    assert not leads(desk, "2026-02-13")


def test_a_yes_to_intensive_help_that_runs_out_ends_the_lead_at_that_moment() -> None:
    """By the clock, and told beforehand: no state changes."""
    desk = helped()
    agree(desk, "2026-02-02 11:30", purpose="intensive_help", valid_until="2026-03-01")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    requested(desk)
    assert State.ASSESSMENT not in [state for _, state in ahead(desk)]
    desk.pass_to("2026-03-01")
    assert (desk.moves(), desk.state()) == (["TR-31"], State.REQUESTED)
    assert desk.child().regie is None
    assert desk.child().help is not None
    assert not leads(desk, "2026-03-02")


def test_sharing_stops_and_the_lead_goes_on() -> None:
    """Only the consents that it rests on count."""
    desk = requested(intensive())
    desk.say("2026-02-11", c.WithdrawConsent, person="bart", purposes=("sharing",))
    assert leads(desk, "2026-02-12")
