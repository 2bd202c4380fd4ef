"""FamilyCase: the durable executor of one family case.

The log of entries is the truth; this workflow gives it order, time and retries, and holds a cache
of it. It folds only what the log says is stored, never its own draft (D8). One command at a time:
lapses first, then the decision, then one append, then the fold. One timer, for the earliest moment
at which something happens by itself; it is armed again only when that moment comes earlier.
"""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy, VersioningBehavior
from temporalio.exceptions import ApplicationError, FailureError

with workflow.unsafe.imports_passed_through():
    from states import archiving
    from states import exchange as x
    from states.decide import Decision, decide, lapse
    from states.drafting import BrokenLawError
    from states.due import next_due
    from states.entry import Trace, bodies, happened
    from states.evolve import evolve
    from states.facts import Case
    from states.position import framework_of
    from states.upcast import upcast
    from workflows.archivist import kept

ATTEMPTS = 6
"""How often a command is decided anew when the log knows entries that this run does not."""
APPEND_RETRY = RetryPolicy(
    initial_interval=timedelta(milliseconds=100),
    maximum_interval=timedelta(seconds=2),
    non_retryable_error_types=[x.CONFLICT, x.ELSEWHERE, x.BROKEN],
)
"""An append is tried until the database answers: a state has not moved before it is stored."""


@workflow.defn(name="FamilyCase", versioning_behavior=VersioningBehavior.PINNED)
class FamilyCase:
    """One family case: its children, the head of its log, its lock and its timer."""

    @workflow.init
    def __init__(self, start: x.CaseStart) -> None:
        """Begin from what the run before carried over, or from nothing: the log has it all."""
        self._case = upcast(start.case) if start.case else Case(id=start.id)
        if start.exercise != self._case.exercise:
            self._case = self._case.model_copy(update={"exercise": start.exercise})
        self._offset = timedelta(seconds=start.clock_offset if start.exercise else 0)
        self._lock = asyncio.Lock()
        self._due: datetime | None = next_due(self._case)
        self._armed: datetime | None = None
        self._asked_to_roll = False
        self._rolling = False
        self._broken = False
        self._archiving: asyncio.Task[None] | None = None

    @workflow.run
    async def run(self, start: x.CaseStart) -> None:
        """Keep watch until every child is closed and nothing is due any more."""
        before = workflow.info().continued_run_id
        if before and workflow.patched(archiving.PATCH):
            self._archiving = asyncio.create_task(self._archive(before))
        await self._lapse()
        while not self._over():
            if self._should_roll():
                await self._roll(start)
            await self._wait()

    async def _wait(self) -> None:
        self._armed = None if self._broken else self._due
        timeout = max(self._armed - self._now(), timedelta(0)) if self._armed else None
        try:
            await workflow.wait_condition(self._must_wake, timeout=timeout)
        except TimeoutError:
            await self._lapse()

    def _must_wake(self) -> bool:
        earlier = self._due is not None and (self._armed is None or self._due < self._armed)
        return (earlier and not self._broken) or self._should_roll() or self._over()

    def _over(self) -> bool:
        return self._case.over and self._due is None and self._archived and workflow.all_handlers_finished()

    @property
    def _archived(self) -> bool:
        """Whether the archive has answered about the run before; it is given up in the end, the sweep goes on."""
        return self._archiving is None or self._archiving.done()

    def _should_roll(self) -> bool:
        info = workflow.info()
        return self._archived and (
            self._asked_to_roll
            or info.is_continue_as_new_suggested()
            or info.is_target_worker_deployment_version_changed()
        )

    async def _roll(self, start: x.CaseStart) -> None:
        """Go on in a new run, on the current build, when every handler has answered."""
        self._rolling = True
        await workflow.wait_condition(workflow.all_handlers_finished)
        carried = start.model_copy(update={"case": self._case.model_dump(mode="json")})
        workflow.continue_as_new(
            carried,
            initial_versioning_behavior=workflow.ContinueAsNewVersioningBehavior.AUTO_UPGRADE,
        )

    @workflow.update(name="command")
    async def command(self, sent: x.CommandSent) -> x.Outcome:
        """Carry out one command, or record why not and fail with the refusal (D5)."""
        async with self._lock:
            try:
                outcome = await self._carry_out(sent)
            except FailureError:
                raise
            except Exception as error:  # noqa: BLE001 - see below
                # Any other error would fail the workflow task, again and again: nobody could use the case.
                workflow.logger.error("a command could not be carried out: %s", _fault(error))
                raise ApplicationError(_fault(error), type=x.BROKEN, non_retryable=True) from None
        if outcome.refusal is not None:
            raise ApplicationError(
                outcome.refusal.rule,
                outcome,
                type=x.REFUSED,
                non_retryable=True,
            )
        return outcome

    @command.validator
    def _not_while_rolling(self, sent: x.CommandSent) -> None:  # noqa: ARG002 - the SDK's signature
        if self._rolling:
            message = "the case goes on in a new run; send the command again"
            raise ApplicationError(message, type=x.ROLLING)

    @workflow.signal(name="roll")
    def ask_to_roll(self) -> None:
        """Go on in a new run as soon as no command is being carried out."""
        self._asked_to_roll = True

    @workflow.query(name="view")
    def view(self) -> x.View:
        """The case as this run knows it."""
        return x.View(case=self._case, now=self._now(), offset=self._offset, armed=self._armed)

    def _now(self) -> datetime:
        """The case's own clock (UTC): never before the last entry."""
        now = workflow.now() + self._offset
        last = self._case.recorded_at
        return max(now, last) if last else now

    async def _lapse(self) -> None:
        """Catch up with the log, and record what happened by itself; a fault waits for a command."""
        async with self._lock:
            try:
                await self._catch_up()
            except Exception as error:  # noqa: BLE001 - as for a command
                self._broken = True
                workflow.logger.error("a lapse could not be recorded: %s", _fault(error))

    async def _archive(self, run: str) -> None:
        """Have the history of the run before this one kept, and record that it is (D13); commands do not wait."""
        try:
            found = await kept(self._case.id, run)
            if found is not None:
                async with self._lock:
                    await self._record(found)
        except Exception as error:  # noqa: BLE001 - the sweep finds what is left; no case waits for its archive
            workflow.logger.error("the run before was not archived: %s", _fault(error))

    async def _record(self, found: archiving.Archived) -> None:
        for _ in range(ATTEMPTS):
            now = self._now()
            decision = archiving.recorded(self._case, found, now)
            answer = await self._append(decision, now, found.command, found.sent, None)
            if answer.status != "behind":
                return

    async def _catch_up(self) -> None:
        for _ in range(ATTEMPTS):
            now = self._now()
            decision = lapse(self._case, now)
            command = f"lapse/{self._case.seq + 1}" if decision.drafts else None
            payload: dict[str, object] | None = {"lapse": self._case.seq} if command else None
            answer = await self._append(decision, now, command, payload, None)
            if answer.status == "ok":
                return

    async def _carry_out(self, sent: x.CommandSent) -> x.Outcome:
        command, elsewhere = sent.command, False
        for _ in range(ATTEMPTS):
            now = self._now()
            decision = decide(self._case, command, now, elsewhere=elsewhere)
            outcome = self._outcome(command.id, decision, now)
            # What it does is a default too: two commands with the same fields are not the same.
            payload = {**command.model_dump(mode="json", exclude_defaults=True), "do": command.do}
            try:
                answer = await self._append(decision, now, command.id, payload, outcome)
            except ApplicationError as error:
                # The SDK does not wrap the failure of a local activity in an ActivityError.
                if error.type != x.ELSEWHERE:
                    raise
                elsewhere = True
                continue
            if answer.status != "behind":
                first = x.Outcome.model_validate(answer.outcome) if answer.outcome else outcome
                return _with_hashes(first, answer)
        message = "other writers kept adding entries; send the command again"
        raise ApplicationError(message, type=x.ROLLING)

    async def _append(
        self,
        decision: Decision,
        now: datetime,
        command_id: str | None,
        sent: dict[str, object] | None,
        outcome: x.Outcome | None,
    ) -> x.Appended:
        """Store, fold what the log says is stored, and read on until the head is reached."""
        info = workflow.info()
        build = info.get_current_deployment_version()
        trace = Trace(
            command=command_id or "",
            workflow=info.workflow_id,
            run=info.run_id,
            build=build.build_id if build else "",
        )
        request = x.Append(
            case=self._case.id,
            exercise=self._case.exercise,
            expected_seq=self._case.seq,
            head=self._case.head,
            command_id=command_id,
            sent=sent,
            outcome=outcome.model_dump(mode="json") if outcome else None,
            bodies=bodies(decision.drafts, self._case.id, now, trace),
        )
        first = answer = await self._call(request)
        self._fold(answer)
        while self._case.seq < answer.seq:
            rest = x.Append(
                case=self._case.id,
                exercise=self._case.exercise,
                expected_seq=self._case.seq,
                head=self._case.head,
            )
            answer = await self._call(rest)
            self._fold(answer)
        return first

    async def _call(self, request: x.Append) -> x.Appended:
        answer: x.Appended = await workflow.execute_local_activity(
            x.APPEND,
            request,
            result_type=x.Appended,
            start_to_close_timeout=timedelta(seconds=10),
            retry_policy=APPEND_RETRY,
        )
        return answer

    def _fold(self, answer: x.Appended) -> None:
        for entry in answer.entries:
            if entry.seq == self._case.seq + 1:
                self._case = evolve(self._case, happened(json.loads(entry.body)), entry.hash)
        self._due = next_due(self._case)
        self._broken = False

    def _outcome(self, command: str, decision: Decision, now: datetime) -> x.Outcome:
        case = decision.case
        due = [n.id for d in decision.drafts for n in d.event.notices]
        return x.Outcome(
            command=command,
            recorded_at=now,
            first_seq=self._case.seq + 1,
            last_seq=case.seq,
            positions={
                child.id: x.Position(state=child.state.value, framework=framework_of(child.state).value)
                for child in case.children.values()
            },
            notices_due=tuple(due),
            refusal=decision.refusal,
        )


def _fault(error: Exception) -> str:
    """What broke and where; the text of an error we did not write may hold personal data (D12)."""
    if isinstance(error, (BrokenLawError, FailureError)):
        return str(error)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_qualname}, line {trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} in {place}"


def _with_hashes(outcome: x.Outcome, answer: x.Appended) -> x.Outcome:
    refs = tuple(
        x.EntryRef(seq=entry.seq, hash=entry.hash)
        for entry in answer.entries
        if outcome.first_seq <= entry.seq <= outcome.last_seq
    )
    return outcome.model_copy(update={"entries": refs})
