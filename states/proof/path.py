"""The way to a step, to read: one line each with the moment, who, what, and the state after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from states.position import CODES
from states.proof.event import Step
from states.proof.exploring import Spot
from states.proof.stepping import child_of

_HERE = ZoneInfo("Europe/Amsterdam")


def _line(moment: datetime, who: str, what: str, state: str) -> str:
    return f"{moment.astimezone(_HERE):%Y-%m-%d %H:%M}  {who:<8} {what} -> {state}"


def told(way: Sequence[Spot], step: Step | None = None) -> Iterator[str]:
    """The lines of a way, and of a step that follows it."""
    for spot in way[1:]:
        state = CODES[child_of(spot.case).state]
        yield _line(spot.now, spot.who, spot.by, state)
    if step is None:
        return
    answer = CODES[child_of(step.after).state]
    if step.refusals:
        answer += f" (refused: {', '.join(step.refusals)})"
    yield _line(step.now, step.event.by, step.event.name, "broken" if step.broken else answer)
