"""Histories are kept before Temporal throws them away, on real servers: nothing is lost when it has."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine
from temporalio.client import Client, WorkflowHistory
from temporalio.worker import Replayer

from audit.folding import fold
from casetool import archiving
from casetool.settings import Settings
from casetool.stack import Stack
from casetool.temporal import DATA_CONVERTER, connect
from embedded.temporal import Temporal
from records import archive, log
from records.archive import Run
from records.errors import NotNowError
from states import archiving as archiving_law
from states.archiving import Archived, Swept
from tests import stranger
from tests.agreement import Body
from tests.kit import Family, eventually
from tests.workflow.keptkit import Kept, archived, keeping, recorded, rolled, thrown_away
from workflows.family_case import FamilyCase

Families = Callable[..., Family]


async def replayed(kept: Kept, entry: Body) -> None:
    """What is kept is what Temporal's own replayer runs."""
    content = kept.content(entry)
    history = WorkflowHistory.from_json(content["workflow"], json.dumps({"events": content["events"]}))
    await Replayer(workflows=[FamilyCase], data_converter=DATA_CONVERTER).replay_workflow(history)


async def test_the_next_run_keeps_the_run_before(kept: Kept) -> None:
    """Under its hash, and its entry says which run, which build, and how long it was; Temporal may forget it then."""
    noor = kept.family()
    await noor.open()
    first, second = await rolled(noor)
    (entry,) = await recorded(noor, 1)
    assert (entry["facts"]["run"], entry["run"], entry["facts"]["closed"]) == (first, second, True)
    assert entry["facts"]["builds"] == [noor.entries()[0]["build"]]
    assert (entry["child"], entry["actor"]["role"], entry["command"]) == (None, "system", f"archive/{first}")
    await thrown_away(kept.client, noor, first)
    await replayed(kept, entry)
    await noor.send(noor.note())
    await noor.agree()


async def test_the_next_run_keeps_it_once_when_a_sweep_was_first(kept: Kept) -> None:
    """A sweep and the next run find the same history, and record it once."""
    noor = kept.family()
    await noor.open()
    await rolled(noor)
    await recorded(noor, 1)
    assert (await kept.sweep(everything=False)).other == ()
    assert len(archived(noor)) == 1
    await noor.agree()


async def test_a_run_that_an_operator_ended_is_swept(kept: Kept) -> None:
    """Nobody goes on from it: the sweep keeps it, also what happened to it."""
    noor = kept.family()
    await noor.open()
    run = await noor.run_id()
    await noor.handle.terminate("an operator")

    async def swept() -> list[Body]:
        # The list of ended runs comes a moment after their end.
        assert not (await kept.sweep(everything=False)).gone
        return archived(noor)

    (entry,) = await eventually(swept)
    await thrown_away(kept.client, noor, run)
    kinds = [event["eventType"] for event in kept.content(entry)["events"]]
    assert kinds[-1] == "EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED"
    assert (await kept.sweep(everything=False)).closed == 0
    await noor.send(noor.note())
    await noor.agree()


async def test_an_entry_that_claims_a_run_was_kept_does_not_keep_the_sweep_away(kept: Kept) -> None:
    """What really happened is kept all the same, and the sweep says that another history was recorded."""
    noor = kept.family()
    await noor.open()
    run = await noor.run_id()
    claimed = Archived(run=run, builds=(), events=5, closed=True, sha256="00" * 32, sealed="00" * 32, key="key")
    with kept.engine.connect() as connection:
        folded = fold(connection, noor.case)
        assert folded.recorded_at is not None
        stranger.stores(
            kept.engine,
            noor.case,
            folded.recorded_at,
            log.Command(claimed.command, "00", None),
            archiving_law.recorded(folded, claimed, folded.recorded_at),
        )
    await noor.handle.terminate()

    async def swept() -> tuple[str, ...]:
        return (await kept.sweep(everything=False)).other

    assert run in await eventually(swept)
    with kept.engine.connect() as connection:
        asked = "SELECT count(*) FROM scheidslijn.archived_history WHERE run_id = %s AND closed"
        assert connection.exec_driver_sql(asked, (run,)).scalar_one() == 1


async def test_a_night_keeps_what_runs_on_and_only_when_something_happened(kept: Kept) -> None:
    """An open run is kept as far as it is; its clock, its head and its next command do not suffer."""
    noor = kept.family()
    await noor.open()
    clock = (await noor.view()).now
    await kept.sweep(everything=True)
    (entry,) = archived(noor)
    assert entry["facts"]["closed"] is False
    await replayed(kept, entry)
    await kept.sweep(everything=True)
    assert len(archived(noor)) == 1
    await noor.send(noor.note())
    assert (await noor.view()).now - clock < timedelta(minutes=5)
    await kept.sweep(everything=True)
    _, longer = archived(noor)
    assert longer["facts"]["events"] > entry["facts"]["events"]
    assert longer["facts"]["run"] == entry["facts"]["run"]
    # The workflow learns of it at its next command, as of any entry of others (D8).
    await noor.send(noor.note())
    await noor.agree()


async def test_an_archive_that_is_away_delays_no_command(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked again until it answers; meanwhile the case lives on, in the same run."""
    away = True
    keeps = archive.keep

    def keep(connection: Connection, run: Run, content: bytes, key: bytes) -> archive.Kept:
        if away:
            raise NotNowError(reason="a test")
        return keeps(connection, run, content, key)

    monkeypatch.setattr(archive, "keep", keep)
    noor = kept.family()
    await noor.open()
    _, second = await rolled(noor)
    await noor.send(noor.note())
    await noor.agree()
    assert archived(noor) == []
    await noor.handle.signal("roll")
    await noor.send(noor.note())
    assert await noor.run_id() == second
    away = False
    assert [entry["run"] for entry in await recorded(noor, 1)] == [second]
    await noor.rolls(second)
    await noor.agree()


async def test_without_an_archive_a_case_goes_on(forgetful: Temporal, stack: Stack, engine: Engine) -> None:
    """Nothing is kept, nothing is recorded, and nothing waits."""
    client = await connect(forgetful.address, "default")
    async with keeping(client, stack, engine, keys=None) as bare:
        noor = bare.family()
        await noor.open()
        await rolled(noor)
        await noor.send(noor.note())
        assert archived(noor) == []
        assert await bare.sweep(everything=True) == Swept()
        await noor.agree()


async def test_the_worker_of_this_checkout_keeps_histories(family: Families, client: Client) -> None:
    """Its stack has a key of the archive, and its schedules are there."""
    noor = family()
    await noor.open()
    await rolled(noor)
    (entry,) = await recorded(noor, 1)
    assert entry["facts"]["closed"]
    await noor.agree()
    often = await client.get_schedule_handle(archiving.LATELY).describe()
    night = await client.get_schedule_handle(archiving.NIGHTLY).describe()
    assert often.schedule.spec.intervals[0].every == timedelta(minutes=15)
    assert night.schedule.spec.time_zone_name == "Europe/Amsterdam"


async def test_a_retention_that_is_too_short_for_the_sweeps_is_named() -> None:
    """The shortest that Temporal takes is an hour: enough for a look each quarter, not for one each hour."""
    base = {"DATABASE_URL": "postgresql://x", "TEMPORAL_ADDRESS": "127.0.0.1:1", "digest_key": "0" * 32}
    hour = timedelta(hours=1)
    with Temporal(retention=hour) as short:
        client = await connect(short.address, "default")
        assert await archiving.short_retention(client, Settings.model_validate(base)) is None
        hourly = Settings.model_validate({**base, "archive_every": 3600})
        assert await archiving.short_retention(client, hourly) == hour
