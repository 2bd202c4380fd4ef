"""What can happen to a child's file: the closed list of event types that entries carry.

An event holds facts that are already decided; folding one never decides again. What every event
can do besides: open and close terms, answer those that were missed (met late, or no longer needed),
raise and finish tasks, make notices due, and raise flags.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, TypedDict

from states.consents.capacity import Judgement
from states.consents.consent import Consent, Presumption
from states.consents.declined import Declined
from states.consents.departure import Departure
from states.facts import Help, Notice, Petition, Procedure, RaadEnd, RaadStage, Regie, Residence, Task
from states.family.request import Request
from states.orders.order import Measure, Order, Placement
from states.orders.secure import Secure
from states.people import Authority, Role, Stored
from states.position import ClosedReason, State
from states.refusal import Flag
from states.region import RegionMode, RegionPeriod
from states.rights.explained import Explained, ReaderNeeds
from states.terms.term import Term, TermClosed
from states.work.allocation import Allocation, Expertise
from states.work.certificate import Certificate
from states.work.checklist import Filled
from states.work.goal import Goal
from states.work.reflection import Reflection
from states.work.statement import Statement


class Event(Stored):
    """The base of all events: its side effects on terms, tasks, notices and flags."""

    name: ClassVar[str]
    opens: tuple[Term, ...] = ()
    closes: tuple[TermClosed, ...] = ()
    answers: tuple[TermClosed, ...] = ()
    tasks: tuple[Task, ...] = ()
    tasks_done: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    notices_done: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


class ChildRegistered(Event):
    """A child came into the case; its name and number are detail."""

    name = "child_registered"
    born: date | None = None
    expected: date | None = None
    mother: str | None = None
    municipality: str | None = None
    region: RegionMode = RegionMode.GI_LEADS
    authority: tuple[Authority, ...] = ()


class Moved(Event):
    """A legal move: the only event that changes a state, and the facts that come with the move.

    ``begins_measure``: the child comes under a measure, so weeks without help are counted from here (S1).
    """

    name = "moved"
    move: str
    source: State
    target: State
    help: Help | None = None
    regie: Regie | None = None
    authority: tuple[Authority, ...] | None = None
    closed_reason: ClosedReason | None = None
    raad: RaadStage | None = None
    stops_help: bool = False
    stops_lead: bool = False
    drops_petitions: bool = False
    municipality: str | None = None
    region: RegionPeriod | None = None
    gi_proposed: str | None = None
    requester: Role | None = None
    raad_end: RaadEnd | None = None
    expertise: Expertise | None = None
    begins_measure: bool = False


class MoveFacts(TypedDict, total=False):
    """The facts that can come with a move."""

    help: Help
    regie: Regie
    authority: tuple[Authority, ...]
    closed_reason: ClosedReason
    raad: RaadStage | None
    stops_help: bool
    stops_lead: bool
    drops_petitions: bool
    municipality: str | None
    region: RegionPeriod | None
    gi_proposed: str | None
    requester: Role | None
    raad_end: RaadEnd | None
    expertise: Expertise | None


class ConsentGiven(Event):
    """Somebody consented, or the court did in its place; ``ends``: refusals that it takes back."""

    name = "consent_given"
    consent: Consent
    ends: tuple[str, ...] = ()


class ConsentWithdrawn(Event):
    """Consents stopped at the moment it was said; ``departures``: no longer without this person.

    ``declined``: to what this person said no, also when there had been no yes.
    """

    name = "consent_withdrawn"
    person: str
    consents: tuple[str, ...]
    said_at: datetime
    departures: tuple[str, ...] = ()
    declined: tuple[Declined, ...] = ()


class ConsentStopped(Event):
    """What the court had put in the place of a consent works no longer: an appeal, or the decision on it (TR-10)."""

    name = "consent_stopped"
    consents: tuple[str, ...]
    stopped_at: datetime
    by: str


class ConsentPresumed(Event):
    """Consent is presumed for a while, or no longer; the whole new list (L13)."""

    name = "consent_presumed"
    presumed: tuple[Presumption, ...]


class CapacityJudged(Event):
    """Somebody judged whether the child can weigh one decision; who, and why, is detail."""

    name = "capacity_judged"
    judgement: Judgement


class ConsentDeparted(Event):
    """A ground to go on without somebody's consent to one help, or what stands in its way; why is detail."""

    name = "consent_departed"
    departure: Departure


class OrderRecorded(Event):
    """A court decision and the powers, and who has authority, as they are after it."""

    name = "order_recorded"
    order: Order
    authority: tuple[Authority, ...] | None = None
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    secures: tuple[Secure, ...] = ()
    decides_petitions: bool = False
    arrangement: bool = False
    late: bool = False


class OrderBegins(Event):
    """The day from which a recorded order works is known now; the order, powers and authority after it."""

    name = "order_begins"
    order: Order
    measures: tuple[Measure, ...] = ()
    authority: tuple[Authority, ...] | None = None


class MeasureCovers(Event):
    """A planned measure begins beside a partial guardianship: the child stays, help asks no consent (L3, 00-A)."""

    name = "measure_covers"
    order: str


class PowersChanged(Event):
    """Powers as they are after a hearing, an execution or an end by the GI; where the child lives now."""

    name = "powers_changed"
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    secures: tuple[Secure, ...] = ()
    residence: Residence | None = None
    carers: str | None = None
    carers_since: date | None = None


class PetitionFiled(Event):
    """The judge was asked; nothing is granted by it (invariant 5)."""

    name = "petition_filed"
    petition: Petition
    raad_done: bool = False


class PetitionsClosed(Event):
    """Petitions were taken back, without a decision of the judge (TR-32)."""

    name = "petitions_closed"
    petitions: tuple[str, ...]


class ProcedureChanged(Event):
    """A procedure began, got an answer, or ended; it moves nobody (P3 to P10)."""

    name = "procedure_changed"
    procedure: Procedure


class Corrected(Event):
    """An order, a consent or a death was recorded by mistake and was never there; two people say so (TR-82)."""

    name = "corrected"
    order: str | None = None
    consent: str | None = None
    death: bool = False
    second: str


class BurgemeesterAsked(Event):
    """The burgemeester asked the Raad to put the case to the judge; ``dated``: of the letter."""

    name = "burgemeester_asked"
    dated: date


class ChildBorn(Event):
    """An expected child was born; ``authority``: who has it from then, when that is told too."""

    name = "child_born"
    born: date
    authority: tuple[Authority, ...] | None = None


class RegionChanged(Event):
    """The child's municipality organises intensive voluntary help in another way from a day on."""

    name = "region_changed"
    period: RegionPeriod


class RaadChanged(Event):
    """How far the Raad is with a child that is under a measure."""

    name = "raad_changed"
    stage: RaadStage | None
    end: RaadEnd | None = None


class ActRegistered(Event):
    """An act of the catalogue, who did it, and the answer of ``may`` on which it rests."""

    name = "act_registered"
    act: int
    answer: str
    rule: str
    basis: str
    by: str = ""
    role: Role | None = None
    organisation: str | None = None


class RequestChanged(Event):
    """Somebody of the family asked something about the file, or got an answer; the words are detail."""

    name = "request_changed"
    request: Request


class SightKept(Event):
    """A named person keeps sight on the safety of a child in V0 or R; ``None``: no longer."""

    name = "sight_kept"
    person: str | None = None


class HelpReported(Event):
    """Help runs under a measure from a day on, or stopped on a day."""

    name = "help_reported"
    help: str
    runs: bool = True
    on: date


class Noted(Event):
    """A fact that changes no state; ``topic`` says which."""

    name = "noted"
    topic: str
    on: date | None = None
    term: str | None = None


class WordsFlagged(Event):
    """Words in a note were flagged (NX-03); ``about``: the entry with the note, ``rules``: what was found."""

    name = "words_flagged"
    about: int
    rules: tuple[str, ...]


class FlagOverruled(Event):
    """Flags about words were set aside; ``about``: the entries of the flags. Why is detail."""

    name = "flag_overruled"
    about: tuple[int, ...]


class ReaderKnown(Event):
    """What one person needs to understand a sheet of rights; why is detail."""

    name = "reader_known"
    needs: ReaderNeeds


class RightsExplained(Event):
    """A sheet of rights was explained to one person; by whom, and who interpreted, is detail."""

    name = "rights_explained"
    explained: Explained


class ReflectionHeld(Event):
    """A reflection or moral deliberation was held; what was said is detail, for those who took part."""

    name = "reflection_held"
    reflection: Reflection


class StatementChanged(Event):
    """A statement was written down, answered by the family, or used again; the words are detail."""

    name = "statement_changed"
    statement: Statement


class GroundsGiven(Event):
    """The three texts with a request, a petition or a change of framework; the texts are detail."""

    name = "grounds_given"
    about: str


class GoalChanged(Event):
    """A goal was set, reached or let go; its words are detail."""

    name = "goal_changed"
    goal: Goal


class ChecklistFilled(Event):
    """A checklist has answers; the answers are detail."""

    name = "checklist_filled"
    filled: Filled


class CertificateKnown(Event):
    """The certificate of a GI, as the register says."""

    name = "certificate_known"
    certificate: Certificate


class WorkAllocated(Event):
    """A worker does the work, on its own registration or under a registered colleague."""

    name = "work_allocated"
    allocation: Allocation


class ExpertiseAttached(Event):
    """Somebody with knowledge of safety looks along; who, is detail."""

    name = "expertise_attached"
    expertise: Expertise


class Reminded(Event):
    """A moment came at which somebody must do something (a task), or a term ran out."""

    name = "reminded"
    topic: str


class Refused(Event):
    """A command was refused (D5). The reasons in words are detail."""

    name = "refused"
    attempted: str
    rules: tuple[str, ...]


class HistoryArchived(Event):
    """The history of a run of the case is kept (D13); about the program, so it changes nothing of a child.

    ``sha256`` is that of its canonical bytes, ``sealed`` that of the box it is stored in (both hex): the first
    can be checked with the key of the archive, the second without. ``closed``: the run had ended; otherwise a later
    archive of the same run takes its place.
    """

    name = "history_archived"
    run: str
    builds: tuple[str, ...]
    events: int
    closed: bool
    sha256: str
    sealed: str
    key: str


EVENTS: dict[str, type[Event]] = {
    kind.name: kind
    for kind in (
        ChildRegistered,
        Moved,
        ConsentGiven,
        ConsentWithdrawn,
        ConsentStopped,
        ConsentPresumed,
        CapacityJudged,
        ConsentDeparted,
        OrderRecorded,
        OrderBegins,
        MeasureCovers,
        PowersChanged,
        PetitionFiled,
        PetitionsClosed,
        ProcedureChanged,
        Corrected,
        RaadChanged,
        BurgemeesterAsked,
        ChildBorn,
        RegionChanged,
        ActRegistered,
        RequestChanged,
        SightKept,
        HelpReported,
        Noted,
        ReaderKnown,
        RightsExplained,
        ReflectionHeld,
        StatementChanged,
        GroundsGiven,
        GoalChanged,
        ChecklistFilled,
        CertificateKnown,
        WorkAllocated,
        ExpertiseAttached,
        WordsFlagged,
        FlagOverruled,
        Reminded,
        Refused,
        HistoryArchived,
    )
}
"""Every event type by the name that entries carry."""

KINDS: dict[type[Event], str] = {
    Moved: "transition",
    ActRegistered: "act",
    Refused: "refusal",
    Corrected: "correction",
    Reminded: "term",
    HistoryArchived: "archive",
}
"""The entry kind of an event type; every other type is a ``fact``."""
