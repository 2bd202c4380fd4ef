"""Sealing: everything that is committed becomes a leaf once, whatever else happens at the same time."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable

import psycopg
import pytest
import rfc8785
from recordskit import Family
from sealkit import KEY, Log, dsn

from activities.keeper import LogKeeper
from records import access, log, sealing, tree
from records.access import Look, Purpose, Reader
from records.engine import engine
from records.errors import MalformedError, SealError
from records.statements import rows

READER = Reader("lotte", "local_team", "Zonstad")
TABLES = ("access", "sealed_leaf", "tree_node", "checkpoint", "attestation")


def leaves(a_log: Log) -> list[tuple[int, str, str, int]]:
    """Place, kind, case and number of every leaf."""
    with a_log.engine.connect() as connection:
        found = rows(
            connection, "SELECT leaf_index, kind, case_id, seq FROM scheidslijn.sealed_leaf ORDER BY leaf_index"
        )
    return [(place, kind, case, seq) for place, kind, case, seq in found]


def look(a_log: Log, family: Family) -> None:
    """Somebody looks at a case."""
    with a_log.engine.connect() as connection:
        assert access.record(connection, Look(family.case, "case", READER, Purpose.WORK))


async def test_entries_and_readings_become_leaves_once(a_log: Log) -> None:
    """In a second round only what is new; the head is the root over all of them."""
    one, two = a_log.family(notes=20), a_log.family()
    look(a_log, one)
    assert await a_log.keep() == 23
    one.send(one.fact())
    look(a_log, two)
    assert await a_log.keep() == 25
    assert await a_log.keep() == 25
    found = leaves(a_log)
    assert [place for place, *_ in found] == list(range(25))
    assert len({(kind, case, seq) for _, kind, case, seq in found}) == 25
    report = a_log.verify(a_log.outside.folder)
    assert (report.faults, report.leaves, report.unsealed, report.proved_size) == (0, 25, 0, 25)
    assert "stored" in report.window


async def test_a_log_without_entries_has_no_head(a_log: Log) -> None:
    """There is nothing to sign."""
    assert await a_log.keep() == 0
    assert a_log.outside.notes() == []
    assert "replaced unseen" in a_log.verify(a_log.outside.folder).window


async def test_many_leaves_prove_their_growth_from_the_stored_subtrees(a_log: Log) -> None:
    """Subtrees of 256 leaves and more are stored; proofs made with them hold, from any size to any other."""
    family = a_log.family()
    for _ in range(6):
        family.send(*(family.fact() for _ in range(100)))
    keeper = a_log.keeper(batch=150)
    assert await keeper.seal() == 601
    with a_log.engine.connect() as connection:
        stored = rows(connection, "SELECT level, count(*) FROM scheidslijn.tree_node GROUP BY 1 ORDER BY 1")
        assert [tuple(row) for row in stored] == [(8, 2), (9, 1)]
        notes = [sealing.head(connection, KEY, size) for size, _ in sealing.unkept(connection, 0)]
        roots = {note.checkpoint.size: note.checkpoint.root for note in notes if note}
        assert len(roots) == 5
        for old, new in [(old, new) for old in roots for new in roots if old <= new]:
            proof = tree.consistency_proof(old, new, sealing.nodes(connection))
            assert tree.verify_consistency(old, new, proof, roots[old], roots[new])


async def test_what_commits_late_is_sealed_late_and_leaves_no_gap(a_log: Log) -> None:
    """An append that is under way when a round runs is in the next one, before what follows it in its case."""
    slow, quick = a_log.family(), a_log.family()
    made = engine(a_log.app_url, autocommit=False)
    with made.connect() as open_:
        log.append(open_, slow.request(slow.fact()))
        quick.send(quick.fact())
        assert await a_log.keep() == 3
        driver = open_.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        driver.commit()
    made.dispose()
    assert await a_log.keep() == 4
    assert leaves(a_log)[-1] == (3, "entry", slow.case, 2)


def test_an_append_waits_for_no_sealing(a_log: Log) -> None:
    """While a round is under way, and has not committed, a command is stored at once."""
    family = a_log.family(notes=3)
    with psycopg.connect(dsn(a_log.app_url)) as sealer:
        sealer.execute("SELECT scheidslijn.seal_leaves(100)")
        started = time.monotonic()
        family.send(family.fact())
        look(a_log, family)
        assert time.monotonic() - started < 1
    assert a_log.verify().faults == 0


async def test_sealing_under_concurrent_appends_never_seals_a_gap(a_log: Log) -> None:
    """Eight writers and two keepers at once: each entry once, and each case in its own order."""
    stop = threading.Event()
    cases: list[Family] = []

    def write() -> None:
        made = engine(a_log.app_url, size=1)
        with made.connect() as connection:
            family = Family(connection)
            family.open()
            # Only then: of a case that is not there nobody can look at anything.
            cases.append(family)
            for number in range(25):
                family.send(family.fact())
                if number % 5 == 0:
                    access.record(connection, Look(cases[0].case, "case", READER, Purpose.WORK))
        made.dispose()

    async def seal(keeper: LogKeeper) -> None:
        while not stop.is_set():
            await keeper.seal()
            await keeper.keep_outside()

    keepers = [asyncio.create_task(seal(a_log.keeper(batch=batch))) for batch in (3, 50)]
    await asyncio.gather(*(asyncio.to_thread(write) for _ in range(8)))
    stop.set()
    await asyncio.gather(*keepers)
    assert await a_log.keep() == 8 * 26 + 8 * 5
    order: dict[tuple[str, str], int] = {}
    for _, kind, case, seq in leaves(a_log):
        assert seq == order.get((kind, case), 0) + 1
        order[kind, case] = seq
    assert set(order.values()) == {26, 40}
    report = a_log.verify(a_log.outside.folder)
    assert (report.faults, report.words, report.unsealed) == (0, [], 0)
    assert report.outside == report.checkpoints > 1


async def test_a_round_that_was_killed_between_its_steps_is_finished_by_the_next(a_log: Log) -> None:
    """After the leaves, and after the head was stored but not yet put outside."""
    a_log.family(notes=4)
    with a_log.engine.connect() as connection:
        rows(connection, "SELECT scheidslijn.seal_leaves(%s)", 3)
    assert a_log.verify().faults == 0
    keeper = a_log.keeper()
    assert await keeper.seal() == 5
    assert a_log.outside.notes() == []
    a_log.family()
    assert await a_log.keep() == 6
    assert [int(note.stem) for note in a_log.outside.notes()][-2:] == [5, 6]
    assert a_log.verify(a_log.outside.folder).faults == 0


def test_a_line_of_the_read_log_is_hashed_as_canonical_json(a_log: Log) -> None:
    """PostgreSQL writes it as RFC 8785 does, whatever is in it, and chains it."""
    family = a_log.family()
    odd = Reader('a"\\/\b\f\n\r\t\x01\x1f\x7f\u2028ë😀', "role", None)
    with a_log.engine.connect() as connection:
        for who, child in ((odd, None), (READER, family.child)):
            assert access.record(connection, Look(family.case, "history", who, Purpose.AUDIT, child))
        found = rows(connection, "SELECT prev_hash, hash, body FROM scheidslijn.access ORDER BY seq")
    previous = bytes(32)
    for before, own, body in found:
        assert before == previous
        assert own == access.access_hash(before, body)
        assert body == rfc8785.dumps(json.loads(body))
        previous = own
    assert json.loads(found[0][2])["actor"]["id"] == odd.id


def test_nothing_is_written_for_a_case_that_is_not_there_or_a_purpose_that_is_none(a_log: Log) -> None:
    """Nor for a view whose name could hold more than a name."""
    family = a_log.family()
    with a_log.engine.connect() as connection:
        assert access.record(connection, Look("no such case", "case", READER, Purpose.WORK)) is None
        with pytest.raises(MalformedError):
            access.record(connection, Look(family.case, "Noor Jansen", READER, Purpose.WORK))
        with pytest.raises(MalformedError):
            rows(
                connection,
                "SELECT scheidslijn.access_append(%s)",
                {"case": family.case, "what": "case", "purpose": "curiosity", "actor": {"id": "a", "role": "b"}},
            )


async def test_a_checkpoint_that_does_not_fit_is_not_stored(a_log: Log) -> None:
    """Larger than the log, smaller than the last one, or another one of its size."""
    a_log.family(notes=4)
    await a_log.keep()
    with a_log.engine.connect() as connection:
        for size in (6, 5, 4):
            with pytest.raises(SealError):
                rows(
                    connection,
                    "SELECT scheidslijn.store_checkpoint(%s)",
                    {"size": size, "note": "another", "nodes": []},
                )


@pytest.mark.parametrize("table", TABLES)
async def test_what_is_sealed_is_changed_by_nobody(a_log: Log, table: str) -> None:
    """The application has no right to; the owner's plain SQL is refused."""
    family = a_log.family(notes=300)
    look(a_log, family)
    await a_log.keep()
    with a_log.engine.connect() as connection:
        sealing.attest(connection, a_log.newest().size, "timestamp", "tsa", b"said")
    column = {"access": "purpose", "sealed_leaf": "leaf", "tree_node": "hash", "checkpoint": "note"}
    changes = (
        f"UPDATE scheidslijn.{table} SET {column.get(table, 'content')} = {column.get(table, 'content')}",
        f"DELETE FROM scheidslijn.{table}",
        f"TRUNCATE scheidslijn.{table} CASCADE",
    )
    for url, refusal in ((a_log.app_url, "InsufficientPrivilege"), (a_log.owner_url, "SL011")):
        for change in (*changes, f"INSERT INTO scheidslijn.{table} DEFAULT VALUES")[: 4 if "app" in url else 3]:
            with psycopg.connect(dsn(url)) as connection, pytest.raises(psycopg.Error) as caught:
                connection.execute(change)
            assert caught.value.sqlstate in {"42501", "SL011"}
            assert (caught.value.sqlstate == "SL011") is (refusal == "SL011")


async def test_an_owner_who_writes_a_line_by_hand_cannot_lie_in_it(a_log: Log) -> None:
    """Columns must say what was hashed, and a line fits behind the last one only."""
    family = a_log.family()
    look(a_log, family)
    copy = "INSERT INTO scheidslijn.access SELECT (a).* FROM (SELECT {} FROM scheidslijn.access a) AS x(a)"
    for lie, code in (('jsonb_populate_record(a, \'{"actor_id": "else"}\')', "SL003"), ("a", "SL004")):
        with psycopg.connect(dsn(a_log.owner_url)) as connection, pytest.raises(psycopg.Error) as caught:
            connection.execute(copy.format(lie))
        assert caught.value.sqlstate == code


def test_a_copy_begins_empty(copied: Callable[..., Log]) -> None:
    """So that tests do not meet."""
    assert leaves(copied()) == []
