"""The tree of RFC 6962 and RFC 9162: known vectors, and agreement with the definition written down naively."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import tree

LEAVES = [
    bytes.fromhex(data)
    for data in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
"""The leaves of the reference tests of Certificate Transparency."""
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PATH_OF_THE_FIRST = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
)


def naive(data: list[bytes]) -> bytes:
    """MTH of RFC 9162 § 2.1.1, as it is written there."""
    if not data:
        return sha256(b"").digest()
    if len(data) == 1:
        return sha256(b"\x00" + data[0]).digest()
    k = _k(len(data))
    return sha256(b"\x01" + naive(data[:k]) + naive(data[k:])).digest()


def naive_path(index: int, data: list[bytes]) -> list[bytes]:
    """PATH of RFC 9162 § 2.1.3.1."""
    if len(data) == 1:
        return []
    k = _k(len(data))
    if index < k:
        return [*naive_path(index, data[:k]), naive(data[k:])]
    return [*naive_path(index - k, data[k:]), naive(data[:k])]


def naive_proof(old: int, data: list[bytes], *, known: bool = True) -> list[bytes]:
    """SUBPROOF of RFC 9162 § 2.1.4.1."""
    if old == len(data):
        return [] if known else [naive(data)]
    k = _k(len(data))
    if old <= k:
        return [*naive_proof(old, data[:k], known=known), naive(data[k:])]
    return [*naive_proof(old - k, data[k:], known=False), naive(data[:k])]


def _k(size: int) -> int:
    k = 1
    while k * 2 < size:
        k *= 2
    return k


def data(size: int) -> list[bytes]:
    """So many leaves, all different."""
    return [str(number).encode() for number in range(size)]


def nodes(leaves: list[bytes]) -> tree.Nodes:
    """Whole subtrees of a tree, computed naively."""
    return lambda level, number: naive(leaves[number << level : (number + 1) << level])


def test_the_known_roots_come_out() -> None:
    """Those that every implementation of Certificate Transparency is tested with."""
    growing = tree.Growing()
    assert growing.root() == tree.EMPTY
    for leaf, root in zip(LEAVES, ROOTS, strict=True):
        growing.add(tree.leaf_hash(leaf))
        assert growing.root().hex() == root


def test_the_known_path_comes_out_and_holds() -> None:
    """The inclusion of the first of eight leaves."""
    proof = tree.inclusion_proof(0, 8, nodes(LEAVES))
    assert tuple(step.hex() for step in proof) == PATH_OF_THE_FIRST
    assert tree.verify_inclusion(tree.leaf_hash(LEAVES[0]), 0, 8, proof, bytes.fromhex(ROOTS[7]))


@given(st.integers(0, 130))
def test_growing_gives_the_root_of_the_definition(size: int) -> None:
    """And the subtrees that become whole are those of the definition."""
    leaves = data(size)
    growing = tree.Growing()
    whole = [node for leaf in leaves for node in growing.add(tree.leaf_hash(leaf))]
    assert growing.root() == naive(leaves)
    assert all(node.hash == nodes(leaves)(node.level, node.number) for node in whole)
    assert len(whole) == sum(size >> level for level in range(1, 9))
    again = tree.Growing(size, [nodes(leaves)(level, number) for level, number in tree.edge(size)])
    assert again.edge == growing.edge


@given(st.integers(1, 130), st.data())
def test_inclusion_is_proved_as_defined_and_of_no_other_leaf(size: int, draw: st.DataObject) -> None:
    """A proof holds at its own place only, and for its own leaf, root and length only."""
    index = draw.draw(st.integers(0, size - 1))
    other = draw.draw(st.integers(0, size - 1))
    leaves = data(size)
    proof = tree.inclusion_proof(index, size, nodes(leaves))
    assert proof == naive_path(index, leaves)
    leaf, root = tree.leaf_hash(leaves[index]), naive(leaves)
    assert tree.verify_inclusion(leaf, index, size, proof, root)
    assert tree.verify_inclusion(leaf, other, size, proof, root) is (other == index)
    assert not tree.verify_inclusion(tree.leaf_hash(b"other"), index, size, proof, root)
    assert not tree.verify_inclusion(leaf, index, size, [*proof, root], root)
    assert not tree.verify_inclusion(leaf, size, size, proof, root)
    if proof:
        assert not tree.verify_inclusion(leaf, index, size, proof[:-1], root)


@given(st.integers(0, 130), st.integers(0, 130))
def test_consistency_is_proved_as_defined_and_of_no_other_beginning(one: int, two: int) -> None:
    """A proof holds for the two trees it was made for; a changed leaf, step or length breaks it."""
    old, new = sorted((one, two))
    leaves = data(new)
    proof = tree.consistency_proof(old, new, nodes(leaves))
    assert proof == (naive_proof(old, leaves) if old else [])
    before, after = naive(leaves[:old]), naive(leaves)
    assert tree.verify_consistency(old, new, proof, before, after)
    assert not tree.verify_consistency(old, new, [*proof, after], before, after)
    if old:
        forged = naive([*leaves[: old - 1], b"other"])
        assert not tree.verify_consistency(old, new, proof, forged, after)
    if proof:
        assert not tree.verify_consistency(old, new, proof[:-1], before, after)
        assert not tree.verify_consistency(old, new, [tree.EMPTY, *proof[1:]], before, after)


def test_what_is_impossible_is_not_proved() -> None:
    """Leaves that are not there, and trees that shrink."""
    with pytest.raises(ValueError, match="no leaf 3"):
        tree.inclusion_proof(3, 3, nodes(data(3)))
    with pytest.raises(ValueError, match="not the beginning"):
        tree.consistency_proof(4, 3, nodes(data(4)))
    assert not tree.verify_consistency(4, 3, [], naive(data(4)), naive(data(3)))
    assert not tree.verify_consistency(0, 3, [], naive(data(1)), naive(data(3)))
