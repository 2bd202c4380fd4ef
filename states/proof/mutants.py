"""Mutants of an edition, generated from its tables: one rule changed in one way (10-proof, § 4).

What is generated: per row delete, widen ``from``, change ``to``; per guard, per starred document and per
selector drop; per cell one step weaker; per L term a day more, and never; per consent rule drop one
person; per list of actors add one. A mutant that says the same as the edition is not made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from states.editions.edition import Edition
from states.moves.move import Move
from states.people import Role
from states.position import CODES, MEASURE, RAAD, VOLUNTARY, State
from states.terms.rule import TermKind

_WEAKER = {"X": "J", "J": "T", "T": "A", "-": "A"}
_FAMILIES = (VOLUNTARY, RAAD, MEASURE, (State.CLOSED,))


@dataclass(frozen=True)
class Mutant:
    """A changed edition, its name, and which of its rules was changed.

    ``reads`` is what a step must have looked at to notice (:mod:`states.proof.watch`). ``sources`` are
    states from which something became possible. ``cell``: the act and the column, of a changed cell.
    """

    name: str
    kind: str
    edition: Edition
    reads: str = ""
    sources: tuple[State, ...] = ()
    cell: tuple[int, str] | None = None


def _with_row(edition: Edition, old: Move, new: Move | None) -> Edition:
    rows = [new if row is old else row for row in edition.moves]
    return replace(edition, moves=tuple(row for row in rows if row is not None))


def _rows(edition: Edition) -> Iterator[Mutant]:
    for row in edition.moves:
        yield Mutant(f"{row.id} deleted", "row", _with_row(edition, row, None), f"row {row.id}")
        yield from _widened(edition, row)
        yield from _aimed(edition, row)
        for name in row.guards:
            left = replace(row, guards=tuple(one for one in row.guards if one != name))
            yield Mutant(f"{row.id} without {name}", "guard", _with_row(edition, row, left), f"row {row.id}")
        for name in row.selects:
            left = replace(row, selects=tuple(one for one in row.selects if one != name))
            yield Mutant(f"{row.id} without {name}", "select", _with_row(edition, row, left), f"row {row.id}")
        for need in row.needs:
            left = replace(row, needs=tuple(one for one in row.needs if one is not need))
            name = f"{row.id} without {need.field}"
            yield Mutant(name, "need", _with_row(edition, row, left), f"row {row.id}")
        added = next((role for role in Role if role not in row.who and role is not Role.SYSTEM), None)
        if added is not None:
            wider = replace(row, who=row.who | {added})
            yield Mutant(f"{row.id} also by {added}", "who", _with_row(edition, row, wider), f"row {row.id}")


def _widened(edition: Edition, row: Move) -> Iterator[Mutant]:
    """From one more state: the first that is missing, of a family the row knows and of one it does not."""
    known = {source for source, _ in row.pairs()}
    same = [s for family in _FAMILIES if known & set(family) for s in family if s not in known]
    other = [s for family in _FAMILIES if not known & set(family) for s in family]
    for source in (*same[:1], *other[:1]):
        wider = replace(row, sources=(*row.sources, source))
        if set(wider.pairs()) == set(row.pairs()):
            continue
        name = f"{row.id} also from {CODES[source]}"
        yield Mutant(name, "from", _with_row(edition, row, wider), f"row {row.id}", sources=(source,))


def _aimed(edition: Edition, row: Move) -> Iterator[Mutant]:
    """To another state than the table says: the next one in the list that it does not name."""
    known = {target for _, target in row.pairs()}
    states: list[State] = [state for state in State if state is not State.NONE]
    last = max((states.index(target) for target in known), default=-1)
    other = next((s for s in (*states[last + 1 :], *states) if s not in known), None)
    if other is None:
        return
    pairs = tuple((source, other) for source in dict.fromkeys(source for source, _ in row.pairs()))
    aimed = replace(row, sources=(), targets=(), same=False, stays=False, extra=pairs)
    name = f"{row.id} to {CODES[other]}"
    yield Mutant(name, "to", _with_row(edition, row, aimed), f"row {row.id}")


def _cells(edition: Edition) -> Iterator[Mutant]:
    for number, act in edition.acts.items():
        for column, cell in act.cells.items():
            weaker = _WEAKER.get(cell.value)
            if weaker is None:
                continue
            cells = {**act.cells, column: type(cell)(weaker)}
            acts: Mapping[int, Any] = {**edition.acts, number: replace(act, cells=cells)}
            name = f"act {number} in {column}: {cell.value} becomes {weaker}"
            yield Mutant(name, "cell", replace(edition, acts=acts), cell=(number, column))


def _terms(edition: Edition) -> Iterator[Mutant]:
    for id_, rule in edition.terms.items():
        if rule.kind is not TermKind.LAPSE or rule.retention:
            continue
        cases = [("", rule.length), *rule.lengths.items()]
        for case, length in cases:
            if length is None:
                continue
            name = f"{id_} {case}".strip()
            for how, changed in (
                ("a day more", length.model_copy(update={"days": length.days + 1})),
                ("never", length.model_copy(update={"years": length.years + 1000})),
            ):
                update = {"lengths": {**rule.lengths, case: changed}} if case else {"length": changed}
                terms = {**edition.terms, id_: rule.model_copy(update=update)}
                yield Mutant(f"{name} {how}", "term", replace(edition, terms=terms), f"term {id_}")


def _consents(edition: Edition) -> Iterator[Mutant]:
    for rule in edition.consent:
        for person in rule.who:
            left = replace(rule, who=tuple(one for one in rule.who if one is not person))
            rules = tuple(left if one is rule else one for one in edition.consent)
            name = f"{rule.id} without {person}"
            yield Mutant(name, "consent", replace(edition, consent=rules), f"consent {rule.id}")


def mutants(edition: Edition) -> Iterator[Mutant]:
    """Every mutant of an edition."""
    yield from _rows(edition)
    yield from _cells(edition)
    yield from _terms(edition)
    yield from _consents(edition)
