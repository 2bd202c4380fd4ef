"""A request of the family about the file, as a fact: who asked what, when, and the answer.

What was asked in words, and why an answer is what it is, is sealed detail and stands nowhere here.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from states.people import Role, Stored


class RequestKind(StrEnum):
    """What somebody of the family asks or adds."""

    SEE = "see"
    COPY = "copy"
    STATEMENT = "statement"
    CORRECTION = "correction"
    DESTRUCTION = "destruction"
    CONFIDANT = "confidant"


class FilePart(StrEnum):
    """Which part of the file it is about (each part has its own rules and its own end)."""

    HELP = "help"
    MEASURE = "measure"
    RAAD = "raad"


class Whose(StrEnum):
    """Whose data: of the child, or of the one who asks."""

    CHILD = "child"
    SELF = "self"


class RequestOutcome(StrEnum):
    """What came of it. ``ADDED``: a statement needs no decision. ``IN_TOUCH``: the confidant was reached."""

    ADDED = "added"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    IN_TOUCH = "in_touch"
    WITHDRAWN = "withdrawn"


class Ground(StrEnum):
    """On what ground something is not given, changed or destroyed."""

    PRIVACY_OF_OTHERS = "privacy_of_others"
    INTEREST_OF_OTHERS = "interest_of_others"
    LAW_FORBIDS = "law_forbids"
    OPINION = "opinion"
    CORRECT = "correct"
    NOT_KEPT = "not_kept"
    GOOD_CARE = "good_care"


class Request(Stored):
    """One request. ``by``: in which capacity; ``person``: who, by opaque id.

    ``finished``: the day (Amsterdam) on which what was promised was done, where something had to be.
    """

    id: str
    kind: RequestKind
    asked: datetime
    by: Role
    person: str
    part: FilePart = FilePart.HELP
    whose: Whose = Whose.CHILD
    answered: datetime | None = None
    outcome: RequestOutcome | None = None
    ground: Ground | None = None
    finished: date | None = None

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered is None
