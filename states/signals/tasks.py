"""Tasks of signals, at their own moments: asked when it begins, and finished by the fact that ends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.facts import ChildFile, Task
from states.position import MEASURE, State
from states.signals.folding import UNDECIDED, without_help_since
from states.signals.signal import no_help_from
from states.terms.calendar import local_day

KEEPS_SIGHT = "keeps-sight"
NO_HELP = "no-help"


def asks_who_keeps_sight(child: ChildFile, target: State) -> bool:
    """Whether a child comes into V0 or R from elsewhere, so that somebody has to be named (S2).

    A fall into V0 has a task already, that asks where the child is and who looks (00-A).
    """
    fell = target is State.ASSESSMENT and child.state not in (State.NONE, State.CLOSED)
    return target in UNDECIDED and child.state not in UNDECIDED and not fell


def without_help(child: ChildFile) -> Iterator[tuple[datetime, str, Task]]:
    """The moment, topic and task of four weeks without running help under a measure (S1)."""
    since, moment = without_help_since(child), no_help_from(child)
    if since is None or moment is None or child.measured_since is None:
        return
    topic = f"{NO_HELP}-{local_day(since).isoformat()}"
    text = "Vier weken een maatregel en geen hulp die loopt. Regel hulp, of leg vast welke hulp loopt (report_help)."
    yield moment, topic, Task(id=f"{child.id}/{topic}", code=NO_HELP, role="gi", text=text)


def over(child: ChildFile, target: State) -> tuple[str, ...]:
    """The tasks that end with a move: all on closing; else those of a place that the child leaves."""
    if target is State.CLOSED:
        return tuple(task.id for task in child.tasks)
    gone = {KEEPS_SIGHT} if target not in UNDECIDED else set()
    gone |= {NO_HELP} if target not in MEASURE else set()
    return tuple(task.id for task in child.tasks if task.code in gone)
