"""The domain replay of a case with a long past: the law alone, no server."""

from __future__ import annotations

import json
import time

from audit.replay import replay
from tests.bench.law import ENTRIES, past


def measure(entries: int = ENTRIES) -> dict[str, float]:
    """Seconds to replay a case: with what lies ahead after every entry (``whole``), and without."""
    _, texts = past(entries)
    bodies = [json.loads(text) for text in texts]
    found = {}
    for name, forecasts in (("domain_replay_20k_s", False), ("domain_replay_whole_20k_s", True)):
        started = time.perf_counter()
        done = replay(bodies, forecasts=forecasts)
        found[name] = round(time.perf_counter() - started, 3)
        assert (done.entries, done.count, done.undecided) == (len(bodies), 0, 0)
    return found
