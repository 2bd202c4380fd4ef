"""Which rules of an edition a step looked at, so that a mutant needs to play only those steps again.

The edition is watched, not the code: its rows, terms and consent rules say so when they are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from typing_extensions import override

from states.consents.table import ConsentRule
from states.editions.book import LawBook
from states.editions.edition import Edition
from states.moves.move import Move

_READ: set[str] = set()
V = TypeVar("V")


class _Noted:
    """A field that says when it is read: what stands before the id of its row."""

    def __init__(self, what: str, field_: Any) -> None:  # noqa: ANN401 - the place in which a class keeps a field
        self._what = what
        self._field = field_

    def __get__(self, row: Any, owner: type) -> Any:  # noqa: ANN401 - any field
        if row is None:
            return self
        _READ.add(f"{self._what} {row.id}")
        return self._field.__get__(row, owner)

    def __set__(self, row: Any, value: Any) -> None:  # noqa: ANN401 - any field
        self._field.__set__(row, value)


class _Row(Move):
    """A row that says when a move is weighed against it."""

    __slots__ = ()


setattr(_Row, "selects", _Noted("row", vars(Move)["selects"]))  # noqa: B010 - in the place of a plain field


class _Rule(ConsentRule):
    """A rule of consent that says when it is asked who must consent."""

    __slots__ = ()


setattr(_Rule, "who", _Noted("consent", vars(ConsentRule)["who"]))  # noqa: B010 - in the place of a plain field


class _Terms(dict[str, V]):
    """A table that says which of its terms is read."""

    @override
    def __getitem__(self, id_: str) -> V:
        _READ.add(f"term {id_}")
        return super().__getitem__(id_)


def _parts(row: object) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}  # type: ignore[arg-type]


def watched(edition: Edition) -> LawBook:
    """The same edition, in a book that is watched."""
    terms: Mapping[str, Any] = _Terms(edition.terms)
    return LawBook(
        (
            replace(
                edition,
                moves=tuple(_Row(**_parts(move)) for move in edition.moves),
                terms=terms,
                consent=tuple(_Rule(**_parts(rule)) for rule in edition.consent),
            ),
        )
    )


def read() -> frozenset[str]:
    """What was read since the last time this was asked."""
    found = frozenset(_READ)
    _READ.clear()
    return found
