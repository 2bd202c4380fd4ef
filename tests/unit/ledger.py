"""What the database would say of entries: the checks of records/sql, in memory.

A law that drafts what the log refuses leaves a case standing still, so every test stores through this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from states.editions.book import book, rules
from states.position import State, framework_of

Body = dict[str, Any]
Row = dict[str, Any]

FOREVER = "9999"


@dataclass
class Child:
    """What the tables hold of one child."""

    state: str | None = None
    since: str = ""
    title: Row | None = None
    ahead: list[Row] = field(default_factory=list)
    orders: dict[str, Row] = field(default_factory=dict)
    consents: dict[str, Row] = field(default_factory=dict)


@dataclass
class Ledger:
    """The entries of one case, and the tables that follow from them."""

    seq: int = 0
    recorded_at: str = ""
    terms: dict[str, Row] = field(default_factory=dict)
    tasks: set[str] = field(default_factory=set)
    notices: set[str] = field(default_factory=set)
    children: dict[str, Child] = field(default_factory=dict)

    def append(self, bodies: list[Body]) -> None:
        """Store the entries of one command, or fail as the database would."""
        for body in bodies:
            self._entry(body)
        for child in {body["child"] for body in bodies if body["child"]}:
            self._covered(self.children[child])

    def _entry(self, body: Body) -> None:
        assert body["seq"] == self.seq + 1
        assert body["recorded_at"] >= self.recorded_at
        self.seq, self.recorded_at = body["seq"], body["recorded_at"]
        effects = body["effects"]
        child = self.children.setdefault(body["child"], Child()) if body["child"] else Child()
        for kind in ("orders", "consents"):
            for row in effects.get(kind, ()):
                _upsert(getattr(child, kind), row)
        if body["kind"] == "transition":
            self._move(child, body)
            child.ahead = effects.get("ahead", [])
        elif "ahead" in effects:
            assert child.state is not None, "nothing is ahead of a child that is not in this case"
            child.ahead = effects["ahead"]
        if effects.get("ahead"):
            _check_ahead(child, body["edition"])
        self._lists(effects)

    def _move(self, child: Child, body: Body) -> None:
        move, source, to, at = body["move"], body["from"], body["to"], body["effective_at"]
        edition = book().edition(body["edition"])
        assert edition is not None, f"edition {body['edition']} is not published"
        assert (move, source, to) in edition.transitions, f"no legal move {move} {source} {to}"
        assert source == (child.state or "none"), f"the child does not stand in {source} but in {child.state}"
        assert at <= body["recorded_at"], "a transition cannot take effect after it is recorded"
        assert body["framework_before"] == framework_of(State(source))
        assert body["framework_after"] == framework_of(State(to))
        check_title(child, to, body["title"], at)
        child.state, child.since, child.title = to, at, body["title"]

    def _lists(self, effects: Row) -> None:
        for closed in effects.get("terms_closed", ()):
            assert closed["id"] in self.terms, f"a term is closed that does not run: {closed['id']}"
            del self.terms[closed["id"]]
        for term in effects.get("terms_opened", ()):
            assert term["id"] not in self.terms, f"a term runs twice: {term['id']}"
            self.terms[term["id"]] = term
        for name, known in (("tasks", self.tasks), ("notices", self.notices)):
            for done in effects.get(f"{name}_done", ()):
                assert done in known, f"{done} is not open"
                known.remove(done)
            for row in effects.get(name, ()):
                assert row["id"] not in known, f"{row['id']} is open already"
                known.add(row["id"])

    def _covered(self, child: Child) -> None:
        """No power and no help outlives what carries it (records/sql/complete.sql)."""
        if child.state is None:
            return
        steps = [(child.state, child.title, child.since), *((a["to"], a["title"], a["at"]) for a in child.ahead)]
        for (state, title, at), following in zip(steps, [*steps[1:], None], strict=True):
            since = max(at, self.recorded_at)
            until = following[2] if following else FOREVER
            if since < until:
                assert _stays(child, state, title, since, until), f"{state} from {since} to {until} is not covered"


def _upsert(known: dict[str, Row], row: Row) -> None:
    old = known.get(row["id"], row)
    fixed = [key for key in ("kind", "compulsory", "person", "purpose") if key in row]
    assert all(old[key] == row[key] for key in fixed), f"{row['id']} was something else"
    assert row["valid_until"] is None or row["valid_until"] >= row["valid_from"], f"{row['id']} ends before it begins"
    known[row["id"]] = row


def _rests_on(state: str) -> tuple[str, ...]:
    if framework_of(State(state)) == "compulsory":
        return ("order",)
    if state == State.HELP:
        return ("help",)
    return ("help", "intensive_help") if state in (State.GI_LED, State.TEAM_LED) else ()


def _valid(row: Row, at: str) -> bool:
    return bool(row["valid_from"] <= at and (row["valid_until"] is None or at < row["valid_until"]))


def check_title(child: Child, state: str, title: Row | None, at: str) -> None:
    """Does the title that is named hold at that moment (records/sql/title.sql)?"""
    basis = _rests_on(state)
    if basis == ("order",):
        order = child.orders.get((title or {}).get("order") or "")
        assert order is not None, f"{state} at {at} names no order of this child"
        assert order["compulsory"], f"{state} at {at}: {order} gives no power"
        assert _valid(order, at), f"{state} at {at}: {order} gives no power then"
        return
    if not basis:
        return
    assert title is not None
    assert title["required"], "nobody is no answer"
    for person in title["required"]:
        for purpose in basis:
            presumed = purpose == "help" and person in title["presumed"]
            held = (child.consents[id_] for id_ in title["consents"])
            given = any(c["person"] == person and c["purpose"] == purpose and _valid(c, at) for c in held)
            assert presumed or given, f"{state} at {at} lacks {purpose} of {person}"


def _pairs(id_: str, at: str) -> set[tuple[str, str]]:
    """From and to of every move of an edition, and of the one that counts at a moment."""
    editions = (book().edition(id_), rules(datetime.fromisoformat(at)))
    return {(source, to) for edition in editions if edition for _, source, to in edition.transitions}


def _check_ahead(child: Child, edition: str) -> None:
    stands, reached = child.state, child.since
    for step in child.ahead:
        assert step["at"] >= reached, "what is ahead lies in order of time, after the state before it"
        assert (stands, step["to"]) in _pairs(edition, step["at"]), f"no move from {stands} to {step['to']}"
        check_title(child, step["to"], step["title"], step["at"])
        stands, reached = step["to"], step["at"]


def _stays(child: Child, state: str, title: Row | None, since: str, until: str) -> bool:
    basis = _rests_on(state)
    if basis == ("order",):
        return _spans([o for o in child.orders.values() if o["compulsory"]], since, until)
    return all(
        (purpose == "help" and person in (title or {})["presumed"])
        or _spans(
            [c for c in child.consents.values() if c["person"] == person and c["purpose"] == purpose], since, until
        )
        for person in (title or {"required": ()})["required"]
        for purpose in basis
    )


def _spans(rows: list[Row], since: str, until: str) -> bool:
    """Whether periods together cover a stretch without a gap."""
    at = since
    for row in sorted(rows, key=lambda r: str(r["valid_from"])):
        if row["valid_from"] <= at:
            at = max(at, row["valid_until"] or FOREVER)
    return at >= until
