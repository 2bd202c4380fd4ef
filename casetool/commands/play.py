"""``scheidslijn play``: play scenario files on the real servers and say where they differ."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from audit import folding
from casetool.reaching import named
from casetool.scenario import PlayResult, Scenario, load, report
from casetool.scenario import play as play_on
from casetool.scenario.live import Live
from casetool.screen import console
from casetool.stack import Addresses, Stack, running
from casetool.temporal import connect
from records import engine as engines

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios"


def play(
    files: Annotated[list[Path] | None, typer.Argument(help="Scenario files (TOML).")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    demo: Annotated[bool, typer.Option(help="Play the scenarios that are shipped.")] = False,
) -> None:
    """Play scenario files on the real servers; ends with 1 when an expectation fails.

    The servers of this checkout are used when they run (scheidslijn run), or those named in the
    environment; otherwise servers are started for this play and stopped after it.
    """
    wanted = [*(files or []), *(sorted(SHIPPED.glob("*.toml")) if demo else [])]
    if not wanted:
        raise typer.BadParameter("name at least one scenario file, or use --demo")
    scenarios = [(file, load(file)) for file in wanted]
    with ExitStack() as stack:
        found = named() or running()
        if found is None:
            if not json:
                console.print("PostgreSQL, Temporal en een worker starten …")
            found = stack.enter_context(Stack(durable=False)).addresses
        results = asyncio.run(_play(found, scenarios, quiet=json))
    if json:
        typer.echo(report.as_json(results))
    if not all(result.ok for result in results):
        raise typer.Exit(1)


async def _play(found: Addresses, scenarios: list[tuple[Path, Scenario]], *, quiet: bool) -> list[PlayResult]:
    client = await connect(found.temporal_address, "default")
    engine = engines.engine(found.database_url, size=4)
    results = []
    try:
        for file, scenario in scenarios:
            for course in scenario.plays():
                case = uuid.uuid4().hex
                live = Live(client, engine, found.task_queue, case)
                shown = (lambda _step: None) if quiet else report.progress(console, course)
                result = await play_on(course, live, file=str(file), prefix=f"{case[:8]}.", progress=shown)
                results.append(result)
                if not quiet:
                    report.show(console, result)
                    _chain(engine, case)
    finally:
        engine.dispose()
    return results


def _chain(engine: Engine, case: str) -> None:
    """Verify the chain of the case that was played, and say so."""
    with engine.connect() as connection:
        faults = folding.faults(connection, case)
        entries = sum(1 for _ in folding.stored(connection, case))
    if faults:
        console.print(f"[bold red]× keten gebroken[/] bij regel {faults[0].seq}")
        raise typer.Exit(1)
    console.print(f"[green]✓[/] logboek van {entries} regels: de keten is heel", highlight=False)
