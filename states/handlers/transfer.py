"""A measure that already runs is taken over from elsewhere (TR-54), only with its orders."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states.drafting import Drafting, NotAllowedError
from states.facts import ChildFile
from states.handlers.common import detail_of, known, no_row, refuse, register_child, said_at
from states.handlers.recording import as_order, record_order
from states.moves.landing import heading
from states.moves.machine import attempt
from states.orders.order import MEASURE_OF, OrderKind
from states.position import State


def import_measure(draft: Drafting, command: c.ImportMeasure) -> None:
    """TR-54: only with its orders; one that works later is planned (NX-12)."""
    at = said_at(draft, command)
    child = draft.case.children.get(command.child)
    if child is not None and (child.state is not State.NONE or child.orders):
        remedy = "Het kind is al in deze zaak: leg de beschikking vast (court_order)."
        raise no_row(child, "TR-54/from", remedy)
    if command.opening is None:
        known(draft, command)
    else:
        register_child(draft, command, command.opening, at)
    for number, record in enumerate(command.orders, start=1):
        _import_order(draft, command, record, number)
    child = draft.child(command.child)
    target = heading(child, at)
    if target is State.NONE:
        _check_planned(draft, command, child, at)
        return
    draft.move(
        command.child,
        "import_measure",
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
    )


def _import_order(draft: Drafting, command: c.ImportMeasure, record: c.OrderRecord, number: int) -> None:
    importable = {*MEASURE_OF, OrderKind.PLACEMENT, OrderKind.CONTACT_ARRANGEMENT}
    if record.kind not in importable:
        raise refuse(
            "TR-54/orders",
            "Deze beslissing geeft geen maatregel om over te nemen.",
            "BW 1:259; TR-54",
            "Leg de beschikking vast waarop de maatregel nu rust (orders).",
        )
    child = draft.child(command.child)
    written = as_order(draft, command, child, record, number, imported=True)
    record_order(draft, command, child, written, record)


def _check_planned(draft: Drafting, command: c.ImportMeasure, child: ChildFile, at: datetime) -> None:
    """An import that works later passes the same guards now, so it cannot fail at its moment."""
    context = draft.context(child, at, command, command.by)
    attempt("import_measure", context)
    if context.reasons:
        raise NotAllowedError("TR-54", context.reasons)
