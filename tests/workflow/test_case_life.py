"""A case from its first report to its close on the real server, and again after that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from temporalio.client import WorkflowExecutionStatus, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from casetool.service import RefusedError
from states import exchange as x
from states.people import Role
from states.position import State
from tests.kit import Family, eventually, fresh

Families = Callable[..., Family]


async def _closed(family: Family) -> bool:
    return (await family.handle.describe()).status is WorkflowExecutionStatus.COMPLETED


async def test_a_case_opens_gets_help_stops_it_closes_and_its_workflow_ends(
    family: Families,
) -> None:
    """Each move is answered with where the child stands; nothing keeps watch over a closed case."""
    noor = family()
    opened = await noor.open()
    assert opened.positions[noor.child] == x.Position(state="voluntary.assessment", framework="voluntary")
    for consent in noor.consents():
        await noor.send(consent)
    helped = await noor.send(noor.start_help(await noor.today()))
    assert helped.positions[noor.child].state == "voluntary.help"
    stopped = await noor.send(noor.withdraw())
    assert stopped.positions[noor.child].state == "voluntary.assessment"
    await noor.send(noor.told())
    closed = await noor.send(noor.close(await noor.today()))
    assert closed.positions[noor.child] == x.Position(state="closed", framework="none")
    assert [ref.seq for ref in closed.entries] == [closed.first_seq]
    await noor.send(noor.told())
    await eventually(lambda: _closed(noor))
    folded = await noor.agree()
    assert folded.children[noor.child].state is State.CLOSED


async def test_a_closed_case_starts_again_from_its_log(family: Families) -> None:
    """The new run knows everything the old one recorded; the child brings no old consent."""
    noor = family()
    await noor.open()
    for consent in noor.consents():
        await noor.send(consent)
    await noor.send(noor.told())
    await noor.send(noor.close(await noor.today()))
    await eventually(lambda: _closed(noor))
    first_run = await noor.run_id()
    before = noor.entries()
    again = await noor.send(noor.report())
    assert again.first_seq == len(before) + 1
    assert again.positions[noor.child].state == "voluntary.assessment"
    assert await noor.run_id() != first_run
    child = (await noor.agree()).children[noor.child]
    assert not [one for one in child.consents if one.end is None]
    assert noor.entries()[: len(before)] == before


async def test_an_unlawful_command_is_recorded_and_then_fails_with_the_reasons(
    family: Families,
) -> None:
    """The refusal is an entry by the one who asked, and the answer says what is possible (D5)."""
    noor = family()
    await noor.open()
    command = noor.start_help(await noor.today())
    with pytest.raises(RefusedError) as caught:
        await noor.send(command)
    refusal = caught.value.refusal
    assert refusal.matches("TR-02/help-consent")
    assert refusal.possible
    assert all(reason.remedy and reason.source for reason in refusal.reasons)
    entry = noor.entries()[-1]
    assert (entry["kind"], entry["event"], entry["command"]) == ("refusal", "refused", command.id)
    assert entry["actor"]["role"] == Role.LOCAL_TEAM
    assert entry["rules"] == [reason.rule for reason in refusal.reasons]
    assert await noor.state() is State.ASSESSMENT
    await noor.agree()


async def test_a_refused_command_sent_again_is_refused_the_same_way_and_recorded_once(
    family: Families,
) -> None:
    """Even when it would be lawful by now: the first answer stands."""
    noor = family()
    await noor.open()
    command = noor.start_help(await noor.today())
    with pytest.raises(RefusedError) as first:
        await noor.send(command)
    for consent in noor.consents():
        await noor.send(consent)
    before = noor.entries()
    with pytest.raises(RefusedError) as second:
        await noor.send(command)
    assert second.value.refusal == first.value.refusal
    assert noor.entries() == before


async def test_a_refusal_reaches_a_plain_client_as_a_typed_error(family: Families) -> None:
    """Who does not use the service can still tell a refusal from a fault."""
    noor = family()
    await noor.open()
    sent = x.CommandSent(command=noor.start_help(await noor.today()))
    with pytest.raises(WorkflowUpdateFailedError) as caught:
        await noor.handle.execute_update("command", sent, id=fresh("update"))
    cause = caught.value.cause
    assert isinstance(cause, ApplicationError)
    assert (cause.type, cause.non_retryable) == (x.REFUSED, True)
    outcome = x.Outcome.model_validate(cause.details[0])
    assert outcome.refusal is not None


async def test_what_lapsed_is_recorded_before_the_command_and_by_the_system(
    family: Families,
) -> None:
    """A command that arrives late finds its case brought up to date, at the lapse's own moment."""
    noor = family(starts=datetime(2026, 1, 12, 9, tzinfo=UTC))
    await noor.open()
    due = (await noor.view()).armed
    assert due is not None
    await noor.forward(due + timedelta(hours=9))
    await noor.send(noor.note())
    lapse, note = noor.entries()[-2:]
    assert (lapse["actor"]["role"], lapse["actor"]["id"]) == (Role.SYSTEM, "system")
    assert datetime.fromisoformat(lapse["effective_at"]) == due
    assert note["actor"]["role"] == Role.LOCAL_TEAM
    await noor.agree()
