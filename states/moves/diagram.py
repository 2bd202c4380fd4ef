"""The picture of the states, made from the table (Mermaid).

Boxes are drawn, not modelled: no child can be in a box (D1).
"""

from __future__ import annotations

from collections import defaultdict

from states.moves.move import Move
from states.moves.table import MOVES
from states.position import CODES, MEASURE, RAAD, VOLUNTARY, State

BOXES: tuple[tuple[str, str, tuple[State, ...]], ...] = (
    ("vrijwillig", "VRIJWILLIG", VOLUNTARY),
    ("raad", "VRIJWILLIG · de Raad onderzoekt", RAAD),
    ("gedwongen", "GEDWONGEN · een rechter heeft beslist", MEASURE),
)
SHORT: dict[State, str] = {
    State.ASSESSMENT: "aanmelding, afweging",
    State.HELP: "vrijwillige hulp",
    State.GI_LED: "intensief, GI voert regie",
    State.TEAM_LED: "intensief, team voert regie",
    State.REQUESTED: "onderzoek gevraagd",
    State.INVESTIGATING: "onderzoek loopt",
    State.PETITIONED: "verzoek bij de rechter",
    State.PROVISIONAL_SUPERVISION: "voorlopige OTS",
    State.SUPERVISION: "OTS, kind thuis",
    State.SUPERVISION_WITH_PLACEMENT: "OTS, uithuisplaatsing",
    State.PROVISIONAL_GUARDIANSHIP: "voorlopige voogdij",
    State.GUARDIANSHIP: "voogdij",
    State.TEMPORARY_GUARDIANSHIP: "tijdelijke voogdij",
    State.CLOSED: "afgesloten",
}

HELD = (*RAAD, *MEASURE)
LANDING = "landing"


def node(state: State) -> str:
    """The name of a state in the picture."""
    return "start" if state is State.NONE else CODES[state]


def _group(state: State) -> str:
    """The box that a state is drawn in; measures are drawn as one target."""
    return next((name for name, _, states in BOXES if state in states), node(state))


def _edges(moves: tuple[Move, ...]) -> list[tuple[str, str, str]]:
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for move in moves:
        for source, target in move.pairs():
            a, b = node(source), node(target)
            if source is target:
                continue
            if move.lands and source in HELD:
                labels[_group(source), LANDING].add(move.id)
                labels[LANDING, _group(target) if target in MEASURE else b].add("")
                continue
            if _group(source) != _group(target):
                a = _group(source)
                b = _group(target) if target in MEASURE else b
            labels[a, b].add(move.id)
    return [(a, b, " ".join(sorted(ids))) for (a, b), ids in sorted(labels.items())]


def arrow(source: str, target: str, label: str) -> str:
    """An arrow with the moves on it; dotted, when there are none."""
    return f"  {source} -->|{label}| {target}" if label.strip() else f"  {source} -.-> {target}"


def mermaid(moves: tuple[Move, ...] = MOVES) -> str:
    """The diagram as a Mermaid flowchart: a box per framework, an arrow per pair of places.

    Rows that land are drawn through one diamond: where the child goes follows from facts.
    """
    lines = [
        "flowchart LR",
        "  start((start))",
        "  C([C afgesloten])",
        f"  {LANDING}{{landing: waar staat het kind nu?}}",
    ]
    for name, title, states in BOXES:
        lines.append(f'  subgraph {name} ["{title}"]')
        lines += [f'    {CODES[s]}["{CODES[s]} {SHORT[s]}"]' for s in states]
        lines.append("  end")
    lines += [arrow(a, b, label) for a, b, label in _edges(moves)]
    lines += [
        "  classDef vrij fill:#e7f4ea,stroke:#2e7d43,color:#123",
        "  classDef dwang fill:#fdecea,stroke:#b23b2e,color:#311",
        f"  class {','.join(CODES[s] for s in (*VOLUNTARY, *RAAD))} vrij",
        f"  class {','.join(CODES[s] for s in MEASURE)} dwang",
    ]
    return "\n".join(lines) + "\n"
