"""``scheidslijn audit replay``: the history of a case decided again, under the rules of its day or under others."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from audit import projections
from audit.replay import Replay, replay
from audit.then_and_now import Otherwise, then_and_now
from casetool.commands.audit_case import read
from casetool.commands.audit_show import AsJson, printed, rows
from casetool.commands.case import CaseId
from casetool.reading import By, Why, reading
from casetool.screen import console
from casetool.shelf import find
from records.access import Purpose
from states.editions.book import rules
from states.editions.edition import Edition
from states.position import framework_of

Under = Annotated[str | None, typer.Option(help="Under this edition (law editions) instead of that of each entry.")]


def replay_(  # noqa: PLR0913 - one option for each way to replay
    case: CaseId,
    under: Under = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    today: Annotated[bool, typer.Option("--today", help="Under the edition of today.")] = False,
    quick: Annotated[bool, typer.Option(help="Leave out what lies ahead after every entry.")] = False,
    as_json: AsJson = False,
) -> None:
    """Fold the entries through the law again and compare; ends with 1 at a difference.

    With --under or --today: which moves and acts those rules would refuse.
    """
    with reading(case, "replay", by, why) as connection:
        entries = read(connection, case)
        tables = projections.unlike(connection, case) if under is None and not today else []
    if under is not None or today:
        edition = find(under) if under else rules(datetime.now(UTC))
        otherwise = then_and_now(entries, edition)
        if as_json:
            typer.echo(printed(otherwise))
        else:
            show_otherwise(case, edition, otherwise)
        return
    found = replay(entries, forecasts=not quick)
    if as_json:
        typer.echo(json.dumps(_plain(found) | {"tables": tables}, default=str, ensure_ascii=False))
    else:
        show_replay(case, found, tables)
    if found.count or tables:
        raise typer.Exit(1)


def show_otherwise(case: str, edition: Edition, found: list[Otherwise]) -> None:
    """What an edition would not do, as a table."""
    columns = ("framework", "seq", "child", "effective_at", "now", "rule")
    rows(f"{case} under edition {edition.id}", found, columns, wide=("what", "why"))


def _plain(found: Replay) -> dict[str, object]:
    counts = {name: getattr(found, name) for name in ("entries", "again", "adopted", "undecided", "count")}
    frameworks = {child: rows_["framework"] for child, rows_ in _standing(found).items()}
    return {
        "frameworks": frameworks,
        **counts,
        "why": dict(found.why),
        "differences": list(map(asdict, found.differences)),
    }


def _standing(found: Replay) -> dict[str, dict[str, str]]:
    return {child.id: {"framework": framework_of(child.state).value} for child in found.case.children.values()}


def show_replay(case: str, found: Replay, tables: list[str]) -> None:
    """What came of a replay, in words."""
    standing = ", ".join(f"{child}: {row['framework']}" for child, row in _standing(found).items())
    console.print(f"{standing} · {case}", highlight=False, markup=False)
    console.print(
        f"{found.entries} entries: {found.again} decided again, {found.adopted} adopted (their command is not"
    )
    console.print(f"stored; what follows from them was worked out again), {found.undecided} not worked out again")
    for why, times in found.why.most_common():
        console.print(f"  {times}  {why}", highlight=False, markup=False)
    if found.first is not None:
        console.print(f"[bold red]{found.count} difference(s); the first:[/]")
        rows(
            "Recorded, and worked out again",
            found.differences,
            ("framework", "seq", "child", "what"),
            wide=("recorded", "recomputed"),
        )
    for line in tables:
        console.print(f"TABLES {line}", highlight=False, markup=False)
    if not found.count and not tables:
        console.print("no difference; the tables follow from the entries")
