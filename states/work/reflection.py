"""Reflection and moral deliberation: held, when, which kind, who took part (R-21, R-53).

What was said stands in the detail of the entry, for those who took part only; it is no part of the child's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from states.people import Stored

AFTER_ACTS: Mapping[int, str] = {
    21: "een schriftelijke aanwijzing",
    25: "het beperken van contact",
    28: "een verzoek om een machtiging uithuisplaatsing",
    43: "een verzoek aan de Raad",
}
"""Acts after which a reflection is asked for, and what people read for them."""
AFTER_MOVES: Mapping[str, str] = {"TR-20": "een verzoek aan de Raad"}
THREAT = "act-23"
"""The attempted act of which the refusal asks for a reflection: threatening (act 23)."""
PRIVATE = "content"
"""The field of the detail that only those who took part may read."""


class ReflectionKind(StrEnum):
    """Which kind."""

    REFLECTION = "reflection"
    MORAL_DELIBERATION = "moral_deliberation"


class Reflection(Stored):
    """One that was held, on a day in Amsterdam; ``took_part`` are opaque ids."""

    id: str
    kind: ReflectionKind
    on: date
    took_part: tuple[str, ...]


def held_since(held: Iterable[Reflection], day: date) -> Reflection | None:
    """The last one held on or after a day, or ``None``."""
    return max((one for one in held if one.on >= day), key=lambda one: one.on, default=None)


def readable(detail: Mapping[str, Any], reader: str) -> dict[str, Any]:
    """The detail of an entry as one reader may read it.

    ``content`` is left out for who did not take part. A refused command carries it too, below ``command``; that one
    only its sender may read.
    """
    shown = dict(detail)
    sent = shown.get("command")
    if isinstance(sent, Mapping) and PRIVATE in sent and _sender(sent) != reader:
        shown["command"] = {name: value for name, value in sent.items() if name != PRIVATE}
    if PRIVATE in shown and reader not in shown.get("audience", ()):
        del shown[PRIVATE]
    return shown


def _sender(sent: Mapping[str, Any]) -> str | None:
    by = sent.get("by")
    return by.get("id") if isinstance(by, Mapping) else None
