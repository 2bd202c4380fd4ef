"""Start the workflows of all open cases again, from the entries alone (D8).

For a Temporal cluster that was lost with everything in it, and for cases pinned to a build that
nobody runs any more. Safe to repeat: a case that runs is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.service import RPCError, RPCStatusCode

from casetool.service import TASK_TIMEOUT, workflow_id
from records import queries
from records.tables import CaseHeadRow
from states import exchange as x
from states.position import State
from states.terms.table import TERMS


def _heads(connection: Connection) -> Iterator[CaseHeadRow]:
    for exercise in (False, True):
        yield from queries.every_case(connection, exercise=exercise)


def _open(connection: Connection, case: str) -> bool:
    """Whether somebody has to keep watch: a child is open, or a term still runs."""
    if any(c.state is not State.CLOSED for c in queries.children(connection, case)):
        return True
    terms = queries.open_terms(connection, case=case)
    return any(not TERMS[term.rule].retention for term in terms)


async def _runs(client: Client, case: str, build: str | None) -> bool:
    """Whether the case runs; one pinned to another build than ``build`` is ended here."""
    handle = client.get_workflow_handle(workflow_id(case))
    try:
        found = await handle.describe()
    except RPCError as error:
        if error.status is RPCStatusCode.NOT_FOUND:
            return False
        raise
    if found.status is not WorkflowExecutionStatus.RUNNING:
        return False
    info = found.raw_description.workflow_execution_info.versioning_info
    pinned = info.deployment_version.build_id
    if build is None or pinned in ("", build):
        return True
    await handle.terminate(reason=f"pinned to build {pinned}; goes on from its entries on {build}")
    return False


async def recover(client: Client, engine: Engine, task_queue: str, *, build: str | None = None) -> list[str]:
    """Start what does not run; returns the ids of the cases that were started.

    ``build``: end and start again what is pinned to any other build.

    Raises:
        UnreachableError: PostgreSQL does not answer.
    """
    started = []
    with engine.connect() as connection:
        wanted = [h for h in _heads(connection) if _open(connection, h.case_id)]
    for head in wanted:
        if await _runs(client, head.case_id, build):
            continue
        now = datetime.now(UTC)
        offset = ((head.last_recorded_at or now) - now).total_seconds()
        await client.start_workflow(
            "FamilyCase",
            x.CaseStart(
                id=head.case_id,
                exercise=head.exercise,
                clock_offset=offset if head.exercise else 0.0,
            ),
            id=workflow_id(head.case_id),
            task_queue=task_queue,
            task_timeout=TASK_TIMEOUT,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        )
        started.append(head.case_id)
    return started
