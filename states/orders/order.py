"""Court orders, and the powers that follow from them.

A power exists only inside a period that a court decision gives, and it ends by itself at the
earliest of the dictum, the statutory maximum and the 18th birthday (invariants 3 and 4, 00-B).
"""

from __future__ import annotations

import datetime as dt
from datetime import date, datetime, timedelta
from enum import StrEnum

from states.consents.consent import Purpose
from states.people import MAJORITY, Authority, Stored
from states.terms.calendar import birthday, day_start, local_day
from states.terms.term import lapse_day


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
    RESTORATION_TRIAL = "restoration_trial"
    AUTHORITY_CHANGED = "authority_changed"
    GI_REPLACED = "gi_replaced"
    RESIDENCE_CONSENTED = "residence_consented"
    RESIDENCE_KEPT = "residence_kept"
    DIRECTIVE_CONFIRMED = "directive_confirmed"
    CONTACT_LIMITED = "contact_limited"
    PARTIAL_AUTHORITY = "partial_authority"
    TREATMENT_CONSENT = "treatment_consent"
    EXPERT_APPOINTED = "expert_appointed"
    ABROAD_ALLOWED = "abroad_allowed"
    SECURE_PLACEMENT = "secure_placement"
    CONSENT_REPLACED = "consent_replaced"
    ADJOURNED = "adjourned"
    INADMISSIBLE = "inadmissible"
    ANNULLED = "annulled"
    GRANTED_ON_APPEAL = "granted_on_appeal"
    CONFIRMED = "confirmed"
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


class SecureKind(StrEnum):
    """A machtiging gesloten jeugdhulp: urgent (spoed), regular, or conditional (Jw 6.1.2 to 6.1.4)."""

    URGENT = "urgent"
    REGULAR = "regular"
    CONDITIONAL = "conditional"


class Ground(StrEnum):
    """Why a guardian comes in: authority is suspended or ended by the judge, or nobody has it.

    BW 1:268 and 1:266; 1:241 and 1:295. It decides which petition keeps a provisional guardianship
    alive (T15, L6).
    """

    UNFIT = "unfit"
    VACANT = "vacant"


class Order(Stored):
    """What stays readable of a court decision about one child; the rest is sealed detail.

    ``end`` is the "tot" date of the dictum: the first day on which the power no longer holds.
    ``about`` is the earlier order that a court of appeal looked at, ``grants`` what it decided itself.
    ``help``, ``replaces`` and ``purposes``: whose consent it replaces, to what (1:253a, TR-10).
    ``void``: recorded by mistake, it was never there (TR-82).
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
    ground: Ground | None = None
    authority: tuple[Authority, ...] = ()
    given_in: str | None = None
    number_follows: bool = False
    imported: bool = False
    about: str | None = None
    grants: OrderKind | None = None
    asked: str | None = None
    secure: SecureKind | None = None
    on_consent: bool = False
    statement: dt.date | None = None
    lawyer: bool = False
    conditions: bool = False
    help: str | None = None
    replaces: tuple[str, ...] = ()
    purposes: tuple[Purpose, ...] = (Purpose.HELP,)
    void: bool = False


WHOLE = "whole"
"""The scope of a guardianship over everything."""


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
    MeasureKind.PROVISIONAL_GUARDIANSHIP,
    MeasureKind.GUARDIANSHIP,
    MeasureKind.TEMPORARY_GUARDIANSHIP,
    MeasureKind.SUPERVISION,
    MeasureKind.PROVISIONAL_SUPERVISION,
)
"""Which of two measures in force gives the state its name: a suspension goes before what it suspends."""

SUPERVISION = (MeasureKind.SUPERVISION, MeasureKind.PROVISIONAL_SUPERVISION)
GUARDIANSHIP = (
    MeasureKind.PROVISIONAL_GUARDIANSHIP,
    MeasureKind.GUARDIANSHIP,
    MeasureKind.TEMPORARY_GUARDIANSHIP,
)
STARTS_WHEN_FINAL = frozenset({OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP, OrderKind.GUARDIANSHIP_ENDED})
"""Orders that begin when final, or the day after sending (1:253p, 280, 281; L4)."""


class Pause(Stored):
    """A time in which a power does not work, because of an appeal (Rv 360); ``until`` ``None``: still."""

    since: datetime
    until: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the power does not work at a moment."""
        return self.since <= at and (self.until is None or at < self.until)


class Power(Stored):
    """A period of power that a court gave, and the ways in which it can end before its end.

    Only a placement can lapse because nobody executed it (BW 1:265c lid 3). A pause moves no end.
    ``limit`` is the term that its end stands for; ``ended_by`` the order that ended it.
    """

    order: str
    start: datetime
    end: datetime | None = None
    unheard: tuple[str, ...] = ()
    lapses_unheard: datetime | None = None
    executed: datetime | None = None
    lapses_unexecuted: datetime | None = None
    ended: datetime | None = None
    ended_by: str | None = None
    limit: str | None = None
    pauses: tuple[Pause, ...] = ()

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
        within = self.start <= at and (until is None or at < until)
        return within and not any(pause.covers(at) for pause in self.pauses)

    @property
    def paused(self) -> bool:
        """Whether an appeal keeps the power from working, with no end known."""
        return any(pause.until is None for pause in self.pauses)

    @property
    def pieces(self) -> tuple[tuple[str, datetime, datetime | None], ...]:
        """The stretches in which the power works: an id for each, its beginning and its end."""
        begins = [self.start, *(pause.until for pause in self.pauses if pause.until is not None)]
        stops = [*(pause.since for pause in self.pauses), None]
        ends = [min((end for end in (stop, self.until) if end is not None), default=None) for stop in stops]
        return tuple(
            (self.order if number == 0 else f"{self.order}#{number}", max(begin, self.start), end)
            for number, (begin, end) in enumerate(zip(begins, ends, strict=False))
        )

    def piece(self, at: datetime) -> str:
        """The id of the stretch that covers a moment; of the first, when none does."""
        return next((id_ for id_, begin, end in self.pieces if begin <= at and (end is None or at < end)), self.order)


class Succession(Stored):
    """From a moment another GI holds a measure; until then the one before it does (1:259, NX-09)."""

    at: datetime
    gi: str | None
    order: str


class Measure(Power):
    """A measure in the hands of one GI at a time.

    ``gi`` is the one that the order names; ``scope`` are the topics of a guardianship that is not
    whole (1:268 lid 1 b, L3); ``ground`` says which petition keeps a provisional one alive (L6).
    """

    kind: MeasureKind
    gi: str | None = None
    scope: str | None = None
    ground: Ground | None = None
    successions: tuple[Succession, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether it covers only some topics."""
        return self.scope not in (None, "", WHOLE)

    def followed(self, gi: str | None, at: datetime, order: str) -> Measure:
        """The measure when from a moment another GI holds it."""
        before = tuple(s for s in self.successions if s.order != order)
        return self.model_copy(update={"successions": (*before, Succession(at=at, gi=gi, order=order))})

    @property
    def last_gi(self) -> str | None:
        """The GI that the last decision about it names."""
        held = [s for s in self.successions if self.until is None or s.at < self.until]
        return max(held, key=lambda s: s.at).gi if held else self.gi

    def held_by(self, at: datetime) -> str | None:
        """The GI that holds it at a moment."""
        since = [s for s in self.successions if s.at <= at]
        return max(since, key=lambda s: s.at).gi if since else self.gi


class Placement(Power):
    """A machtiging uithuisplaatsing (MUHP) for one kind of place (BW 1:265b, 265c)."""

    place: str


LIMITS: dict[MeasureKind, str] = {
    MeasureKind.PROVISIONAL_SUPERVISION: "T03",
    MeasureKind.SUPERVISION: "T01",
    MeasureKind.PROVISIONAL_GUARDIANSHIP: "T15",
}
"""The term that limits a measure when it is given; an extended supervision has one of its own."""
EXTENDED = "T02"


def statutory_limit(kind: MeasureKind, *, extends: bool = False) -> str | None:
    """The term that limits a measure, if one does (1:257, 258, 260, 268, 241)."""
    return EXTENDED if extends and kind is MeasureKind.SUPERVISION else LIMITS.get(kind)


def statutory_end(kind: MeasureKind, start: date, *, extends: bool = False) -> date | None:
    """The first day after the longest term the law allows."""
    rule = statutory_limit(kind, extends=extends)
    return lapse_day(rule, start) if rule else None


def power_start(order: Order) -> datetime | None:
    """The moment from which an order gives power; ``None`` while nobody can know it.

    A measure begins on the day of the decision, at the moment it was pronounced. Guardianship
    and restored authority begin when the order is final or, when it works at once, the day after it
    was sent (1:253p, 280, 281; L4). A refusal has nothing that could begin later.
    """
    if order.kind in STARTS_WHEN_FINAL:
        if order.enforceable is Enforceable.YES:
            sent = order.sent_on or order.date
            return day_start(sent + timedelta(days=1))
        return day_start(order.final_on) if order.final_on else None
    refuses = order.kind in (OrderKind.REFUSED, OrderKind.INADMISSIBLE)
    if refuses or order.start is None or order.start <= local_day(order.pronounced):
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
