"""A case goes on in a new run (continue-as-new), and nothing is lost or doubled on the way.

On request, on a new build, when the server finds the history long enough; with commands in flight
and while its clock is being skipped.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from temporalio.client import Client

import embedded.temporal
from casetool.service import IN_FLIGHT
from casetool.stack import Stack
from casetool.temporal import connect
from embedded.temporal import Temporal
from states.orders.order import OrderKind
from states.people import Role
from tests.kit import MONDAY, Family, eventually, fresh
from tests.workflow.conftest import Builds

Families = Callable[..., Family]
LONG = 40
PROMPT = timedelta(seconds=10)


async def test_a_case_rolls_on_request_and_stays_the_same(family: Families) -> None:
    """An operator asks; the new run knows the whole case and has its timer."""
    noor = family()
    await noor.open()
    before, run = await noor.view(), await noor.run_id()
    await noor.handle.signal("roll")
    await noor.rolls(run)
    after = await noor.view()
    assert (after.case.children, after.armed) == (before.case.children, before.armed)
    await noor.send(noor.note())
    await noor.agree()


async def test_commands_in_flight_are_answered_while_a_case_rolls(family: Families) -> None:
    """Handlers end first; who comes too late is sent on to the new run by the service."""
    noor = family()
    await noor.open()
    run = await noor.run_id()
    notes = [noor.note() for _ in range(40)]
    waiting = iter(notes)

    async def one_after_the_other() -> None:
        for note in waiting:
            await noor.send(note)

    async with asyncio.TaskGroup() as group:
        for _ in range(IN_FLIGHT):
            group.create_task(one_after_the_other())
        for _ in range(3):
            await noor.handle.signal("roll")
            run = await noor.rolls(run)
    stored = [body["command"] for body in noor.told_of()]
    assert sorted(stored[-len(notes) :]) == sorted(note.id for note in notes)
    await noor.agree()


async def test_a_case_moves_to_a_new_build_by_itself(builds: Builds) -> None:
    """Pinned while it runs, on the new build from the next run on; its entries say which (D13)."""
    old, new = fresh("build"), fresh("build")
    async with builds.serving(old):
        noor = builds.family()
        await noor.open()
        run = await noor.run_id()
        async with builds.serving(new):

            async def moved_on() -> bool:
                # The server tells a run of a new build with its tasks, once it knows itself.
                await noor.send(noor.note())
                return await noor.run_id() != run

            await eventually(moved_on)
            await noor.send(noor.note())
            await noor.agree()
    by_build = [build for build, _ in itertools.groupby(body["build"] for body in noor.entries())]
    assert by_build == [old, new]


async def test_a_case_stays_on_its_build_until_then(builds: Builds) -> None:
    """A new build that nobody made current is not asked."""
    old = fresh("build")
    async with builds.serving(old), builds.serving(fresh("build"), current=False):
        noor = builds.family()
        await noor.open()
        run = await noor.run_id()
        for _ in range(3):
            await noor.send(noor.note())
        assert await noor.run_id() == run
    assert {body["build"] for body in noor.entries()} == {old}


@pytest.fixture(scope="module")
def impatient() -> Iterator[Temporal]:
    """A Temporal that suggests a new run after forty events."""
    limit = "limit.historyCount.suggestContinueAsNew"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(embedded.temporal.TIME_SKIPPING, limit, str(LONG))
        server = Temporal()
        server.start()
    yield server
    server.remove()


async def _lengths(client: Client, family: Family) -> list[int]:
    """How many events each run of a case has, the last run first."""
    lengths = []
    run = await family.run_id()
    while run:
        history = await client.get_workflow_handle(family.handle.id, run_id=run).fetch_history()
        lengths.append(len(history.events))
        run = history.events[0].workflow_execution_started_event_attributes.continued_execution_run_id
    return lengths


async def test_a_long_history_rolls_at_the_suggestion_of_the_server(
    impatient: Temporal, engine: Engine, stack: Stack
) -> None:
    """No run gets much longer than the server likes, and no command notices."""
    builds = Builds(await connect(impatient.address, "default"), engine, stack)
    async with builds.serving(fresh("build")):
        noor = builds.family()
        await noor.open()
        notes = [noor.note() for _ in range(30)]
        for note in notes:
            await noor.send(note)
        lengths = await _lengths(builds.client, noor)
        assert len(lengths) > 3
        assert max(lengths) < 2 * LONG
        assert [body["command"] for body in noor.entries()][-30:] == [note.id for note in notes]
        await noor.agree()


async def test_a_case_rolls_while_its_clock_is_skipped(impatient: Temporal, engine: Engine, stack: Stack) -> None:
    """Months pass in one go, in many runs: every lapse is recorded at its own moment, once."""
    builds = Builds(await connect(impatient.address, "default"), engine, stack)
    async with builds.serving(fresh("build")):
        noor = builds.family()
        today = MONDAY.date()
        children = [f"{noor.child}.{number}" for number in range(12)]
        for number, child in enumerate(children):
            end = today + timedelta(days=20 + 5 * number)
            await noor.send(noor.order(OrderKind.PROVISIONAL_SUPERVISION, today, end, child=child))
        runs, seen = len(await _lengths(builds.client, noor)), len(noor.entries())
        await noor.forward(MONDAY + timedelta(days=120))
        lapses = noor.entries()[seen:]
        assert len(await _lengths(builds.client, noor)) >= runs + 3
        assert {body["actor"]["role"] for body in lapses} == {Role.SYSTEM}
        landed = [body["child"] for body in lapses if body["kind"] == "transition"]
        assert landed == children, "each child once, in the order of the ends"
        late = [
            datetime.fromisoformat(body["recorded_at"]) - datetime.fromisoformat(body["effective_at"])
            for body in lapses
        ]
        assert timedelta(0) <= min(late) <= max(late) < PROMPT
        await noor.agree()
