"""An entry in a few English words, from what is readable in it: ids, dates, states, kinds, rules."""

from __future__ import annotations

from audit.difference import readable
from audit.folding import Body
from states.position import CODES, State

_NAMED: dict[str, tuple[str, ...]] = {
    "consent_given": ("consent",),
    "consent_withdrawn": ("person",),
    "order_recorded": ("order",),
    "petition_filed": ("petition",),
    "procedure_changed": ("procedure",),
    "noted": ("topic",),
    "reminded": ("topic",),
    "raad_changed": ("stage",),
    "sight_kept": ("person",),
    "corrected": ("order", "consent"),
}
_ANSWERS = {"A": "allowed", "T": "with consent", "J": "by a decision of the court"}
_PARTS = ("kind", "purpose", "help", "person", "track", "id")
"""Of what an event is about, the parts that are named, in this order."""


def told(entry: Body) -> str:
    """What happened, in one line."""
    facts = entry["facts"]
    if entry["kind"] == "transition":
        return f"{entry['move']}: {_code(entry['from'])} to {_code(entry['to'])}"
    if entry["event"] == "act_registered":
        return f"act {facts['act']} ({_ANSWERS.get(facts['answer'], facts['answer'])}, {facts['rule']})"
    if entry["event"] == "refused":
        return f"refused {facts['attempted']}: {', '.join(facts['rules'])}"
    about = [_part(facts[name]) for name in _NAMED.get(entry["event"], ()) if facts.get(name)]
    lists = [f"{name.replace('_', ' ')}: {len(rows)}" for name, rows in _lists(entry)]
    return "; ".join([" ".join([entry["event"].replace("_", " "), *about]), *lists])


def _code(state: str) -> str:
    return CODES[State(state)] if state in set(State) else state


def _part(value: object) -> str:
    if isinstance(value, dict):
        found = [readable(str(value[name])) for name in _PARTS if value.get(name)]
        return " ".join(found)
    return readable(str(value))


def _lists(entry: Body) -> list[tuple[str, list[object]]]:
    wanted = ("terms_opened", "terms_closed", "notices", "notices_done")
    return [(name, entry["effects"][name]) for name in wanted if entry["effects"].get(name)]
