"""How an answer to an auditor looks: a table that begins with the framework, or JSON with the same fields."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from audit.difference import readable
from casetool.screen import console, table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:")
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]


def printed(answer: Any) -> str:  # noqa: ANN401 - any dataclass, or a list of them
    """An answer as JSON: the fields in their order, moments in UTC."""
    plain = [asdict(one) for one in answer] if isinstance(answer, list) else asdict(answer)
    return json.dumps(plain, default=_plain, ensure_ascii=False)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def rows(title: str, answer: Sequence[DataclassInstance], columns: Sequence[str], *, wide: Sequence[str] = ()) -> None:
    """A table with a line for each; ``wide``: the columns that may be broken, which come last."""
    shown = table(title, tuple(columns), *wide)
    for one in answer:
        shown.add_row(*(cell(getattr(one, name)) for name in (*columns, *wide)))
    console.print(shown)
    console.print(f"{len(answer)} line(s)", highlight=False)


def cell(value: object) -> str:
    """One value in a table."""
    if value is None:
        return "–"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {cell(what)}" for name, what in value.items()) or "–"
    if isinstance(value, list | tuple):
        return ", ".join(map(cell, value)) or "–"
    text = readable(str(value))
    return escape(text[:16].replace("T", " ") if _MOMENT.match(text) else text)
