"""Whatever goes wrong in a decision, a workflow task never fails over it: the next command works.

A failed workflow task is tried for ever and blocks its case; so every error ends as an answer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from casetool.service import ConflictError, FaultError, RefusedError
from states import commands as c
from states import decide as law
from states import exchange as x
from states.drafting import BrokenLawError
from states.facts import Case
from tests.kit import Family, fresh
from tests.workflow.conftest import Builds

BREAK, CONTRADICT, NONSENSE = "breaks", "contradicts itself", "is nonsense"


def _faulty(case: Case, command: c.Base, now: datetime, *, elsewhere: bool = False) -> law.Decision:
    """The law, with a fault for each note that asks for one."""
    asked = command.text if isinstance(command, c.Note) else ""
    if asked == BREAK:
        raise KeyError(asked)
    if asked == CONTRADICT:
        raise BrokenLawError(asked)
    decision = _lawful(case, command, now, elsewhere=elsewhere)
    return _nonsense(decision) if asked == NONSENSE else decision


def _nonsense(decision: law.Decision) -> law.Decision:
    """Entries with numbers that do not fit behind the head."""
    drafts = [dataclasses.replace(draft, seq=draft.seq + 7) for draft in decision.drafts]
    return dataclasses.replace(decision, drafts=tuple(drafts))


_lawful, _lawful_lapse = law.decide, law.lapse


@pytest_asyncio.fixture
async def noor(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Family]:
    """A case on a worker whose law has faults."""
    monkeypatch.setattr(law, "decide", _faulty)
    async with builds.serving(fresh("faulty")):
        family = builds.family()
        await family.open()
        yield family


async def _no_task_failed(family: Family) -> None:
    assert EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED not in await family.events()


@pytest.mark.parametrize("fault", [BREAK, CONTRADICT, NONSENSE])
async def test_a_fault_is_an_answer_and_the_next_command_works(noor: Family, fault: str) -> None:
    """A bug, a table that contradicts the facts, entries that the database refuses."""
    before = noor.entries()
    with pytest.raises(FaultError) as caught:
        await noor.send(noor.note(text=fault))
    assert x.BROKEN in str(caught.value)
    assert noor.entries() == before, "nothing was recorded"
    await noor.send(noor.note())
    await _no_task_failed(noor)
    await noor.agree()


async def test_the_text_of_a_fault_says_what_broke_and_nothing_of_the_case(noor: Family) -> None:
    """Errors are not sealed, so a message of Python's own must not get into one (D12)."""
    sent = x.CommandSent(command=noor.note(text=BREAK))
    with pytest.raises(WorkflowUpdateFailedError) as caught:
        await noor.handle.execute_update("command", sent, id=fresh("update"))
    cause = caught.value.cause
    assert isinstance(cause, ApplicationError)
    assert (cause.type, cause.non_retryable) == (x.BROKEN, True)
    assert "KeyError" in cause.message
    assert BREAK not in cause.message


@pytest.mark.parametrize("fault", [BREAK, NONSENSE])
async def test_a_fault_in_a_lapse_ends_nothing_and_heals(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """A law that fails, or a log that refuses: the case stays, and the next command records the lapse."""
    faults = {fault}

    def lapse(case: Case, now: datetime) -> law.Decision:
        decision = _lawful_lapse(case, now)
        if decision.drafts and BREAK in faults:
            raise KeyError(fault)
        if decision.drafts and NONSENSE in faults:
            return _nonsense(decision)
        return decision

    monkeypatch.setattr(law, "lapse", lapse)
    async with builds.serving(fresh("faulty")):
        noor = builds.family()
        await noor.open()
        due = (await noor.view()).armed
        assert due is not None
        before = noor.entries()
        await noor.forward(due + timedelta(minutes=1))
        assert noor.entries() == before
        faults.clear()
        await noor.send(noor.note())
        after = noor.entries()[len(before) :]
        assert [body["actor"]["role"] for body in after] == ["system", "local_team"]
        assert datetime.fromisoformat(after[0]["effective_at"]) == due
        await _no_task_failed(noor)
        await noor.agree()


async def test_noise_is_turned_away_and_leaves_nothing(noor: Family) -> None:
    """What is no command at all is not even a refusal: no entry and no event."""
    before, events = noor.entries(), await noor.events()
    noises: tuple[object, ...] = ({"command": {"do": "levitate"}}, {"command": {}}, {}, "hello", 42)
    for noise in noises:
        with pytest.raises(WorkflowUpdateFailedError):
            await noor.handle.execute_update("command", noise, id=fresh("update"))
    assert noor.entries() == before
    new = (await noor.events())[len(events) :]
    assert EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED not in new
    assert EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED not in new
    await noor.send(noor.note())
    await noor.agree()


async def test_nothing_at_all_is_no_command(noor: Family) -> None:
    """The SDK lets an empty argument through to the handler; it ends there."""
    before = noor.entries()
    with pytest.raises(WorkflowUpdateFailedError):
        await noor.handle.execute_update("command", None, id=fresh("update"))
    assert noor.entries() == before
    await _no_task_failed(noor)


async def test_every_kind_of_error_has_an_answer_of_its_own(builds: Builds) -> None:
    """Refused, conflict, fault, and a child that is open in another case."""
    async with builds.serving(fresh("sound")):
        noor, other = builds.family(), builds.family()
        await noor.open()
        with pytest.raises(RefusedError):
            await noor.send(noor.close(await noor.today()))
        await noor.send(noor.note("one"))
        with pytest.raises(ConflictError):
            await noor.send(noor.note("one", "Iets anders."))
        other.child = noor.child
        with pytest.raises(RefusedError) as elsewhere:
            await other.open()
        assert elsewhere.value.refusal.matches("TR-01/elsewhere")
        for family in (noor, other):
            await _no_task_failed(family)
            await family.agree()
