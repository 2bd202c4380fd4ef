"""A case adopts what its log holds and it does not know: at the next command, timer or start.

An append may be stored although the workflow never heard of it (a worker that died after the
commit, a reset, a lost cluster). Such entries are facts; nobody decides them again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Engine

from activities.log import CaseLog
from casetool.stack import Stack
from records import engine as engines
from records import log
from states.decide import lapse
from states.people import Role
from tests import stranger
from tests.kit import Family, eventually

Families = Callable[..., Family]


async def test_the_next_command_adopts_what_others_stored(family: Families, engine: Engine) -> None:
    """Behind by one, the command is decided again on what is there now."""
    noor = family()
    await noor.open()
    unknown = noor.note()
    stranger.carries_out(engine, noor.case, await noor.now(), unknown)
    outcome = await noor.send(noor.note())
    assert outcome.first_seq == len(noor.entries())
    assert noor.entries()[-2]["command"] == unknown.id
    await noor.agree()


async def test_more_entries_than_one_answer_holds_are_all_adopted(family: Families, engine: Engine) -> None:
    """The log answers in pages; the workflow reads on until it is at the head."""
    noor = family()
    await noor.open()
    notes = [noor.note() for _ in range(log.PAGE + 5)]
    stranger.carries_out(engine, noor.case, await noor.now(), *notes)
    outcome = await noor.send(noor.note())
    assert outcome.first_seq == len(noor.entries()) > log.PAGE
    await noor.agree()


async def test_the_timer_adopts_too(family: Families, engine: Engine) -> None:
    """Nobody sends a command: the next lapse is recorded behind what others stored."""
    noor = family()
    await noor.open()
    due = (await noor.view()).armed
    assert due is not None
    unknown = noor.note()
    stranger.carries_out(engine, noor.case, await noor.now(), unknown)
    await noor.forward(due + timedelta(minutes=1))
    theirs, lapsed = noor.entries()[-2:]
    assert theirs["command"] == unknown.id
    assert lapsed["actor"]["role"] == Role.SYSTEM
    assert datetime.fromisoformat(lapsed["effective_at"]) == due
    await noor.agree()


async def test_a_new_run_adopts_at_once(family: Families, engine: Engine) -> None:
    """Without a command and without a timer."""
    noor = family()
    await noor.open()
    stranger.carries_out(engine, noor.case, await noor.now(), noor.note())
    run = await noor.run_id()
    await noor.handle.signal("roll")
    await noor.rolls(run)

    async def adopted() -> bool:
        return (await noor.view()).case.seq == len(noor.entries())

    await eventually(adopted)
    await noor.agree()


async def test_a_lapse_that_another_run_recorded_is_not_recorded_again(
    family: Families, engine: Engine, stack: Stack
) -> None:
    """Its id follows from its place in the log, so the second one is the first one."""
    noor = family()
    await noor.open()
    due = (await noor.view()).armed
    assert due is not None
    case = await noor.agree()
    case_log = CaseLog(
        engines.pool(stack.addresses.database_url, size=1), bytes.fromhex(stack.addresses.digest_key), exercises=True
    )
    command = log.Command(f"lapse/{case.seq + 1}", case_log.digest({"lapse": case.seq}), None)
    stranger.stores(engine, noor.case, due, command, lapse(case, due))
    stored = noor.entries()
    await noor.forward(due + timedelta(minutes=1))
    assert noor.entries() == stored
    await noor.agree()


async def test_a_move_that_others_stored_is_seen_at_the_next_command(family: Families, engine: Engine) -> None:
    """What was stored elsewhere changes what is lawful here."""
    noor = family()
    await noor.open()
    for consent in noor.consents():
        await noor.send(consent)
    stranger.carries_out(engine, noor.case, await noor.now(), noor.start_help(await noor.today()))
    outcome = await noor.send(noor.note())
    assert outcome.positions[noor.child].state == "voluntary.help"
    await noor.agree()
