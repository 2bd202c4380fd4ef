"""Whether the catalogue tries everything: every row of the edition, kind of order and class of actor.

A row, or a pair of states of a row, that no event made, stands in ``unfired.csv`` with the reason why it
cannot be made. A line there names one thing, or several: ``*`` is every code, ``M1|M2`` is either. A line for
something that was made is wrong as well, and so is one that explains nothing or gives no reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

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
    made = {*proof.fired, *proof.pairs, *_tried(events)}
    yield from unexplained(set(_asked(edition, proof)), made, {row["what"]: row["why"] for row in table("unfired")})


def unexplained(asked: Collection[str], made: Collection[str], lines: Mapping[str, str]) -> Iterator[str]:
    """What was asked, not made and not explained; and the lines that explain wrongly, or without a reason."""
    reasons = {line: [what for what in asked if _covers(line, what)] for line in lines}
    explained = {what for covered in reasons.values() for what in covered}
    yield from (f"never made: {what}" for what in sorted(set(asked) - set(made) - explained))
    for line, covered in reasons.items():
        yield from (f"explained, and it is made: {what} ({line})" for what in sorted(set(covered) & set(made)))
        if not covered:
            yield f"explained, and nothing asks for it: {line}"
        if not lines[line].strip():
            yield f"explained without a reason: {line}"


def _covers(line: str, what: str) -> bool:
    """Whether a line is about something: word by word the same, ``*``, or one of those between bars."""
    said, asked = line.split(), what.split()
    return len(said) == len(asked) and all(
        one == "*" or other in one.split("|") for one, other in zip(said, asked, strict=True)
    )


def _asked(edition: Edition, proof: Proof) -> Iterator[str]:
    """Everything that has to be tried; the pairs of a row that never fired are explained with the row."""
    for move in edition.moves:
        yield move.id
        if move.id in proof.fired:
            yield from (f"{move.id} {CODES[source]} {CODES[target]}" for source, target in move.pairs())
    yield from (f"order {kind}" for kind in OrderKind)
    yield from (f"actor {role}" for role in Role if role is not Role.SYSTEM)
    yield from (f"by {by}" for by in By)


def _tried(events: Sequence[Event]) -> Iterator[str]:
    """The kinds of orders and the people of the events; time passes by itself."""
    for event in events:
        for said in event.says:
            orders = said.fields.get("orders", ()) if said.command is ImportMeasure else ()
            orders = (said.fields["order"],) if said.command is CourtOrder else orders
            yield from (f"order {OrderKind(order['kind'])}" for order in orders)
            yield f"actor {said.by.role}"
        if event.may:
            yield from (f"actor {role}" for role in Role if role not in event.may)
        yield f"by {event.by}"
    yield f"by {By.CLOCK}"
