"""Verifying a log: it is whole until somebody with every right changes a byte, a column, the order or the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sealkit import KEY, Log

from audit import sealed_log, verifying
from audit.verifying import Verified
from records import access
from records.access import Look, Purpose, Reader
from records.statements import rows

TRUST = sealed_log.Trust(KEY.origin, KEY.verifiers)


def _all(log: Log, *held: Path) -> Verified:
    with log.engine.connect() as connection:
        return verifying.verify_all(connection, TRUST, held)


def _case(log: Log, case: str) -> Verified:
    with log.engine.connect() as connection:
        return verifying.verify_case(connection, case)


async def _two(log: Log) -> tuple[str, str]:
    """Two cases with a reading each, sealed; and one entry that is not."""
    first, second = log.family(5), log.family(3)
    with log.engine.connect() as connection:
        for case in (first.case, second.case):
            access.record(connection, Look(case, "case", Reader("anna", "parent"), Purpose.REQUEST))
    await log.keep()
    second.send(second.fact())
    return first.case, second.case


async def test_a_whole_log_is_whole(a_log: Log) -> None:
    """Of everything and of one case: how much was verified, and what is no leaf yet."""
    first, second = await _two(a_log)
    found = _all(a_log, a_log.outside.folder)
    assert (found.whole, found.words) == (True, [])
    assert (found.cases, found.entries, found.readings) == (2, 11, 2)
    assert found.log is not None
    assert (found.log.leaves, found.log.unsealed, found.log.proved_size) == (12, 1, 12)
    one, other = _case(a_log, first), _case(a_log, second)
    assert (one.whole, one.cases, one.entries, one.readings, one.unsealed) == (True, 1, 6, 1, 0)
    assert (other.whole, other.unsealed) == (True, 1)


ENTRY = "UPDATE scheidslijn.entry SET {} WHERE case_id = '{case}' AND seq = 3"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (ENTRY.format("actor_id = 'iemand'", case="{case}"), "columns say otherwise than the body: actor_id"),
        (ENTRY.format("effective_at = effective_at - interval '1 day'", case="{case}"), "body: effective_at"),
        (ENTRY.format("rules = ARRAY['TR-1']", case="{case}"), "body: rules"),
        (ENTRY.format("stored_at = now()", case="{case}"), None),
        ("DELETE FROM scheidslijn.entry WHERE case_id = '{case}' AND seq = 3", "entry 4: stands where entry 3 should"),
        ("DELETE FROM scheidslijn.entry WHERE case_id = '{case}' AND seq = 6", "its head says another end, entry 6"),
        ("DELETE FROM scheidslijn.entry WHERE case_id = '{case}'", "no entries, and its head says 6"),
        ("DELETE FROM scheidslijn.case_head WHERE case_id = '{case}'", "has entries and no head"),
        ("DELETE FROM scheidslijn.access WHERE case_id = '{case}'", "sealed, and gone"),
        (
            "UPDATE scheidslijn.sealed_leaf SET leaf = sha256('') WHERE case_id = '{case}' AND seq = 3",
            "not what was sealed",
        ),
    ],
)
async def test_what_an_owner_changes_is_named(a_log: Log, statement: str, said: str | None) -> None:
    """With every trigger off. In one case and in everything; the other case stays whole."""
    first, second = await _two(a_log)
    a_log.bypass(statement.format(case=first))
    for found in (_case(a_log, first), _all(a_log)):
        words = [*found.words, *(found.log.words if found.log else [])]
        assert found.whole is (said is None)
        assert said is None or any(said in word for word in words), words
    assert _case(a_log, second).whole


async def test_a_chain_made_anew_is_seen_by_its_leaves(a_log: Log) -> None:
    """Body, hash, and all after it are rewritten: in itself the case is whole then, and its leaves are others."""
    first, _ = await _two(a_log)
    a_log.bypass(
        "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_hash",
        "UPDATE scheidslijn.entry SET"
        " body = convert_to(replace(convert_from(body, 'UTF8'), 'worker-1', 'worker-2'), 'UTF8'),"
        f" actor_id = 'worker-2' WHERE case_id = '{first}'",
        f"""DO $$ DECLARE previous bytea := decode(repeat('00', 32), 'hex'); e record; BEGIN
            FOR e IN SELECT * FROM scheidslijn.entry WHERE case_id = '{first}' ORDER BY seq LOOP
                UPDATE scheidslijn.entry SET prev_hash = previous,
                    hash = sha256('scheidslijn/entry/v1\\000'::bytea || previous || e.body)
                WHERE case_id = e.case_id AND seq = e.seq RETURNING hash INTO previous;
            END LOOP;
            UPDATE scheidslijn.case_head SET hash = previous WHERE case_id = '{first}';
        END $$""",
    )
    found = _case(a_log, first)
    assert found.faults == 6
    assert all("is not what was sealed" in word for word in found.words)


async def test_a_body_that_can_be_read_two_ways_is_named(a_log: Log) -> None:
    """A key twice, white space, a fraction: the hash fits, the form does not."""
    first, _ = await _two(a_log)
    for old, new, said in (
        ('"v":1', '"v":1,"v":1', "canonical form"),
        ('"v":1', '"v": 1', "canonical form"),
        ('"v":1', '"v":1.0', "canonical form"),
    ):
        with a_log.engine.connect() as connection:
            ((body, hash_),) = rows(
                connection,
                "SELECT body, hash FROM scheidslijn.entry WHERE case_id = %s AND seq = 6",
                first,
            )
        changed = body.decode().replace(old, new).replace("'", "''")
        a_log.bypass(
            f"UPDATE scheidslijn.entry SET body = convert_to('{changed}', 'UTF8'),"
            f" hash = sha256('scheidslijn/entry/v1\\000'::bytea || prev_hash || convert_to('{changed}', 'UTF8'))"
            f" WHERE case_id = '{first}' AND seq = 6"
        )
        assert any(said in word for word in _case(a_log, first).words), _case(a_log, first).words
        a_log.bypass(
            f"UPDATE scheidslijn.entry SET body = '\\x{body.hex()}', hash = '\\x{hash_.hex()}'"
            f" WHERE case_id = '{first}' AND seq = 6"
        )
    assert _case(a_log, first).whole


def test_without_the_key_of_the_log_only_the_chains_are_verified(a_log: Log) -> None:
    """And an empty log has nothing that does not hold."""
    with a_log.engine.connect() as connection:
        found = verifying.verify_all(connection, None, ())
    assert (found.whole, found.log, found.cases) == (True, None, 0)


async def test_a_case_put_back_from_an_older_copy_ends_before_its_leaves(
    a_log: Log, copied: Callable[..., Log]
) -> None:
    """The older copy is whole in itself; the head that stands outside says how many are gone."""
    await _two(a_log)
    older = copied(a_log)
    family = older.family(2)
    await older.keep()
    assert _all(older, older.outside.folder).whole
    older.bypass(
        *(
            f"DELETE FROM scheidslijn.{table} WHERE case_id = '{family.case}'"
            for table in ("entry", "command", "case_head")
        )
    )
    assert any(
        "sealed, and gone" in word for word in (_all(older, older.outside.folder).log or sealed_log.Report()).words
    )
