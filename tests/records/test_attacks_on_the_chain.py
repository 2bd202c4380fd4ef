"""Whoever owns the database, against the entries of a case: what is found, where, and since when it could be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from recordskit import START, Body, Family, row_of
from sealkit import KEY, Log, dsn, witnessing

from activities.keeper import Keeping, LogKeeper
from audit import folding, sealed_log
from audit.backdated import backdated, backwards
from audit.disagreements import disagreements
from audit.sealed_log import Attested
from records import chain, inventory, log, migrate, signednote
from records.chain import Fault
from records.engine import engine
from records.moments import wire
from records.sealing import LogKey
from records.signednote import Signer
from states.position import State

Copied = Callable[..., Log]


def chain_faults(a_log: Log, case: str) -> dict[int, list[str]]:
    """What is wrong with the chain of a case, by entry."""
    with a_log.engine.connect() as connection:
        return _by_entry(folding.faults(connection, case))


def told_otherwise(a_log: Log, case: str) -> dict[int, list[str]]:
    """What the tables say otherwise than the entries, by entry."""
    with a_log.engine.connect() as connection:
        return _by_entry(disagreements(connection, case))


def _by_entry(faults: list[Fault]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for fault in faults:
        found.setdefault(fault.seq, []).append(fault.reason)
    return found


def whole(a_log: Log, case: str) -> bool:
    """Whether nothing is wrong with a case in itself."""
    return not chain_faults(a_log, case) and not told_otherwise(a_log, case)


def out_of_step(a_log: Log) -> list[str]:
    """What is missing from the database's own guards, or too much."""
    made = engine(a_log.owner_url, autocommit=False)
    with made.begin() as connection:
        found = inventory.differences(connection)
    made.dispose()
    return found


def hexed(value: bytes) -> str:
    """Bytes, as SQL writes them."""
    return f"'\\x{value.hex()}'"


def rewritten(a_log: Log, case: str, seq: int, **changes: object) -> list[str]:
    """The statements that change the body of an entry and make every hash after it right again."""
    statements, previous = [], chain.GENESIS
    with a_log.engine.connect() as connection:
        for stored in folding.stored(connection, case):
            body: Body = json.loads(stored.body)
            if stored.seq == seq:
                body |= changes
            (sealed,) = chain.seal([body], previous)
            own = bytes.fromhex(sealed.hash)
            statements.append(
                f"UPDATE scheidslijn.entry SET body = {hexed(sealed.body.encode())}, prev_hash = {hexed(previous)},"
                f" hash = {hexed(own)} WHERE case_id = '{case}' AND seq = {stored.seq}"
            )
            previous = own
    return [*statements, f"UPDATE scheidslijn.case_head SET hash = {hexed(previous)} WHERE case_id = '{case}'"]


def slipped_in(family: Family, draft: Body) -> str:
    """The statement that writes an entry with a valid chain, and nothing else."""
    row = row_of(family, draft)
    shown = {
        name: hexed(value) if isinstance(value, bytes) else "'{}'" if name == "rules" else _literal(value)
        for name, value in row.items()
    }
    return f"INSERT INTO scheidslijn.entry ({', '.join(shown)}) VALUES ({', '.join(shown.values())})"


def _literal(value: object) -> str:
    return "NULL" if value is None else f"'{value}'"


async def test_drop_an_entry(a_log: Log) -> None:
    """The chain says what stands where it stood; its leaf says which one is gone."""
    family = a_log.family(notes=4)
    await a_log.keep()
    a_log.bypass(f"DELETE FROM scheidslijn.entry WHERE case_id = '{family.case}' AND seq = 3")
    assert "stands where entry 3 should" in chain_faults(a_log, family.case)[4]
    assert a_log.verify().words == [f"leaf 2 (entry 3 of case {family.case}): sealed, and gone"]
    assert "and is gone" in told_otherwise(a_log, family.case)[3][0]


async def test_reorder(a_log: Log) -> None:
    """Two entries of a case change places: both say that they are not what was hashed there."""
    family = a_log.family(notes=4)
    await a_log.keep()
    a_log.bypass(
        *(
            f"UPDATE scheidslijn.entry SET seq = {new} WHERE case_id = '{family.case}' AND seq = {old}"
            for old, new in ((2, -1), (3, 2), (-1, 3))
        )
    )
    found = chain_faults(a_log, family.case)
    assert all("names another case or number than it is stored under" in found[seq] for seq in (2, 3))
    assert {word.partition(":")[0] for word in a_log.verify().words[:2]} == {
        f"leaf {seq - 1} (entry {seq} of case {family.case})" for seq in (2, 3)
    }


async def test_swap_the_entries_of_two_cases(a_log: Log) -> None:
    """What happened to one family stands in the file of another."""
    one, two = a_log.family(notes=2), a_log.family(notes=2)
    await a_log.keep()
    names = (one.case, "aside"), (two.case, one.case), ("aside", two.case)
    a_log.bypass(*(f"UPDATE scheidslijn.entry SET case_id = '{new}' WHERE case_id = '{old}'" for old, new in names))
    for case in (one.case, two.case):
        assert "names another case or number than it is stored under" in chain_faults(a_log, case)[1]
        assert any("column case_id" in reason for reason in told_otherwise(a_log, case)[1])
    assert a_log.verify().faults >= 6


async def test_forge_an_entry_with_a_valid_chain(a_log: Log) -> None:
    """The case is whole in itself, its columns and head too: only the leaves know better, and name the first entry."""
    family = a_log.family(notes=4)
    await a_log.keep()
    a_log.bypass(*rewritten(a_log, family.case, 3, facts={"topic": "placement_end_planned"}))
    assert whole(a_log, family.case)
    report = a_log.verify(a_log.outside.folder)
    assert f"leaf 2 (entry 3 of case {family.case}): is not what was sealed" in report.words
    assert f"entry 2 of case {family.case}" not in str(report.words)
    # Whoever makes the leaves anew as well meets the heads.
    with psycopg.connect(dsn(a_log.owner_url)) as connection:
        connection.execute("DELETE FROM scheidslijn.sealed_leaf")
        connection.execute("SELECT scheidslijn.seal_leaves(100)")
    words = a_log.verify(a_log.outside.folder).words
    assert words == [
        "stored checkpoint 5: signed over other leaves than the 5 that are stored",
        "00000000000000000005.checkpoint: signed over other leaves than the 5 that are stored",
    ]


async def test_forge_an_entry_that_is_not_sealed_yet_is_in_the_window(a_log: Log) -> None:
    """Nothing can show it, and the report says since when that is so."""
    family = a_log.family(notes=2)
    await a_log.keep()
    family.send(family.fact())
    a_log.bypass(*rewritten(a_log, family.case, 4, facts={"topic": "something else"}))
    assert whole(a_log, family.case)
    report = a_log.verify(a_log.outside.folder)
    assert (report.faults, report.unsealed) == (0, 1)
    assert "up to leaf 3" in report.window
    assert "a tail dropped after it is not seen" in report.window


async def test_rewrite_history_and_sign_it_again_with_a_stolen_old_key(copied: Copied, tmp_path: Path) -> None:
    """The old key still opens old heads; what was signed since, or seen by a witness, gives the thief away."""
    real, forged = copied(), copied()
    old = KEY.signer
    new = Signer(KEY.origin, signednote.SIGNS, bytes(range(32, 64)))
    real.family(notes=2)
    with witnessing(tmp_path / "witness") as witness:
        await real.keep([witness])
        real.family(notes=2)
        rotated = LogKey(KEY.origin, new, (old.verifier,))
        keeper = LogKeeper(real.engine, Keeping(rotated, real.outside))
        assert await keeper.seal() == 6
        await keeper.keep_outside()

        forged.family(notes=5)
        thief = LogKeeper(forged.engine, Keeping(LogKey(KEY.origin, old), forged.outside))
        assert await thief.seal() == 6
        both = sealed_log.Trust(KEY.origin, (new.verifier, old.verifier), (witness.key,))
        with forged.engine.connect() as connection:
            assert sealed_log.verify(connection, both).faults == 0
            now_only = sealed_log.verify(connection, sealed_log.Trust(KEY.origin, (new.verifier,)))
            assert "no key that is known signed" in str(now_only.words)
            against = sealed_log.verify(connection, both, [real.outside.folder])
        assert "00000000000000000006.checkpoint: signed over other leaves than the 6 that are stored" in against.words
        seen = next((tmp_path / "witness").glob("*.checkpoint"))
        with forged.engine.connect() as connection:
            witnessed = sealed_log.verify(connection, both, [seen])
        assert witnessed.words == [f"{seen.name}: signed over other leaves than the 3 that are stored"]


async def test_two_entries_with_one_seq(a_log: Log) -> None:
    """Only after the key of the table is dropped, which the list of guards says; the chain names the second one."""
    family = a_log.family(notes=2)
    await a_log.keep()
    draft = family.fact(seq=3, command="slipped", facts={"topic": "slipped"})
    family.hash = _hash_before(a_log, family.case, 3)
    with pytest.raises(psycopg.errors.UniqueViolation):
        a_log.bypass(slipped_in(family, draft))
    a_log.bypass("ALTER TABLE scheidslijn.entry DROP CONSTRAINT pk_entry CASCADE", slipped_in(family, draft))
    assert any(line.startswith("missing: constraint entry.pk_entry") for line in out_of_step(a_log))
    assert "stands where entry 4 should" in str(chain_faults(a_log, family.case)[3])
    found = told_otherwise(a_log, family.case)[3]
    assert "belongs to a command that was never stored" in found
    assert a_log.verify().faults > 0


def _hash_before(a_log: Log, case: str, seq: int) -> bytes:
    with a_log.engine.connect() as connection:
        (before,) = log.entries(connection, case, seq - 2, 1)
    return bytes.fromhex(before.hash)


async def test_back_date(a_log: Log) -> None:
    """Lawful, in order, and older than a head that a witness saw without it; and older than the entry before it."""
    family = a_log.family(notes=1)
    await a_log.keep()
    size = a_log.newest().size
    seen = Attested(size, datetime.now(UTC))
    fresh = a_log.family()
    with a_log.engine.connect() as connection:
        assert backdated(connection, [seen]) == []
    await a_log.keep()
    with a_log.engine.connect() as connection:
        found = backdated(connection, [seen])
        assert backwards(connection) == []
    assert [(one.case, one.seq, one.recorded) for one in found] == [(fresh.case, 1, START)]
    assert found[0].not_before == seen.moment
    family.send(family.fact(recorded_at=wire(START - timedelta(days=1))))
    with a_log.engine.connect() as connection:
        ((case, seq, reason),) = [(fault.case, fault.seq, fault.reason) for fault in backwards(connection)]
    assert (case, seq) == (family.case, 3)
    assert START.isoformat() in reason or "2020-01-13" in reason


async def test_an_upgrade_that_rewrites_rows(a_log: Log) -> None:
    """Afterwards every guard stands as it should: the guards say nothing, the leaves do."""
    family = a_log.family(notes=3)
    await a_log.keep()
    statement = f"UPDATE scheidslijn.entry SET event = 'moved' WHERE case_id = '{family.case}'"
    made = engine(a_log.owner_url, autocommit=False)
    with made.begin() as connection, pytest.raises(Exception, match="is never changed or removed"):
        connection.exec_driver_sql(statement)
    made.dispose()
    a_log.bypass(*rewritten(a_log, family.case, 2, event="reminded"), statement)
    assert any("append_only" in line for line in out_of_step(a_log))
    migrate.upgrade(a_log.owner_url)
    assert out_of_step(a_log) == []
    assert told_otherwise(a_log, family.case)[2] == [
        "stands in column event as moved, and what was hashed says reminded"
    ]
    assert f"entry 2 of case {family.case}): is not what was sealed" in str(a_log.verify().words)


async def test_a_superuser_who_disables_the_triggers(a_log: Log) -> None:
    """While they are off, the list of guards names each; when they are on again, what was done meanwhile is found."""
    family = a_log.family(notes=3)
    await a_log.keep()
    a_log.bypass(f"DELETE FROM scheidslijn.entry WHERE case_id = '{family.case}' AND seq = 4")
    missing = [line for line in out_of_step(a_log) if line.startswith("missing: trigger")]
    assert any("append_only" in line and "scheidslijn.entry" in line for line in missing)
    assert any("no_truncate" in line and "scheidslijn.entry" in line for line in missing)
    migrate.upgrade(a_log.owner_url)
    assert out_of_step(a_log) == []
    assert a_log.verify().words == [f"leaf 3 (entry 4 of case {family.case}): sealed, and gone"]
    assert told_otherwise(a_log, family.case)[3] == ["is the last one, and its case has a head that stands at entry 4"]


async def test_an_opening_straight_into_a_measure_with_a_null_origin(a_log: Log) -> None:
    """With every trigger off two constraints still refuse it; with those dropped, the list of guards says so."""
    with a_log.engine.connect() as connection:
        family = Family(connection)
    draft = family.step(State.NONE, State.SUPERVISION, rules=[]) | {"from": None, "framework_before": None}
    opened = (
        "INSERT INTO scheidslijn.case_head (case_id, seq, hash, exercise)"
        f" VALUES ('{family.case}', 0, {hexed(chain.GENESIS)}, false)"
    )
    statements = [opened, slipped_in(family, draft)]
    with pytest.raises(psycopg.errors.CheckViolation, match="ck_entry_move_is_whole"):
        a_log.bypass(*statements)
    whole_move = "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_move_is_whole"
    with pytest.raises(psycopg.errors.ForeignKeyViolation, match="MATCH FULL"):
        a_log.bypass(whole_move, *statements)
    key = "ALTER TABLE scheidslijn.entry DROP CONSTRAINT fk_entry_legal_transition"
    a_log.bypass(whole_move, key, *statements)
    found = str(out_of_step(a_log))
    assert "missing: constraint entry.ck_entry_move_is_whole" in found
    assert "missing: constraint entry.fk_entry_legal_transition" in found
    assert told_otherwise(a_log, family.case)[1] == [
        "is the last one, and its case has a head that stands at entry 0",
        "belongs to a command that was never stored",
    ]


async def test_columns_that_tell_another_story_than_the_hashed_body(a_log: Log) -> None:
    """Chain and leaves are right, for they are over the body; what people are shown is not, and that is named."""
    family = a_log.family(notes=2)
    await a_log.keep()
    a_log.bypass(
        f"UPDATE scheidslijn.entry SET actor_id = 'somebody', effective_at = effective_at - interval '1 year',"
        f" command_id = 'another' WHERE case_id = '{family.case}' AND seq = 2"
    )
    assert chain_faults(a_log, family.case) == {}
    assert a_log.verify(a_log.outside.folder).faults == 0
    found = told_otherwise(a_log, family.case)[2]
    assert [reason.split(" ")[3] for reason in found[:3]] == ["effective_at", "command_id", "actor_id"]
    assert "stands in column actor_id as somebody, and what was hashed says worker-1" in found


async def test_an_entry_slipped_in_by_the_owner_with_triggers_bypassed(a_log: Log) -> None:
    """Its chain is valid, and it would be sealed: the head of its case and its command do not know it."""
    family = a_log.family(notes=1)
    a_log.bypass(slipped_in(family, family.fact(command="slipped")))
    assert chain_faults(a_log, family.case) == {}
    assert told_otherwise(a_log, family.case)[3] == [
        "is the last one, and its case has a head that stands at entry 2",
        "belongs to a command that was never stored",
    ]


def test_what_is_whole_is_called_whole(a_log: Log) -> None:
    """Of a case with a move, consents and an order as well."""
    family = a_log.family(notes=3)
    parents = family.given("anna", "bart")
    family.send(family.fact(effects={"consents": parents}), family.fact())
    assert whole(a_log, family.case)
