"""Many cases beside each other: how norms were kept, and how late things were written down, per organisation. Pure.

Numbers only: no case and no child is in the answer. Whose it is, is the GI that held the title when it began; without
a title, the organisation that leads intensive help; else the municipality of the child.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from audit.distribution import Distribution, distribution
from audit.folding import Body, steps
from audit.term_history import TermStory, stories
from states.decide import lapse
from states.editions.book import rules
from states.entry import Trace, bodies
from states.facts import Case, ChildFile
from states.people import Role
from states.position import Framework, framework_of
from states.terms.calendar import local_day
from states.terms.term import Outcome

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm or duty, for one organisation: how many terms, how they ended, and by how many days."""

    framework: str
    organisation: str
    rule: str
    title: str
    started: int
    met_in_time: int
    met_late: int
    missed: int
    """Not met, and the day is past."""
    missed_explained: int
    """Of those met late or missed, how many have a reason."""
    running: int
    dropped: int
    days_late: Distribution
    """Of those that ended or are past: days after (above zero) or before the last day."""


@dataclass(frozen=True, slots=True)
class Lateness:
    """How many days after it worked something was written down, for one organisation and kind of event."""

    framework: str
    organisation: str
    event: str
    days: Distribution
    late: int
    """How many were written down on a later day than they worked."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """What came of it."""

    cases: int
    children: int
    norms: tuple[Norm, ...]
    lateness: tuple[Lateness, ...]


_Key = tuple[str, str, str]


@dataclass(slots=True)
class _Counted:
    title: str = ""
    started: int = 0
    met_in_time: int = 0
    met_late: int = 0
    missed: int = 0
    explained: int = 0
    running: int = 0
    dropped: int = 0
    days: list[int] = field(default_factory=list)


def cohort(cases: Iterable[Iterable[Body]], now: datetime) -> Cohort:
    """Count over cases (the entries of each, in order), up to a moment (UTC). One case is in memory at a time."""
    norms: dict[_Key, _Counted] = defaultdict(_Counted)
    lateness: dict[_Key, list[int]] = defaultdict(list)
    number = children = 0
    for entries in cases:
        number += 1
        children += _case(list(entries), now, norms, lateness)
    return Cohort(
        number,
        children,
        tuple(_norm(key, counted) for key, counted in sorted(norms.items())),
        tuple(
            Lateness(*key, distribution(days), sum(day > 0 for day in days)) for key, days in sorted(lateness.items())
        ),
    )


def _case(entries: list[Body], now: datetime, norms: dict[_Key, _Counted], lateness: dict[_Key, list[int]]) -> int:
    case = Case(id=entries[0]["case"] if entries else "")
    whose: dict[str, tuple[str, str]] = {}
    for step in steps(entries, case):
        case = step.after
        child = case.children.get(step.body["child"] or "")
        if child is None:
            continue
        key = _whose(child, step.happened.effective_at)
        whose |= {term["id"]: key for term in step.body["effects"].get("terms_opened", ())}
        if step.body["actor"]["role"] != Role.SYSTEM:
            days = (local_day(step.happened.recorded_at) - local_day(step.happened.effective_at)).days
            lateness[*key, step.body["event"]].append(max(0, days))
    since = bodies(lapse(case, now).drafts, case.id, now, Trace("", "", "", "")) if case.children else []
    for story in stories([*entries, *since]):
        row = rules(story.term.start).terms[story.term.rule]
        if row.owed and story.term.id in whose:
            _count(norms[*whose[story.term.id], story.term.rule], story, now)
            norms[*whose[story.term.id], story.term.rule].title = row.title
    return len(case.children)


def _whose(child: ChildFile, at: datetime) -> tuple[str, str]:
    measure = child.measure(at)
    if measure is not None:
        # From the order on, whether or not the move that follows from it is written down yet.
        return Framework.COMPULSORY.value, measure.gi or UNKNOWN
    framework = framework_of(child.state).value
    lead = child.regie.organisation if child.regie else None
    return framework, lead or child.municipality or UNKNOWN


def _count(counted: _Counted, story: TermStory, now: datetime) -> None:
    counted.started += 1
    late = story.late if story.met else story.overdue(local_day(now))
    if story.outcome is None:
        counted.running += 1
        return
    if story.met:
        days = late or 0
        counted.days.append(days)
        counted.met_late += days > 0
        counted.met_in_time += days <= 0
    elif story.outcome is Outcome.MISSED and not story.dropped:
        counted.missed += 1
        counted.days.append(late or 0)
    else:
        counted.dropped += 1
        return
    counted.explained += bool(story.reason) and (not story.met or (late or 0) > 0)


def _norm(key: _Key, counted: _Counted) -> Norm:
    framework, organisation, rule = key
    return Norm(
        framework=framework,
        organisation=organisation,
        rule=rule,
        title=counted.title,
        started=counted.started,
        met_in_time=counted.met_in_time,
        met_late=counted.met_late,
        missed=counted.missed,
        missed_explained=counted.explained,
        running=counted.running,
        dropped=counted.dropped,
        days_late=distribution(counted.days),
    )
