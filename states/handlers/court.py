"""Commands about court decisions: an order, an import, a hearing, the execution of a placement.

An order is refused for three things only: there is none, it is about another child, or the child is
18 on the day it works. All else is entered as given and flagged (00-B).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from states import commands as c
from states import events as e
from states import term as terms
from states.acts import recheck
from states.calendar import add_months, day_start, local_day
from states.drafting import Drafting, NotAllowedError
from states.due import landed_help
from states.facts import ChildFile, PetitionKind, Residence
from states.handlers.common import (
    detail_of,
    known,
    no_row,
    refuse,
    register_child,
    said_at,
)
from states.landing import heading
from states.machine import attempt
from states.order import MEASURE_OF, Order, OrderForm, OrderKind, power_start
from states.people import PROFESSIONALS, Actor, Role
from states.position import GUARDED, MEASURE, RAAD, ClosedReason, State
from states.powers import executed, powers_after
from states.refusal import Flag
from states.term import Outcome, Term, TermClosed

COURT = Actor(id="court", role=Role.COURT)

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

APPEALABLE = frozenset(
    {
        OrderKind.SUPERVISION,
        OrderKind.SUPERVISION_EXTENSION,
        OrderKind.PLACEMENT,
        OrderKind.PLACEMENT_ENDED,
        OrderKind.SUPERVISION_LIFTED,
        OrderKind.REFUSED,
        OrderKind.GUARDIANSHIP,
    }
)
"""Decisions with an ordinary appeal (Rv 806, 807 [K: exact list])."""

DECIDES = frozenset(
    {
        OrderKind.SUPERVISION,
        OrderKind.SUPERVISION_EXTENSION,
        OrderKind.PLACEMENT,
        OrderKind.REFUSED,
    }
)
"""Decisions that answer a pending petition."""


def not_built(move: str) -> Exception:
    """The answer for a row that exists in the law and not yet in the program."""
    return refuse(
        f"not-built/{move}",
        f"{move} is nog niet gebouwd. Er is niets veranderd.",
        "domein 3",
        "Werk dit buiten Scheidslijn uit en leg het vast als notitie (note).",
        move,
        "not-built",
    )


def _pronounced(draft: Drafting, command: c.Base, record: c.OrderRecord) -> datetime:
    """The moment a decision was given; without a time, the start of an earlier day, or now."""
    if record.pronounced is not None:
        return record.pronounced
    at = command.at or draft.now
    if local_day(at) == record.date:
        return at
    return day_start(record.date)


def _order(
    draft: Drafting,
    command: c.Base,
    child: ChildFile,
    record: c.OrderRecord,
    number: int,
    *,
    imported: bool = False,
) -> Order:
    pronounced = _pronounced(draft, command, record)
    if pronounced > draft.now:
        raise refuse(
            "NX-12",
            "De dag van de beschikking ligt in de toekomst.",
            "NX-12",
            "Controleer de datum (order.date). Een latere ingangsdag mag wel (order.start).",
        )
    if record.child is not None and record.child != command.child:
        raise refuse(
            "NX-11",
            "De beschikking gaat over een ander kind.",
            "BW 1:255 lid 1; NX-11",
            "Leg de beschikking vast bij het kind dat erin staat. Een maatregel geldt per kind.",
        )
    begins = max(pronounced, day_start(record.start)) if record.start else pronounced
    if record.kind in MEASURE_OF and not child.is_minor(begins):
        raise refuse(
            "1:233/adult",
            "De jongere is 18 jaar of ouder op de dag dat de maatregel ingaat.",
            "BW 1:233",
            "Een maatregel kan niet meer. Bied hulp aan met eigen toestemming.",
        )
    heard = record.heard if record.child_heard is None else record.child_heard
    shared = {
        name: getattr(record, name)
        for name in Order.model_fields
        if name in c.OrderRecord.model_fields and name not in ("child_heard", "pronounced")
    }
    return Order(
        **shared,
        id=draft.new_id(f"{child.id}/order{number}"),
        pronounced=pronounced,
        parties_heard=record.heard,
        child_heard=heard,
        number_follows=not record.zaaknummer,
        imported=imported,
    )


def _terms(child: ChildFile, order: Order) -> tuple[Term, ...]:
    opens = []
    if order.kind in APPEALABLE:
        due = terms.months(order.date, 3, statutory=True)
        opens.append(terms.counted("T26", f"{order.id}/T26", order.date, due, "dag van de beslissing"))
    if order.form is OrderForm.ORAL:
        due = order.date + timedelta(days=14)
        opens.append(terms.counted("T46", f"{order.id}/T46", order.date, due, "mondeling gegeven"))
    return tuple(opens)


def _record(
    draft: Drafting, command: c.Base, child: ChildFile, order: Order, record: c.OrderRecord
) -> tuple[Flag, ...]:
    """Write the order and its powers; returns the flags that the move must carry too."""
    powers = powers_after(child, order)
    late = local_day(order.pronounced) < local_day(draft.now)
    flags = list(powers.flags)
    if late:
        text = "De beschikking is later vastgelegd dan zij werkt. Handelingen ertussen nakijken."
        flags.append(Flag(rule="NX-13", text=text, source="NX-13"))
    closes: tuple[TermClosed, ...] = ()
    if order.form is OrderForm.WRITTEN:
        text_due = [t for t in child.terms if t.rule == "T46"]
        closes = tuple(terms.closed(t, local_day(draft.now), Outcome.MET) for t in text_due)
    event = e.OrderRecorded(
        order=order,
        measures=tuple(powers.measures),
        placements=tuple(powers.placements),
        decides_petitions=order.kind in DECIDES,
        arrangement=order.kind is OrderKind.CONTACT_ARRANGEMENT,
        late=late,
        opens=_terms(child, order),
        closes=closes,
        flags=tuple(flags),
    )
    detail = {**detail_of(command), "order": record.model_dump(mode="json", exclude_defaults=True)}
    detail.pop("orders", None)
    draft.emit(child.id, event, order.pronounced, rules=(f"order/{order.kind}",), detail=detail)
    return tuple(flags)


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
    pronounced = _pronounced(draft, command, record)
    if existing is None or (child.state is State.NONE and not child.orders):
        if command.opening is None:
            known(draft, command)
        elif pronounced <= draft.now:
            register_child(draft, command, command.opening, pronounced)
        child = draft.child(command.child)
    written = _order(draft, command, child, record, len(child.orders) + 1)
    siblings = _sibling_flags(draft, child, written)
    flags = (*_record(draft, command, child, written, record), *siblings)
    _carry_out(draft, command, written, flags)
    _look_back(draft, child, written)


def _sibling_flags(draft: Drafting, child: ChildFile, order: Order) -> tuple[Flag, ...]:
    """1:255 lid 5 needs a petition for another child of the same holders of authority (L8)."""
    if order.sibling is None:
        return ()
    other = draft.case.children.get(order.sibling)
    if other is not None:
        pending = other.pending(PetitionKind.MEASURE) is not None
        today = other.decided is not None and other.decided.on == order.date
        mine = {a.holder for a in child.authority}
        shared = bool(mine & {a.holder for a in other.authority})
        if (pending or today) and shared:
            return ()
    text = "Geen lopend verzoek bekend voor een ander kind van dezelfde ouder(s) met gezag."
    return (Flag(rule="TR-48/petition", text=text, source="BW 1:255 lid 5"),)


def _carry_out(draft: Drafting, command: c.Base, order: Order, flags: tuple[Flag, ...]) -> None:
    """Make the move of an order that works now, or did already; a later one is planned (NX-12)."""
    if order.kind is OrderKind.CONTACT_ARRANGEMENT:
        return  # it gives no power, so it moves nobody, however old it is
    child = draft.child(command.child)
    granted = [p.start for p in (*child.measures, *child.placements) if p.order == order.id]
    extends = child.state in (State.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT)
    at = order.pronounced if extends else min(granted, default=order.pronounced)
    if order.kind in (OrderKind.SUPERVISION_LIFTED, OrderKind.PROVISIONAL_SUPERVISION_ENDED):
        at = power_start(order) or at
    if at > draft.now:
        return
    target = heading(child, at)
    facts: dict[str, object] = {}
    if target is State.HELP:
        facts["help"] = landed_help(child, at)
    if target in RAAD:
        facts["raad"] = child.raad
    if target is State.CLOSED:
        facts["closed_reason"] = ClosedReason.MAJORITY
    row = draft.move(
        child.id,
        f"order.{order.kind}",
        at,
        command=command,
        decider=COURT,
        goal=target,
        flags=flags,
        **facts,
    )
    if row is None and target is not child.state:
        raise no_row(command, child, "order/no-row", "Leg de beschikking vast als notitie (note).")


def _look_back(draft: Drafting, before: ChildFile, order: Order) -> None:
    """Acts between the moment an order works and now are looked at again (NX-13)."""
    after = draft.child(before.id)
    flags = recheck(before, after, order.pronounced, draft.now)
    if flags:
        event = e.Noted(topic="recheck", flags=tuple(flags))
        draft.emit(before.id, event, draft.now, rules=("NX-13",))


def import_measure(draft: Drafting, command: c.ImportMeasure) -> None:
    """TR-54: only with its orders; one that works later is planned (NX-12)."""
    at = said_at(draft, command)
    child = draft.case.children.get(command.child)
    if child is not None and (child.state is not State.NONE or child.orders):
        remedy = "Het kind is al in deze zaak: leg de beschikking vast (court_order)."
        raise no_row(command, child, "TR-54/from", remedy)
    if command.opening is None:
        known(draft, command)
    else:
        register_child(draft, command, command.opening, at)
    for number, record in enumerate(command.orders, start=1):
        _import_order(draft, command, record, number)
    child = draft.child(command.child)
    target = heading(child, at)
    if target is State.NONE:
        _check_planned(draft, command, child, at)
        return
    draft.move(
        command.child,
        "import_measure",
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
    )


def _import_order(
    draft: Drafting, command: c.ImportMeasure, record: c.OrderRecord, number: int
) -> None:
    importable = {*MEASURE_OF, OrderKind.PLACEMENT, OrderKind.CONTACT_ARRANGEMENT}
    if record.kind not in importable:
        raise refuse(
            "TR-54/orders",
            "Deze beslissing geeft geen maatregel om over te nemen.",
            "BW 1:259; TR-54",
            "Leg de beschikking vast waarop de maatregel nu rust (orders).",
        )
    child = draft.child(command.child)
    written = _order(draft, command, child, record, number, imported=True)
    _record(draft, command, child, written, record)


def _check_planned(
    draft: Drafting, command: c.ImportMeasure, child: ChildFile, at: datetime
) -> None:
    """An import that works later passes the same guards now, so it cannot fail at its moment."""
    context = draft.context(child, at, command, command.by)
    attempt("import_measure", context)
    if context.reasons:
        raise NotAllowedError("TR-54", context.reasons)


def hold_hearing(draft: Drafting, command: c.HoldHearing) -> None:
    """The two-week rule is met for who was heard (P9; Rv 800 lid 3, 809 lid 3)."""
    child = known(draft, command)
    at = said_at(draft, command)
    heard = ({"parties"} if command.parties else set()) | ({"child"} if command.youth else set())

    def still(unheard: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(who for who in unheard if who not in heard)

    measures = tuple(
        m.model_copy(update={"unheard": still(m.unheard)})
        for m in child.measures
        if m.unheard and m.in_force(at)
    )
    placements = tuple(
        p.model_copy(update={"unheard": still(p.unheard)})
        for p in child.placements
        if p.unheard and p.in_force(at)
    )
    event = e.PowersChanged(measures=measures, placements=placements)
    draft.emit(child.id, event, at, rules=("P9",), detail=detail_of(command))


def report_residence(draft: Drafting, command: c.ReportResidence) -> None:
    """Where the child lives; a stay away under a MUHP carries it out (T07)."""
    child = known(draft, command)
    at = said_at(draft, command)
    carried = executed(child, command.residence, command.place, at)
    done: tuple[str, ...] = ()
    if command.residence is Residence.HOME:
        done = tuple(t.id for t in child.tasks if t.code in ("no-title", "go-home"))
    event = e.PowersChanged(
        residence=command.residence, placements=tuple(carried), tasks_done=done
    )
    draft.emit(child.id, event, at, rules=("residence",), detail=detail_of(command))


def end_placement(draft: Drafting, command: c.EndPlacement) -> None:
    """TR-63 by the GI; telling the Raad a month before is a duty, not a guard (T09, 00-B)."""
    child = known(draft, command)
    at = said_at(draft, command)
    placement = child.placement(at)
    if placement is None or child.state is not State.SUPERVISION_WITH_PLACEMENT:
        remedy = "Er is geen machtiging uithuisplaatsing in een ondertoezichtstelling."
        raise no_row(command, child, "TR-63/from", remedy)
    flags: tuple[Flag, ...] = ()
    told = command.raad_told
    if told is None or add_months(local_day(at), -1) < told:
        text = "De Raad hoort dit ten minste een maand van tevoren te weten (T09)."
        flags = (Flag(rule="T09", text=text, source="BW 1:265j lid 2"),)
    ended = placement.model_copy(update={"ended": at})
    draft.emit(child.id, e.PowersChanged(placements=(ended,)), at, rules=("TR-63",))
    draft.move(
        child.id,
        "end_placement",
        at,
        command=command,
        goal=State.SUPERVISION,
        detail=detail_of(command),
        flags=flags,
    )
