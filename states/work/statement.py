"""Statements about a family: fact, opinion or interpretation, entered once and referred to by id (Jw 3.3; R-55, R-57).

The words stand in the detail of the entry. The file keeps which kind it is, from when, what the family said to it, and
who used it again on which ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from states.people import Stored


class StatementKind(StrEnum):
    """What a statement is."""

    FACT = "fact"
    OPINION = "opinion"
    INTERPRETATION = "interpretation"


class ReuseGround(StrEnum):
    """On what ground another organisation may use a statement again."""

    CONSENT = "consent"
    CARRYING_OUT = "carrying_out"
    STATUTORY_DUTY = "statutory_duty"


KINDS: Mapping[StatementKind, str] = {
    StatementKind.FACT: "feit",
    StatementKind.OPINION: "mening",
    StatementKind.INTERPRETATION: "uitleg (interpretatie)",
}
GROUNDS: Mapping[ReuseGround, str] = {
    ReuseGround.CONSENT: "toestemming (Jw 7.3.11 lid 1)",
    ReuseGround.CARRYING_OUT: "nodig voor de uitvoering van de maatregel (Jw 7.3.11 lid 4)",
    ReuseGround.STATUTORY_DUTY: "een plicht in de wet",
}


class Reuse(Stored):
    """Another organisation used a statement, on a day, on a ground."""

    organisation: str
    ground: ReuseGround
    on: date


class Statement(Stored):
    """One statement; ``on`` is the day (in Amsterdam) on which it was seen or said.

    ``organisation`` wrote it down; ``replied``: opaque ids of who of the family answered it.
    """

    id: str
    kind: StatementKind
    on: date
    organisation: str | None = None
    replied: tuple[str, ...] = ()
    reuses: tuple[Reuse, ...] = ()
