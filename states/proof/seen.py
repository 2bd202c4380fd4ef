"""A situation under examination: the child, and what ``may`` says of every act to everybody in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from states.acts.may import Verdict, may
from states.acts.scene import Scene
from states.editions.book import rules
from states.facts import ChildFile
from states.people import Actor
from states.position import CODES, State
from states.proof import reading as r
from states.proof.cast import ASKED
from states.proof.situation import Situation, name_of
from states.region import RegionMode

Answers = Mapping[tuple[int, int], Verdict]
"""Verdicts by act and by the place of the one who asks in :data:`ASKED`."""


@dataclass(frozen=True)
class Seen:
    """A child at a moment; ``acts`` limits what is asked, for a mutant that changed one act."""

    key: Situation
    child: ChildFile
    at: datetime
    acts: frozenset[int] | None = None
    people: tuple[Actor, ...] = ASKED

    @property
    def state(self) -> State:
        """Where the law says that the child stands."""
        return self.child.state

    @cached_property
    def runs(self) -> str:
        """What runs, as a column of :data:`CONFERS`; a dash: no measure."""
        order = self.key.order
        return "PLACED" if order in {"VOTS", "OTS"} and self.key.muhp != "-" else order

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """The acts that are asked."""
        every = rules(self.at).acts
        return tuple(number for number in every if self.acts is None or number in self.acts)

    def answers(self, child: ChildFile, acts: frozenset[int] | None = None) -> dict[tuple[int, int], Verdict]:
        """What ``may`` says to everybody, of a child that may differ in one fact."""
        wanted = [number for number in self.asked if acts is None or number in acts]
        scene = Scene(child, self.at)
        return {
            (number, place): may(number, child, self.at, by, scene=scene)
            for number in wanted
            for place, by in enumerate(self.people)
        }

    @cached_property
    def verdicts(self) -> dict[tuple[int, int], Verdict]:
        """What ``may`` says of this child."""
        return self.answers(self.child)

    @property
    def said(self) -> str:
        """What the law says here: the state, and one letter for each act and each who asks."""
        return f"{CODES[self.state]} {''.join(verdict.answer.value for verdict in self.verdicts.values())}"

    @cached_property
    def titles(self) -> dict[str, str | None]:
        """What runs, and the GI that the judge named for it; beside a partial guardianship also what it leaves."""
        held = r.measures(self.child, self.at)
        found = {self.runs: r.named(held[0], self.at)} if held else {}
        if self.runs == "VVp" and len(held) > 1:
            rest = "PLACED" if self.key.muhp != "-" else name_of(held[1])
            found[rest] = r.named(held[1], self.at)
        return found

    def elsewhere(self) -> dict[tuple[int, int], Verdict]:
        """What ``may`` says in a region with another mode, each situation in its turn another one."""
        modes = [mode for mode in RegionMode if mode is not self.child.region]
        mode = modes[len(self.key.text()) % len(modes)]
        return self.answers(self.child.model_copy(update={"region": mode}), self.region_acts)

    @cached_property
    def region_acts(self) -> frozenset[int]:
        """The acts that are asked again under another region mode: a third of them in each situation."""
        turn = len(self.key.first) % 3
        return frozenset(number for number in self.asked if number % 3 == turn)


def who(place: int) -> Actor:
    """The one who asked."""
    return ASKED[place]
