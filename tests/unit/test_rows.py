"""Each row of the table of transitions that is built: made once with everything in order.

The rows are typed here from the domain tables (3.1 to 3.5, as amended in 00-A to 00-C): from where to
where, on what, and who is told.
"""

from __future__ import annotations

import pytest

from states import commands as c
from states.moves.move import DELETED
from states.moves.table import BY_ID
from states.position import CODES, ClosedReason
from tests.unit import rows_beside, rows_court, rows_guardianship, rows_life, rows_voluntary
from tests.unit.cast import at, order
from tests.unit.desk import ordered, reported
from tests.unit.rows import Row, closed

ROWS = (*rows_voluntary.ROWS, *rows_life.ROWS, *rows_court.ROWS, *rows_beside.ROWS, *rows_guardianship.ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.case}")
def test_the_row_is_made_as_the_table_says(row: Row) -> None:
    """From where, to where, by which row, and who is told."""
    desk = row.made()
    when = row.when
    if row.do is None:
        desk.pass_to(when)
    else:
        decision = desk.say(when, row.do, **row.fields)
        assert decision.refusal is None, decision.refusal
    move = next(body for body in desk.new if body["move"] == row.id)
    codes = {state.value: code for state, code in CODES.items()}
    assert (codes[move["from"]], codes[move["to"]]) == (row.source, row.target)
    assert codes[desk.state().value] == row.target
    assert sorted(n["code"] for n in move["effects"].get("notices", ())) == row.notices.split()


def test_every_built_row_is_made_once() -> None:
    """And no row is made that does not exist."""
    assert {row.id for row in ROWS} == set(BY_ID)


def test_deleted_rows_are_gone() -> None:
    """What the amendments deleted is no row."""
    assert not set(DELETED) & set(BY_ID)


@pytest.mark.parametrize("id_", [*sorted(DELETED), "TR-99", "TR-02"])
def test_a_row_cannot_be_made_by_its_number(id_: str) -> None:
    """NX-10: it follows from facts, was deleted, or does not exist."""
    refusal = reported().say("2026-02-03", c.AttemptMove, move=id_).refusal
    assert refusal is not None
    assert refusal.rule == id_


def test_who_closes_says_why() -> None:
    """C2 from V0, C1 from help, C4 by itself."""
    desk = closed()
    assert desk.child().closed_reason is ClosedReason.HELP_ENDED
    assert desk.child().opened_at == at("2026-02-02 09:00")
    assert ordered(order("supervision", "2026-03-02", "2027-03-02"), "2026-03-02", desk).child().closed_reason is None
