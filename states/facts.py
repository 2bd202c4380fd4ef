"""What is known about a case: one file per child, and nothing about the family as a whole (D1)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from states.consents.around import Consents
from states.consents.capacity import Judgement
from states.consents.consent import Consent, Lead, Presumption, Purpose
from states.consents.declined import Declined
from states.consents.departure import Departure
from states.family.request import Request
from states.orders.order import STRENGTH, SUPERVISION, Measure, Order, Placement
from states.orders.secure import Secure, secure_until
from states.people import MAJORITY, YOUTH_HELP_UNTIL, AgeBand, Authority, Role, Stored, age_band
from states.position import ClosedReason, State
from states.region import RegionMode, RegionPeriod, mode_on
from states.rights.explained import Explained, ReaderNeeds
from states.signals.fact import HelpRun, Sight
from states.terms.calendar import birthday, day_start
from states.terms.term import Term
from states.work.file import WorkFile

SCHEMA_VERSION = 1
"""The version of :class:`Case` as it is carried over between runs of a workflow."""


class Help(Stored):
    """The help that runs: its name, who gives it, and whether it is intrusive (Jw 7.3.16).

    ``own``: the organisation that gives it itself, such as the local team, when no provider is named.
    """

    name: str
    intrusive: bool = False
    provider: str | None = None
    own: str | None = None
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


class RaadEnd(StrEnum):
    """How the Raad ended a track without asking the judge (TR-23, TR-24)."""

    DECLINED = "declined"
    NO_PETITION = "no_petition"


class RaadAnswer(Stored):
    """The Raad decided not to ask the judge, on a day, after a request by somebody (or by nobody)."""

    end: RaadEnd
    on: date
    requester: Role | None = None


class BurgemeesterRequest(Stored):
    """The burgemeester asks the Raad to put the case to the judge (1:255 lid 3); after which answer."""

    dated: date
    answer: RaadAnswer


class PetitionKind(StrEnum):
    """What the judge is asked.

    A new supervision (1:255, 257), its extension (1:260), to suspend authority (1:268, 241), to end
    it (1:266), or a provision in authority over a child for whom nobody has it (1:241 lid 4, 295).
    Beside these: secure youth help (Jw 6.1.8), or an arrangement about contact (1:265g).
    """

    MEASURE = "measure"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    TERMINATION = "termination"
    PROVISION = "provision"
    SECURE = "secure"
    CONTACT = "contact"


class Petition(Stored):
    """A petition that no judge has decided yet. Asked is never granted (invariant 5).

    ``granted_from``: the judge granted it, from a later moment; until then it keeps its place.
    ``adjourned``: the judge put the decision off (P12), ``adjourned_until`` the day it names.
    """

    id: str
    kind: PetitionKind
    filed_on: date
    by: str
    gi: str | None = None
    granted_from: datetime | None = None
    adjourned: bool = False
    adjourned_until: date | None = None

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
    by: str = ""
    role: Role | None = None
    organisation: str | None = None


class Procedure(Stored):
    """A procedure that somebody reported: which track, about what, and how it ended.

    ``about`` is the id of what it is about: an order, an act. ``decided``: a first answer came.
    """

    id: str
    track: str
    step: str = ""
    opened: datetime
    by: str
    about: str | None = None
    decided: datetime | None = None
    ended: datetime | None = None
    outcome: str | None = None

    def open_at(self, at: datetime) -> bool:
        """Whether it runs at a moment."""
        return self.opened <= at and (self.ended is None or at < self.ended)


class Deceased(Stored):
    """Where a file stood when a death was recorded; a death can be recorded for the wrong child.

    ``terms`` are those that the death dropped, ``opened`` the ids of those that it began.
    """

    state: State
    closed_reason: ClosedReason | None = None
    consents: tuple[Consent, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    departures: tuple[Departure, ...] = ()
    declined: tuple[Declined, ...] = ()
    presumed: tuple[Presumption, ...] = ()
    help: Help | None = None
    regie: Regie | None = None
    requester: Role | None = None
    raad_answer: RaadAnswer | None = None
    burgemeester: BurgemeesterRequest | None = None
    terms: tuple[Term, ...] = ()
    opened: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()


class Replaced(Stored):
    """What an order, or a death, took away: kept so that a correction can give it back (TR-82)."""

    order: str
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    secures: tuple[Secure, ...] = ()
    petitions: tuple[Petition, ...] = ()
    raad: RaadStage | None = None
    authority: tuple[Authority, ...] | None = None
    died: Deceased | None = None


class ChildFile(Stored):
    """All facts about one child. ``state`` is where the last recorded move left the child.

    ``titled_at`` is the effective moment of that move, also of one that did not change the state:
    what the state rests on was last written down then.
    """

    id: str
    born: date | None = None
    expected: date | None = None
    mother: str | None = None
    municipality: str | None = None
    region: RegionMode = RegionMode.GI_LEADS
    regions: tuple[RegionPeriod, ...] = ()
    died: datetime | None = None
    state: State = State.NONE
    since: datetime | None = None
    titled_at: datetime | None = None
    closed_reason: ClosedReason | None = None
    authority: tuple[Authority, ...] = ()
    consents: tuple[Consent, ...] = ()
    presumed: tuple[Presumption, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    departures: tuple[Departure, ...] = ()
    declined: tuple[Declined, ...] = ()
    help: Help | None = None
    regie: Regie | None = None
    raad: RaadStage | None = None
    requester: Role | None = None
    raad_answer: RaadAnswer | None = None
    burgemeester: BurgemeesterRequest | None = None
    petitions: tuple[Petition, ...] = ()
    decided: Decided | None = None
    orders: tuple[Order, ...] = ()
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    secures: tuple[Secure, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    arrangement: bool = False
    residence: Residence = Residence.HOME
    carers: str | None = None
    carers_since: date | None = None
    landed_at: datetime | None = None
    last_title_end: datetime | None = None
    opened_at: datetime | None = None
    reminded: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    overdue: tuple[Term, ...] = ()
    tasks: tuple[Task, ...] = ()
    notices: tuple[Notice, ...] = ()
    acts: tuple[Registered, ...] = ()
    readers: tuple[ReaderNeeds, ...] = ()
    explained: tuple[Explained, ...] = ()
    requests: tuple[Request, ...] = ()
    sight: Sight | None = None
    help_runs: tuple[HelpRun, ...] = ()
    measured_since: datetime | None = None
    undecided_since: datetime | None = None
    work: WorkFile = WorkFile()

    def consents_at(self, at: datetime) -> Consents:
        """The consents as they count at a moment (UTC)."""
        return Consents(
            self.id,
            self.born,
            self.authority_at(at),
            self.consents,
            self.presumed,
            at,
            judgements=self.judgements,
            departures=self.departures,
            unborn=self.unborn(at),
        )

    def helped(self, at: datetime) -> bool:
        """Whether everybody consents to the help that runs; while none runs, to some help."""
        consents = self.consents_at(at)
        if self.help is None:
            return consents.complete_help() is not None
        return consents.complete(Purpose.HELP, self.help.name)

    def unborn(self, at: datetime) -> bool:
        """Whether the child is not born yet at a moment (BW 1:2; L20)."""
        if self.born is None:
            return self.expected is not None
        return self.mother is not None and at < day_start(self.born)

    def authority_at(self, at: datetime) -> tuple[Authority, ...]:
        """Who decides about the child: before birth the mother alone, about herself (L20)."""
        if not self.unborn(at):
            return self.authority
        return (Authority(holder=self.mother),) if self.mother else ()

    def region_on(self, day: date) -> RegionMode:
        """How the child's municipality organises intensive voluntary help on a day (R-39)."""
        return mode_on(day, self.region, self.regions)

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

    def measures_at(self, at: datetime) -> tuple[Measure, ...]:
        """The measures in force at a moment, the strongest first, each with the GI that holds it then."""
        if not self.is_minor(at):
            return ()
        running = (m for m in self.measures if m.in_force(at))
        held = (m.model_copy(update={"gi": m.held_by(at)}) if m.successions else m for m in running)
        return tuple(sorted(held, key=lambda m: (STRENGTH.index(m.kind), m.start)))

    def measure(self, at: datetime) -> Measure | None:
        """The strongest measure in force at a moment, or ``None``."""
        return next(iter(self.measures_at(at)), None)

    def bound(self, at: datetime) -> bool:
        """Whether a measure covers everything, so that youth help asks no consent (Jw 7.3.4 lid 1, L3)."""
        return any(not m.partial for m in self.measures_at(at))

    def supervision(self, at: datetime) -> Measure | None:
        """The (provisional) supervision in force at a moment, or ``None``.

        A guardianship takes its place, unless it covers only some topics (L3).
        """
        whole = (m for m in self.measures_at(at) if not m.partial)
        measure = next(whole, None)
        return measure if measure and measure.kind in SUPERVISION else None

    def outside_scope(self) -> ChildFile:
        """The child as everything outside the scope of a partial guardianship stands (L3)."""
        return self.model_copy(update={"measures": tuple(m for m in self.measures if not m.partial)})

    def placement(self, at: datetime) -> Placement | None:
        """The MUHP in force at a moment: only under a supervision (NX-07), and only of a child that is born."""
        if self.supervision(at) is None or self.unborn(at):
            return None
        held = (p for p in reversed(self.placements) if p.start <= at and not any(x.covers(at) for x in p.pauses))
        return next((p for p in held if (until := self.placement_until(p)) is None or at < until), None)

    def placement_until(self, placement: Placement) -> datetime | None:
        """When a MUHP ends: by itself, or when supervision ends with no other that takes over (NX-07)."""
        held = [m for m in self.measures if m.kind in SUPERVISION]
        ends = [m.until for m in held if m.until is not None and m.until > placement.start]
        last = [end for end in ends if not any(m.in_force(end) for m in held)]
        if self.expected is not None and not any(m.in_force(placement.start) for m in held):
            return placement.start
        return min([*last, *([placement.until] if placement.until else [])], default=None)

    def secured(self, at: datetime) -> Secure | None:
        """The authorisation for secure youth help in force at a moment, also while it runs off (G)."""
        held = (s for s in reversed(self.secures) if s.in_force(at))
        return next((s for s in held if (until := self.secure_until(s)) is None or at < until), None)

    def secure_until(self, secure: Secure) -> datetime | None:
        """When secure youth help ends: by itself, or because its ground fell away (T29, T30)."""
        return secure_until(secure, self.measures, self.born)

    def suspended(self, at: datetime) -> bool:
        """Whether an appeal keeps a measure or secure help from working, which may come back (Rv 360; L5)."""
        measures = any(m.paused and (m.until is None or at < m.until) for m in self.measures)
        secures = ((s, self.secure_until(s)) for s in self.secures if s.paused)
        return measures or any(until is None or at < until for _, until in secures)

    def placed(self, at: datetime) -> bool:
        """Whether a supervision lets the child live elsewhere: by a MUHP, or by secure help (L2)."""
        secure = self.secured(at)
        secured = secure is not None and secure.counts_as_placement(at)
        return self.supervision(at) is not None and (secured or self.placement(at) is not None)

    def pending(self, kind: PetitionKind, at: datetime | None = None) -> Petition | None:
        """A petition of a kind that is not decided, or granted from a moment after ``at``."""
        waiting = (p for p in self.petitions if p.kind is kind)
        return next((p for p in waiting if (p.granted_from is None if at is None else p.open_at(at))), None)

    def open_term(self, rule: str) -> Term | None:
        """The running term of a rule, or ``None``; the earliest, when there are more."""
        return min((t for t in self.terms if t.rule == rule), key=lambda t: t.at, default=None)

    def owed_term(self, rule: str, due: date | None = None) -> Term | None:
        """The first term of a rule (and a day) that was missed and not met since, or that runs."""
        found = (t for t in (*self.overdue, *self.terms) if t.rule == rule and due in {None, t.due})
        return next(iter(sorted(found, key=lambda t: t.at)), None)


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
