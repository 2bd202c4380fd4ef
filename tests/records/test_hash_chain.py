"""The chain finds every change in what is stored: any byte of any body or hash, anything missing or moved."""

from __future__ import annotations

import dataclasses
from itertools import starmap
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from recordskit import Family
from sqlalchemy import Connection, text

from records import chain
from records.chain import GENESIS, Link
from states.position import State

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=8,
)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53) + 1, 2**53 - 1)
PLAIN = st.text(st.characters(max_codepoint=127)) | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans() | st.none()
ANY = st.recursive(
    PLAIN | NUMBERS | st.text(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(st.characters(max_codepoint=127)) | st.text(), inside, max_size=4)
    ),
)


@given(st.dictionaries(st.text(), ANY, max_size=4))
def test_every_body_is_written_as_rfc_8785_says(body: dict[str, Any]) -> None:
    """The fast way and the whole rules agree: on control characters, on fractions, on the order of keys."""
    assert chain.canonical(body) == rfc8785.dumps(body)


@pytest.mark.parametrize(
    "body",
    [
        {"a": 1.0},
        {"a": [1e21, -0.0, 5e-324]},
        {"z\u007f": '\u0000\u0008\u001f\u007f"\\/'},
        {"\U00010000": 1, "\ue000": 2},
        {"a": "é", "b": {"b": 2, "a": 1}},
    ],
)
def test_bodies_that_are_easily_written_wrongly(body: dict[str, Any]) -> None:
    """Fractions without a fraction, what must be escaped and what must not, keys that UTF-16 orders otherwise."""
    assert chain.canonical(body) == rfc8785.dumps(body)


@pytest.mark.parametrize("body", [{"a": 2**53}, {"a": float("nan")}, {"a": object()}])
def test_what_json_cannot_say_is_refused(body: dict[str, Any]) -> None:
    """As the whole rules refuse it."""
    with pytest.raises(rfc8785.CanonicalizationError):
        chain.canonical(body)


@st.composite
def chains(draw: st.DrawFn) -> list[Link]:
    """A whole chain of one to five entries."""
    count = draw(st.integers(1, 5))
    bodies = [{"case": "c", "seq": seq + 1, "facts": draw(JSON)} for seq in range(count)]
    return links("c", chain.seal(bodies))


def links(case: str, sealed: list[chain.Sealed]) -> list[Link]:
    """The rows that sealed entries become."""
    rows, previous = [], GENESIS
    for seq, entry in enumerate(sealed, start=1):
        rows.append(Link(case, seq, previous, entry.body.encode(), bytes.fromhex(entry.hash)))
        previous = rows[-1].hash
    return rows


@given(chains())
def test_a_whole_chain_has_no_faults(rows: list[Link]) -> None:
    """Whatever JSON the bodies hold."""
    assert chain.verify(rows, head=(len(rows), rows[-1].hash)) == []


@given(chains(), st.data())
def test_any_byte_that_flips_is_found(rows: list[Link], data: st.DataObject) -> None:
    """In a body, in a hash, in a hash before; every value of the byte."""
    place = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(["body", "hash", "prev_hash"]))
    stored = bytearray(getattr(rows[place], column))
    at = data.draw(st.integers(0, len(stored) - 1))
    stored[at] ^= data.draw(st.integers(1, 255))
    changed: dict[str, Any] = {column: bytes(stored)}
    rows[place] = dataclasses.replace(rows[place], **changed)
    assert chain.verify(rows) != []


@given(chains(), st.data())
def test_a_body_that_is_changed_and_hashed_again_is_found(rows: list[Link], data: st.DataObject) -> None:
    """The next entry still carries the old hash; of the last one, the head does."""
    place = data.draw(st.integers(0, len(rows) - 1))
    head = (len(rows), rows[-1].hash)
    body = chain.canonical({"case": "c", "seq": place + 1, "facts": "forged"})
    forged = chain.entry_hash(rows[place].prev_hash, body)
    rows[place] = dataclasses.replace(rows[place], body=body, hash=forged)
    assert chain.verify(rows, head) != []


@given(chains(), st.data())
def test_an_entry_that_is_missing_is_found(rows: list[Link], data: st.DataObject) -> None:
    """The last one too, because the head says how long the chain is."""
    head = (len(rows), rows[-1].hash)
    del rows[data.draw(st.integers(0, len(rows) - 1))]
    assert chain.verify(rows, head) != []


@given(chains(), st.data())
def test_entries_that_change_places_are_found(rows: list[Link], data: st.DataObject) -> None:
    """Also twice the same one."""
    one, other = data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=2, max_size=2))
    swapped = [*rows]
    swapped[one], swapped[other] = rows[other], rows[one]
    assert (chain.verify(swapped) == []) == (one == other)
    assert chain.verify([*rows[: one + 1], *rows[one:]]) != []


BENT: dict[str, tuple[bytes, str]] = {
    "white space": (b'{"case": "c","seq":1}', "is not written in the canonical form"),
    "a key twice": (b'{"case":"c","case":"c","seq":1}', "is not written in the canonical form"),
    "another order of keys": (b'{"seq":1,"case":"c"}', "is not written in the canonical form"),
    "another form of a number": (b'{"case":"c","seq":1.0}', "is not written in the canonical form"),
    "an escape that need not be": (b'{"case":"\\u0063","seq":1}', "is not written in the canonical form"),
    "no number": (b'{"case":"c","facts":NaN,"seq":1}', "is not JSON that can be read one way only"),
    "a number beyond what others read": (
        b'{"case":"c","facts":9007199254740993,"seq":1}',
        "is not JSON that can be read one way only",
    ),
    "half a character": (b'{"case":"c","facts":"\\ud800","seq":1}', "is not JSON that can be read one way only"),
    "no JSON": (b"\xff", "is not JSON that can be read one way only"),
    "depths": (b"[" * 100_000, "is not JSON that can be read one way only"),
    "no object": (b"[]", "names another case or number than it is stored under"),
    "another case": (b'{"case":"d","seq":1}', "names another case or number than it is stored under"),
    "another number": (b'{"case":"c","seq":2}', "names another case or number than it is stored under"),
}


@pytest.mark.parametrize(("body", "reason"), BENT.values(), ids=BENT)
def test_a_body_that_is_hashed_rightly_but_written_wrongly_is_found(body: bytes, reason: str) -> None:
    """What PostgreSQL does not see of the canonical form, the verifier does."""
    row = Link("c", 1, GENESIS, body, chain.entry_hash(GENESIS, body))
    assert [fault.reason for fault in chain.verify([row])] == [reason]


def test_the_sum_is_the_one_that_is_published() -> None:
    """Worked out apart from the code, with sha256sum: an auditor's own tool must get the same."""
    sealed = chain.seal([{"seq": 1, "case": "c"}])
    assert sealed[0].body == '{"case":"c","seq":1}'
    assert sealed[0].hash == "9a137b1e10d76a49799834d7d86737aa83bed4d9bd732b15dc4689315e204100"


def test_what_the_database_stores_verifies(family: Family, owner: Connection) -> None:
    """The same bytes come out that went in."""
    family.open()
    family.send(family.fact(detail={"sealed": False, "data": {"note": 'é € 😀 \u2028 \x7f " \\ \n'}}), family.fact())
    family.send(family.step(State.ASSESSMENT, State.CLOSED))
    rows = owner.execute(
        text("SELECT case_id, seq, prev_hash, body, hash FROM scheidslijn.entry WHERE case_id = :c ORDER BY seq"),
        {"c": family.case},
    )
    assert chain.verify(starmap(Link, rows), head=(4, family.hash)) == []
