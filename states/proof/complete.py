"""Whether the catalogue tries everything: every row of the edition, kind of order and class of actor.

A row, or a pair of states of a row, that no event made, stands in ``unfired.csv`` with the reason why it
cannot be made; a line there for something that was made is wrong as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from states.commands import CourtOrder, ImportMeasure
from states.editions.edition import Edition
from states.orders.order import OrderKind
from states.people import Role
from states.position import CODES
from states.proof.event import By, Event
from states.proof.paper import table
from states.proof.running import Proof


def missing(edition: Edition, proof: Proof, events: Sequence[Event]) -> Iterator[str]:
    """What the catalogue does not try, one line each."""
    explained = {row["what"] for row in table("unfired")}
    lacking = {*_rows(edition, proof), *_pairs(edition, proof), *_kinds(events), *_roles(events)}
    yield from (f"never made: {what}" for what in sorted(lacking - explained))
    yield from (f"explained, and it is made: {what}" for what in sorted(explained - lacking))


def _rows(edition: Edition, proof: Proof) -> Iterator[str]:
    yield from (move.id for move in edition.moves if move.id not in proof.fired)


def _pairs(edition: Edition, proof: Proof) -> Iterator[str]:
    for move in edition.moves:
        if move.id in proof.fired:
            for pair in move.pairs():
                name = f"{move.id} {CODES[pair[0]]} {CODES[pair[1]]}"
                if name not in proof.pairs:
                    yield name


def _kinds(events: Sequence[Event]) -> Iterator[str]:
    tried: set[OrderKind] = set()
    for event in events:
        for said in event.says:
            orders = said.fields.get("orders", ()) if said.command is ImportMeasure else ()
            orders = (said.fields["order"],) if said.command is CourtOrder else orders
            tried |= {OrderKind(order["kind"]) for order in orders}
    yield from (f"order {kind}" for kind in OrderKind if kind not in tried)


def _roles(events: Sequence[Event]) -> Iterator[str]:
    said = {one.by.role for event in events for one in event.says}
    said |= {role for event in events if event.may for role in Role if role not in event.may}
    yield from (f"actor {role}" for role in Role if role not in said | {Role.SYSTEM})
    brought = {event.by for event in events} | {By.CLOCK}
    yield from (f"by {by}" for by in By if by not in brought)
