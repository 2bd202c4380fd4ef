"""``scheidslijn case reflections``: what was held, and for who took part also what was said (R-21)."""

from __future__ import annotations

from typing import Annotated

import typer

from audit import folding
from casetool.commands.case import CaseId
from casetool.names import CaseNames
from casetool.reading import By, Why, reading
from casetool.screen import console
from casetool.telling import told
from records.access import Purpose
from states.work.reflection import PRIVATE, readable


def reflections(
    case: CaseId,
    child: Annotated[str, typer.Argument(help="The id of the child.")],
    by: By = None,
    why: Why = Purpose.WORK,
) -> None:
    """Show each reflection about a child; its content only to who took part (--by, the id of a worker)."""
    with reading(case, "reflections", by, why, child) as connection:
        entries = [body for body, _ in folding.bodies(connection, case)]
    names = CaseNames(entries)
    held = [entry for entry in entries if entry["event"] == "reflection_held" and entry["child"] == child]
    for entry in held:
        detail = readable(entry["detail"].get("data") or {}, by or "")
        there = by in detail.get("audience", ())
        private = detail.get(PRIVATE) or "Er is geen inhoud vastgelegd."
        shown = private if there else "De inhoud is alleen voor wie erbij was."
        console.print(told(entry, names), highlight=False, markup=False)
        console.print(f"  {shown}", highlight=False, markup=False)
    if not held:
        console.print("Er is nog geen reflectie vastgelegd.")
