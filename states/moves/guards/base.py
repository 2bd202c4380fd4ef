"""What every guard is made of: its type, its reason, and a look at the command."""

from __future__ import annotations

from collections.abc import Callable

from states.context import Context
from states.moves.move import Move
from states.refusal import Reason

Guard = Callable[[Move, Context], Reason | None]
Selector = Callable[[Context], bool]


def reason(  # noqa: PLR0913 - a reason is a row of words
    row: Move, code: str, text: str, source: str, remedy: str, *also: str, supply: bool = False
) -> Reason:
    """A coded reason: the row, and below it which of its guards."""
    return Reason(rule=f"{row.id}/{code}", text=text, source=source, remedy=remedy, also=also, supply=supply)


def get(context: Context, field: str) -> object:
    """A field of the command, or ``None``; while somebody only asks, there is no command."""
    return getattr(context.command, field, None)


def people(context: Context, missing: tuple[str, ...]) -> str:
    """The people who are missing, as a list to read."""
    return ", ".join("het kind zelf" if p == context.child.id else p for p in missing)
