"""An event of the catalogue: something somebody says, or time that passes; and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from states.commands import Base
from states.decide import Decision
from states.events import Moved
from states.facts import Case, ChildFile
from states.people import Actor, Role
from states.position import CODES
from states.proof import cast
from states.proof.able import Able
from states.proof.reading import day_of


class By(StrEnum):
    """Who brings an event about: the classes of actors of 10-proof, § 2."""

    FAMILY = "family"
    YOUTH = "youth"
    WORKER = "worker"
    TEAM = "team"
    COLLEGE = "college"
    RAAD = "raad"
    COURT = "court"
    HOF = "hof"
    CLOCK = "clock"
    FATE = "fate"


HUMAN = frozenset(By) - {By.CLOCK, By.FATE}
"""People."""


@dataclass(frozen=True)
class Day:
    """So many days from the day of the event."""

    away: int = 0

    def of(self, now: datetime) -> date:
        """The day."""
        return day_of(now) + timedelta(days=self.away)


@dataclass(frozen=True)
class Moment:
    """So long before the event."""

    ago: timedelta

    def of(self, now: datetime) -> datetime:
        """The moment."""
        return now - self.ago


@dataclass(frozen=True)
class Newest:
    """The id of the last order, or consent, that was recorded about the child."""

    what: str

    def of(self, child: ChildFile) -> str:
        """The id; without one, an id that nothing has."""
        rows = child.orders if self.what == "order" else child.consents
        return rows[-1].id if rows else "none"


def resolved(value: Any, now: datetime, child: ChildFile) -> Any:  # noqa: ANN401 - any field of any command
    """A field with its days, moments and ids filled in."""
    if isinstance(value, Day | Moment):
        return value.of(now)
    if isinstance(value, Newest):
        return value.of(child)
    if isinstance(value, Mapping):
        return {name: resolved(one, now, child) for name, one in value.items()}
    if isinstance(value, tuple):
        return tuple(resolved(one, now, child) for one in value)
    return value


@dataclass(frozen=True)
class Say:
    """One command with its fields, not yet at a moment."""

    command: type[Base]
    fields: Mapping[str, Any]
    by: Actor
    child: str = cast.CHILD

    def at(self, now: datetime, id_: str, case: Case) -> Base:
        """The command, said at a moment about a case."""
        child = case.children.get(self.child) or ChildFile(id=self.child)
        fields = {name: resolved(value, now, child) for name, value in self.fields.items()}
        return self.command.model_validate(
            {"id": id_, "child": self.child, "by": self.by, "reason": cast.REASON, **fields}
        )

    def without(self, field_: str) -> Say:
        """The same, with one thing left out; ``order.gi`` leaves out a part of a part."""
        name, _, part = field_.partition(".")
        fields = dict(self.fields)
        if name == "reason":
            return Say(self.command, {**fields, "reason": ""}, self.by, self.child)
        if part:
            fields[name] = {key: one for key, one in fields[name].items() if key != part}
        else:
            fields.pop(name, None)
        return Say(self.command, fields, self.by, self.child)

    def with_(self, fields: Mapping[str, Any]) -> Say:
        """The same, with other fields; ``by`` is who says it."""
        by = fields.get("by", self.by)
        said = {**self.fields, **{name: value for name, value in fields.items() if name != "by"}}
        return Say(self.command, said, by, self.child)

    def from_(self, by: Actor) -> Say:
        """The same, said by somebody else."""
        return Say(self.command, self.fields, by, self.child)


WHY = "omdat het in dit geval nodig is"
"""The reason in words that everybody gives, unless it is left out."""
When = Callable[[ChildFile, datetime], bool]


@dataclass(frozen=True)
class Event:
    """Something that can happen: who brings it about, and the commands that say so.

    ``when``: the situations in which saying it makes sense; elsewhere it would say nothing new.
    ``needs``: what the papers star, so that without it the answer must be no. ``wrong``: what cannot be
    said, each with the fields that say it. ``may``: the classes of actors to whom the papers give it.
    ``able``: when its facts allow it. ``ends``: it ends something, so it is also tried where a fact
    stands aside (:attr:`Situation.aside`). ``birth`` brings a child into the case, ``court`` is a
    decision of a judge. ``spoilt`` says what is wrong with this event itself, so that the answer must
    be no.
    """

    name: str
    by: By
    says: tuple[Say, ...] = ()
    when: When | None = None
    needs: tuple[str, ...] = ()
    may: frozenset[Role] = frozenset()
    able: Able | None = None
    ends: bool = False
    birth: bool = False
    court: bool = False
    wrong: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    spoilt: str = ""


@dataclass(frozen=True)
class Step:
    """What an event did: the case before and after, the answers, and what was drafted."""

    event: Event
    before: Case
    since: datetime
    after: Case
    now: datetime
    decisions: tuple[Decision, ...] = field(repr=False)
    broken: str = ""

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows that moved a child."""
        return tuple(d.rules[0] for made in self.decisions for d in made.drafts if d.kind == "transition")

    @property
    def pairs(self) -> tuple[str, ...]:
        """The moves that were made, each with its row and the codes of where from and where to."""
        moves = (d.event for made in self.decisions for d in made.drafts if isinstance(d.event, Moved))
        return tuple(f"{move.move} {CODES[move.source]} {CODES[move.target]}" for move in moves)

    @property
    def refusals(self) -> tuple[str, ...]:
        """The rules that refused."""
        return tuple(made.refusal.rule for made in self.decisions if made.refusal is not None)

    @property
    def changed(self) -> bool:
        """Whether anything but a refusal was written."""
        return any(made.refusal is None and made.drafts for made in self.decisions)
