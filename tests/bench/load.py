"""A closed loop: so many at once, each on an idle case, for so many seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue


@dataclass
class Sample:
    """What a round gave: its length and that of each operation (seconds), and history events of each."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    events_each: float = 0.0


async def run(cases: list[str], at_once: int, seconds: float, operate: Callable[[str], Awaitable[None]]) -> Sample:
    """Operate on cases, at most one operation on a case at a time; an error ends the round."""
    idle: asyncio.Queue[str] = asyncio.Queue()
    for case in cases:
        idle.put_nowait(case)
    sample = Sample()
    begin = time.perf_counter()

    async def work() -> None:
        while (started := time.perf_counter()) < begin + seconds:
            case = await idle.get()
            await operate(case)
            idle.put_nowait(case)
            sample.latencies.append(time.perf_counter() - started)

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(work())
    sample.seconds = time.perf_counter() - begin
    return sample


def run_in_threads(cases: list[str], at_once: int, seconds: float, operate: Callable[[str], None]) -> Sample:
    """Do the same with threads, for an interface that blocks."""
    idle: SimpleQueue[str] = SimpleQueue()
    for case in cases:
        idle.put(case)
    sample = Sample()
    begin = time.perf_counter()

    def work() -> None:
        while (started := time.perf_counter()) < begin + seconds:
            case = idle.get()
            operate(case)
            idle.put(case)
            sample.latencies.append(time.perf_counter() - started)

    with ThreadPoolExecutor(at_once) as pool:
        for done in [pool.submit(work) for _ in range(at_once)]:
            done.result()
    sample.seconds = time.perf_counter() - begin
    return sample
