"""A bare Temporal update that does nothing: what the server and the SDK cost without any work.

``stock`` is the SDK as it comes: sandbox, default converter, gzip, asyncio's own loop. ``same`` is
our configuration. Run as a program it is the worker: ``python -m tests.bench.bare KIND ADDRESS``.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import Literal, cast

import uvloop
from temporalio import workflow
from temporalio.client import Client, WorkflowHandle
from temporalio.worker import PollerBehaviorSimpleMaximum, UnsandboxedWorkflowRunner, Worker

from casetool.temporal import connect
from tests.bench import load
from tests.bench.contender import Ground, Turns

Kind = Literal["stock", "same"]


@workflow.defn
class Bare:
    """A workflow that waits for ever and can be updated."""

    @workflow.run
    async def run(self) -> None:
        """Wait."""
        await workflow.wait_condition(lambda: False)

    @workflow.update
    async def nothing(self) -> None:
        """Do nothing, durably."""


async def _client(kind: Kind, address: str) -> Client:
    return await (Client.connect(address) if kind == "stock" else connect(address, "default"))


async def _serve(kind: Kind, address: str) -> None:
    client = await _client(kind, address)
    if kind == "stock":
        worker = Worker(client, task_queue=kind, workflows=[Bare])
    else:
        worker = Worker(
            client,
            task_queue=kind,
            workflows=[Bare],
            workflow_runner=UnsandboxedWorkflowRunner(),
            workflow_task_poller_behavior=PollerBehaviorSimpleMaximum(5),
        )
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    async with worker:
        await stop.wait()


def _load(kind: Kind, ground: Ground, take_turns: Callable[[Turns], None]) -> None:
    loop = asyncio.new_event_loop() if kind == "stock" else uvloop.new_event_loop()
    handles: dict[str, WorkflowHandle[Bare, None]] = {}

    async def prepare() -> None:
        client = await _client(kind, ground.temporal_address)
        for number in range(ground.plan.cases):
            id_ = f"bare/{kind}/{number}"
            handles[id_] = await client.start_workflow(Bare.run, id=id_, task_queue=kind)
            await handles[id_].execute_update(Bare.nothing)

    async def update(case: str) -> None:
        await handles[case].execute_update(Bare.nothing)

    def play(seconds: float) -> load.Sample:
        return loop.run_until_complete(load.run(list(handles), ground.plan.at_once, seconds, update))

    loop.run_until_complete(prepare())
    take_turns(Turns(tidy=lambda: None, play=play))


def stock(ground: Ground, take_turns: Callable[[Turns], None]) -> None:
    """The load on a stock worker, from a stock client."""
    _load("stock", ground, take_turns)


def same(ground: Ground, take_turns: Callable[[Turns], None]) -> None:
    """The load on a worker with our configuration, from a client of ours."""
    _load("same", ground, take_turns)


if __name__ == "__main__":
    _kind, _address = cast("Kind", sys.argv[1]), sys.argv[2]
    (asyncio.run if _kind == "stock" else uvloop.run)(_serve(_kind, _address))
