"""Drafting: the entries that one command makes, folded one after the other as they are written.

What is drafted here is only a proposal: the workflow folds what the log says is stored (D8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Unpack

from states.commands import Base
from states.consents.consent import Purpose
from states.context import Context
from states.events import KINDS, Event, Moved, MoveFacts
from states.evolve import Happened, evolve, evolve_child
from states.facts import Case, ChildFile, Task
from states.moves import effects
from states.moves.landing import derived
from states.moves.machine import attempt
from states.moves.move import Move
from states.people import Actor
from states.position import INTENSIVE, MEASURE, State
from states.refusal import Flag, Reason
from states.signals import tasks as signal_tasks
from states.terms import facts as term_facts
from states.terms import powers as power_terms
from states.work import asked as good_work


class NotAllowedError(Exception):
    """The law does not allow what was asked; the reasons say why and what is possible."""

    def __init__(self, attempted: str, reasons: list[Reason]) -> None:
        """Carry the reasons to the one place that records them."""
        super().__init__(attempted)
        self.attempted = attempted
        self.reasons = tuple(reasons)


class BrokenLawError(Exception):
    """Where a move leaves a child is not where its facts put it: nothing is stored."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry to be: the event, who did it, when it works, and the child before and after."""

    seq: int
    kind: str
    event: Event
    child: str | None
    actor: Actor
    effective_at: datetime
    rules: tuple[str, ...]
    detail: dict[str, Any]
    before: ChildFile | None
    after: ChildFile | None
    title: dict[str, Any] | None = None


def title_of(child: ChildFile, state: State, at: datetime) -> dict[str, Any] | None:
    """On what a state rests: an order in force, or a complete set of consents (D9).

    ``presumed`` are those whose own consent to help is not needed: it is presumed, the law departs from
    it for this help, or they are asked for intensive help only.
    """
    if state in MEASURE:
        measure = child.measure(at)
        return {"order": measure.piece(at) if measure else None}
    if state not in (State.HELP, *INTENSIVE):
        return None
    consents = child.consents_at(at)
    name = child.help.name if child.help else None
    given = consents.giving(Purpose.HELP)
    helping = required = consents.asked(Purpose.HELP, name)
    if state in INTENSIVE:
        given += consents.giving(Purpose.INTENSIVE_HELP)
        required = consents.asked(Purpose.INTENSIVE_HELP)
    passed = consents.excused(Purpose.HELP, name) | (set(required) - set(helping))
    return {
        "required": list(required),
        "consents": sorted(c.id for c in given),
        "presumed": sorted(passed),
    }


class Drafting:
    """Writes drafts for one command on one case, at one moment of the case's own clock."""

    def __init__(self, case: Case, actor: Actor, now: datetime) -> None:
        """Start from what is stored."""
        self.case = case
        self.actor = actor
        self.now = now
        self.drafts: list[Draft] = []

    def child(self, id_: str) -> ChildFile:
        """The file of a child as drafted so far; empty when the case does not know it."""
        return self.case.children.get(id_) or ChildFile(id=id_)

    def new_id(self, stem: str) -> str:
        """An id that no other entry of this case can have."""
        return f"{stem}.{self.case.seq + 1}"

    def emit(  # noqa: PLR0913 - an entry has this many parts
        self,
        child_id: str | None,
        event: Event,
        at: datetime,
        *,
        rules: tuple[str, ...] = (),
        detail: dict[str, Any] | None = None,
        actor: Actor | None = None,
        title: dict[str, Any] | None = None,
    ) -> None:
        """Write one draft and fold it."""
        seq = self.case.seq + 1
        before = self.case.children.get(child_id) if child_id else None
        happened = Happened.model_construct(seq=seq, effective_at=at, recorded_at=self.now, child=child_id, event=event)
        after: ChildFile | None = None
        if child_id and event.name != "refused":
            old = before or ChildFile(id=child_id)
            told = term_facts.consequences(old, event, at, self._scoped(old))
            if told is not event:
                event = told
                happened = happened.model_copy(update={"event": event})
            after = evolve_child(old, happened)
            opens, closes = power_terms.power_changes(old, after)
            if opens or closes:
                done = {closed.id for closed in event.closes}
                closes = tuple(c for c in closes if c.id not in done)
                event = event.model_copy(update={"opens": (*event.opens, *opens), "closes": (*event.closes, *closes)})
                happened, after = happened.model_copy(update={"event": event}), None
        self.case = evolve(self.case, happened, after=after)
        after = self.case.children.get(child_id) if child_id else None
        if isinstance(event, Moved) and after is not None and title is None:
            title = title_of(after, event.target, at)
        self.drafts.append(
            Draft(
                seq=seq,
                kind=KINDS.get(type(event), "fact"),
                event=event,
                child=child_id,
                actor=actor or self.actor,
                effective_at=at,
                rules=rules,
                detail=detail or {},
                before=before,
                after=after,
                title=title,
            )
        )

    def context(
        self, child: ChildFile, at: datetime, command: Base | None, actor: Actor, goal: State | None = None
    ) -> Context:
        """What the guards may look at for one attempt."""
        return Context(
            case=self.case,
            child=child,
            at=at,
            now=self.now,
            actor=actor,
            state=child.state.value,
            command=command,
            goal=goal,
        )

    def move(  # noqa: PLR0913 - a move has this many parts
        self,
        child_id: str,
        trigger: str,
        at: datetime,
        *,
        command: Base | None = None,
        actor: Actor | None = None,
        decider: Actor | None = None,
        goal: State | None = None,
        detail: dict[str, Any] | None = None,
        flags: tuple[Flag, ...] = (),
        tasks: tuple[Task, ...] = (),
        review: date | None = None,
        **facts: Unpack[MoveFacts],
    ) -> Move | None:
        """Make the move that the table allows, or raise with the reasons why not.

        ``actor`` writes it down; ``decider`` (the same person, unless given) must be allowed to
        make it: a parent, a court. ``None`` when no row goes from here on this trigger to that goal.

        Raises:
            NotAllowedError: guards, documents or the one who asks stand in the way.
        """
        child = self.child(child_id)
        who = actor or self.actor
        context = self.context(child, at, command, decider or who, goal=goal)
        if not attempt(trigger, context):
            if context.reasons:
                first = context.reasons[0].rule.split("/")[0]
                raise NotAllowedError(first, context.reasons)
            return None
        row = context.row
        if row is None:  # pragma: no cover - the machine sets it on every success
            raise BrokenLawError(trigger)
        target = State(context.state)
        authority = (*child.authority, *facts.get("authority", ()))
        told = child.model_copy(update={"authority": authority})
        event = Moved(
            move=row.id,
            source=child.state,
            target=target,
            opens=tuple(effects.terms_opened_by(child, row, target, at, self._scoped(child), review)),
            closes=tuple(effects.terms_closed_by(child, row, target, at)),
            answers=tuple(effects.terms_answered_by(child, row, target, at)),
            tasks=(
                *effects.tasks_of(child, row, target, at, self._scoped(child)),
                *good_work.after_move(child, row.id, target, command, who.role, self._scoped(child)),
                *tasks,
            ),
            tasks_done=signal_tasks.over(child, target),
            notices=tuple(effects.notices_of(told, row, target, at, decider or who, self._scoped(child))),
            flags=(*flags, *context.flags),
            begins_measure=target in MEASURE and child.state not in MEASURE,
            **facts,
        )
        self.emit(child_id, event, at, rules=(row.id,), detail=detail, actor=who)
        self.check(child_id, at)
        return row

    def _scoped(self, child: ChildFile) -> effects.NewId:
        return lambda stem: self.new_id(f"{child.id}/{stem}")

    def check(self, child_id: str, at: datetime) -> None:
        """The table and the facts must put the child in the same place (10-proof, invariant 1)."""
        child = self.child(child_id)
        expected = derived(child, at)
        if expected is not child.state:
            message = f"{child_id}: moved to {child.state}, but its facts say {expected}"
            raise BrokenLawError(message)
