"""Guards on the sheet of rights: voluntary help does not begin before each reader has it (R-14, invariant 9)."""

from __future__ import annotations

from states.context import Context
from states.moves.guards.base import get, people, reason
from states.moves.move import Move
from states.position import INTENSIVE, State
from states.refusal import Reason
from states.rights.explained import needs_of
from states.rights.readers import must_have, without_sheet_of

_SOURCE = "R-14; Jw 7.3.2; kamerbrief 23-3-2020 (S39)"


def sheets_given(row: Move, context: Context) -> Reason | None:
    """Each reader got the sheet of where the child goes; of who need not agree it may be said why not.

    A reader who needs an interpreter had one, or it is said why there was none.
    """
    child, at = context.child, context.at
    target = context.goal or next(iter(row.targets), State.HELP)
    given = _names(context)
    lacking = [(person, said) for person, said in without_sheet_of(child, target, at) if person not in given]
    asked = get(context, "help")
    help_name = asked if isinstance(asked, str) else (child.help.name if child.help else None)
    needed = must_have(child, at, help_name, intensive=target in INTENSIVE)
    missing = tuple(person for person, said in lacking if person in needed or not said)
    if missing:
        return reason(
            row,
            "sheet_to",
            f"Het rechtenblad is nog niet gegeven aan: {people(context, missing)}.",
            _SOURCE,
            "Geef ieder een eigen blad, en vul in aan wie (sheet_to). Hoeft iemand geen ja te zeggen, en kan het niet? "
            "Leg vast waarom niet (give_sheet, not_given_because).",
            supply=True,
        )
    return _interpreted(row, context, given)


def _names(context: Context) -> tuple[str, ...]:
    named = get(context, "sheet_to")
    return named if isinstance(named, tuple) else ()


def _interpreted(row: Move, context: Context, given: tuple[str, ...]) -> Reason | None:
    """A reason when a reader needs an interpreter, there was none, and nobody says why."""
    if any(str(get(context, field) or "").strip() for field in ("interpreter", "no_interpreter_because")):
        return None
    needing = tuple(person for person in given if needs_of(context.child.readers, person).interpreter)
    if not needing:
        return None
    return reason(
        row,
        "interpreter",
        f"Er was geen tolk bij het rechtenblad, en die is nodig voor: {people(context, needing)}.",
        f"{_SOURCE}; tolk [K]",
        "Bel een tolk, dat kan ook per telefoon, en vul in wie tolkte (interpreter). Lukt dat nu niet? Vul in "
        "waarom (no_interpreter_because): dan blijft als taak staan dat het nog met een tolk moet.",
        supply=True,
    )
