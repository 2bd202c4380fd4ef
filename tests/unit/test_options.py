"""What is possible for a child now, what is not, and what would make it so (R-51)."""

from __future__ import annotations

from states import commands as c
from states.facts import Case
from states.moves.options import Option, options, possible
from states.moves.table import BY_ID
from tests.unit.desk import Desk, agree, helped, reported, supervised


def _of(desk: Desk) -> dict[str, Option]:
    return {o.id: o for o in options(desk.case, desk.child(), desk.now)}


def test_every_row_is_told_of() -> None:
    """Possible or not."""
    assert set(_of(reported())) == set(BY_ID)


def test_what_only_needs_papers_is_possible_and_says_which() -> None:
    """Facts that stand in the way block; what the sender can bring does not."""
    desk = reported()
    before = _of(desk)["TR-02"]
    assert not before.possible
    assert [r.rule for r in before.blocked] == ["TR-02/help-consent"]
    assert {r.rule for r in before.needed} == {
        "TR-02/frame_statement",
        "TR-02/rights_sheet",
        "TR-02/sheet_to",
        "TR-02/reason",
    }
    agree(desk, "2026-02-03", help="general")
    assert _of(desk)["TR-02"].possible


def test_what_the_clock_does_nobody_else_does() -> None:
    """It says so, and from where it could come."""
    found = _of(helped())
    assert not found["TR-13"].possible
    assert {r.rule for r in found["TR-13"].blocked} == {"TR-13/clock"}
    assert {r.rule for r in found["TR-60"].blocked} == {"TR-60/from"}
    assert found["TR-02"].who == "het lokale team, de jeugdhulpaanbieder"


def test_a_court_row_asks_for_an_order_and_nothing_blocks_it() -> None:
    """00-B."""
    row = _of(supervised())["TR-60"]
    assert row.possible
    assert {r.rule for r in row.needed} == {"TR-60/order"}


def test_the_lawful_alternatives_of_a_refusal() -> None:
    """Rows that facts allow now, in words; for a child nobody knows, a report."""
    desk = reported()
    lines = possible(desk.case, "kind", desk.now)
    assert "TR-20 verzoek tot onderzoek aan de Raad" in lines
    assert not any(line.startswith("TR-08") for line in lines)
    assert possible(Case(id="x"), "kind", desk.now) == ("TR-01 aanmelding",)
    desk.say("2026-02-03", c.Note, text="gesprek")
    assert possible(desk.case, "kind", desk.now) == lines
