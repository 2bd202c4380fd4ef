"""Guards on orders that are taken over, and on what a GI may end; selectors between court rows."""

from __future__ import annotations

from states.context import Context
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.orders.order import SUPERVISION, Ground
from states.people import Role
from states.position import State
from states.refusal import Reason


def _not_asked(context: Context) -> bool:
    """The clock carries out what was checked when it was planned."""
    return context.asking or context.actor.role is Role.SYSTEM


def imported_order_in_force(row: Move, context: Context) -> Reason | None:
    """A measure is taken over only while its order is, or will be, in force (TR-54)."""
    if _not_asked(context) or context.child.measure(context.at) is not None:
        return None
    planned = any(m.start > context.at for m in context.child.measures)
    if planned:
        return None
    return reason(
        row,
        "in-force",
        "Deze beschikking geeft nu geen bevoegdheid. Zij is afgelopen of nog niet begonnen.",
        "BW 1:259; invariant 3",
        "Controleer de data. Zonder geldige beschikking kan het kind wel vrijwillig worden aangemeld (report).",
        "NX-01",
    )


def imported_order_names_gi(row: Move, context: Context) -> Reason | None:
    """The order names the GI (TR-54; invariant 8)."""
    if _not_asked(context) or all(m.gi for m in context.child.measures):
        return None
    return reason(
        row,
        "gi",
        "De beschikking noemt geen GI.",
        "BW 1:255 lid 1, 1:259",
        "Vul de GI in die in de beschikking staat (gi). Tot die tijd: geen bevoegdheden.",
    )


def imported_term_known(row: Move, context: Context) -> Reason | None:
    """The orders, or the law, say until when the measure runs (TR-54)."""
    orders = {order.id: order for order in context.child.orders}
    unknown = [
        measure
        for measure in context.child.measures
        if measure.until is None or (measure.kind in SUPERVISION and orders[measure.order].end is None)
    ]
    if _not_asked(context) or not unknown:
        return None
    return reason(
        row,
        "term",
        "Niet bekend is tot wanneer de maatregel loopt.",
        "BW 1:258; domein TR-54",
        "Vul de datum in uit de beschikking (end), en de geboortedatum van het kind.",
    )


def gi_of_title(row: Move, context: Context) -> Reason | None:
    """Only the GI that holds the measure decides under it, until the judge names another (1:259; NX-09).

    What a judge decides comes as an order, never as a decision of a GI that a court sends in.
    """
    if context.asking or context.actor.role is Role.SYSTEM:
        return None
    if get(context, "do") not in ("end_placement", "change_residence", "hand_over_measure"):
        return None
    measure = context.child.measure(context.at)
    if measure and context.actor.role is Role.GI and context.actor.organisation == measure.gi:
        return None
    return reason(
        row,
        "gi-of-title",
        "Dit kan alleen de GI die de maatregel nu uitvoert. Tot de rechter een andere GI noemt, is dat dezelfde.",
        "BW 1:259, 1:265d; invariant 8",
        "Vraag het de genoemde GI, of de rechter.",
        "NX-09",
    )


def placement_account(row: Move, context: Context) -> Reason | None:
    """The GI ends a placement with a decision and a written account (TR-63)."""
    if get(context, "do") != "end_placement" and not context.asking:
        return None
    if get(context, "decision") and get(context, "account"):
        return None
    return reason(
        row,
        "decision",
        "Het besluit van de GI of het verslag ontbreekt.",
        "BW 1:265d, 265j lid 2",
        "Vul decision en account in.",
        supply=True,
    )


def adds_sibling(context: Context) -> bool:
    """The judge adds this child to a petition about a brother or sister (BW 1:255 lid 5)."""
    latest = context.child.orders[-1] if context.child.orders else None
    return latest is not None and latest.sibling is not None


def in_other_case(context: Context) -> bool:
    """The supervision was pronounced in another case about the family (1:267a, 269; Rv 823)."""
    latest = context.child.orders[-1] if context.child.orders else None
    return latest is not None and bool(latest.given_in)


def ends_no_authority(context: Context) -> bool:
    """A guardian comes because nobody has authority; whom the judge was asked to take it from, keeps none (TR-53)."""
    latest = context.child.orders[-1] if context.child.orders else None
    vacant = latest is not None and latest.ground is Ground.VACANT
    return vacant or context.child.state is not State.PETITIONED


def placement_refused(context: Context) -> bool:
    """The judge refused the placement that was asked."""
    latest = context.child.orders[-1] if context.child.orders else None
    return latest is not None and latest.placement_refused
