"""``scheidslijn audit timeline | at | who-knew | readers``: what happened in one case, and who could know it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlalchemy import Connection

from audit import folding
from audit.at_moment import AtMoment, Then, at_moment
from audit.readers import Looked, looked, readings
from audit.timeline import Line, timeline
from audit.who_knew import Known, who_knew
from casetool.commands.audit_show import AsJson, cell, printed, rows
from casetool.commands.case import CaseId
from casetool.reading import By, Why, reading
from casetool.screen import console
from casetool.settings import SettingsError
from records.access import Purpose
from states.terms.calendar import AMSTERDAM

OneChild = Annotated[str | None, typer.Option("--child", help="The id of one child.")]


def read(connection: Connection, case: str) -> list[folding.Body]:
    """The entries of a case.

    Raises:
        UnknownCaseError: there is no such case.
    """
    found = [body for body, _ in folding.bodies(connection, case)]
    if not found:
        raise folding.UnknownCaseError(folding.UnknownCaseError.__doc__)
    return found


def timeline_(  # noqa: PLR0913 - one option for each part of the question
    case: CaseId,
    child: OneChild = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    recorded: Annotated[bool, typer.Option(help="In the order of the log, not as the facts were.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what happened, with the framework of each moment, and how late it was written down."""
    with reading(case, "timeline", by, why, child) as connection:
        found = timeline(read(connection, case), child=child, recorded=recorded)
    if as_json:
        typer.echo(printed(found))
        return
    show_timeline(case, found)


def show_timeline(case: str, found: list[Line]) -> None:
    """The lines as a table."""
    columns = ("framework", "seq", "child", "effective_at", "recorded_at", "days_late", "by", "role")
    rows(f"Timeline of {case}", found, columns, wide=("what", "rules"))


def at(
    case: CaseId,
    moment: Annotated[str, typer.Argument(help="A day, or a moment (ISO 8601); Amsterdam unless it says otherwise.")],
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    as_json: AsJson = False,
) -> None:
    """Show each child at a moment: as the facts were, and as they were known then."""
    then = _moment(moment)
    with reading(case, "moment", by, why) as connection:
        found = at_moment(read(connection, case), then)
    if as_json:
        typer.echo(printed(found))
        return
    for child in found:
        show_moment(child)


def _moment(text: str) -> datetime:
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{text} is no day or moment; write it as 2026-03-02 or 2026-03-02T14:00") from None
    return (given if given.tzinfo else given.replace(tzinfo=AMSTERDAM)).astimezone(UTC)


def show_moment(found: AtMoment) -> None:
    """A child at a moment, both ways."""
    moment = found.moment.isoformat(timespec="minutes")
    console.rule(f"{found.framework} · {found.child} of {found.case} · {moment}")
    for name, then in (("As the facts were", found.facts), ("As it was known then", found.known)):
        console.print(f"[bold]{name}[/]: {then.framework}, {then.code} ({then.state})", highlight=False)
        for line in _lines(then):
            console.print(f"  {line}", highlight=False, markup=False)
    if found.learned_later:
        console.print("[bold]Learned later[/]")
        for text in found.learned_later:
            console.print(f"  {text}", highlight=False, markup=False)


def _lines(then: Then) -> list[str]:
    return [
        *(
            f"power: {p.what}, held by {cell(p.held_by)}, from {cell(p.start)} until {cell(p.until)} ({p.order})"
            for p in then.powers
        ),
        f"acts conferred by these: {cell(then.acts)}",
        *(
            f"consent: {c.person}, {c.purpose} ({cell(c.subject)}), from {cell(c.since)} until {cell(c.until)}"
            for c in then.consents
        ),
        *(f"term: {t.rule}, due {t.due}" for t in then.terms),
    ]


def who_knew_(
    case: CaseId,
    child: OneChild = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    as_json: AsJson = False,
) -> None:
    """Show for each fact who could know it since when: who wrote it down, who was told, who looked."""
    with reading(case, "who_knew", by, why, child) as connection:
        found = who_knew(read(connection, case), readings(connection, case), child=child)
    if as_json:
        typer.echo(printed(found))
        return
    show_known(found)


def show_known(found: list[Known]) -> None:
    """Each fact, and who could know it."""
    for fact in found:
        console.print(
            f"{fact.framework} · {fact.seq} · {cell(fact.child)} · {fact.what}", highlight=False, markup=False
        )
        console.print(f"  was so from {cell(fact.effective_at)}", highlight=False, markup=False)
        for one in fact.known:
            console.print(f"  {cell(one.since)}  {one.who}  {one.how}", highlight=False, markup=False)
        if fact.not_told:
            console.print(f"  not told yet: {', '.join(fact.not_told)}", highlight=False, markup=False)


def readers(
    case: CaseId,
    child: OneChild = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    as_json: AsJson = False,
) -> None:
    """Show who looked, when, at what and why; this look is the last line of it."""
    with reading(case, "readers", by, why, child) as connection:
        found = looked(read(connection, case), readings(connection, case), child=child)
    if as_json:
        typer.echo(printed(found))
        return
    show_readers(case, found)


def show_readers(case: str, found: list[Looked]) -> None:
    """The read log as a table."""
    columns = ("frameworks", "seq", "at", "reader", "role", "organisation", "what", "purpose", "proved")
    rows(f"Who looked at {case}", found, columns)
