"""What is known about a case: one file per child, and nothing about the family as a whole (D1)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from states.calendar import birthday, day_start
from states.consent import Consent, Consents, Lead, Presumption
from states.order import STRENGTH, SUPERVISION, Measure, Order, Placement
from states.people import MAJORITY, YOUTH_HELP_UNTIL, AgeBand, Authority, Stored, age_band
from states.position import ClosedReason, State
from states.region import RegionMode
from states.term import Term

SCHEMA_VERSION = 1
"""The version of :class:`Case` as it is carried over between runs of a workflow."""


class Help(Stored):
    """The help that runs: its name, who gives it, and whether it is intrusive (Jw 7.3.16)."""

    name: str
    intrusive: bool = False
    provider: str | None = None
    since: datetime


class Regie(Stored):
    """Who leads intensive voluntary help, and on which day the college gave the mandate."""

    lead: Lead
    person: str
    organisation: str
    mandate: date | None = None


class RaadStage(StrEnum):
    """How far the Raad is with a child."""

    REQUESTED = "requested"
    INVESTIGATING = "investigating"


class PetitionKind(StrEnum):
    """What the judge is asked: a new measure, an extension, or to end authority."""

    MEASURE = "measure"
    EXTENSION = "extension"
    TERMINATION = "termination"


class Petition(Stored):
    """A petition that no judge has decided yet. Asked is never granted (invariant 5).

    ``granted_from``: the judge granted it, from a later moment; until then it keeps its place.
    """

    id: str
    kind: PetitionKind
    filed_on: date
    by: str
    gi: str | None = None
    granted_from: datetime | None = None

    def open_at(self, at: datetime) -> bool:
        """Whether the child still waits for what it asks."""
        return self.granted_from is None or at < self.granted_from


class Decided(Stored):
    """The last decision on a petition: which day, so that a sibling can be added (1:255 lid 5)."""

    on: date
    kind: PetitionKind


class Residence(StrEnum):
    """Where the child lives."""

    HOME = "home"
    AWAY = "away"


class Task(Stored):
    """Something a person has to do; it never blocks."""

    id: str
    code: str
    role: str
    text: str


class Notice(Stored):
    """A notice that is due to somebody and not yet delivered (invariant 9)."""

    id: str
    code: str
    recipient: str


class Registered(Stored):
    """An act that was registered, kept so that a late fact can re-check it (NX-13)."""

    act: int
    at: datetime
    seq: int
    answer: str


class ChildFile(Stored):
    """All facts about one child. ``state`` is where the last recorded move left the child.

    ``titled_at`` is the effective moment of that move, also of one that did not change the state:
    what the state rests on was last written down then.
    """

    id: str
    born: date | None = None
    expected: date | None = None
    municipality: str | None = None
    region: RegionMode = RegionMode.GI_LEADS
    state: State = State.NONE
    since: datetime | None = None
    titled_at: datetime | None = None
    closed_reason: ClosedReason | None = None
    authority: tuple[Authority, ...] = ()
    consents: tuple[Consent, ...] = ()
    presumed: tuple[Presumption, ...] = ()
    help: Help | None = None
    regie: Regie | None = None
    raad: RaadStage | None = None
    petitions: tuple[Petition, ...] = ()
    decided: Decided | None = None
    orders: tuple[Order, ...] = ()
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    arrangement: bool = False
    residence: Residence = Residence.HOME
    landed_at: datetime | None = None
    last_title_end: datetime | None = None
    opened_at: datetime | None = None
    reminded: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    tasks: tuple[Task, ...] = ()
    notices: tuple[Notice, ...] = ()
    acts: tuple[Registered, ...] = ()

    def consents_at(self, at: datetime) -> Consents:
        """The consents as they count at a moment (UTC)."""
        return Consents(self.id, self.born, self.authority, self.consents, self.presumed, at)

    def band(self, at: datetime) -> AgeBand:
        """The child's age band at a moment."""
        return age_band(self.born, at)

    def is_minor(self, at: datetime) -> bool:
        """Whether the child is under 18 at a moment (BW 1:233)."""
        return self.born is None or at < day_start(birthday(self.born, MAJORITY))

    def help_outgrown(self, at: datetime) -> bool:
        """Whether the child is 23 or older, past the end of youth help (Jw 1.1)."""
        if self.born is None:
            return False
        return at >= day_start(birthday(self.born, YOUTH_HELP_UNTIL))

    def measure(self, at: datetime) -> Measure | None:
        """The strongest measure in force at a moment, or ``None``."""
        if not self.is_minor(at):
            return None
        running = [m for m in self.measures if m.in_force(at)]
        return min(running, key=lambda m: (STRENGTH.index(m.kind), m.start), default=None)

    def supervision(self, at: datetime) -> Measure | None:
        """The (provisional) supervision in force at a moment, or ``None``."""
        measure = self.measure(at)
        return measure if measure and measure.kind in SUPERVISION else None

    def placement(self, at: datetime) -> Placement | None:
        """The MUHP in force at a moment; it exists only under a supervision (NX-07)."""
        if self.supervision(at) is None:
            return None
        held = (p for p in reversed(self.placements) if p.start <= at)
        return next((p for p in held if (until := self.placement_until(p)) is None or at < until), None)

    def placement_until(self, placement: Placement) -> datetime | None:
        """When a MUHP ends: by itself, or when supervision ends with no other that takes over (NX-07)."""
        held = [m for m in self.measures if m.kind in SUPERVISION]
        ends = [m.until for m in held if m.until is not None and m.until > placement.start]
        last = [end for end in ends if not any(m.in_force(end) for m in held)]
        return min([*last, *([placement.until] if placement.until else [])], default=None)

    def pending(self, kind: PetitionKind, at: datetime | None = None) -> Petition | None:
        """A petition of a kind that is not decided, or granted from a moment after ``at``."""
        waiting = (p for p in self.petitions if p.kind is kind)
        return next((p for p in waiting if (p.granted_from is None if at is None else p.open_at(at))), None)

    def open_term(self, rule: str) -> Term | None:
        """The running term of a rule, or ``None``."""
        return next((t for t in self.terms if t.rule == rule), None)


class Case(Stored):
    """A family case: its children, the head of its log, and nothing that blends them (D1)."""

    schema_version: int = SCHEMA_VERSION
    id: str
    seq: int = 0
    head: str = "00" * 32
    recorded_at: datetime | None = None
    exercise: bool = False
    children: dict[str, ChildFile] = Field(default_factory=dict)

    def child(self, id_: str) -> ChildFile | None:
        """The file of one child, or ``None`` when the case does not know the child."""
        return self.children.get(id_)

    @property
    def over(self) -> bool:
        """Whether every child is closed, so that nobody has to keep watch."""
        return all(c.state in (State.CLOSED, State.NONE) for c in self.children.values())
