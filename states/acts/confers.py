"""What an order confers: the powers that its title gives, with the article behind each.

Only these powers exist, only for the GI that holds the title, and only while it is in force
(invariant 4 of the proof). What is not in the table of the edition no order gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from states.acts.act import Topic
from states.acts.confers_table import Title
from states.acts.standing import Standing
from states.editions.book import rules
from states.facts import ChildFile
from states.orders.order import SUPERVISION, MeasureKind

_OF_KIND = {
    MeasureKind.PROVISIONAL_SUPERVISION: Title.VOTS,
    MeasureKind.SUPERVISION: Title.OTS,
    MeasureKind.PROVISIONAL_GUARDIANSHIP: Title.VV,
    MeasureKind.GUARDIANSHIP: Title.VG,
    MeasureKind.TEMPORARY_GUARDIANSHIP: Title.TV,
}


@dataclass(frozen=True, slots=True)
class Conferred:
    """A power that exists: on which title, by which article, for which GI, about what."""

    title: Title
    article: str
    gi: str | None
    scope: frozenset[Topic] = frozenset()


def confers(child: ChildFile, where: Standing, at: datetime) -> dict[int, Conferred]:
    """The powers that orders in force give at a moment, for what lies under a standing."""
    gi = where.measure.gi if where.measure else None
    table = rules(at).confers
    return {
        number: Conferred(title, article, gi, where.scope)
        for title in titles(child, where, at)
        for number, article in table[title].items()
    }


def titles(child: ChildFile, where: Standing, at: datetime) -> list[Title]:
    """The titles that orders in force give at a moment, for what lies under a standing."""
    measure = where.measure
    found: list[Title] = []
    if measure is not None:
        found.append(Title.VV_PARTIAL if where.column == "M4p" else _OF_KIND[measure.kind])
        if measure.kind in SUPERVISION and child.placed(at):
            found.append(Title.MUHP)
    if child.secured(at) is not None:
        found.append(Title.SECURE)
    return found
