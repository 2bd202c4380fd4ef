"""A case to try things on: it drafts lawful entries, and lets a test bend each of them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection

from records import chain, log
from records.moments import wire
from states.editions.edition import EDITION
from states.position import State, framework_of

Body = dict[str, Any]

PARENTS = ["anna", "bart"]
START = datetime(2020, 1, 13, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
YEAR = timedelta(days=365)

_numbers = itertools.count(1)


def fresh(what: str) -> str:
    """An id that no other test uses: the tests share one database."""
    return f"{what}-{next(_numbers)}"


def a_move(source: State, target: State) -> str:
    """A move of the edition from one state to another."""
    return next(move for move, *pair in EDITION.transitions if pair == [source, target])


def order(start: datetime, end: datetime | None = None, **changes: object) -> Body:
    """A court order as an entry projects it; compulsory unless a test says otherwise."""
    base: Body = {"id": fresh("order"), "kind": "supervision", "compulsory": True, "gi": "gi-1"}
    return base | {"valid_from": wire(start), "valid_until": end and wire(end)} | changes


def consent(person: str, start: datetime, end: datetime | None = None, **changes: object) -> Body:
    """A consent to help as an entry projects it."""
    base: Body = {"id": fresh("consent"), "person": person, "purpose": "help"}
    return base | {"valid_from": wire(start), "valid_until": end and wire(end)} | changes


def consents_title(required: list[str], given: list[Body], presumed: list[str] | None = None) -> Body:
    """A title that rests on consents."""
    return {"required": required, "consents": [c["id"] for c in given], "presumed": presumed or []}


def landing(given: Body) -> Body:
    """What is ahead when an order ends and nothing else is there: assessment."""
    return {"at": given["valid_until"], "to": State.ASSESSMENT.value, "title": None}


class Family:
    """One case with its head and its clock, as a workflow would hold it."""

    def __init__(self, connection: Connection, *, exercise: bool = False) -> None:
        """Start with nothing stored."""
        self.connection = connection
        self.exercise = exercise
        self.case = fresh("case")
        self.child = fresh("child")
        self.seq = 0
        self.hash = chain.GENESIS
        self.now = START

    def fact(self, **changes: object) -> Body:
        """A fact about the child, at the clock of the case."""
        body: Body = {
            "v": 1,
            "case": self.case,
            "seq": self.seq + 1,
            "kind": "fact",
            "event": "noted",
            "child": self.child,
            "command": "set by send",
            "actor": {"id": "worker-1", "role": "local_team", "organisation": None, "under": None},
            "effective_at": wire(self.now),
            "recorded_at": wire(self.now),
            "move": None,
            "from": None,
            "to": None,
            "framework_before": None,
            "framework_after": None,
            "rules": [],
            "edition": EDITION.id,
            "edition_digest": EDITION.digest,
            "title": None,
            "effects": {},
            "facts": {"topic": "contact"},
            "detail": {"sealed": False, "data": {"note": "Gesprek thuis, “rustig” verlopen"}},
            "workflow": self.case,
            "run": "run-1",
            "build": "build-1",
        }
        return body | changes

    def step(self, source: State, target: State, **changes: object) -> Body:
        """A transition of the child."""
        move = a_move(source, target)
        body = self.fact(kind="transition", event="moved", move=move, rules=[move])
        body |= {"from": source.value, "to": target.value}
        body |= {"framework_before": framework_of(source).value, "framework_after": framework_of(target).value}
        return body | changes

    def request(  # noqa: PLR0913 - a test bends one of them
        self,
        *bodies: Mapping[str, object],
        command: str | None = None,
        digest: str = "d1",
        outcome: Body | None = None,
        expected: int | None = None,
        outbox: tuple[log.Message, ...] = (),
        page: int = log.PAGE,
    ) -> log.Request:
        """Number and chain the bodies behind the head, as one command."""
        command = command or fresh("command")
        numbered = [{**body, "command": command, "seq": self.seq + 1 + place} for place, body in enumerate(bodies)]
        return log.Request(
            case=self.case,
            expected_seq=self.seq if expected is None else expected,
            command=log.Command(command, digest, outcome),
            entries=tuple(chain.seal(numbered, self.hash)),
            outbox=outbox,
            exercise=self.exercise,
            page=page,
        )

    def send(self, *bodies: Mapping[str, object], **how: Any) -> log.Answer:  # noqa: ANN401 - as for request
        """Append the bodies and take over the head that the answer gives."""
        answer = log.append(self.connection, self.request(*bodies, **how))
        if answer.status is log.Status.OK:
            self.seq, self.hash = answer.seq, bytes.fromhex(answer.hash)
        return answer

    def given(self, *people: str, purpose: str = "help") -> list[Body]:
        """Consents of people, from now on."""
        return [consent(person, self.now, purpose=purpose) for person in people]

    def help(self, state: State, consents: list[Body], title: Body | None) -> Body:
        """From assessment to help, with consents given at the same time."""
        return self.step(State.ASSESSMENT, state, title=title, effects={"consents": consents})

    def supervise(
        self, title: Body | None, orders: list[Body], ahead: list[Body] | None = None, source: State = State.ASSESSMENT
    ) -> Body:
        """To supervision, with orders given at the same time; after the first of them the child lands."""
        effects = {"orders": orders, "ahead": [landing(given) for given in orders[:1]] if ahead is None else ahead}
        return self.step(source, State.SUPERVISION, title=title, effects=effects)

    def open(self) -> None:
        """Register the child: it stands in assessment."""
        self.send(self.step(State.NONE, State.ASSESSMENT))
        self.now += HOUR

    def supervised(self, until: datetime | None = None) -> Body:
        """Open with a supervision order up to ``until`` (a year), after which the child lands in assessment."""
        given = order(self.now, until or self.now + YEAR)
        self.send(self.supervise({"order": given["id"]}, [given], source=State.NONE))
        self.now += HOUR
        return given


COLUMNS = {
    "case_id": "case",
    "seq": "seq",
    "kind": "kind",
    "event": "event",
    "child_id": "child",
    "command_id": "command",
    "effective_at": "effective_at",
    "recorded_at": "recorded_at",
    "move": "move",
    "from_state": "from",
    "to_state": "to",
    "framework_before": "framework_before",
    "framework_after": "framework_after",
    "rules": "rules",
    "edition": "edition",
    "edition_digest": "edition_digest",
    "workflow_id": "workflow",
    "run_id": "run",
    "build_id": "build",
}
"""The column of an entry, and the key of its body."""


def row_of(family: Family, draft: Body, **changes: object) -> Body:
    """The row of ``entry`` that belongs to a body, for who writes it by hand; ``changes`` are lies."""
    row: Body = {column: draft[key] for column, key in COLUMNS.items()}
    row |= {f"actor_{key}": value for key, value in draft["actor"].items()}
    row["move_edition"] = draft["edition"] if draft["kind"] == "transition" else None
    row |= {"prev_hash": family.hash, "body": chain.canonical(draft)}
    row |= changes
    return {"hash": chain.entry_hash(row["prev_hash"], row["body"])} | row


def insert_by_hand(connection: Connection, family: Family, draft: Body, **changes: object) -> None:
    """Write an entry with plain SQL, its command and if need be its case along with it, in one transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    command = fresh("command")
    row = row_of(family, {**draft, "command": command}, **changes)
    with driver.transaction():
        if family.seq == 0:
            driver.execute(
                "INSERT INTO scheidslijn.case_head (case_id, seq, hash, exercise) VALUES (%s, 0, %s, false)",
                (family.case, chain.GENESIS),
            )
        driver.execute(
            "INSERT INTO scheidslijn.command (case_id, command_id, digest, first_seq, last_seq)"
            " VALUES (%s, %s, 'd', %s, %s)",
            (family.case, command, family.seq + 1, family.seq + 1),
        )
        names = sql.SQL(", ").join(map(sql.Identifier, row))
        driver.execute(
            sql.SQL("INSERT INTO scheidslijn.entry ({}) VALUES ({})").format(
                names, sql.SQL(", ").join(map(sql.Placeholder, row))
            ),
            row,
        )
