"""What can happen to a child's file: the closed list of event types that entries carry.

An event holds facts that are already decided; folding one never decides again. What every event
can do besides: open and close terms, raise and finish tasks, make notices due, and raise flags.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, TypedDict

from states.consent import Consent, Presumption
from states.facts import Help, Notice, Petition, RaadStage, Regie, Residence, Task
from states.order import Measure, Order, Placement
from states.people import Authority, Stored
from states.position import ClosedReason, State
from states.refusal import Flag
from states.region import RegionMode
from states.term import Term, TermClosed


class Event(Stored):
    """The base of all events: its side effects on terms, tasks, notices and flags."""

    name: ClassVar[str]
    opens: tuple[Term, ...] = ()
    closes: tuple[TermClosed, ...] = ()
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
    municipality: str | None = None
    region: RegionMode = RegionMode.GI_LEADS
    authority: tuple[Authority, ...] = ()


class Moved(Event):
    """A legal move: the only event that changes a state, and the facts that come with the move."""

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
    drops_petitions: bool = False


class MoveFacts(TypedDict, total=False):
    """The facts that can come with a move."""

    help: Help
    regie: Regie
    authority: tuple[Authority, ...]
    closed_reason: ClosedReason
    raad: RaadStage | None
    stops_help: bool
    drops_petitions: bool


class ConsentGiven(Event):
    """Somebody consented."""

    name = "consent_given"
    consent: Consent


class ConsentWithdrawn(Event):
    """Consents stopped at the moment it was said."""

    name = "consent_withdrawn"
    person: str
    consents: tuple[str, ...]
    said_at: datetime


class ConsentPresumed(Event):
    """Consent is presumed for a while, or no longer; the whole new list (L13)."""

    name = "consent_presumed"
    presumed: tuple[Presumption, ...]


class OrderRecorded(Event):
    """A court decision and the powers as they are after it."""

    name = "order_recorded"
    order: Order
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    decides_petitions: bool = False
    arrangement: bool = False
    late: bool = False


class PowersChanged(Event):
    """Powers as they are after a hearing, an execution or an end by the GI."""

    name = "powers_changed"
    measures: tuple[Measure, ...] = ()
    placements: tuple[Placement, ...] = ()
    residence: Residence | None = None


class PetitionFiled(Event):
    """The judge was asked; nothing is granted by it (invariant 5)."""

    name = "petition_filed"
    petition: Petition
    raad_done: bool = False


class RaadChanged(Event):
    """How far the Raad is with a child that is under a measure."""

    name = "raad_changed"
    stage: RaadStage | None


class ActRegistered(Event):
    """An act of the catalogue and the answer of ``may`` on which it rests."""

    name = "act_registered"
    act: int
    answer: str
    rule: str
    basis: str


class Noted(Event):
    """A fact that changes no state; ``topic`` says which."""

    name = "noted"
    topic: str
    on: date | None = None


class Reminded(Event):
    """A moment came at which somebody must do something (a task), or a term ran out."""

    name = "reminded"
    topic: str


class Refused(Event):
    """A command was refused (D5). The reasons in words are detail."""

    name = "refused"
    attempted: str
    rules: tuple[str, ...]


EVENTS: dict[str, type[Event]] = {
    kind.name: kind
    for kind in (
        ChildRegistered,
        Moved,
        ConsentGiven,
        ConsentWithdrawn,
        ConsentPresumed,
        OrderRecorded,
        PowersChanged,
        PetitionFiled,
        RaadChanged,
        ActRegistered,
        Noted,
        Reminded,
        Refused,
    )
}
"""Every event type by the name that entries carry."""

KINDS: dict[type[Event], str] = {
    Moved: "transition",
    ActRegistered: "act",
    Refused: "refusal",
    Reminded: "term",
}
"""The entry kind of an event type; every other type is a ``fact``."""
