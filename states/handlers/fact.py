"""Facts that change no state: they start, meet or prolong terms, or are worth knowing."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import Notice
from states.handlers import sheets
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.rights import no_address
from states.moves.move import DELETED
from states.position import MEASURE, State
from states.rights.given import Delivery
from states.terms import term as terms
from states.terms.calendar import local_day


def notify_gi(draft: Drafting, command: c.NotifyGi) -> None:
    """T18: worker and first contact within five working days after the GI was told (C4)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.state not in MEASURE:
        raise refuse(
            "T18/measure",
            "Er loopt geen maatregel voor dit kind.",
            "BJw 4.2.1, 4.2.2",
            "Leg eerst de beschikking vast (court_order).",
        )
    day = local_day(at)
    id_ = draft.new_id(f"{child.id}/T18")
    event = e.Noted(
        topic="gi_notified",
        on=day,
        opens=(terms.running("T18", id_, day, "bericht aan de GI"),),
        closes=terms.moved(child.open_term("T18")),
    )
    draft.emit(child.id, event, at, rules=("T18",), detail=detail_of(command))


def waive_family_plan(draft: Drafting, command: c.WaiveFamilyPlan) -> None:
    """T19: six weeks from the day that no familiegroepsplan will be made (C3)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.state in (State.ASSESSMENT, State.CLOSED, State.NONE):
        raise refuse(
            "T19/help",
            "Er loopt nu geen hulp of maatregel, dus er komt nog geen plan.",
            "Jw 4.1.3 lid 5",
            "Leg dit vast als de hulp of de maatregel is begonnen.",
        )
    day = local_day(at)
    id_ = draft.new_id(f"{child.id}/T19")
    event = e.Noted(
        topic="family_plan_waived",
        on=day,
        opens=(terms.running("T19", id_, day, "er komt geen familiegroepsplan"),),
        closes=terms.moved(child.open_term("T19")),
    )
    draft.emit(child.id, event, at, rules=("T19",), detail=detail_of(command))


def deliver_notices(draft: Drafting, command: c.DeliverNotices) -> None:
    """Notices reached people, or it is said why not."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    wanted = set(command.recipients)
    done = tuple(n.id for n in child.notices if not wanted or n.recipient in wanted or n.code in wanted)
    if not done or not (command.how or command.not_delivered_because):
        raise refuse(
            "notices/none",
            "Er staat geen kennisgeving open voor deze mensen, of niet bekend is hoe die is gegeven.",
            "invariant 9",
            "Vul in hoe (how), of waarom niet (not_delivered_because).",
        )
    no_address(command.how, command.not_delivered_because)
    reached, there = bool(command.how.strip()), bool(command.interpreter.strip())
    here = [notice for notice in child.notices if notice.id in done]
    reading = tuple(dict.fromkeys(notice.recipient for notice in here if notice.sheet is not None))
    came = sheets.Interpreted()
    if reached:
        sheets.asks_interpreter(child, reading, command.interpreter, command.no_interpreter_because)
        came = sheets.interpreted(draft, child, reading, command.by.role, there=there)
    event = e.NoticesDelivered(
        deliveries=tuple(_delivery(notice, command, at, reached=reached) for notice in here),
        sheets=tuple(
            sheet
            for notice in here
            if notice.sheet is not None
            for sheet in sheets.given((notice.recipient,), notice.sheet, at, reached=reached, there=there)
        ),
        notices_done=done,
        tasks=came.tasks,
        tasks_done=came.tasks_done,
        flags=came.flags,
    )
    draft.emit(child.id, event, at, rules=("R-14",), detail=detail_of(command))


def _delivery(notice: Notice, command: c.DeliverNotices, at: datetime, *, reached: bool) -> Delivery:
    return Delivery(
        notice=notice.id,
        code=notice.code,
        recipient=notice.recipient,
        on=local_day(at),
        by=command.given_by or command.by.id,
        given=reached,
        text=notice.text,
        edition=notice.edition,
    )


def note(draft: Drafting, command: c.Note) -> None:
    """Something worth knowing."""
    child = known(draft, command)
    at = said_at(draft, command)
    draft.emit(child.id, e.Noted(topic="note"), at, detail=detail_of(command))


def attempt_move(draft: Drafting, command: c.AttemptMove) -> None:
    """A move asked for by id: it is deleted, unknown, or has a command of its own."""
    move = command.move
    if move in DELETED:
        raise refuse(move, f"{move} bestaat niet meer.", "00-C", f"Gebruik {DELETED[move]}.", "deleted")
    row = rules(draft.now).rows.get(move)
    if row is not None:
        triggers = ", ".join(row.triggers)
        raise refuse(
            move,
            f"{move} volgt uit een feit of een opdracht, niet uit zijn nummer.",
            "D2",
            f"Gebruik: {triggers}.",
            "NX-10",
        )
    raise refuse(move, f"{move} bestaat niet.", "domein 3", "Kijk in de tabel (law table).")
