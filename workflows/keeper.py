"""Keeper: one round of sealing the log, started by a Temporal Schedule.

A step that cannot be done now is tried again until the round's own time is over; the next round finds what is left.
Only what no retry mends, a log that is not what was signed, ends the round as failed.
"""

from __future__ import annotations

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy, VersioningBehavior

with workflow.unsafe.imports_passed_through():
    from states import keeping

STEP = timedelta(minutes=5)
RETRY = RetryPolicy(
    initial_interval=timedelta(seconds=1),
    maximum_interval=timedelta(seconds=30),
    non_retryable_error_types=[keeping.BROKEN_LOG],
)


@workflow.defn(name=keeping.KEEPER, versioning_behavior=VersioningBehavior.PINNED)
class Keeper:
    """Seals what is new, puts the head outside, and has it cosigned and timestamped."""

    @workflow.run
    async def run(self) -> list[str]:
        """Do each step once; gives which witnesses or authorities did not answer."""
        for step in (keeping.SEAL, keeping.OUTSIDE):
            await workflow.execute_activity(step, result_type=int, start_to_close_timeout=STEP, retry_policy=RETRY)
        problems: list[str] = []
        for step in (keeping.STAMP, keeping.WITNESS):
            problems += await workflow.execute_activity(
                step, result_type=list[str], start_to_close_timeout=STEP, retry_policy=RETRY
            )
        for problem in problems:
            workflow.logger.warning("the head of the log is not attested: %s", problem)
        return problems
