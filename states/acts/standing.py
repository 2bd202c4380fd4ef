"""Where a child stands as far as acts go: which column of the matrix is read, and on what title.

Everything follows from orders and facts, never from the code of a state: a provisional supervision
with a MUHP reads M3, and a guardianship for some topics leaves the rest where it was (00-D, L2, L3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from states.acts.act import Topic
from states.facts import ChildFile
from states.moves.landing import landing, state_under
from states.orders.order import SUPERVISION, Measure, MeasureKind
from states.position import CODES, INTENSIVE, MEASURE, RAAD, State

_TOPICS: dict[str, Topic] = {
    "school": Topic.SCHOOL,
    "onderwijs": Topic.SCHOOL,
    "medisch": Topic.MEDICAL,
    "medische behandeling": Topic.MEDICAL,
    "verblijfsvergunning": Topic.RESIDENCE_PERMIT,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The state that counts, the column that is read, and the measure behind it, if there is one.

    ``scope`` are the topics of a partial guardianship; ``outside`` is where the child stands for
    everything else, and only there when ``scope`` is given.
    """

    state: State
    column: str
    measure: Measure | None = None
    scope: frozenset[Topic] = frozenset()
    outside: Standing | None = None


def topics(scope: str | None) -> frozenset[Topic]:
    """The topics that a dictum names; an unknown word confers nothing."""
    words = (word.strip().lower() for word in (scope or "").replace(";", ",").replace(" en ", ",").split(","))
    return frozenset(_TOPICS[word] for word in words if word in _TOPICS)


def standing(child: ChildFile, at: datetime) -> Standing:
    """Where a child stood at a moment: a power that ended gives no column (D3)."""
    measure = child.measure(at)
    if measure is None:
        state = landing(child, at) if child.state in MEASURE else child.state
        return Standing(state, _column(state))
    placed = measure.kind in SUPERVISION and child.placed(at)
    state = state_under(measure.kind, placed=placed)
    if measure.kind is MeasureKind.PROVISIONAL_GUARDIANSHIP and measure.partial:
        outside = standing(child.outside_scope(), at)
        return Standing(state, "M4p", measure, topics(measure.scope), outside)
    return Standing(state, "M3" if placed else _column(state), measure)


def _column(state: State) -> str:
    if state in RAAD:
        return "R"
    if state is State.NONE:
        return "V0"
    return "V2" if state in INTENSIVE else CODES[state]


def column(child: ChildFile, at: datetime) -> str:
    """The column of the matrix that is read for a child at a moment."""
    return standing(child, at).column
