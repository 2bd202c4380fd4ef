"""Folding: how an entry changes what is known. It decides nothing and never fails on old entries.

``fold(evolve, entries)`` gives any child's position at any moment, with no server at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from states import events as e
from states.consents import folding as consenting
from states.facts import (
    BurgemeesterRequest,
    Case,
    ChildFile,
    Decided,
    Petition,
    PetitionKind,
    RaadAnswer,
    Registered,
    Residence,
)
from states.orders.order import Order, OrderKind, Power, power_start
from states.orders.residence import carers_since, foster_family
from states.people import Stored
from states.position import GUARDED, HELPED, INTENSIVE, MEASURE, RAAD, ClosedReason, State
from states.signals import folding as signalling
from states.terms.calendar import day_start, local_day
from states.terms.term import Outcome
from states.undoing.death import DEATH, corrected_after_death, died, powers_before_death, without_death
from states.undoing.orders import replaced, without_consent, without_order
from states.work import folding as working

_SUPERVISION = (State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT)
_STOPPED: Mapping[str, Any] = {"help": None, "regie": None, "presumed": ()}
"""What is left of help that stops."""
P = TypeVar("P", bound=Power)
KEPT_OVERDUE = 100
"""How many missed terms a file remembers to be met or explained; the log has them all."""
KEPT_ACTS = 200
"""How many acts a file remembers for a re-check; the log has them all."""


class Happened(Stored):
    """An event with its moments and its place in the log."""

    seq: int
    effective_at: datetime
    recorded_at: datetime
    child: str | None
    event: e.Event


def _upsert(existing: tuple[P, ...], changed: Iterable[P]) -> tuple[P, ...]:
    rows = {power.order: power for power in existing}
    rows.update((power.order, power) for power in changed)
    return tuple(rows.values())


def _registered(_child: ChildFile, event: e.ChildRegistered, _at: Happened) -> dict[str, Any]:
    return {
        "born": event.born,
        "expected": event.expected,
        "mother": event.mother,
        "municipality": event.municipality,
        "region": event.region,
        "authority": event.authority,
    }


def _moved(child: ChildFile, event: e.Moved, at: Happened) -> dict[str, Any]:
    source, target, when = event.source, event.target, at.effective_at
    new: dict[str, Any] = {"state": target, "titled_at": when, "closed_reason": event.closed_reason}
    if source is not target or event.drops_petitions:
        new["since"] = when
    if source in (State.NONE, State.CLOSED):
        new["opened_at"] = when
    if event.authority is not None:
        new["authority"] = event.authority
    new |= _lives_elsewhere(child, event)
    if event.closed_reason is ClosedReason.DIED and child.died is None:
        new |= {"died": when} | died(child, (t.id for t in event.closes), (t.id for t in event.opens))
    if event.drops_petitions:
        new |= {"petitions": (), "raad": None}
    if event.closed_reason is ClosedReason.TRANSFERRED:
        new |= {"measures": _ended(child.measures, when), "placements": _ended(child.placements, when)}
    new |= _help_after(child, event, at)
    if target in _SUPERVISION and source not in (*_SUPERVISION, *GUARDED):
        new |= {"raad": None, "petitions": tuple(p for p in child.petitions if p.open_at(when))}
    new |= signalling.moved(child, event, when)
    new |= working.moved(child, event, when)
    new |= _sheets(child, event, at)
    return new | _landed(event, when) | _asked_of_raad(child, event, when)


def _ended(powers: tuple[P, ...], when: datetime) -> tuple[P, ...]:
    """Powers when another organisation holds the title from a moment on: nobody here does (TR-66b)."""
    return tuple(p if p.until is not None and p.until <= when else p.model_copy(update={"ended": when}) for p in powers)


def _lives_elsewhere(child: ChildFile, event: e.Moved) -> dict[str, Any]:
    """Another municipality, with its own mode; what the old one planned for later falls away."""
    new: dict[str, Any] = {"municipality": event.municipality} if event.municipality else {}
    if event.region is not None:
        begun = tuple(period for period in child.regions if period.since <= event.region.since)
        new["regions"] = (*begun, event.region)
    if event.gi_proposed is not None:
        asked = {"gi": event.gi_proposed}
        new["petitions"] = tuple(p.model_copy(update=asked) for p in child.petitions)
    return new


def _asked_of_raad(child: ChildFile, event: e.Moved, when: datetime) -> dict[str, Any]:
    """Who asked the Raad, what it answered, and what of that is over."""
    source, target = event.source, event.target
    new: dict[str, Any] = {}
    if source not in RAAD and target in RAAD:
        new["requester"] = event.requester
    if event.raad_end is not None:
        new["raad_answer"] = RaadAnswer(end=event.raad_end, on=local_day(when), requester=child.requester)
    if source in RAAD and target not in RAAD:
        new["requester"] = None
    if target is State.PETITIONED:
        new["burgemeester"] = None
    if (target in MEASURE) != (source in MEASURE) or target is State.CLOSED:
        new |= {"raad_answer": None, "burgemeester": None}
    return new


def _landed(event: e.Moved, when: datetime) -> dict[str, Any]:
    """The track of the Raad, and when a child came out of it or out of a measure."""
    source, target, held = event.source, event.target, (*RAAD, *MEASURE)
    new: dict[str, Any] = {"raad": event.raad} if target in RAAD else {}
    if source in held and target not in held:
        new |= {"landed_at": when, "raad": None}
    if source in MEASURE and target not in MEASURE:
        new["last_title_end"] = when
    return new


def _help_after(child: ChildFile, event: e.Moved, at: Happened) -> dict[str, Any]:
    """Help, its lead and the consents it rests on, after a move."""
    target, when = event.target, at.effective_at
    if target in HELPED:
        return {"help": event.help or child.help, "regie": event.regie or child.regie if target in INTENSIVE else None}
    if target is State.CLOSED:
        return {**consenting.ended(child, when, at.recorded_at), **_STOPPED, "raad": None, "petitions": ()}
    if target in MEASURE:
        if not child.bound(when):
            return {"regie": None}
        held = event.source in MEASURE and child.help is None and child.bound(when - timedelta(microseconds=1))
        return {} if held else {**consenting.ended(child, when, at.recorded_at), **_STOPPED}
    if target is State.ASSESSMENT or event.stops_help:
        return {**_STOPPED}
    return {"regie": None} if event.stops_lead else {}


def _given(child: ChildFile, event: e.ConsentGiven, _at: Happened) -> dict[str, Any]:
    return consenting.given(child, event)


def _withdrawn(child: ChildFile, event: e.ConsentWithdrawn, _at: Happened) -> dict[str, Any]:
    return consenting.withdrawn(child, event)


def _stopped(child: ChildFile, event: e.ConsentStopped, _at: Happened) -> dict[str, Any]:
    return consenting.stopped(child, event)


def _presumed(child: ChildFile, event: e.ConsentPresumed, _at: Happened) -> dict[str, Any]:
    return consenting.presumed(child, event)


def _judged(child: ChildFile, event: e.CapacityJudged, _at: Happened) -> dict[str, Any]:
    return consenting.judged(child, event)


def _departed(child: ChildFile, event: e.ConsentDeparted, _at: Happened) -> dict[str, Any]:
    return consenting.departed(child, event)


def _order(child: ChildFile, event: e.OrderRecorded, at: Happened) -> dict[str, Any]:
    measures = _upsert(child.measures, event.measures)
    later = _begins_later(event, at) if child.state in RAAD else None
    waits = (power_start(event.order) or at.effective_at) > at.recorded_at
    begins = {m.start for m in measures if waits or m.until is None or m.start < m.until}
    begins |= {day_start(held.since) for held in event.authority or child.authority if held.since is not None}
    decided = _of_kind(child.petitions, event.order) if event.decides_petitions else ()
    petitions = tuple(
        petition.model_copy(update={"granted_from": later}) if petition in decided else petition
        for petition in child.petitions
        if (later is not None or petition not in decided) and petition.granted_from in {None, *begins}
    )
    new: dict[str, Any] = {
        "orders": (*child.orders, event.order),
        "measures": measures,
        "placements": _upsert(child.placements, event.placements),
        "secures": _upsert(child.secures, event.secures),
        "arrangement": child.arrangement or event.arrangement,
        "petitions": _adjourned(child, event.order) if event.order.kind is OrderKind.ADJOURNED else petitions,
    }
    if event.authority is not None:
        new["authority"] = event.authority
    bound = child.model_copy(update={"measures": measures}).bound(at.recorded_at)
    if child.state in MEASURE and bound and not child.bound(at.recorded_at):
        new |= {**consenting.ended(child, at.effective_at, at.recorded_at), **_STOPPED}
    new["replaced"] = (*child.replaced, *replaced(child, event.order.id, new))
    if event.order.placed_since is not None and any(p.order == event.order.id for p in event.placements):
        carers = foster_family(event.order.placement)
        since = carers_since(child, carers, event.order.placed_since)
        new |= {"residence": Residence.AWAY, "carers": carers, "carers_since": since}
    if decided:
        new["decided"] = Decided(on=event.order.date, kind=decided[-1].kind)
    if event.order.kind is OrderKind.SUPERVISION and later is None:
        new["raad"] = None
    return new


def _begins_later(event: e.OrderRecorded, at: Happened) -> datetime | None:
    """The moment from which a planned measure or authority works; until then the child stays where it is (NX-12)."""
    starts = [m.start for m in event.measures if m.order == event.order.id]
    if event.authority is not None:
        starts += [start for start in (power_start(event.order),) if start is not None]
    return next((start for start in starts if start > at.recorded_at), None)


_DECIDES: dict[OrderKind, tuple[PetitionKind, ...]] = {
    OrderKind.SUPERVISION_EXTENSION: (PetitionKind.EXTENSION,),
    OrderKind.PLACEMENT: (PetitionKind.EXTENSION,),
    OrderKind.SECURE_PLACEMENT: (PetitionKind.SECURE,),
    OrderKind.CONTACT_ARRANGEMENT: (PetitionKind.CONTACT,),
    OrderKind.PROVISIONAL_GUARDIANSHIP: (PetitionKind.SUSPENSION,),
    OrderKind.GUARDIANSHIP: (PetitionKind.TERMINATION, PetitionKind.PROVISION),
}
_IN_PLACE_OF = (PetitionKind.SUSPENSION, PetitionKind.TERMINATION)
"""What a supervision decides too, when it is pronounced in a case about authority (1:267a, 269)."""


def _of_kind(petitions: tuple[Petition, ...], order: Order) -> tuple[Petition, ...]:
    """The petitions that an order decides: what it names, else only its own kind; a refusal all."""
    if order.asked is not None:
        return tuple(p for p in petitions if p.kind == order.asked)
    if order.kind in (OrderKind.REFUSED, OrderKind.INADMISSIBLE):
        return petitions
    wanted = _DECIDES.get(order.kind, (PetitionKind.MEASURE,)) + (_IN_PLACE_OF if order.given_in else ())
    return tuple(p for p in petitions if p.kind in wanted)


def _adjourned(child: ChildFile, order: Order) -> tuple[Petition, ...]:
    """A decision is put off, of the petitions that the order names, or of all; nothing is granted (TR-33)."""
    put_off = {"adjourned": True, "adjourned_until": order.end}
    return tuple(p.model_copy(update=put_off) if order.asked in {None, p.kind} else p for p in child.petitions)


def _petitions_closed(child: ChildFile, event: e.PetitionsClosed, _at: Happened) -> dict[str, Any]:
    return {"petitions": tuple(p for p in child.petitions if p.id not in event.petitions)}


def _procedure(child: ChildFile, event: e.ProcedureChanged, _at: Happened) -> dict[str, Any]:
    others = (p for p in child.procedures if p.id != event.procedure.id)
    return {"procedures": (*others, event.procedure)}


def _corrected(child: ChildFile, event: e.Corrected, _at: Happened) -> dict[str, Any]:
    if event.death:
        return without_death(child)

    def undone(file: ChildFile) -> dict[str, Any]:
        return without_consent(file, event.consent or "") if event.order is None else without_order(file, event.order)

    return corrected_after_death(child, undone)


def _powers(child: ChildFile, event: e.PowersChanged, _at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {
        "measures": _upsert(child.measures, event.measures),
        "placements": _upsert(child.placements, event.placements),
        "secures": _upsert(child.secures, event.secures),
    }
    if any(power.ended_by == DEATH for power in (*event.measures, *event.placements, *event.secures)):
        new |= powers_before_death(child, new)
    return new | (_lives(event) if event.residence is not None else {})


def _lives(event: e.PowersChanged) -> dict[str, Any]:
    return {"residence": event.residence, "carers": event.carers, "carers_since": event.carers_since}


def _petition(child: ChildFile, event: e.PetitionFiled, _at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {"petitions": (*child.petitions, event.petition)}
    return new | {"raad": None, "raad_answer": None} if event.raad_done else new


def _burgemeester(child: ChildFile, event: e.BurgemeesterAsked, _at: Happened) -> dict[str, Any]:
    if child.raad_answer is None:
        return {}
    return {"burgemeester": BurgemeesterRequest(dated=event.dated, answer=child.raad_answer)}


def _born(_child: ChildFile, event: e.ChildBorn, _at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {"born": event.born, "expected": None}
    return new | ({"authority": event.authority} if event.authority is not None else {})


def _region(child: ChildFile, event: e.RegionChanged, _at: Happened) -> dict[str, Any]:
    return {"regions": (*child.regions, event.period)}


def _raad(child: ChildFile, event: e.RaadChanged, at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {"raad": event.stage}
    if event.end is not None:
        day = local_day(at.effective_at)
        new["raad_answer"] = RaadAnswer(end=event.end, on=day, requester=child.requester)
    return new


def _act(child: ChildFile, event: e.ActRegistered, at: Happened) -> dict[str, Any]:
    kept = Registered(
        act=event.act,
        at=at.effective_at,
        seq=at.seq,
        answer=event.answer,
        by=event.by,
        role=event.role,
        organisation=event.organisation,
    )
    return {"acts": (*child.acts, kept)[-KEPT_ACTS:]}


def _noted(child: ChildFile, event: e.Noted, at: Happened) -> dict[str, Any]:
    return signalling.prolonged(child, at.effective_at) if event.topic == "assessment_prolonged" else {}


def _asked(child: ChildFile, event: e.RequestChanged, _at: Happened) -> dict[str, Any]:
    others = (r for r in child.requests if r.id != event.request.id)
    return {"requests": (*others, event.request)}


def _sight(_child: ChildFile, event: e.SightKept, at: Happened) -> dict[str, Any]:
    return signalling.sight_kept(event, at.effective_at)


def _help_reported(child: ChildFile, event: e.HelpReported, _at: Happened) -> dict[str, Any]:
    return signalling.help_reported(child, event)


def _reminded(child: ChildFile, event: e.Reminded, _at: Happened) -> dict[str, Any]:
    return {} if event.topic == "term" else {"reminded": (*child.reminded, event.topic)}


def _begins(child: ChildFile, event: e.OrderBegins, _at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {
        "orders": tuple(event.order if o.id == event.order.id else o for o in child.orders),
        "measures": _upsert(child.measures, event.measures),
    }
    return new | ({"authority": event.authority} if event.authority is not None else {})


def _covers(child: ChildFile, _event: e.MeasureCovers, at: Happened) -> dict[str, Any]:
    return {**consenting.ended(child, at.effective_at, at.recorded_at), **_STOPPED}


def _reader(child: ChildFile, event: e.ReaderKnown, _at: Happened) -> dict[str, Any]:
    return {"readers": (*(r for r in child.readers if r.person != event.needs.person), event.needs)}


def _explained(child: ChildFile, event: e.RightsExplained, _at: Happened) -> dict[str, Any]:
    others = (said for said in child.explained if said.person != event.explained.person)
    return {"explained": (*others, event.explained)}


def _sheets(child: ChildFile, event: e.SheetsGiven | e.NoticesDelivered | e.Moved, _at: Happened) -> dict[str, Any]:
    """The last word about each reader and each state."""
    if not event.sheets:
        return {}
    said = {(sheet.person, sheet.state) for sheet in event.sheets}
    return {"sheets": (*(s for s in child.sheets if (s.person, s.state) not in said), *event.sheets)}


_FOLDS: dict[type[e.Event], Callable[[ChildFile, Any, Happened], dict[str, Any]]] = {
    e.ChildRegistered: _registered,
    e.Moved: _moved,
    e.ConsentGiven: _given,
    e.ConsentWithdrawn: _withdrawn,
    e.ConsentStopped: _stopped,
    e.ConsentPresumed: _presumed,
    e.CapacityJudged: _judged,
    e.ConsentDeparted: _departed,
    e.OrderRecorded: _order,
    e.OrderBegins: _begins,
    e.MeasureCovers: _covers,
    e.PowersChanged: _powers,
    e.PetitionFiled: _petition,
    e.PetitionsClosed: _petitions_closed,
    e.ProcedureChanged: _procedure,
    e.Corrected: _corrected,
    e.RaadChanged: _raad,
    e.BurgemeesterAsked: _burgemeester,
    e.ChildBorn: _born,
    e.RegionChanged: _region,
    e.ActRegistered: _act,
    e.Noted: _noted,
    e.RequestChanged: _asked,
    e.SightKept: _sight,
    e.HelpReported: _help_reported,
    e.Reminded: _reminded,
    e.ReaderKnown: _reader,
    e.RightsExplained: _explained,
    e.SheetsGiven: _sheets,
    e.NoticesDelivered: _sheets,
    e.ReflectionHeld: lambda child, event, _at: working.reflection_held(child, event),
    e.StatementChanged: lambda child, event, _at: working.statement_changed(child, event),
    e.GoalChanged: lambda child, event, _at: working.goal_changed(child, event),
    e.OfferChanged: lambda child, event, _at: working.offer_changed(child, event),
    e.ChecklistFilled: lambda child, event, _at: working.checklist_filled(child, event),
    e.CertificateKnown: lambda child, event, _at: working.certificate_known(child, event),
    e.WorkAllocated: lambda child, event, _at: working.work_allocated(child, event),
    e.ExpertiseAttached: lambda child, event, _at: working.expertise_attached(child, event),
}


def _effects(child: ChildFile, event: e.Event) -> dict[str, Any]:
    """Terms, tasks and notices after an event."""
    new: dict[str, Any] = {}
    if event.opens or event.closes:
        gone = {t.id: t.outcome for t in event.closes}
        new["terms"] = (*(t for t in child.terms if t.id not in gone), *event.opens)
        missed = tuple(t for t in child.terms if gone.get(t.id) is Outcome.MISSED)
        if missed:
            new["overdue"] = (*child.overdue, *missed)[-KEPT_OVERDUE:]
    if event.answers:
        answered = {t.id for t in event.answers}
        new["overdue"] = tuple(t for t in new.get("overdue", child.overdue) if t.id not in answered)
    if event.tasks or event.tasks_done:
        new["tasks"] = (*(t for t in child.tasks if t.id not in event.tasks_done), *event.tasks)
    if event.notices or event.notices_done:
        open_ = (n for n in child.notices if n.id not in event.notices_done)
        new["notices"] = (*open_, *event.notices)
    return new


def evolve_child(child: ChildFile, happened: Happened) -> ChildFile:
    """One child's file after an event."""
    event = happened.event
    fold = _FOLDS.get(type(event))
    new = fold(child, event, happened) if fold else {}
    effects = _effects(child, event)
    return child.model_copy(update={**new, **effects})


def evolve(case: Case, happened: Happened, head: str | None = None, *, after: ChildFile | None = None) -> Case:
    """The case after an event; ``head`` is the hash of its entry, when it is stored.

    ``after`` is the child's file after this very event, from whoever folded it already.
    """
    new: dict[str, Any] = {"seq": happened.seq, "recorded_at": happened.recorded_at}
    if head is not None:
        new["head"] = head
    if happened.child is not None:
        before = case.children.get(happened.child) or ChildFile(id=happened.child)
        if not isinstance(happened.event, e.Refused) or happened.child in case.children:
            after = after or evolve_child(before, happened)
            new["children"] = {**case.children, happened.child: after}
    return case.model_copy(update=new)
