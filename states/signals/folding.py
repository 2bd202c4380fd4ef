"""Folding what signals read: since when a child waits for a decision, or has a measure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from states import events as e
from states.facts import ChildFile
from states.position import MEASURE, RAAD, State
from states.signals.fact import HelpRun, Sight
from states.terms.calendar import day_start, local_day

UNDECIDED = (State.ASSESSMENT, *RAAD)
"""Where no help and no measure looks after safety by itself: V0 and R."""


def moved(child: ChildFile, event: e.Moved, when: datetime) -> dict[str, Any]:
    """Since when the child is under measures, or waits in V0 or R; what belonged to the place it left is over.

    Entries from before this was counted do not say that a measure begins: then no task is raised for them,
    so that what ran then still replays; the signal itself counts from the last move.
    """
    source, target = event.source, event.target
    measured = when if event.begins_measure else child.measured_since
    waiting = (child.undecided_since or when) if source in UNDECIDED else when
    return {
        "measured_since": measured if target in MEASURE else None,
        "undecided_since": waiting if target in UNDECIDED else None,
        "sight": child.sight if target in UNDECIDED else None,
        "help_runs": child.help_runs if target in MEASURE else (),
    }


def sight_kept(event: e.SightKept, at: datetime) -> dict[str, Any]:
    """A named person keeps sight on safety, or does so no longer."""
    return {"sight": Sight(person=event.person, since=at) if event.person is not None else None}


def prolonged(child: ChildFile, at: datetime) -> dict[str, Any]:
    """Who prolongs an assessment names somebody who keeps sight (T44)."""
    return {"sight": child.sight or Sight(since=at)}


def help_reported(child: ChildFile, event: e.HelpReported) -> dict[str, Any]:
    """Help runs under a measure from a day, or stopped on one."""
    runs = [run for run in child.help_runs if run.name != event.help]
    known = next((run for run in child.help_runs if run.name == event.help), None)
    if event.runs:
        since = known.since if known is not None and known.ended is None else event.on
        return {"help_runs": (*runs, HelpRun(name=event.help, since=since))}
    since = known.since if known is not None else event.on
    return {"help_runs": (*runs, HelpRun(name=event.help, since=since, ended=event.on))}


def without_help_since(child: ChildFile) -> datetime | None:
    """From when a child under a measure has no running help; ``None``: help runs, or there is no measure."""
    if child.state not in MEASURE or child.help is not None:
        return None
    if any(run.ended is None for run in child.help_runs):
        return None
    begin = child.measured_since or child.since
    if begin is None:
        return None
    stopped = [run.ended for run in child.help_runs if run.ended is not None]
    return max([begin, *(_after(day) for day in stopped if day >= local_day(begin))])


def _after(day: date) -> datetime:
    return day_start(day + timedelta(days=1))
