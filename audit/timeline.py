"""What happened in a case, in the order in which it worked or in which it was written down. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from audit.folding import Body
from audit.standings import Standings
from audit.words import told


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. ``framework`` is that of the child at the moment at which it works; moments are UTC."""

    framework: str
    case: str
    child: str | None
    seq: int
    effective_at: str
    recorded_at: str
    days_late: int
    """Whole days between working and being written down."""
    kind: str
    what: str
    rules: tuple[str, ...]
    by: str
    role: str
    organisation: str | None
    under: str | None
    edition: str


def timeline(entries: Iterable[Body], *, child: str | None = None, recorded: bool = False) -> list[Line]:
    """The lines of a case, or of one child in it; ``recorded``: in the order of the log, else as the facts were."""
    known = list(entries)
    standings = Standings(known)
    lines = [_line(entry, standings) for entry in known if child is None or entry["child"] == child]
    return lines if recorded else sorted(lines, key=lambda line: (line.effective_at, line.seq))


def _line(entry: Body, standings: Standings) -> Line:
    works, written = (datetime.fromisoformat(entry[name]) for name in ("effective_at", "recorded_at"))
    actor = entry["actor"]
    return Line(
        framework=standings.framework(entry["child"], works),
        case=entry["case"],
        child=entry["child"],
        seq=entry["seq"],
        effective_at=entry["effective_at"],
        recorded_at=entry["recorded_at"],
        days_late=max(0, (written - works).days),
        kind=entry["kind"],
        what=told(entry),
        rules=tuple(entry["rules"]),
        by=actor["id"],
        role=actor["role"],
        organisation=actor["organisation"],
        under=actor["under"],
        edition=entry["edition"],
    )
