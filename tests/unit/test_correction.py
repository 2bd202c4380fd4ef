"""TR-82: what was recorded by mistake was never there; two people say so, and the log keeps both entries."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.position import State
from tests.unit.cast import ANNA, GI, RAAD, TEAM, at, day
from tests.unit.desk import Desk, agree, court, helped, intensive, petitioned, placed, provisional, reported, supervised

TWO: dict[str, Any] = {"second": "sanne", "reason": "De beschikking ging over een ander kind."}


def last(desk: Desk) -> str:
    """The id of the last order."""
    return desk.child().orders[-1].id


def corrected(desk: Desk, when: str = "2026-03-02 09:00", **fields: Any) -> Desk:  # noqa: ANN401
    """Two people say that something was recorded by mistake."""
    decision = desk.say(when, c.Correct, **TWO | fields)
    assert decision.refusal is None, decision.refusal
    return desk


def test_tr82_a_measure_of_another_child_was_never_there() -> None:
    """Landing; the correcting entry points at the wrong one, and both people are in it."""
    desk = supervised()
    wrong = last(desk)
    corrected(desk, order=wrong)
    assert (desk.moves(), desk.state()) == (["TR-82"], State.ASSESSMENT)
    entry = next(body for body in desk.new if body["kind"] == "correction")
    assert entry["facts"] == {"order": wrong, "second": "sanne"}
    assert entry["actor"]["id"] == TEAM.id
    assert entry["effective_at"].startswith("2026-02-02T08:00")
    assert desk.child().measure(at("2026-02-10")) is None
    assert desk.due("T01") is None
    assert {"O", "C", "GI"} <= set(desk.notices())


def test_tr82_acts_in_between_are_looked_at_again() -> None:
    """From the moment of the wrong entry."""
    desk = supervised()
    desk.say("2026-02-05", c.RegisterAct, by=GI, act=8, reason="nodig", necessary="nodig", text="school")
    corrected(desk, order=last(desk))
    assert "NX-13" in desk.flags()


def test_tr82_an_act_that_rested_on_a_wrong_consent_is_looked_at_again() -> None:
    """The child may stay where it is: what the act rested on was never there."""
    desk = helped()
    agree(desk, "2026-02-03", purpose="sharing", source="school", receiver="GGD", aim="plan", valid_until="2026-12-31")
    shared = {"source": "school", "receiver": "GGD", "aim": "plan"}
    assert desk.say("2026-02-05", c.RegisterAct, act=9, **shared).refusal is None
    wrong = next(x.id for x in desk.child().consents if x.purpose is Purpose.SHARING)
    corrected(desk, consent=wrong)
    assert (desk.state(), "NX-13" in desk.flags()) == (State.HELP, True)


def test_tr82_consents_and_help_that_the_wrong_order_ended_are_back() -> None:
    """They never ended: nothing started."""
    desk = court(helped(), "2026-02-16 11:00", "supervision", "2027-02-16")
    assert desk.state() is State.SUPERVISION
    corrected(desk, order=last(desk))
    assert desk.state() is State.HELP
    assert desk.child().consents_at(at("2026-03-03")).complete_help() == "hulp"


def test_tr82_a_petition_that_the_wrong_order_decided_waits_again() -> None:
    """Landing: R3."""
    desk = court(petitioned(), "2026-02-16 11:00", "refused", gi=None)
    assert desk.state() is State.ASSESSMENT
    corrected(desk, order=last(desk))
    assert desk.state() is State.PETITIONED
    granted = court(petitioned(), "2026-02-16 11:00", "supervision", "2027-02-16")
    corrected(granted, order=last(granted))
    assert granted.state() is State.PETITIONED


def test_tr82_a_measure_that_the_wrong_order_ended_goes_on() -> None:
    """The provisional one, or the supervision that nobody lifted."""
    desk = court(provisional(), "2026-02-16 11:00", "supervision", "2027-02-16")
    corrected(desk, order=last(desk))
    assert (desk.state(), desk.due("T03")) == (State.PROVISIONAL_SUPERVISION, day("2026-05-02"))
    lifted = court(placed(), "2026-02-16 11:00", "supervision_lifted")
    assert lifted.state() is State.ASSESSMENT
    corrected(lifted, order=last(lifted))
    assert (lifted.state(), lifted.due("T01")) == (State.SUPERVISION_WITH_PLACEMENT, day("2027-02-02"))


def test_tr82_a_suspension_that_nobody_gave_is_gone() -> None:
    """The measure works again, by its own order."""
    desk = court(supervised(), "2026-02-16 11:00", "suspended")
    assert desk.state() is State.ASSESSMENT
    corrected(desk, order=last(desk))
    assert desk.state() is State.SUPERVISION


def test_tr82_a_consent_that_nobody_gave() -> None:
    """Help stops; consent to something else changes nothing but the record."""
    desk = helped()
    wrong = next(x.id for x in desk.child().consents if x.person == "bart")
    corrected(desk, consent=wrong)
    assert (desk.moves(), desk.state()) == (["TR-82"], State.ASSESSMENT)
    assert "T44" in {t.rule for t in desk.child().terms} | {t.rule for t in desk.child().overdue}
    assert "safety" in desk.tasks()
    more = intensive()
    wrong = next(x.id for x in more.child().consents if x.purpose == "intensive_help")
    corrected(more, consent=wrong)
    assert more.state() is State.HELP


def test_tr82_what_moved_nobody_moves_nobody() -> None:
    """The row is made, from a state to the same one."""
    desk = court(helped(), "2026-02-16 11:00", "contact_arrangement")
    corrected(desk, order=last(desk))
    assert (desk.moves(), desk.state()) == (["TR-82"], State.HELP)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"second": "lotte"}, "TR-82/four-eyes"),
        ({"second": None}, "TR-82/second"),
        ({"reason": ""}, "TR-82/reason"),
        ({"by": ANNA}, "TR-82/who"),
        ({"order": "kind/order9.9"}, "TR-82/unknown"),
        ({"order": None}, "TR-82/what"),
        ({"consent": "kind/consent.1"}, "TR-82/what"),
    ],
)
def test_tr82_four_eyes_and_a_reason(fields: dict[str, Any], rule: str) -> None:
    """Two different people, one entry that exists."""
    desk = supervised()
    refusal = desk.say("2026-03-02", c.Correct, **{**TWO, "order": last(desk), **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert desk.state() is State.SUPERVISION


def test_tr82_nothing_is_corrected_twice() -> None:
    """The order is void; its number is not used again."""
    desk = supervised()
    wrong = last(desk)
    corrected(desk, order=wrong)
    refusal = desk.say("2026-03-03", c.Correct, **{**TWO, "order": wrong}).refusal
    assert refusal is not None
    assert refusal.matches("TR-82/unknown")
    desk.say("2026-03-04", c.CourtOrder, by=RAAD, order={"kind": "supervision", "court": "x", "date": "2026-03-04"})
    assert desk.state() is State.SUPERVISION
    assert last(desk) != wrong


def test_tr82_a_wrong_petition_or_report_is_no_order() -> None:
    """Only orders and consents are corrected this way."""
    refusal = reported().say("2026-03-02", c.Correct, **TWO, order="kind/petition.2").refusal
    assert refusal is not None
    assert refusal.matches("TR-82/unknown")


def test_tr82_a_placement_that_only_a_wrong_measure_carried_gives_no_power() -> None:
    """There was no supervision when it was granted (NX-07); one that came later does not carry it."""
    desk = provisional()
    wrong = last(desk)
    court(desk, "2026-02-03", "placement", placement="pleeggezin", placement_end="2026-04-01")
    court(desk, "2026-02-10", "supervision", "2026-12-01")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    corrected(desk, order=wrong)
    assert desk.state() is State.SUPERVISION
    assert desk.child().placement(at("2026-03-03")) is None
