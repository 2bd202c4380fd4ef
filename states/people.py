"""Who takes part: the child, those with authority over it, and those who act in a case.

People are known by opaque ids; names and citizen numbers never stand in these models.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from states.terms.calendar import birthday, local_day

CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY, YOUTH_HELP_UNTIL = 12, 16, 18, 23
"""Ages in years: Jw 7.3.4 lid 2, 7.3.5, BW 1:233, Jw 1.1 "jeugdige" 3°."""


class Stored(BaseModel):
    """A fact as it is kept: immutable, and unknown fields of a later build survive (D13)."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Sent(BaseModel):
    """Something a person sent: immutable, and a field we do not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    """In which capacity somebody acts."""

    YOUTH = "youth"
    PARENT = "parent"
    CARETAKER = "caretaker"
    """Who brings the child up as part of the family and is no parent (1:255 lid 2, 267 lid 1)."""
    LOCAL_TEAM = "local_team"
    COLLEGE = "college"
    PROVIDER = "provider"
    GI = "gi"
    VEILIG_THUIS = "veilig_thuis"
    RAAD = "raad"
    OM = "om"
    """The public prosecutor (Openbaar Ministerie)."""
    BURGEMEESTER = "burgemeester"
    COURT = "court"
    SUPERVISOR = "supervisor"
    SYSTEM = "system"


FAMILY = frozenset({Role.YOUTH, Role.PARENT})
PRIVATE = FAMILY | {Role.CARETAKER}
"""Who speaks for itself only, and records nothing about others."""
PROFESSIONALS = frozenset(Role) - PRIVATE - {Role.SYSTEM}


class Registration(Stored):
    """A professional's entry in a register (SKJ or BIG), with its last valid day (BJw 5.1.1)."""

    registry: str
    number: str
    valid_until: date


class Actor(Stored):
    """Who acts, for which organisation, and under whose authority (R-59)."""

    id: str
    role: Role
    organisation: str | None = None
    under: str | None = None
    registration: Registration | None = None


COURT = Actor(id="court", role=Role.COURT)
"""Decides what an order says, whoever writes it down and whenever it begins to work."""

SYSTEM = Actor(id="system", role=Role.SYSTEM)
"""Records what lapsed by itself (D4)."""


class AuthorityKind(StrEnum):
    """On what ground somebody speaks for a child (BW 1:245), or for an adult (Jw 7.3.15 lid 2-3)."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    MENTOR = "mentor"
    REPRESENTATIVE = "representative"


SPEAKS_FOR_ADULT = frozenset({AuthorityKind.CURATOR, AuthorityKind.MENTOR, AuthorityKind.REPRESENTATIVE})
"""Who speaks for an adult that cannot judge a decision; nobody's authority over a minor (Jw 7.3.15)."""


class Authority(Stored):
    """Authority of a natural person over one child, from a day up to (not including) a day.

    ``recognised_on`` is the day on which a parent recognised the child (erkenning): from 1-1-2023 that
    gives joint authority by itself, unless ``none_because`` says which ground of BW 1:251b lid 1-2
    keeps it away; then this row is about a parent without authority (L12).
    """

    holder: str
    kind: AuthorityKind = AuthorityKind.PARENT
    since: date | None = None
    until: date | None = None
    source: str | None = None
    checked_on: date | None = None
    recognised_on: date | None = None
    none_because: str | None = None

    def holds(self, day: date) -> bool:
        """Whether the authority exists on a day."""
        if self.none_because:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def succeed(old: tuple[Authority, ...], new: tuple[Authority, ...], day: date) -> tuple[Authority, ...]:
    """The authority when from a day on a new set holds; what held before stays readable.

    Who keeps authority keeps the day from which; who is new holds it from this day, unless the new
    row says otherwise.
    """
    kept = {row.holder: row for row in old if row.holds(day)}
    names = {row.holder for row in new}
    past = [
        row if row.until is not None and row.until <= day else row.model_copy(update={"until": day})
        for row in old
        if row.holder not in names and (row.since is None or row.since < day)
    ]
    rows = [
        row.model_copy(update={"since": kept[row.holder].since if row.holder in kept else day})
        if row.since is None
        else row
        for row in new
    ]
    return (*past, *rows)


class AgeBand(StrEnum):
    """The bands in which the law asks another set of people to consent (Jw 7.3.4, 7.3.5)."""

    UNDER_12 = "<12"
    FROM_12 = "12-15"
    FROM_16 = "16-17"
    ADULT = "18+"


def age_band(born: date | None, moment: datetime) -> AgeBand:
    """The band somebody is in at a moment; an unborn child counts as under 12 (BW 1:2)."""
    if born is None:
        return AgeBand.UNDER_12
    today = local_day(moment)
    if today >= birthday(born, MAJORITY):
        return AgeBand.ADULT
    if today >= birthday(born, CHILD_DECIDES_FROM):
        return AgeBand.FROM_16
    if today >= birthday(born, CHILD_CONSENTS_FROM):
        return AgeBand.FROM_12
    return AgeBand.UNDER_12
