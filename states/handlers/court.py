"""A court decision arrives: early, on time or late (TR-40 to 48, 59 to 63, 71).

All but three things about an order are entered as given and flagged (00-B).
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.acts import recheck
from states.drafting import Drafting
from states.facts import ChildFile, PetitionKind
from states.handlers.common import known, no_row, not_built, refuse, register_child
from states.handlers.recording import as_order, pronounced_at, record_order
from states.landing import heading, landing_facts
from states.order import Order, OrderKind, power_start
from states.people import PROFESSIONALS, SYSTEM, Actor, Role
from states.position import GUARDED, MEASURE, State
from states.refusal import Flag

COURT = Actor(id="court", role=Role.COURT)
_SUPERVISED = (State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT)

UNBUILT_ORDERS: dict[OrderKind, str] = {
    OrderKind.PROVISIONAL_GUARDIANSHIP: "TR-50",
    OrderKind.GUARDIANSHIP: "TR-53",
    OrderKind.TEMPORARY_GUARDIANSHIP: "TR-55",
    OrderKind.GUARDIANSHIP_ENDED: "TR-76",
    OrderKind.GI_REPLACED: "TR-64",
    OrderKind.SECURE_PLACEMENT: "TR-68",
    OrderKind.CONSENT_REPLACED: "TR-10",
    OrderKind.ADJOURNED: "TR-33",
    OrderKind.INADMISSIBLE: "TR-32",
    OrderKind.ANNULLED: "TR-74",
    OrderKind.GRANTED_ON_APPEAL: "TR-75",
    OrderKind.SUSPENDED: "TR-83",
}
"""Decisions that no code carries out yet, and the row that will."""


def order(draft: Drafting, command: c.CourtOrder) -> None:
    """A court decision arrives (TR-40 to 48, 59 to 63, 71), early, on time or late."""
    if command.by.role not in PROFESSIONALS:
        raise refuse(
            "order/recorder",
            "Een beschikking wordt vastgelegd door een medewerker.",
            "invariant 3",
            "Geef de beschikking aan het lokale team, de GI, de Raad of het college.",
        )
    if command.order is None:
        raise refuse(
            "NX-01",
            "Er is geen beschikking. Zonder beslissing van de rechter is er geen maatregel.",
            "BW 1:255; invariant 3; NX-01",
            "Leg eerst de beschikking vast (order). Tot die tijd is alle hulp vrijwillig.",
        )
    record = command.order
    existing = draft.case.children.get(command.child)
    child = existing or ChildFile(id=command.child)
    unbuilt = UNBUILT_ORDERS.get(record.kind)
    if record.kind is OrderKind.SUPERVISION and child.state in GUARDED:
        unbuilt = "TR-49"
    if unbuilt is not None:
        raise not_built(unbuilt)
    pronounced = pronounced_at(draft, command, record)
    if existing is None or (child.state is State.NONE and not child.orders):
        if command.opening is None:
            known(draft, command)
        elif pronounced <= draft.now:
            register_child(draft, command, command.opening, pronounced)
        child = draft.child(command.child)
    written = as_order(draft, command, child, record, len(child.orders) + 1)
    siblings = _sibling_flags(draft, child, written)
    flags = (*record_order(draft, command, child, written, record), *siblings)
    _carry_out(draft, command, written, flags)
    _look_back(draft, child, written)


def _sibling_flags(draft: Drafting, child: ChildFile, order: Order) -> tuple[Flag, ...]:
    """1:255 lid 5 needs a petition for another child of the same holders of authority (L8)."""
    if order.sibling is None:
        return ()
    flags = []
    if not _heard_for(draft, child, order):
        text = "Geen lopend verzoek bekend voor een ander kind van dezelfde ouder(s) met gezag."
        flags.append(Flag(rule="TR-48/petition", text=text, source="BW 1:255 lid 5"))
    if order.placement and not child.petitions:
        text = "Een uithuisplaatsing vraagt een eigen verzoek voor dit kind. Dat is niet bekend."
        flags.append(Flag(rule="TR-48/placement", text=text, source="BW 1:265b; 00-E L8"))
    return tuple(flags)


def _heard_for(draft: Drafting, child: ChildFile, order: Order) -> bool:
    other = draft.case.children.get(order.sibling or "")
    if other is None or other.id == child.id:
        return False
    pending = other.pending(PetitionKind.MEASURE) is not None
    today = other.decided is not None and other.decided.on == order.date
    shared = {a.holder for a in child.authority} & {a.holder for a in other.authority}
    return (pending or today) and bool(shared)


def _works_from(child: ChildFile, order: Order) -> datetime:
    """The moment at which an order changes where the child stands.

    A new measure works from its own beginning, also when that is earlier than what was known (NX-13).
    Inside a measure, after another one, and for what an order ends or keeps, nothing works before the
    child came where it is.
    """
    granted = [p.start for p in (*child.measures, *child.placements) if p.order == order.id]
    since = child.since or order.pronounced
    if order.kind in (OrderKind.SUPERVISION_LIFTED, OrderKind.PROVISIONAL_SUPERVISION_ENDED):
        return max(power_start(order) or order.pronounced, since)
    if child.state in _SUPERVISED or not granted:
        return max(order.pronounced, since)
    start = min(granted)
    first = child.measure(start)
    alone = child.state not in MEASURE and (first is None or first.order == order.id)
    return start if alone else max(start, since)


def _carry_out(draft: Drafting, command: c.Base, order: Order, flags: tuple[Flag, ...]) -> None:
    """Make the move of an order that works now, or did already; a later one is planned (NX-12)."""
    child = draft.child(command.child)
    at = _works_from(child, order)
    if at > draft.now or any(flag.rule == "NX-13/over" for flag in flags):
        return
    target = heading(child, at)
    facts = landing_facts(child, target, at)
    for trigger, who in ((f"order.{order.kind}", COURT), ("placement_ends", SYSTEM), ("measure_ends", SYSTEM)):
        if draft.move(child.id, trigger, at, command=command, decider=who, goal=target, flags=flags, **facts):
            return
        if target is child.state:
            return
    raise no_row(child, "order/no-row", "Leg de beschikking vast als notitie (note).")


def _look_back(draft: Drafting, before: ChildFile, order: Order) -> None:
    """Acts between the moment an order works and now are looked at again (NX-13)."""
    after = draft.child(before.id)
    flags = recheck(before, after, order.pronounced, draft.now)
    if flags:
        event = e.Noted(topic="recheck", flags=tuple(flags))
        draft.emit(before.id, event, draft.now, rules=("NX-13",))
