"""Want of time to ask (Jw 7.3.16 lid 1): once for one occasion, and never over somebody's no."""

from __future__ import annotations

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.consents.declined import declining
from states.position import State
from tests.unit.cast import at, order
from tests.unit.desk import Desk, agree, helped, reported
from tests.unit.test_departures import URGENT, departed, started

WAYS = ("give_consent", "1:253a", "set_aside", "request_investigation", "kinderrechter", "112")


def refused(desk: Desk, when: str, rule: str, **fields: object) -> None:
    """Want of time is refused by a rule, and nothing is written about it."""
    before = desk.child().departures
    refusal = desk.say(when, c.DepartFromConsent, **{**URGENT, **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert all(way in refusal.reasons[0].remedy for way in WAYS)
    assert desk.child().departures == before


@pytest.mark.parametrize("name", ["hulp", "opvang"])
@pytest.mark.parametrize("when", ["2026-02-04 00:00", "2026-02-05 09:00", "2026-02-11 23:59"])
def test_want_of_time_is_not_chained_day_after_day(name: str, when: str) -> None:
    """Not after it ended on 4 February, nor under another name: five working days is the same occasion."""
    desk = started(departed(reported(), "2026-02-02 10:30", **URGENT))
    desk.pass_to("2026-02-04")
    assert desk.state() is State.ASSESSMENT
    refused(desk, when, "5.1/urgent-again", help=name)
    assert desk.state() is State.ASSESSMENT


def test_a_new_occasion_later_is_a_new_occasion() -> None:
    """From the day after those five working days."""
    desk = started(departed(reported(), "2026-02-02 10:30", **URGENT))
    departed(desk, "2026-02-12 09:00", **URGENT)
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_another_help_for_the_same_occasion_ends_with_it() -> None:
    """One danger can ask two kinds of help; the second makes it no longer."""
    desk = departed(reported(), "2026-02-02 10:30", **URGENT)
    departed(desk, "2026-02-03 10:30", **{**URGENT, "help": "opvang"})
    assert {d.end for d in desk.child().departures} == {at("2026-02-04")}


def test_a_late_entry_is_not_chained_before_one_that_is_known() -> None:
    """Also by an earlier moment it is one occasion."""
    desk = reported()
    departed(desk, "2026-02-10 10:00", **URGENT)
    refused(desk, "2026-02-10 11:00", "5.1/urgent-again", at=at("2026-02-05 10:00"))


def test_a_no_before_there_was_a_yes_is_kept() -> None:
    """Help was offered and declined: who, what, when."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.WithdrawConsent, person="bart", purposes=("help",), help="hulp")
    (no,) = desk.child().declined
    assert (no.person, no.purpose, no.help, no.said_at) == ("bart", Purpose.HELP, "hulp", at("2026-02-02 10:00"))


@pytest.mark.parametrize("help_name", ["hulp", None])
def test_want_of_time_does_not_pass_over_a_no(help_name: str | None) -> None:
    """He was asked; a first departure is refused, and one about a help that he did not decline is not."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.WithdrawConsent, person="bart", help=help_name)
    refused(desk, "2026-02-02 10:30", "5.1/urgent-declined")
    if help_name is not None:
        departed(desk, "2026-02-02 11:00", **{**URGENT, "help": "opvang"})


def test_who_stopped_said_no() -> None:
    """A yes that is taken back is a no."""
    desk = helped()
    desk.say("2026-02-10", c.WithdrawConsent, person="anna")
    refused(desk, "2026-02-11", "5.1/urgent-declined")


def test_a_later_yes_takes_a_no_back() -> None:
    """The newest word of each counts, and a yes to other help says nothing about this one."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.WithdrawConsent, person="bart")
    agree(desk, "2026-02-02 10:10", ("bart",), help="opvang")
    refused(desk, "2026-02-02 10:20", "5.1/urgent-declined")
    agree(desk, "2026-02-02 10:30", ("bart",), help="hulp")
    departed(desk, "2026-02-02 11:00", **URGENT)


def test_what_does_not_stand_for_a_no() -> None:
    """A no of somebody who does not decide: a parent whose authority ended meanwhile."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.WithdrawConsent, person="bart")
    desk.say("2026-02-03", c.ChangeAuthority, authority=[{"holder": "anna"}])
    departed(desk, "2026-02-03 10:00", **URGENT)


def test_a_measure_ends_a_no_as_it_ends_a_yes() -> None:
    """00-A: what was said about help before a measure says nothing about the time after it."""
    desk = reported()
    desk.say("2026-02-02 10:00", c.WithdrawConsent, person="bart")
    desk.say("2026-02-10", c.CourtOrder, order=order("supervision", "2026-02-10", "2026-03-01"))
    assert desk.child().declined == ()
    desk.pass_to("2026-03-02")
    departed(desk, "2026-03-02 09:00", **URGENT)


def test_nobody_declines_in_advance() -> None:
    """Asked about an earlier moment, a later no was not there yet."""
    desk = reported()
    desk.say("2026-02-05", c.WithdrawConsent, person="bart")
    child = desk.child()
    assert declining(child.declined, child.consents, Purpose.HELP, "hulp", at("2026-02-04")) == frozenset()
    assert declining(child.declined, child.consents, Purpose.HELP, "hulp", at("2026-02-05")) == {"bart"}
