"""Durable, audited moves: commands through the service, the case workflow, the law and the log."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable

import uvloop

from casetool.service import CaseService
from casetool.temporal import connect
from tests.bench import family, load
from tests.bench.contender import Ground, Turns


def moves(ground: Ground, take_turns: Callable[[Turns], None]) -> None:
    """The load on the worker, from a client of ours; before each round, notices are delivered."""
    loop = uvloop.new_event_loop()
    cases = [f"move-{number}" for number in range(ground.plan.cases)]
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
        await asyncio.gather(*(service.send(case, family.deliver(case, numbers[case])) for case in cases))

    async def history(case: str) -> tuple[int, int]:
        return (await service.handle(case).describe()).history_length, numbers[case]

    async def one_round(seconds: float) -> load.Sample:
        events, moved = await history(cases[0])
        sample = await load.run(cases, ground.plan.at_once, seconds, move)
        events_now, moved_now = await history(cases[0])
        sample.events_each = (events_now - events) / (moved_now - moved)
        return sample

    def play(seconds: float) -> load.Sample:
        return loop.run_until_complete(one_round(seconds))

    take_turns(Turns(tidy=lambda: loop.run_until_complete(tidy()), play=play))
