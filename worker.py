"""The worker process: the one place where real things are wired together.

Ends with 0 after a graceful stop, 2 when a setting is missing or wrong, 3 when PostgreSQL or
Temporal cannot be reached, 4 when the database is not in step with this build, 5 when it holds rules
that were not proved.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from datetime import timedelta

import structlog
import uvloop
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import Engine
from sqlalchemy.exc import ProgrammingError
from temporalio.api.workflowservice.v1 import SetWorkerDeploymentCurrentVersionRequest
from temporalio.client import Client
from temporalio.common import MetricMeter, WorkerDeploymentVersion
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig
from temporalio.service import RPCError
from temporalio.worker import (
    PollerBehaviorSimpleMaximum,
    UnsandboxedWorkflowRunner,
    Worker,
    WorkerDeploymentConfig,
    WorkflowRunner,
)
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

from activities.archive import Archive, Archivist
from activities.keeper import LogKeeper
from activities.log import CaseLog
from casetool import archiving, logs, sealing
from casetool.proved import UnprovedError, unproved
from casetool.settings import DEPLOYMENT, Settings, SettingsError, load
from casetool.temporal import TemporalUnreachableError, connect
from records import engine as engines
from records.editions import differences
from records.errors import OutOfStepError, UnreachableError
from states.editions.book import book
from workflows.archivist import Archivist as Sweep
from workflows.family_case import FamilyCase
from workflows.keeper import Keeper

APPENDS = 16
"""How many commands can be in the database at once; further ones wait in the worker."""
KEEPERS = 2
GRACE = timedelta(seconds=10)
PAUSE = timedelta(seconds=3)
log = structlog.get_logger("worker")


def _runner(settings: Settings) -> WorkflowRunner:
    return SandboxedWorkflowRunner() if settings.sandbox else UnsandboxedWorkflowRunner()


def build(  # noqa: PLR0913 - here everything is wired together
    client: Client,
    pool: AsyncConnectionPool,
    settings: Settings,
    meter: MetricMeter = MetricMeter.noop,
    keeper: LogKeeper | None = None,
    *,
    archive: Archive | None = None,
) -> Worker:
    """A worker for one build, with everything it needs; a keeper seals the log, an archive keeps histories."""
    key = settings.digest_key_bytes
    case_log = CaseLog(pool, key, exercises=settings.exercises, meter=meter)
    archivist = Archivist(client, case_log, archive)
    return Worker(
        client,
        task_queue=settings.task_queue,
        workflows=[FamilyCase, Keeper, Sweep],
        activities=[case_log.append, *archivist.activities, *(keeper.activities if keeper else ())],
        max_concurrent_activities=APPENDS,
        max_concurrent_local_activities=APPENDS,
        max_cached_workflows=settings.max_cached_cases,
        workflow_runner=_runner(settings),
        interceptors=[logs.BindCase()],
        graceful_shutdown_timeout=GRACE,
        # What an idle case waits when the worker that had it in memory is gone; the default is ten.
        sticky_queue_schedule_to_start_timeout=PAUSE,
        workflow_task_poller_behavior=PollerBehaviorSimpleMaximum(5),
        deployment_config=WorkerDeploymentConfig(
            version=WorkerDeploymentVersion(DEPLOYMENT, settings.build_id),
            use_worker_versioning=True,
        ),
    )


def in_step(engine: Engine) -> None:
    """See that the database knows the rules of this build.

    Raises:
        UnreachableError: PostgreSQL does not answer.
        OutOfStepError: it does not, or holds others under the same name.
    """
    with engine.connect() as connection:
        try:
            found = [line for edition in book().editions for line in differences(connection, edition)]
        except ProgrammingError:
            found = ["the tables are not there yet: run scheidslijn db upgrade"]
    engine.dispose()
    if found:
        raise OutOfStepError(tuple(found))


def proved(settings: Settings) -> None:
    """See that every edition of the book passed the proof; where exercises are allowed, only say that one did not.

    Raises:
        UnprovedError: one did not, or changed since, and real families may depend on it.
    """
    found = unproved(book().editions)
    if found and not settings.exercises:
        raise UnprovedError(found)
    for line in found:
        log.warning("unproved_rules", reason=line, only="exercises")


async def make_current(client: Client, build_id: str) -> None:
    """Make a build the one that new runs go to; waits until the server has seen its worker."""
    request = SetWorkerDeploymentCurrentVersionRequest(
        namespace=client.namespace,
        deployment_name=DEPLOYMENT,
        build_id=build_id,
        identity=client.identity,
        ignore_missing_task_queues=True,
    )
    for _ in range(100):
        try:
            await client.workflow_service.set_worker_deployment_current_version(request)
        except RPCError:
            await asyncio.sleep(0.1)
        else:
            return
    message = f"the server does not know build {build_id} of {DEPLOYMENT}"
    raise TemporalUnreachableError(message)


async def serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM, then let what is under way end."""
    metrics = None
    if settings.metrics_address:
        metrics = PrometheusConfig(bind_address=settings.metrics_address)
    runtime = Runtime(telemetry=TelemetryConfig(metrics=metrics))
    database = settings.database_url.get_secret_value()
    in_step(engines.engine(database, size=1))
    client = await connect(settings.temporal_address, settings.temporal_namespace, runtime)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    how = sealing.keeping(settings)
    # A pool of its own: sealing takes no connection from the append.
    keeper = LogKeeper(engines.engine(database, size=KEEPERS), how) if how else None
    keys = archiving.keys(settings)
    archive = Archive(engines.engine(database, size=KEEPERS), keys) if keys else None
    meter = runtime.metric_meter
    async with (
        engines.pool(database, size=APPENDS) as pool,
        build(client, pool, settings, meter, keeper, archive=archive),
    ):
        await make_current(client, settings.build_id)
        if keeper is None:
            log.warning("log_not_sealed", reason="SCHEIDSLIJN_SEAL_KEY_FILE is not set")
        else:
            await sealing.schedule(client, settings)
            log.info("log_sealed", key=str(how.key.signer.verifier) if how else "", every=settings.seal_every)
        if archive is None:
            log.warning("histories_not_kept", reason="SCHEIDSLIJN_ARCHIVE_KEY_FILE is not set")
        else:
            await archiving.schedule(client, settings)
            if retention := await archiving.short_retention(client, settings):
                log.warning("retention_is_short", hours=retention.total_seconds() / 3600, every=settings.archive_every)
        # Modules and models live as long as the process: no collection has to look at them again.
        gc.freeze()
        log.info("worker_started", build=settings.build_id, queue=settings.task_queue)
        await stop.wait()
        log.info("worker_stopping")


def main() -> int:
    """Start, serve, stop; the exit code says how it ended."""
    try:
        settings = load()
    except SettingsError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no log yet
        return 2
    logs.configure(json=settings.log_json, build=settings.build_id)
    try:
        proved(settings)
        uvloop.run(serve(settings))
    except UnprovedError as error:
        log.critical("unproved", reason=str(error))
        return 5
    except (TemporalUnreachableError, UnreachableError) as error:
        log.critical("unreachable", reason=str(error))
        return 3
    except OutOfStepError as error:
        log.critical("database_out_of_step", reason=str(error))
        return 4
    except SettingsError as error:
        log.critical("settings", reason=str(error))
        return 2
    return 0


if __name__ == "__main__":
    code = main()
    with suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    # The SDK's threads can crash an interpreter that takes its time to end (Python 3.11).
    os._exit(code)
