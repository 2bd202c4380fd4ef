"""The Merkle tree of RFC 6962 and RFC 9162: hashes, roots, proofs and their verification. Pure; SHA-256.

A proof is made from whole subtrees, each named by its level (0: leaves) and its number from the left; whoever
makes it says where they are kept. Growing keeps only the subtrees along the right edge: at most 64 hashes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of a tree without leaves (RFC 9162 § 2.1.1)."""

Nodes = Callable[[int, int], bytes]
"""Gives the hash of a whole subtree by level and number."""


@dataclass(frozen=True, slots=True)
class Node:
    """A whole subtree of ``2 ** level`` leaves, the ``number``-th of its level from the left."""

    level: int
    number: int
    hash: bytes


def leaf_hash(data: bytes) -> bytes:
    """Hash what a leaf stands for (RFC 9162 § 2.1.1)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into the one above them (RFC 9162 § 2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


def edge(size: int) -> Iterator[tuple[int, int]]:
    """Name the whole subtrees, level and number, that a tree of this size is made of, from the left."""
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, start >> level
            start += 1 << level


@dataclass(slots=True)
class Growing:
    """A tree that leaves are added to, with nothing kept but its right edge."""

    size: int = 0
    edge: list[bytes] = field(default_factory=list)
    """The hashes of the subtrees that ``edge(size)`` names."""

    def add(self, leaf: bytes) -> list[Node]:
        """Add a leaf (its hash); gives the subtrees of two leaves and more that it made whole."""
        whole, hash_ = [], leaf
        number, level = self.size, 0
        while number & 1:
            hash_ = node_hash(self.edge.pop(), hash_)
            number, level = number >> 1, level + 1
            whole.append(Node(level, number, hash_))
        self.edge.append(hash_)
        self.size += 1
        return whole

    def root(self) -> bytes:
        """The root of the tree as it is."""
        if not self.edge:
            return EMPTY
        hash_ = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            hash_ = node_hash(left, hash_)
        return hash_


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of a tree with these leaves (their hashes)."""
    growing = Growing()
    for leaf in leaves:
        growing.add(leaf)
    return growing.root()


def inclusion_proof(index: int, size: int, nodes: Nodes) -> list[bytes]:
    """Prove that leaf ``index`` is in the tree of this size (RFC 9162 § 2.1.3.1).

    Raises:
        ValueError: the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    proof, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_range(middle, end, nodes))
            end = middle
        else:
            proof.append(_range(start, middle, nodes))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, nodes: Nodes) -> list[bytes]:
    """Prove that the tree of ``old`` leaves is the beginning of the one of ``new`` (RFC 9162 § 2.1.4.1).

    Nothing needs to be proved of the empty tree, or of a tree and itself: the proof is empty.

    Raises:
        ValueError: ``old`` is larger than ``new``.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {old} leaves is not the beginning of one of {new}")
    if old in {0, new}:
        return []
    proof, start, end, known = [], 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_range(middle, end, nodes))
            end = middle
        else:
            proof.append(_range(start, middle, nodes))
            start, known = middle, False
    if not known:
        proof.append(_range(start, end, nodes))
    return proof[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Say whether a leaf (its hash) stands at ``index`` of the tree with this root (RFC 9162 § 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last, hash_ = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            hash_ = node_hash(step, hash_)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            hash_ = node_hash(hash_, step)
        first, last = first >> 1, last >> 1
    return last == 0 and hash_ == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Say whether the tree with ``old_root`` is the beginning of the one with ``new_root`` (RFC 9162 § 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in {0, new}:
        return not proof and old_root == (new_root if old == new else EMPTY)
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not proof or len(path) < 1:
        return False
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old_hash = new_hash = path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            old_hash, new_hash = node_hash(step, old_hash), node_hash(step, new_hash)
            while first and not first & 1:
                first, last = first >> 1, last >> 1
        else:
            new_hash = node_hash(new_hash, step)
        first, last = first >> 1, last >> 1
    return last == 0 and old_hash == old_root and new_hash == new_root


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _range(start: int, end: int, nodes: Nodes) -> bytes:
    size = end - start
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return nodes(level, start >> level)
    middle = start + _split(size)
    return node_hash(_range(start, middle, nodes), _range(middle, end, nodes))
