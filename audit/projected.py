"""What the database's tables should hold of a case: the effects of its entries, one after the other. Pure.

The same sum as ``records/sql/project.sql``; what stands there is compared with it, row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from audit.folding import Body
from states.position import State, framework_of

Row = dict[str, object]
Key = tuple[str, ...]
TABLES = ("court_order", "consent", "open_term", "work_item", "notice", "child_state")


@dataclass(slots=True)
class Standing:
    """Where a child stands by its last move, and what lies ahead."""

    state: str
    since: str
    edition: str
    ahead: list[Body] = field(default_factory=list)


@dataclass(slots=True)
class Projected:
    """The rows of each table, by key; moments are as entries write them."""

    tables: dict[str, dict[Key, Row]] = field(default_factory=lambda: {name: {} for name in TABLES})
    standing: dict[str, Standing] = field(default_factory=dict)

    def at(self, now: datetime) -> dict[str, dict[Key, Row]]:
        """All tables, with where each child stands at a moment (UTC): what lay ahead and has come, counts."""
        for child, stood in self.standing.items():
            come = [step for step in stood.ahead if datetime.fromisoformat(step["at"]) <= now]
            state, since = (come[-1]["to"], come[-1]["at"]) if come else (stood.state, stood.since)
            framework = framework_of(State(state)).value
            self.tables["child_state"][child,] = {
                "state": state,
                "framework": framework,
                "since": since,
                "edition": stood.edition,
            }
        return self.tables


def projected(entries: Iterable[Body]) -> Projected:
    """The tables after the entries of one case, in order from the first."""
    found = Projected()
    for entry in entries:
        _entry(found, entry)
    return found


def _entry(found: Projected, entry: Body) -> None:
    effects, child, seq = entry["effects"], entry["child"], entry["seq"]
    for name, table in (("orders", "court_order"), ("consents", "consent")):
        for row in effects.get(name, ()):
            found.tables[table][child, row["id"]] = {**_without_id(row), "seq": seq}
    if entry["kind"] == "transition":
        ahead = effects.get("ahead", [])
        found.standing[child] = Standing(entry["to"], entry["effective_at"], entry["edition"], ahead)
    elif "ahead" in effects and child in found.standing:
        found.standing[child].ahead, found.standing[child].edition = effects["ahead"], entry["edition"]
    _terms(found.tables["open_term"], entry)
    for name, table in (("tasks", "work_item"), ("notices", "notice")):
        rows = found.tables[table]
        for done in effects.get(f"{name}_done", ()):
            if (done,) in rows:
                rows[done,]["closed_seq"] = seq
        for row in effects.get(name, ()):
            about = {column: row[column] for column in ("recipient", "code")} if name == "notices" else _without_id(row)
            rows[row["id"],] = {**about, "child": child, "opened_seq": seq, "closed_seq": None}


def _terms(terms: dict[Key, Row], entry: Body) -> None:
    effects, seq = entry["effects"], entry["seq"]
    for closed in effects.get("terms_closed", ()):
        if (closed["id"],) in terms:
            terms[closed["id"],] |= {"outcome": closed["outcome"], "closed_seq": seq}
    for term in effects.get("terms_opened", ()):
        row = {name: term[name] for name in ("rule", "kind", "due", "at", "why")}
        terms[term["id"],] = {**row, "child": entry["child"], "outcome": None, "opened_seq": seq, "closed_seq": None}


def _without_id(row: Mapping[str, object]) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def differences(expected: Mapping[str, Mapping[Key, Row]], stored: Mapping[str, Mapping[Key, Row]]) -> Iterator[str]:
    """Where the tables hold something else than follows from the entries, a line each."""
    for table in TABLES:
        ours, theirs = expected[table], stored[table]
        for key in sorted({*ours, *theirs}):
            name = f"{table} {' '.join(key)}"
            if key not in theirs:
                yield f"{name}: lacks, and follows from the entries"
            elif key not in ours:
                yield f"{name}: does not follow from the entries"
            else:
                yield from _row(name, ours[key], theirs[key])


def _row(name: str, ours: Row, theirs: Row) -> Iterator[str]:
    for column in sorted({*ours, *theirs}):
        if ours.get(column) != theirs.get(column):
            yield f"{name}: {column} is {theirs.get(column)}, by the entries {ours.get(column)}"
