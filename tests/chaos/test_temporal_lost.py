"""Temporal's database is gone with everything in it: the cases go on from their entries (D8)."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from casetool.recover import recover
from casetool.service import ConflictError
from states.orders.order import OrderKind
from states.people import Role
from states.position import State
from tests.chaos.ruins import Ruins
from tests.kit import Family, eventually

pytestmark = pytest.mark.usefixtures("turn")
MIDNIGHT = datetime(2026, 3, 1, 23, tzinfo=UTC)


async def _lost(ruins: Ruins) -> list[str]:
    """Lose everything Temporal knows, start over, and recover; returns the cases that started."""
    ruins.kill_worker()
    await ruins.lose_temporal()
    await ruins.start_worker()
    return await recover(ruins.client, ruins.engine, ruins.stack.addresses.task_queue)


async def test_cases_are_rebuilt_from_their_entries(ruins: Ruins, noor: Family) -> None:
    """Nobody sent a command yet, and the workflow knows what it knew; old commands count once."""
    notes = [noor.note() for _ in range(3)]
    for note in notes:
        await noor.send(note)
    before = noor.entries()
    async with asyncio.timeout(90):
        assert noor.case in await _lost(ruins)

        async def rebuilt() -> bool:
            return (await noor.view()).case.seq == len(before)

        await eventually(rebuilt)
        await noor.agree()
        assert (await noor.send(notes[1])).first_seq == len(before) - 1
        with pytest.raises(ConflictError):
            await noor.send(noor.note(notes[1].id, "Iets anders."))
        assert noor.entries() == before
        assert (await noor.send(noor.note())).first_seq == len(before) + 1
        await noor.agree()


async def test_a_case_that_nobody_recovered_goes_on_at_its_next_command(ruins: Ruins, noor: Family) -> None:
    """The service starts what does not run, from the log."""
    note = noor.note()
    first = await noor.send(note)
    before = noor.entries()
    async with asyncio.timeout(90):
        ruins.kill_worker()
        await ruins.lose_temporal()
        await ruins.start_worker()
        assert (await noor.send(note)).first_seq == first.first_seq
        assert noor.entries() == before
        await noor.send(noor.note())
        await noor.agree()


async def test_what_lapsed_while_temporal_was_gone_is_recorded_at_its_own_moment(ruins: Ruins) -> None:
    """Its timer was lost with it; the recovered run records the lapse before anything else."""
    noor = ruins.family(starts=MIDNIGHT - timedelta(seconds=3))
    await noor.send(noor.order(OrderKind.PROVISIONAL_SUPERVISION, date(2026, 3, 1), date(2026, 3, 2)))
    before = noor.entries()
    async with asyncio.timeout(90):
        assert noor.case in await _lost(ruins)

        async def lapsed() -> bool:
            return await noor.state() is State.ASSESSMENT

        await eventually(lapsed)
    (lapse,) = noor.entries()[len(before) :]
    assert (lapse["actor"]["role"], lapse["to"]) == (Role.SYSTEM, State.ASSESSMENT)
    assert datetime.fromisoformat(lapse["effective_at"]) == MIDNIGHT
    await noor.send(noor.note())
    await noor.agree()
    await noor.end()
