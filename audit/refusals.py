"""What was asked and refused, by whom, on which rule: the most telling facts that an auditor has (D5). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from audit.folding import Body
from audit.standings import Standings


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused command: what was attempted, and the rules that stood in the way."""

    framework: str
    case: str
    child: str | None
    seq: int
    recorded_at: str
    attempted: str
    rules: tuple[str, ...]
    by: str
    role: str
    organisation: str | None


def refusals(entries: Iterable[Body], *, rule: str | None = None) -> list[Refusal]:
    """The refusals in one case; ``rule``: only those in which this rule, or one below it, stood in the way."""
    known = list(entries)
    standings = Standings(known)
    return [
        Refusal(
            framework=standings.framework(entry["child"], datetime.fromisoformat(entry["recorded_at"])),
            case=entry["case"],
            child=entry["child"],
            seq=entry["seq"],
            recorded_at=entry["recorded_at"],
            attempted=entry["facts"]["attempted"],
            rules=tuple(entry["facts"]["rules"]),
            by=entry["actor"]["id"],
            role=entry["actor"]["role"],
            organisation=entry["actor"]["organisation"],
        )
        for entry in known
        if entry["event"] == "refused" and (rule is None or _about(entry, rule))
    ]


def _about(entry: Body, rule: str) -> bool:
    facts = entry["facts"]
    return any(name == rule or name.startswith(f"{rule}/") for name in (facts["attempted"], *facts["rules"]))


def by_rule(found: Iterable[Refusal]) -> list[tuple[str, int]]:
    """How often each rule stood in the way, the most frequent first."""
    counted = Counter(rule for refusal in found for rule in refusal.rules)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
