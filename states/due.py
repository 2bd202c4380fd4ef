"""What happens by itself: powers that end, consents that run out, birthdays, terms (D3).

A timer only announces. ``settle`` brings a case up to a moment, in the order in which things
happened, each at its own effective moment; readers use ``forecast`` for the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, TypedDict

from states import events as e
from states.consents.presuming import asking_moments, newly_asked, newly_required, presumption
from states.drafting import BrokenLawError, Drafting, title_of
from states.editions.book import rules
from states.evolve import Happened, evolve_child
from states.facts import Case, ChildFile
from states.moves.landing import heading, landing_facts, opened
from states.orders.guardianship import triggers
from states.orders.order import MEASURE_OF, OrderKind, power_start
from states.people import COURT, SYSTEM, YOUTH_HELP_UNTIL
from states.position import GUARDED, HELPED, INTENSIVE, MEASURE, RAAD, State
from states.strain import covering, ended_placement, ended_secure, first_strain, majority_of, next_move
from states.terms import term as terms
from states.terms.calendar import birthday, local_day
from states.terms.missed import tasks_for
from states.terms.powers import spent_terms
from states.terms.reminders import reminders
from states.terms.term import Outcome, Term, TermClosed

AHEAD = timedelta(days=400)
_LIFTS = (OrderKind.SUPERVISION_LIFTED, OrderKind.PROVISIONAL_SUPERVISION_ENDED, OrderKind.ANNULLED)


def _pending_terms(child: ChildFile) -> Iterator[Term]:
    return (t for t in child.terms if not rules(t.start).terms[t.rule].retention)


def _happenings(child: ChildFile, until: datetime | None = None) -> Iterator[tuple[datetime, int, str]]:
    """Everything that will happen to a child, as (moment, order, what); after ``until`` perhaps not all."""
    strain = next_move(child, until)
    if strain is not None:
        yield strain, 0, "move"
    for moment, topic, _ in reminders(child, until):
        if topic not in child.reminded and child.opened_at and moment > child.opened_at:
            yield moment, 1, topic
    for term in _pending_terms(child):
        yield term.at, 2, term.id


def next_due(case: Case) -> datetime | None:
    """The earliest moment (UTC) at which something happens by itself; ``None``: nothing will."""
    return min(filter(None, map(_next_of, case.children.values())), default=None)


def _next_of(child: ChildFile) -> datetime | None:
    """The earliest for one child; a term is cheap to find, and what comes after it need not be worked out."""
    term = min((term.at for term in _pending_terms(child)), default=None)
    return min((moment for moment, _, _ in _happenings(child, term)), default=None)


def settle(draft: Drafting) -> None:
    """Record, as the system, what happened by itself up to now, each at its own moment."""
    while True:
        found = [
            (moment, order, child.id, what)
            for child in draft.case.children.values()
            for moment, order, what in _happenings(child, draft.now)
            if moment <= draft.now
        ]
        if not found:
            return
        moment, order, child_id, what = min(found)
        if order == 0:
            _move(draft, draft.child(child_id), moment)
        elif order == 1:
            _remind(draft, draft.child(child_id), moment, what)
        else:
            _over(draft, draft.child(child_id), moment)


def _remind(draft: Drafting, child: ChildFile, at: datetime, topic: str) -> None:
    task = next(task for _, name, task in reminders(child) if name == topic)
    plan = (terms.running("T42", draft.new_id(f"{child.id}/T42"), local_day(at), "de 16e verjaardag"),)
    event = e.Reminded(topic=topic, tasks=(task,), opens=plan if topic == "T42" else ())
    draft.emit(child.id, event, at, rules=(task.code,), actor=SYSTEM)


def _over(draft: Drafting, child: ChildFile, at: datetime) -> None:
    """Close every term of a child that is over at a moment; a right expires, a duty is missed."""
    over = [t for t in _pending_terms(child) if t.at <= at]
    closes = tuple(
        TermClosed(
            id=t.id,
            outcome=Outcome.EXPIRED if rules(t.start).terms[t.rule].right or t.kind.value == "L" else Outcome.MISSED,
            days_late=None,
        )
        for t in over
    )
    known = {t.id for t in over}
    closes += tuple(
        TermClosed(id=id_, outcome=Outcome.DROPPED) for id_ in sorted(spent_terms(child, at)) if id_ not in known
    )
    asked = {task.id for task in child.tasks}
    tasks = tuple(task for t in over for task in tasks_for(t) if task.id not in asked)
    event = e.Reminded(topic="term", closes=closes, tasks=tasks)
    draft.emit(child.id, event, at, rules=tuple(sorted({t.rule for t in over})), actor=SYSTEM)


def _move(draft: Drafting, child: ChildFile, at: datetime) -> None:
    presumed = presumption(child, at, newly_asked(child, child, at))
    if presumed is not None:
        event = e.ConsentPresumed(presumed=presumed)
        draft.emit(child.id, event, at, rules=("L13",), actor=SYSTEM)
        return
    target = heading(child, at)
    measure = covering(child, at)
    if measure is not None and target is child.state:
        draft.emit(child.id, e.MeasureCovers(order=measure.order), at, rules=("L3", "00-A"), actor=SYSTEM)
        return
    secure = ended_secure(child, at)
    if secure is not None:
        facts = landing_facts(child, target, at)
        if draft.move(child.id, "secure_ends", at, actor=SYSTEM, goal=target, **facts) is not None:
            gone = e.PowersChanged(secures=(secure.model_copy(update={"ended": at}),))
            draft.emit(child.id, gone, at, rules=("TR-68",), actor=SYSTEM)
            return
    ended = ended_placement(child, at)
    if ended is not None and target is child.state:
        over = ended.model_copy(update={"ended": at})
        event_ = e.PowersChanged(placements=(over,))
        draft.move(child.id, "placement_ends", at, actor=SYSTEM, goal=target)
        draft.emit(child.id, event_, at, rules=("TR-59",), actor=SYSTEM)
        return
    came_of_age = _comes_of_age(child, at)
    facts = landing_facts(child, target, at)
    facts["drops_petitions"] = came_of_age
    for trigger in _triggers(child, target, at):
        by = COURT if trigger == f"order.{OrderKind.AUTHORITY_CHANGED}" else SYSTEM
        if draft.move(child.id, trigger, at, actor=SYSTEM, decider=by, goal=target, **facts) is not None:
            return
    message = f"no row moves {child.id} from {child.state} to {target} ({at})"
    raise BrokenLawError(message)


def _comes_of_age(child: ChildFile, at: datetime) -> bool:
    adult = majority_of(child)
    return adult is not None and at >= adult and (child.since is None or child.since < adult)


def _triggers(child: ChildFile, target: State, at: datetime) -> Iterator[str]:
    """What the table may call the thing that happened at a moment, the likeliest first."""
    if target is State.ASSESSMENT and opened(child, at):
        yield f"order.{OrderKind.SECURE_PLACEMENT}"
    elif _comes_of_age(child, at):
        yield "majority"
    elif child.state in INTENSIVE and target is State.HELP:
        yield "intensive_consent_falls"
    elif target is State.CLOSED and child.state is State.HELP:
        old = birthday(child.born, YOUTH_HELP_UNTIL) if child.born else None
        yield "youth_help_ends" if old and local_day(at) >= old else "consent_falls"
    elif child.state in MEASURE:
        if target is State.SUPERVISION:
            yield "placement_ends"
        yield from _orders_at(child, target, at)
        if any(m.unheard and m.lapses_unheard == at for m in child.measures if m.ended is None):
            yield "unheard"
        yield "measure_ends"
    elif target in MEASURE or child.state in RAAD:
        yield from _orders_at(child, target, at)
    yield "consent_falls"


def _orders_at(child: ChildFile, target: State, at: datetime) -> Iterator[str]:
    """The orders whose power begins or ends at a moment; then the one that is in force."""
    measure = child.measure(at)
    begins = {p.order for p in (*child.measures, *child.placements, *child.secures) if p.start == at}
    begins |= {s.order for m in child.measures for s in m.successions if s.at == at}
    ends = {o.id for o in child.orders if (o.kind in _LIFTS or o.authority) and power_start(o) == at}
    ends |= {m.ended_by for m in child.measures if m.ended_by is not None and m.until == at}
    held = {measure.order} if measure is not None and child.state not in MEASURE else set()
    placement = child.placement(at) if target is State.SUPERVISION_WITH_PLACEMENT else None
    if placement is not None and child.state is State.SUPERVISION:
        held.add(placement.order)
    secure = child.secured(at)
    if secure is not None and target is State.SUPERVISION_WITH_PLACEMENT and child.state is State.SUPERVISION:
        held.add(secure.order)
    for ids in (begins | ends, held):
        for order in reversed(child.orders):
            if order.id not in ids:
                continue
            beside = MEASURE_OF.get(order.kind) is not None and target in GUARDED
            if order.imported and (child.state is State.NONE or beside):
                yield "import_measure"
            yield from triggers(order)


class Ahead(TypedDict):
    """A state to come: the moment it is reached, and the title it rests on."""

    at: datetime
    to: State
    title: dict[str, Any] | None


def forecast(child: ChildFile, now: datetime) -> list[Ahead]:
    """The states a child will be in if nobody does anything, with the title each rests on (D3).

    The next one always; those after it within 400 days, and on while one rests on something that
    ends. Every entry makes a new forecast.
    """
    ahead: list[Ahead] = []
    horizon = None
    after = max(filter(None, (child.since, now)))
    ahead += _renewed(child, after)
    while True:
        rests = child.state in (*HELPED, *MEASURE)
        at = first_strain(child, after, None if rests else horizon)
        ahead += _rereads(child, after, at)
        if at is None:
            break
        presumed = presumption(child, at, newly_asked(child, child, at))
        after = at
        if presumed is not None:
            child = child.model_copy(update={"presumed": presumed})
            ahead += _step(child, at) if child.state in HELPED else []
            continue
        target = heading(child, at)
        measure = covering(child, at)
        if measure is not None and target is child.state:
            child = _after(child, e.MeasureCovers(order=measure.order), at)
            continue
        secure = ended_secure(child, at)
        if secure is not None:
            over = secure.model_copy(update={"ended": at})
            child = child.model_copy(
                update={"secures": tuple(over if s.order == over.order else s for s in child.secures)}
            )
            if target is child.state:
                continue
        if target is child.state:
            if child.state in RAAD:
                lead_only = child.helped(at)
                child = child.model_copy(update={"regie": None} if lead_only else {"help": None, "regie": None})
            continue
        child = _moved(child, target, at)
        ahead += _step(child, at)
        horizon = horizon or at + AHEAD
    return ahead


def _step(child: ChildFile, at: datetime) -> list[Ahead]:
    return [Ahead(at=at, to=child.state, title=title_of(child, child.state, at))]


def _rereads(child: ChildFile, after: datetime | None, before: datetime | None) -> list[Ahead]:
    """When help goes on, but others have to consent to it: what it rests on is written anew (L13)."""
    if child.state not in HELPED:
        return []
    return [
        step
        for moment in sorted(asking_moments(child))
        if (after is None or moment > after) and (before is None or moment < before) and newly_required(child, moment)
        for step in _step(child, moment)
    ]


def _renewed(child: ChildFile, now: datetime) -> list[Ahead]:
    """The same, when the last such moment has passed since a move wrote down what the state rests on."""
    past = _rereads(child, child.titled_at, now + timedelta(microseconds=1))
    if not past:
        return []
    title = title_of(child, child.state, now)
    used = title["consents"] if title else ()
    counts = [c.valid_from for c in child.consents if c.id in used]
    return [Ahead(at=max([past[-1]["at"], *counts]), to=child.state, title=title)]


def _moved(child: ChildFile, target: State, at: datetime) -> ChildFile:
    adult = majority_of(child)
    facts = landing_facts(child, target, at)
    facts["drops_petitions"] = adult is not None and at >= adult
    return _after(child, e.Moved(move="", source=child.state, target=target, **facts), at)


def _after(child: ChildFile, event: e.Event, at: datetime) -> ChildFile:
    return evolve_child(
        child, Happened.model_construct(seq=0, effective_at=at, recorded_at=at, child=child.id, event=event)
    )
