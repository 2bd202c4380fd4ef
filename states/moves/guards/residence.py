"""Guards on where a child lives under a measure: who may decide it, which place, and after how long."""

from __future__ import annotations

from states.context import Context
from states.editions.book import rules
from states.facts import Residence
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.orders.order import OrderKind
from states.orders.residence import settled_since
from states.people import Role
from states.refusal import Reason
from states.terms.calendar import local_day
from states.terms.spans import Span

_BY_GI = ("change_residence", "end_placement")


def residence_decision(row: Move, context: Context) -> Reason | None:
    """The GI changes the residence by a decision in words (TR-65)."""
    if not context.asking and (get(context, "do") != "change_residence" or get(context, "decision")):
        return None
    return reason(
        row,
        "decision",
        "Het besluit van de GI ontbreekt.",
        "BW 1:265b, 1:265i",
        "Vul in wat u heeft besloten en waarom (decision).",
        supply=True,
    )


def within_kind_of_place(row: Move, context: Context) -> Reason | None:
    """The new place is of the kind that the judge named (1:265b; TR-65)."""
    if context.asking or get(context, "do") != "change_residence":
        return None
    placement = context.child.placement(context.at)
    place = get(context, "place")
    if placement is not None and place in {None, "", placement.place}:
        return None
    named = placement.place if placement is not None else "geen"
    return reason(
        row,
        "place",
        f"De machtiging noemt een ander soort plek: {named}.",
        "BW 1:265b, 1:265c",
        "Kies een plek van dat soort, of vraag de kinderrechter een machtiging voor deze plek.",
    )


def carers_of_a_year(row: Move, context: Context) -> Reason | None:
    """After a year in the same foster family, also to go home, the judge has to agree (265i, L9 [K])."""
    if context.asking or context.actor.role is Role.SYSTEM or get(context, "do") not in _BY_GI:
        return None
    day = local_day(context.at)
    since = settled_since(context.child)
    settled = rules(context.at).spans[Span.SETTLED].length.over(since) if since is not None else None
    if settled is None or day < settled:
        return None
    consented = (o for o in context.child.orders if o.kind is OrderKind.RESIDENCE_CONSENTED and not o.void)
    if any(settled <= o.date <= day for o in consented):
        return None
    return reason(
        row,
        "265i",
        "Het kind woont een jaar of langer bij dit pleeggezin. Weg kan alleen met toestemming van de kinderrechter.",
        "BW 1:265i lid 1 [K: ook voor terugkeer naar huis]",
        "Vraag de kinderrechter om toestemming en leg de beschikking vast (order, residence_consented).",
        "NX-01",
    )


def municipality_of_residence(row: Move, context: Context) -> Reason | None:
    """While a child stays with a provider, the municipality from before the stay is responsible (TR-66)."""
    if context.asking or context.child.residence is Residence.HOME:
        return None
    return reason(
        row,
        "stay",
        "Het kind woont niet thuis. De gemeente van voor het verblijf blijft verantwoordelijk.",
        "Jw 1.1 woonplaats (sinds 2022)",
        "Leg het nieuwe adres vast als verblijf (report_residence).",
    )
