"""The four answers of append, also when two ask at once, and what a broken-off one leaves: nothing (D8)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest
from recordskit import HOUR, Family, fresh
from sqlalchemy import Connection, Engine, text

from records import errors, log
from records.log import Message, Status
from states.position import State


def test_ok_returns_what_was_stored(family: Family, app: Connection) -> None:
    """The answer to a new command holds its entries as they now stand in the log."""
    request = family.request(family.step(State.NONE, State.ASSESSMENT), family.fact(), outcome={"moved": True})
    answer = log.append(app, request)
    assert answer.status is Status.OK
    assert answer.seq == 2
    assert answer.outcome == {"moved": True}
    assert [(e.body, e.hash) for e in answer.entries] == [(e.body, e.hash) for e in request.entries]
    assert log.entries(app, family.case) == list(answer.entries)
    assert answer.hash == request.entries[-1].hash


def test_the_same_command_again_gets_its_first_outcome(family: Family, app: Connection) -> None:
    """A second run sees another clock, so other entries; what counts is what was stored the first time."""
    first = family.request(family.step(State.NONE, State.ASSESSMENT), command="c1", outcome={"n": 1})
    again = family.request(family.step(State.NONE, State.ASSESSMENT, facts={}), command="c1", outcome={"n": 2})
    log.append(app, first)
    answer = log.append(app, again)
    assert answer.status is Status.ALREADY
    assert answer.outcome == {"n": 1}
    assert [e.hash for e in answer.entries] == [e.hash for e in first.entries]


def test_the_same_command_again_much_later_gets_only_what_is_new(family: Family) -> None:
    """Already is answered before behind is, with the entries after the caller's head."""
    family.send(family.step(State.NONE, State.ASSESSMENT), command="c1", outcome={"n": 1})
    family.send(family.fact())
    answer = family.send(family.fact(), command="c1", expected=1)
    assert answer.status is Status.ALREADY
    assert [entry.seq for entry in answer.entries] == [2]
    assert answer.seq == 2


def test_another_command_under_the_same_id_is_a_conflict(family: Family, app: Connection) -> None:
    """Nothing is stored and nothing is told."""
    family.send(family.step(State.NONE, State.ASSESSMENT), command="c1", digest="one")
    answer = family.send(family.fact(), command="c1", digest="two")
    assert (answer.status, answer.outcome, answer.entries) == (Status.CONFLICT, None, ())
    assert len(log.entries(app, family.case)) == 1


def test_a_caller_that_is_behind_gets_what_it_missed_in_pages(family: Family, app: Connection) -> None:
    """Nothing is stored; the caller folds, asks for more, and decides again."""
    family.open()
    for _ in range(4):
        family.send(family.fact())
    answer = family.send(family.fact(), expected=1, page=3)
    assert answer.status is Status.BEHIND
    assert [entry.seq for entry in answer.entries] == [2, 3, 4]
    assert answer.seq == 5
    rest = log.append(app, log.Request(family.case, expected_seq=4))
    assert (rest.status, [entry.seq for entry in rest.entries]) == (Status.BEHIND, [5])


def test_asking_for_nothing_reads(family: Family, app: Connection) -> None:
    """Without a command: ok at the head, behind below it, and a case nobody knows stays unknown."""
    assert log.append(app, log.Request(family.case, 0)).status is Status.OK
    family.open()
    at_head = log.append(app, log.Request(family.case, 1))
    assert (at_head.status, at_head.entries, at_head.hash) == (Status.OK, (), family.hash.hex())
    assert log.append(app, log.Request(family.case, 0)).status is Status.BEHIND
    unknown = log.append(app, log.Request(fresh("case"), 0))
    assert (unknown.status, unknown.seq, unknown.hash) == (Status.OK, 0, "00" * 32)


def test_a_database_older_than_the_caller_says_so(family: Family, app: Connection) -> None:
    """After a restore from an old copy nothing may be appended: the case would fork."""
    family.open()
    with pytest.raises(errors.EntriesLostError, match="end at entry 1 and the caller has seen entry 9"):
        family.send(family.fact(), expected=9)
    with pytest.raises(errors.EntriesLostError):
        log.append(app, log.Request(fresh("case"), 3))


def test_entries_without_a_command_and_the_other_way_round_are_refused(family: Family, app: Connection) -> None:
    """Every entry belongs to a command, and every command leaves a trace."""
    whole = family.request(family.step(State.NONE, State.ASSESSMENT))
    with pytest.raises(errors.MalformedError, match="entries belong to a command"):
        log.append(app, log.Request(family.case, 0, entries=whole.entries))
    with pytest.raises(errors.MalformedError, match="at least one entry"):
        log.append(app, log.Request(family.case, 0, command=whole.command))


def test_messages_are_stored_with_the_command(family: Family, app: Connection) -> None:
    """The outbox is written in the same transaction, so it has neither more nor less than the log."""
    message = Message("corv.vto", {"n": 1})
    family.send(family.step(State.NONE, State.ASSESSMENT), command="c1", outbox=(message,))
    family.send(family.fact(), command="c1", outbox=(message,))
    rows = app.execute(text("SELECT topic, payload FROM scheidslijn.outbox WHERE case_id = :c"), {"c": family.case})
    assert [tuple(row) for row in rows] == [("corv.vto", {"n": 1})]


def _both(engine: Engine, one: log.Request, other: log.Request) -> list[log.Answer]:
    barrier = Barrier(2)

    def run(request: log.Request) -> log.Answer:
        with engine.connect() as connection:
            barrier.wait()
            return log.append(connection, request)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, (one, other)))


@pytest.mark.parametrize("known", [False, True], ids=["new-case", "known-case"])
def test_two_commands_at_once_one_is_stored_and_one_is_behind(
    app_engine: Engine, app: Connection, *, known: bool
) -> None:
    """Both expect the same head; the lock on it lets one through."""
    for _ in range(5):
        family = Family(app)
        if known:
            family.open()
        drafts = [family.request(family.step(State.NONE, State.ASSESSMENT, child=fresh("child"))) for _ in range(2)]
        answers = _both(app_engine, *drafts)
        assert sorted(answer.status for answer in answers) == [Status.BEHIND, Status.OK]
        assert answers[0].entries == answers[1].entries
        assert len(log.entries(app, family.case)) == family.seq + 1


def test_the_same_command_twice_at_once_is_stored_once(app_engine: Engine, app: Connection) -> None:
    """A local activity that runs a second time while the first still runs."""
    for _ in range(5):
        family = Family(app)
        drafts = [
            family.request(family.step(State.NONE, State.ASSESSMENT), command="c1", outcome={"run": run})
            for run in range(2)
        ]
        answers = _both(app_engine, *drafts)
        assert sorted(answer.status for answer in answers) == [Status.ALREADY, Status.OK]
        assert answers[0].outcome == answers[1].outcome
        assert answers[0].entries == answers[1].entries
        assert len(log.entries(app, family.case)) == 1


def test_two_cases_cannot_open_one_child_at_once(app: Connection, app_engine: Engine) -> None:
    """The second waits for the first and then sees it."""
    one, other = Family(app), Family(app)
    other.child = one.child
    drafts = [family.request(family.step(State.NONE, State.ASSESSMENT)) for family in (one, other)]
    with pytest.raises(errors.OpenElsewhereError):
        _both(app_engine, *drafts)
    stored = [len(log.entries(app, family.case)) for family in (one, other)]
    assert sorted(stored) == [0, 1]


def test_a_transaction_that_is_broken_off_leaves_nothing(family: Family, app_engine: Engine, app: Connection) -> None:
    """Between the call and the commit the process dies: no head, no command, no entry, no position."""
    family.open()
    request = family.request(family.fact(effects={"tasks": [{"id": "t", "code": "c", "role": "r", "text": "x"}]}))
    with app_engine.connect() as dying:
        driver = dying.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        driver.execute("BEGIN")
        assert log.append(dying, request).status is Status.OK
        driver.close()
        dying.invalidate()
    assert [entry.seq for entry in log.entries(app, family.case)] == [1]
    for table in ("command", "work_item"):
        count = app.execute(
            text(f"SELECT count(*) FROM scheidslijn.{table} WHERE case_id = :c"),
            {"c": family.case},
        ).scalar()
        assert count == (1 if table == "command" else 0)
    family.now += HOUR
    assert log.append(app, request).status is Status.OK


def test_an_entry_refused_takes_its_whole_command_with_it(family: Family, app: Connection) -> None:
    """The first entry was fine; it is not stored either."""
    family.open()
    with pytest.raises(errors.WrongEffectsError):
        family.send(family.fact(), family.fact(effects={"tasks_done": ["nobody's"]}))
    assert [entry.seq for entry in log.entries(app, family.case)] == [1]


def test_a_lost_connection_is_told_apart_and_replaced(family: Family, app_engine: Engine) -> None:
    """The caller cannot know whether it was stored; the pool does not hand the dead connection out again."""
    family.open()
    with app_engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        driver.pgconn.finish()
        with pytest.raises(errors.UnreachableError, match=r"127\.0\.0\.1:\d+/scheidslijn does not answer"):
            log.append(connection, log.Request(family.case, 1))
    with app_engine.connect() as connection:
        assert log.append(connection, log.Request(family.case, 1)).status is Status.OK


def test_a_case_that_another_holds_too_long_is_told_apart(family: Family, app: Connection, app_engine: Engine) -> None:
    """Nothing was stored, nothing was refused: trying again makes sense."""
    family.open()
    request = family.request(family.fact())
    with app_engine.connect() as holding:
        driver = holding.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        with driver.transaction(force_rollback=True):
            log.append(holding, request)
            app.execute(text("SET lock_timeout = 50"))
            with pytest.raises(errors.NotNowError, match="lock timeout"):
                log.append(app, request)
    app.execute(text("RESET lock_timeout"))
    assert log.append(app, request).status is Status.OK
