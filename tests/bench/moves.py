"""Durable, audited moves: commands through the service, the case workflow, the law and the log."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable

import uvloop

from casetool.service import CaseService
from casetool.temporal import connect
from tests.bench import family, load
from tests.bench.contender import Ground, Play


def moves(ground: Ground, play_on: Callable[[Play], None]) -> None:
    """The load on the worker, from a client of ours; each round ends with delivered notices."""
    loop = uvloop.new_event_loop()
    cases = [f"move-{number}" for number in range(ground.cases)]
    numbers: Counter[str] = Counter()

    async def prepare() -> CaseService:
        client = await connect(ground.temporal_address, "default")
        service = CaseService(client, ground.task_queue)
        for command in family.opening():
            await asyncio.gather(*(service.send(case, command) for case in cases))
        return service

    service = loop.run_until_complete(prepare())

    async def move(case: str) -> None:
        await service.send(case, family.change_lead(numbers[case]))
        numbers[case] += 1

    async def tidy() -> None:
        await asyncio.gather(
            *(service.send(case, family.deliver(numbers[case])) for case in cases)
        )

    async def events() -> int:
        found = await asyncio.gather(*(service.handle(case).describe() for case in cases))
        return sum(one.history_length for one in found)

    async def round_(seconds: float) -> load.Sample:
        before = await events()
        sample = await load.run(cases, ground.at_once, seconds, move)
        sample.events = await events() - before
        return sample

    def play(seconds: float) -> load.Sample:
        return loop.run_until_complete(round_(seconds))
        
    play_on(play)
