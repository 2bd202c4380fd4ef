"""What the keeper of the log does: seals, keeps heads outside, asks witnesses and a time stamping authority.

Each step finds by itself what is left to do, so it can be broken off and done again. Nothing here waits for the
append, and the append waits for nothing here.
"""

from __future__ import annotations

import asyncio
import http.client
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, Engine
from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.witnesses import MOST, PATIENCE, ForkSeenError, Witness, WitnessAwayError, cosigned
from records import sealing, stamps, tree
from records.errors import BrokenLogError
from records.outside import COSIGNATURE, TIMESTAMP, Outside
from records.sealing import Head, LogKey
from states import keeping

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keeping:
    """With what a log is kept: its key, where heads stand outside, and who else speaks for them."""

    key: LogKey
    outside: Outside
    witnesses: tuple[Witness, ...] = ()
    authority: stamps.Authority | None = None
    batch: int = sealing.BATCH


class LogKeeper:
    """The keeper's activities, on a small pool of their own."""

    def __init__(self, engine: Engine, how: Keeping) -> None:
        """Use a pool of the application's role in autocommit."""
        self._engine = engine
        self._how = how

    @property
    def activities(self) -> tuple[Callable[..., Awaitable[object]], ...]:
        """All of them, for a worker."""
        return (self.seal, self.keep_outside, self.ask_witnesses, self.stamp)

    @activity.defn(name=keeping.SEAL)
    async def seal(self) -> int:
        """Seal what is new and sign the head; gives its size."""
        return await self._do(self._seal)

    @activity.defn(name=keeping.OUTSIDE)
    async def keep_outside(self) -> int:
        """Write every head that does not stand outside yet; gives how many."""
        return await self._do(self._keep_outside)

    @activity.defn(name=keeping.WITNESS)
    async def ask_witnesses(self) -> list[str]:
        """Have the newest head cosigned by each witness; gives why some did not."""
        return await self._do(self._ask_witnesses)

    @activity.defn(name=keeping.STAMP)
    async def stamp(self) -> list[str]:
        """Have the newest head timestamped; gives why it was not."""
        return await self._do(self._stamp)

    async def _do(self, step: Callable[[Connection], T]) -> T:
        def run() -> T:
            with self._engine.connect() as connection:
                return step(connection)

        try:
            return await asyncio.to_thread(run)
        except (BrokenLogError, ForkSeenError) as error:
            raise ApplicationError(str(error), type=keeping.BROKEN_LOG, non_retryable=True) from None

    def _seal(self, connection: Connection) -> int:
        key, size = self._how.key, -1
        outside = self._how.outside.newest(key.origin, key.verifiers)
        while (grown := sealing.seal(connection, key, outside, self._how.batch)) > size:
            size = grown
        return size

    def _keep_outside(self, connection: Connection) -> int:
        missing = sealing.unkept(connection, self._how.outside.size())
        for size, note in missing:
            self._how.outside.keep(size, note)
        return len(missing)

    def _ask_witnesses(self, connection: Connection) -> list[str]:
        head = sealing.newest(connection, self._how.key)
        problems: list[str] = []
        forks: list[str] = []
        for witness in self._how.witnesses if head else ():
            try:
                self._ask(connection, witness, head)
            except WitnessAwayError as error:
                problems.append(str(error))
            except ForkSeenError as error:
                forks.append(str(error))
        if forks:
            raise ForkSeenError("; ".join(forks))
        return problems

    def _ask(self, connection: Connection, witness: Witness, head: Head | None) -> None:
        # The witness may have seen more than this head: another keeper asked it meanwhile.
        size = sealing.attested(connection, "cosignature", witness.key.name)
        if head is None or size >= head.checkpoint.size:
            return
        prove = partial(_prove, connection, head.checkpoint.size)
        signature = cosigned(witness, head.note, head.checkpoint, size, prove)
        line = signature.line().encode()
        sealing.attest(connection, head.checkpoint.size, "cosignature", witness.key.name, line)
        self._how.outside.keep_beside(head.checkpoint.size, COSIGNATURE, witness.key.name, line)

    def _stamp(self, connection: Connection) -> list[str]:
        head, authority = sealing.newest(connection, self._how.key), self._how.authority
        if head is None or authority is None:
            return []
        if sealing.attested(connection, "timestamp", authority.url) >= head.checkpoint.size:
            return []
        asked = stamps.request(head.checkpoint.text)
        headers = {"Content-Type": "application/timestamp-query"}
        request = urllib.request.Request(authority.url, asked.as_bytes(), headers)  # noqa: S310 - settings saw the scheme
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                response = answer.read(MOST)
            stamps.stamped(head.checkpoint.text, response, authority.roots, asked)
        except (OSError, http.client.HTTPException, stamps.StampError) as error:
            return [f"no timestamp from {authority.url}: {error}"]
        sealing.attest(connection, head.checkpoint.size, "timestamp", authority.url, response)
        self._how.outside.keep_beside(head.checkpoint.size, TIMESTAMP, authority.url, response)
        return []


def _prove(connection: Connection, new: int, old: int) -> list[bytes]:
    return tree.consistency_proof(old, new, sealing.nodes(connection)) if old <= new else []
