"""``kill -9`` of the worker at each point of :class:`KillPoint`, and what is true afterwards.

A new worker is started and the same command is sent again under the same id, as a program would
that does not know what became of it. Then everybody must say the same, and say it once.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowUpdateRPCTimeoutOrCancelledError, WorkflowUpdateStage

from states import exchange as x
from states.orders.order import OrderKind
from states.people import Role
from states.position import State
from tests.chaos.points import HOLDING, KillPoint
from tests.chaos.ruins import Ruins
from tests.kit import Family, eventually, fresh

pytestmark = pytest.mark.usefixtures("turn")
COMMAND = [
    KillPoint.ENTERING,
    KillPoint.DRAFTED,
    KillPoint.COMMITTED,
]
MIDNIGHT = datetime(2026, 3, 1, 23, tzinfo=UTC)
BEFORE = timedelta(seconds=3)


def _sentence(point: object) -> str:
    return point.name if isinstance(point, KillPoint) else str(point)


async def _counts_once(family: Family, note: x.CommandSent, first: x.Outcome | None) -> None:
    """Sent again, the command has the same place; it stands in the log once; everybody agrees."""
    again = await family.send(note.command)
    assert first is None or (again.first_seq, again.recorded_at) == (first.first_seq, first.recorded_at)
    assert [body["command"] for body in family.entries()].count(note.command.id) == 1
    after = await family.send(family.note())
    assert after.first_seq == again.last_seq + 1
    await family.agree()


@pytest.mark.parametrize("point", COMMAND, ids=_sentence)
async def test_a_command_survives_its_worker(ruins: Ruins, noor: Family, point: KillPoint) -> None:
    """The client waits, and has its answer from the next worker."""
    note = x.CommandSent(command=noor.note())
    ruins.arm(point)
    async with asyncio.timeout(60):
        waiting = asyncio.create_task(noor.send(note.command))
        await ruins.dies()
        await ruins.start_worker()
        await _counts_once(noor, note, await waiting)


@pytest.mark.parametrize("point", sorted(HOLDING, key=_sentence), ids=_sentence)
async def test_an_accepted_command_survives_its_worker(ruins: Ruins, noor: Family, point: KillPoint) -> None:
    """Temporal knows of the update: it is carried out even if nobody sends it again."""
    note = x.CommandSent(command=noor.note())
    ruins.arm(point)
    async with asyncio.timeout(60):
        update = await noor.handle.start_update(
            "command",
            note,
            id=fresh("update"),
            wait_for_stage=WorkflowUpdateStage.ACCEPTED,
            result_type=x.Outcome,
        )
        await ruins.is_held()
        ruins.kill_worker()
        await ruins.dies()
        await ruins.start_worker()
        await _counts_once(noor, note, await update.result())


async def test_a_commit_that_nobody_else_knows_of_is_healed_by_the_next_command(ruins: Ruins, noor: Family) -> None:
    """The update was never stored and is never sent again: the log alone has it (D8)."""
    note = x.CommandSent(command=noor.note())
    before = noor.entries()
    accepted = (await noor.events()).count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
    ruins.arm(KillPoint.COMMITTED_ALONE)
    async with asyncio.timeout(90):
        waiting = asyncio.create_task(noor.send(note.command))
        await ruins.dies()
        waiting.cancel()
        with suppress(WorkflowUpdateRPCTimeoutOrCancelledError):
            await waiting
        await ruins.restart(ruins.temporal)
        events = await noor.events()
        assert events.count(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED) == accepted
        assert [body["command"] for body in noor.entries()[len(before) :]] == [note.command.id]
        await ruins.start_worker()
        other = await noor.send(noor.note())
        assert other.first_seq == len(before) + 2, "behind what nobody knew"
        await noor.agree()
        again = await noor.send(note.command)
        assert again.first_seq == len(before) + 1
        await noor.agree()


@pytest.mark.parametrize("point", [KillPoint.ROLLING, KillPoint.ROLLED], ids=_sentence)
async def test_a_case_survives_the_death_of_its_worker_between_two_runs(
    ruins: Ruins, noor: Family, point: KillPoint
) -> None:
    """With commands in flight: each counts once, in the old run or in the new one."""
    notes = [noor.note() for _ in range(6)]
    run = await noor.run_id()
    ruins.arm(point)
    async with asyncio.timeout(90), asyncio.TaskGroup() as group:
        sent = [group.create_task(noor.send(note)) for note in notes[:3]]
        await noor.handle.signal("roll")
        sent += [group.create_task(noor.send(note)) for note in notes[3:]]
        await ruins.dies()
        await ruins.start_worker()
        await noor.rolls(run)
    places = [task.result().first_seq for task in sent]
    assert sorted(places) == [body["seq"] for body in noor.told_of() if body["seq"] >= min(places)]
    for note, task in zip(notes, sent, strict=True):
        assert (await noor.send(note)).first_seq == task.result().first_seq
    await noor.agree()


@pytest.mark.parametrize("point", [KillPoint.LAPSE_DRAFTED, KillPoint.LAPSE_COMMITTED], ids=_sentence)
async def test_a_lapse_survives_its_worker(ruins: Ruins, point: KillPoint) -> None:
    """A measure ends at midnight while the worker dies over it: recorded once, at midnight."""
    noor = ruins.family(starts=MIDNIGHT - BEFORE)
    async with asyncio.timeout(90):
        ruins.arm(point)
        order = noor.order(OrderKind.PROVISIONAL_SUPERVISION, date(2026, 3, 1), date(2026, 3, 2))
        outcome = await noor.send(order)
        assert outcome.positions[noor.child].state == State.PROVISIONAL_SUPERVISION
        await ruins.dies()
        await ruins.start_worker()

        async def lapsed() -> bool:
            return await noor.state() is State.ASSESSMENT

        await eventually(lapsed)
    lapses = [body for body in noor.entries() if body["kind"] == "transition" and body["to"] == State.ASSESSMENT]
    assert [(b["actor"]["role"], b["effective_at"]) for b in lapses] == [(Role.SYSTEM, "2026-03-01T23:00:00.000000Z")]
    await noor.send(noor.note())
    await noor.agree()
    await noor.end()


async def test_what_lapsed_while_no_worker_ran_is_recorded_first(ruins: Ruins) -> None:
    """By the system, at its own moment, before the command that was waiting (D3)."""
    noor = ruins.family(starts=MIDNIGHT - BEFORE)
    async with asyncio.timeout(90):
        await noor.send(noor.order(OrderKind.PROVISIONAL_SUPERVISION, date(2026, 3, 1), date(2026, 3, 2)))
        ruins.kill_worker()
        before = noor.entries()

        async def past_midnight() -> bool:
            return await noor.now() > MIDNIGHT

        await eventually(past_midnight)
        waiting = asyncio.create_task(noor.send(noor.note()))
        await ruins.start_worker()
        outcome = await waiting
    after = noor.entries()[len(before) :]
    assert [body["actor"]["role"] for body in after] == [Role.SYSTEM, Role.LOCAL_TEAM]
    assert after[0]["effective_at"] == "2026-03-01T23:00:00.000000Z"
    assert outcome.positions[noor.child].state == State.ASSESSMENT
    await noor.agree()
    await noor.end()
