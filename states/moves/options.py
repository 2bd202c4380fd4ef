"""Which moves are possible for a child now, which are not, and what would make them possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from states.context import Context
from states.editions.book import rules
from states.facts import Case, ChildFile
from states.moves.machine import barred, objections
from states.moves.move import Move
from states.moves.needs import ROLE_NAMES
from states.people import SYSTEM, Role
from states.position import CODES, DUTCH, State
from states.refusal import Reason


@dataclass(frozen=True, slots=True)
class Option:
    """One row for one child: whether facts stand in the way, and what the sender must bring."""

    id: str
    title: str
    who: str
    possible: bool
    blocked: tuple[Reason, ...]
    needed: tuple[Reason, ...]


def _who(row: Move) -> str:
    return ", ".join(ROLE_NAMES[role] for role in Role if role in row.who)


def _from(row: Move, child: ChildFile) -> Reason | None:
    if any(source is child.state for source, _ in row.pairs()):
        return None
    sources = {source for source, _ in row.pairs()}
    names = ", ".join(f"{CODES[s]} {DUTCH[s]}" for s in State if s in sources)
    return Reason(
        rule=f"{row.id}/from",
        text=f"Niet vanuit de huidige situatie: {DUTCH[child.state]}.",
        source="domein 3, tabel van overgangen",
        remedy=f"Kan vanuit: {names}.",
    )


_CLOCK = frozenset({Role.SYSTEM})
"""Who makes the moves that happen by themselves."""


def _by_itself(row: Move) -> Reason | None:
    if row.who != _CLOCK:
        return None
    return Reason(
        rule=f"{row.id}/clock",
        text="Dit gebeurt vanzelf, op het moment dat de wet noemt.",
        source=row.basis,
        remedy="Niemand hoeft of kan dit zelf doen.",
    )


def _asking(case: Case, child: ChildFile, now: datetime) -> Context:
    return Context(case=case, child=child, at=now, now=now, actor=SYSTEM, state=child.state.value, asking=True)


def options(case: Case, child: ChildFile, now: datetime) -> tuple[Option, ...]:
    """Every row of the table for one child, at a moment (UTC)."""
    found = []
    for row in rules(now).moves:
        context = _asking(case, child, now)
        where = _from(row, child)
        clock = _by_itself(row)
        stops = [reason for reason in (where, clock) if reason]
        objected = [] if where else objections(row, context)
        if row.court:
            needed = objected
        else:
            needed = [r for r in objected if r.supply]
            stops += [r for r in objected if not r.supply]
        found.append(
            Option(
                id=row.id,
                title=row.title,
                who=_who(row),
                possible=not stops,
                blocked=tuple(stops),
                needed=tuple(needed),
            )
        )
    return tuple(found)


def possible(case: Case, child_id: str, now: datetime) -> tuple[str, ...]:
    """What can be done instead: the moves that facts allow now, with what they ask."""
    child = case.children.get(child_id)
    if child is None:
        return ("TR-01 aanmelding",)
    context = _asking(case, child, now)
    rows = (row for row in rules(now).leaving[child.state] if row.who != _CLOCK)
    return tuple(f"{row.id} {row.title}" for row in rows if row.court or not barred(row, context))
