"""``scheidslijn law words``: check a text for names that do not exist, threats, and help told as a duty."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from casetool.sheets import stamped
from casetool.shelf import find
from casetool.texts import edition_line
from states.position import Framework
from states.wording.checker import Checked, check, why_not
from states.wording.rule import Use


class Under(StrEnum):
    """In which framework the family is."""

    VOLUNTARY = "voluntary"
    COMPULSORY = "compulsory"


def words(
    file: Annotated[str, typer.Argument(help="A file with the text, or - for what is typed or piped in.")],
    *,
    reader: Annotated[Use, typer.Option(help="What the text is for: family and definition refuse.")] = Use.FAMILY,
    framework: Annotated[Under, typer.Option(help="In which framework the family is.")] = Under.VOLUNTARY,
    edition: Annotated[str | None, typer.Option(help="An edition by id or name; without it, today's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a text; ends with 1 when it may not be used so."""
    law = find(edition)
    text = _text(file)
    if text is None:
        done = Checked(reader, (why_not("Dit is geen gewone tekst (UTF-8), dus is het niet na te kijken op woorden."),))
    else:
        done = check(text, reader, Framework(framework.value), law.words)
    if as_json:
        said = {"refused": done.refused, "flagged": done.flagged, "findings": [asdict(one) for one in done.findings]}
        typer.echo(
            json.dumps(stamped(law) | {"reader": reader.value, "framework": framework.value} | said, ensure_ascii=False)
        )
    else:
        _tell(done)
        typer.echo(edition_line(law))
    if done.refused:
        raise typer.Exit(1)


def _text(file: str) -> str | None:
    """The text; ``None`` when it is none. A file that cannot be read ends the command with 2."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        typer.echo(
            f"× {file} is niet te lezen: {error.strerror}. Geef een bestand met tekst, of - en de tekst.", err=True
        )
        raise typer.Exit(2) from None
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def _tell(done: Checked) -> None:
    if not done.findings:
        typer.echo("Niets gevonden.")
        return
    typer.echo("Zo mag deze tekst niet gebruikt worden.\n" if done.refused else "Kijk deze tekst na.\n")
    for one in done.findings:
        quoted = f"“{' '.join(one.quote.split())}”\n" if one.quote else ""
        typer.echo(f"{quoted}  {one.rule}: {one.title}. {one.why}\n  Wel: {one.instead}\n  Bron: {one.source}\n")
