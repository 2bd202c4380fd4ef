"""``scheidslijn states``: the table of legal moves, and the picture of the states."""

from __future__ import annotations

from typing import Annotated

import typer

from casetool.pages import README, render
from casetool.screen import console
from casetool.screen import table as screen_table
from states.diagram import mermaid
from states.edition import EDITION
from states.move import UNBUILT, Move
from states.moves import MOVES
from states.position import CODES, State

app = typer.Typer(no_args_is_help=True)


def _targets(move: Move) -> str:
    if move.same and not move.extra:
        return "blijft"
    if move.lands:
        return "landing"
    found = {target for _, target in move.pairs()}
    return " ".join(CODES[s] for s in State if s in found)


def _sources(move: Move) -> str:
    found = {source for source, _ in move.pairs()}
    return " ".join("(nieuw)" if s is State.NONE else CODES[s] for s in State if s in found)


@app.command()
def table() -> None:
    """Print every legal move: from, to, on what, by whom, and the legal basis."""
    status = "voorlopig" if EDITION.provisional else "in werking"
    title = f"Wettelijke overgangen, editie {EDITION.id} ({status})"
    shown = screen_table(title, ("id",), "wat", "van", "naar", "door", "basis")
    shown.show_lines = True
    for move in MOVES:
        who = ", ".join(sorted(move.who)) if len(move.who) < 8 else "iedereen"  # noqa: PLR2004
        shown.add_row(move.id, move.title, _sources(move), _targets(move), who, move.basis)
    console.print(shown)
    console.print("Nog niet gebouwd: " + ", ".join(sorted(UNBUILT)), highlight=False)


@app.command()
def diagram(
    *,
    check: Annotated[bool, typer.Option(help="Say whether the README holds this picture.")] = False,
    write: Annotated[bool, typer.Option(help="Put this picture into the README.")] = False,
) -> None:
    """Print the picture of the states (Mermaid), as the README holds it."""
    text = README.read_text(encoding="utf-8")
    if write:
        README.write_text(render(text), encoding="utf-8")
        return
    if check:
        if render(text) != text:
            typer.echo("README.md does not hold the picture of these moves: make picture", err=True)
            raise typer.Exit(1)
        typer.echo("README.md holds the picture of these moves")
        return
    typer.echo(mermaid(), nl=False)
