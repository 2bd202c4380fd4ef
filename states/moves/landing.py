"""Where a child stands, computed from facts (D2, 00-A).

``landing`` says where a child goes when an order, a petition or a Raad track ends. ``derived`` says
where a child is. Both are functions of facts and a moment; nobody types a state.
"""

from __future__ import annotations

from datetime import datetime

from states.consents.around import Consents
from states.consents.consent import Lead, Purpose
from states.events import MoveFacts
from states.facts import ChildFile, Help, PetitionKind, RaadStage
from states.orders.guardianship import to_person
from states.orders.order import GUARDIANSHIP, MeasureKind, OrderKind
from states.position import MEASURE, RAAD, ClosedReason, State

_MEASURE_STATES: dict[MeasureKind, State] = {
    MeasureKind.PROVISIONAL_SUPERVISION: State.PROVISIONAL_SUPERVISION,
    MeasureKind.PROVISIONAL_GUARDIANSHIP: State.PROVISIONAL_GUARDIANSHIP,
    MeasureKind.GUARDIANSHIP: State.GUARDIANSHIP,
    MeasureKind.TEMPORARY_GUARDIANSHIP: State.TEMPORARY_GUARDIANSHIP,
}
_NEW_MEASURE = (PetitionKind.MEASURE, PetitionKind.SUSPENSION, PetitionKind.TERMINATION)


def measure_state(child: ChildFile, at: datetime) -> State | None:
    """The state that the measure in force gives the child, or ``None``."""
    measure = child.measure(at)
    if measure is None:
        return None
    return state_under(measure.kind, placed=measure.kind is MeasureKind.SUPERVISION and child.placed(at))


def state_under(kind: MeasureKind, *, placed: bool) -> State:
    """The state that a measure gives, by whether it lets the child live elsewhere."""
    if kind is MeasureKind.SUPERVISION:
        return State.SUPERVISION_WITH_PLACEMENT if placed else State.SUPERVISION
    return _MEASURE_STATES[kind]


def raad_state(child: ChildFile, at: datetime) -> State | None:
    """The state that a pending petition or a Raad track gives a minor, or ``None``.

    A petition to suspend or to end authority asks for a new measure too (1:266, 268); one to extend
    does not (00-A), nor one to provide in authority that nobody has.
    """
    if not child.is_minor(at):
        return None
    if any(child.pending(kind, at) for kind in _NEW_MEASURE):
        return State.PETITIONED
    if child.raad is RaadStage.INVESTIGATING:
        return State.INVESTIGATING
    return State.REQUESTED if child.raad is RaadStage.REQUESTED else None


def landing(child: ChildFile, at: datetime) -> State:
    """The next state when an order, a petition or a Raad track ends (00-A, steps 1 to 6).

    Never intensive voluntary help: that is entered only by TR-05 and TR-06.
    """
    state = measure_state(child, at) or raad_state(child, at)
    if state is not None:
        return state
    running = child.help.name if child.help else None
    consented = child.consents_at(at).complete_help(running) is not None
    if consented:
        return State.HELP
    return State.ASSESSMENT if child.is_minor(at) else State.CLOSED


def derived(child: ChildFile, at: datetime) -> State:
    """The state that follows from the facts; equal to the recorded one, or the law is broken."""
    state = measure_state(child, at)
    if state is not None or child.state in (State.CLOSED, State.NONE):
        return state or child.state
    return raad_state(child, at) or _voluntary(child, at)


def _voluntary(child: ChildFile, at: datetime) -> State:
    """Help that runs with everybody's consent; else the assessment, or for an adult the end."""
    consents = child.consents_at(at)
    running = child.help is not None and not child.help_outgrown(at)
    if child.help is None or not running or not consents.complete(Purpose.HELP, child.help.name):
        return State.ASSESSMENT if child.is_minor(at) else State.CLOSED
    if child.regie is None or lead_over(child, at, consents):
        return State.HELP
    return State.GI_LED if child.regie.lead is Lead.GI else State.TEAM_LED


def opened(child: ChildFile, at: datetime) -> bool:
    """Whether secure youth help begins at a moment for a minor who is in no open file (TR-68, 00-B).

    Secure help is no frame: somebody has to assess, so the file opens in V0.
    """
    if child.state not in (State.NONE, State.CLOSED) or child.died is not None or not child.is_minor(at):
        return False
    secure = child.secured(at)
    return secure is not None and any(begin == at for _, begin, _ in secure.pieces)


def lead_over(child: ChildFile, at: datetime, known: Consents | None = None) -> bool:
    """Whether intensive help has somebody who leads it, and no longer everybody's own yes (TR-08, TR-31).

    ``known``: the consents at that moment, from whoever looked at them already.
    """
    if child.regie is None:
        return False
    consents = known or child.consents_at(at)
    name = child.help.name if child.help else None
    explicit = name is not None and consents.complete(Purpose.HELP, name, explicit=True)
    return not explicit or not child.is_minor(at) or not consents.complete(Purpose.INTENSIVE_HELP)


def heading(child: ChildFile, at: datetime) -> State:
    """Where the facts send a child at a moment: after a measure or the Raad, by landing.

    Where a landing finds nothing else, a child whose guardianship went back to its parents or to
    another person is done (TR-56, 76, 77): there is nobody who has to assess anything.
    """
    state = derived(child, at)
    if state is child.state and opened(child, at):
        return State.ASSESSMENT
    held = (*RAAD, *MEASURE)
    if child.state not in held or state in held:
        return state
    target = landing(child, at)
    return State.CLOSED if target is State.ASSESSMENT and handed_back(child, at) else target


def handed_back(child: ChildFile, at: datetime) -> bool:
    """Whether a judge gave the authority of a guardian to parents or another person (1:253p, 277, 281).

    Where nobody turns out to have it, somebody has to assess after all.
    """
    if child.state not in (State.GUARDIANSHIP, State.TEMPORARY_GUARDIANSHIP) or not child.consents_at(at).holders:
        return False
    if any(m.paused and (m.until is None or at < m.until) for m in child.measures):
        return False  # an appeal suspends a measure, and it can come back (TR-83)
    over = [m for m in child.measures if m.kind in GUARDIANSHIP and m.until is not None and m.until <= at]
    last = max(reversed(over), key=lambda m: m.until or at, default=None)
    order = next((o for o in child.orders if last is not None and o.id == last.ended_by), None)
    return order is not None and (order.kind is OrderKind.GUARDIANSHIP_ENDED or to_person(order))


def landed_help(child: ChildFile, at: datetime) -> Help:
    """The help to which everybody consents at a landing (00-A, step 5)."""
    running = child.help.name if child.help else None
    name = child.consents_at(at).complete_help(running)
    if child.help is not None and child.help.name == name:
        return child.help
    return Help(name=name or "", since=at)


def landing_facts(child: ChildFile, target: State, at: datetime) -> MoveFacts:
    """What a move to a computed target carries: the help that goes on, the track, the reason."""
    facts = MoveFacts()
    if target is State.HELP:
        facts["help"] = landed_help(child, at)
    if target in RAAD:
        facts["raad"] = child.raad
        facts["stops_help"] = child.help is not None and not child.helped(at)
        facts["stops_lead"] = lead_over(child, at)
    if target is State.CLOSED:
        minor = child.is_minor(at)
        facts["closed_reason"] = ClosedReason.AUTHORITY_RESTORED if minor else ClosedReason.MAJORITY
    return facts
