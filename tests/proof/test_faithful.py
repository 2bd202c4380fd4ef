"""What runs lies in what was proved: scenarios, the demo and random runs (10-proof, faithfulness)."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from typing_extensions import override

from casetool.scenario import Paper, load, play
from casetool.scenario.stage import Entry
from states.decide import Decision, lapse
from states.position import CODES, State
from states.proof.faithful import Atlas
from tests.proof.ran import Ran
from tests.unit.test_law_machine import Law

ROOT = Path(__file__).parents[2]
FILES = sorted((*(ROOT / "casetool/scenarios").glob("*.toml"), *(ROOT / "tests/scenario/cases").glob("*.toml")))

pytestmark = pytest.mark.timeout(1500)


class Mapped(Paper):
    """A stage on which every step is looked up in what was proved."""

    def __init__(self, atlas: Atlas) -> None:
        """A case without entries."""
        super().__init__()
        self.atlas = atlas
        self.outside: list[str] = []

    @override
    def _store(self, decision: Decision, command: str) -> list[Entry]:
        made = super()._store(decision, command)
        self.outside += [f"{command}: {line}" for line in self.atlas.outside(self._case, self._now)]
        self.outside += [f"{command}: {line}" for line in self.atlas.unknown(decision)]
        return made


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_every_scenario_was_proved(file: Path, ran: Ran) -> None:
    """Each step of each course stands in a situation that was enumerated, by a move that was."""
    for course in load(file).plays():
        stage = Mapped(ran.atlas)
        await play(course, stage)
        assert stage.outside == []


class Faithful(Law):
    """The random runs of the law, with every case looked up."""

    atlas: ClassVar[Atlas]

    @invariant()
    def was_proved(self) -> None:
        """After every step, with everything settled."""
        settled = lapse(self.desk.case, self.desk.now)
        assert list(self.atlas.outside(settled.case, self.desk.now)) == []
        assert list(self.atlas.unknown(settled)) == []
        codes = {state.value: CODES[state] for state in State}
        moves = [body for body in self.desk.new if body["move"]]
        pairs = {f"{body['move']} {codes[body['from']]} {codes[body['to']]}" for body in moves}
        assert pairs <= self.atlas.pairs


def test_random_runs_were_proved(ran: Ran) -> None:
    """Whatever anybody sends, the case stands in a situation that was enumerated.

    The same runs every time, so that a change of the law is what makes them differ (docs/proof.md).
    """
    Faithful.atlas = ran.atlas
    run_state_machine_as_test(
        Faithful,
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
