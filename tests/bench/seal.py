"""How fast the log is sealed, next to how fast it is written: on one PostgreSQL, straight through the append."""

from __future__ import annotations

import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from embedded import Postgres
from records import log, migrate, sealing, signednote
from records.chain import GENESIS, seal
from records.engine import engine
from records.outside import Outside
from records.sealing import LogKey
from records.signednote import Signer
from states.decide import decide
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case
from tests.bench import family

WRITERS = 4
SECONDS = 8.0
KEY = LogKey("bench", Signer("bench", signednote.SIGNS, bytes(32)))


class Writer:
    """One case, and as many notes in it as the database takes; the law decides on the first only."""

    def __init__(self, made: Engine, name: str) -> None:
        """Open the case."""
        self._engine, self._name, self._head, self._seq, self.stored = made, name, GENESIS, 0, 0
        case, now = Case(id=name, exercise=True), datetime.now(UTC)
        for command in (family.opening(name)[0], family.note(name, 0)):
            drafts = bodies(decide(case, command, now).drafts, name, now, Trace(command.id, name, "run", "build"))
            with made.connect() as connection:
                self._send(connection, command.id, drafts)
            for body in drafts:
                case = evolve(case, happened(body))
            self._note = drafts[-1]

    def _send(self, connection: Connection, command: str, drafts: list[dict[str, Any]]) -> None:
        request = log.Request(
            case=self._name,
            expected_seq=self._seq,
            command=log.Command(command, "digest"),
            entries=tuple(seal(drafts, self._head)),
            exercise=True,
        )
        answer = log.append(connection, request)
        self._seq, self._head = answer.seq, bytes.fromhex(answer.hash)

    def write_some(self, entries: int, each: int = 50) -> None:
        """Store so many notes, some to a command."""
        with self._engine.connect() as connection:
            while self.stored < entries:
                command = f"some-{self.stored}"
                notes = [self._note | {"seq": self._seq + 1 + n, "command": command} for n in range(each)]
                self._send(connection, command, notes)
                self.stored += each

    def write(self, until: float) -> None:
        """Store notes, one command each, up to a moment (``time.monotonic``)."""
        with self._engine.connect() as connection:
            while time.monotonic() < until:
                self.stored += 1
                command = f"again-{self.stored}"
                self._send(connection, command, [self._note | {"seq": self._seq + 1, "command": command}])


def measure(seconds: float = SECONDS) -> dict[str, float]:
    """Leaves sealed a second over entries stored a second, and what sealing all the while leaves of the latter."""
    with tempfile.TemporaryDirectory() as folder, Postgres(durable=False) as postgres:
        migrate.upgrade(postgres.owner_url)
        made = engine(postgres.app_url, size=WRITERS + 1)
        outside = Outside(Path(folder))
        alone = _written(made, "alone", seconds)
        with made.connect() as connection:
            started = time.perf_counter()
            leaves = all_of(connection, outside)
            sealing_rate = leaves / (time.perf_counter() - started)
        stop = threading.Event()
        keeper = threading.Thread(target=_rounds, args=(made, outside, stop))
        keeper.start()
        beside = _written(made, "beside", seconds)
        stop.set()
        keeper.join()
        made.dispose()
    return {
        "appends_per_s": round(alone),
        "leaves_sealed_per_s": round(sealing_rate),
        "seal_vs_append": round(sealing_rate / alone, 2),
        "append_while_sealing": round(beside / alone, 2),
    }


def fill(made: Engine, name: str, entries: int) -> None:
    """Store about so many entries, in a case for each writer."""
    writers = [Writer(made, f"{name}-{number}") for number in range(WRITERS)]
    threads = [threading.Thread(target=writer.write_some, args=(entries // WRITERS,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _written(made: Engine, name: str, seconds: float) -> float:
    writers = [Writer(made, f"{name}-{number}") for number in range(WRITERS)]
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=writer.write, args=(until,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(writer.stored for writer in writers) / seconds


def all_of(connection: Connection, outside: Outside) -> int:
    """Seal everything, and keep the heads outside; gives the size."""
    size = -1
    while (grown := sealing.seal(connection, KEY, outside.newest(KEY.origin, KEY.verifiers))) > size:
        size = grown
    for kept, note in sealing.unkept(connection, outside.size()):
        outside.keep(kept, note)
    return size


def _rounds(made: Engine, outside: Outside, stop: threading.Event) -> None:
    with made.connect() as connection:
        while not stop.wait(1):
            all_of(connection, outside)
