"""TR-82 for a death: recorded for the wrong child, it is taken back by two people, and the child is where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.position import ClosedReason, State
from tests.unit.cast import ANNA, PROVIDER, RAAD, TEAM, at, day
from tests.unit.desk import (
    Desk,
    court,
    helped,
    intensive,
    investigated,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)
from tests.unit.test_orders_out_of_time import closed, secure

Made = Callable[[], Desk]
TWO: dict[str, Any] = {"death": True, "second": "sanne", "reason": "Het overlijden ging over een ander kind."}
DIED = "2026-02-16 10:00"


def dead(desk: Desk) -> Desk:
    """A death is recorded."""
    assert desk.say(DIED, c.ReportDeath).refusal is None
    assert desk.state() is State.CLOSED
    return desk


def lives(desk: Desk, when: str = "2026-02-18 09:00", **fields: Any) -> Desk:  # noqa: ANN401
    """Two people say that the child lives."""
    decision = desk.say(when, c.Correct, **TWO | fields)
    assert decision.refusal is None, decision.refusal
    return desk


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (reported, State.ASSESSMENT),
        (helped, State.HELP),
        (intensive, State.HELP),
        (requested, State.REQUESTED),
        (investigated, State.INVESTIGATING),
        (petitioned, State.PETITIONED),
        (provisional, State.PROVISIONAL_SUPERVISION),
        (supervised, State.SUPERVISION),
        (placed, State.SUPERVISION_WITH_PLACEMENT),
    ],
)
def test_tr82_a_child_that_did_not_die_is_where_its_facts_put_it(made: Made, state: State) -> None:
    """Landing, from the moment of the wrong entry; intensive help is asked again."""
    desk = lives(dead(made()))
    assert (desk.moves(), desk.state()) == (["TR-82"], state)
    assert desk.child().died is None
    assert desk.child().since == at(DIED)
    assert desk.child().closed_reason is None


def test_tr82_both_entries_say_what_happened() -> None:
    """The death stays in the log; the correction names both people and who is told."""
    desk = lives(dead(supervised()))
    entry = next(body for body in desk.new if body["kind"] == "correction")
    assert entry["facts"] == {"death": True, "second": "sanne"}
    assert entry["actor"]["id"] == TEAM.id
    assert [body["move"] for body in desk.log if body["move"] in {"TR-78", "TR-82"}] == ["TR-78", "TR-82"]
    assert {"O", "C", "GI", "Rd", "PZ"} <= set(desk.notices())
    assert not any(t.rule in {"T33", "T36", "T37"} for t in desk.child().terms)
    assert not any(t.code == "calamity" for t in desk.child().tasks)


def test_tr82_powers_have_their_own_end_again() -> None:
    """Also one that a judge had set before; and it ends then."""
    desk = lives(dead(placed()))
    assert (desk.due("T01"), desk.due("T06")) == (day("2027-02-02"), day("2026-11-02"))
    desk.pass_to("2026-11-02")
    assert desk.state() is State.SUPERVISION
    lifted = court(supervised(), "2026-02-10 11:00", "supervision_lifted", start="2026-03-10")
    lives(dead(lifted)).pass_to("2026-03-10")
    assert lifted.state() is State.ASSESSMENT


def test_tr82_consents_terms_and_tasks_are_back() -> None:
    """What had not happened had not ended anything."""
    desk = helped()
    court(desk, "2026-02-10", "annulled", given="2026-02-10")
    before = desk.child()
    lives(dead(desk))
    after = desk.child()
    assert after.consents == before.consents
    assert after.help == before.help
    assert {t.rule for t in before.terms} <= {t.rule for t in after.terms} | {t.rule for t in after.overdue}
    assert {t.id for t in before.tasks} <= {t.id for t in after.tasks}


def test_tr82_what_ended_meanwhile_has_ended() -> None:
    """Each at its own moment, up to today."""
    desk = lives(dead(provisional()), "2026-06-01 09:00")
    assert (desk.moves(), desk.state()) == (["TR-82", "TR-47"], State.ASSESSMENT)


def test_tr82_a_file_that_was_closed_is_closed_with_its_old_reason() -> None:
    """It opens nothing that was not open."""
    desk = lives(dead(closed()))
    assert (desk.moves(), desk.state()) == (["TR-82"], State.CLOSED)
    assert desk.child().closed_reason is ClosedReason.HELP_ENDED
    assert desk.say("2026-02-19", c.Report, report="nieuwe melding").refusal is None
    assert desk.state() is State.ASSESSMENT


def test_tr82_a_child_in_no_case_yet_is_assessed() -> None:
    """It had only an order for a day to come, which goes on."""
    desk = lives(dead(ordered(secure(start="2026-03-10"))))
    assert desk.state() is State.ASSESSMENT
    desk.pass_to("2026-03-11")
    assert desk.child().secured(at("2026-03-11")) is not None


def test_tr82_after_it_the_law_goes_on() -> None:
    """An order works again, and so does a death, and its correction."""
    desk = court(lives(dead(petitioned())), "2026-02-20 11:00", "supervision", "2027-02-20")
    assert desk.state() is State.SUPERVISION
    desk.say("2026-03-02", c.ReportDeath, by=PROVIDER)
    assert desk.state() is State.CLOSED
    lives(desk, "2026-03-03 09:00")
    assert desk.state() is State.SUPERVISION


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"second": TEAM.id}, "TR-82/four-eyes"),
        ({"second": None}, "TR-82/second"),
        ({"reason": ""}, "TR-82/reason"),
        ({"by": ANNA}, "TR-82/who"),
        ({"order": "supervision"}, "TR-82/death"),
    ],
)
def test_tr82_four_eyes_and_nothing_else_at_once(fields: dict[str, Any], rule: str) -> None:
    """The file stays closed."""
    desk = dead(supervised())
    refusal = desk.say("2026-02-18", c.Correct, **TWO | fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert desk.state() is State.CLOSED


def test_tr82_nobody_is_brought_back_who_did_not_die() -> None:
    """Nor twice."""
    for desk in (supervised(), lives(dead(supervised()))):
        refusal = desk.say("2026-02-20", c.Correct, by=RAAD, **TWO).refusal
        assert refusal is not None
        assert refusal.matches("TR-82/death")


def undone(desk: Desk, order: str, when: str = "2026-02-17 09:00") -> Desk:
    """Two people say that an order from before the death was recorded by mistake."""
    decision = desk.say(when, c.Correct, order=order, second="sanne", reason="Over een ander kind.")
    assert decision.refusal is None, decision.refusal
    return desk


def test_tr82_an_order_that_is_undone_after_a_death_brings_no_measure_to_life() -> None:
    """The measure that a wrong end had ended, ended with the child; it comes back only if the child lives."""
    desk = undone(dead(court(supervised(), "2026-02-10 11:00", "supervision_lifted")), "supervision_lifted")
    assert desk.state() is State.CLOSED
    assert desk.child().closed_reason is ClosedReason.DIED
    assert not desk.child().measures_at(at("2026-02-18"))
    assert lives(desk).state() is State.SUPERVISION


def test_tr82_an_order_that_was_never_given_stays_away_when_the_child_lives() -> None:
    """Both corrections count, in whichever order they came."""
    desk = lives(undone(dead(supervised()), "supervision"))
    assert desk.state() is State.ASSESSMENT
    assert not desk.child().measures_at(at("2026-02-18"))


def test_tr82_a_consent_that_is_undone_after_a_death_does_not_come_back() -> None:
    """Help that rested on it has nothing left to rest on."""
    desk = dead(helped())
    given = next(x for x in desk.child().consents if x.purpose == "help")
    decision = desk.say("2026-02-17 09:00", c.Correct, consent=given.id, second="sanne", reason="Nooit gegeven.")
    assert decision.refusal is None
    assert desk.state() is State.CLOSED
    assert lives(desk).state() is State.ASSESSMENT
