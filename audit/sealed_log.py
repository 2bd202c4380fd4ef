"""Checks the whole sealed log: every leaf against what it stands for, every head against the leaves.

Believes nothing that the database says of itself: leaves are hashed again from entries and lines of the read log,
and the root at each size is computed again. Heads that stand outside the database count most: who owns the database
can rewrite it whole, and sign it again with a stolen key, but cannot change what others hold. Memory stays flat.

Not checked here: the chain of each case (``audit.folding``), and whether moves were lawful.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography.x509 import Certificate
from sqlalchemy import Connection

from records import access, chain, sealing, signednote, stamps, tree
from records import checkpoint as heads
from records.checkpoint import Checkpoint
from records.outside import COSIGNATURE, TIMESTAMP, Outside
from records.signednote import NoteError, Verifier
from records.statements import rows

PAGE = 5_000
SHOWN = 20
"""How many faults are kept in words; all are counted."""
BY_WHOM = " (by whoever owns the database; to replace it, also a key of the log)"

LEAVES = """
    SELECT l.leaf_index, l.kind, l.case_id, l.seq, l.leaf,
        coalesce(e.hash, a.hash), coalesce(e.prev_hash, a.prev_hash), coalesce(e.body, a.body), e.stored_at, a.read_at
    FROM scheidslijn.sealed_leaf l
    LEFT JOIN scheidslijn.entry e ON l.kind = 'entry' AND e.case_id = l.case_id AND e.seq = l.seq
    LEFT JOIN scheidslijn.access a ON l.kind = 'access' AND a.case_id = l.case_id AND a.seq = l.seq
    WHERE l.leaf_index >= %s AND l.leaf_index < %s ORDER BY l.leaf_index
"""
_STORED = """
    SELECT (SELECT count(*) FROM scheidslijn.entry) + (SELECT count(*) FROM scheidslijn.access),
        (SELECT count(*) FROM scheidslijn.entry e WHERE NOT EXISTS (
            SELECT FROM scheidslijn.sealed_leaf l
            WHERE l.kind = 'entry' AND l.case_id = e.case_id AND l.seq = e.seq)),
        (SELECT count(*) FROM scheidslijn.access a WHERE NOT EXISTS (
            SELECT FROM scheidslijn.sealed_leaf l
            WHERE l.kind = 'access' AND l.case_id = a.case_id AND l.seq = a.seq))
"""


_HASHES = {"entry": chain.entry_hash, "access": access.access_hash}


@dataclass(frozen=True, slots=True)
class Trust:
    """What an auditor brings along: the log's name and keys, the witnesses' keys, the roots of timestamps."""

    origin: str
    keys: tuple[Verifier, ...]
    witnesses: tuple[Verifier, ...] = ()
    roots: tuple[Certificate, ...] = ()


@dataclass(frozen=True, slots=True)
class Attested:
    """Somebody else saw so many leaves at this moment (UTC)."""

    size: int
    moment: datetime


@dataclass(slots=True)
class Report:
    """What was found. Moments are UTC."""

    leaves: int = 0
    checkpoints: int = 0
    outside: int = 0
    """How many heads from outside the database were compared."""
    unsealed: int = 0
    """Entries and lines that are not sealed yet."""
    faults: int = 0
    words: list[str] = field(default_factory=list)
    """The faults, in words: the first ones."""
    proved_size: int = 0
    """The size of the largest head outside the database that the leaves agree with."""
    proved_until: datetime | None = None
    """When the last leaf under that head was stored: what came later could be dropped without being seen here."""
    attested: dict[str, Attested] = field(default_factory=dict)
    """The word of each witness and authority over the largest head."""

    def fault(self, text: str) -> None:
        """Add a fault."""
        self.faults += 1
        if len(self.words) < SHOWN:
            self.words.append(text)

    def attest(self, name: str, size: int, moment: datetime) -> None:
        """Add what a witness or authority said, unless it said so of a larger head."""
        if name not in self.attested or self.attested[name].size <= size:
            self.attested[name] = Attested(size, moment)

    @property
    def window(self) -> str:
        """What could be missing without being seen."""
        if self.proved_until is None:
            return "no head stands outside the database: any tail, or the whole log, could be replaced unseen" + BY_WHOM
        since = self.proved_until.isoformat(timespec="seconds")
        proved = f"up to leaf {self.proved_size}, stored {since}, nothing is missing"
        return f"{proved}; a tail dropped after it is not seen{BY_WHOM}"


@dataclass(frozen=True, slots=True)
class _Claim:
    where: str
    checkpoint: Checkpoint
    outside: bool


def verify(connection: Connection, trust: Trust, held: Iterable[Path] = ()) -> Report:
    """Check the log of a database, and the heads that are ``held`` outside it: files, or folders of them.

    Raises:
        NotNowError, UnreachableError: the database could not be read.
    """
    report = Report()
    claims = [*_stored_claims(connection, trust, report), *_held_claims(trust, held, report)]
    waiting = sorted(claims, key=lambda claim: claim.checkpoint.size)
    growing = tree.Growing()
    moment = _settle(report, waiting, growing, None)
    for leaf, stored_at in _leaves(connection, report):
        growing.add(leaf)
        moment = max(moment, stored_at) if moment and stored_at else stored_at or moment
        if waiting and waiting[0].checkpoint.size == growing.size:
            _settle(report, waiting, growing, moment)
    report.leaves = growing.size
    for claim in waiting:
        missing = claim.checkpoint.size - growing.size
        report.fault(f"{claim.where}: signed over {claim.checkpoint.size} leaves, the last {missing} are gone")
    ((_, entries, lines),) = rows(connection, _STORED)
    report.unsealed = entries + lines
    return report


def _settle(report: Report, waiting: list[_Claim], growing: tree.Growing, moment: datetime | None) -> datetime | None:
    while waiting and waiting[0].checkpoint.size == growing.size:
        claim = waiting.pop(0)
        if claim.checkpoint.root != growing.root():
            report.fault(f"{claim.where}: signed over other leaves than the {growing.size} that are stored")
        elif claim.outside:
            report.proved_size, report.proved_until = growing.size, moment
    return moment


def _leaves(connection: Connection, report: Report) -> Iterator[tuple[bytes, datetime | None]]:
    expected = 0
    while found := rows(connection, LEAVES, expected, expected + PAGE):
        for index, kind, case, seq, leaf, hash_, before, body, stored_at, read_at in found:
            again = tree.leaf_hash(sealing.leaf_data(kind, case, seq, hash_)) if hash_ is not None else b""
            right = hash_ is not None and hash_ == _HASHES.get(kind, access.access_hash)(before, body)
            if right and leaf == again and index == expected:
                expected += 1
                yield leaf, stored_at or read_at
                continue
            where = f"leaf {index} ({kind} {seq} of case {case})"
            if index != expected:
                report.fault(f"leaf {expected} is gone, {where} stands in its place")
            expected = index + 1
            if hash_ is None:
                report.fault(f"{where}: sealed, and gone")
                yield leaf, None
                continue
            if not right:
                report.fault(f"{where}: is not what was hashed")
            elif leaf != again:
                report.fault(f"{where}: is not what was sealed")
            yield again, stored_at or read_at
    # Leaves beyond a hole of a page and more are not read, and not needed: what was signed over them says so.


def _stored_claims(connection: Connection, trust: Trust, report: Report) -> Iterator[_Claim]:
    for size, note in sealing.unkept(connection, -1):
        where = f"stored checkpoint {size}"
        claim = _claim(where, note, trust, report, outside=False)
        if claim is None:
            continue
        report.checkpoints += 1
        if claim.checkpoint.size != size:
            report.fault(f"{where}: is a checkpoint of {claim.checkpoint.size} leaves")
        yield claim
    for size, source, line in sealing.attestations(connection, "cosignature", 0):
        _cosignature(f"cosignature of {source} over {size}", _text(connection, size), line, trust, report)
    for size, source, token in sealing.attestations(connection, "timestamp", 0):
        _timestamp(source, _text(connection, size), token, trust, report)


def _text(connection: Connection, size: int) -> str:
    found = rows(connection, "SELECT note FROM scheidslijn.checkpoint WHERE size = %s", size)
    return str(found[0][0]).partition("\n\n")[0] + "\n" if found else ""


def _held_claims(trust: Trust, held: Iterable[Path], report: Report) -> Iterator[_Claim]:
    for place in held:
        for file in Outside(place).notes() if place.is_dir() else [place]:
            try:
                written = file.read_bytes()
            except OSError as error:
                report.fault(f"{file.name}: cannot be read ({type(error).__name__})")
                continue
            claim = _claim(file.name, written, trust, report, outside=True)
            if claim is not None:
                report.outside += 1
                _beside(file, claim.checkpoint, trust, report)
                yield claim


def _beside(file: Path, checkpoint: Checkpoint, trust: Trust, report: Report) -> None:
    for said in file.parent.glob(f"{file.stem}.*.{COSIGNATURE}"):
        _cosignature(said.name, checkpoint.text, said.read_bytes(), trust, report)
    for said in file.parent.glob(f"{file.stem}.*.{TIMESTAMP}"):
        _timestamp(said.name.split(".")[1], checkpoint.text, said.read_bytes(), trust, report)


def _claim(where: str, written: str | bytes, trust: Trust, report: Report, *, outside: bool) -> _Claim | None:
    try:
        checkpoint = heads.opened(written, trust.origin, trust.keys)
        for name, time in signednote.verified(signednote.parse_note(written), trust.witnesses).items():
            report.attest(name, checkpoint.size, datetime.fromtimestamp(time, UTC))
    except (NoteError, OverflowError, OSError) as error:
        report.fault(f"{where}: {error}")
        return None
    return _Claim(where, checkpoint, outside)


def _cosignature(where: str, text: str, line: bytes, trust: Trust, report: Report) -> None:
    try:
        (signature,) = signednote.parse_signatures(line.decode())
        for key in trust.witnesses:
            if key.made(signature):
                time = datetime.fromtimestamp(key.verify(text, signature), UTC)
                report.attest(key.name, heads.parse_checkpoint(text).size, time)
    except (NoteError, UnicodeDecodeError, ValueError, OverflowError, OSError) as error:
        report.fault(f"{where}: {error}")


def _timestamp(source: str, text: str, token: bytes, trust: Trust, report: Report) -> None:
    if not trust.roots:
        return
    try:
        moment = stamps.stamped(text, token, trust.roots)
        report.attest(f"timestamp of {source}", heads.parse_checkpoint(text).size, moment)
    except (NoteError, stamps.StampError) as error:
        report.fault(f"timestamp of {source}: {error}")
