"""Lengths of time that the law asks before something may or must be, as data: no terms, nobody is late."""

from __future__ import annotations

from enum import StrEnum

from states.people import Stored
from states.terms.length import Length


class Span(StrEnum):
    """What a length of time is for."""

    SETTLED = "gewend"
    """So long with one foster family that it leaves only with the judge (BW 1:265i lid 1)."""
    CARED_FOR = "verzorgd"
    """So long in somebody's care that this person may ask to end authority (BW 1:267 lid 1)."""
    NO_TIME = "geen tijd"
    """How long nobody needs to be asked because there is no time (Jw 7.3.16 lid 1)."""
    OCCASION = "zelfde aanleiding"
    """How long after that it still is the same occasion."""
    NOTICE = "kennisgeving"
    """How soon a family and the offices are told of a move."""


class SpanRule(Stored):
    """One length of time, and where it comes from."""

    length: Length
    source: str


SPANS: dict[Span, SpanRule] = {
    Span.SETTLED: SpanRule(length=Length(years=1), source="BW 1:265i lid 1"),
    Span.CARED_FOR: SpanRule(length=Length(years=1), source="BW 1:267 lid 1"),
    Span.NO_TIME: SpanRule(length=Length(working_days=1, through=True), source="Jw 7.3.16 lid 1; ontwerp [K]"),
    Span.OCCASION: SpanRule(length=Length(working_days=5, through=True), source="Jw 7.3.16 lid 1; ontwerp (T44) [K]"),
    Span.NOTICE: SpanRule(length=Length(working_days=5), source="invariant 9; ontwerp [K: getal]"),
}
"""The lengths of the shipped edition."""
