"""Sealing: new entries and lines of the read log become leaves of one tree, and its heads are signed.

A step that was broken off is done again by the next run; two keepers at once do no harm. A head is signed only when
the tree grew from the head before it, and from the newest one that stands outside the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from records import checkpoint as heads
from records import signednote, tree
from records.checkpoint import Checkpoint
from records.errors import BrokenLogError, SealError
from records.signednote import Signer, Verifier
from records.statements import rows

BATCH = 10_000
"""How many entries, and how many lines of the read log, one transaction seals."""
STORED_FROM_LEVEL = 8
"""Whole subtrees below 256 leaves are made from the leaves again."""

_LEAVES = "SELECT leaf FROM scheidslijn.sealed_leaf WHERE leaf_index >= %s AND leaf_index < %s ORDER BY leaf_index"
_NODE = "SELECT hash FROM scheidslijn.tree_node WHERE level = %s AND number = %s"


@dataclass(frozen=True, slots=True)
class LogKey:
    """The name of the log (``origin``), the key that signs it, and public keys that signed it before."""

    origin: str
    signer: Signer
    earlier: tuple[Verifier, ...] = ()

    @property
    def verifiers(self) -> tuple[Verifier, ...]:
        """Every public key that signs or signed this log."""
        return (self.signer.verifier, *self.earlier)


@dataclass(frozen=True, slots=True)
class Head:
    """A stored head: its note as it was signed, and what the note says."""

    note: str
    checkpoint: Checkpoint


def leaf_data(kind: str, case: str, seq: int, hash_: bytes) -> bytes:
    """What a leaf stands for: an ``entry`` or an ``access`` line, named and hashed. The same as in ``seal.sql``."""
    return b"\x00".join((f"scheidslijn/leaf/{kind}/v1".encode(), case.encode(), seq.to_bytes(8) + hash_))


def seal(connection: Connection, key: LogKey, outside: Checkpoint | None = None, batch: int = BATCH) -> int:
    """Seal at most a batch and sign the new head; gives its size. Call again until it no longer grows.

    ``outside`` is the newest head that stands outside the database. The connection must be in autocommit.

    Raises:
        BrokenLogError: the tree did not grow from what was signed before; nothing is signed.
        NotNowError, UnreachableError: trying again may help.
    """
    ((leaves,),) = rows(connection, "SELECT scheidslijn.seal_leaves(%s)", batch)
    last = newest(connection, key)
    growing = _resumed(connection, last)
    if outside is not None:
        _not_behind(connection, key, outside, leaves)
    if growing.size == leaves:
        return growing.size
    whole: list[tree.Node] = []
    for leaf in _leaves(connection, growing.size, leaves):
        whole += (node for node in growing.add(leaf) if node.level >= STORED_FROM_LEVEL)
        if outside is not None and growing.size == outside.size and growing.root() != outside.root:
            raise BrokenLogError(reason=f"the first {growing.size} leaves are not those that were signed outside")
    if growing.size != leaves:
        raise BrokenLogError(reason=f"of {leaves} leaves some are missing")
    return _signed(connection, key, growing, whole)


def _resumed(connection: Connection, last: Head | None) -> tree.Growing:
    if last is None:
        return tree.Growing()
    size = last.checkpoint.size
    read = nodes(connection)
    growing = tree.Growing(size, [read(level, number) for level, number in tree.edge(size)])
    if growing.root() != last.checkpoint.root:
        raise BrokenLogError(reason=f"the first {size} leaves are not those that were signed")
    return growing


def _signed(connection: Connection, key: LogKey, growing: tree.Growing, whole: list[tree.Node]) -> int:
    note = str(heads.signed(Checkpoint(key.origin, growing.size, growing.root()), key.signer))
    kept = [[node.level, node.number, node.hash.hex()] for node in whole]
    try:
        rows(
            connection,
            "SELECT scheidslijn.store_checkpoint(%s)",
            {"size": growing.size, "note": note, "nodes": kept},
        )
    except SealError:
        # Another keeper went further meanwhile; then this one has nothing left to say.
        last = newest(connection, key)
        if last is None or last.checkpoint.size < growing.size:
            raise
        return last.checkpoint.size
    return growing.size


def _not_behind(connection: Connection, key: LogKey, outside: Checkpoint, leaves: int) -> None:
    if outside.size > leaves:
        reason = f"a checkpoint of {outside.size} leaves stands outside, and the database has {leaves}"
        raise BrokenLogError(reason=reason)
    same = head(connection, key, outside.size)
    if same is not None and same.checkpoint.root != outside.root:
        raise BrokenLogError(reason=f"two checkpoints of {outside.size} leaves differ: the one outside and the stored")


def newest(connection: Connection, key: LogKey) -> Head | None:
    """The newest stored head.

    Raises:
        BrokenLogError: none of our keys signed it.
    """
    return _head(rows(connection, "SELECT note FROM scheidslijn.checkpoint ORDER BY size DESC LIMIT 1"), key)


def head(connection: Connection, key: LogKey, size: int) -> Head | None:
    """The stored head of this size.

    Raises:
        BrokenLogError: none of our keys signed it.
    """
    return _head(rows(connection, "SELECT note FROM scheidslijn.checkpoint WHERE size = %s", size), key)


def _head(found: list[tuple[str]], key: LogKey) -> Head | None:
    if not found:
        return None
    try:
        return Head(found[0][0], heads.opened(found[0][0], key.origin, key.verifiers))
    except signednote.NoteError as error:
        raise BrokenLogError(reason=f"a stored checkpoint is not ours: {error}") from None


def unkept(connection: Connection, after: int) -> list[tuple[int, str]]:
    """Size and note of the stored heads above a size, in order."""
    found = rows(connection, "SELECT size, note FROM scheidslijn.checkpoint WHERE size > %s ORDER BY size", after)
    return [(size, note) for size, note in found]


def nodes(connection: Connection) -> tree.Nodes:
    """Reads subtrees of the stored tree, for proofs."""

    def read(level: int, number: int) -> bytes:
        if level < STORED_FROM_LEVEL:
            return tree.root_of(_leaves(connection, number << level, (number + 1) << level))
        stored = rows(connection, _NODE, level, number)
        if stored:
            found: bytes = stored[0][0]
            return found
        return tree.node_hash(read(level - 1, 2 * number), read(level - 1, 2 * number + 1))

    return read


def _leaves(connection: Connection, start: int, end: int) -> Iterator[bytes]:
    for first in range(start, end, BATCH):
        for (leaf,) in rows(connection, _LEAVES, first, min(first + BATCH, end)):
            yield leaf


def attest(connection: Connection, size: int, kind: str, source: str, content: bytes) -> None:
    """Store what a witness (``cosignature``) or a time stamping authority (``timestamp``) said of a stored head."""
    rows(connection, "SELECT scheidslijn.attest(%s, %s, %s, %s)", size, kind, source, content)


def attested(connection: Connection, kind: str, source: str) -> int:
    """The size of the largest head of which a source said something; 0: none."""
    asked = "SELECT coalesce(max(size), 0) FROM scheidslijn.attestation WHERE kind = %s AND source = %s"
    size: int = rows(connection, asked, kind, source)[0][0]
    return size


def attestations(connection: Connection, kind: str, after: int) -> list[tuple[int, str, bytes]]:
    """Size, source and content of what was said of heads from a size on."""
    asked = "SELECT size, source, content FROM scheidslijn.attestation WHERE kind = %s AND size >= %s ORDER BY 1, 2"
    return [(size, source, content) for size, source, content in rows(connection, asked, kind, after)]
