"""What the rounds say: ratios, medians and a table."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from rich.table import Table

from tests.bench.arena import Round, Rounds

PROCESSES = ("temporal", "postgres", "worker", "client")
"""Whose CPU is counted. DBOS works in the process of its client; a bare update needs no PostgreSQL."""


def _ratio(rounds: Rounds, measure: Callable[[Round], float], other: str) -> float | None:
    """Moves next to another, in the same round: what slowed both is no difference. The median of the rounds."""
    pairs = zip(rounds["moves"], rounds.get(other, []), strict=False)
    found = [measure(mine) / measure(theirs) for mine, theirs in pairs]
    return round(median(found), 3) if found else None


def ratios(rounds: Rounds) -> dict[str, float | None]:
    """The numbers to compare over time: throughput and p95 next to others, and history events a move."""
    return {
        "moves_vs_bare_update": _ratio(rounds, lambda one: one.per_second, "bare_update"),
        "moves_vs_bare_same_config": _ratio(rounds, lambda one: one.per_second, "bare_same_config"),
        "moves_vs_dbos": _ratio(rounds, lambda one: one.per_second, "dbos"),
        "p95_vs_bare_update": _ratio(rounds, lambda one: one.p95, "bare_update"),
        "events_per_move": round(median(one.events for one in rounds["moves"]), 2),
    }


def medians(rounds: Rounds) -> dict[str, dict[str, float]]:
    """Everybody's own numbers: operations a second, latency in ms, and CPU in ms an operation, by process."""
    return {
        who: {
            "per_second": round(median(one.per_second for one in played), 1),
            "p50_ms": round(median(one.p50 for one in played), 1),
            "p95_ms": round(median(one.p95 for one in played), 1),
            "cpu_ms": round(median(sum(one.cpu.values()) for one in played), 2),
            **{f"cpu_ms_{name}": round(median(one.cpu[name] for one in played), 2) for name in played[0].cpu},
        }
        for who, played in rounds.items()
    }


def table(rounds: Rounds) -> Table:
    """The medians, drawn."""
    drawn = Table(title="Medians; CPU in ms an operation")
    drawn.add_column("")
    columns = ("per_second", "p50_ms", "p95_ms", "cpu_ms", *(f"cpu_ms_{name}" for name in PROCESSES))
    for name in ("per second", "p50 ms", "p95 ms", "CPU", *PROCESSES):
        drawn.add_column(name, justify="right")
    for who, found in medians(rounds).items():
        drawn.add_row(who, *(f"{found[name]:.4g}" if name in found else "" for name in columns))
    return drawn
