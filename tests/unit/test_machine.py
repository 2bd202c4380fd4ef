"""The machine and its table, as a whole: closed, flat, and without a way around the guards."""

from __future__ import annotations

from collections import deque

import pytest

from states.context import Context
from states.editions.edition import EDITION
from states.facts import Case, ChildFile
from states.moves.guards import GUARDS, SELECTORS
from states.moves.machine import attempt, machine
from states.moves.table import BY_ID, MOVES
from states.people import FAMILY, Role
from states.position import (
    CODES,
    DUTCH,
    INTENSIVE,
    MEASURE,
    RAAD,
    VOLUNTARY,
    ClosedReason,
    Framework,
    State,
    framework_of,
)
from tests.unit.cast import TEAM, at
from tests.unit.desk import reported

DECIDED = {Role.COURT, Role.SYSTEM}


def test_there_are_fourteen_states_and_the_one_of_nobody() -> None:
    """Closed (invariant 1), and flat: no state is inside another (D1)."""
    assert len(State) == 15
    assert set(machine(EDITION).states) == {state.value for state in State}
    assert set(CODES) == set(DUTCH) == set(State)
    assert len(set(CODES.values())) == len(State)
    assert len(ClosedReason) == 9


def test_the_framework_of_each_state_is_one() -> None:
    """Voluntary and Raad are voluntary, a measure is compulsory, closed is none (D2)."""
    frames = {state: framework_of(state) for state in State}
    assert {s for s, f in frames.items() if f is Framework.COMPULSORY} == set(MEASURE)
    assert {s for s, f in frames.items() if f is Framework.VOLUNTARY} == {*VOLUNTARY, *RAAD}
    assert {s for s, f in frames.items() if f is Framework.NONE} == {State.NONE, State.CLOSED}


def test_only_a_court_or_an_import_leads_into_a_measure() -> None:
    """Invariant 3: no other row has a target there from outside."""
    into = {m.id for m in MOVES for s, t in m.pairs() if t in MEASURE and s not in MEASURE}
    assert {"TR-40", "TR-42", "TR-43", "TR-44", "TR-48", "TR-54", "TR-75", "TR-83"} <= into
    for id_ in into - {"TR-54", "TR-82"}:
        assert BY_ID[id_].who == DECIDED
        assert {n.field for n in BY_ID[id_].needs} <= {"order", "order.accepted"}
    assert BY_ID["TR-82"].guards == ("four_eyes",)


_NOT_DECIDED = {"TR-66b", "TR-78", "TR-82"}
"""Another organisation took the measure over; a child died; the measure was never there."""


def test_no_family_member_or_worker_ends_a_measure() -> None:
    """Out of M leads a court or the clock; or four eyes that see that the measure was never there (TR-82)."""
    out = [m for m in MOVES for s, t in m.pairs() if s in MEASURE and t not in MEASURE and m.id not in _NOT_DECIDED]
    assert all(m.who <= DECIDED for m in out)


def test_only_people_lead_into_intensive_help() -> None:
    """TR-05 and TR-06, never a computed target; TR-07 and TR-18 only within it."""
    into = {(m.id, s) for m in MOVES for s, t in m.pairs() if t in INTENSIVE and (s is not t or m.id == "TR-18")}
    assert {id_ for id_, s in into if s not in INTENSIVE} == {"TR-05", "TR-06"}
    assert {id_ for id_, s in into if s in INTENSIVE} == {"TR-07", "TR-18"}
    assert not any(t in INTENSIVE for m in MOVES if m.lands for s, t in m.pairs() if s is not t)


def test_a_closed_file_opens_by_a_report_or_an_order() -> None:
    """TR-80, TR-68, the court, a planned import; through V0 or into M, never into help (NX-08).

    A correction opens what was closed by a mistake: it goes where the file stood (ADR 0020).
    """
    out = {(m.id, t) for m in MOVES for s, t in m.pairs() if s is State.CLOSED and t is not s}
    assert {t for id_, t in out if id_ != "TR-82"} <= {State.ASSESSMENT, *MEASURE}
    assert {id_ for id_, t in out if t is State.ASSESSMENT} == {"TR-68", "TR-80", "TR-82"}


def test_every_state_is_reached_and_every_state_can_be_left() -> None:
    """From nobody to each of them, and from each to closed; guardianship only by what is built (import)."""
    reached, todo = {State.NONE}, deque([State.NONE])
    while todo:
        stands = todo.popleft()
        for move in MOVES:
            for source, to in move.pairs():
                if source is stands and to not in reached:
                    reached.add(to)
                    todo.append(to)
    assert reached == set(State)
    for state in State:
        assert any(s is state and t is not state for m in MOVES for s, t in m.pairs())


@pytest.mark.parametrize("move", MOVES, ids=lambda m: m.id)
def test_a_row_is_complete(move: object) -> None:
    """It has a title, a basis, somebody who may make it, and names only guards that exist."""
    row = BY_ID[move.id]  # type: ignore[attr-defined]
    assert row.title
    assert row.basis
    assert row.who
    assert row.triggers
    assert list(row.pairs())
    assert set(row.guards) <= set(GUARDS)
    assert set(row.selects) <= set(SELECTORS)
    assert all(need.field and need.text and need.source for need in row.needs)
    assert row.lands or not (row.who == {Role.SYSTEM} and row.court)


def test_every_guard_and_selector_is_used() -> None:
    """None is left over."""
    assert {name for m in MOVES for name in m.guards} == set(GUARDS)
    assert {name for m in MOVES for name in m.selects} == set(SELECTORS)


def test_the_family_makes_only_its_own_moves() -> None:
    """A report, and what follows from its own consent."""
    rows = {m.id for m in MOVES if m.who & FAMILY}
    assert rows == {"TR-01", "TR-08", "TR-09", "TR-27", "TR-31", "TR-32", "TR-80"}


@pytest.mark.parametrize("state", State)
def test_an_unknown_trigger_moves_nobody(state: State) -> None:
    """From no state; and what sets a move off is known."""
    context = Context(
        case=Case(id="c"),
        child=ChildFile(id="k", state=state),
        at=at("2026-01-01"),
        now=at("2026-01-01"),
        actor=TEAM,
        state=state.value,
    )
    assert not attempt("no such thing", context)
    assert context.state == state
    assert not context.reasons
    assert machine(EDITION).get_triggers(state.value)


def test_a_failed_attempt_leaves_everything_as_it_was() -> None:
    """The reasons come with it."""
    child = reported().child()
    context = Context(
        case=Case(id="c"), child=child, at=at("2026-02-03"), now=at("2026-02-03"), actor=TEAM, state=child.state.value
    )
    assert not attempt("start_help", context)
    assert context.reasons
    assert context.row is None
    assert context.state == child.state
