"""The paths whose histories are kept: what a later build must still be able to replay.

Each is played on real servers with an invented family, and its runs are stored as JSON.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from temporalio.client import Client, WorkflowHistory

from casetool.service import ConflictError, RefusedError
from states import commands as c
from states.orders.order import OrderKind
from tests import stranger
from tests.kit import GI, Family, fresh

HISTORIES = Path(__file__).with_name("histories")
ELSEWHERE = frozenset({"identity", "stackTrace"})


async def voluntary(noor: Family) -> None:
    """Refused twice, helped, a consent that ends, a term that is missed, closed."""
    await noor.open()
    with suppress(RefusedError):
        await noor.send(noor.start_help(await noor.today()))
    ends = await noor.today() + timedelta(days=60)
    for consent in noor.consents(valid_until=ends):
        await noor.send(consent)
    await noor.send(noor.start_help(await noor.today()))
    with suppress(RefusedError):
        await noor.send(noor.close(await noor.today()))
    await noor.forward(await noor.now() + timedelta(days=75))
    await noor.send(noor.told())
    await noor.send(noor.close(await noor.today()))


_WHY = "Anna laat de GI niet binnen, en de zorgen om Noor blijven."


async def measure(noor: Family) -> None:
    """A provisional supervision, a supervision with a placement, each ending by itself."""
    start = date(2026, 1, 12)
    first = noor.order(OrderKind.PROVISIONAL_SUPERVISION, start, date(2026, 4, 12))
    await noor.send(first)
    await noor.send(c.NotifyGi(id=fresh("notify"), child=noor.child, by=GI))
    await noor.send(c.RegisterAct(id=fresh("act"), child=noor.child, by=GI, act=21, person="anna", reason=_WHY))
    await noor.forward(datetime(2026, 3, 30, 9, tzinfo=UTC))
    more = {"placement": "pleeggezin", "placement_end": date(2026, 10, 25), "placed_since": date(2026, 3, 30)}
    await noor.send(noor.order(OrderKind.SUPERVISION, date(2026, 3, 30), date(2027, 3, 28), more))
    with suppress(RefusedError):
        await noor.send(noor.start_help(await noor.today()))
    await noor.forward(datetime(2027, 4, 30, 9, tzinfo=UTC))
    await noor.send(noor.note())


async def strangers(noor: Family) -> None:
    """Entries that somebody else stored, and commands that were stored before."""
    await noor.open()
    note = noor.note()
    await noor.send(note)
    await noor.send(note)
    with suppress(ConflictError):
        await noor.send(noor.note(note.id, "Iets anders."))
    stranger.carries_out(noor.engine, noor.case, await noor.now(), noor.note(), noor.note())
    await noor.send(noor.note())


async def rolled(noor: Family) -> None:
    """Two runs: the second begins with what the first knew. Recorded by a build that kept no histories."""
    await noor.open()
    for consent in noor.consents():
        await noor.send(consent)
    run = await noor.run_id()
    await noor.handle.signal("roll")
    await noor.rolls(run)
    await noor.send(noor.start_help(await noor.today()))
    await noor.forward(await noor.now() + timedelta(days=30))
    await noor.send(noor.note())


async def archived(noor: Family) -> None:
    """Two runs, and a third: each keeps the run before, also while commands come."""
    await rolled(noor)
    run = await noor.run_id()
    await noor.handle.signal("roll")
    for consent in noor.consents("opvoedhulp"):
        await noor.send(consent)
    await noor.rolls(run)
    await noor.send(noor.note())


PATHS: dict[str, Callable[[Family], Awaitable[None]]] = {
    "voluntary": voluntary,
    "measure": measure,
    "strangers": strangers,
    "rolled": rolled,
    "archived": archived,
}
RUNS = {"voluntary": 1, "measure": 1, "strangers": 1, "rolled": 2, "archived": 3}


async def runs(client: Client, family: Family) -> AsyncIterator[WorkflowHistory]:
    """The histories of all runs of a case, the last run first."""
    run = await family.run_id()
    while run:
        history = await client.get_workflow_handle(family.handle.id, run_id=run).fetch_history()
        yield history
        run = history.events[0].workflow_execution_started_event_attributes.continued_execution_run_id


def write(name: str, history: WorkflowHistory) -> None:
    """Store a history."""
    text = json.dumps(_portable(json.loads(history.to_json())), indent=1, sort_keys=True)
    (HISTORIES / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _portable(value: object) -> object:
    """Leave out what only says on which machine, and where on it, the history was made."""
    if isinstance(value, list):
        return [_portable(item) for item in value]
    if isinstance(value, dict):
        kept = {key: _portable(item) for key, item in value.items() if key not in ELSEWHERE}
        sticky = kept.get("kind") == "TASK_QUEUE_KIND_STICKY"
        return kept | {"name": "sticky"} if sticky else kept
    return value


def names() -> set[str]:
    """What is to be stored: a name for each run of each path."""
    return {f"{path}-{number}" for path, count in RUNS.items() for number in range(1, count + 1)}
