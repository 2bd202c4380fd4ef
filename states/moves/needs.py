"""Generic checks of a row: who may do it, and what the command must carry."""

from __future__ import annotations

from states.context import Context
from states.facts import ChildFile
from states.moves.move import Move, Need
from states.people import PRIVATE, Role
from states.refusal import Reason

ROLE_NAMES: dict[Role, str] = {
    Role.YOUTH: "de jongere",
    Role.PARENT: "een ouder",
    Role.CARETAKER: "de verzorger (bij wie het kind woont)",
    Role.LOCAL_TEAM: "het lokale team",
    Role.COLLEGE: "het college (de gemeente)",
    Role.PROVIDER: "de jeugdhulpaanbieder",
    Role.GI: "de gecertificeerde instelling (GI)",
    Role.VEILIG_THUIS: "Veilig Thuis",
    Role.RAAD: "de Raad voor de Kinderbescherming",
    Role.OM: "het Openbaar Ministerie",
    Role.BURGEMEESTER: "de burgemeester",
    Role.COURT: "de rechtbank",
    Role.SUPERVISOR: "een leidinggevende",
    Role.SYSTEM: "het systeem, vanzelf",
}
"""What people read for each role."""


BY_LAW = frozenset({Role.COURT, Role.SYSTEM})
"""Who moves a child by decision or by time, and owes no reason in a command."""
WHY = Need("reason", "waarom u dit doet, in gewone woorden", "kamerbrief 23-3-2020; R-50")
"""Every move that a worker makes carries a reason in words."""
_ALSO = {"order": ("NX-01",), "orders": ("NX-01",), "reason": ("R-50",)}


def not_allowed_to(row: Move, context: Context) -> Reason | None:
    """A reason when the one who sends the command may not make this move."""
    if context.asking or context.actor.role in row.who:
        return None
    may = ", ".join(ROLE_NAMES[role] for role in Role if role in row.who)
    return Reason(
        rule=f"{row.id}/who",
        text=f"Dit mag niet door {ROLE_NAMES[context.actor.role]}.",
        source=row.basis,
        remedy=f"Dit kan alleen door: {may}.",
    )


def _known(need: Need, child: ChildFile) -> bool:
    """Whether a child came into the case before, with an order that works later (NX-12)."""
    if need.field == "opening":
        return child.born is not None or child.expected is not None
    return need.field == "opening.municipality" and bool(child.municipality)


def _value(command: object, path: str) -> object:
    for name in path.split("."):
        command = getattr(command, name, None)
    return command


def missing_needs(row: Move, context: Context) -> list[Reason]:
    """A reason for each starred document or fact that the command lacks."""
    if context.command is None and not context.asking:
        return []
    wanted = [need for need in row.needs if not _known(need, context.child)]
    if _asks_why(row, context):
        wanted.append(WHY)
    return [lacking(row.id, need) for need in wanted if context.asking or not _said(context.command, need.field)]


def _asks_why(row: Move, context: Context) -> bool:
    """Whether the one who makes the move still has to say why.

    A court and the clock decide by law; the family owes nobody a reason, above all not for stopping.
    A row that asks a text with the reason already does not ask twice.
    """
    if row.why != WHY.field or any(need.field == WHY.field for need in row.needs):
        return False
    if context.asking:
        return not row.court and bool(row.who - PRIVATE - BY_LAW)
    return context.actor.role not in PRIVATE | BY_LAW


def _said(command: object, path: str) -> bool:
    value = _value(command, path)
    return bool(value.strip() if isinstance(value, str) else value)


def lacking(rule: str, need: Need) -> Reason:
    """The reason for one missing document or fact."""
    also = _ALSO.get(need.field, ())
    return Reason(
        rule=f"{rule}/{need.field.rsplit('.', 1)[-1]}",
        text=f"Nodig: {need.text}.",
        source=need.source,
        remedy=f"Vul in ({need.field}): {need.text}.",
        also=also,
        supply=True,
    )
