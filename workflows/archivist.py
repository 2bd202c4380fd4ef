"""The archive of histories, as workflows reach it: what a case asks, and the sweep that Schedules start."""

from __future__ import annotations

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy, VersioningBehavior

with workflow.unsafe.imports_passed_through():
    from states import archiving

SWEEP = timedelta(hours=6)
SILENCE = timedelta(minutes=2)
"""How long a sweep may be busy with one history."""
RETRY = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=1))

ONE = timedelta(minutes=1)
PATIENCE = timedelta(minutes=10)
"""After which a run before is left to the sweep."""


async def kept(case: str, run: str) -> archiving.Archived | None:
    """Have a closed run of the workflow that asks kept; nothing when there is no archive, or no history.

    Raises:
        ActivityError: it could not be done in time.
    """
    found: archiving.Archived | None = await workflow.execute_activity(
        archiving.ARCHIVE,
        archiving.ToArchive(case=case, workflow=workflow.info().workflow_id, run=run),
        result_type=archiving.Archived | None,  # type: ignore[arg-type]
        start_to_close_timeout=ONE,
        schedule_to_close_timeout=PATIENCE,
    )
    return found


@workflow.defn(name=archiving.ARCHIVIST, versioning_behavior=VersioningBehavior.PINNED)
class Archivist:
    """Keeps the histories that no next run kept (D13)."""

    @workflow.run
    async def run(self, everything: bool) -> archiving.Swept:  # noqa: FBT001 - a workflow takes its arguments by place
        """Sweep what ended lately; with ``everything``, all that Temporal has, and what runs on too."""
        swept: archiving.Swept = await workflow.execute_activity(
            archiving.SWEEP,
            everything,
            result_type=archiving.Swept,
            start_to_close_timeout=SWEEP,
            heartbeat_timeout=SILENCE,
            retry_policy=RETRY,
        )
        for run in swept.gone:
            workflow.logger.error("the history of run %s was gone before it was archived", run)
        for run in swept.other:
            workflow.logger.error("another history of run %s was recorded before", run)
        return swept
