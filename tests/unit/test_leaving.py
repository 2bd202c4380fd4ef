"""Moving house, dying, and a file that was never meant: what stands in the way, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.facts import ChildFile
from states.people import Authority
from states.position import ClosedReason, State
from tests.unit.cast import ANNA, COLLEGE, GI, OTHER_GI, PROVIDER, RAAD, TEAM, at, day, opening, order
from tests.unit.desk import (
    Desk,
    agree,
    court,
    helped,
    intensive,
    investigated,
    petitioned,
    placed,
    reported,
    requested,
    supervised,
)
from tests.unit.rows import CLOSING, GOALS, closed, told_all
from tests.unit.rows_life import ASKED, ERROR, MOVED, MOVED_AWAY, MOVED_IN_R, may_share

WHEN = "2026-03-02 09:00"
Made = Callable[[], Desk]


def acted(act: int) -> Desk:
    """A child in V1 for whom an act was done."""
    desk = helped()
    decision = desk.say("2026-02-20", c.RegisterAct, act=act)
    assert decision.refusal is None, decision.refusal
    return desk


def planned() -> Desk:
    """A child in V0 whose supervision begins in April."""
    return court(reported(), "2026-02-10", "supervision", "2027-02-01", start="2026-04-01")


def suspended() -> Desk:
    """A child in V0 whose supervision the court of appeal suspended."""
    return court(court(reported(), "2026-02-10", "supervision", "2027-02-01"), "2026-02-20", "suspended")


def secure_suspended() -> Desk:
    """A child in V1 whose secure help the court of appeal suspended."""
    inside = {"secure": "regular", "statement": "2026-02-08", "lawyer": True}
    desk = court(helped(), "2026-02-10", "secure_placement", "2026-07-01", **inside)
    return told_all(court(desk, "2026-02-20", "suspended"))


def away() -> Desk:
    """A child in V0 that does not live at home."""
    desk = told_all(reported())
    desk.say("2026-03-01", c.ReportResidence, residence="away")
    return desk


REFUSED: tuple[tuple[str, Made, type[c.Base], dict[str, Any]], ...] = (
    ("TR-14/agreed_on", lambda: may_share(helped()), c.Relocate, MOVED | {"agreed_on": None}),
    ("TR-14/agreed_on", lambda: may_share(helped()), c.Relocate, MOVED | {"agreed_on": "2026-03-03"}),
    ("TR-14/handover", lambda: may_share(helped()), c.Relocate, MOVED | {"handover": ""}),
    ("TR-14/municipality", lambda: may_share(helped()), c.Relocate, MOVED | {"municipality": "Zonstad"}),
    ("TR-14/file-consent", helped, c.Relocate, MOVED),
    ("TR-14/file-consent", lambda: may_share(helped()), c.Relocate, MOVED | {"municipality": "Elders"}),
    ("TR-14/file-consent", lambda: may_share(helped(), "2026-03-01"), c.Relocate, MOVED),
    *(("TR-14/who", lambda: may_share(helped()), c.Relocate, MOVED | {"by": by}) for by in (ANNA, RAAD)),
    ("TR-14/from", closed, c.Relocate, MOVED),
    ("TR-15/moved_to", lambda: told_all(helped()), c.Close, MOVED_AWAY | {"moved_to": ""}),
    ("TR-15/judgement", lambda: told_all(helped()), c.Close, MOVED_AWAY | {"judgement": ""}),
    ("TR-15/worries", lambda: told_all(helped()), c.Close, MOVED_AWAY | {"worries": None}),
    ("TR-15/worries", lambda: told_all(helped()), c.Close, MOVED_AWAY | {"worries": True}),
    ("TR-15/file-consent", lambda: told_all(may_share(helped())), c.Close, MOVED_AWAY),
    ("TR-15/pending", helped, c.Close, MOVED_AWAY),
    ("TR-15/pending", lambda: told_all(planned()), c.Close, MOVED_AWAY),
    ("TR-15/pending", away, c.Close, MOVED_AWAY),
    ("TR-15/pending", secure_suspended, c.Close, MOVED_AWAY),
    *(("TR-15/who", lambda: told_all(helped()), c.Close, MOVED_AWAY | {"by": by}) for by in (ANNA, RAAD, COLLEGE)),
    ("NX-14", requested, c.Close, MOVED_AWAY),
    ("TR-29/both_told", investigated, c.Relocate, MOVED_IN_R | {"both_told": None}),
    ("TR-29/both_told", investigated, c.Relocate, MOVED_IN_R | {"both_told": "2026-03-03"}),
    ("TR-29/municipality", investigated, c.Relocate, MOVED_IN_R | {"municipality": "Zonstad"}),
    ("TR-29/who", investigated, c.Relocate, MOVED_IN_R | {"by": ANNA}),
    ("TR-78/who", helped, c.ReportDeath, {"by": ANNA}),
    ("TR-79/reason", reported, c.CloseInError, ERROR | {"reason": ""}),
    ("TR-79/effect", lambda: acted(18), c.CloseInError, ERROR),
    ("TR-79/effect", planned, c.CloseInError, ERROR),
    ("TR-79/effect", suspended, c.CloseInError, ERROR),
    *(("TR-79/who", reported, c.CloseInError, ERROR | {"by": by}) for by in (TEAM, GI, RAAD, COLLEGE)),
    ("TR-79/raad_confirmed", requested, c.CloseInError, ERROR),
    ("TR-79/raad_confirmed", requested, c.CloseInError, ERROR | {"raad_confirmed": "2026-03-03"}),
    ("TR-79/from", supervised, c.CloseInError, ERROR),
    ("TR-79/from", closed, c.CloseInError, ERROR),
)


@pytest.mark.parametrize(("rule", "made", "do", "fields"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_out_of_order_is_refused(rule: str, made: Made, do: type[c.Base], fields: dict[str, Any]) -> None:
    """The same attempt as in the table of rows, with one thing out of order; there is a way on."""
    desk = made()
    before = desk.state()
    refusal = desk.say(WHEN, do, **fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert all(reason.source and reason.remedy for reason in refusal.reasons)
    assert desk.state() is before


@pytest.mark.parametrize("made", [reported, helped, intensive])
def test_c1_one_child_moves_house_and_its_sibling_does_not(made: Made) -> None:
    """C1: a family has no state and no municipality; each child has its own."""
    desk = may_share(made())
    desk.say("2026-03-01", c.Report, "broer", opening=opening(), report="melding")
    before = desk.child("broer")
    desk.say(WHEN, c.Relocate, **MOVED)
    assert desk.child().municipality == "Maanstad"
    assert desk.child("broer") == before


def test_c1_one_child_dies_and_its_sibling_is_as_it_was() -> None:
    """C1, 10-proof C: no event of one child changes the position of another."""
    desk = supervised()
    desk.say("2026-03-01", c.Report, "broer", opening=opening(), report="melding")
    before = desk.child("broer")
    desk.say(WHEN, c.ReportDeath, by=GI)
    assert (desk.state(), desk.child("broer")) == (State.CLOSED, before)


def test_help_and_consent_go_on_after_a_move() -> None:
    """TR-14: the frame and the help stay; only who answers for them changes."""
    desk = may_share(intensive())
    before = desk.child()
    desk.say(WHEN, c.Relocate, **MOVED | {"region": "mix"})
    after = desk.child()
    assert (after.state, after.help, after.regie, after.consents) == (
        before.state,
        before.help,
        before.regie,
        before.consents,
    )
    assert desk.tasks() == []


def test_a_mode_that_does_not_know_the_lead_asks_the_college_to_change_it() -> None:
    """TR-14 and R-39: help led by the GI moves to a municipality where the local team leads."""
    desk = may_share(intensive())
    desk.say(WHEN, c.Relocate, **MOVED | {"region": "lokaal_team"})
    assert (desk.state(), desk.tasks()) == (State.GI_LED, ["lead"])


def test_a_move_in_r_asks_the_raad_for_another_gi() -> None:
    """TR-29: the proposed GI changes with the college; the file of the Raad stays."""
    desk = petitioned()
    desk.say(WHEN, c.Relocate, **MOVED_IN_R | {"gi": OTHER_GI.organisation})
    assert [p.gi for p in desk.child().petitions] == [OTHER_GI.organisation]
    assert desk.tasks() == ["propose-gi"]
    desk = investigated(helped())
    desk.say(WHEN, c.Relocate, **MOVED_IN_R)
    assert desk.tasks() == ["propose-gi", "file-transfer"]


def test_who_moved_away_is_closed_with_c5_and_may_come_back() -> None:
    """TR-15, TR-80: the old consents do not come back with it."""
    desk = told_all(helped())
    desk.say(WHEN, c.Close, **MOVED_AWAY)
    assert desk.child().closed_reason is ClosedReason.TRANSFERRED
    desk.say("2026-04-01", c.Report, report="terug")
    assert (desk.state(), desk.child().consents_at(desk.now).valid) == (State.ASSESSMENT, ())


def powers(child: ChildFile) -> list[bool]:
    """Whether each power of a child is still in force, or will be."""
    return [p.until is None or p.until > at(WHEN) for p in (*child.measures, *child.placements)]


@pytest.mark.parametrize("made", [supervised, placed, planned])
def test_death_ends_every_power_at_once(made: Made) -> None:
    """TR-78: also a power that was planned; nothing happens by itself afterwards but terms."""
    desk = made()
    assert any(powers(desk.child()))
    desk.say(WHEN, c.ReportDeath)
    assert not any(powers(desk.child()))
    assert desk.child().closed_reason is ClosedReason.DIED
    desk.pass_to("2027-06-01")
    assert desk.state() is State.CLOSED


def test_death_asks_whether_it_was_a_calamity() -> None:
    """TR-78, T33: the same day; and nobody is asked to bring the child home."""
    desk = placed()
    desk.say(WHEN, c.ReportDeath, by=PROVIDER)
    assert [task for task in desk.tasks() if task != "no-help"] == ["calamity"]
    assert desk.due("T33") == day("2026-03-02")
    assert desk.say("2026-03-02 12:00", c.MeetTerm, rule="T33").refusal is None


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        (c.Report, {"report": "melding"}),
        (c.ReportDeath, {}),
        (c.CourtOrder, {"by": RAAD, "order": order("supervision", "2026-03-03", "2027-03-03")}),
    ],
)
def test_after_a_death_nothing_begins_again(do: type[c.Base], fields: dict[str, Any]) -> None:
    """TR-78: no report, no order, no second death."""
    desk = reported()
    desk.say(WHEN, c.ReportDeath)
    refusal = desk.say("2026-03-04", do, **fields).refusal
    assert refusal is not None
    assert refusal.matches("TR-78/died") or refusal.matches("TR-80/died")
    assert desk.state() is State.CLOSED


def test_a_petition_of_another_than_the_raad_is_not_wiped_out() -> None:
    """TR-79 in R3: the Raad can say of its own petition that it was a mistake, of another's it cannot."""
    desk = petitioned()
    assert desk.say(WHEN, c.CloseInError, **ERROR | {"raad_confirmed": "2026-03-01"}).refusal is None
    desk = petitioned()
    desk.say("2026-02-20", c.PetitionCourt, **ASKED)
    refusal = desk.say(WHEN, c.CloseInError, **ERROR | {"raad_confirmed": "2026-03-01"}).refusal
    assert refusal is not None
    assert refusal.rule == "TR-79/petition"


def test_an_act_without_effect_does_not_keep_a_mistake_open() -> None:
    """TR-79: a talk without names bound nobody."""
    assert acted(6).say(WHEN, c.CloseInError, **ERROR).refusal is None


def test_a_parent_alone_in_authority_decides_about_the_file() -> None:
    """TR-14: who must consent is asked on the day itself."""
    desk = helped()
    agree(
        desk,
        "2026-02-20",
        ("anna",),
        purpose="sharing",
        source="Zonstad",
        receiver="Maanstad",
        aim="dossier",
        valid_until="2026-06-01",
    )
    assert desk.say("2026-02-25", c.Relocate, **MOVED | {"agreed_on": "2026-02-20"}).refusal is not None
    desk.say("2026-02-26", c.ChangeAuthority, authority=(Authority(holder="anna"),))
    assert desk.say(WHEN, c.Relocate, **MOVED).refusal is None


@pytest.mark.parametrize(
    ("made", "fields"), [(reported, CLOSING), (helped, GOALS | {"closed_reason": "C1"}), (helped, MOVED_AWAY)]
)
def test_nothing_is_closed_while_secure_help_is_in_force(made: Made, fields: dict[str, Any]) -> None:
    """TR-03, TR-11, TR-15 with G (00-C)."""
    desk = made()
    about = {"secure": "regular", "on_consent": True, "statement": "2026-02-10", "lawyer": True}
    court(desk, "2026-02-12", "secure_placement", "2026-08-12", **about)
    desk = told_all(desk)
    assert desk.child().secured(at(WHEN)) is not None
    refusal = desk.say(WHEN, c.Close, **{"closed_reason": "C2", **fields}).refusal
    assert refusal is not None
    assert "gesloten" in next(r.text for r in refusal.reasons if r.rule.endswith("/pending"))
