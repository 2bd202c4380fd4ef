"""Histories of every released build are replayed: a workflow that decides otherwise is found here.

A case lives for years and its run is replayed whenever a worker has forgotten it. Code that takes
another step than the one recorded would block that case.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner, WorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner
from typing_extensions import override

from casetool.temporal import DATA_CONVERTER
from states import exchange as x
from tests.golden import recording
from workflows.family_case import FamilyCase

FILES = sorted(recording.HISTORIES.glob("*.json"))


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Where a replay runs."""
    with ThreadPoolExecutor(2) as pool:
        yield pool


def _history(file: Path) -> WorkflowHistory:
    return WorkflowHistory.from_json(file.stem, file.read_text(encoding="utf-8"))


def _replayer(kind: type, runner: WorkflowRunner, threads: ThreadPoolExecutor) -> Replayer:
    return Replayer(
        workflows=[kind],
        data_converter=DATA_CONVERTER,
        workflow_runner=runner,
        workflow_task_executor=threads,
    )


def test_every_path_has_its_histories() -> None:
    """An empty set would replay without a fault."""
    assert {file.stem for file in FILES} == recording.names()


@pytest.mark.parametrize("runner", [SandboxedWorkflowRunner(), UnsandboxedWorkflowRunner()], ids=["sandbox", "plain"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_a_history_is_replayed(file: Path, runner: WorkflowRunner, threads: ThreadPoolExecutor) -> None:
    """The same steps, with the sandbox that tests use and without it, as production runs."""
    await _replayer(FamilyCase, runner, threads).replay_workflow(_history(file))


@workflow.defn(name="FamilyCase")
class Slower(FamilyCase):
    """Takes one step that no recorded run took."""

    @workflow.run
    @override
    async def run(self, start: x.CaseStart) -> None:
        """Wait a second before keeping watch."""
        await asyncio.sleep(1)
        await super().run(start)


async def test_another_step_is_found(threads: ThreadPoolExecutor) -> None:
    """The golden histories bite: one more timer is a fault."""
    replayer = _replayer(Slower, UnsandboxedWorkflowRunner(), threads)
    with pytest.raises(workflow.NondeterminismError):
        await replayer.replay_workflow(_history(FILES[0]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_history_says_nothing_about_the_machine_it_was_made_on(file: Path) -> None:
    """Recorded once, kept for ever, published with the code."""
    text = file.read_text(encoding="utf-8")
    assert not [word for word in ("stackTrace", "identity", "site-packages", "@") if word in text]


def test_the_paths_hold_what_is_hard_to_replay() -> None:
    """Refusals, lapses, skipped time, entries of others and a second run are among them."""
    kinds = set()
    for file in FILES:
        events = json.loads(file.read_text(encoding="utf-8"))["events"]
        kinds |= {event["eventType"].removeprefix("EVENT_TYPE_") for event in events}
    assert kinds >= {
        "TIMER_CANCELED",
        "TIMER_FIRED",
        "WORKFLOW_EXECUTION_COMPLETED",
        "WORKFLOW_EXECUTION_CONTINUED_AS_NEW",
        "WORKFLOW_EXECUTION_SIGNALED",
        "WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED",
        "WORKFLOW_EXECUTION_UPDATE_COMPLETED",
    }
