"""A command counts once, whatever happened to the workflow since: a new run, a reset, a rerun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import EventType, ResetReapplyExcludeType
from temporalio.api.workflowservice.v1 import ResetWorkflowExecutionRequest
from temporalio.client import Client

from casetool.service import ConflictError, RefusedError
from states import commands as c
from tests.kit import TEAM, Family, eventually, fresh

Families = Callable[..., Family]


async def reset(client: Client, family: Family, *, reapply: bool) -> None:
    """Throw away everything after the first workflow task of the present run."""
    run = await family.run_id()
    first = next(
        event.event_id
        for event in (await family.handle.fetch_history()).events
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED
    )
    update = ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE
    await client.workflow_service.reset_workflow_execution(
        ResetWorkflowExecutionRequest(
            namespace=client.namespace,
            workflow_execution=WorkflowExecution(workflow_id=family.handle.id, run_id=run),
            reason="a test",
            workflow_task_finish_event_id=first,
            request_id=fresh("reset"),
            reset_reapply_exclude_types=[] if reapply else [update],
        )
    )
    await family.rolls(run, kept=False)


async def test_the_same_command_gets_its_first_answer(family: Families) -> None:
    """Not decided anew: the moment and the numbers are those of the first time."""
    noor = family()
    await noor.open()
    note = noor.note()
    first = await noor.send(note)
    await noor.send(noor.note())
    again = await noor.send(note)
    assert again.model_copy(update={"entries": first.entries}) == first
    assert [body["command"] for body in noor.entries()].count(note.id) == 1
    await noor.agree()


async def test_another_command_under_a_used_id_is_a_conflict_and_the_first_one_stands(
    family: Families,
) -> None:
    """Nothing of the second one is stored, and the case goes on."""
    noor = family()
    await noor.open()
    await noor.send(noor.note("one-id", "Het eerste."))
    before = noor.entries()
    for other in (
        noor.note("one-id", "Het tweede."),
        noor.told().model_copy(update={"id": "one-id"}),
        c.Note(id="one-id", child=noor.child, by=TEAM, text="Het eerste.", reason="nu met reden"),
    ):
        with pytest.raises(ConflictError):
            await noor.send(other)
    assert noor.entries() == before
    await noor.send(noor.note())
    await noor.agree()


async def test_a_command_id_counts_per_case(family: Families) -> None:
    """Two cases may use the same id for different things."""
    noor, jip = family(), family()
    await noor.open()
    await jip.open()
    await noor.send(noor.note("shared-id", "Over Noor."))
    await jip.send(jip.note("shared-id", "Over Jip."))
    assert jip.entries()[-1]["detail"]["data"]["text"] == "Over Jip."


async def test_another_command_with_the_same_fields_is_a_conflict(family: Families) -> None:
    """Two commands that carry nothing but id, child and actor are told apart by what they do."""
    noor = family()
    await noor.open()
    with pytest.raises(RefusedError):
        await noor.send(c.RaadAccepts(id="one-id", child=noor.child, by=TEAM))
    before = noor.entries()
    with pytest.raises(ConflictError):
        await noor.send(c.NotifyGi(id="one-id", child=noor.child, by=TEAM))
    assert noor.entries() == before


async def test_the_same_command_after_continue_as_new_counts_once(family: Families) -> None:
    """The new run does not remember it; the log does."""
    noor = family()
    await noor.open()
    note = noor.note()
    first = await noor.send(note)
    run = await noor.run_id()
    await noor.handle.signal("roll")
    await noor.rolls(run)
    before = noor.entries()
    again = await noor.send(note)
    assert (again.first_seq, again.recorded_at) == (first.first_seq, first.recorded_at)
    with pytest.raises(ConflictError):
        await noor.send(noor.note(note.id, "Iets anders."))
    assert noor.entries() == before
    await noor.agree()


@pytest.mark.parametrize("reapply", [True, False], ids=["replayed", "thrown away"])
async def test_a_reset_workflow_loses_and_repeats_nothing(family: Families, client: Client, *, reapply: bool) -> None:
    """An operator resets a run; the case goes on from its log, not from what the run remembers."""
    noor = family()
    await noor.open()
    notes = [noor.note() for _ in range(3)]
    for note in notes:
        await noor.send(note)
    before = noor.entries()
    await reset(client, noor, reapply=reapply)

    async def caught_up() -> bool:
        return (await noor.view()).case.seq >= len(before)

    await eventually(caught_up)
    assert noor.entries() == before
    again = await noor.send(notes[0])
    assert again.first_seq == len(before) - 2
    fresh_one = await noor.send(noor.note())
    assert fresh_one.first_seq == len(before) + 1
    assert noor.entries()[: len(before)] == before
    await noor.agree()
