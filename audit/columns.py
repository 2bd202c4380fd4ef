"""The body of an entry and its columns: read the one way it may be written, and laid beside each other. Pure."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

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


def parsed(text: bytes) -> dict[str, Any] | None:
    """A body that is written the plain way; ``None``: the full rules have to look at it."""
    try:
        plain = text.decode("ascii")
        body: dict[str, Any] = _DECODE(plain)
        return body if _ENCODE(body) == plain else None
    except (ValueError, RecursionError):
        return None


def _no_fraction(number: str) -> float:
    raise ValueError(number)


def _small(number: str) -> int:
    if len(number) > chain.PLAIN_DIGITS:
        raise ValueError(number)
    return int(number)


# Made once: the module's own functions make one for every text.
_DECODE = json.JSONDecoder(parse_float=_no_fraction, parse_int=_small).decode
_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode


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
