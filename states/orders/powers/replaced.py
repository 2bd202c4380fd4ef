"""An order that replaces somebody's consent gives no power; what in it must be looked at (TR-10)."""

from __future__ import annotations

from states.facts import ChildFile
from states.orders.order import Order
from states.orders.powers.base import Powers
from states.refusal import Flag

_JOINT = 2
"""1:253a is for two people who have authority together."""


def replace(child: ChildFile, order: Order, powers: Powers) -> None:
    """Flag what is missing, or what the law does not let this order do; it is entered as given (00-B)."""
    holders = child.consents_at(order.pronounced).holders
    found = [
        (order.help is None, "help", "De beschikking noemt niet voor welke hulp. Vraag de tekst na."),
        (not order.replaces, "replaces", "Niet vastgelegd is wiens toestemming is vervangen. Zie de tekst na."),
        (
            len(holders) < _JOINT or not set(order.replaces) <= set(holders),
            "joint",
            "Dit kan alleen tussen twee mensen die samen gezag hebben. Zie het gezag na.",
        ),
    ]
    powers.flags += [Flag(rule=f"TR-10/{code}", text=text, source="BW 1:253a [K]") for hit, code, text in found if hit]
