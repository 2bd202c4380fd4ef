"""The real worker, which kills itself with SIGKILL once, at the point that a file names.

Everything else is as in production: the wiring is ``worker``'s own. The file is taken away by the
worker that dies, so the next one lives.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from psycopg_pool import AsyncConnectionPool
from temporalio import client, workflow
from temporalio.runtime import Runtime
from temporalio.worker import (
    ContinueAsNewInput,
    ExecuteWorkflowInput,
    HandleUpdateInput,
    Interceptor,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)
from typing_extensions import override

import worker
from casetool import temporal
from records import log
from tests.chaos.points import HOLDING, KillPoint

TRIGGER = Path(os.environ["CHAOS_TRIGGER"])
HELD = TRIGGER.with_suffix(".held")


def _taken(point: KillPoint) -> bool:
    """Whether this is the point, and no other worker died at it."""
    try:
        if TRIGGER.read_text(encoding="ascii") != point.name:
            return False
        TRIGGER.rename(HELD)
    except FileNotFoundError:
        return False
    return True


def _reached(point: KillPoint) -> None:
    """Die here, if this is the point."""
    if _taken(point):
        os.kill(os.getpid(), signal.SIGKILL)


async def _held(point: KillPoint) -> None:
    """Die here, or wait here to be killed, while the worker goes on with the rest."""
    if not _taken(point):
        return
    if point in HOLDING:
        await asyncio.Event().wait()
    os.kill(os.getpid(), signal.SIGKILL)


class Outbound(WorkflowOutboundInterceptor):
    """Dies when a new run is asked for."""

    @override
    def continue_as_new(self, input: ContinueAsNewInput) -> NoReturn:
        _reached(KillPoint.ROLLING)
        super().continue_as_new(input)


class Inbound(WorkflowInboundInterceptor):
    """Dies when an update comes in, or when a new run begins."""

    @override
    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(Outbound(outbound))

    @override
    async def execute_workflow(self, input: ExecuteWorkflowInput) -> object:
        if workflow.info().continued_run_id and not workflow.unsafe.is_replaying():
            _reached(KillPoint.ROLLED)
        return await super().execute_workflow(input)

    @override
    def handle_update_validator(self, input: HandleUpdateInput) -> None:
        _reached(KillPoint.ENTERING)
        super().handle_update_validator(input)


class Dying(client.Interceptor, Interceptor):
    """Puts the two above around every workflow."""

    @override
    def workflow_interceptor_class(self, input: WorkflowInterceptorClassInput) -> type[Inbound]:
        return Inbound


_append = log.append_from


async def append_from(pool: AsyncConnectionPool, request: log.Request) -> log.Answer:
    """The real append, with a death before and after it; reading on is no append."""
    if request.command is None:
        return await _append(pool, request)
    lapse = request.command.id.startswith("lapse/")
    before = (KillPoint.LAPSE_DRAFTED,) if lapse else (KillPoint.DRAFTED, KillPoint.ACCEPTED)
    after = (
        (KillPoint.LAPSE_COMMITTED,)
        if lapse
        else (KillPoint.COMMITTED, KillPoint.COMMITTED_ACCEPTED, KillPoint.COMMITTED_ALONE)
    )
    for point in before:
        await _held(point)
    answer = await _append(pool, request)
    for point in after:
        await _held(point)
    return answer


async def connect(address: str, namespace: str, runtime: Runtime | None = None) -> client.Client:
    """Connect as ever, and carry the interceptor."""
    config = (await temporal.connect(address, namespace, runtime)).config()
    config["interceptors"] = [*config["interceptors"], Dying()]
    return client.Client(**config)


if __name__ == "__main__":
    log.append_from = append_from
    vars(worker)["connect"] = connect
    code = worker.main()
    sys.stderr.flush()
    os._exit(code)
