"""Who may lead, who holds a function, and the lengths of time of the law are data of an edition (D7, R-39, R-60)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest

from states import commands as c
from states.consents.consent import Lead
from states.editions.book import LawBook, under
from states.editions.changes import FUNCTIONS, LEADS, SPANS, Change, changes
from states.editions.edition import EDITION, Edition
from states.function import Function
from states.moves.guards.petition import college_request_unanswered
from states.people import Actor, Role
from states.position import State
from states.region import RegionMode
from states.terms.length import Length
from states.terms.spans import Span
from tests.unit.cast import GI, RAAD, VTO, at
from tests.unit.desk import Desk, placed, reported
from tests.unit.test_departures import URGENT, departed
from tests.unit.test_regions import BY_LEAD, ready


def with_span(span: Span, **length: int) -> Edition:
    """The edition with another length of time."""
    rule = EDITION.spans[span].model_copy(update={"length": Length.model_validate(length)})
    return dataclasses.replace(EDITION, spans={**EDITION.spans, span: rule})


def with_table(name: str, row: Any, value: object) -> Edition:  # noqa: ANN401 - the key of any table
    """The edition with another row in a table."""
    table: Mapping[Any, Any] = getattr(EDITION, name)
    changed: dict[str, Any] = {name: {**table, row: value}}
    return dataclasses.replace(EDITION, **changed)


BOTH = with_table("leads", RegionMode.GI_LEADS, frozenset(Lead))
ACCESS = with_table("functions", Function.ACCESS, frozenset({Role.COLLEGE}))
TWO_YEARS = with_span(Span.SETTLED, years=2)


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (BOTH, Change(LEADS, "GI_regie", "regie", "gi", "gi, local_team")),
        (ACCESS, Change(FUNCTIONS, "toegang", "wie", "college, local_team", "college")),
        (TWO_YEARS, Change(SPANS, "gewend", "length.years", "1", "2")),
    ],
)
def test_a_change_makes_another_digest_and_is_told(new: Edition, change: Change) -> None:
    """One cell, and nothing else."""
    assert new.digest != EDITION.digest
    assert changes(EDITION, new) == (change,)


def test_an_edition_says_who_may_lead() -> None:
    """A region where the GI leads lets the local team lead from then."""
    team: dict[str, Any] = BY_LEAD[Lead.LOCAL_TEAM]
    refusal = ready(RegionMode.GI_LEADS).say("2026-02-02 12:00", c.StartIntensiveHelp, **team).refusal
    assert refusal is not None
    with under(LawBook((BOTH,))):
        desk = ready(RegionMode.GI_LEADS)
        assert desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **team).refusal is None
        assert desk.state() is State.TEAM_LED


def closed_by_raad() -> Desk:
    """The Raad ended an investigation that the local team had asked."""
    desk = reported()
    desk.say("2026-02-03", c.RequestInvestigation, **VTO)
    desk.say("2026-02-04", c.RaadAccepts, by=RAAD)
    desk.say("2026-02-05", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-02-05")
    return desk


def test_an_edition_says_who_holds_a_function() -> None:
    """Where the local team no longer holds the access, its request is none of the college."""
    child = closed_by_raad().child()
    assert college_request_unanswered(child)
    with under(LawBook((ACCESS,))):
        assert not college_request_unanswered(child)


def test_an_edition_says_after_how_long_a_judge_decides_where_a_child_lives() -> None:
    """BW 1:265i, in the row (TR-65) and in the matrix (act 31)."""
    moved: dict[str, Any] = {"by": GI, "decision": "verhuizen", "carers": "gezin-2", "place": "pleeggezin"}
    desk = placed(placed_since="2025-02-01")
    refusal = desk.say("2026-02-10", c.ChangeResidence, **moved).refusal
    assert refusal is not None
    assert refusal.matches("TR-65/265i")
    act: dict[str, Any] = {"act": 31, "by": GI, "text": "naar huis"}
    before = desk.say("2026-02-10 10:00", c.RegisterAct, **act).refusal
    with under(LawBook((TWO_YEARS,))):
        assert placed(placed_since="2025-02-01").say("2026-02-10", c.ChangeResidence, **moved).refusal is None
        after = placed(placed_since="2025-02-01").say("2026-02-10", c.RegisterAct, **act).refusal
    assert before is not None
    assert any("265i" in reason.rule for reason in before.reasons)
    assert after is None or not any("265i" in reason.rule for reason in after.reasons)


def test_an_edition_says_for_how_long_a_carer_cared() -> None:
    """BW 1:267 lid 1."""
    asks: dict[str, Any] = {"kind": "termination", "petition": "verzoek", "cares_since": "2025-06-01"}
    carer = Actor(id="oma", role=Role.CARETAKER)
    assert closed_by_raad().say("2026-02-10", c.PetitionCourt, by=carer, **asks).refusal is not None
    with under(LawBook((with_span(Span.CARED_FOR, months=6),))):
        assert closed_by_raad().say("2026-02-10", c.PetitionCourt, by=carer, **asks).refusal is None


def test_an_edition_says_for_how_long_nobody_needs_to_be_asked() -> None:
    """Jw 7.3.16 lid 1."""
    with under(LawBook((with_span(Span.NO_TIME, days=3),))):
        desk = departed(reported(), "2026-02-02 10:30", **URGENT)
    assert desk.child().departures[0].end == at("2026-02-05")
