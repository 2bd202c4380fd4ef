"""Entries: what the log holds of one event, as one JSON object with a fixed shape.

``body`` writes it and ``happened`` reads it back; nothing else knows the shape. Moments are UTC
with six decimals. Free text and names stand under ``detail``, which nothing here depends on, so
that it can be sealed (D11).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from states.drafting import Draft
from states.due import forecast
from states.editions.book import rules
from states.events import EVENTS, ConsentGiven, ConsentWithdrawn, Event, Moved
from states.evolve import Happened
from states.facts import ChildFile
from states.orders.order import MeasureKind
from states.people import Stored
from states.position import State, framework_of

M = TypeVar("M", bound=Stored)
VERSION = 1
_COMPULSORY = frozenset(kind.value for kind in MeasureKind)
_POWERS = ("measures", "placements", "secures", "born")
_EFFECT_OF = {
    "opens": "terms_opened",
    "closes": "terms_closed",
    "answers": "terms_answered",
    "tasks": "tasks",
    "tasks_done": "tasks_done",
    "notices": "notices",
    "notices_done": "notices_done",
}
_EFFECTS = set(_EFFECT_OF)


@dataclass(frozen=True, slots=True)
class Trace:
    """Which workflow, run and build made an entry, for which command."""

    command: str
    workflow: str
    run: str
    build: str


def stamp(moment: datetime) -> str:
    """A moment as entries carry it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _until(start: datetime, end: datetime | None) -> str | None:
    """The end of a period; one that ended before it began was never there, and ends where it begins."""
    return stamp(max(start, end)) if end else None


def consent_rows(before: ChildFile | None, after: ChildFile) -> list[dict[str, Any]]:
    """The consents that an event changed, as the database holds them."""
    if before is not None and before.consents is after.consents:
        return []
    same = set(map(id, before.consents)) if before else set()
    changed = [c for c in after.consents if id(c) not in same]
    known = {c.id: c for c in before.consents} if before and changed else {}
    return [
        {
            "id": c.id,
            "person": c.person,
            "purpose": c.purpose.value,
            "valid_from": stamp(c.valid_from),
            "valid_until": _until(c.valid_from, c.end),
        }
        for c in changed
        if known.get(c.id) != c
    ]


def _ground(id_: str, kind: str, gi: str | None, start: datetime, end: datetime | None) -> dict[str, Any]:
    """A court order as the database holds it; what a paused power does not cover, another row goes on with."""
    return {
        "id": id_,
        "kind": kind,
        "compulsory": kind in _COMPULSORY,
        "gi": gi,
        "valid_from": stamp(start),
        "valid_until": _until(start, end),
    }


def _grounds(child: ChildFile) -> Iterator[dict[str, Any]]:
    for measure in child.measures:
        for id_, start, end in measure.pieces:
            yield _ground(id_, measure.kind.value, measure.last_gi, start, end)
    for placement in child.placements:
        for id_, start, end in placement.pieces:
            yield _ground(f"{id_}/placement", "placement", None, start, end)
    for secure in child.secures:
        yield _ground(f"{secure.order}/secure", "secure_placement", None, secure.start, child.secure_until(secure))


def order_rows(before: ChildFile | None, after: ChildFile) -> list[dict[str, Any]]:
    """The court orders whose power an event changed, as the database holds them."""
    if before is not None and all(getattr(before, name) is getattr(after, name) for name in _POWERS):
        return []
    known = list(_grounds(before)) if before is not None else []
    return [row for row in _grounds(after) if row not in known]


def ahead_rows(child: ChildFile, now: datetime) -> list[dict[str, Any]]:
    """What lies ahead of a child if nobody does anything (D3)."""
    return [{"at": stamp(step["at"]), "to": step["to"].value, "title": step["title"]} for step in forecast(child, now)]


def _effects(draft: Draft, now: datetime, *, last: bool) -> dict[str, Any]:
    event, after = draft.event, draft.after
    found: dict[str, Any] = {}
    if event.opens:
        found["terms_opened"] = [
            {
                "id": t.id,
                "rule": t.rule,
                "kind": t.kind.value,
                "due": t.due.isoformat(),
                "at": stamp(t.at),
                "why": t.why,
                "start": t.start.isoformat(),
                **({"number": t.number} if t.number > 1 else {}),
                **({"part": t.part} if t.part else {}),
            }
            for t in event.opens
        ]
    for name, rows in (
        ("terms_closed", event.closes),
        ("terms_answered", event.answers),
        ("tasks", event.tasks),
        ("notices", event.notices),
    ):
        if rows:
            found[name] = [r.model_dump(mode="json", exclude_none=True) for r in rows]
    if event.tasks_done:
        found["tasks_done"] = list(event.tasks_done)
    if event.notices_done:
        found["notices_done"] = list(event.notices_done)
    if after is None:
        return found
    found["consents"] = consent_rows(draft.before, after)
    found["orders"] = order_rows(draft.before, after)
    if last and after.state is not State.NONE:
        found["ahead"] = ahead_rows(after, now)
    return {name: rows for name, rows in found.items() if rows or name == "ahead"}


def body(draft: Draft, case: str, now: datetime, trace: Trace, *, last: bool) -> dict[str, Any]:
    """The body of an entry; ``last``: it carries the forecast for its child (D3)."""
    event = draft.event
    edition = rules(draft.effective_at)
    moved = event if isinstance(event, Moved) else None
    facts = event.model_dump(mode="json", exclude=_EFFECTS, exclude_defaults=True)
    return {
        "v": VERSION,
        "case": case,
        "seq": draft.seq,
        "kind": draft.kind,
        "event": event.name,
        "child": draft.child,
        "command": trace.command,
        "actor": {
            "id": draft.actor.id,
            "role": draft.actor.role.value,
            "organisation": draft.actor.organisation,
            "under": draft.actor.under,
        },
        "effective_at": stamp(draft.effective_at),
        "recorded_at": stamp(now),
        "move": moved.move if moved else None,
        "from": moved.source.value if moved else None,
        "to": moved.target.value if moved else None,
        "framework_before": framework_of(moved.source).value if moved else None,
        "framework_after": framework_of(moved.target).value if moved else None,
        "rules": list(draft.rules),
        "edition": edition.id,
        "edition_digest": edition.digest,
        "title": draft.title,
        "effects": _effects(draft, now, last=last),
        "facts": facts,
        "detail": {"sealed": False, "data": draft.detail},
        "workflow": trace.workflow,
        "run": trace.run,
        "build": trace.build,
    }


def bodies(drafts: tuple[Draft, ...], case: str, now: datetime, trace: Trace) -> list[dict[str, Any]]:
    """The bodies of all drafts of one command, in order."""
    final = {draft.child: draft.seq for draft in drafts}
    return [body(d, case, now, trace, last=d.child is not None and final[d.child] == d.seq) for d in drafts]


def happened(entry: dict[str, Any]) -> Happened:
    """Read an entry back as the event it holds."""
    effects, facts = entry["effects"], entry["facts"]
    if effects:
        facts = {**facts, **{name: effects[row] for name, row in _EFFECT_OF.items() if row in effects}}
    # The event is checked; its place and moments are read here, and nothing is left to check.
    return Happened.model_construct(
        seq=entry["seq"],
        effective_at=datetime.fromisoformat(entry["effective_at"]),
        recorded_at=datetime.fromisoformat(entry["recorded_at"]),
        child=entry["child"],
        event=_in_utc(EVENTS[entry["event"]].model_validate(facts)),
    )


def _in_utc(event: Event) -> Event:
    """The same event; consents with moments in the standard library's UTC.

    A file remembers many consents and compares their moments all the time; pydantic's own UTC takes ten times as long.
    """
    if isinstance(event, ConsentGiven):
        return event.model_copy(update={"consent": _with_moments(event.consent)})
    return _with_moments(event) if isinstance(event, ConsentWithdrawn) else event


def _with_moments(model: M) -> M:
    moments = {name: value.astimezone(UTC) for name, value in model if isinstance(value, datetime)}
    return model.model_copy(update=moments)
