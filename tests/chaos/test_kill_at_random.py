"""``kill -9`` while commands run, at moments that nobody chose: of the worker and of the servers."""

from __future__ import annotations

import asyncio
import random

import pytest

from embedded.postgres import Postgres
from embedded.temporal import Temporal
from tests.chaos.load import Load, load
from tests.chaos.ruins import Ruins
from tests.kit import eventually

KILLS, KILLS_SAMPLE = 200, 4
SERVER_KILLS, SERVER_KILLS_SAMPLE = 20, 1
AWAY, AWAY_SAMPLE = 30.0, 5.0
AT_MOST = 4.0
"""Seconds between two kills: a task that lost its worker is given to another after three."""


async def _goes_on(work: Load) -> None:
    """Wait until something that was sent by now has been answered."""
    so_far = work.answered

    async def more() -> bool:
        return work.answered > so_far

    await eventually(more, 60)


@pytest.mark.timeout(1800)
async def test_a_worker_killed_at_random_moments_loses_and_doubles_nothing(
    ruins: Ruins, dice: random.Random, *, full: bool
) -> None:
    """Two hundred times with ``make chaos``; the seed stands at the top of the report."""
    async with load(ruins) as work:
        for _ in range(KILLS if full else KILLS_SAMPLE):
            await asyncio.sleep(dice.uniform(0, AT_MOST))
            ruins.kill_worker()
            await ruins.start_worker()
        await _goes_on(work)


def _server(ruins: Ruins, name: str) -> Postgres | Temporal:
    return ruins.postgres if name == "postgres" else ruins.temporal


@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["postgres", "temporal"])
async def test_a_server_killed_while_commands_run_loses_and_doubles_nothing(
    ruins: Ruins, dice: random.Random, name: str, *, full: bool
) -> None:
    """What was answered was on disk; what was not is sent again."""
    async with load(ruins) as work:
        for _ in range(SERVER_KILLS if full else SERVER_KILLS_SAMPLE):
            await _goes_on(work)
            await asyncio.sleep(dice.uniform(0, 1))
            await ruins.restart(_server(ruins, name))
        await _goes_on(work)


@pytest.mark.timeout(300)
async def test_a_database_that_is_away_delays_commands_and_fails_none(ruins: Ruins, *, full: bool) -> None:
    """Nobody gets an error: who sent a command in that time has to wait for the answer."""
    async with load(ruins) as work:
        await _goes_on(work)
        before = work.answered
        away = asyncio.create_task(ruins.restart(ruins.postgres, AWAY if full else AWAY_SAMPLE))
        await away
        during = work.answered - before
        await _goes_on(work)
    assert during <= len(work.families), "only what was stored before the kill can have been answered"
    assert work.errors == 0
