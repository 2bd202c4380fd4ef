"""Histories of workflow runs, kept after Temporal has thrown them away (D13).

A history is named by the SHA-256 of its canonical bytes (RFC 8785 JSON of its events, as the server gave them: what
was encoded in it stays so). It is kept as a **box**: the bytes, compressed (zlib), sealed with AES-256-GCM under the
key of the archive: 12 bytes nonce, then the ciphertext. Both hashes stand in an entry of its case.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection

from records.chain import canonical
from records.statements import rows

TAG = b"scheidslijn/history/v1\x00"
KEY_TAG = b"scheidslijn/archive-key/v1\x00"
NONCE = 12
LEVEL = 9
VERSION = 1

_STORE = "SELECT scheidslijn.archive_history(%s, %s)"
_READ = """
    SELECT case_id, run_id, closed, key_id, sha256, sealed, box FROM scheidslijn.archived_history WHERE sha256 = %s
"""
# Kept, and recorded where there is a case to record it in: an entry alone could be a forgery that keeps the sweep away.
_KNOWN = """
    SELECT a.run_id FROM scheidslijn.archived_history a
    WHERE a.closed AND a.case_id = ANY(%s) AND a.run_id = ANY(%s) AND (
        EXISTS (SELECT FROM scheidslijn.command c
                WHERE c.case_id = a.case_id AND c.command_id = 'archive/' || a.run_id)
        OR NOT EXISTS (SELECT FROM scheidslijn.case_head h WHERE h.case_id = a.case_id))
"""
# Cases with an entry by a run of which no archive was recorded since.
_CHANGED = """
    SELECT h.case_id FROM scheidslijn.case_head h
    CROSS JOIN LATERAL (
        SELECT e.seq, e.run_id FROM scheidslijn.entry e
        WHERE e.case_id = h.case_id AND e.kind <> 'archive' ORDER BY e.seq DESC LIMIT 1) AS last
    WHERE h.case_id > %s AND NOT EXISTS (
        SELECT FROM scheidslijn.entry a
        WHERE a.case_id = h.case_id AND a.seq > last.seq AND a.kind = 'archive'
            AND convert_from(a.body, 'UTF8')::jsonb->'facts'->>'run' = last.run_id)
    ORDER BY h.case_id LIMIT %s
"""
_HEAD = "SELECT seq, hash, exercise, last_recorded_at FROM scheidslijn.case_head WHERE case_id = %s"


class KeyGoneError(Exception):
    """For the auditor: no key that is here opens this history."""


class NotThatHistoryError(Exception):
    """For the auditor: what is kept is not the history that its entry names: it was changed or replaced."""


@dataclass(frozen=True, slots=True)
class ArchiveKeys:
    """The key that seals what is archived now, and older ones that open what was archived before (32 bytes each)."""

    current: bytes
    earlier: tuple[bytes, ...] = ()

    def named(self, key_id: str) -> bytes:
        """The key with an id.

        Raises:
            KeyGoneError: it is not here.
        """
        for key in (self.current, *self.earlier):
            if key_name(key) == key_id:
                return key
        raise KeyGoneError(f"{KeyGoneError.__doc__} It was sealed with key {key_id}.")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the workflow of a case, and whether it has ended."""

    case: str
    run: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A history as it is kept; ``sha256`` names its content, ``sealed`` is the hash of the box."""

    case: str
    run: str
    closed: bool
    key: str
    sha256: bytes
    sealed: bytes
    box: bytes


def key_name(key: bytes) -> str:
    """The name of a key: says nothing about it."""
    return sha256(KEY_TAG + key).hexdigest()[:16]


def written(workflow: str, run: str, events: Mapping[str, object]) -> bytes:
    """The canonical bytes of a history; ``events`` is Temporal's JSON form of it (``{"events": […]}``)."""
    return canonical({"v": VERSION, "workflow": workflow, "run": run, **events})


def boxed(key: bytes, content: bytes) -> bytes:
    """Compress and seal canonical bytes."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, zlib.compress(content, LEVEL), TAG + sha256(content).digest())


def opened(keys: ArchiveKeys, kept: Kept) -> bytes:
    """The canonical bytes in a box.

    Raises:
        KeyGoneError: its key is not here.
        NotThatHistoryError: the box does not hold what its name says.
    """
    key = keys.named(kept.key)
    try:
        content = zlib.decompress(AESGCM(key).decrypt(kept.box[:NONCE], kept.box[NONCE:], TAG + kept.sha256))
    except (InvalidTag, ValueError, zlib.error):
        raise NotThatHistoryError(NotThatHistoryError.__doc__) from None
    if sha256(content).digest() != kept.sha256:
        raise NotThatHistoryError(NotThatHistoryError.__doc__)
    return content


def keep(connection: Connection, run: Run, content: bytes, key: bytes) -> Kept:
    """Keep a history, once: who comes second gets what the first one kept.

    Raises:
        RefusedError: the database refuses it.
        NotNowError, UnreachableError: trying again may help.
    """
    name = sha256(content).digest()
    row = {"sha256": name.hex(), "key": key_name(key), **asdict(run)}
    rows(connection, _STORE, row, boxed(key, content))
    found = read(connection, name)
    assert found is not None, "what was stored is there"  # noqa: S101 - a promise of the database
    return found


def read(connection: Connection, name: bytes) -> Kept | None:
    """The history whose canonical bytes have this SHA-256, or ``None``."""
    found = rows(connection, _READ, name)
    return Kept(*found[0]) if found else None


def recorded(connection: Connection, runs: Iterable[tuple[str, str]]) -> set[str]:
    """Which of these closed runs (case, run) are kept, with an entry where there is a case to have it in."""
    asked = list(runs)
    return {run for (run,) in rows(connection, _KNOWN, [case for case, _ in asked], [run for _, run in asked])}


def changed(connection: Connection, page: int = 200) -> Iterator[str]:
    """The cases with an entry that no archived history covers yet, in order."""
    after = ""
    while found := rows(connection, _CHANGED, after, page):
        for (case,) in found:
            yield case
        after = found[-1][0]
