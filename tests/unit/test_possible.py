"""What a refusal says is possible, is what the list of options says (D5)."""

from __future__ import annotations

from states.facts import Case
from states.moves.options import options, possible
from states.position import State
from tests.unit.desk import supervised


def test_a_refusal_names_the_same_moves_as_the_list_of_options_in_every_state() -> None:
    """D5: one answer to what can be done instead, however it is asked."""
    desk = supervised()
    for state in State:
        child = desk.child().model_copy(update={"state": state})
        case = Case(id="case", children={child.id: child})
        listed = tuple(f"{o.id} {o.title}" for o in options(case, child, desk.now) if o.possible)
        assert possible(case, child.id, desk.now) == listed
