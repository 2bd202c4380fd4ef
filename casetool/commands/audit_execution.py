"""``scheidslijn audit replay-execution``: whether the code that ran a case takes the steps that were recorded."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from audit import execution
from audit.answers import gather
from audit.execution import Means, Report
from casetool import keyfiles, replaying
from casetool.reading import By, Why, reading
from casetool.settings import PREFIX
from casetool.stack import code_build
from casetool.temporal import DATA_CONVERTER
from records.access import Purpose
from records.archive import ArchiveKeys

KEY_FILE = f"{PREFIX}ARCHIVE_KEY_FILE"


def replay_execution(  # noqa: PLR0913, PLR0917 - options of a command
    case: Annotated[str, typer.Argument(help="The id of the case.")],
    archive_key: Annotated[
        list[Path] | None,
        typer.Option(envvar=KEY_FILE, help="A file with a key of the archive; several if it changed."),
    ] = None,
    build: Annotated[
        list[str] | None,
        typer.Option(help="BUILD=PROGRAM: what replays the histories of another build (python -m casetool.replaying)."),
    ] = None,
    by: By = None,
    purpose: Why = Purpose.AUDIT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Run the kept histories of a case again with the builds that ran them; ends with 1 when something is wrong."""
    own = os.environ.get(f"{PREFIX}BUILD_ID") or code_build()
    keys = [keyfiles.read(file) for file in archive_key or []]
    means = Means(
        ArchiveKeys(keys[0], tuple(keys[1:])) if keys else None,
        partial(gather, converter=DATA_CONVERTER, namespace=replaying.NAMESPACE),
        {own: replaying.here, **replaying.programs(build or [])},
    )
    with reading(case, "execution", by, purpose) as connection:
        report = asyncio.run(execution.replay(connection, case, means))
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"holds": report.holds, "build": own}))
    else:
        _show(report, own)
    if not report.holds:
        raise typer.Exit(1)


def _show(report: Report, own: str) -> None:
    typer.echo(f"case {report.case}: {report.entries} entries, {len(report.runs)} runs; this is build {own}")
    for run in report.runs:
        length = f"{run.events} events, {'whole' if run.closed else 'as far as it was kept'}" if run.events else ""
        builds = f"build {', '.join(run.builds)}" if run.builds else ""
        said = "; ".join(part for part in (builds, length, run.words) if part)
        typer.echo(f"run {run.run}: {run.verdict.value}{f' ({said})' if said else ''}")
        for deed in run.operator:
            typer.echo(f"  by an operator: {deed}")
    answers = ", ".join(f"{count} {name}" for name, count in sorted(report.answers.items())) or "none"
    typer.echo(f"answers of the log in these histories: {answers}")
    typer.echo(f"{report.confirmed} entries were stored by a kept run, {report.swept} by a sweep of the archive")
    for words, entries in (
        ("adopted: read by a run, and stored by none that is kept (lawful, D8)", report.adopted),
        ("not covered by a kept history yet", report.uncovered),
        ("FAULT: known to no history, although that of their run is kept whole", report.unknown),
        ("FAULT: a run was told another hash", report.differing),
    ):
        if entries:
            typer.echo(f"{words}: {', '.join(map(str, entries))}")
    checked = f"; not run again, and so not checked: {report.unreplayed} runs" if report.unreplayed else ""
    typer.echo(f"{'nothing is wrong' if report.holds else 'this does not hold'}{checked}")
