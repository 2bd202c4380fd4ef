"""Guards beside a measure: who takes a petition back, who ends secure help, and four eyes on a correction."""

from __future__ import annotations

from states.commands import CourtOrder
from states.context import Context
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.people import Role
from states.refusal import Reason


def _by_law(context: Context) -> bool:
    """Whether time or an order decides, and not somebody who asks."""
    return context.asking or context.actor.role is Role.SYSTEM or isinstance(context.command, CourtOrder)


def withdrawn_by_petitioner(row: Move, context: Context) -> Reason | None:
    """Who asked the judge takes the petition back, with a notice to the court (TR-32)."""
    if _by_law(context):
        return None
    if not get(context, "notice"):
        return reason(
            row,
            "notice",
            "Nodig: het bericht aan de rechtbank dat het verzoek is ingetrokken.",
            "00-C TR-32",
            "Vul het kenmerk van het bericht in (notice).",
            supply=True,
        )
    kind = get(context, "kind")
    asked = {p.by for p in context.child.petitions if p.kind == kind}
    if context.actor.role.value in asked:
        return None
    return reason(
        row,
        "petitioner",
        "Alleen wie het verzoek deed, kan het intrekken.",
        "00-C TR-32",
        "Vraag het aan wie het verzoek deed. Wijst de rechter het af, leg dan de beschikking vast (court_order).",
    )


def ends_secure_help(row: Move, context: Context) -> Reason | None:
    """The GI of the measure ends secure help; without a measure the provider or a GI does (Jw 6.1.12)."""
    if _by_law(context):
        return None
    measure = context.child.measure(context.at)
    named = measure.gi if measure is not None else None
    if measure is None or (context.actor.role is Role.GI and context.actor.organisation == named):
        return None
    return reason(
        row,
        "gi-of-title",
        "Alleen de GI die de rechter heeft genoemd, kan het gesloten verblijf beëindigen.",
        "Jw 6.1.12 [K: tekst van voor 2024]; invariant 8",
        "Vraag het de genoemde GI.",
        "NX-09",
    )


def four_eyes(row: Move, context: Context) -> Reason | None:
    """Two different people say that something was recorded by mistake (TR-82)."""
    second = get(context, "second")
    if context.asking or not second or second != context.actor.id:
        return None
    return reason(
        row,
        "four-eyes",
        "Een herstel vraagt twee verschillende mensen. U kunt niet uw eigen tweede zijn.",
        "00-C TR-82",
        "Laat een ander meekijken en vul die in (second).",
    )
