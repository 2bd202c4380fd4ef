"""What goes on when the framework changes: worker, plan, goals and tasks, each asked again of ``may`` (R-29).

The file, the worker, the plan and the goals stay as they are. What somebody may do for them is another question in
another framework, and is answered here by the one function that answers it everywhere (invariant 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from states.acts.may import Answer, may
from states.facts import ChildFile, Task
from states.people import Actor, Role
from states.position import State
from states.work.asked import crosses
from states.work.goal import KINDS, Goal

LEAD, PLAN = 12, 18
"""Acts: the GI leads; the plan."""
_TASKS: Mapping[str, int] = {"T41": 28, "handover": 54, "file-transfer": 54, "go-home": 31, "lead": 12}
"""The act that a task takes; any other task is a duty that no framework takes away."""


class CarriedAs(StrEnum):
    """How something goes on after a change of framework."""

    CONTINUED = "continued"
    NEEDS_CONSENT = "needs_consent"
    STOPPED = "stopped"


DUTCH: Mapping[CarriedAs, str] = {
    CarriedAs.CONTINUED: "gaat door",
    CarriedAs.NEEDS_CONSENT: "alleen met toestemming",
    CarriedAs.STOPPED: "stopt",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that was there before, how it goes on, and why; ``id`` of the goal, task or worker."""

    id: str
    what: str
    how: CarriedAs
    why: str
    rule: str


def carried_over(child: ChildFile, before: State, after: State, at: datetime) -> tuple[Carried, ...]:
    """What was open before a change of framework, re-evaluated as the child stands at a moment (UTC).

    Empty when the two states are under the same framework: then nothing has to be asked again.
    """
    if not crosses(before, after):
        return ()
    begun = child.work.crossing.at if child.work.crossing is not None else at
    return (*_workers(child, at), *_plan(child, at), *_goals(child, begun, at), *_tasks(child, at))


def shown_at(child: ChildFile, at: datetime) -> tuple[Carried, ...]:
    """What the last change of framework carried over, as it stands at a moment (UTC)."""
    crossing = child.work.crossing
    return carried_over(child, crossing.source, crossing.target, at) if crossing is not None else ()


def _workers(child: ChildFile, at: datetime) -> Iterator[Carried]:
    for one in child.work.allocations:
        role = Role.GI if one.organisation is not None and one.organisation in gis(child) else Role.LOCAL_TEAM
        worker = Actor(id=one.worker, role=role, organisation=one.organisation)
        what = f"medewerker {one.worker}"
        if role is Role.GI:
            yield _asked(child, one.worker, what, LEAD, worker, at)
        else:
            yield Carried(one.worker, what, CarriedAs.CONTINUED, "Wie het gezin kent, blijft erbij.", "R-29")


def _plan(child: ChildFile, at: datetime) -> Iterator[Carried]:
    made = [act for act in child.acts if act.act == PLAN]
    if made and made[-1].role is not None:
        last = made[-1]
        by = Actor(id=last.by, role=last.role or Role.LOCAL_TEAM, organisation=last.organisation)
        yield _asked(child, f"act-{PLAN}", "het plan", PLAN, by, at)


def _goals(child: ChildFile, begun: datetime, at: datetime) -> Iterator[Carried]:
    for goal in child.work.goals:
        if goal.ended is None and goal.set_at <= begun:
            yield _asked(child, goal.id, _goal(goal), goal.act, goal.owner, at)


def _goal(goal: Goal) -> str:
    return f"doel: {KINDS[goal.kind]} ({goal.due.isoformat()})"


def _tasks(child: ChildFile, at: datetime) -> Iterator[Carried]:
    for task in child.tasks:
        act = _TASKS.get(task.code)
        what = f"taak: {task.text}"
        if act is None:
            yield Carried(task.id, what, CarriedAs.CONTINUED, "Dit blijft uw taak.", "R-29")
        else:
            yield _asked(child, task.id, what, act, _doer(child, task, at), at)


def _doer(child: ChildFile, task: Task, at: datetime) -> Actor:
    """Who does a task: somebody in its role, of the GI that holds the measure if there is one."""
    measure = child.measure(at)
    role = Role(task.role)
    organisation = measure.gi if measure is not None and role is Role.GI else None
    return Actor(id=task.role, role=role, organisation=organisation)


def _asked(child: ChildFile, id_: str, what: str, act: int, by: Actor, at: datetime) -> Carried:  # noqa: PLR0913, PLR0917 - what the answer depends on
    verdict = may(act, child, at, by)
    how = CarriedAs.CONTINUED
    if not verdict.holds:
        how = CarriedAs.NEEDS_CONSENT if verdict.answer is Answer.CONSENT else CarriedAs.STOPPED
    why = verdict.text if verdict.holds else f"{verdict.text} {verdict.alternative}"
    return Carried(id_, what, how, why.strip(), verdict.rule)


def gis(child: ChildFile) -> frozenset[str]:
    """The organisations that are known to be a GI in this file: from orders, petitions, leads and certificates."""
    named = {measure.gi for measure in child.measures} | {petition.gi for petition in child.petitions}
    named |= {one.gi for one in child.work.certificates}
    named |= {act.organisation for act in child.acts if act.role is Role.GI}
    if child.regie is not None and child.regie.lead.value == "gi":
        named.add(child.regie.organisation)
    return frozenset(name for name in named if name)
