"""Generic checks of a row: who may do it, and what the command must carry."""

from __future__ import annotations

from states.context import Context
from states.facts import ChildFile
from states.move import Move, Need
from states.people import Role
from states.refusal import Reason

ROLE_NAMES: dict[Role, str] = {
    Role.YOUTH: "de jongere",
    Role.PARENT: "een ouder",
    Role.LOCAL_TEAM: "het lokale team",
    Role.COLLEGE: "het college (de gemeente)",
    Role.PROVIDER: "de jeugdhulpaanbieder",
    Role.GI: "de gecertificeerde instelling (GI)",
    Role.VEILIG_THUIS: "Veilig Thuis",
    Role.RAAD: "de Raad voor de Kinderbescherming",
    Role.COURT: "de rechtbank",
    Role.SUPERVISOR: "een leidinggevende",
    Role.SYSTEM: "het systeem, vanzelf",
}
"""What people read for each role."""


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
    return [lacking(row.id, need) for need in wanted if context.asking or not _value(context.command, need.field)]


def lacking(rule: str, need: Need) -> Reason:
    """The reason for one missing document or fact."""
    also = ("NX-01",) if need.field in ("order", "orders") else ()
    return Reason(
        rule=f"{rule}/{need.field.rsplit('.', 1)[-1]}",
        text=f"Nodig: {need.text}.",
        source=need.source,
        remedy=f"Vul in ({need.field}): {need.text}.",
        also=also,
        supply=True,
    )
