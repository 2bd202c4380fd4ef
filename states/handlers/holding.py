"""Who holds a measure, where the child lives under it, and orders that become final later."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.facts import ChildFile, Residence
from states.handlers.common import detail_of, known, moved_at, no_row, professional, refuse, said_at
from states.handlers.court import carry_out
from states.orders.order import STARTS_WHEN_FINAL, Order, power_start
from states.orders.powers import powers_after
from states.orders.residence import carers_since, foster_family
from states.position import ClosedReason
from states.terms.calendar import local_day


def change_residence(draft: Drafting, command: c.ChangeResidence) -> None:
    """TR-65: other carers, within the kind of place; after a year in a family only with the judge (265i, L9)."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    row = draft.move(child.id, "change_residence", at, command=command, goal=child.state, detail=detail_of(command))
    if row is None:
        raise no_row(child, "TR-65/from", "Er is geen machtiging uithuisplaatsing in een ondertoezichtstelling.")
    carers = foster_family(command.place, command.carers)
    since = carers_since(child, carers, local_day(at))
    event = e.PowersChanged(residence=Residence.AWAY, carers=carers, carers_since=since)
    draft.emit(child.id, event, at, rules=("TR-65",))


def hand_over_measure(draft: Drafting, command: c.HandOverMeasure) -> None:
    """TR-66b: another organisation holds the title, so nobody here has power any more (C5)."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id,
        "hand_over_measure",
        at,
        command=command,
        detail=detail_of(command),
        closed_reason=ClosedReason.TRANSFERRED,
    )
    if row is None:
        raise no_row(child, "TR-66b/from", "Er loopt geen maatregel. Sluit het dossier af (close).")


def order_final(draft: Drafting, command: c.OrderFinal) -> None:
    """An order about authority begins: it is final now, or it was sent (1:253p, 280, 281; L4)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    waiting = _waiting(child, command.order)
    if waiting is None or command.final_on is None:
        raise refuse(
            "L4/order",
            "Er is geen beschikking over gezag of voogdij die nog moet beginnen, of de dag ontbreekt.",
            "BW 1:253p, 1:280, 1:281",
            "Vul in vanaf welke dag zij definitief is (final_on). Leg een nieuwe beschikking vast met court_order.",
        )
    order = waiting.model_copy(update={"final_on": command.final_on})
    powers = powers_after(child, order)
    event = e.OrderBegins(
        order=order, measures=tuple(powers.measures), authority=powers.authority, flags=tuple(powers.flags)
    )
    draft.emit(child.id, event, at, rules=("L4",), detail=detail_of(command))
    carry_out(draft, None, child, order, tuple(powers.flags))


def _waiting(child: ChildFile, id_: str | None) -> Order | None:
    """The order that is meant, if nobody knew yet when it begins."""
    held = [o for o in child.orders if o.kind in STARTS_WHEN_FINAL and not o.void and power_start(o) is None]
    return next((o for o in reversed(held) if id_ in (None, o.id)), None)
