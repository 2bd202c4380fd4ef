"""A court decision arrives: early, on time or late (TR-40 to 57, 59 to 65, 67, 71, 76, 77, 81).

All but three things about an order are entered as given and flagged (00-B).
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.acts.rechecking import look_back
from states.consents.presuming import newly_asked, presumption
from states.drafting import Drafting
from states.facts import ChildFile, PetitionKind
from states.handlers.common import known, no_row, refuse, register_child
from states.handlers.procedure import decided
from states.handlers.recording import as_order, pronounced_at, record_order
from states.handlers.replacing import replace, stop, work_again
from states.moves.landing import heading, landing_facts
from states.orders.guardianship import GRANTS, triggers
from states.orders.order import Order, OrderKind, power_start
from states.people import COURT, PROFESSIONALS, SYSTEM
from states.position import MEASURE, RAAD, State
from states.refusal import Flag
from states.terms.calendar import day_start

_SUPERVISED = (State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT)


def order(draft: Drafting, command: c.CourtOrder) -> None:
    """A court decision arrives, early, on time or late."""
    if command.by.role not in PROFESSIONALS:
        raise refuse(
            "order/recorder",
            "Een beschikking wordt vastgelegd door een medewerker.",
            "invariant 3",
            "Geef de beschikking aan het lokale team, de GI, de Raad of het college.",
        )
    asked = draft.case.children.get(command.child)
    if command.order is None and asked is not None and asked.pending(PetitionKind.EXTENSION) is not None:
        raise refuse(
            "NX-05",
            "Een verzoek om verlenging verlengt niets. De maatregel stopt op zijn einddatum.",
            "BW 1:258, 1:260; NX-05",
            "Vraag de rechter om voor die dag te beslissen. Vraag het gezin om toestemming voor de tijd erna "
            "(give_consent, valid_from).",
            "NX-01",
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
    carry_out(draft, command, child, written, flags)
    if written.kind is OrderKind.CONSENT_REPLACED:
        replace(draft, command, written)
    _on_appeal(draft, written, command.child)
    decided(draft, child, written)
    _look_back(draft, child, written)


def _on_appeal(draft: Drafting, order: Order, child: str) -> None:
    """What a court of appeal decides about an order that replaced somebody's consent (1:253a, Rv 360)."""
    if order.about is None:
        return
    if order.kind in (OrderKind.SUSPENDED, OrderKind.ANNULLED):
        annulled = order.kind is OrderKind.ANNULLED and order.start is not None
        at = day_start(order.start) if annulled and order.start is not None else power_start(order)
        stop(draft, draft.child(child), order.about, at or order.pronounced, order.id)
    elif order.kind is OrderKind.CONFIRMED:
        work_again(draft, draft.child(child), order)


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


def works_from(child: ChildFile, order: Order) -> datetime | None:
    """The moment at which an order changes where the child stands; ``None``: nobody knows it yet (L4).

    A new measure works from its own beginning, also when that is earlier than what was known (NX-13).
    Inside a measure, after another one, and for what an order ends or keeps, nothing works before the
    child came where it is.
    """
    begins = power_start(order)
    since = child.since or order.pronounced
    if begins is None:
        return None
    granted = [p.start for p in (*child.measures, *child.placements) if p.order == order.id]
    if not granted:
        return max(begins, since)
    if child.state in _SUPERVISED and order.kind not in GRANTS:
        return max(order.pronounced, since)
    start = min(granted)
    first = child.measure(start)
    alone = child.state not in MEASURE and (first is None or first.order == order.id)
    return start if alone else max(start, since)


def carry_out(
    draft: Drafting, command: c.CourtOrder | None, before: ChildFile, order: Order, flags: tuple[Flag, ...]
) -> None:
    """Make the move of an order that works now, or did already; a later one is planned (NX-12).

    Without a command the order was recorded earlier, and its papers were looked at then.
    """
    child = draft.child(before.id)
    at = works_from(child, order)
    if at is None or at > draft.now or any(flag.rule == "NX-13/over" for flag in flags):
        return
    if order.authority:
        child = _presume(draft, before, child, at)
    target = heading(child, at)
    named = triggers(order)
    if target in (child.state, State.ASSESSMENT) and _opens(child, order, at):
        target, named = State.ASSESSMENT, (f"order.{OrderKind.SECURE_PLACEMENT}",)
    facts = landing_facts(child, target, at)
    if order.authority and target in RAAD:
        facts["stops_help"] = not child.helped(at)
    for trigger in named:
        if draft.move(child.id, trigger, at, command=command, decider=COURT, goal=target, flags=flags, **facts):
            return
    if target is child.state:
        return
    for trigger in ("placement_ends", "measure_ends"):
        if draft.move(child.id, trigger, at, command=command, decider=SYSTEM, goal=target, flags=flags, **facts):
            return
    raise no_row(child, "order/no-row", "Leg de beschikking vast als notitie (note).")


def _opens(child: ChildFile, order: Order, at: datetime) -> bool:
    """Whether secure youth help that an order gives, or brings back, opens the file of a minor (TR-68)."""
    secure = child.secured(at)
    of_it = secure is not None and secure.order in {order.id, order.about}
    return child.state in (State.NONE, State.CLOSED) and child.is_minor(at) and of_it


def _presume(draft: Drafting, before: ChildFile, child: ChildFile, at: datetime) -> ChildFile:
    """Who gets authority and is asked for consent now, is presumed to consent where L13 says so."""
    presumed = presumption(child, at, newly_asked(before, child, at))
    if presumed is not None:
        draft.emit(child.id, e.ConsentPresumed(presumed=presumed), at, rules=("L13",))
    return draft.child(child.id)


def _look_back(draft: Drafting, before: ChildFile, order: Order) -> None:
    """Acts between the moment an order works and now are looked at again (NX-13)."""
    since = order.pronounced
    if order.kind is OrderKind.ANNULLED and order.start is not None:
        since = min(since, day_start(order.start))
    look_back(draft, before, since)
