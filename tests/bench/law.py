"""The law alone: a case with a long past, folded from its entries, and decided on (no server)."""

from __future__ import annotations

import json
import statistics
import time
from datetime import UTC, datetime, timedelta

from states import commands as c
from states.decide import decide
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case
from tests.bench import family

ENTRIES = 20_000
TURNS = 200


def past(entries: int) -> tuple[Case, list[str]]:
    """A case of intensive help with so many entries: moves, deliveries, notes, consents given and withdrawn."""
    case, texts = Case(id="case"), list[str]()
    now = datetime.now(UTC)
    commands = iter(family.opening("case"))
    number = 0
    while len(texts) < entries:
        command = next(commands, None) or _daily(number)
        number += 1
        now += timedelta(seconds=1)
        decision = decide(case, command, now)
        assert decision.refusal is None, decision.refusal
        for body in bodies(decision.drafts, case.id, now, Trace(command.id, "w", "r", "b")):
            texts.append(json.dumps(body))
            case = evolve(case, happened(body))
    return case, texts


def _daily(number: int) -> c.Base:
    match number % 8:
        case 0:
            return family.change_lead("case", number // 8 - 1)
        case 1:
            return family.deliver("case", number)
        case 2:
            return family.other_help("case", number, given=True)
        case 3:
            return family.other_help("case", number, given=False)
        case _:
            return family.note("case", number)


def measure() -> dict[str, float]:
    """Seconds to fold the entries, and the median milliseconds of one decision after them."""
    case, texts = past(ENTRIES)
    started = time.perf_counter()
    folded = Case(id="case")
    for text in texts:
        folded = evolve(folded, happened(json.loads(text)))
    fold = time.perf_counter() - started
    assert folded.children == case.children
    now = datetime.now(UTC) + timedelta(days=1)
    times = []
    for number in range(TURNS):
        command = family.note("case", -number)
        started = time.perf_counter()
        decide(folded, command, now)
        times.append(time.perf_counter() - started)
    return {"domain_fold_20k_s": round(fold, 3), "decide_after_20k_ms": round(1000 * statistics.median(times), 3)}
