"""Facts under a measure: a hearing, where the child lives, and the end of a placement by the GI."""

from __future__ import annotations

from datetime import date, datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.facts import ChildFile, Residence
from states.handlers.common import detail_of, known, moved_at, no_row, professional, said_at
from states.handlers.securing import carried_out
from states.orders.powers import executed
from states.orders.residence import carers_since, foster_family
from states.position import State
from states.refusal import Flag
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.missed import tasks_for
from states.terms.term import Outcome


def hold_hearing(draft: Drafting, command: c.HoldHearing) -> None:
    """The two-week rule is met for who was heard (P9; Rv 800 lid 3, 809 lid 3)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    heard = ({"parties"} if command.parties else set()) | ({"child"} if command.youth else set())

    def still(unheard: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(who for who in unheard if who not in heard)

    measures = tuple(
        m.model_copy(update={"unheard": still(m.unheard)}) for m in child.measures if m.unheard and m.in_force(at)
    )
    placements = tuple(
        p.model_copy(update={"unheard": still(p.unheard)}) for p in child.placements if p.unheard and p.in_force(at)
    )
    secures = tuple(
        s.model_copy(update={"unheard": still(s.unheard)}) for s in child.secures if s.unheard and s.in_force(at)
    )
    event = e.PowersChanged(measures=measures, placements=placements, secures=secures)
    draft.emit(child.id, event, at, rules=("P9",), detail=detail_of(command))


def report_residence(draft: Drafting, command: c.ReportResidence) -> None:
    """Where the child lives; a stay away under a MUHP carries it out (T07)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    carried = executed(child, command.residence, command.place, at)
    done: tuple[str, ...] = ()
    if command.residence is Residence.HOME:
        done = tuple(t.id for t in child.tasks if t.code in ("no-title", "go-home"))
    away = command.residence is Residence.AWAY
    carers = foster_family(command.place, command.carers) if away else None
    event = e.PowersChanged(
        residence=command.residence,
        carers=carers,
        carers_since=carers_since(child, carers, local_day(at)),
        placements=tuple(carried),
        secures=carried_out(child, command, at),
        tasks_done=done,
    )
    draft.emit(child.id, event, at, rules=("residence",), detail=detail_of(command))


def end_placement(draft: Drafting, command: c.EndPlacement) -> None:
    """TR-63, or TR-59 under a provisional supervision: the GI ends the placement.

    Telling the Raad a month before is a duty, not a guard (T09, 00-B).
    """
    child = known(draft, command)
    at = moved_at(draft, command, child)
    placement = child.placement(at)
    after = _HOME.get(child.state)
    if placement is None or after is None:
        remedy = "Er is geen machtiging uithuisplaatsing in een ondertoezichtstelling."
        raise no_row(child, "TR-63/from", remedy)
    flags = _announced(draft, child, command, at)
    ended = placement.model_copy(update={"ended": at})
    draft.emit(child.id, e.PowersChanged(placements=(ended,)), at, rules=("1:265d",))
    draft.move(child.id, "end_placement", at, command=command, goal=after, detail=detail_of(command), flags=flags)


def _announced(draft: Drafting, child: ChildFile, command: c.EndPlacement, at: datetime) -> tuple[Flag, ...]:
    """T09: whether the Raad heard a month before; if not, by how much it was missed."""
    day, told = local_day(at), command.raad_told or _told_in_p8(child, at)
    term = child.owed_term("T09")
    if term is None:
        id_, due = draft.new_id(f"{child.id}/T09"), terms.reach("T09", day)
        term = terms.counted("T09", id_, day, due, f"het einde van de uithuisplaatsing op {day}")
        event = e.Noted(topic="placement_end_planned", on=day, opens=(term,))
        draft.emit(child.id, event, at, rules=("T09",))
    missed_before = term in child.overdue
    late = told is None or told > term.due
    done = (terms.closed(term, told or day, Outcome.MET if told else Outcome.MISSED),)
    event = e.Noted(
        topic="raad_told",
        on=told,
        term=term.id,
        closes=() if missed_before else done,
        answers=done if missed_before and told else (),
        tasks=tasks_for(term) if late and not missed_before else (),
    )
    draft.emit(child.id, event, at, rules=("T09",))
    text = "De Raad hoort dit ten minste een maand van tevoren te weten (T09)."
    return (Flag(rule="T09", text=text, source="BW 1:265j lid 2"),) if late else ()


def _told_in_p8(child: ChildFile, at: datetime) -> date | None:
    """The day on which the GI told the Raad in the procedure that is there for it (P8)."""
    told = (p for p in child.procedures if p.track == "P8" and p.step == "placement" and p.opened <= at)
    return max((local_day(p.opened) for p in told), default=None)


_HOME = {
    State.PROVISIONAL_SUPERVISION: State.PROVISIONAL_SUPERVISION,
    State.SUPERVISION_WITH_PLACEMENT: State.SUPERVISION,
}
"""Where a child is when the placement has ended."""
