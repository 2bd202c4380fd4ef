"""Consent given and withdrawn, in V, R and M; and what a change of authority does (TR-08, 09, 18, 31)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.people import Authority
from states.position import State
from tests.unit.cast import PARENTS, TEAM, at, day
from tests.unit.desk import agree, helped, intensive, investigated, reported, requested


def test_withdrawal_works_from_the_moment_it_was_said() -> None:
    """Not from when it was written down; the clock of V0 runs from then too (TR-09, T44)."""
    desk = helped()
    desk.say("2026-03-09 09:00", c.WithdrawConsent, person="anna", at=at("2026-03-06 16:00"))
    assert desk.state() is State.ASSESSMENT
    assert desk.child().since == at("2026-03-06 16:00")
    assert desk.due("T44") == day("2026-03-13")


def test_withdrawal_said_before_help_began_ends_it_from_its_beginning() -> None:
    """A move never takes effect before the child came where it was."""
    desk = helped()
    desk.say("2026-02-04 09:00", c.WithdrawConsent, person="anna", at=at("2026-02-02 10:30"))
    assert desk.state() is State.ASSESSMENT
    assert desk.child().since == at("2026-02-02 11:00")


def test_withdrawal_does_not_reach_a_yes_that_was_given_later() -> None:
    """Said on Monday, withdrawn for Monday; the yes of Wednesday stands, and help starts by TR-02."""
    desk = helped()
    agree(desk, "2026-02-04 09:00", ("anna",), help="opvang")
    desk.say("2026-02-05 09:00", c.WithdrawConsent, person="anna", at=at("2026-02-03 09:00"))
    assert desk.state() is State.ASSESSMENT
    assert [x.help for x in desk.child().consents if x.valid(desk.now) and x.person == "anna"] == ["opvang"]


def test_who_stops_only_the_intensive_part_keeps_the_help() -> None:
    """TR-08, not TR-09 (AC-01, variant)."""
    desk = intensive()
    desk.say("2026-03-02 09:00", c.WithdrawConsent, person="anna", purposes=("intensive_help",))
    assert desk.moves() == ["TR-08"]
    assert desk.state() is State.HELP


def test_who_stops_everything_stops_everything() -> None:
    """TR-09 from intensive help, at the same moment; NX-04 has nothing to wait for."""
    desk = intensive()
    desk.say("2026-03-02 09:00", c.WithdrawConsent, person="anna")
    assert desk.moves() == ["TR-09"]
    assert desk.state() is State.ASSESSMENT
    assert desk.child().help is None
    assert desk.child().regie is None
    assert desk.tasks() == ["safety"]


def test_in_r_help_without_consent_stops_and_the_track_goes_on() -> None:
    """TR-31, for withdrawal; and said again when everybody says yes again."""
    desk = requested(helped())
    desk.say("2026-02-10 09:00", c.WithdrawConsent, person="anna")
    assert desk.moves() == ["TR-31"]
    assert desk.state() is State.REQUESTED
    assert desk.child().help is None
    agree(desk, "2026-02-11 09:00", ("anna",), help="hulp")
    assert desk.moves() == ["TR-31"]
    assert desk.state() is State.REQUESTED


def test_consent_in_r_without_running_help_counts_at_the_landing() -> None:
    """00-A: during R consent lives on; step 5 of the landing reads it."""
    desk = investigated()
    agree(desk, "2026-02-10 09:00", help="hulp")
    desk.say("2026-02-20 09:00", c.RaadCloses, by={"id": "r", "role": "raad"}, report="r", college_told="2026-02-20")
    assert desk.state() is State.HELP


def test_a_planned_yes_counts_from_its_own_day() -> None:
    """NX-12."""
    desk = reported()
    agree(desk, "2026-02-02 10:00", help="hulp", valid_from=day("2026-02-10"))
    papers = {"frame_statement": "2026-02-03", "rights_sheet": "2026-02-03"}
    assert desk.say("2026-02-03", c.StartHelp, help="hulp", **papers).refusal is not None
    assert desk.say("2026-02-10", c.StartHelp, help="hulp", **papers).refusal is None


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"person": "oma"}, "5.1/authority"),
        ({"person": "anna", "by": {"id": "bart", "role": "parent"}}, "5.1/person"),
        ({"person": "anna", "valid_until": "2026-02-01"}, "consent/valid_until"),
        ({"person": "anna", "at": at("2026-02-05 09:00")}, "NX-12"),
        ({"person": "anna", "at": at("2026-01-01 09:00")}, "NX-08"),
    ],
)
def test_a_yes_that_cannot_be_one_is_refused(fields: dict[str, Any], rule: str) -> None:
    """By whom, for whom, from when."""
    refusal = reported().say("2026-02-02 10:00", c.GiveConsent, **fields).refusal
    assert refusal is not None
    assert refusal.matches(rule)


def test_a_stop_by_somebody_who_never_agreed_is_refused() -> None:
    """It changes nothing, so it is a note."""
    refusal = reported().say("2026-02-02 10:00", c.WithdrawConsent, person="oma").refusal
    assert refusal is not None
    assert refusal.matches("5.1/nothing-to-withdraw")


def test_a_parent_stops_for_itself_only() -> None:
    """Written down by a worker it counts for the one who said it."""
    desk = helped()
    refusal = desk.say("2026-02-03", c.WithdrawConsent, person="anna", by={"id": "bart", "role": "parent"}).refusal
    assert refusal is not None
    assert refusal.matches("5.1/person")
    assert desk.state() is State.HELP


def test_parents_of_an_adult_cannot_consent() -> None:
    """From 18 only the youth."""
    desk = helped(born=day("2008-02-10"), people=("kind",))
    agree(desk, "2026-02-03 09:00", ("kind",), help="hulp", valid_from=day("2026-02-10"))
    refusal = desk.say("2026-02-11", c.GiveConsent, person="anna", help="hulp").refusal
    assert refusal is not None
    assert refusal.matches("5.1/authority")


def test_a_new_holder_of_authority_is_asked_as_at_a_birthday() -> None:
    """TR-18: presumed for plain help, ten working days; then TR-09."""
    desk = helped()
    people = tuple(Authority(holder=p) for p in (*PARENTS, "oma"))
    desk.say("2026-03-02 09:00", c.ChangeAuthority, authority=people, by=TEAM)
    assert desk.moves() == ["TR-18"]
    assert desk.state() is State.HELP
    desk.pass_to("2026-03-16 23:59")
    assert desk.state() is State.HELP
    desk.pass_to("2026-03-17")
    assert desk.moves() == ["TR-09"]
    assert desk.state() is State.ASSESSMENT


def test_a_new_holder_of_authority_ends_intensive_help_at_once() -> None:
    """Nobody is presumed to want intensive help."""
    desk = intensive()
    desk.say("2026-03-02 09:00", c.ChangeAuthority, authority=tuple(Authority(holder=p) for p in (*PARENTS, "oma")))
    assert (desk.moves(), desk.state()) == (["TR-18"], State.ASSESSMENT)


def test_who_loses_authority_is_no_longer_asked() -> None:
    """Help goes on with the consent of who is left; the other may stop without effect."""
    desk = helped()
    desk.say("2026-03-02 09:00", c.ChangeAuthority, authority=(Authority(holder="anna"),))
    assert desk.state() is State.HELP
    desk.say("2026-03-03 09:00", c.WithdrawConsent, person="bart")
    assert desk.state() is State.HELP
