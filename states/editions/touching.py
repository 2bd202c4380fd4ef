"""Which open files a change of the rules touches: where a child stands, which terms run, what is in force.

What was granted keeps its own dictum and its own limits; touched means that somebody should look.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.acts.confers import titles
from states.acts.standing import column, standing
from states.editions.changes import ACTS, CONFERS, CONSENT, MOVES, TERMS, TRACKS, Change
from states.editions.edition import Edition
from states.facts import ChildFile
from states.orders.order import statutory_limit
from states.position import HELPED, State
from states.tracks.running import tracks

TABLES = (MOVES, TERMS, CONSENT, CONFERS, TRACKS)


def touched(child: ChildFile, found: tuple[Change, ...], editions: tuple[Edition, Edition], at: datetime) -> list[str]:
    """Why a change touches an open file at a moment, a line each, in Dutch; empty: it does not."""
    if child.state in (State.NONE, State.CLOSED):
        return []
    changed = {table: {change.row for change in found if change.table == table} for table in TABLES}
    cells = {(change.row, change.cell) for change in found if change.table == ACTS}
    return [
        *_by_moves(child, changed[MOVES], editions),
        *_by_terms(child, changed[TERMS], at),
        *_by_acts(column(child, at), cells),
        *_by_titles(child, changed[CONFERS], at),
        *_by_tracks(child, changed[TRACKS], at),
        *(["toestemming: er loopt hulp en een regel voor toestemming verandert"] if _helped(child, changed) else []),
    ]


def _by_moves(child: ChildFile, rows: set[str], editions: tuple[Edition, Edition]) -> Iterator[str]:
    for id_ in sorted(rows):
        ends = {end for edition in editions for move in edition.moves if move.id == id_ for end in _ends(move.pairs())}
        if child.state in ends:
            yield f"{id_}: het kind staat in een situatie van deze overgang"


def _ends(pairs: Iterator[tuple[State, State]]) -> set[State]:
    return {state for pair in pairs for state in pair}


def _by_terms(child: ChildFile, rules: set[str], at: datetime) -> Iterator[str]:
    running = {term.rule: term.due for term in child.terms}
    for rule in sorted(rules & running.keys()):
        yield f"{rule}: deze termijn loopt, tot {running[rule].isoformat()}; die datum blijft staan"
    for measure in child.measures:
        limit = statutory_limit(measure.kind)
        if measure.in_force(at) and limit in rules:
            yield f"{limit}: een lopende maatregel van dit soort; die houdt zijn eigen einde"


def _by_acts(where: str, cells: set[tuple[str, str]]) -> Iterator[str]:
    for number, cell in sorted(cells, key=lambda found: (int(found[0]), found[1])):
        if cell == f"cells.{where}":
            yield f"handeling {number}: het antwoord verandert waar dit kind staat ({where})"


def _by_titles(child: ChildFile, rows: set[str], at: datetime) -> Iterator[str]:
    for title in titles(child, standing(child, at), at):
        if title in rows:
            yield f"{title}: wat deze beschikking geeft, verandert"


def _by_tracks(child: ChildFile, rows: set[str], at: datetime) -> Iterator[str]:
    for running in tracks(child, at):
        if running.track.id in rows:
            yield f"{running.track.id}: deze procedure loopt"


def _helped(child: ChildFile, changed: dict[str, set[str]]) -> bool:
    return bool(changed[CONSENT]) and child.state in HELPED
