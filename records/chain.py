"""The hash chain of one case: canonical bytes, the hash, sealing drafts, and finding faults.

Needs no database: an auditor checks a copy with it. The hash of an entry is
SHA-256(``scheidslijn/entry/v1`` NUL, hash of the entry before, body), the body being RFC 8785 JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

import rfc8785

TAG = b"scheidslijn/entry/v1\x00"
GENESIS = bytes(32)
"""The hash "before" the first entry of a case."""
PLAIN_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Sealed:
    """A body as it is hashed and stored, and its hash in hex."""

    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class Link:
    """One stored entry, as far as the chain goes."""

    case: str
    seq: int
    prev_hash: bytes
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the entry that stands at ``seq``; ``reason`` is for auditors."""

    case: str
    seq: int
    reason: str


def canonical(body: Mapping[str, object]) -> bytes:
    """Write a body the one way that is hashed.

    Raises:
        rfc8785.CanonicalizationError: it holds something that JSON cannot say, or a number beyond 2**53.
    """
    try:
        text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        if text.isascii():
            json.loads(text, parse_float=_not_so_plain, parse_int=_not_so_plain_int)
            return text.encode("ascii")
    except (_NotSoPlainError, ValueError, TypeError, RecursionError):
        pass
    return rfc8785.dumps(body)  # type: ignore[arg-type]


class _NotSoPlainError(Exception):
    """Only the full rules say how to write this. What is ASCII without fractions, Python's C encoder writes alike."""


def _not_so_plain(_number: str) -> NoReturn:
    raise _NotSoPlainError


def _not_so_plain_int(number: str) -> None:
    if len(number) > PLAIN_DIGITS:
        raise _NotSoPlainError


def entry_hash(prev_hash: bytes, body: bytes) -> bytes:
    """Hash a body after the entry before it."""
    return sha256(TAG + prev_hash + body).digest()


def seal(bodies: Iterable[Mapping[str, object]], prev_hash: bytes = GENESIS) -> list[Sealed]:
    """Chain drafts, in order, behind the entry whose hash is ``prev_hash``."""
    sealed = []
    for draft in bodies:
        body = canonical(draft)
        prev_hash = entry_hash(prev_hash, body)
        sealed.append(Sealed(body.decode(), prev_hash.hex()))
    return sealed


def verify(rows: Iterable[Link], head: tuple[int, bytes] | None = None) -> list[Fault]:
    """Find what is wrong with the entries of one case, which must be given in order from the first.

    ``head`` (seq, hash) is what the chain must end with; without it a missing end is not seen.
    """
    faults: list[Fault] = []
    case, seq, previous = "", 0, GENESIS
    for row in rows:
        case = case or row.case
        faults += [Fault(row.case, row.seq, reason) for reason in _faults(row, case, seq + 1, previous)]
        seq, previous = row.seq, row.hash
    if head is not None and head != (seq, previous):
        faults.append(Fault(case, seq, f"the chain ends here, and not with entry {head[0]} of the head"))
    return faults


def _faults(row: Link, case: str, seq: int, previous: bytes) -> Iterable[str]:
    if row.case != case:
        yield "belongs to another case"
    if row.seq != seq:
        yield f"stands where entry {seq} should"
    if row.prev_hash != previous:
        yield "does not carry the hash of the entry before it"
    if row.hash != entry_hash(row.prev_hash, row.body):
        yield "is not what was hashed"
    try:
        body = json.loads(row.body)
        canonical_body = canonical(body)
    except (ValueError, RecursionError):
        yield "is not JSON that can be read one way only"
        return
    if canonical_body != row.body:
        yield "is not written in the canonical form"
    if not isinstance(body, dict) or body.get("case") != row.case or body.get("seq") != row.seq:
        yield "names another case or number than it is stored under"
