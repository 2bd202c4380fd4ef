"""Who cares for a child for a year asks the end of authority, also during a measure (BW 1:267 lid 1)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.facts import PetitionKind
from states.people import Actor, Role
from states.position import State
from tests.unit.cast import RAAD
from tests.unit.desk import Desk, placed

CARER = Actor(id="pleegmoeder", role=Role.CARETAKER)
ASKS: dict[str, Any] = {"by": CARER, "kind": "termination", "petition": "verzoek", "cares_since": "2025-01-31"}


def answered(reply: type[c.Base] | None = c.RaadDeclines) -> Desk:
    """A placed child; the Raad was asked to look at authority, and answered that it asks nothing."""
    desk = placed()
    if reply is not None:
        desk.say("2026-02-11", c.RaadAccepts, by=RAAD)
    if reply is c.RaadDeclines:
        desk.say("2026-02-12", c.RaadDeclines, by=RAAD, reply="geen verzoek")
    elif reply is c.RaadCloses:
        desk.say("2026-02-12", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-02-12")
    return desk


@pytest.mark.parametrize("reply", [c.RaadDeclines, c.RaadCloses])
def test_a_carer_asks_the_end_of_authority_when_the_raad_does_not(reply: type[c.Base]) -> None:
    """A petition beside the measure: the child stays where it is."""
    desk = answered(reply)
    decision = desk.say("2026-02-20", c.PetitionCourt, **ASKS)
    assert decision.refusal is None, decision.refusal
    assert desk.child().pending(PetitionKind.TERMINATION) is not None
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


@pytest.mark.parametrize(
    ("reply", "fields", "rule"),
    [
        (None, {}, "TR-27/raad"),
        (c.RaadDeclines, {"cares_since": "2025-02-21"}, "TR-27/caretaker"),
        (c.RaadDeclines, {"cares_since": None}, "TR-27/caretaker"),
        (c.RaadDeclines, {"kind": "suspension"}, "P11/who"),
        (c.RaadDeclines, {"by": Actor(id="anna", role=Role.PARENT)}, "P11/who"),
        (c.RaadDeclines, {"petition": ""}, "P11/petition"),
    ],
)
def test_it_is_refused_otherwise(reply: type[c.Base] | None, fields: dict[str, Any], rule: str) -> None:
    """Before the Raad decided, before a year, for another measure, by a parent, without a petition."""
    desk = answered(reply)
    refusal = desk.say("2026-02-20", c.PetitionCourt, **ASKS | fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert desk.child().pending(PetitionKind.TERMINATION) is None


def test_the_answer_of_the_raad_goes_with_the_measure() -> None:
    """After it, a petition asks a new decision of the Raad first."""
    desk = answered()
    assert desk.child().raad_answer is not None
    desk.pass_to("2027-02-02")
    assert desk.child().raad_answer is None
