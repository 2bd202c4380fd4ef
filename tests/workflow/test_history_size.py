"""How many history events a command costs, and when the one timer is set again.

A case lives for years; its history is what is replayed, stored and paid for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from temporalio.api.enums.v1 import EventType

from casetool.service import RefusedError
from states import commands as c
from states.orders.order import OrderKind
from tests.kit import GI, TEAM, Family, fresh

Families = Callable[..., Family]
MOVE, EARLIER_TERM = 7, 8
TIMERS = {EventType.EVENT_TYPE_TIMER_STARTED, EventType.EVENT_TYPE_TIMER_CANCELED}
REPLACED = [EventType.EVENT_TYPE_TIMER_CANCELED, EventType.EVENT_TYPE_TIMER_STARTED]
ONE_TASK = [
    EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
    EventType.EVENT_TYPE_MARKER_RECORDED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
]


async def _cost(family: Family, command: c.Base) -> list[EventType.ValueType]:
    """The events that one command adds."""
    before = len(await family.events())
    await family.send(command)
    return (await family.events())[before:]


async def _opened(family: Families) -> Family:
    noor = family()
    await noor.open()
    return noor


async def test_a_command_without_a_term_costs_one_task_and_six_events(family: Families) -> None:
    """Scheduled, started, completed, accepted, the append, answered."""
    noor = await _opened(family)
    assert await _cost(noor, noor.note()) == ONE_TASK


async def test_a_refusal_costs_no_more(family: Families) -> None:
    """What the law forbids is as cheap to record as what it allows."""
    noor = await _opened(family)
    before = len(await noor.events())
    with pytest.raises(RefusedError):
        await noor.send(noor.start_help(await noor.today()))
    assert (await noor.events())[before:] == ONE_TASK


async def test_moves_cost_at_most_seven_events(family: Families) -> None:
    """Through the voluntary framework and back, as long as no earlier term is set."""
    noor = await _opened(family)
    for consent in noor.consents():
        assert len(await _cost(noor, consent)) <= MOVE
    for command in (noor.start_help(await noor.today()), noor.withdraw(), noor.told()):
        cost = await _cost(noor, command)
        assert len(cost) <= (EARLIER_TERM if set(REPLACED) <= set(cost) else MOVE)


async def test_the_last_move_also_ends_the_run(family: Families) -> None:
    """The timer goes with it; nothing is left to wait for."""
    noor = await _opened(family)
    await noor.send(noor.told())
    cost = await _cost(noor, noor.close(await noor.today()))
    assert cost[: len(ONE_TASK)] == ONE_TASK
    assert cost[len(ONE_TASK) :] == [
        EventType.EVENT_TYPE_TIMER_CANCELED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
    ]


async def test_an_earlier_term_replaces_the_timer_and_costs_eight_events(family: Families) -> None:
    """A provisional measure lapses before the term that ran."""
    noor = await _opened(family)
    armed = (await noor.view()).armed
    assert armed is not None
    today = await noor.today()
    end = today + timedelta(days=3)
    cost = await _cost(noor, noor.order(OrderKind.PROVISIONAL_SUPERVISION, today, end))
    assert len(cost) <= EARLIER_TERM
    assert [kind for kind in cost if kind in TIMERS] == REPLACED
    rearmed = (await noor.view()).armed
    assert rearmed is not None
    assert rearmed < armed


async def test_a_later_term_leaves_the_timer_alone(family: Families) -> None:
    """The old timer fires once for nothing, which is cheaper than setting it at every command."""
    noor = family()
    today = date(2026, 1, 12)
    await noor.send(noor.order(OrderKind.SUPERVISION, today, date(2027, 1, 12)))
    armed = (await noor.view()).armed
    notify = c.NotifyGi(id=fresh("notify"), child=noor.child, by=GI)
    met = c.MeetTerm(id=fresh("met"), child=noor.child, by=TEAM, rule="T18")
    assert set(await _cost(noor, notify)) & TIMERS == TIMERS, "five working days come first"
    earlier = (await noor.view()).armed
    assert earlier is not None
    assert armed is not None
    assert earlier < armed
    assert await _cost(noor, met) == ONE_TASK
    assert (await noor.view()).armed == earlier, "not armed again for a later moment"
    before = noor.entries()
    await noor.forward(earlier + timedelta(minutes=1))
    assert noor.entries() == before, "the old timer fired for nothing"
    view = await noor.view()
    assert view.armed == armed
    await noor.agree()
