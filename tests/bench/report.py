"""What the rounds say: medians, ratios and a table."""

from __future__ import annotations

from statistics import median

from rich.table import Table

from tests.bench.arena import Round, Rounds

PROCESSES = ("temporal", "postgres", "worker", "client")


def _median(rounds: list[Round], name: str) -> float:
    return median(getattr(one, name) for one in rounds)


def _ratio(rounds: Rounds, name: str, other: str) -> float | None:
    """The median of the ratios of each round: what both suffered, neither is blamed for."""
    pairs = zip(rounds["moves"], rounds.get(other, []), strict=False)
    found = [getattr(mine, name) / getattr(theirs, name) for mine, theirs in pairs]
    return round(median(found), 3) if found else None


def ratios(rounds: Rounds) -> dict[str, float | None]:
    """The numbers that are kept: throughput and p95 next to others, and history events a move."""
    return {
        "moves_vs_bare_update": _ratio(rounds, "per_second", "bare_update"),
        "moves_vs_bare_same_config": _ratio(rounds, "per_second", "bare_same_config"),
        "moves_vs_dbos": _ratio(rounds, "per_second", "dbos"),
        "p95_vs_bare_update": _ratio(rounds, "p95", "bare_update"),
        "events_per_move": round(_median(rounds["moves"], "events"), 2),
    }


def table(rounds: Rounds) -> Table:
    """Medians of everybody; CPU is ms per operation."""
    drawn = Table(title="Medians; CPU in ms per operation")
    drawn.add_column("contender")
    for name in ("per second", "p50 ms", "p95 ms", "CPU", *PROCESSES):
        drawn.add_column(name, justify="right")
    for who, played in rounds.items():
        by_process = [
            median(one.cpu[name] for one in played) if name in played[0].cpu else None
            for name in PROCESSES
        ]
        drawn.add_row(
            who,
            f"{_median(played, 'per_second'):.0f}",
            f"{_median(played, 'p50'):.0f}",
            f"{_median(played, 'p95'):.0f}",
            f"{sum(one or 0 for one in by_process):.2f}",
            *(f"{one:.2f}" if one is not None else "" for one in by_process),
        )
    return drawn
