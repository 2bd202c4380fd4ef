"""Replays one history with the code of this build: what an older build is asked, too, as a program of its own.

``python -m casetool.replaying < history.json`` ends with 0 when every step is the recorded one, and with 1 and a line
on standard output when one is not. The history is in the form of ``records.archive.written``.
"""

from __future__ import annotations

import asyncio
import json
import shlex
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from typing import Any

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner

from audit.execution import Replay
from casetool.settings import SettingsError
from casetool.temporal import DATA_CONVERTER
from workflows.family_case import FamilyCase

NAMESPACE = "default"
LONG = 600
"""Seconds that another build may take for one history."""
WORDS = 300


async def here(history: Mapping[str, Any]) -> str | None:
    """Replay with this build; gives what differs, or ``None``."""
    whole = WorkflowHistory.from_json(str(history["workflow"]), json.dumps({"events": history["events"]}))
    replayer = Replayer(
        workflows=[FamilyCase],
        data_converter=DATA_CONVERTER,
        namespace=NAMESPACE,
        workflow_runner=UnsandboxedWorkflowRunner(),
    )
    result = await replayer.replay_workflow(whole, raise_on_replay_failure=False)
    failure = result.replay_failure
    return None if failure is None else f"{type(failure).__name__}: {failure}"[:WORDS]


async def _elsewhere(command: list[str], history: Mapping[str, Any]) -> str | None:
    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - the auditor names the program of each build
            command, input=json.dumps(history), capture_output=True, text=True, timeout=LONG, check=False
        )

    try:
        done = await asyncio.to_thread(run)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"its program could not be run ({type(error).__name__})"
    if done.returncode == 0:
        return None
    lines = (done.stdout.strip() or done.stderr.strip() or f"ended with {done.returncode}").splitlines()
    return lines[-1][:WORDS]


def programs(named: list[str]) -> dict[str, Replay]:
    """What replays each other build; written ``BUILD=PROGRAM ARGUMENTS``.

    Raises:
        SettingsError: it is not written so.
    """
    found: dict[str, Replay] = {}
    for one in named:
        build, _, command = one.partition("=")
        words = shlex.split(command)
        if not build or not words:
            raise SettingsError(
                f"--build {one}: write BUILD=PROGRAM, such as 1.2=/opt/1.2/python -m casetool.replaying"
            )
        found[build] = partial(_elsewhere, words)
    return found


def main() -> int:
    """Replay what comes in."""
    differs = asyncio.run(here(json.load(sys.stdin)))
    if differs is not None:
        sys.stdout.write(f"{differs}\n")
    return int(differs is not None)


if __name__ == "__main__":
    sys.exit(main())
