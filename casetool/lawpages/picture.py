"""A picture per framework (Mermaid): its places, and the moves into, inside and out of them.

The same arrows as the picture of everything, with each other framework drawn as one place.
"""

from __future__ import annotations

from collections import defaultdict

from states.moves.diagram import BOXES, HELD, LANDING, SHORT, arrow, node
from states.moves.move import Move
from states.position import CODES, Framework, State, framework_of

NAMES: dict[Framework, str] = {
    Framework.VOLUNTARY: "vrijwillig",
    Framework.COMPULSORY: "gedwongen",
    Framework.NONE: "geen kader",
}
_IDS = {Framework.VOLUNTARY: "vrij", Framework.COMPULSORY: "dwang"}
_LABELS = {Framework.VOLUNTARY: "VRIJWILLIG", Framework.COMPULSORY: "GEDWONGEN"}


def places(framework: Framework) -> tuple[State, ...]:
    """The states of a framework."""
    return tuple(state for state in State if state is not State.NONE and framework_of(state) is framework)


def _as_seen(state: State, framework: Framework) -> str:
    """A state by its own name inside the picture's framework; by that of its framework elsewhere."""
    own = framework_of(state)
    return node(state) if own is framework or own is Framework.NONE else _IDS[own]


def _edges(moves: tuple[Move, ...], framework: Framework) -> list[tuple[str, str, str]]:
    inside = set(places(framework))
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for move in moves:
        for source, target in move.pairs():
            if source is target or not {source, target} & inside:
                continue
            a, b = _as_seen(source, framework), _as_seen(target, framework)
            if a == b:
                continue
            if move.lands and source in HELD:
                labels[a, LANDING].add(move.id)
                labels[LANDING, b].add("")
            else:
                labels[a, b].add(move.id)
    return [(a, b, " ".join(sorted(ids))) for (a, b), ids in sorted(labels.items())]


def mermaid(moves: tuple[Move, ...], framework: Framework) -> str:
    """The picture of one framework."""
    inside = places(framework)
    edges = _edges(moves, framework)
    used = {name for a, b, _ in edges for name in (a, b)}
    lines = ["flowchart LR"]
    if node(State.NONE) in used:
        lines.append("  start((nieuw))")
    if LANDING in used:
        lines.append(f"  {LANDING}{{landing: waar staat het kind nu?}}")
    for name, title, states in BOXES:
        here = [state for state in states if state in inside]
        if here:
            lines.append(f'  subgraph {name} ["{title}"]')
            lines += [f'    {CODES[s]}["{CODES[s]} {SHORT[s]}"]' for s in here]
            lines.append("  end")
    if node(State.CLOSED) in used:
        lines.append("  C([C afgesloten])")
    lines += [f'  {_IDS[f]}["{_LABELS[f]}"]' for f in _IDS if f is not framework and _IDS[f] in used]
    lines += [arrow(a, b, label) for a, b, label in edges]
    return "\n".join(lines) + "\n"


def staying(moves: tuple[Move, ...], framework: Framework) -> tuple[Move, ...]:
    """The moves of a framework that can leave a child where it stands; no arrow shows them."""
    inside = places(framework)
    return tuple(m for m in moves if any(s is t and s in inside for s, t in m.pairs()))
