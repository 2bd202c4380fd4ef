"""``scheidslijn law pages``: the law as pages in ``docs/recht``, and whether they are what the edition gives."""

from __future__ import annotations

from typing import Annotated

import typer

from casetool.lawpages import files
from casetool.lawpages.book import pages as every
from states.editions.edition import EDITION

SHOWN = 40
"""How many lines of a difference are printed."""


def pages(
    *, check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 when a page differs.")] = False
) -> None:
    """Write the pages of the shipped edition into docs/recht, or say how they differ."""
    found = every(EDITION)
    if not check:
        files.write(found, files.FOLDER)
        typer.echo(f"docs/recht: {len(found)} pages of edition {EDITION.id}")
        return
    lines = list(files.differences(found, files.FOLDER))
    if lines:
        more = [f"… and {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
        typer.echo("\n".join((*lines[:SHOWN], *more)))
        typer.echo("docs/recht is not what these rules give: make pages", err=True)
        raise typer.Exit(1)
    typer.echo(f"docs/recht holds the {len(found)} pages of edition {EDITION.id}")
