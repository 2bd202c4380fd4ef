"""Writing down a court decision: as it was given, with the powers and terms that follow (00-B).

An order is refused for three things only: there is none, it is about another child, or the child is
18 on the day it works.
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states import term as terms
from states.calendar import day_start, local_day
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, refuse
from states.order import MEASURE_OF, Order, OrderForm, OrderKind
from states.powers import powers_after
from states.powers.base import Powers
from states.refusal import Flag
from states.term import Outcome, Term, TermClosed

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


def pronounced_at(draft: Drafting, command: c.Base, record: c.OrderRecord) -> datetime:
    """The moment a decision was given; without a time, the start of an earlier day, or now."""
    if record.pronounced is not None:
        return record.pronounced
    at = command.at or draft.now
    if local_day(at) == record.date:
        return at
    return day_start(record.date)


def as_order(  # noqa: PLR0913 - who records what, about whom
    draft: Drafting,
    command: c.Base,
    child: ChildFile,
    record: c.OrderRecord,
    number: int,
    *,
    imported: bool = False,
) -> Order:
    """The order as it was given, or the reason why it cannot be about this child now (00-B)."""
    pronounced = pronounced_at(draft, command, record)
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
    planned = day_start(record.start) if record.start is not None else pronounced
    begins = max(pronounced, planned)
    if record.kind in (*MEASURE_OF, OrderKind.PLACEMENT) and not child.is_minor(begins):
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


def _terms(order: Order) -> tuple[Term, ...]:
    opens = []
    if order.kind in APPEALABLE:
        opens.append(terms.running("T26", f"{order.id}/T26", order.date, "dag van de beslissing"))
    if order.form is OrderForm.ORAL:
        opens.append(terms.running("T46", f"{order.id}/T46", order.date, "mondeling gegeven"))
    return tuple(opens)


def record_order(
    draft: Drafting, command: c.Base, child: ChildFile, order: Order, record: c.OrderRecord
) -> tuple[Flag, ...]:
    """Write the order and its powers; returns the flags that the move must carry too."""
    powers = powers_after(child, order)
    late = local_day(order.pronounced) < local_day(draft.now)
    flags = list(powers.flags)
    if late:
        text = "De beschikking is later vastgelegd dan zij werkt. Handelingen ertussen nakijken."
        flags.append(Flag(rule="NX-13", text=text, source="NX-13"))
    if _already_over(child, order, powers):
        text = "Deze bevoegdheid was al voorbij toen de huidige situatie begon. De situatie verandert niet."
        flags.append(Flag(rule="NX-13/over", text=text, source="NX-13"))
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
        opens=_terms(order),
        closes=closes,
        flags=tuple(flags),
    )
    detail = {**detail_of(command), "order": record.model_dump(mode="json", exclude_defaults=True)}
    detail.pop("orders", None)
    draft.emit(child.id, event, order.pronounced, rules=(f"order/{order.kind}",), detail=detail)
    return tuple(flags)


def _already_over(child: ChildFile, order: Order, powers: Powers) -> bool:
    """Whether all that an order granted ended before the child came where it is now."""
    granted = [p.until for p in (*powers.measures, *powers.placements) if p.order == order.id]
    since = child.since
    return bool(granted) and since is not None and all(until is not None and until <= since for until in granted)
