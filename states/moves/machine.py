"""The machine that owns the table of legal moves and their conditions (D1, D6).

It is flat: fourteen states and the pseudo-state of a child not yet known, so no parent state exists
in which a child could rest. Built once; it holds no model, so it can be shared by every case.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from transitions import EventData, Machine, MachineError

from states.commands import CourtOrder
from states.context import Context
from states.editions.book import rules
from states.editions.edition import Edition
from states.moves.guards import GUARDS, SELECTORS
from states.moves.move import Move
from states.moves.needs import missing_needs, not_allowed_to
from states.people import Role
from states.position import State
from states.refusal import Flag, Reason


def _by_law(context: Context) -> bool:
    """Whether a court row is decided by law: by time, or by a judge in an order (00-B).

    For a GI that ends a placement, and for whoever sends that in for a court, its guards stand.
    """
    if context.actor.role is Role.COURT:
        return isinstance(context.command, CourtOrder)
    return context.actor.role is Role.SYSTEM and context.command is not None


def _wanted(row: Move, context: Context, dest: State) -> bool:
    if context.goal is not None and dest is not context.goal:
        return False
    return all(SELECTORS[name](context) for name in row.selects)


def objections(row: Move, context: Context) -> list[Reason]:
    """Who, documents and guards that stand between a child and a row; empty: nothing does."""
    who = not_allowed_to(row, context)
    reasons = [who] if who else []
    reasons += missing_needs(row, context)
    found = (GUARDS[name](row, context) for name in row.guards)
    return [*reasons, *(reason for reason in found if reason)]


def barred(row: Move, context: Context) -> bool:
    """Whether facts stand between a child and a row, whoever asks and whatever they bring."""
    return any(found is not None and not found.supply for found in (GUARDS[name](row, context) for name in row.guards))


def _condition(row: Move, dest: State) -> Callable[[EventData], bool]:
    """A condition for the machine: it says no, and leaves the coded reasons in the context."""

    def holds(event: EventData) -> bool:
        context = cast(Context, event.model)
        if not _wanted(row, context, dest):
            return False
        found = objections(row, context)
        if row.court and _by_law(context):
            fatal = [reason for reason in found if reason.rule.endswith(("/order", "/who"))]
            context.flags += [Flag(rule=r.rule, text=r.text, source=r.source) for r in found if r not in fatal]
            found = fatal
        if found:
            context.reasons += [r for r in found if r not in context.reasons]
            return False
        context.row = row
        return True

    holds.__name__ = f"{row.id} -> {dest}"
    return holds


def _transitions(edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "trigger": trigger,
            "source": source.value,
            "dest": dest.value,
            "conditions": _condition(row, dest),
        }
        for row in edition.moves
        for trigger in row.triggers
        for source, dest in row.pairs()
    ]


class _Law(Machine):
    """A machine without models of its own; a context is the model of one attempt."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(
            model=None,
            states=[state.value for state in State],
            transitions=_transitions(edition),
            initial=State.NONE.value,
            auto_transitions=False,
            send_event=True,
        )


@functools.lru_cache(maxsize=32)
def machine(edition: Edition) -> Machine:
    """The machine of an edition."""
    return _Law(edition)


def attempt(trigger: str, context: Context) -> bool:
    """Try a trigger from where the child stands.

    True: ``context.row`` is the row and ``context.state`` the value of the new state. False: the reasons are in
    ``context.reasons``; empty when no row of the table goes from here on this trigger.
    """
    event = machine(rules(context.at)).events.get(trigger)
    if event is None:
        return False
    try:
        moved = bool(event.trigger(context))
    except MachineError:
        return False
    if not moved:
        context.reasons = _of_their_own(context.reasons)
    return moved


def _of_their_own(reasons: list[Reason]) -> list[Reason]:
    """Why not, by the rows that are open to who asks; only when there is none, that others may."""
    closed = {reason.rule.split("/")[0] for reason in reasons if reason.rule.endswith("/who")}
    own = [reason for reason in reasons if reason.rule.split("/")[0] not in closed]
    return own or reasons
