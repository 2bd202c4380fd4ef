"""How fast a log is verified, next to a bare loop that reads the same rows and hashes the same bytes."""

from __future__ import annotations

import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from audit import sealed_log, verifying
from embedded import Postgres
from records import migrate, sealing
from records.chain import TAG
from records.engine import engine
from records.outside import Outside
from records.statements import rows
from tests.bench import seal

ENTRIES = 20_000
ROUNDS = 3
TRUST = sealed_log.Trust(seal.KEY.origin, seal.KEY.verifiers)


def bare(connection: Connection) -> int:
    """Read the rows that are verified and hash the bytes that are hashed; nothing is compared, nothing is kept."""
    number, node = 0, bytes(32)
    for _, _, previous, _, body, *_ in verifying.stream(connection, verifying.ENTRIES + " ORDER BY case_id, seq"):
        sha256(TAG + previous + body).digest()
    first = 0
    while leaves := rows(connection, sealed_log.LEAVES, first, first + sealed_log.PAGE):
        for _, kind, case, seq, _, hash_, previous, body, *_ in leaves:
            sha256(TAG + previous + body).digest()
            leaf = sha256(b"\x00" + sealing.leaf_data(kind, case, seq, hash_)).digest()
            node = sha256(b"\x01" + node + leaf).digest()
            number += 1
        first += sealed_log.PAGE
    return number


def hashing(connection: Connection) -> int:
    """Read the bodies alone, once, and hash each."""
    number = 0
    for previous, body in verifying.stream(
        connection, "SELECT prev_hash, body FROM scheidslijn.entry ORDER BY case_id, seq"
    ):
        sha256(TAG + previous + body).digest()
        number += 1
    return number


def measure(entries: int = ENTRIES) -> dict[str, float]:
    """Speed of ``audit verify --all`` over that of the bare loop (the median of rounds), and the memory it takes."""
    with tempfile.TemporaryDirectory() as folder, Postgres(durable=False) as postgres:
        migrate.upgrade(postgres.owner_url)
        made = engine(postgres.app_url, size=seal.WRITERS + 1)
        seal.fill(made, "verified", entries)
        with made.connect() as connection:
            seal.all_of(connection, Outside(Path(folder)))
        found = _ratios(made, Path(folder))
        made.dispose()
    return found


def _ratios(made: Engine, folder: Path) -> dict[str, float]:
    with made.connect() as connection:
        number = bare(connection)
        beside, alone, slow = [], [], 0.0
        for _ in range(ROUNDS):
            slow = _seconds(lambda: _whole(connection, folder))
            beside.append(_seconds(lambda: bare(connection)) / slow)
            alone.append(_seconds(lambda: hashing(connection)) / slow)
        tracemalloc.start()
        _whole(connection, folder)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return {
        "verify_vs_bare_hashing": round(statistics.median(beside), 3),
        "verify_vs_hashing_bodies": round(statistics.median(alone), 3),
        "verified_per_s": round(number / slow),
        "verify_most_mb": round(most / 2**20, 1),
    }


def _whole(connection: Connection, folder: Path) -> None:
    found = verifying.verify_all(connection, TRUST, [folder])
    assert found.whole, found.words


def _seconds(run: Callable[[], Any]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started
