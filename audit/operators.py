"""What operators did to a run, as its own history tells: terminated, reset, cancelled, moved to another build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

RESET = "WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW"
_DONE = {
    "EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED": "terminated",
    "EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED": "asked to stop",
    "EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED": "given other options",
    "EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED": "paused",
}


def done_by_operators(history: Mapping[str, Any]) -> tuple[str, ...]:
    """A line for each deed, in order: when (UTC), what, by whom and why. Temporal proves nobody's identity."""
    return tuple(_lines(history["events"]))


def _lines(events: list[dict[str, Any]]) -> Iterator[str]:
    for event in events:
        kind, when = event["eventType"], event["eventTime"][:19]
        said: dict[str, Any] = next((value for name, value in event.items() if name.endswith("EventAttributes")), {})
        who = said.get("identity") or "nobody named"
        if kind in _DONE:
            why = said.get("reason") or said.get("cause") or "no reason given"
            yield f"{when} {_DONE[kind]} by {who}: {why}"
        elif said.get("cause") == RESET:
            yield f"{when} began as a reset of run {said.get('baseRunId')} by {who}"
