"""The keeper on a real Temporal: its schedule, its rounds, and what a round does when something is away or wrong."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine
from temporalio.client import Client, WorkflowFailureError
from temporalio.exceptions import ActivityError, ApplicationError

import worker
from activities.keeper import Keeping, LogKeeper
from activities.witnesses import Witness as Asked
from audit import sealed_log
from audit.witness import Witness
from audit.witness_server import server
from casetool import sealing
from casetool.settings import Settings, SettingsError
from casetool.stack import Stack
from casetool.temporal import connect
from embedded import Postgres
from embedded.temporal import Temporal
from records import checkpoint as heads
from records import engine as engines
from records import migrate, signednote
from records.access import Look, Purpose, Reader, record
from records.outside import Outside
from records.sealing import LogKey
from records.signednote import Signer
from states import keeping
from tests.kit import eventually, fresh

KEY = LogKey("log.example/1", Signer("log.example/1", signednote.SIGNS, bytes(range(32))))


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    """A database whose log only these tests seal."""
    with Postgres(durable=False) as running:
        migrate.upgrade(running.owner_url)
        with psycopg.connect(running.owner_url.replace("+psycopg", "")) as connection:
            connection.execute(
                "INSERT INTO scheidslijn.case_head (case_id, seq, hash, exercise)"
                " VALUES ('case', 0, decode(repeat('00', 32), 'hex'), true)"
            )
        yield running


@pytest.fixture
def pool(database: Postgres) -> Iterator[Engine]:
    """The keeper's connections."""
    made = engines.engine(database.app_url, size=2)
    yield made
    made.dispose()


def look(pool: Engine) -> None:
    """One leaf more."""
    with pool.connect() as connection:
        assert record(connection, Look("case", "case", Reader("a", "gi"), Purpose.WORK))


def settings(database: Postgres, client: Client, **more: object) -> Settings:
    """Settings of a worker on a queue of its own."""
    return Settings.model_validate(
        {
            "DATABASE_URL": database.app_url,
            "TEMPORAL_ADDRESS": client.service_client.config.target_host,
            "digest_key": "0" * 32,
            "task_queue": fresh("keepers"),
            "build_id": fresh("keeper-build"),
            "sandbox": True,
            **more,
        }
    )


@pytest.fixture(scope="module")
def temporal() -> Iterator[Temporal]:
    """A Temporal of their own: which build is current is one setting for all of it."""
    with Temporal() as running:
        yield running


@asynccontextmanager
async def serving(
    temporal: Temporal, database: Postgres, keeper: LogKeeper, **more: object
) -> AsyncIterator[tuple[Client, Settings]]:
    """A worker with that keeper."""
    client = await connect(temporal.address, "default")
    how = settings(database, client, **more)
    async with engines.pool(database.app_url, size=2) as pool, worker.build(client, pool, how, keeper=keeper):
        await worker.make_current(client, how.build_id)
        yield client, how


async def test_a_schedule_starts_rounds_and_follows_the_setting(
    temporal: Temporal, database: Postgres, pool: Engine, tmp_path: Path
) -> None:
    """What is read after the worker started stands outside, sealed, without anybody asking."""
    keeper = LogKeeper(pool, Keeping(KEY, Outside(tmp_path)))
    async with serving(temporal, database, keeper, seal_every=3600) as (client, how):
        await sealing.schedule(client, how)
        handle = client.get_schedule_handle("keeper")
        await handle.pause()
        await sealing.schedule(client, how)
        described = await handle.describe()
        assert described.schedule.state.paused
        assert described.schedule.spec.intervals[0].every == timedelta(hours=1)
        await handle.unpause()
        await sealing.schedule(client, how.model_copy(update={"seal_every": 1}))
        look(pool)

        async def kept() -> bool:
            return Outside(tmp_path).size() >= 1

        assert await eventually(kept)
        await handle.delete()
    with pool.connect() as connection:
        assert sealed_log.verify(connection, sealed_log.Trust(KEY.origin, KEY.verifiers), [tmp_path]).faults == 0


async def test_a_round_does_without_a_witness_that_is_away_and_says_so(
    temporal: Temporal, database: Postgres, pool: Engine, tmp_path: Path
) -> None:
    """The head is signed and outside; the next round has it cosigned."""
    own = Signer("witness.example/1", signednote.COSIGNS, bytes(range(1, 33)))
    away = Asked("http://127.0.0.1:9", own.verifier)
    look(pool)
    keeper = LogKeeper(pool, Keeping(KEY, Outside(tmp_path / "out"), (away,)))
    async with serving(temporal, database, keeper) as (client, how):
        problems = await client.execute_workflow(
            keeping.KEEPER, id=fresh("round"), task_queue=how.task_queue, result_type=list[str]
        )
    assert "does not answer" in problems[0]
    with server(Witness(own, KEY.verifiers, tmp_path / "witness")) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        here = Asked(f"http://127.0.0.1:{running.server_port}", own.verifier)
        keeper = LogKeeper(pool, Keeping(KEY, Outside(tmp_path / "out"), (here,)))
        async with serving(temporal, database, keeper) as (client, how):
            assert not await client.execute_workflow(
                keeping.KEEPER, id=fresh("round"), task_queue=how.task_queue, result_type=list[str]
            )
        running.shutdown()
    assert len(list((tmp_path / "out").glob("*.cosignature"))) == 1


async def test_a_round_on_a_log_that_was_signed_longer_fails_at_once(
    temporal: Temporal, database: Postgres, pool: Engine, tmp_path: Path
) -> None:
    """It is not tried again and signs nothing: people have to look."""
    longer = heads.signed(heads.Checkpoint(KEY.origin, 10_000, bytes(32)), KEY.signer)
    Outside(tmp_path).keep(10_000, str(longer))
    keeper = LogKeeper(pool, Keeping(KEY, Outside(tmp_path)))
    async with serving(temporal, database, keeper) as (client, how):
        with pytest.raises(WorkflowFailureError) as caught:
            await client.execute_workflow(keeping.KEEPER, id=fresh("round"), task_queue=how.task_queue)
    assert isinstance(caught.value.cause, ActivityError)
    cause = caught.value.cause.cause
    assert isinstance(cause, ApplicationError)
    assert cause.type == keeping.BROKEN_LOG
    assert "10000 leaves stands outside" in cause.message


def test_the_stack_of_this_checkout_seals_its_log(stack: Stack) -> None:
    """Its worker says with which key, for whoever wants to check."""
    if stack.postgres is None:
        pytest.skip("the database is not the stack's own")
    lines = (stack.home / "worker.log").read_text(encoding="utf-8")
    assert '"log_sealed"' in lines
    assert "scheidslijn.invalid/" in lines


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "no place outside": ({"checkpoint_directory": None}, "CHECKPOINT_DIRECTORY"),
    "no key there": ({"seal_key_file": Path("/nowhere/key")}, "64 hex digits"),
    "a name with spaces": ({"log_origin": "a log"}, "no spaces"),
    "a witness without a key": ({"witnesses": ("http://127.0.0.1",)}, "WITNESSES"),
    "an authority nobody trusts": ({"tsa_url": "http://127.0.0.1"}, "TSA_ROOTS_FILE"),
}


@pytest.mark.parametrize(("changes", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_of_the_log_is_named(
    database: Postgres, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    """Before anything runs."""
    file = tmp_path / "key"
    file.write_text("00" * 32, encoding="ascii")
    right = {"seal_key_file": file, "checkpoint_directory": tmp_path, "log_origin": "log.example/1"}
    base = {"DATABASE_URL": database.app_url, "TEMPORAL_ADDRESS": "127.0.0.1:1", "digest_key": "0" * 32}
    assert sealing.keeping(Settings.model_validate(base | right)) is not None
    assert sealing.keeping(Settings.model_validate(base)) is None
    with pytest.raises(SettingsError, match=said):
        sealing.keeping(Settings.model_validate(base | right | changes))
