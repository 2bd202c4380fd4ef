"""Editions for tests: one that people reviewed, and one to come that changes a row of every table."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from states.acts.act import Cell
from states.editions.book import LawBook
from states.editions.edition import EDITION, Edition
from states.editions.review import Review, Reviewer
from states.people import Role
from states.terms.length import Length

CHANGES_ON = date(2027, 7, 1)


def reviews(edition: Edition, on: date | None = None) -> tuple[Review, ...]:
    """A review by each of the three of the rules as they are, a week before they count."""
    day = on or edition.valid_from - timedelta(days=7)
    return tuple(
        Review(role, "naam, organisatie", day, edition.digest, "bevindingen", approves=True) for role in Reviewer
    )


def reviewed(edition: Edition) -> Edition:
    """The edition, in force."""
    return dataclasses.replace(edition, reviews=reviews(edition))


def _future() -> Edition:
    moves = {move.id: move for move in EDITION.moves}
    start, close = moves["TR-02"], moves["TR-03"]
    start_guards = tuple(name for name in start.guards if name != "worker_registered")
    moves["TR-02"] = dataclasses.replace(start, guards=start_guards, title="vrijwillige hulp gaat beginnen")
    moves["TR-03"] = dataclasses.replace(close, who=frozenset({Role.SUPERVISOR}))
    directive = EDITION.acts[21]
    new_directive = dataclasses.replace(
        directive,
        cells={**directive.cells, "M2": Cell.COURT},
        alternative="Vraag de kinderrechter om een aanwijzing.",
    )
    half = Length(months=6)
    return dataclasses.replace(
        EDITION,
        name="2027-07",
        valid_from=CHANGES_ON,
        moves=tuple(moves.values()),
        acts={**EDITION.acts, 21: new_directive},
        terms={
            **EDITION.terms,
            **{rule: EDITION.terms[rule].model_copy(update={"length": half}) for rule in ("T01", "T02")},
        },
    )


FUTURE = _future()
"""From 1 July 2027: a row, a guard, a cell, two L terms and two texts are otherwise."""
BOOK = LawBook((EDITION, FUTURE))
