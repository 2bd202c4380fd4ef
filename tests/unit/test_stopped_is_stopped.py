"""Whoever stops help, stops it; and nothing that only seems a yes carries what is intrusive."""

from __future__ import annotations

import pytest

from states import commands as c
from states.acts.may import may
from states.facts import ChildFile
from states.people import Actor, Authority, AuthorityKind, Role
from states.position import State
from tests.unit.cast import ANNA, BART, INTENSIVE, TEAM, day
from tests.unit.desk import Desk, helped, intensive, reported


def _holds(desk: Desk, number: int, *agreed_by: str) -> bool:
    said = c.RegisterAct(
        id="a", child="kind", by=TEAM, reason="omdat", act=number, help="hulp", agreed_by=agreed_by, place="pleeggezin"
    )
    child: ChildFile = desk.child()
    return may(number, child, desk.now, TEAM, said).holds


def test_intensive_help_stops_also_when_the_help_beside_it_is_named() -> None:
    """No intensive help goes on after somebody stopped it, however that was written down (NX-04)."""
    desk = intensive()
    desk.say("2026-02-10", c.WithdrawConsent, person="anna", purposes=("intensive_help",), help="hulp")
    assert (desk.state(), desk.moves()) == (State.HELP, ["TR-08"])


def test_stopping_one_other_help_leaves_intensive_help_as_it_is() -> None:
    """Who stops a help by name stops no more than that."""
    desk = intensive()
    desk.say("2026-02-03", c.GiveConsent, person="anna", help="sport")
    desk.say("2026-02-10", c.WithdrawConsent, person="anna", help="sport")
    assert desk.state() is State.GI_LED


def test_intensive_help_that_a_parent_ended_needs_a_new_yes_to_begin_again() -> None:
    """TR-08 at the family's request takes back the yes of who asks."""
    desk = intensive()
    desk.say("2026-02-10", c.EndIntensiveHelp, by=ANNA)
    again = desk.say("2026-02-11", c.StartIntensiveHelp, **INTENSIVE)
    assert again.refusal is not None
    assert "TR-05/intensive-consent" in [reason.rule for reason in again.refusal.reasons]
    desk.say("2026-02-12", c.GiveConsent, person="anna", purpose="intensive_help")
    assert desk.say("2026-02-13", c.StartIntensiveHelp, **INTENSIVE).refusal is None


@pytest.mark.parametrize(
    ("about", "who"),
    [
        ({}, Actor(id="buurman", role=Role.PARENT)),
        ({"born": day("2009-03-03"), "people": ("kind",)}, BART),
    ],
    ids=["somebody without authority", "a parent of a youth of 16"],
)
def test_intensive_help_is_not_ended_by_a_parent_who_does_not_decide_about_it(
    about: dict[str, object], who: Actor
) -> None:
    """From 16 the youth decides alone (Jw 7.3.5); a parent without authority has no consent right."""
    desk = intensive(**about)  # type: ignore[arg-type]
    refusal = desk.say("2026-02-10", c.EndIntensiveHelp, by=who).refusal
    assert refusal is not None
    assert refusal.reasons[0].rule == "TR-08/person"
    assert desk.state() is State.GI_LED


@pytest.mark.parametrize("number", [15, 27, 39, 53, 55])
def test_l13_a_presumed_yes_carries_nothing_intrusive(number: int) -> None:
    """Placement, treatment, tests and recordings need the youth's own yes from the 12th birthday."""
    desk = helped(born=day("2014-03-03"))
    desk.pass_to("2026-03-03 10:00")
    assert desk.state() is State.HELP
    assert _holds(desk, 13)
    assert not _holds(desk, number)
    desk.say("2026-03-04", c.GiveConsent, person="kind", help="hulp")
    assert _holds(desk, number)


def test_help_to_an_adult_ends_when_another_represents_him_who_did_not_consent() -> None:
    """A change of who speaks for an adult is a fact, and is never refused for where it leads."""
    mentors = [Authority(holder=name, kind=AuthorityKind.MENTOR) for name in ("mien", "nico")]
    parents = (Authority(holder="anna"), Authority(holder="bart"))
    desk = helped(born=day("2008-03-03"), people=("kind",))
    desk.say("2026-02-20", c.JudgeCapacity, help="hulp", able=False, judged_by="arts", valid_from="2026-03-03")
    desk.say("2026-02-21", c.ChangeAuthority, authority=(*parents, mentors[0]))
    desk.say("2026-02-22", c.GiveConsent, person="mien", help="hulp", valid_from="2026-03-03")
    desk.pass_to("2026-03-04")
    assert desk.state() is State.HELP
    by_family = desk.say("2026-03-10", c.ChangeAuthority, by=ANNA, authority=(mentors[1],))
    assert by_family.refusal is not None
    assert desk.say("2026-03-10", c.ChangeAuthority, authority=(mentors[1],)).refusal is None
    assert (desk.state(), desk.moves()) == (State.CLOSED, ["TR-09"])
    assert [held.holder for held in desk.child().authority if held.until is None] == ["nico"]


def test_urgency_is_not_renewed_while_it_counts_nor_over_a_no() -> None:
    """There is no time to ask once; whoever was asked and said no is not passed over an hour later."""
    desk = reported()
    urgent = {"kind": "urgent", "help": "opvang", "harm": "gevaar"}
    papers = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
    assert desk.say("2026-02-02 10:00", c.DepartFromConsent, **urgent).refusal is None
    desk.say("2026-02-02 11:00", c.StartHelp, help="opvang", intrusive=True, **papers)
    desk.say("2026-02-02 12:00", c.WithdrawConsent, person="anna")
    assert desk.state() is State.ASSESSMENT
    again = desk.say("2026-02-02 13:00", c.DepartFromConsent, **urgent)
    assert again.refusal is not None
    assert again.refusal.reasons[0].rule == "5.1/urgent-declined"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_everybody_may_call_the_police_in_acute_danger(role: Role) -> None:
    """Act 48 is always allowed, also to whoever brings the child up."""
    desk = reported()
    assert may(48, desk.child(), desk.now, Actor(id="iemand", role=role)).holds
