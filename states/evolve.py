"""Folding: how an entry changes what is known. It decides nothing and never fails on old entries.

``fold(evolve, entries)`` gives any child's position at any moment, with no server at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from states import events as e
from states.consent import Consent
from states.facts import Case, ChildFile, Decided, Petition, PetitionKind, Registered, Residence
from states.order import OrderKind, Power
from states.people import Stored
from states.position import GUARDED, HELPED, INTENSIVE, MEASURE, RAAD, State

_SUPERVISION = (State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT)
P = TypeVar("P", bound=Power)
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


def _end_consents(consents: Sequence[Consent], at: Happened) -> tuple[Consent, ...]:
    """Consents end when a measure starts or a file closes (00-A).

    Also one that was given later and counted already, by people who did not know yet (NX-13). One
    that was given later for a day to come is about the time after.
    """

    def ends(consent: Consent) -> bool:
        before = consent.given_at <= at.effective_at or consent.valid_from <= at.recorded_at
        return consent.ended_at is None and before

    return tuple(c.model_copy(update={"ended_at": at.effective_at}) if ends(c) else c for c in consents)


def _registered(_child: ChildFile, event: e.ChildRegistered, _at: Happened) -> dict[str, Any]:
    return {
        "born": event.born,
        "expected": event.expected,
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
    if event.drops_petitions:
        new |= {"petitions": (), "raad": None}
    new |= _help_after(child, event, at)
    if target in _SUPERVISION and source not in (*_SUPERVISION, *GUARDED):
        new |= {"raad": None, "petitions": tuple(p for p in child.petitions if p.open_at(when))}
    return new | _landed(event, when)


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
    target = event.target
    stopped: dict[str, Any] = {"help": None, "regie": None, "presumed": ()}
    if target in HELPED:
        return {"help": event.help or child.help, "regie": event.regie or child.regie if target in INTENSIVE else None}
    if target is State.CLOSED:
        return {"consents": _end_consents(child.consents, at), **stopped, "raad": None, "petitions": ()}
    if target in MEASURE:
        return {} if event.source in MEASURE else {"consents": _end_consents(child.consents, at), **stopped}
    return stopped if target is State.ASSESSMENT or event.stops_help else {}


def _given(child: ChildFile, event: e.ConsentGiven, _at: Happened) -> dict[str, Any]:
    return {"consents": (*child.consents, event.consent)}


def _withdrawn(child: ChildFile, event: e.ConsentWithdrawn, _at: Happened) -> dict[str, Any]:
    return {
        "consents": tuple(
            c.model_copy(update={"withdrawn_at": event.said_at}) if c.id in event.consents else c
            for c in child.consents
        ),
        "presumed": tuple(
            p.model_copy(update={"until": min(p.until, event.said_at)}) if p.person == event.person else p
            for p in child.presumed
        ),
    }


def _presumed(_child: ChildFile, event: e.ConsentPresumed, _at: Happened) -> dict[str, Any]:
    return {"presumed": event.presumed}


def _order(child: ChildFile, event: e.OrderRecorded, at: Happened) -> dict[str, Any]:
    measures = _upsert(child.measures, event.measures)
    later = _begins_later(event, at) if child.state in RAAD else None
    begins = {m.start for m in measures if m.until is None or m.start < m.until}
    decided = _of_kind(child.petitions, event.order.kind) if event.decides_petitions else ()
    petitions = tuple(
        petition.model_copy(update={"granted_from": later}) if petition in decided else petition
        for petition in child.petitions
        if (later is not None or petition not in decided) and petition.granted_from in {None, *begins}
    )
    new: dict[str, Any] = {
        "orders": (*child.orders, event.order),
        "measures": measures,
        "placements": _upsert(child.placements, event.placements),
        "arrangement": child.arrangement or event.arrangement,
        "petitions": petitions,
    }
    if event.order.placed_since is not None and any(p.order == event.order.id for p in event.placements):
        new["residence"] = Residence.AWAY
    if decided:
        new["decided"] = Decided(on=event.order.date, kind=decided[-1].kind)
    if event.order.kind is OrderKind.SUPERVISION and later is None:
        new["raad"] = None
    return new


def _begins_later(event: e.OrderRecorded, at: Happened) -> datetime | None:
    """The moment from which a planned measure works; until then the child stays where it is (NX-12)."""
    starts = [m.start for m in event.measures if m.order == event.order.id]
    return next((start for start in starts if start > at.recorded_at), None)


def _of_kind(petitions: tuple[Petition, ...], kind: OrderKind) -> tuple[Petition, ...]:
    """The petitions that an order decides: a refusal decides all, another only its own kind."""
    if kind is OrderKind.REFUSED:
        return petitions
    extends = kind in (OrderKind.SUPERVISION_EXTENSION, OrderKind.PLACEMENT)
    wanted = PetitionKind.EXTENSION if extends else PetitionKind.MEASURE
    return tuple(p for p in petitions if p.kind is wanted)


def _powers(child: ChildFile, event: e.PowersChanged, _at: Happened) -> dict[str, Any]:
    return {
        "measures": _upsert(child.measures, event.measures),
        "placements": _upsert(child.placements, event.placements),
        "residence": event.residence or child.residence,
    }


def _petition(child: ChildFile, event: e.PetitionFiled, _at: Happened) -> dict[str, Any]:
    new: dict[str, Any] = {"petitions": (*child.petitions, event.petition)}
    return new | {"raad": None} if event.raad_done else new


def _raad(_child: ChildFile, event: e.RaadChanged, _at: Happened) -> dict[str, Any]:
    return {"raad": event.stage}


def _act(child: ChildFile, event: e.ActRegistered, at: Happened) -> dict[str, Any]:
    kept = Registered(act=event.act, at=at.effective_at, seq=at.seq, answer=event.answer)
    return {"acts": (*child.acts, kept)[-KEPT_ACTS:]}


def _reminded(child: ChildFile, event: e.Reminded, _at: Happened) -> dict[str, Any]:
    return {"reminded": (*child.reminded, event.topic)}


_FOLDS: dict[type[e.Event], Callable[[ChildFile, Any, Happened], dict[str, Any]]] = {
    e.ChildRegistered: _registered,
    e.Moved: _moved,
    e.ConsentGiven: _given,
    e.ConsentWithdrawn: _withdrawn,
    e.ConsentPresumed: _presumed,
    e.OrderRecorded: _order,
    e.PowersChanged: _powers,
    e.PetitionFiled: _petition,
    e.RaadChanged: _raad,
    e.ActRegistered: _act,
    e.Reminded: _reminded,
}


def _effects(child: ChildFile, event: e.Event) -> dict[str, Any]:
    """Terms, tasks and notices after an event."""
    new: dict[str, Any] = {}
    if event.opens or event.closes:
        gone = {t.id for t in event.closes}
        new["terms"] = (*(t for t in child.terms if t.id not in gone), *event.opens)
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


def evolve(case: Case, happened: Happened, head: str | None = None) -> Case:
    """The case after an event; ``head`` is the hash of its entry, when it is stored."""
    new: dict[str, Any] = {"seq": happened.seq, "recorded_at": happened.recorded_at}
    if head is not None:
        new["head"] = head
    if happened.child is not None:
        before = case.children.get(happened.child) or ChildFile(id=happened.child)
        if not isinstance(happened.event, e.Refused) or happened.child in case.children:
            after = evolve_child(before, happened)
            new["children"] = {**case.children, happened.child: after}
    return case.model_copy(update=new)
