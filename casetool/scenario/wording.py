"""From a validation error to a line that names the field and says what was expected there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from casetool.scenario.moments import shown

LAW = frozenset({"state", "framework", "kader", "term", "terms", "status", "frame", "legal_state"})
"""What no scenario can set, whatever it calls it."""
NOT_SETTABLE = (
    "a scenario cannot set a state, a framework or a term: they follow from facts; "
    'what should follow stands under "expect"'
)
_HIDDEN = frozenset({"children", "fields"})


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def _annotations(model: type[BaseModel], loc: Iterable[int | str]) -> list[object]:
    """The annotations at a place in a model; a role narrows them, a key is passed."""
    found: list[object] = [model]
    for name in loc:
        inner = [m for a in found for m in models_in(a)]
        named = [m.model_fields for m in inner]
        fields = [f[name] for f in named if isinstance(name, str) and name in f]
        if fields:
            found = [field.annotation for field in fields]
        else:
            found = [m for m in inner if "role" in m.model_fields and name in _roles(m)] or found
    return found


def _roles(model: type[BaseModel]) -> tuple[object, ...]:
    return get_args(model.model_fields["role"].annotation)


def described(annotation: object) -> str:
    """What a field takes, in words; the empty string when there is no short way to say it."""
    if isinstance(annotation, type):
        if issubclass(annotation, Enum):
            return "one of " + ", ".join(f'"{member.value}"' for member in annotation)
        plain = {str: "a text", bool: "true or false", int: "a whole number"}
        plain |= {date: "a day (2026-01-12)", datetime: "a day or a local time"}
        return plain.get(annotation, "")
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(f'"{value}"' for value in get_args(annotation))
    parts = (described(part) for part in get_args(annotation) if part is not type(None))
    return next((part for part in parts if part), "")


def path(loc: Iterable[int | str]) -> str:
    """A place as people write it: ``orders[2].court``."""
    text = ""
    for name in loc:
        if isinstance(name, int):
            text += f"[{name + 1}]"
        elif name not in _HIDDEN:
            text += f".{name}" if text else name
    return text


def unknown(name: str, known: Iterable[str], what: str = "field") -> str:
    """An unknown name, with the one that was probably meant, or with all there are."""
    if what == "field" and name in LAW:
        return NOT_SETTABLE
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f'unknown {what}; did you mean "{close[0]}"?'
    return f"unknown {what}; expected one of: {', '.join(names) or 'none'}"


def _missing(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    if loc[-1] == "role":
        return 'missing; expected who this is: "child", "parent", "local_team", "gi", …'
    words = next((d for d in map(described, _annotations(model, loc)) if d), "")
    return f"missing; expected {words}" if words else "missing"


def _wrong(model: type[BaseModel], error: ErrorDetails) -> str:
    given, context = error["input"], error.get("ctx", {})
    if error["type"] == "union_tag_invalid":
        return f"expected one of {context['expected_tags']}, got '{context['tag']}'"
    if error["type"] == "value_error":
        return error["msg"].removeprefix("Value error, ")
    if error["type"].startswith("date_"):
        words = next((d for d in map(described, _annotations(model, error["loc"])) if d), "a day")
        return f"expected {words}, got {shown(given)}"
    text = error["msg"].replace("Input should be", "expected")
    return f"{text.replace('String should', 'expected to')}, got {shown(given)}"


def expected(model: type[BaseModel], error: ErrorDetails) -> str:
    """What was expected, and what was found."""
    loc = error["loc"]
    if error["type"] == "extra_forbidden":
        inner = [m for a in _annotations(model, loc[:-1]) for m in models_in(a)]
        names = {name for m in inner for name in m.model_fields} - _HIDDEN
        return unknown(str(loc[-1]), names)
    if error["type"] in ("missing", "union_tag_not_found"):
        tag = ("role",) if error["type"] == "union_tag_not_found" else ()
        return _missing(model, (*loc, *tag))
    return _wrong(model, error)
