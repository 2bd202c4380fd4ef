"""Writing down a court decision: as it was given, with the powers and terms that follow (00-B).

An order is refused for three things only: there is none, it is about another child, or the child is
18 on the day it works.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile, PetitionKind, Task
from states.handlers.common import detail_of, refuse
from states.orders.naming import ON_APPEAL, order_meant
from states.orders.order import MEASURE_OF, STARTS_WHEN_FINAL, Enforceable, Order, OrderForm, OrderKind
from states.orders.powers import powers_after
from states.orders.powers.base import Powers
from states.refusal import Flag
from states.terms import term as terms
from states.terms.calendar import day_start, local_day
from states.terms.term import Outcome, Term, TermClosed, lapse_day

DECIDES = frozenset(
    {
        OrderKind.SUPERVISION,
        OrderKind.SUPERVISION_EXTENSION,
        OrderKind.PLACEMENT,
        OrderKind.PROVISIONAL_GUARDIANSHIP,
        OrderKind.GUARDIANSHIP,
        OrderKind.REFUSED,
        OrderKind.INADMISSIBLE,
        OrderKind.SECURE_PLACEMENT,
        OrderKind.CONTACT_ARRANGEMENT,
    }
)
"""Decisions that answer a pending petition."""


_AFTER_TRIAL = frozenset({OrderKind.GUARDIANSHIP, OrderKind.GUARDIANSHIP_ENDED, OrderKind.REFUSED})
"""Decisions that a trial of restored authority was waiting for (1:278 lid 2, T16)."""


_ANSWERS_SECURE = frozenset({OrderKind.SECURE_PLACEMENT, OrderKind.REFUSED, OrderKind.INADMISSIBLE})
"""What the judge can say to a petition for secure youth help (T31)."""


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
    begins = _begins(record, pronounced)
    if child.died is not None:
        raise refuse(
            "TR-78/died",
            "Het kind is overleden. Een beschikking kan niet meer werken.",
            "domein TR-78; ADR 0014",
            "Bewaar de beschikking bij het dossier en leg haar vast als notitie (note).",
        )
    secured = record.kind is OrderKind.SECURE_PLACEMENT and child.secured(begins) is None
    granted = {record.kind, record.grants} & {*MEASURE_OF, OrderKind.PLACEMENT}
    if (granted or secured) and not child.is_minor(begins):
        raise refuse(
            "1:233/adult",
            "De jongere is 18 jaar of ouder op de dag dat de maatregel ingaat.",
            "BW 1:233",
            "Een maatregel kan niet meer. Bied hulp aan met eigen toestemming.",
            "NX-17",
        )
    heard = record.heard if record.child_heard is None else record.child_heard
    shared = {
        name: getattr(record, name)
        for name in Order.model_fields
        if name in c.OrderRecord.model_fields and name not in ("child_heard", "pronounced", "about")
    }
    return Order(
        **shared,
        id=draft.new_id(f"{child.id}/order{number}"),
        pronounced=pronounced,
        about=_about(child, record, pronounced),
        parties_heard=record.heard,
        child_heard=heard,
        number_follows=not record.zaaknummer,
        imported=imported,
    )


def _begins(record: c.OrderRecord, pronounced: datetime) -> datetime:
    """The day on which a decision works, as far as its own dates say (L4)."""
    days = [record.start]
    if record.kind in STARTS_WHEN_FINAL and not record.authority:
        sent = (record.sent_on or record.date) + timedelta(days=1)
        days = [sent if record.enforceable is Enforceable.YES else record.final_on]
    return max([pronounced, *(day_start(day) for day in days if day is not None)])


def _about(child: ChildFile, record: c.OrderRecord, at: datetime) -> str | None:
    """The earlier order that a court of appeal decided about."""
    if record.kind not in ON_APPEAL:
        return None
    meant = order_meant(child, record.about, at)
    return meant.id if meant is not None else None


def _terms(order: Order) -> tuple[Term, ...]:
    opens = []
    if order.kind.value not in rules(order.date).terms["T27"].orders:
        opens.append(terms.running("T26", f"{order.id}/T26", order.date, "dag van de beslissing"))
    if order.form is OrderForm.ORAL:
        opens.append(terms.running("T46", f"{order.id}/T46", order.date, "mondeling gegeven"))
    trial = lapse_day("T16", order.date)
    if order.kind is OrderKind.RESTORATION_TRIAL and trial is not None:
        end = min(trial, order.end or trial)
        opens.append(terms.lapsing("T16", f"{order.id}/T16", order.date, day_start(end), "de beschikking"))
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
    if order.kind in _AFTER_TRIAL:
        closes += tuple(terms.closed(t, order.date) for t in child.terms if t.rule == "T16")
    if order.kind in _ANSWERS_SECURE and order.asked in {None, PetitionKind.SECURE}:
        closes += tuple(terms.closed(t, order.date) for t in child.terms if t.rule == "T31")
    event = e.OrderRecorded(
        order=order,
        measures=tuple(powers.measures),
        placements=tuple(powers.placements),
        secures=tuple(powers.secures),
        authority=powers.authority,
        decides_petitions=order.kind in DECIDES and not _empty(order, powers),
        arrangement=order.kind in (OrderKind.CONTACT_ARRANGEMENT, OrderKind.CONTACT_LIMITED),
        late=late,
        opens=_terms(order),
        closes=closes,
        flags=tuple(flags),
        tasks=asked(draft, child, powers),
    )
    detail = {**detail_of(command), "order": record.model_dump(mode="json", exclude_defaults=True)}
    detail.pop("orders", None)
    draft.emit(child.id, event, order.pronounced, rules=(f"order/{order.kind}",), detail=detail)
    return tuple(flags)


def asked(draft: Drafting, child: ChildFile, powers: Powers) -> tuple[Task, ...]:
    """The tasks of the flags that ask somebody for something (00-B)."""
    return tuple(
        Task(id=draft.new_id(f"{child.id}/repair{n}"), code="repair", role=role.value, text=text)
        for n, (role, text) in enumerate(powers.asks)
    )


def _empty(order: Order, powers: Powers) -> bool:
    """Whether an order gives a power that ends before it begins: it answers nothing, and is flagged (NX-06)."""
    granted = [p for p in (*powers.measures, *powers.placements, *powers.secures) if p.order == order.id]
    return bool(granted) and all(p.until is not None and p.until <= p.start for p in granted)


def _already_over(child: ChildFile, order: Order, powers: Powers) -> bool:
    """Whether all that an order granted ended before the child came where it is now."""
    granted = [p.until for p in (*powers.measures, *powers.placements, *powers.secures) if p.order == order.id]
    since = child.since
    return bool(granted) and since is not None and all(until is not None and until <= since for until in granted)
