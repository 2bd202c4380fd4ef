"""Record the golden histories anew: ``python -m tests.golden record``, or only of named paths.

Do it when a path is added, or when a release changes what a workflow does on purpose; then the
cases that run must have moved on first (a new build id). Never to make a red test green.
"""

from __future__ import annotations

import asyncio
import sys

from temporalio.testing import TimeSkipper

from casetool.service import CaseService
from casetool.stack import Stack
from casetool.temporal import connect
from records.engine import engine
from tests.golden import recording
from tests.kit import Family


async def record(stack: Stack, paths: list[str]) -> None:
    """Play every named path once, and store the histories of its runs."""
    client = await connect(stack.addresses.temporal_address, "default")
    service = CaseService(client, stack.addresses.task_queue)
    pool = engine(stack.addresses.database_url)
    for name, path in ((name, recording.PATHS[name]) for name in paths):
        family = Family(service, pool, TimeSkipper(client))
        await path(family)
        await family.agree()
        found = [history async for history in recording.runs(client, family)]
        for number, history in enumerate(reversed(found), start=1):
            recording.write(f"{name}-{number}", history)
            sys.stdout.write(f"{name}-{number}: {len(history.events)} events\n")
    pool.dispose()


def main(arguments: list[str]) -> str | None:
    """Record, when that is what was asked; returns what was wrong with the question."""
    if arguments[:1] != ["record"] or not set(arguments[1:]) <= set(recording.PATHS):
        return __doc__
    recording.HISTORIES.mkdir(exist_ok=True)
    with Stack(durable=False) as stack:
        asyncio.run(record(stack, arguments[1:] or list(recording.PATHS)))
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
