"""The intervention matrix: every cell of the built acts, typed from domain 4 as amended in 00-D and 00-E."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from states import commands as c
from states.act_table import ACTS, COLUMNS
from states.acts import Answer, column, may
from states.facts import ChildFile
from states.people import Actor
from tests.unit.cast import GI, OTHER_GI, RAAD, TEAM, at, day, order
from tests.unit.desk import (
    Desk,
    agree,
    helped,
    imported,
    intensive,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

NOW = at("2026-03-02 12:00")
#        V0 V1 V2 R  M1 M2 M3 M4 M5 M6 C
TABLE = """
 6       A  A  A  A  A  A  A  A  A  A  A
 7       T  T  T  T  A  A  A  A  A  A  X
 8       X  X  X  X  A  A  A  A  A  A  X
18       X  T  T  T  A  A  A  A  A  A  X
19       X  T  T  T  A  A  A  A  A  A  X
20       X  X  X  X  X  X  X  -  -  -  X
21       X  X  X  X  A  A  A  X  X  X  X
23       X  X  X  X  X  X  X  X  X  X  X
24       X  X  X  X  J  J  -  -  -  -  X
25       X  X  X  X  X  X  A  A  A  A  X
57       X  X  X  X  X  X  X  X  X  X  X
"""
CELLS = {int(row.split()[0]): dict(zip(COLUMNS, row.split()[1:], strict=True)) for row in TABLE.strip().splitlines()}


def _closed() -> Desk:
    desk = reported()
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    words = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-01"}
    desk.say("2026-03-01", c.Close, closed_reason="C2", **words)
    return desk


def _guardian(kind: str = "guardianship", **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    return imported(order(kind, "2026-02-01", **{"sent_on": "2026-02-01", **more}))


SITUATIONS: dict[str, Callable[[], Desk]] = {
    "V0": reported,
    "V1": helped,
    "V2": intensive,
    "R": requested,
    "M1": provisional,
    "M2": supervised,
    "M3": placed,
    "M4": lambda: _guardian("provisional_guardianship"),
    "M5": _guardian,
    "M6": lambda: _guardian("temporary_guardianship", end="2027-02-01"),
    "C": _closed,
}
FILES: dict[str, ChildFile] = {name: made().child() for name, made in SITUATIONS.items()}


@pytest.mark.parametrize("place", COLUMNS)
@pytest.mark.parametrize("act", CELLS)
def test_the_cell_answers_as_the_table_says(act: int, place: str) -> None:
    """By the GI of the title; "–" answers forbidden, and says that it does not exist here."""
    verdict = may(act, FILES[place], NOW, GI)
    cell = CELLS[act][place]
    assert verdict.answer.value == ("X" if cell == "-" else cell)
    assert (verdict.rule == f"act-{act}/absent") == (cell == "-")
    assert verdict.rule.startswith(f"act-{act}")
    assert verdict.text
    assert verdict.basis
    assert verdict.alternative
    if cell == "A":
        assert verdict.holds
    if cell in "JX-":
        assert not verdict.holds


def test_these_acts_are_built_and_no_other() -> None:
    """Eleven."""
    assert set(ACTS) == set(CELLS)


@pytest.mark.parametrize("place", COLUMNS)
def test_the_column_follows_from_facts(place: str) -> None:
    """Each situation reads its own."""
    assert column(FILES[place], NOW) == place


@pytest.mark.parametrize("act", [8, 21, 25])
@pytest.mark.parametrize("by", [OTHER_GI, TEAM, RAAD, Actor(id="x", role=GI.role)])
@pytest.mark.parametrize("place", ["M1", "M2", "M3", "M4", "M5", "M6"])
def test_a_power_is_for_the_gi_that_the_judge_named(act: int, by: Actor, place: str) -> None:
    """Invariant 8."""
    assert may(act, FILES[place], NOW, by).answer is Answer.FORBIDDEN


def test_an_order_that_names_no_gi_gives_nobody_its_powers() -> None:
    """Also not a GI without a name."""
    file = supervised(gi=None).child()
    assert not may(21, file, NOW, GI).holds
    assert not may(21, file, NOW, Actor(id="x", role=GI.role)).holds


@pytest.mark.parametrize("act", [7, 18, 19])
def test_with_consent_means_with_everybodys_consent(act: int) -> None:
    """Act 7 asks for consent to share; the plan and the agreements for consent to help."""
    desk = helped()
    shares = act == 7
    assert may(act, desk.child(), NOW, TEAM).holds is not shares
    if shares:
        agree(desk, "2026-02-03", ("anna",), purpose="sharing")
        assert not may(act, desk.child(), NOW, TEAM).holds
        agree(desk, "2026-02-03", ("bart",), purpose="sharing")
        assert may(act, desk.child(), NOW, TEAM).holds
    else:
        bare = requested().child()
        assert not may(act, bare, NOW, TEAM).holds
        assert may(act, bare, NOW, TEAM).answer is Answer.CONSENT


def test_contact_is_limited_only_as_1_265f_allows() -> None:
    """A parent with authority, as far as the placement needs it, no earlier arrangement; else J."""
    desk = placed()
    file = desk.child()
    assert may(25, file, NOW, GI, person="anna").holds
    assert may(25, file, NOW, GI, person="oma").rule == "act-25/authority"
    assert may(25, file, NOW, GI, for_placement=False).rule == "act-25/265f"
    record = order("contact_arrangement", "2026-02-20")
    desk.say("2026-02-20", c.CourtOrder, by=RAAD, order=record)
    verdict = may(25, desk.child(), NOW, GI, person="anna")
    assert (verdict.answer, verdict.rule) == (Answer.COURT, "act-25/265g")


def test_a_guardian_decides_about_contact_also_with_an_arrangement() -> None:
    """The limits of 1:265f are those of a supervision."""
    records = (order("contact_arrangement", "2024-01-01"), order("guardianship", "2026-02-01", sent_on="2026-02-01"))
    assert may(25, imported(*records).child(), NOW, GI).holds


def test_a_directive_goes_to_a_parent_with_authority_or_the_minor() -> None:
    """1:263 lid 1: not to a parent without authority."""
    file = supervised().child()
    assert may(21, file, NOW, GI, person="anna").holds
    assert may(21, file, NOW, GI, person="kind").holds
    assert may(21, file, NOW, GI, person="oma").rule == "act-21/authority"


def test_a_provisional_supervision_with_a_muhp_reads_m3() -> None:
    """00-D: a function of orders, not of the code of the state."""
    file = provisional(placement="pleeggezin", placement_end="2026-04-01").child()
    assert column(file, NOW) == "M3"
    assert may(25, file, NOW, GI).holds
    assert may(24, file, NOW, GI).rule == "act-24/absent"
    assert column(file, at("2026-04-01")) == "M1"


def test_medical_data_of_a_ward_of_16_are_asked_with_the_ward() -> None:
    """00-E L14: allowed, and the answer says so."""
    file = _guardian().child().model_copy(update={"born": day("2009-01-01")})
    assert may(8, file, NOW, GI).rule == "act-8/L14"
    assert may(8, file, NOW, GI).holds


def test_a_partial_suspension_confers_no_act_that_names_no_topic() -> None:
    """L3: outside its scope the child's other state counts."""
    file = _guardian("provisional_guardianship", scope="medisch").child()
    assert column(file, NOW) == "V0"
    assert not may(8, file, NOW, GI).holds
    assert column(_guardian("provisional_guardianship", scope="whole").child(), NOW) == "M4"


def test_a_power_is_off_when_it_has_ended_though_nothing_ran_since() -> None:
    """Invariant 4: read from facts, at the moment itself."""
    file = placed().child()
    last, over = at("2027-02-01 23:59:59"), at("2027-02-02")
    assert may(21, file, last, GI).holds
    for act in (8, 18, 21, 25):
        assert not may(act, file, over, GI).holds
    assert column(file, over) == "V0"


def test_an_act_of_before_is_judged_by_what_held_then() -> None:
    """Written down after the measure ended, or before it began."""
    desk = supervised()
    desk.pass_to("2027-02-03")
    assert may(21, desk.child(), at("2027-02-01"), GI).holds
    late = reported("2026-02-01 09:00")
    late.say("2026-02-10", c.CourtOrder, by=RAAD, order=order("supervision", "2026-02-10", "2027-02-10"))
    assert not may(18, late.child(), at("2026-02-05"), GI).holds


@pytest.mark.parametrize("kind", ["measure", "extension", "termination"])
def test_asked_is_not_granted(kind: str) -> None:
    """Invariant 5."""
    desk = provisional()
    before = [may(act, desk.child(), NOW, GI) for act in ACTS]
    by = GI if kind == "extension" else RAAD
    desk.say("2026-02-20", c.PetitionCourt, by=by, kind=kind, petition="verzoek")
    assert desk.child().petitions
    assert [may(act, desk.child(), NOW, GI) for act in ACTS] == before


def test_a_registered_act_carries_its_answer_and_opens_its_remedy() -> None:
    """Invariant 7; T11 runs from the day after sending."""
    desk = supervised()
    desk.say("2026-03-02", c.RegisterAct, by=GI, act=21, sent_on="2026-03-02")
    facts: dict[str, Any] = desk.new[-1]["facts"]
    assert (facts["act"], facts["answer"], facts["rule"]) == (21, "A", "act-21")
    assert desk.due("T11") == day("2026-03-16")
    desk.pass_to("2026-03-17")
    assert desk.ended() == {"T11": "expired"}


def test_an_act_that_is_not_allowed_is_refused_with_its_number() -> None:
    """Both as ``act-21`` and as ``#21``, with the lawful alternative."""
    refusal = intensive().say("2026-03-02", c.RegisterAct, by=GI, act=21).refusal
    assert refusal is not None
    assert refusal.matches("act-21")
    assert refusal.matches("#21")
    assert "TR-20" in refusal.reasons[0].remedy


def test_a_plan_that_is_made_meets_its_term() -> None:
    """T19."""
    desk = helped()
    desk.say("2026-02-03", c.WaiveFamilyPlan)
    desk.say("2026-03-02", c.RegisterAct, act=18)
    assert desk.ended() == {"T19": "met"}
