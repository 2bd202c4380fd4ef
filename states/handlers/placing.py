"""Facts under a measure: a hearing, where the child lives, and the end of a placement by the GI."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.calendar import add_months, local_day
from states.drafting import Drafting
from states.facts import Residence
from states.handlers.common import detail_of, known, moved_at, no_row, professional, said_at
from states.position import State
from states.powers import executed
from states.refusal import Flag


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
    event = e.PowersChanged(measures=measures, placements=placements)
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
    event = e.PowersChanged(residence=command.residence, placements=tuple(carried), tasks_done=done)
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
    flags: tuple[Flag, ...] = ()
    told = command.raad_told
    if told is None or add_months(local_day(at), -1) < told:
        text = "De Raad hoort dit ten minste een maand van tevoren te weten (T09)."
        flags = (Flag(rule="T09", text=text, source="BW 1:265j lid 2"),)
    ended = placement.model_copy(update={"ended": at})
    draft.emit(child.id, e.PowersChanged(placements=(ended,)), at, rules=("1:265d",))
    draft.move(child.id, "end_placement", at, command=command, goal=after, detail=detail_of(command), flags=flags)


_HOME = {
    State.PROVISIONAL_SUPERVISION: State.PROVISIONAL_SUPERVISION,
    State.SUPERVISION_WITH_PLACEMENT: State.SUPERVISION,
}
"""Where a child is when the placement has ended."""
