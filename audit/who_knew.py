"""Who could know what in a case, since when: who wrote it down, who was told, and who looked. Pure.

What somebody heard outside the log is not in it. Who looked at the case could have seen everything that stood there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from audit.folding import Body
from audit.readers import Reading
from audit.standings import Standings
from audit.words import told


@dataclass(frozen=True, slots=True)
class Knowing:
    """Somebody could know it from a moment (UTC) on; ``how``: recorded, notice, or looked (at what)."""

    who: str
    since: datetime
    how: str


@dataclass(frozen=True, slots=True)
class Known:
    """A fact, when it worked, when it was written down, and who could know it since when."""

    framework: str
    case: str
    child: str | None
    seq: int
    effective_at: str
    recorded_at: str
    what: str
    known: tuple[Knowing, ...]
    not_told: tuple[str, ...]
    """To whom a notice about it is still owed."""


def who_knew(entries: Iterable[Body], readings: Iterable[Reading], *, child: str | None = None) -> list[Known]:
    """For each entry of a case (or of one child), who could know it since when, the earliest first."""
    known, looks = list(entries), sorted(readings, key=lambda one: one.at)
    standings, given = Standings(known), _delivered(known)
    return [_known(entry, standings, given, looks) for entry in known if child is None or entry["child"] == child]


def _delivered(entries: list[Body]) -> dict[str, datetime]:
    """When each notice was given, by its id."""
    return {
        done: datetime.fromisoformat(entry["recorded_at"])
        for entry in entries
        for done in entry["effects"].get("notices_done", ())
    }


def _known(entry: Body, standings: Standings, given: dict[str, datetime], looks: list[Reading]) -> Known:
    written = datetime.fromisoformat(entry["recorded_at"])
    found: dict[str, Knowing] = {}
    for one in sorted(_knowing(entry, given, looks, written), key=lambda one: one.since):
        found.setdefault(one.who, one)
    owed = entry["effects"].get("notices", ())
    return Known(
        framework=standings.framework(entry["child"], datetime.fromisoformat(entry["effective_at"])),
        case=entry["case"],
        child=entry["child"],
        seq=entry["seq"],
        effective_at=entry["effective_at"],
        recorded_at=entry["recorded_at"],
        what=told(entry),
        known=tuple(found.values()),
        not_told=tuple(dict.fromkeys(n["recipient"] for n in owed if n["id"] not in given)),
    )


def _knowing(entry: Body, given: dict[str, datetime], looks: list[Reading], written: datetime) -> Iterator[Knowing]:
    yield Knowing(entry["actor"]["id"], written, "recorded")
    for notice in entry["effects"].get("notices", ()):
        if notice["id"] in given:
            yield Knowing(notice["recipient"], given[notice["id"]], f"notice {notice['code']}")
    for look in looks:
        if look.at >= written and look.child in {None, entry["child"]}:
            yield Knowing(look.reader, look.at, f"looked: {look.what}")
