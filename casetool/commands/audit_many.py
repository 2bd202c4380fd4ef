"""``scheidslijn audit refusals | gaps | cohort | compare``: questions about one case, or about all of them.

Of every case that is shown something of, it is written down first who looks (D16). A cohort shows no case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Protocol, TypeVar

import typer
from sqlalchemy import Connection

from audit import folding
from audit.cohort import Cohort
from audit.cohort import cohort as counted
from audit.comparing import Here, Missing, WrongListError, here, missing
from audit.comparing import read as read_list
from audit.gaps import Gap, gaps
from audit.refusals import Refusal, by_rule, refusals
from audit.standings import Standings
from casetool.commands.audit_case import read
from casetool.commands.audit_show import AsJson, printed, rows
from casetool.reaching import database
from casetool.reading import By, Why, noted
from casetool.screen import console
from casetool.settings import SettingsError
from records import queries
from records.access import Purpose

SomeCase = Annotated[str | None, typer.Argument(help="The id of one case; without it, all cases.")]
Exercise = Annotated[bool, typer.Option(help="Exercises instead of cases.")]


class _Found(Protocol):
    @property
    def case(self) -> str: ...


F = TypeVar("F", bound=_Found)


def _cases(connection: Connection, case: str | None, *, exercise: bool) -> Iterator[list[folding.Body]]:
    """The entries of one case or of all, a case at a time."""
    if case is not None:
        yield read(connection, case)
        return
    with database().connect() as listing:
        for head in queries.every_case(listing, exercise=exercise):
            yield read(connection, head.case_id)


def _asked(  # noqa: PLR0913 - a question has this many parts
    case: str | None,
    what: str,
    by: str | None,
    why: Purpose,
    ask: Callable[[list[folding.Body]], Sequence[F]],
    *,
    exercise: bool,
) -> list[F]:
    """Ask a question of every case, and write down who looks before any of it is shown."""
    with database().connect() as connection:
        found = [one for entries in _cases(connection, case, exercise=exercise) for one in ask(entries)]
        for seen in dict.fromkeys([*([case] if case else []), *(one.case for one in found)]):
            noted(connection, seen, what, by, why)
    return found


def refusals_(  # noqa: PLR0913 - one option for each part of the question
    case: SomeCase = None,
    rule: Annotated[str | None, typer.Option(help="Only where this rule, or one below it, stood in the way.")] = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    exercise: Exercise = False,
    as_json: AsJson = False,
) -> None:
    """Show what was asked and refused, by whom, and which rule stood in the way."""
    found = _asked(case, "refusals", by, why, lambda entries: refusals(entries, rule=rule), exercise=exercise)
    if as_json:
        typer.echo(printed(found))
        return
    show_refusals(found)


def show_refusals(found: list[Refusal]) -> None:
    """The refusals as a table, and how often each rule stood in the way."""
    columns = ("framework", "case", "seq", "child", "recorded_at", "attempted", "by", "role", "organisation")
    rows("Refusals", found, columns, wide=("rules",))
    for name, times in by_rule(found):
        console.print(f"  {times}  {name}", highlight=False, markup=False)


def gaps_(
    case: SomeCase = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    exercise: Exercise = False,
    as_json: AsJson = False,
) -> None:
    """Show notices not delivered, norms missed without a reason, acts without their title, late orders."""

    def ask(entries: list[folding.Body]) -> list[Gap]:
        return gaps(entries, _now(entries))

    found = _asked(case, "gaps", by, why, ask, exercise=exercise)
    if as_json:
        typer.echo(printed(found))
        return
    show_gaps(found)


def show_gaps(found: list[Gap]) -> None:
    """The gaps as a table."""
    columns = ("framework", "kind", "case", "seq", "child", "since", "days", "rule")
    rows("Gaps", found, columns, wide=("what",))


def _now(entries: list[folding.Body]) -> datetime:
    """Now (UTC); of an exercise that is ahead, its own clock."""
    return max(datetime.now(UTC), *(datetime.fromisoformat(entry["recorded_at"]) for entry in entries[-1:]))


def cohort(*, exercise: Exercise = False, as_json: AsJson = False) -> None:
    """Count over all cases, per organisation: how norms were kept and how late things were written down."""
    with database().connect() as connection:
        found = counted(_cases(connection, None, exercise=exercise), datetime.now(UTC))
    if as_json:
        typer.echo(printed(found))
        return
    show_cohort(found)


def show_cohort(found: Cohort) -> None:
    """The numbers as two tables."""
    console.print(f"{found.cases} cases, {found.children} children", highlight=False)
    numbers = ("started", "met_in_time", "met_late", "missed", "missed_explained", "running", "dropped")
    rows("Norms", found.norms, ("framework", "organisation", "rule", *numbers), wide=("days_late",))
    rows("Written down late", found.lateness, ("framework", "organisation", "event", "late"), wide=("days",))


def compare(
    file: Annotated[Path, typer.Argument(help="A CSV file: kind, child, date, and if known order and number.")],
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    exercise: Exercise = False,
    as_json: AsJson = False,
) -> None:
    """Show the orders a court gave and the requests that were sent which are not here; ends with 1 if there are."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            listed = read_list(opened)
    except (OSError, UnicodeDecodeError, WrongListError) as error:
        raise SettingsError(f"{file.name}: {error}") from None
    with database().connect() as connection:
        children = {line.child for line in listed}
        known: list[Here] = []
        standings: list[Standings] = []
        for entries in _cases(connection, None, exercise=exercise):
            if any(entry["child"] in children for entry in entries):
                known += here(entries)
                standings.append(Standings(entries))
        for seen in dict.fromkeys(one.case for one in known if one.child in children):
            noted(connection, seen, "compare", by, why)
    found = missing(listed, known, standings)
    if as_json:
        typer.echo(printed(found))
    else:
        show_missing(len(listed), found)
    if found:
        raise typer.Exit(1)


def show_missing(listed: int, found: list[Missing]) -> None:
    """What is not here, as a table."""
    columns = ("framework", "child", "kind", "day", "order", "number", "line")
    rows(f"On the list of {listed}, and not here", found, columns, wide=("nearest",))
