"""How histories are kept here: what the settings say, and the schedules that a worker makes of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleCalendarSpec,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
    ScheduleUpdate,
    ScheduleUpdateInput,
)

from casetool import keyfiles
from casetool.settings import Settings
from records.archive import ArchiveKeys
from states.archiving import ARCHIVIST

LATELY, NIGHTLY = "archive", "archive-nightly"
NIGHT = 2
"""The hour (Amsterdam) at which everything is swept."""
CATCHUP = timedelta(minutes=1)
ENOUGH = 3
"""So many sweeps should look at a run that ended before Temporal forgets it."""


def keys(settings: Settings) -> ArchiveKeys | None:
    """The keys of the archive; ``None`` when none is set.

    Raises:
        SettingsError: a key file cannot be read.
    """
    if settings.archive_key_file is None:
        return None
    return ArchiveKeys(
        keyfiles.read(settings.archive_key_file), tuple(map(keyfiles.read, settings.archive_old_key_files))
    )


async def schedule(client: Client, settings: Settings) -> None:
    """See that Temporal sweeps, often and every night; safe to repeat, by several workers at once."""
    often = ScheduleSpec(intervals=[ScheduleIntervalSpec(every=timedelta(seconds=settings.archive_every))])
    night = ScheduleSpec(
        calendars=[ScheduleCalendarSpec(hour=[ScheduleRange(NIGHT)], minute=[ScheduleRange(30)])],
        time_zone_name="Europe/Amsterdam",
    )
    for name, spec, everything in ((LATELY, often, False), (NIGHTLY, night, True)):
        wanted = Schedule(
            action=ScheduleActionStartWorkflow(ARCHIVIST, everything, id=name, task_queue=settings.task_queue),
            spec=spec,
            # What was missed while Temporal was away is found by the next sweep.
            policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=CATCHUP),
        )
        try:
            await client.create_schedule(name, wanted)
        except ScheduleAlreadyRunningError:
            await client.get_schedule_handle(name).update(partial(_keep_paused, wanted))


async def short_retention(client: Client, settings: Settings) -> timedelta | None:
    """For how long Temporal keeps a run that ended, when that is too short for the sweeps to be in time for sure."""
    request = DescribeNamespaceRequest(namespace=client.namespace)
    found = await client.workflow_service.describe_namespace(request)
    retention = found.config.workflow_execution_retention_ttl.ToTimedelta()
    return retention if retention < ENOUGH * timedelta(seconds=settings.archive_every) else None


def _keep_paused(wanted: Schedule, found: ScheduleUpdateInput) -> ScheduleUpdate:
    wanted.state = found.description.schedule.state
    return ScheduleUpdate(schedule=wanted)
