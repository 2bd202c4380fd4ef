"""``scheidslijn law``: the rules of an edition as tables, and what changes between two editions."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

import typer

from casetool import lawsheets, reaching, stack
from casetool.commands import law_check, law_pages, law_rights, law_words
from casetool.present import present
from casetool.sheets import Form, Sheet, markdown, printed, stamped
from casetool.shelf import find
from casetool.texts import edition_line
from records import queries
from states.editions.changes import Change, changes
from states.editions.edition import Edition
from states.editions.touching import touched

app = typer.Typer(no_args_is_help=True)
app.command("check")(law_check.check)
app.command("pages")(law_pages.pages)
app.command("rights")(law_rights.rights)
app.command("texts")(law_rights.texts)
app.command("explain")(law_rights.explain)
app.command("words")(law_words.words)
Format = Annotated[Form, typer.Option("--format", help="Markdown, CSV or JSON.")]
Which = Annotated[str | None, typer.Option("--edition", help="An edition by id or name; without it, today's.")]


def _print(made: Callable[[Edition], Sheet], name: str | None, form: Form) -> None:
    edition = find(name)
    typer.echo(printed(made(edition), edition, form), nl=False)


@app.command()
def table(form: Format = Form.MARKDOWN, edition: Which = None) -> None:
    """Print every legal move: from, to, by whom, with what, who is told, and the source."""
    _print(lawsheets.moves, edition, form)


@app.command()
def acts(form: Format = Form.MARKDOWN, edition: Which = None) -> None:
    """Print every act and whether it is allowed in each position."""
    _print(lawsheets.acts, edition, form)


@app.command()
def terms(form: Format = Form.MARKDOWN, edition: Which = None) -> None:
    """Print every term: its kind, its length, and what starts and meets it."""
    _print(lawsheets.terms, edition, form)


@app.command()
def consent(form: Format = Form.MARKDOWN, edition: Which = None) -> None:
    """Print who must consent, by age and by whether the child can judge."""
    _print(lawsheets.consent, edition, form)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="An edition by id or name, or NAME:BILL.")],
    new: Annotated[str, typer.Argument(help="The edition to compare it with.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    exercise: Annotated[bool, typer.Option(help="Look at exercises instead of cases.")] = False,
) -> None:
    """Print what changes between two editions, and which open cases that touches."""
    editions = (find(old), find(new))
    found = changes(*editions)
    touching = _touching(found, editions, exercise=exercise)
    if as_json:
        told = None if touching is None else [dict(zip(_TOUCHED, row, strict=True)) for row in touching]
        sides = {"from": stamped(editions[0]), "to": stamped(editions[1])}
        typer.echo(json.dumps(sides | {"changes": [asdict(c) for c in found], "touched": told}, ensure_ascii=False))
        return
    typer.echo(f"# Van {editions[0].id} naar {editions[1].id}\n")
    for edition in editions:
        typer.echo(f"- {edition_line(edition)}")
    typer.echo(f"\n## Wat verandert\n\n{markdown(lawsheets.changed(found)) if found else 'Niets.'}")
    typer.echo(f"## Welke lopende zaken dit raakt\n\n{_told(touching)}")


_TOUCHED = ("zaak", "kind", "waarom")
Row = tuple[str, str, str]


def _told(touching: list[Row] | None) -> str:
    if touching is None:
        return "Niet nagegaan: er zijn geen servers genoemd en er draait niets in deze map."
    return markdown(Sheet("", _TOUCHED, tuple(touching))) if touching else "Geen."


def _touching(found: tuple[Change, ...], editions: tuple[Edition, Edition], *, exercise: bool) -> list[Row] | None:
    """The open files that are touched and why; ``None`` when there is no database to look in."""
    if (reaching.named() or stack.running()) is None:
        return None
    with reaching.database().connect() as connection:
        heads = queries.every_case(connection, exercise=exercise)
        files = [present(connection, head.case_id) for head in heads]
    return [
        (case.id, child.id, why)
        for case, now in files
        for child in case.children.values()
        for why in touched(child, found, editions, now)
    ]
