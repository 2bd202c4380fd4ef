"""The arena: one PostgreSQL, one Temporal and the contenders, who play by turns."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from rich.console import Console

from casetool.settings import PREFIX
from casetool.stack import ROOT, Stack
from embedded import process
from embedded.temporal import Temporal
from tests.bench import bare, cpu
from tests.bench.contender import Contender, Ground, Plan, Setup
from tests.bench.moves import moves

WARM_UP = 2.0


@dataclass(frozen=True)
class Round:
    """What one contender did in one round; times in ms, CPU in ms per operation by process."""

    per_second: float
    p50: float
    p95: float
    cpu: Mapping[str, float]
    events: float


Rounds = Mapping[str, list[Round]]
"""The rounds of every contender, in order."""


def contenders() -> dict[str, Setup]:
    """Everybody who plays, in order. DBOS is installed by ``make bench`` only."""
    from tests.bench.rival import dbos  # noqa: PLC0415

    return {"moves": moves, "bare_update": bare.stock, "bare_same_config": bare.same, "dbos": dbos}


def play(who: Mapping[str, Setup], plan: Plan, console: Console | None = None) -> Rounds:
    """Let them play by turns, A B C A B C A B C, after a short turn each to warm up."""
    found: defaultdict[str, list[Round]] = defaultdict(list)
    with _arena(who, plan) as (players, pids):
        for number in range(plan.rounds + 1):
            for player in players:
                one = _round(player, pids[player.name], plan.seconds if number else min(WARM_UP, plan.seconds))
                if number == 0:
                    continue
                found[player.name].append(one)
                if console:
                    console.print(f"round {number}: {player.name} {one.per_second:.0f}/s")
    return found


@contextmanager
def _arena(who: Mapping[str, Setup], plan: Plan) -> Iterator[tuple[list[Contender], dict[str, dict[str, int]]]]:
    with ExitStack() as exit_:
        place = Path(exit_.enter_context(tempfile.TemporaryDirectory(prefix="scheidslijn-bench-")))
        temporal = exit_.enter_context(Temporal(place / "temporal"))
        # Servers of the machine's own environment are no part of a comparison.
        names = ("DATABASE_URL", "DATABASE_OWNER_URL", "TEMPORAL_ADDRESS")
        given = {name: value for name, value in os.environ.items() if not name.endswith(names)}
        given[f"{PREFIX}TEMPORAL_ADDRESS"] = temporal.address
        exit_.enter_context(patch.dict(os.environ, given, clear=True))
        stack = exit_.enter_context(Stack(worker=False))
        worker = stack.start_worker()
        assert stack.postgres is not None
        assert stack.addresses.owner_url is not None
        ground = Ground(
            database_url=stack.addresses.database_url,
            owner_url=stack.addresses.owner_url,
            temporal_address=temporal.address,
            task_queue=stack.addresses.task_queue,
            plan=plan,
        )
        workers = {"moves": worker.pid}
        for name, kind in (("bare_update", "stock"), ("bare_same_config", "same")):
            if name in who:
                workers[name] = _bare_worker(exit_, kind, temporal.address, place)
        players = []
        for name, setup in who.items():
            player = Contender(name, setup, ground)
            exit_.callback(player.stop)
            players.append(player)
        for player in players:
            player.ready()
        servers = {"temporal": temporal.pid or 0, "postgres": stack.postgres.pid or 0}
        yield (
            players,
            {
                player.name: servers
                | {"client": player.pid}
                | ({"worker": workers[player.name]} if player.name in workers else {})
                for player in players
            },
        )


def _bare_worker(exit_: ExitStack, kind: str, address: str, place: Path) -> int:
    worker = process.launch(
        [sys.executable, "-m", "tests.bench.bare", kind, address],
        home=place,
        log=place / f"{kind}.log",
        on_death=signal.SIGKILL,
        environment={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    exit_.callback(process.stop, worker, seconds=5)
    return worker.pid


def _round(player: Contender, pids: Mapping[str, int], seconds: float) -> Round:
    player.tidy()
    before = {name: cpu.seconds(pid) for name, pid in pids.items()}
    sample = player.play(seconds)
    count = len(sample.latencies)
    ordered = sorted(sample.latencies)
    return Round(
        per_second=count / sample.seconds,
        p50=1000 * ordered[count // 2],
        p95=1000 * ordered[int(count * 0.95)],
        cpu={name: 1000 * (cpu.seconds(pid) - before[name]) / count for name, pid in pids.items()},
        events=sample.events_each,
    )
