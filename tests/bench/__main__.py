"""``make bench``: three interleaved rounds of every contender; prints a table, writes the ratios."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console

from tests.bench import law, replaying, seal, verifying
from tests.bench.arena import contenders, play
from tests.bench.contender import Plan
from tests.bench.report import medians, ratios, table

OUTPUT = Path(__file__).resolve().parents[2] / "bench" / "latest.json"


def main() -> None:
    """Play, print, write."""
    console = Console(width=120)
    rounds = play(contenders(), Plan(), console)
    console.print(table(rounds))
    numbers = {**ratios(rounds), **law.measure(), **replaying.measure(), **seal.measure(), **verifying.measure()}
    console.print_json(data=numbers)
    OUTPUT.parent.mkdir(exist_ok=True)
    found = numbers | {"medians": medians(rounds)}
    OUTPUT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
