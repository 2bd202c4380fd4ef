"""The body of an entry and its columns: read the one way it may be written, and laid beside each other. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic_core import from_json, to_json

from records import chain

NAMES = (
    "kind",
    "event",
    "child_id",
    "command_id",
    "actor_id",
    "actor_role",
    "actor_organisation",
    "actor_under",
    "effective_at",
    "recorded_at",
    "move",
    "from_state",
    "to_state",
    "framework_before",
    "framework_after",
    "rules",
    "edition",
    "edition_digest",
    "workflow_id",
    "run_id",
    "build_id",
)
"""The columns from the sixth on."""
_SIMPLE = frozenset({str, bool, type(None)})
_LARGE = 10**chain.PLAIN_DIGITS


def parsed(text: bytes) -> dict[str, Any] | None:
    """A body that is written the plain way; ``None``: the full rules have to look at it.

    What is read and written again comes out the same, so it has no white space, no key twice and no other escapes; its
    keys are in order, and its numbers are whole and small. ASCII alone: there the order of keys is that of RFC 8785.
    """
    try:
        body: dict[str, Any] = from_json(text)
    except ValueError:
        return None
    return body if text.isascii() and to_json(body) == text and _plain(body) else None


def _plain(value: object) -> bool:
    """Whether keys are in order and numbers whole and small, all the way down."""
    inner: Iterable[object]
    if isinstance(value, dict):
        names = list(value)
        if names != sorted(names):
            return False
        inner = value.values()
    elif isinstance(value, list):
        inner = value
    else:
        return isinstance(value, int) and abs(value) < _LARGE
    # A loop: a body has dozens of values, and most are text.
    for one in inner:  # noqa: SIM110
        if one.__class__ not in _SIMPLE and not _plain(one):
            return False
    return True


def columns_of(b: dict[str, Any]) -> tuple[object, ...]:
    """What the columns of an entry must say, in the order of ``NAMES``.

    Raises:
        KeyError, TypeError, ValueError: it is no body of an entry.
    """
    actor = b["actor"]
    return (
        b["kind"],
        b["event"],
        b["child"],
        b["command"],
        actor["id"],
        actor["role"],
        actor["organisation"],
        actor["under"],
        datetime.fromisoformat(b["effective_at"]),
        datetime.fromisoformat(b["recorded_at"]),
        b["move"],
        b["from"],
        b["to"],
        b["framework_before"],
        b["framework_after"],
        b["rules"],
        b["edition"],
        b["edition_digest"],
        b["workflow"],
        b["run"],
        b["build"],
    )
