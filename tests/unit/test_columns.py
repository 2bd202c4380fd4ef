"""The quick look at a body: whatever passes it is written as RFC 8785 says; what does not is looked at in full."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.columns import NAMES, columns_of, parsed
from records.chain import canonical
from tests.unit.audited import read
from tests.unit.desk import placed

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4), st.booleans(), st.booleans(), st.booleans())
def test_what_passes_is_written_the_one_way(body: dict[str, object], spaced: bool, ordered: bool, plain: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever is in it, with and without white space, order and escapes."""
    text = json.dumps(
        body, sort_keys=ordered, separators=(", ", ": ") if spaced else (",", ":"), ensure_ascii=plain
    ).encode(errors="surrogatepass")
    found = parsed(text)
    if found is not None:
        assert found == body
        assert canonical(found) == text


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"b":1,"a":1}',
        '{"a":{"d":1,"c":2}}',
        '{"a":[{"d":1,"c":2}]}',
        '{"a": 1}',
        '{"a":1.0}',
        '{"a":1e3}',
        '{"a":-0}',
        '{"a":1000000000000000}',
        '{"a":"\\u0041"}',
        '{"a":"\\/"}',
        '{"a":NaN}',
        '{"é":1}',
        "{",
        "",
        "1.5",
        '"a"',
    ],
)
def test_what_can_be_written_in_another_way_does_not_pass(text: str) -> None:
    """A key twice, another order at any depth, white space, fractions, large numbers, escapes that need not be."""
    assert parsed(text.encode()) is None


def test_the_entries_that_the_law_writes_pass() -> None:
    """And each column has its value."""
    for entry in read(placed()):
        text = canonical(entry)
        assert text.isascii()
        assert parsed(text) == entry
        assert len(columns_of(entry)) == len(NAMES)
        assert dict(zip(NAMES, columns_of(entry), strict=True))["actor_id"] == entry["actor"]["id"]
