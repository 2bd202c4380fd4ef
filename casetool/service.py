"""The one way in: sends commands to cases and reads them back.

Keeps at most eight commands in flight for a case; more hear "busy". A command that met a case
between two runs is sent again by itself: its id makes that safe.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from datetime import timedelta
from typing import cast

from temporalio.client import (
    Client,
    WithStartWorkflowOperation,
    WorkflowHandle,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from states import exchange as x
from states.commands import Base, Command
from states.refusal import Refusal

IN_FLIGHT = 8
"""Commands at once on one case; the server's own limit is ten, and storms begin above it."""
TASK_TIMEOUT = timedelta(seconds=3)
"""The pause after a worker's death."""
BETWEEN_RUNS = (RPCStatusCode.NOT_FOUND, RPCStatusCode.FAILED_PRECONDITION)
ABORTED = "update was aborted"
"""Temporal threw a workflow task away, and its updates with it; what they stored is stored."""
AGAIN = 200
PAUSE = 0.05


class ServiceError(Exception):
    """The base of what can go wrong with a command.

    ServiceError
    ├── RefusedError   the law does not allow it; recorded
    ├── BusyError      too many commands at once on this case; send it again, it counts once
    ├── ConflictError  another command has this id; the first one stands
    ├── AwayError      Temporal does not answer; sent again, it counts once
    └── FaultError     the program contradicts itself; nothing was recorded
    """


class RefusedError(ServiceError):
    """Voor de medewerker: dit mag niet. De redenen en wat wel kan staan erbij."""

    def __init__(self, refusal: Refusal, outcome: x.Outcome) -> None:
        """Carry the refusal as it was recorded."""
        super().__init__(refusal.reasons[0].text)
        self.refusal = refusal
        self.outcome = outcome


class BusyError(ServiceError):
    """Er wordt al veel vastgelegd in deze zaak. Stuur deze opdracht zo nog eens. Zij telt één keer."""


class ConflictError(ServiceError):
    """Deze opdracht is al eerder verstuurd met een andere inhoud. De eerste blijft staan."""


class AwayError(ServiceError):
    """Het systeem antwoordt nu niet. Stuur deze opdracht later nog eens. Zij telt één keer."""


class FaultError(ServiceError):
    """For developers: the law's table and the facts disagree, or the log refuses an entry."""


class CaseService:
    """Commands to, and answers from, the workflows of family cases."""

    def __init__(self, client: Client, task_queue: str) -> None:
        """Use a connected client and the queue that the workers serve."""
        self._client = client
        self._queue = task_queue
        self._in_flight: dict[str, int] = defaultdict(int)

    def handle(self, case: str) -> WorkflowHandle[object, object]:
        """The workflow of a case."""
        return self._client.get_workflow_handle(workflow_id(case))

    async def send(self, case: str, command: Base, start: x.CaseStart | None = None) -> x.Outcome:
        """Carry out one command; the case's workflow is started when it does not run.

        Raises:
            RefusedError: the law does not allow it; the refusal was recorded.
            BusyError: too many commands of this case are in flight; sent again, it counts once.
            ConflictError: another command with this id was recorded before.
            AwayError: Temporal did not answer, for as long as its client keeps trying.
            FaultError: nothing was recorded; tell the developers.
        """
        if self._in_flight[case] >= IN_FLIGHT:
            raise BusyError(BusyError.__doc__)
        self._in_flight[case] += 1
        try:
            return await self._send(case, command, start or x.CaseStart(id=case))
        finally:
            self._in_flight[case] -= 1
            if not self._in_flight[case]:
                del self._in_flight[case]

    async def _send(self, case: str, command: Base, start: x.CaseStart) -> x.Outcome:
        sent = x.CommandSent.model_construct(command=cast("Command", command))
        for _ in range(AGAIN):
            try:
                return await self._update(case, sent, start)
            except WorkflowUpdateFailedError as error:
                outcome = _answer(error)
                if outcome is not None:
                    return outcome
            except RPCError as error:
                if error.status is RPCStatusCode.RESOURCE_EXHAUSTED:
                    raise BusyError(BusyError.__doc__) from error
                if error.status not in BETWEEN_RUNS and ABORTED not in error.message:
                    raise AwayError(AwayError.__doc__) from error
            await asyncio.sleep(PAUSE)
        raise BusyError(BusyError.__doc__)

    async def _update(self, case: str, sent: x.CommandSent, start: x.CaseStart) -> x.Outcome:
        """To the running workflow; when there is none, start it with the command.

        The update's own id is random: the log, not Temporal, knows a command that comes twice.
        """
        update_id = str(uuid.uuid4())
        outcome: x.Outcome
        try:
            outcome = await self.handle(case).execute_update("command", sent, id=update_id, result_type=x.Outcome)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            outcome = await self._client.execute_update_with_start_workflow(
                "command",
                sent,
                start_workflow_operation=self._beginning(case, start),
                id=update_id,
                result_type=x.Outcome,
            )
        return outcome

    def _beginning(self, case: str, start: x.CaseStart) -> WithStartWorkflowOperation[object, None]:
        return WithStartWorkflowOperation(
            "FamilyCase",
            start,
            id=workflow_id(case),
            task_queue=self._queue,
            task_timeout=TASK_TIMEOUT,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        )

    async def view(self, case: str) -> x.View:
        """What the workflow knows of a case."""
        view: x.View = await self.handle(case).query("view", result_type=x.View)
        return view


def workflow_id(case: str) -> str:
    """The id of a case's workflow: opaque, as the case's id is (D12)."""
    return f"case/{case}"


def _answer(error: WorkflowUpdateFailedError) -> x.Outcome | None:
    """Turn a failed update into the error people get; ``None``: send it again.

    Raises:
        ServiceError: what became of the command.
    """
    cause = error.cause
    if not isinstance(cause, ApplicationError):
        raise FaultError(str(cause)) from error
    if cause.type == x.REFUSED:
        outcome = x.Outcome.model_validate(cause.details[0])
        if outcome.refusal is None:
            raise FaultError("a refusal without reasons") from error
        raise RefusedError(outcome.refusal, outcome) from error
    if cause.type == x.ROLLING:
        return None
    if cause.type == x.CONFLICT:
        raise ConflictError(ConflictError.__doc__) from error
    raise FaultError(f"{cause.type}: {cause.message}") from error
