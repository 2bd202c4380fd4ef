"""``scheidslijn recover``: start the workflows of all open cases again, from the entries alone."""

from __future__ import annotations

import asyncio

import typer

from casetool import recover as recovery
from casetool.reaching import addresses
from casetool.temporal import connect
from records import engine as engines


def recover(
    build: str | None = typer.Option(
        None, help="Also end and start again every case that is pinned to another build than this."
    ),
) -> None:
    """Start what does not run. Safe to repeat; a case that runs is left alone."""
    started = asyncio.run(_recover(build))
    typer.echo(f"{len(started)} case(s) started")
    for case in started:
        typer.echo(f"  {case}")


async def _recover(build: str | None) -> list[str]:
    found = addresses()
    client = await connect(found.temporal_address, "default")
    engine = engines.engine(found.database_url, size=2)
    return await recovery.recover(client, engine, found.task_queue, build=build)
