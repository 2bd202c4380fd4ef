"""Entries whose columns, number, hash or text do not fit: what is checked is what was hashed (D9)."""

from __future__ import annotations

import json
from collections.abc import Callable

import psycopg
import pytest
from recordskit import Family, insert_by_hand
from sqlalchemy import Connection

from records import chain, errors, log
from states.position import State

LIES: dict[str, object] = {
    "case_id": "case-of-another",
    "kind": "act",
    "event": "other",
    "child_id": "child-of-another",
    "command_id": "another",
    "actor_id": "somebody-else",
    "actor_role": "raad",
    "actor_organisation": "elsewhere",
    "actor_under": "nobody",
    "effective_at": "2020-01-01T00:00:00Z",
    "recorded_at": "2020-01-01T00:00:00Z",
    "move": "TR-02",
    "from_state": "voluntary.help",
    "to_state": "court_measure.supervision",
    "framework_before": "none",
    "framework_after": "compulsory",
    "rules": ["TR-99"],
    "edition": "another",
    "edition_digest": "another",
    "workflow_id": "another",
    "run_id": "another",
    "build_id": "another",
}


@pytest.mark.parametrize(("column", "lie"), LIES.items(), ids=LIES)
def test_a_column_that_differs_from_the_hashed_body_is_refused(
    family: Family, owner: Connection, column: str, lie: object
) -> None:
    """Every column that a trigger, a key or a query relies on; the refusal names it."""
    family.open()
    with pytest.raises(psycopg.Error) as refusal:
        insert_by_hand(owner, family, family.step(State.ASSESSMENT, State.CLOSED), **{column: lie})
    assert refusal.value.sqlstate == "SL003"
    assert refusal.value.diag.column_name == column


def test_the_edition_of_the_move_is_the_edition_of_the_entry(family: Family, owner: Connection) -> None:
    """The key to legal_transition cannot point into an edition that the entry does not name."""
    family.open()
    body = family.step(State.ASSESSMENT, State.CLOSED)
    for lie, rule in ((None, "ck_entry_move_is_whole"), ("1999-01", "ck_entry_move_of_its_edition")):
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            insert_by_hand(owner, family, body, move_edition=lie)
        assert refusal.value.diag.constraint_name == rule


@pytest.mark.parametrize("seq", [1, 3, 0, -1], ids=["taken", "gap", "zero", "negative"])
def test_a_number_that_does_not_follow_is_refused(family: Family, owner: Connection, app: Connection, seq: int) -> None:
    """No gap, nothing twice, nothing in front."""
    family.open()
    body = family.fact(seq=seq)
    with pytest.raises(psycopg.Error, match="does not follow the head") as refusal:
        insert_by_hand(owner, family, body)
    assert refusal.value.sqlstate == "SL004"
    draft = family.request(family.fact())
    sealed = tuple(chain.seal([{**body, "command": draft.command.id}], family.hash))  # type: ignore[union-attr]
    with pytest.raises(errors.BrokenChainError):
        log.append(app, log.Request(family.case, 1, draft.command, sealed))


def test_a_wrong_hash_before_is_refused(family: Family, owner: Connection, app: Connection) -> None:
    """An entry hangs on the one before it, not on one of its own choice."""
    family.open()
    with pytest.raises(psycopg.Error, match="does not carry the hash of entry 1") as refusal:
        insert_by_hand(owner, family, family.fact(), prev_hash=bytes(32))
    assert refusal.value.sqlstate == "SL004"
    draft = family.request(family.fact())
    sealed = tuple(chain.seal([json.loads(draft.entries[0].body)], bytes(32)))
    with pytest.raises(errors.BrokenChainError):
        log.append(app, log.Request(family.case, 1, draft.command, sealed))


def test_a_hash_that_is_not_of_the_body_is_refused(family: Family, owner: Connection, app: Connection) -> None:
    """The sum is done again in the table itself."""
    family.open()
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        insert_by_hand(owner, family, family.fact(), hash=bytes(32))
    assert refusal.value.diag.constraint_name == "ck_entry_hash"
    draft = family.request(family.fact())
    forged = (chain.Sealed(draft.entries[0].body.replace("contact", "contract"), draft.entries[0].hash),)
    with pytest.raises(errors.BrokenChainError) as told:
        log.append(app, log.Request(family.case, 1, draft.command, forged))
    assert told.value.field == "ck_entry_hash"


def _text(family: Family) -> str:
    return chain.canonical(family.fact(command="c1")).decode()


UNREADABLE: dict[str, Callable[[str], str]] = {
    "a key twice": lambda text: text[:-1] + ',"to":"closed"}',
    "a key twice inside": lambda text: text.replace('"id":"worker-1"', '"id":"worker-1","id":"worker-2"'),
    "a key missing": lambda text: text.replace('"title":null,', ""),
    "keys in another order": lambda text: '{"workflow":"w",' + text[1:].replace(',"workflow":"w"', ""),
    "no object": lambda _: "[]",
    "no JSON": lambda text: text.removesuffix("}"),
    "a NUL": lambda text: text.replace("contact", "\\u0000"),
    "nothing": lambda _: "",
}


@pytest.mark.parametrize("spoil", UNREADABLE.values(), ids=UNREADABLE)
def test_a_body_that_can_be_read_in_two_ways_is_refused(
    family: Family, owner: Connection, app: Connection, spoil: Callable[[str], str]
) -> None:
    """Else PostgreSQL would check one reading and an auditor see the other."""
    family.open()
    body = spoil(_text(family).replace(f'"workflow":"{family.case}"', '"workflow":"w"'))
    sealed = chain.Sealed(body, chain.entry_hash(family.hash, body.encode()).hex())
    with pytest.raises(errors.MalformedError):
        log.append(app, log.Request(family.case, 1, log.Command("c1", "d"), (sealed,)))
    with pytest.raises(psycopg.Error) as refusal:
        insert_by_hand(owner, family, family.fact(workflow="w"), body=body.encode())
    assert refusal.value.sqlstate in {"SL002", "22P05"}
