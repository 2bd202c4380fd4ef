"""Comparing what an entry says with what it should say; what is sealed says nothing, and is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SEALED = "sealed:"
"""How a value begins that only its key opens (D11)."""
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry says one thing, and working it out again gives another; ``framework`` is the recorded one."""

    framework: str
    case: str
    child: str | None
    seq: int
    what: str
    recorded: str
    recomputed: str


def is_sealed(value: object) -> bool:
    """Whether a value, or anything in it, is sealed."""
    if isinstance(value, str):
        return value.startswith(SEALED)
    if isinstance(value, Mapping):
        return any(map(is_sealed, value.values()))
    return isinstance(value, Sequence) and any(map(is_sealed, value))


def readable(text: str) -> str:
    """A text as a report shows it: of what is sealed, that it is."""
    return "(sealed)" if is_sealed(text) else text


def unlike(recorded: object, recomputed: object, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Where two values differ: the path, and what each of them has there."""
    if isinstance(recorded, str) and is_sealed(recorded):
        return
    if isinstance(recorded, Mapping) and isinstance(recomputed, Mapping):
        for key in sorted({*recorded, *recomputed}):
            yield from unlike(recorded.get(key, _NOTHING), recomputed.get(key, _NOTHING), f"{path}.{key}".lstrip("."))
    elif _is_list(recorded) and _is_list(recomputed):
        ours, theirs = list(recorded), list(recomputed)  # type: ignore[call-overload]
        for place in range(max(len(ours), len(theirs))):
            mine = ours[place] if place < len(ours) else _NOTHING
            yours = theirs[place] if place < len(theirs) else _NOTHING
            yield from unlike(mine, yours, f"{path}[{place}]")
    elif recorded != recomputed:
        yield path, shown(recorded), shown(recomputed)


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def shown(value: Any, most: int = 80) -> str:  # noqa: ANN401 - any JSON
    """A value in a report: short, on one line."""
    text = str(value)
    return text if len(text) <= most else f"{text[:most]}…"
