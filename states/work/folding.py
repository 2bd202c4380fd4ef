"""Folding the facts about good work into a child's file. It decides nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from states import events as e
from states.facts import ChildFile
from states.position import INTENSIVE
from states.work.asked import crosses
from states.work.file import Crossing


def _with(child: ChildFile, **new: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of the file
    return {"work": child.work.model_copy(update=new)}


def moved(child: ChildFile, event: e.Moved, when: datetime) -> dict[str, Any]:
    """Since when intensive help runs, when the framework last changed, and that somebody looks along on safety."""
    work, source, target = child.work, event.source, event.target
    since = (work.intensive_since if source in INTENSIVE else when) if target in INTENSIVE else None
    new: dict[str, Any] = {}
    if since != work.intensive_since:
        new["intensive_since"] = since
    if crosses(source, target):
        new["crossing"] = Crossing(source=source, target=target, at=when)
    if event.expertise is not None:
        new["expertise"] = (*work.expertise, event.expertise)
    return _with(child, **new) if new else {}


def reflection_held(child: ChildFile, event: e.ReflectionHeld) -> dict[str, Any]:
    """A reflection was held."""
    return _with(child, reflections=(*child.work.reflections, event.reflection))


def statement_changed(child: ChildFile, event: e.StatementChanged) -> dict[str, Any]:
    """A statement is new, was answered, or was used again."""
    others = (one for one in child.work.statements if one.id != event.statement.id)
    return _with(child, statements=(*others, event.statement))


def goal_changed(child: ChildFile, event: e.GoalChanged) -> dict[str, Any]:
    """A goal is new, or over."""
    others = (one for one in child.work.goals if one.id != event.goal.id)
    return _with(child, goals=(*others, event.goal))


def offer_changed(child: ChildFile, event: e.OfferChanged) -> dict[str, Any]:
    """Help was offered, or somebody answered."""
    others = (one for one in child.work.offers if one.id != event.offer.id)
    return _with(child, offers=(*others, event.offer))


def checklist_filled(child: ChildFile, event: e.ChecklistFilled) -> dict[str, Any]:
    """A checklist has answers; an older one of the same name stays readable in the log."""
    others = (one for one in child.work.checklists if one.checklist is not event.filled.checklist)
    return _with(child, checklists=(*others, event.filled))


def certificate_known(child: ChildFile, event: e.CertificateKnown) -> dict[str, Any]:
    """What the register says about a GI; the latest look counts."""
    others = (one for one in child.work.certificates if one.gi != event.certificate.gi)
    return _with(child, certificates=(*others, event.certificate))


def work_allocated(child: ChildFile, event: e.WorkAllocated) -> dict[str, Any]:
    """Who does the work from now on."""
    others = (one for one in child.work.allocations if one.worker != event.allocation.worker)
    return _with(child, allocations=(*others, event.allocation))


def expertise_attached(child: ChildFile, event: e.ExpertiseAttached) -> dict[str, Any]:
    """Somebody with knowledge of safety looks along."""
    return _with(child, expertise=(*child.work.expertise, event.expertise))
