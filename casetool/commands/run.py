"""``scheidslijn run``: the servers and the worker of this checkout stay up until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import threading

from casetool import recover
from casetool.screen import console
from casetool.stack import STATE, Addresses, Stack
from casetool.temporal import connect
from records import engine as engines


def run() -> None:
    """Start PostgreSQL, Temporal and the worker; data of this checkout survives a restart."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with Stack(STATE, ui=True) as stack:
        back = asyncio.run(_recover(stack.addresses))
        console.print(f"PostgreSQL en Temporal draaien; gegevens in {STATE}", highlight=False)
        console.print(f"Temporal: {stack.addresses.temporal_address}", highlight=False)
        if stack.addresses.ui_address:
            console.print(f"Temporal-schermen: {stack.addresses.ui_address}", highlight=False)
        if back:
            console.print(f"{len(back)} zaken gaan verder op deze versie")
        console.print("Een ander venster: scheidslijn play …, scheidslijn case list")
        console.print("Stoppen: Ctrl-C")
        while not stop.wait(0.5):
            stack.watch()
        console.print("Stoppen …")


async def _recover(addresses: Addresses) -> list[str]:
    """Cases of an older build, or whose workflow is gone, go on from their entries."""
    client = await connect(addresses.temporal_address, "default")
    engine = engines.engine(addresses.database_url, size=2)
    try:
        return await recover.recover(client, engine, addresses.task_queue, build=addresses.build_id)
    finally:
        engine.dispose()
