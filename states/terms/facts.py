"""Which terms a fact opens and meets, whatever command reported it.

The terms of powers are in ``states.terms.powers``, those of moves in ``states.moves.effects``. Here is what
other facts do, so that a handler need not know which terms hang on what it writes down.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from states import events as e
from states.facts import ChildFile, PetitionKind, RaadStage
from states.orders.order import OrderForm, OrderKind
from states.people import Role
from states.position import MEASURE
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Term, TermClosed

NewId = Callable[[str], str]
Found = tuple[tuple[Term, ...], frozenset[str]]
_NOTHING: Found = ((), frozenset())
_PLAN = 18
"""The act of making a plan."""


def _petition(_child: ChildFile, event: e.PetitionFiled, _at: datetime, _new_id: NewId) -> Found:
    """The judge was asked in time (T41); the Raad did what it was asked (T14), and is done (T25)."""
    asked = event.petition
    met = {"T41"} if asked.kind not in (PetitionKind.SECURE, PetitionKind.CONTACT) else set()
    if asked.by == Role.RAAD:
        met |= {"T14"}
    return (), frozenset(met | ({"T25"} if event.raad_done else set()))


def _order(_child: ChildFile, event: e.OrderRecorded, _at: datetime, _new_id: NewId) -> Found:
    """The court decided (T28), on paper (T46); what it decides was asked for in time (T31, T41)."""
    order = event.order
    met = {"T28", *(("T46",) if order.form is OrderForm.WRITTEN else ())}
    return (), frozenset(met | _DECIDES.get(order.kind, set()))


_DECIDES = {OrderKind.SUPERVISION_EXTENSION: {"T41"}, OrderKind.SECURE_PLACEMENT: {"T31"}}


def _act(child: ChildFile, event: e.ActRegistered, at: datetime, new_id: NewId) -> Found:
    """A plan was made (T19); under a measure it is looked at again within a year (T21)."""
    if event.act != _PLAN:
        return _NOTHING
    if child.state not in MEASURE:
        return (), frozenset({"T19"})
    return (terms.running("T21", new_id("T21"), local_day(at), "de dag van het plan"),), frozenset({"T19", "T21"})


def _raad(child: ChildFile, event: e.RaadChanged, at: datetime, new_id: NewId) -> Found:
    """The Raad investigates beside a measure (P1)."""
    if event.stage is not RaadStage.INVESTIGATING:
        return (), frozenset({"T25"})
    if child.open_term("T25"):
        return _NOTHING
    return (terms.running("T25", new_id("T25"), local_day(at), "de Raad begint"),), frozenset({"T24"})


def _procedure(child: ChildFile, event: e.ProcedureChanged, _at: datetime, _new_id: NewId) -> Found:
    """An answer that comes late is still the answer (P4, P6)."""
    procedure = event.procedure
    mine = {t.rule for t in child.overdue if t.id.startswith(f"{procedure.id}/") and procedure.decided}
    return (), frozenset(mine | ({"T32"} if procedure.track == "P6" and procedure.ended else set()))


_FACTS: dict[type[e.Event], Callable[[ChildFile, Any, datetime, NewId], Found]] = {
    e.PetitionFiled: _petition,
    e.OrderRecorded: _order,
    e.ActRegistered: _act,
    e.RaadChanged: _raad,
    e.ProcedureChanged: _procedure,
}


def answered(child: ChildFile, met: Collection[str], day: date) -> tuple[TermClosed, ...]:
    """The terms that were missed and are met after all on a day, with how late."""
    return tuple(terms.closed(t, day) for t in child.overdue if t.rule in met)


def consequences(child: ChildFile, event: e.Event, at: datetime, new_id: NewId) -> e.Event:
    """The event with the terms that it opens, meets, or meets after all."""
    look = _FACTS.get(type(event))
    if look is None:
        return event
    opens, met = look(child, event, at, new_id)
    day = local_day(at)
    closed = {t.id for t in event.closes}
    closes = tuple(terms.closed(t, day) for t in child.terms if t.rule in met and t.id not in closed)
    answers = answered(child, met, day)
    if not (opens or closes or answers):
        return event
    more = {
        "opens": (*event.opens, *opens),
        "closes": (*event.closes, *closes),
        "answers": (*event.answers, *answers),
    }
    return event.model_copy(update=more)
