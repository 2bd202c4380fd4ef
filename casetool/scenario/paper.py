"""A stage without servers: the law alone, with the entries it would store.

It decides, writes entries and folds what they say, as a running case does. Used to check a file
before it is played for real, and by the tests.
"""

from __future__ import annotations

from datetime import UTC, datetime

from casetool.scenario.stage import Entry, Outcome
from states.commands import Base
from states.decide import Decision, decide, lapse
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case


class Paper:
    """One case in memory."""

    def __init__(self) -> None:
        """A case without entries."""
        self._case = Case(id="paper")
        self._log: list[Entry] = []
        self._now = datetime.min.replace(tzinfo=UTC)

    async def start(self, moment: datetime) -> None:
        """Set the clock."""
        self._now = moment

    async def advance(self, moment: datetime) -> None:
        """Record what lapses up to a moment (UTC), and set the clock to it."""
        self._now = moment
        self._store(lapse(self._case, moment), f"lapse/{len(self._log)}")

    async def send(self, command: Base) -> Outcome:
        """Decide at the moment of the clock."""
        decision = decide(self._case, command, self._now)
        return Outcome(decision.refusal, tuple(self._store(decision, command.id)))

    def _store(self, decision: Decision, command: str) -> list[Entry]:
        trace = Trace(command, "paper", "paper", "paper")
        new = bodies(decision.drafts, self._case.id, self._now, trace)
        for body in new:
            self._case = evolve(self._case, happened(body))
        self._log += new
        return new

    async def case(self) -> Case:
        """The case as it is folded now."""
        return self._case

    async def entries(self) -> list[Entry]:
        """Every entry so far."""
        return self._log
