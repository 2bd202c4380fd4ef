"""More commands at once on one case than it takes: each is applied once, refused, or told to wait.

Temporal throws a workflow task away and does it again when updates keep coming in, although the
appends of it are stored already. That is where doubles would come from (D8).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date

import pytest

from casetool.service import IN_FLIGHT, BusyError, CaseService, RefusedError
from states import commands as c
from tests.chaos.ruins import Ruins
from tests.kit import Family

pytestmark = pytest.mark.usefixtures("turn")
TODAY = date(2026, 1, 12)


async def _fate(service: CaseService, family: Family, command: c.Base) -> str:
    try:
        await service.send(family.case, command, family.start)
    except RefusedError:
        return "refused"
    except BusyError:
        return "busy"
    return "applied"


def _in_log(family: Family) -> dict[str, str]:
    """What the log says became of each command."""
    kinds = {"refusal": "refused"}
    return {body["command"]: kinds.get(body["kind"], "applied") for body in family.entries()}


@pytest.mark.parametrize("count", [40, 64])
async def test_each_of_many_commands_has_one_fate(ruins: Ruins, noor: Family, count: int) -> None:
    """Sent from as many programs as it takes to have them all under way; a quarter is unlawful.

    Applied, refused or busy: that is what was answered, and the log says the same. Who was told to
    wait sends the same command again, and then each of them has counted once.
    """
    commands = [noor.note() if number % 4 else noor.start_help(TODAY) for number in range(count)]
    services = [CaseService(ruins.client, ruins.stack.addresses.task_queue) for _ in range(count // IN_FLIGHT)]
    async with asyncio.timeout(100):
        fates = await asyncio.gather(
            *(_fate(services[n % len(services)], noor, command) for n, command in enumerate(commands))
        )
    stored = _in_log(noor)
    assert {command.id: fate for command, fate in zip(commands, fates, strict=True) if fate != "busy"}.items() <= (
        stored.items()
    )
    assert Counter(fates)["applied"] > 0
    assert Counter(fates)["refused"] > 0
    await noor.agree()
    async with asyncio.timeout(100):
        for command, fate in zip(commands, fates, strict=True):
            assert fate == "busy" or await _fate(services[0], noor, command) == fate
        busy = [command for command, fate in zip(commands, fates, strict=True) if fate == "busy"]
        for command in busy:
            assert await _fate(services[0], noor, command) != "busy"
    assert len(_in_log(noor)) == count + 1, "and the report that opened the case"
    await noor.agree()


async def test_one_program_has_eight_under_way_and_turns_the_others_away(ruins: Ruins, noor: Family) -> None:
    """Who hears "busy" may try again at once: nothing was recorded."""
    commands = [noor.note() for _ in range(64)]
    async with asyncio.timeout(60):
        fates = await asyncio.gather(*(_fate(ruins.service, noor, command) for command in commands))
    assert Counter(fates) == {"applied": IN_FLIGHT, "busy": len(commands) - IN_FLIGHT}
    turned_away = [command for command, fate in zip(commands, fates, strict=True) if fate == "busy"]
    assert not set(_in_log(noor)) & {command.id for command in turned_away}
    assert await _fate(ruins.service, noor, turned_away[0]) == "applied"
    await noor.agree()
