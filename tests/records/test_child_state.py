"""Where a child stands at any moment, whatever ran or did not run since (D3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from recordskit import HOUR, START, YEAR, Family, order
from sqlalchemy import Connection

from records import queries
from records.moments import NaiveMomentError, wire
from states.position import Framework, State

INSTANT = timedelta(microseconds=1)


def _state(family: Family) -> queries.ChildState:
    return queries.children(family.connection, family.case)[0]


def _state_at(family: Family, moment: datetime) -> State | None:
    found = queries.children_at(family.connection, family.case, moment)
    return found[0].state if found else None


def test_a_child_stands_where_its_last_move_brought_it(family: Family) -> None:
    """State, framework, and since when it is so in law (not: since when it is recorded)."""
    family.open()
    child = _state(family)
    assert (child.state, child.framework, child.since) == (State.ASSESSMENT, Framework.VOLUNTARY, START)
    assert child.since.tzinfo is UTC
    family.send(family.step(State.ASSESSMENT, State.CLOSED))
    assert _state(family).framework is Framework.NONE


def test_a_power_is_over_at_its_last_moment_although_nothing_ran(family: Family) -> None:
    """The clock alone ends it: one microsecond before the end it holds, at the end it does not."""
    family.supervised()
    end = START + YEAR
    assert _state_at(family, end - INSTANT) is State.SUPERVISION
    assert _state_at(family, end) is State.ASSESSMENT


def test_a_power_that_ended_in_the_real_past_is_over_now(family: Family) -> None:
    """Every worker may have been down since."""
    family.now = datetime.now(UTC) - YEAR - HOUR
    family.supervised()
    child = _state(family)
    assert (child.state, child.framework) == (State.ASSESSMENT, Framework.VOLUNTARY)
    assert child.since == family.now - HOUR + YEAR
    assert queries.positions(family.connection, family.child) == [child]


def test_the_clock_of_an_exercise_is_its_own(app: Connection) -> None:
    """In a training year ahead of ours, now is the moment of the last entry."""
    family = Family(app, exercise=True)
    family.now = datetime.now(UTC)
    end = family.now + YEAR
    family.supervised()
    assert _state(family).state is State.SUPERVISION
    family.now = end
    family.send(family.fact(child=None))
    assert (_state(family).state, _state(family).since, _state(family).exercise) == (State.ASSESSMENT, end, True)


def test_the_last_state_ahead_that_has_come_counts(family: Family) -> None:
    """A measure follows a measure, and then the child lands."""
    family.open()
    first, second = order(family.now, family.now + YEAR), order(family.now + YEAR, family.now + 2 * YEAR)
    ahead = [
        {"at": second["valid_from"], "to": State.SUPERVISION.value, "title": {"order": second["id"]}},
        {"at": second["valid_until"], "to": State.CLOSED.value, "title": None},
    ]
    family.send(
        family.step(
            State.ASSESSMENT,
            State.PROVISIONAL_SUPERVISION,
            title={"order": first["id"]},
            effects={"orders": [first, second], "ahead": ahead},
        )
    )
    assert _state_at(family, family.now) is State.PROVISIONAL_SUPERVISION
    assert _state_at(family, family.now + YEAR) is State.SUPERVISION
    assert _state_at(family, family.now + 2 * YEAR) is State.CLOSED


def test_a_move_takes_away_what_was_ahead(family: Family) -> None:
    """A lapse of the state that was left does not come back to life."""
    given = family.supervised()
    family.send(
        family.fact(effects={"orders": [given | {"valid_until": wire(family.now)}]}),
        family.step(State.SUPERVISION, State.CLOSED),
    )
    assert _state_at(family, START + 2 * YEAR) is State.CLOSED


def test_the_past_is_as_it_is_known_today(family: Family) -> None:
    """An order that arrived late changes what is said of the days since; before its case a child is nowhere."""
    family.open()
    assert _state_at(family, START - INSTANT) is None
    family.now += YEAR
    given = order(START + HOUR, START + 2 * YEAR)
    lapse = [{"at": given["valid_until"], "to": State.ASSESSMENT.value, "title": None}]
    assert _state_at(family, START + 2 * HOUR) is State.ASSESSMENT
    family.send(
        family.step(
            State.ASSESSMENT,
            State.SUPERVISION,
            title={"order": given["id"]},
            effects={"orders": [given], "ahead": lapse},
            effective_at=given["valid_from"],
        )
    )
    assert _state_at(family, START) is State.ASSESSMENT
    assert _state_at(family, START + 2 * HOUR) is State.SUPERVISION


def test_a_moment_without_a_time_zone_is_refused(family: Family) -> None:
    """Nobody guesses which midnight was meant."""
    with pytest.raises(NaiveMomentError):
        wire(datetime(2026, 1, 1))  # noqa: DTZ001 - the naive moment is what is tested
    with pytest.raises(NaiveMomentError):
        queries.open_terms(family.connection, until=datetime(2026, 1, 1))  # noqa: DTZ001
