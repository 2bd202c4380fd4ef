"""A sealed log of its own: a database, a key, a folder outside, a keeper; and an owner who may do anything."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg
from recordskit import Family
from sqlalchemy import make_url

from activities.keeper import Keeping, LogKeeper
from activities.witnesses import Witness as Asked
from audit import sealed_log
from audit.witness import Witness
from audit.witness_server import server
from records import signednote, stamps
from records.checkpoint import Checkpoint
from records.engine import engine
from records.outside import Outside
from records.sealing import LogKey
from records.signednote import Signer

SEALED = ("entry", "access", "sealed_leaf", "tree_node", "checkpoint", "attestation", "case_head", "command")
KEY = LogKey("log.example/1", Signer("log.example/1", signednote.SIGNS, bytes(range(32))))


class Log:
    """A database whose log is sealed under ``KEY``; ``folder`` stands outside it."""

    def __init__(self, app_url: str, owner_url: str, folder: Path) -> None:
        """Use a migrated database that nobody else uses."""
        self.app_url, self.owner_url, self.outside = app_url, owner_url, Outside(folder)
        self.engine = engine(app_url)
        self._open = self.engine.connect()

    def close(self) -> None:
        """Give the connections back."""
        self._open.close()
        self.engine.dispose()

    def family(self, notes: int = 0) -> Family:
        """A case in this database, with its child and so many notes."""
        made = Family(self._open)
        made.open()
        for _ in range(notes):
            made.send(made.fact())
        return made

    def keeper(
        self,
        witnesses: Sequence[Asked] = (),
        *,
        folder: Path | None = None,
        authority: stamps.Authority | None = None,
        batch: int = 7,
    ) -> LogKeeper:
        """A keeper of this log; ``folder``: it looks elsewhere for the heads outside."""
        outside = Outside(folder) if folder else self.outside
        return LogKeeper(self.engine, Keeping(KEY, outside, tuple(witnesses), authority, batch))

    async def keep(self, witnesses: Sequence[Asked] = ()) -> int:
        """A whole round; gives the size of the head."""
        keeper = self.keeper(witnesses)
        size = await keeper.seal()
        await keeper.keep_outside()
        assert await keeper.ask_witnesses() == []
        return size

    def verify(self, *held: Path, witnesses: Sequence[Asked] = ()) -> sealed_log.Report:
        """What an auditor finds who holds these files or folders."""
        trust = sealed_log.Trust(KEY.origin, KEY.verifiers, tuple(witness.key for witness in witnesses))
        with self.engine.connect() as connection:
            return sealed_log.verify(connection, trust, held)

    def newest(self) -> Checkpoint:
        """The newest head outside."""
        found = self.outside.newest(KEY.origin, KEY.verifiers)
        assert found is not None
        return found

    def bypass(self, *statements: str) -> None:
        """As the owner, with every trigger on the log switched off."""
        with psycopg.connect(dsn(self.owner_url)) as connection:
            for table in SEALED:
                connection.execute(f"ALTER TABLE scheidslijn.{table} DISABLE TRIGGER USER")
            for statement in statements:
                connection.execute(statement)


def dsn(url: str) -> str:
    """The address as psycopg takes it."""
    return url.replace("+psycopg", "")


def in_database(url: str, name: str) -> str:
    """The same server, another database."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@contextlib.contextmanager
def witnessing(folder: Path, name: str = "witness.example/1") -> Iterator[Asked]:
    """A witness of ``KEY``'s log, listening."""
    signer = Signer(name, signednote.COSIGNS, bytes(range(1, 33)))
    with server(Witness(signer, KEY.verifiers, folder)) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield Asked(f"http://127.0.0.1:{running.server_port}", signer.verifier)
        finally:
            running.shutdown()
