"""``scheidslijn case rights`` and ``case notices``: what a reader may and must now, and who still has to be told."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from audit import folding
from casetool.commands.case import CaseId
from casetool.commands.law_rights import Easy, Page
from casetool.names import CaseNames
from casetool.present import present
from casetool.reading import By, Why, reading
from casetool.rights.page import PageForm, printed
from casetool.telling_rights import due_line
from records.access import Purpose
from states.notices import letter
from states.rights.explained import lacking, needs_of
from states.rights.reader import Reader
from states.rights.sheet import sheet
from states.rights.whose import reader_of


def rights(  # noqa: PLR0913 - one option for each thing that a sheet depends on
    case: CaseId,
    child: Annotated[str, typer.Argument(help="The id of the child.")],
    reader: Annotated[str, typer.Argument(help="The id of a person, or a kind of reader (law rights --help).")],
    by: By = None,
    why: Why = Purpose.WORK,
    *,
    easy: Easy = False,
    form: Page = PageForm.MARKDOWN,
) -> None:
    """Print the rights and duties of one reader about one child, now: what is compulsory and on which ground.

    For a person it is known how they read best: who needs easy reading gets it,
    and what the explanation lacked is said.
    """
    with reading(case, "rights", by, why, child) as connection:
        today, now = present(connection, case)
        names = CaseNames(body for body, _ in folding.bodies(connection, case))
    file = today.children.get(child)
    if file is None:
        raise folding.UnknownCaseError("Dit kind is niet bekend in deze zaak (case show).")
    kinds = {kind.value: kind for kind in Reader}
    kind = kinds.get(reader) or reader_of(file, reader, now)
    needs = needs_of(file.readers, reader)
    missing = () if reader in kinds else lacking(file.readers, file.explained, reader, file.state, file.since)
    person = child if kind.young else _parent(reader, kind, file.consents_at(now).holders)
    made = sheet(file, now, person, kind, easy=easy or needs.easy, explained=missing)
    typer.echo(printed(made, form, names.name_of(child)), nl=False)


def _parent(reader: str, kind: Reader, holders: tuple[str, ...]) -> str:
    """Whose sheet it is: the person named, or for a kind of reader somebody of that kind."""
    if reader != kind.value:
        return reader
    return holders[0] if kind is Reader.PARENT_WITH and holders else reader


def notices(
    case: CaseId,
    child: Annotated[str, typer.Argument(help="The id of the child.")],
    by: By = None,
    why: Why = Purpose.WORK,
) -> None:
    """Print the notices that are due: to whom, until when, in which text and version, and what each says.

    No address is known here, so none is printed.
    """
    with reading(case, "notices", by, why, child) as connection:
        today, now = present(connection, case)
        names = CaseNames(body for body, _ in folding.bodies(connection, case))
    file = today.children.get(child)
    if file is None:
        raise folding.UnknownCaseError("Dit kind is niet bekend in deze zaak (case show).")
    for due in sorted(file.notices, key=lambda one: (one.due is not None, one.due or date.min, one.id)):
        typer.echo(f"## {due_line(due, names.name_of(due.recipient), now)}")
        typer.echo(f"({due.move or 'eerder'}, tekst {due.text or '?'}, editie {due.edition or '?'})\n")
        typer.echo("\n".join(letter(due, file.state, young=due.code == "J")) + "\n")
    if not file.notices:
        typer.echo("Er hoeft nu geen kennisgeving meer te worden gegeven.")
