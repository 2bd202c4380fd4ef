"""The archive of histories: what is kept under a name is that history and no other, for who has the key."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from recordskit import fresh
from sealkit import dsn
from sqlalchemy import Connection

from embedded import Postgres
from records import archive
from records.archive import ArchiveKeys, Kept, KeyGoneError, NotThatHistoryError, Run

KEY, OLD = bytes(range(32)), bytes(range(1, 33))
KEYS = ArchiveKeys(KEY, (OLD,))
EVENTS = {"events": [{"eventId": "1", "eventType": "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED", "note": "geheim"}]}


def kept(content: bytes, key: bytes = KEY) -> Kept:
    """A history in its box, as the database would have it."""
    box = archive.boxed(key, content)
    name, sealed = sha256(content).digest(), sha256(box).digest()
    return Kept("case", "run", closed=True, key=archive.key_name(key), sha256=name, sealed=sealed, box=box)


@given(st.binary(max_size=300))
def test_what_goes_in_comes_out(content: bytes) -> None:
    """For the key it was sealed with, also when that is an older one; and a box says nothing of its content."""
    assert archive.opened(KEYS, kept(content)) == content
    assert archive.opened(KEYS, kept(content, OLD)) == content


def test_the_box_is_sealed_and_never_the_same() -> None:
    """Nobody sees in two boxes that they hold one history."""
    content = archive.written("case/1", "run", EVENTS)
    one, two = kept(content), kept(content)
    assert one.box != two.box
    assert b"geheim" in content
    assert b"geheim" not in one.box
    assert KEY.hex() not in one.key


def test_the_name_is_that_of_the_canonical_bytes() -> None:
    """Whatever the order of the keys that the server gave."""
    content = archive.written("case/1", "run", EVENTS)
    turned = {"events": [dict(reversed(EVENTS["events"][0].items()))]}
    assert archive.written("case/1", "run", turned) == content
    assert json.loads(content) == {"v": 1, "workflow": "case/1", "run": "run", **EVENTS}


def test_a_key_that_is_not_there_is_named() -> None:
    """It is no fault of the history."""
    with pytest.raises(KeyGoneError, match=archive.key_name(KEY)):
        archive.opened(ArchiveKeys(OLD), kept(b"history"))


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_changed_byte_is_found(place: int, change: int) -> None:
    """Anywhere in the box."""
    whole = kept(b"a history of some length")
    box = bytearray(whole.box)
    box[place % len(box)] ^= change
    with pytest.raises(NotThatHistoryError):
        archive.opened(KEYS, replace(whole, box=bytes(box)))


def test_one_history_in_the_place_of_another_is_found() -> None:
    """Sealed with the right key, but under another name."""
    one, other = kept(b"one"), kept(b"other")
    for forged in (replace(one, box=other.box), replace(one, sha256=other.sha256), replace(one, box=b"")):
        with pytest.raises(NotThatHistoryError):
            archive.opened(KEYS, forged)


def test_a_history_is_kept_once(app: Connection) -> None:
    """Who comes second gets what is there, with the box that stands in the entry."""
    run = Run(fresh("case"), fresh("run"), closed=True)
    content = archive.written(run.case, run.run, EVENTS)
    first = archive.keep(app, run, content, KEY)
    again = archive.keep(app, run, content, OLD)
    assert again == first
    assert archive.opened(KEYS, first) == content
    # Where there is no case, there is nothing to record it in.
    assert archive.recorded(app, [(run.case, run.run), (run.case, "another")]) == {run.run}
    assert archive.read(app, bytes(32)) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scheidslijn.archived_history SET closed = false",
        "DELETE FROM scheidslijn.archived_history",
        "TRUNCATE scheidslijn.archived_history",
    ],
)
def test_what_is_kept_is_changed_by_nobody(server: Postgres, app: Connection, statement: str) -> None:
    """By the owner's plain SQL not, and the application may not even try."""
    run = Run(fresh("case"), fresh("run"), closed=True)
    archive.keep(app, run, archive.written(run.case, run.run, EVENTS), KEY)
    with psycopg.connect(dsn(server.owner_url)) as owner, pytest.raises(psycopg.Error, match="never changed"):
        owner.execute(statement)
    with psycopg.connect(dsn(server.app_url)) as mine, pytest.raises(psycopg.errors.InsufficientPrivilege):
        mine.execute(statement)


def test_a_box_that_is_not_the_one_it_says_is_refused(server: Postgres) -> None:
    """Also to the owner, who writes by hand."""
    insert = (
        "INSERT INTO scheidslijn.archived_history (sha256, case_id, run_id, closed, key_id, sealed, box)"
        " VALUES (sha256('x'), 'case', 'run', true, 'key', sha256('another'), 'box')"
    )
    with psycopg.connect(dsn(server.owner_url)) as owner, pytest.raises(psycopg.errors.CheckViolation, match="sealed"):
        owner.execute(insert)
    with psycopg.connect(dsn(server.app_url)) as mine, pytest.raises(psycopg.errors.InsufficientPrivilege):
        mine.execute(insert)
