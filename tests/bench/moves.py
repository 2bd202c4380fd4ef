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
    """The load on the worker, from a client of ours; each round begins with delivered notices."""
    loop = uvloop.new_event_loop()
    cases = [f"move-{number}" for number in range(ground.cases)]
    numbers: Counter[str] = Counter()

    async def prepare() -> CaseService:
        client = await connect(ground.temporal_address, "default")
        service = CaseService(client, ground.task_queue)
        openings = [(case, family.opening(case)) for case in cases]
        for step in range(len(openings[0][1])):
            await asyncio.gather(*(service.send(case, all_[step]) for case, all_ in openings))
        return service

    service = loop.run_until_complete(prepare())

    async def move(case: str) -> None:
        await service.send(case, family.change_lead(case, numbers[case]))
        numbers[case] += 1

    async def tidy() -> None:
        await asyncio.gather(
            *(service.send(case, family.deliver(case, numbers[case])) for case in cases)
        )

    async def events() -> int:
        found = await asyncio.gather(*(service.handle(case).describe() for case in cases))
        return sum(one.history_length for one in found)

    async def one_round(seconds: float) -> load.Sample:
        await tidy()
        before = await events()
        sample = await load.run(cases, ground.at_once, seconds, move)
        sample.events = await events() - before
        return sample

    def play(seconds: float) -> load.Sample:
        return loop.run_until_complete(one_round(seconds))

    play_on(play)
