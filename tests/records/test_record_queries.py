"""What people look up is what the entries said, and nothing that is done already."""

from __future__ import annotations

from datetime import UTC, date

import pytest
from recordskit import HOUR, START, YEAR, Body, Family, fresh
from sqlalchemy import Connection

from records import queries
from records.moments import wire
from states.position import State


@pytest.fixture
def busy(family: Family) -> Family:
    """A case with two of everything that is to be done."""
    family.open()
    terms = [
        {"id": f"t{n}", "rule": "T18", "kind": "D", "due": f"2020-0{n}-01", "at": wire(START + n * YEAR), "why": "plan"}
        for n in (2, 1)
    ]
    effects: Body = {
        "terms_opened": terms,
        "tasks": [{"id": f"k{n}", "code": "plan", "role": f"role-{family.case}", "text": "Plan"} for n in (1, 2)],
        "notices": [{"id": f"n{n}", "recipient": f"anna-{family.case}", "code": "opened"} for n in (1, 2)],
    }
    family.send(family.fact(effects=effects))
    return family


def test_terms_that_run_come_earliest_first(busy: Family, app: Connection) -> None:
    """Of one case, or of all up to a moment."""
    terms = queries.open_terms(app, case=busy.case)
    assert [(term.term_id, term.due, term.child_id) for term in terms] == [
        ("t1", date(2020, 1, 1), busy.child),
        ("t2", date(2020, 2, 1), busy.child),
    ]
    assert terms[0].at == START + YEAR
    assert terms[0].at.tzinfo is UTC
    until = queries.open_terms(app, case=busy.case, until=START + 2 * YEAR)
    assert [term.term_id for term in until] == ["t1"]


def test_what_is_done_is_off_the_lists(busy: Family, app: Connection) -> None:
    """A closed term, a task done, a notice given; opened again, they are back."""
    done: Body = {
        "terms_closed": [{"id": "t1", "outcome": "missed"}],
        "tasks_done": ["k1"],
        "notices_done": ["n1"],
    }
    busy.send(busy.fact(effects=done))
    assert [term.term_id for term in queries.open_terms(app, case=busy.case)] == ["t2"]
    assert [task.item_id for task in queries.tasks(app, role=f"role-{busy.case}")] == ["k2"]
    assert [task.item_id for task in queries.tasks(app, case=busy.case)] == ["k2"]
    assert [notice.notice_id for notice in queries.notices(app, recipient=f"anna-{busy.case}")] == ["n2"]
    assert [notice.notice_id for notice in queries.notices(app, case=busy.case)] == ["n2"]
    again: Body = {
        "terms_closed": [{"id": "t2", "outcome": "moved"}],
        "terms_opened": [
            {"id": "t2", "rule": "T18", "kind": "D", "due": "2022-03-01", "at": wire(START + YEAR), "why": "moved"}
        ],
        "tasks": [{"id": "k1", "code": "plan", "role": "r", "text": "Plan"}],
        "notices": [{"id": "n1", "recipient": "bart", "code": "moved"}],
    }
    busy.send(busy.fact(effects=again))
    assert [term.due for term in queries.open_terms(app, case=busy.case)] == [date(2022, 3, 1)]
    assert [task.item_id for task in queries.tasks(app, case=busy.case)] == ["k1", "k2"]
    assert next(notice.recipient for notice in queries.notices(app, case=busy.case)) == "bart"


def test_history_is_the_log_of_a_case_or_of_one_child(family: Family, app: Connection) -> None:
    """In order, with the columns in UTC and the body as it was hashed."""
    family.open()
    first, family.child = family.child, fresh("child")
    family.open()
    family.send(family.fact(child=None), family.step(State.ASSESSMENT, State.CLOSED))
    entries = queries.history(app, family.case)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert [entry.seq for entry in queries.history(app, family.case, after_seq=1, limit=2)] == [2, 3]
    assert [entry.seq for entry in queries.history(app, family.case, child=first)] == [1]
    last = entries[-1]
    assert (last.kind, last.from_state, last.to_state) == ("transition", State.ASSESSMENT, State.CLOSED)
    assert last.recorded_at == START + 2 * HOUR
    assert last.rules == [last.move]
    assert last.hash == family.hash


def test_children_of_a_case_each_have_their_own_state(family: Family, app: Connection) -> None:
    """A case has no state of its own."""
    family.open()
    first, family.child = family.child, fresh("child")
    family.supervised(until=START + 100 * YEAR)
    states = {child.child_id: child.state for child in queries.children(app, family.case)}
    assert states == {first: State.ASSESSMENT, family.child: State.SUPERVISION}


def test_cases_are_listed_in_pages_and_exercises_apart(app: Connection) -> None:
    """Nobody mistakes a training family for a real one."""
    real, training = Family(app), Family(app, exercise=True)
    real.open()
    training.open()
    heads = {head.case_id: head for head in queries.cases(app, limit=10_000)}
    assert heads[real.case].seq == 1
    assert heads[real.case].opened_at == START
    assert training.case not in heads
    assert training.case in {head.case_id for head in queries.cases(app, exercise=True, limit=10_000)}
    first, second = queries.cases(app, limit=2)
    assert queries.cases(app, after=first.case_id, limit=1) == [second]
