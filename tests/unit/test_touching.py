"""Which open files a change of the rules touches, and that what was granted is only looked at, never moved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from states import commands as c
from states.acts.act import Cell
from states.acts.confers_table import Title
from states.editions.changes import Change, changes
from states.editions.edition import EDITION, Edition
from states.editions.touching import touched
from tests.unit.cast import SUPERVISOR
from tests.unit.desk import Desk, helped, placed, provisional, reported, supervised
from tests.unit.future import FUTURE


def _why(desk: Desk, other: Edition) -> list[str]:
    found: tuple[Change, ...] = changes(EDITION, other)
    return [line.partition(":")[0] for line in touched(desk.child(), found, (EDITION, other), desk.now)]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (reported, ["TR-02", "TR-03"]),
        (helped, ["TR-02"]),
        (supervised, ["T01", "T01", "handeling 21"]),
        (placed, ["T01", "T01"]),
    ],
)
def test_a_file_is_touched_where_it_stands(made: Callable[[], Desk], why: list[str]) -> None:
    """A changed row by its states, a changed term by what runs and is in force, a changed cell by the column."""
    assert _why(made(), FUTURE) == why


def test_nothing_touches_a_closed_file_or_an_equal_edition() -> None:
    """A file that is closed is read under its own rules."""
    desk = reported()
    assert _why(desk, EDITION) == []
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    papers = {"judgement": "veilig", "second_reader": "lotte", "closing_letter": "2026-03-01"}
    assert desk.say("2026-03-01", c.Close, by=SUPERVISOR, closed_reason="C2", **papers).refusal is None
    assert _why(desk, FUTURE) == []


def test_a_changed_consent_rule_touches_running_help() -> None:
    """Help rests on it, an assessment does not."""
    first, *others = EDITION.consent
    other = dataclasses.replace(EDITION, consent=(dataclasses.replace(first, source="anders"), *others))
    assert _why(helped(), other) == ["toestemming"]
    assert _why(reported(), other) == []


def test_a_row_that_disappears_touches_who_stands_at_either_end() -> None:
    """The rows of both editions count."""
    other = dataclasses.replace(EDITION, moves=tuple(m for m in EDITION.moves if m.id != "TR-62"))
    assert _why(supervised(), other) == ["TR-62"]
    assert _why(placed(), other) == ["TR-62"]
    assert _why(reported(), other) == []


def test_a_cell_of_another_column_touches_nobody() -> None:
    """Only the column that is read for the child."""
    act = EDITION.acts[21]
    cells = {**act.cells, "M3": Cell.COURT}
    other = dataclasses.replace(EDITION, acts={**EDITION.acts, 21: dataclasses.replace(act, cells=cells)})
    assert _why(supervised(), other) == []
    assert _why(placed(), other) == ["handeling 21"]


def test_what_an_order_gives_touches_who_is_under_such_an_order() -> None:
    """Only under the title that changes."""
    without = {act: why for act, why in EDITION.confers[Title.MUHP].items() if act != 25}
    other = dataclasses.replace(EDITION, confers={**EDITION.confers, Title.MUHP: without})
    assert _why(placed(), other) == ["MUHP"]
    assert _why(supervised(), other) == []


def test_a_changed_procedure_touches_where_it_runs() -> None:
    """An order given without hearing waits for a hearing (P9)."""
    track = dataclasses.replace(EDITION.tracks["P9"], source="anders")
    other = dataclasses.replace(EDITION, tracks={**EDITION.tracks, "P9": track})
    assert _why(provisional(heard=False), other) == ["P9"]
    assert _why(provisional(), other) == []
