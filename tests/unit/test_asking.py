"""Who asks the Raad, who takes a request back, and who asks the judge when the Raad does not (domain 3.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.facts import PetitionKind
from states.position import Framework, State, framework_of
from tests.unit.cast import ANNA, COLLEGE, GI, PETITION, PROVIDER, RAAD, TEAM, VTO, day, opening
from tests.unit.desk import Desk, court, helped, intensive, investigated, petitioned, reported, requested, supervised
from tests.unit.rows import closed
from tests.unit.rows_life import ASKED, BURGEMEESTER, CARER, OM, STARTS, letter, not_petitioned

WHEN = "2026-03-02 09:00"
Made = Callable[[], Desk]
MAYOR: dict[str, Any] = {"by": BURGEMEESTER, "letter": "brief", "dated": "2026-03-01"}
RAAD_ASKS: dict[str, Any] = {"by": RAAD, "petition": "verzoek"}
PARENT_ASKS: dict[str, Any] = {"by": ANNA, "petition": "verzoek"}
CARER_ASKS: dict[str, Any] = {"by": CARER, "petition": "verzoek", "kind": "termination", "cares_since": "2025-03-02"}
BACK: dict[str, Any] = {"raad_agreed": "2026-03-01"}


def declined() -> Desk:
    """The Raad did not take the request of the local team."""
    desk = requested()
    desk.say("2026-02-20", c.RaadDeclines, by=RAAD, reply="nee")
    return desk


def of_the_gi() -> Desk:
    """The Raad investigated on a request of the GI, and does not ask the judge."""
    desk = intensive()
    desk.say("2026-02-03 09:00", c.RequestInvestigation, **VTO | {"by": GI})
    desk.say("2026-02-04 09:00", c.RaadAccepts, by=RAAD)
    desk.say("2026-02-20", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-02-20")
    return desk


def by_itself() -> Desk:
    """The Raad investigates by itself."""
    desk = reported()
    desk.say("2026-02-04 09:00", c.RaadStarts, **STARTS)
    return desk


REFUSED: tuple[tuple[str, Made, type[c.Base], dict[str, Any]], ...] = (
    ("TR-21/notice", helped, c.RaadStarts, STARTS | {"notice": ""}),
    ("TR-21/because", helped, c.RaadStarts, STARTS | {"because": None}),
    *(("TR-21/who", helped, c.RaadStarts, STARTS | {"by": by}) for by in (TEAM, GI, COLLEGE, OM, ANNA)),
    ("TR-21/from", requested, c.RaadStarts, STARTS),
    ("TR-21/from", closed, c.RaadStarts, STARTS),
    ("TR-22/from", reported, c.RaadAccepts, {"by": RAAD}),
    ("unknown-child", Desk, c.RaadStarts, STARTS),
    ("T14/raad", reported, c.BurgemeesterAsks, MAYOR),
    ("T14/raad", investigated, c.BurgemeesterAsks, MAYOR),
    ("T14/raad", declined, c.BurgemeesterAsks, MAYOR),
    ("T14/raad", of_the_gi, c.BurgemeesterAsks, MAYOR),
    ("T14/raad", letter, c.BurgemeesterAsks, MAYOR),
    ("T14/letter", not_petitioned, c.BurgemeesterAsks, MAYOR | {"letter": ""}),
    ("T14/letter", not_petitioned, c.BurgemeesterAsks, MAYOR | {"dated": None}),
    ("T14/letter", not_petitioned, c.BurgemeesterAsks, MAYOR | {"dated": "2026-03-03"}),
    *(("T14/who", not_petitioned, c.BurgemeesterAsks, MAYOR | {"by": by}) for by in (TEAM, GI, ANNA, CARER)),
    ("TR-26/petition", letter, c.PetitionCourt, RAAD_ASKS | {"petition": ""}),
    ("TR-26/kind", letter, c.PetitionCourt, RAAD_ASKS | {"kind": "extension"}),
    ("TR-26/burgemeester", not_petitioned, c.PetitionCourt, RAAD_ASKS),
    ("TR-27/petition", not_petitioned, c.PetitionCourt, PARENT_ASKS | {"petition": ""}),
    ("TR-27/raad", reported, c.PetitionCourt, PARENT_ASKS),
    ("TR-27/raad", investigated, c.PetitionCourt, PARENT_ASKS),
    ("TR-27/raad", reported, c.PetitionCourt, CARER_ASKS),
    ("TR-27/caretaker", not_petitioned, c.PetitionCourt, PARENT_ASKS | {"kind": "termination"}),
    ("TR-27/caretaker", not_petitioned, c.PetitionCourt, CARER_ASKS | {"by": ANNA}),
    ("TR-27/caretaker", not_petitioned, c.PetitionCourt, CARER_ASKS | {"cares_since": None}),
    ("TR-27/caretaker", not_petitioned, c.PetitionCourt, CARER_ASKS | {"cares_since": "2025-03-03"}),
    ("TR-27/from", requested, c.PetitionCourt, PARENT_ASKS),
    ("TR-28/petition", reported, c.PetitionCourt, ASKED | {"petition": ""}),
    ("TR-28/kind", reported, c.PetitionCourt, ASKED | {"kind": "extension"}),
    ("TR-28/from", closed, c.PetitionCourt, ASKED),
    ("TR-25/from", requested, c.PetitionCourt, PETITION),
    *(("TR-25/who", investigated, c.PetitionCourt, PETITION | {"by": by}) for by in (TEAM, GI, COLLEGE, BURGEMEESTER)),
    ("TR-30/reason", requested, c.WithdrawRequest, BACK | {"reason": ""}),
    ("TR-30/raad_agreed", requested, c.WithdrawRequest, {}),
    ("TR-30/raad_agreed", requested, c.WithdrawRequest, {"raad_agreed": "2026-03-03"}),
    ("TR-30/requester", requested, c.WithdrawRequest, BACK | {"by": PROVIDER}),
    ("TR-30/requester", by_itself, c.WithdrawRequest, BACK),
    *(("TR-30/who", requested, c.WithdrawRequest, BACK | {"by": by}) for by in (ANNA, RAAD, OM)),
    ("TR-30/from", petitioned, c.WithdrawRequest, BACK),
    ("TR-30/from", reported, c.WithdrawRequest, BACK),
)


@pytest.mark.parametrize(("rule", "made", "do", "fields"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_out_of_order_is_refused(rule: str, made: Made, do: type[c.Base], fields: dict[str, Any]) -> None:
    """The same attempt as in the table of rows, with one thing out of order; there is a way on."""
    desk = made()
    before = desk.case.children
    refusal = desk.say(WHEN, do, **fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert all(reason.source and reason.remedy for reason in refusal.reasons)
    assert {k: v.petitions for k, v in desk.case.children.items()} == {k: v.petitions for k, v in before.items()}


def test_who_may_not_ask_hears_only_of_rows_that_others_have() -> None:
    """A parent hears why a parent may not yet, and not that only the Raad may."""
    refusal = investigated().say(WHEN, c.PetitionCourt, **PARENT_ASKS).refusal
    assert refusal is not None
    assert [reason.rule for reason in refusal.reasons] == ["TR-27/raad"]


def test_the_raad_opens_a_case_by_its_own_notice() -> None:
    """TR-21: a child that nobody knew is reported by the notice, and then investigated."""
    desk = Desk()
    desk.say(WHEN, c.RaadStarts, opening=opening(), **STARTS)
    assert desk.moves() == ["TR-01", "TR-21"]
    assert desk.state() is State.INVESTIGATING


@pytest.mark.parametrize("made", [reported, helped, investigated, petitioned])
def test_c2_no_track_of_raad_or_judge_gives_power(made: Made) -> None:
    """C2: asking, investigating and petitioning leave the framework voluntary."""
    desk = made()
    desk.say(WHEN, c.RaadStarts, **STARTS)
    desk.say(WHEN, c.PetitionCourt, **ASKED)
    assert desk.state() is State.PETITIONED
    assert framework_of(desk.state()) is Framework.VOLUNTARY
    refusal = desk.say("2026-03-03", c.RegisterAct, by=GI, act=21, sent_on="2026-03-03").refusal
    assert refusal is not None
    assert refusal.matches("act-21")


def test_the_burgemeester_gives_the_raad_two_weeks_from_the_date_of_the_letter() -> None:
    """TR-26, T14 (1:255 lid 3)."""
    desk = not_petitioned()
    desk.say("2026-02-25", c.BurgemeesterAsks, **MAYOR | {"dated": "2026-02-24"})
    assert desk.due("T14") == day("2026-03-10")
    desk.say(WHEN, c.PetitionCourt, **RAAD_ASKS)
    assert desk.moves() == ["TR-26"]
    assert desk.ended()["T14"] == "met"
    assert desk.child().burgemeester is None


def test_a_letter_is_used_once() -> None:
    """TR-26: after the judge refused, the Raad needs an investigation, or another letter."""
    desk = letter()
    desk.say(WHEN, c.PetitionCourt, **RAAD_ASKS)
    court(desk, "2026-04-01", "refused")
    refusal = desk.say("2026-04-02", c.PetitionCourt, **RAAD_ASKS).refusal
    assert refusal is not None
    assert refusal.matches("TR-26/burgemeester")


def test_a_new_investigation_with_a_letter_on_the_table_is_asked_for_the_burgemeester() -> None:
    """TR-26 from R2."""
    desk = letter()
    desk.say("2026-02-26", c.RaadStarts, **STARTS)
    desk.say(WHEN, c.PetitionCourt, **RAAD_ASKS)
    assert desk.moves() == ["TR-26"]


def test_a_declined_request_lets_a_parent_ask() -> None:
    """TR-27: the Raad decided not to, whichever way (TR-23, TR-24), also while it looks again."""
    desk = declined()
    assert desk.say(WHEN, c.PetitionCourt, **PARENT_ASKS).refusal is None
    desk = declined()
    desk.say("2026-02-26", c.RaadStarts, **STARTS)
    assert desk.say(WHEN, c.PetitionCourt, **PARENT_ASKS).refusal is None
    assert desk.moves() == ["TR-27"]


def test_an_old_no_of_the_raad_is_over_when_it_asks_itself_or_a_measure_begins() -> None:
    """TR-27: what the Raad decided counts for that matter only."""
    desk = not_petitioned()
    desk.say("2026-02-26", c.RaadStarts, **STARTS)
    desk.say("2026-02-27", c.PetitionCourt, **PETITION)
    assert desk.child().raad_answer is None
    desk = court(not_petitioned(), "2026-02-27", "supervision", "2026-08-27")
    assert desk.child().raad_answer is None


def test_a_request_taken_back_leaves_the_raad_free_to_go_on() -> None:
    """TR-30, TR-21: landing by the facts; then the Raad by itself."""
    desk = requested(helped())
    desk.say(WHEN, c.WithdrawRequest, **BACK)
    assert (desk.moves(), desk.state()) == (["TR-30"], State.HELP)
    assert desk.child().raad_answer is None
    desk.say("2026-03-03", c.RaadStarts, **STARTS)
    assert desk.state() is State.INVESTIGATING


def test_landing_after_taking_back_is_never_intensive_help() -> None:
    """TR-30, 00-A: V2 is entered only by TR-05 and TR-06."""
    desk = requested(intensive())
    desk.say(WHEN, c.WithdrawRequest, **BACK)
    assert desk.state() is State.HELP


@pytest.mark.parametrize("kind", [PetitionKind.MEASURE, PetitionKind.TERMINATION])
def test_what_the_om_asks_waits_for_the_judge(kind: PetitionKind) -> None:
    """TR-28: a refusal lands the child where it was."""
    desk = helped()
    desk.say(WHEN, c.PetitionCourt, **ASKED | {"kind": kind})
    assert desk.state() is State.PETITIONED
    court(desk, "2026-04-01", "refused")
    assert desk.state() is State.HELP


def test_a_measure_in_force_asks_for_no_row() -> None:
    """TR-28 is for V and R; during a measure a petition is a track beside it."""
    desk = supervised()
    desk.say(WHEN, c.PetitionCourt, **PETITION)
    assert desk.moves() == []
    assert desk.state() is State.SUPERVISION
