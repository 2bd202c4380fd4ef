"""``scheidslijn states``: the picture of the states."""

from __future__ import annotations

from typing import Annotated

import typer

from casetool.pages import README, render
from states.moves.diagram import mermaid

app = typer.Typer(no_args_is_help=True)


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
