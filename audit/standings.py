"""Under which framework a child stood at a moment: the first thing that every report about a child says. Pure.

As it is known today, after late orders and corrections; the same answer as ``child_state_at`` in the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from audit.folding import Body
from states.position import Framework, State, framework_of


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a child stood, and since when (UTC)."""

    state: State
    since: datetime | None

    @property
    def framework(self) -> Framework:
        """The framework of that state."""
        return framework_of(self.state)


class Standings:
    """The moves of the children of one case, and what lies ahead of each."""

    def __init__(self, entries: Iterable[Body]) -> None:
        """Read the entries, in order."""
        self._moves: dict[str, list[tuple[datetime, State]]] = {}
        self._ahead: dict[str, list[tuple[datetime, State]]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Body) -> None:
        """Read one entry more."""
        child = entry["child"]
        if child is None:
            return
        if entry["kind"] == "transition":
            at = datetime.fromisoformat(entry["effective_at"])
            self._moves.setdefault(child, []).append((at, State(entry["to"])))
        if entry["kind"] == "transition" or "ahead" in entry["effects"]:
            steps = entry["effects"].get("ahead", [])
            self._ahead[child] = [(datetime.fromisoformat(step["at"]), State(step["to"])) for step in steps]

    @property
    def children(self) -> list[str]:
        """Every child that came into the case."""
        return sorted(self._moves)

    def at(self, child: str, moment: datetime) -> Stood:
        """Where a child stood at a moment (UTC)."""
        moves = self._moves.get(child, [])
        stood = next(((at, state) for at, state in reversed(moves) if at <= moment), None)
        if stood is None:
            return Stood(State.NONE, None)
        if stood == moves[-1]:
            come = [step for step in self._ahead.get(child, []) if step[0] <= moment]
            stood = come[-1] if come else stood
        return Stood(stood[1], stood[0])

    def framework(self, child: str | None, moment: datetime) -> str:
        """The framework of a child at a moment; of an entry without a child, none."""
        return self.at(child, moment).framework.value if child else Framework.NONE.value

    def frameworks(self, moment: datetime) -> dict[str, str]:
        """The framework of every child at a moment: a case has none of its own (D1)."""
        return {child: self.framework(child, moment) for child in self.children}
