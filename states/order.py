"""Court orders, and the powers that follow from them.

A power exists only inside a period that a court decision gives, and it ends by itself at the
earliest of the dictum, the statutory maximum and the 18th birthday (invariants 3 and 4, 00-B).
"""

from __future__ import annotations

import datetime as dt
from datetime import date, datetime, timedelta
from enum import StrEnum

from states.calendar import birthday, day_start, local_day
from states.people import MAJORITY, Stored
from states.term import lapse_day


class OrderKind(StrEnum):
    """What a court decided about one child."""

    PROVISIONAL_SUPERVISION = "provisional_supervision"
    SUPERVISION = "supervision"
    SUPERVISION_EXTENSION = "supervision_extension"
    PLACEMENT = "placement"
    PLACEMENT_ENDED = "placement_ended"
    MAINTAINED = "maintained"
    PROVISIONAL_SUPERVISION_ENDED = "provisional_supervision_ended"
    SUPERVISION_LIFTED = "supervision_lifted"
    REFUSED = "refused"
    CONTACT_ARRANGEMENT = "contact_arrangement"
    PROVISIONAL_GUARDIANSHIP = "provisional_guardianship"
    GUARDIANSHIP = "guardianship"
    TEMPORARY_GUARDIANSHIP = "temporary_guardianship"
    GUARDIANSHIP_ENDED = "guardianship_ended"
    GI_REPLACED = "gi_replaced"
    SECURE_PLACEMENT = "secure_placement"
    CONSENT_REPLACED = "consent_replaced"
    ADJOURNED = "adjourned"
    INADMISSIBLE = "inadmissible"
    ANNULLED = "annulled"
    GRANTED_ON_APPEAL = "granted_on_appeal"
    SUSPENDED = "suspended"


class OrderForm(StrEnum):
    """How the court gave its decision."""

    WRITTEN = "written"
    ORAL = "oral"


class Enforceable(StrEnum):
    """Uitvoerbaar bij voorraad: does the order work while an appeal runs (Rv 360, L5)?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Order(Stored):
    """What stays readable of a court decision about one child; the rest is sealed detail.

    ``end`` is the "tot" date of the dictum: the first day on which the power no longer holds.
    """

    id: str
    kind: OrderKind
    court: str
    date: dt.date
    pronounced: datetime
    form: OrderForm = OrderForm.WRITTEN
    start: dt.date | None = None
    end: dt.date | None = None
    gi: str | None = None
    scope: str | None = None
    enforceable: Enforceable = Enforceable.UNKNOWN
    sent_on: dt.date | None = None
    final_on: dt.date | None = None
    ecli: str | None = None
    parties_heard: bool = True
    child_heard: bool = True
    placement: str | None = None
    placement_end: dt.date | None = None
    placement_refused: bool = False
    placed_since: dt.date | None = None
    sibling: str | None = None
    number_follows: bool = False
    imported: bool = False


class MeasureKind(StrEnum):
    """A child protection measure that gives somebody power."""

    PROVISIONAL_SUPERVISION = "provisional_supervision"
    SUPERVISION = "supervision"
    PROVISIONAL_GUARDIANSHIP = "provisional_guardianship"
    GUARDIANSHIP = "guardianship"
    TEMPORARY_GUARDIANSHIP = "temporary_guardianship"


MEASURE_OF: dict[OrderKind, MeasureKind] = {
    OrderKind.PROVISIONAL_SUPERVISION: MeasureKind.PROVISIONAL_SUPERVISION,
    OrderKind.SUPERVISION: MeasureKind.SUPERVISION,
    OrderKind.SUPERVISION_EXTENSION: MeasureKind.SUPERVISION,
    OrderKind.PROVISIONAL_GUARDIANSHIP: MeasureKind.PROVISIONAL_GUARDIANSHIP,
    OrderKind.GUARDIANSHIP: MeasureKind.GUARDIANSHIP,
    OrderKind.TEMPORARY_GUARDIANSHIP: MeasureKind.TEMPORARY_GUARDIANSHIP,
}

STRENGTH: tuple[MeasureKind, ...] = (
    MeasureKind.GUARDIANSHIP,
    MeasureKind.TEMPORARY_GUARDIANSHIP,
    MeasureKind.PROVISIONAL_GUARDIANSHIP,
    MeasureKind.SUPERVISION,
    MeasureKind.PROVISIONAL_SUPERVISION,
)
"""Which of two measures in force gives the state its name."""

SUPERVISION = (MeasureKind.SUPERVISION, MeasureKind.PROVISIONAL_SUPERVISION)


class Power(Stored):
    """A period of power that a court gave, and the ways in which it can end before its end.

    Only a placement can lapse because nobody executed it (BW 1:265c lid 3).
    """

    order: str
    start: datetime
    end: datetime | None = None
    unheard: tuple[str, ...] = ()
    lapses_unheard: datetime | None = None
    executed: datetime | None = None
    lapses_unexecuted: datetime | None = None
    ended: datetime | None = None

    @property
    def until(self) -> datetime | None:
        """The moment the power ends if nothing is done; ``None``: no end."""
        ends = [
            self.end,
            self.ended,
            self.lapses_unheard if self.unheard else None,
            self.lapses_unexecuted if self.executed is None else None,
        ]
        known = [end for end in ends if end is not None]
        return min(known) if known else None

    def in_force(self, at: datetime) -> bool:
        """Whether the power exists at a moment."""
        until = self.until
        return self.start <= at and (until is None or at < until)


class Measure(Power):
    """A measure in the hands of one GI."""

    kind: MeasureKind
    gi: str | None = None


class Placement(Power):
    """A machtiging uithuisplaatsing (MUHP) for one kind of place (BW 1:265b, 265c)."""

    place: str


LIMITS: dict[MeasureKind, str] = {
    MeasureKind.PROVISIONAL_SUPERVISION: "T03",
    MeasureKind.SUPERVISION: "T01",
    MeasureKind.PROVISIONAL_GUARDIANSHIP: "T15",
}
"""The term that limits a measure."""


def statutory_end(kind: MeasureKind, start: date) -> date | None:
    """The first day after the longest term the law allows (1:257, 258, 260, 268, 241)."""
    rule = LIMITS.get(kind)
    return lapse_day(rule, start) if rule else None


def power_start(order: Order) -> datetime | None:
    """The moment from which an order gives power; ``None`` while nobody can know it.

    A measure begins on the day of the decision, at the moment it was pronounced. Guardianship
    begins when the order is final or, when it works at once, the day after it was sent (1:280, L4).
    """
    if order.kind is OrderKind.GUARDIANSHIP or order.kind is OrderKind.TEMPORARY_GUARDIANSHIP:
        if order.enforceable is Enforceable.YES:
            sent = order.sent_on or order.date
            return day_start(sent + timedelta(days=1))
        return day_start(order.final_on) if order.final_on else None
    if order.start is None or order.start <= local_day(order.pronounced):
        return order.pronounced
    return day_start(order.start)


def capped(dictum: date | None, *limits: date | None) -> tuple[date | None, bool]:
    """The earliest end of all, and whether the dictum went beyond the others (NX-06, NX-07)."""
    known = [limit for limit in limits if limit is not None]
    end = min([*known, *([dictum] if dictum else [])], default=None)
    return end, bool(dictum and end and end < dictum)


def majority(born: date | None) -> date | None:
    """The 18th birthday (BW 1:233)."""
    return birthday(born, MAJORITY) if born else None


def unheard(order: Order, *, child_is_12: bool) -> tuple[str, ...]:
    """Who still has a right to be heard within two weeks (Rv 800 lid 3, 809 lid 3)."""
    people = [] if order.parties_heard else ["parties"]
    if child_is_12 and not order.child_heard:
        people.append("child")
    return tuple(people)


def lapse_unheard(order: Order) -> datetime | None:
    """An order given without hearing ends at the end of day 14 (Rv 800 lid 3, strict reading [K])."""
    day = lapse_day("T04", order.date)
    return day_start(day) if day else None
