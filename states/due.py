"""What happens by itself: powers that end, consents that run out, birthdays, terms (D3).

A timer only announces. ``settle`` brings a case up to a moment, in the order in which things
happened, each at its own effective moment; readers use ``forecast`` for the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from states import events as e
from states.calendar import add_working_days, birthday, day_start, local_day
from states.consent import Presumption, Purpose
from states.drafting import BrokenLawError, Drafting, title_of
from states.evolve import Happened, evolve_child
from states.facts import Case, ChildFile, Help, Task
from states.landing import derived, heading
from states.order import Placement
from states.people import (
    CHILD_CONSENTS_FROM,
    CHILD_DECIDES_FROM,
    MAJORITY,
    SYSTEM,
    YOUTH_HELP_UNTIL,
)
from states.position import HELPED, INTENSIVE, MEASURE, RAAD, State
from states.term import RULES, Outcome, Term, TermClosed

PRESUMED_WORKING_DAYS = 10
EIGHT_WEEKS = timedelta(weeks=8)
AHEAD = timedelta(days=400)
OPEN = frozenset(State) - {State.NONE, State.CLOSED}


def _birthdays(child: ChildFile) -> Iterator[tuple[int, datetime]]:
    if child.born is not None:
        for age in (CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY, YOUTH_HELP_UNTIL):
            yield age, day_start(birthday(child.born, age))


def _majority(child: ChildFile) -> datetime | None:
    return day_start(birthday(child.born, MAJORITY)) if child.born else None


def _reminders(child: ChildFile) -> Iterator[tuple[datetime, str, Task]]:
    """Tasks that a birthday asks for: eight weeks before 12, 16 and 18; a plan at 16 (T42)."""
    if child.state not in OPEN or child.opened_at is None or child.born is None:
        return
    for age, moment in _birthdays(child):
        if age == YOUTH_HELP_UNTIL:
            continue
        before = day_start(local_day(moment) - EIGHT_WEEKS)
        text = f"Het kind wordt {age}: bespreek de eigen toestemming."
        yield before, f"consent-{age}", _task(child, f"consent-{age}", text)
        if age == CHILD_DECIDES_FROM:
            text = "De jongere is 16: maak samen een toekomstplan (T42) [K]."
            yield moment, "T42", _task(child, "T42", text)


def _task(child: ChildFile, code: str, text: str) -> Task:
    return Task(id=f"{child.id}/{code}", code=code, role="local_team", text=text)


def _boundaries(child: ChildFile) -> set[datetime]:
    """The moments at which the facts of a child may say something else."""
    found: set[datetime] = {moment for _, moment in _birthdays(child)}
    for power in (*child.measures, *child.placements):
        found.add(power.start)
        if power.until is not None:
            found.add(power.until)
    if child.state not in MEASURE:
        for consent in child.consents:
            if consent.end is not None:
                found.add(consent.end)
        found |= {p.until for p in child.presumed}
        days = (day for held in child.authority for day in (held.since, held.until) if day)
        found |= {day_start(day) for day in days}
    return found


def _ended_placement(child: ChildFile, at: datetime) -> Placement | None:
    """A MUHP that ran out during a provisional supervision, and is not yet written off."""
    if child.state is not State.PROVISIONAL_SUPERVISION:
        return None
    over = (
        p for p in child.placements if p.ended is None and p.until is not None and p.until <= at
    )
    return next(over, None)


def _strained(child: ChildFile, at: datetime) -> bool:
    """Whether the facts at a moment ask for a move."""
    if child.state is State.NONE and not child.measures:
        return False
    if derived(child, at) is not child.state:
        return True
    adult = _majority(child)
    if adult is not None and at >= adult and child.state in HELPED:
        return child.since is None or child.since < adult
    if child.state in RAAD and child.help is not None:
        return child.consents_at(at).complete_help(child.help.name) is None
    return _ended_placement(child, at) is not None


def _first_strain(
    child: ChildFile, after: datetime | None, until: datetime | None
) -> datetime | None:
    """The first moment at which the facts ask for a move.

    ``after`` counts too: a fact that came late may say that the last move never was (NX-13).
    """
    for moment in sorted(_boundaries(child) | ({after} if after else set())):
        if after is not None and moment < after:
            continue
        if until is not None and moment > until:
            return None
        if _strained(child, moment):
            return moment
    return None


def _pending_terms(child: ChildFile) -> Iterator[Term]:
    return (t for t in child.terms if not RULES[t.rule].retention)


def _happenings(child: ChildFile) -> Iterator[tuple[datetime, int, str]]:
    """Everything that will happen to a child, as (moment, order, what)."""
    strain = _first_strain(child, child.since, None)
    if strain is not None:
        yield strain, 0, "move"
    for moment, topic, _ in _reminders(child):
        if topic not in child.reminded and child.opened_at and moment > child.opened_at:
            yield moment, 1, topic
    for term in _pending_terms(child):
        yield term.at, 2, term.id


def next_due(case: Case) -> datetime | None:
    """The earliest moment (UTC) at which something happens by itself; ``None``: nothing will."""
    return min(
        (moment for child in case.children.values() for moment, _, _ in _happenings(child)),
        default=None,
    )


def settle(draft: Drafting) -> None:
    """Record, as the system, what happened by itself up to now, each at its own moment."""
    while True:
        found = [
            (moment, order, child.id, what)
            for child in draft.case.children.values()
            for moment, order, what in _happenings(child)
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
    task = next(task for _, name, task in _reminders(child) if name == topic)
    event = e.Reminded(topic=topic, tasks=(task,))
    draft.emit(child.id, event, at, rules=(topic,), actor=SYSTEM)


def _over(draft: Drafting, child: ChildFile, at: datetime) -> None:
    """Close every term of a child that is over at a moment; a right expires, a duty is missed."""
    over = [t for t in _pending_terms(child) if t.at <= at]
    closes = tuple(
        TermClosed(
            id=t.id,
            outcome=Outcome.EXPIRED
            if RULES[t.rule].right or t.kind.value == "L"
            else Outcome.MISSED,
            days_late=None,
        )
        for t in over
    )
    event = e.Reminded(topic="term", closes=closes)
    rules = tuple(sorted({t.rule for t in over}))
    draft.emit(child.id, event, at, rules=rules, actor=SYSTEM)


def newly_asked(before: ChildFile, after: ChildFile, at: datetime) -> frozenset[str]:
    """Whom the law asks to consent since this very moment: a birthday, or a new authority."""
    old = before.consents_at(at - timedelta(microseconds=1))
    new = after.consents_at(at)
    grown = {after.id} if old.band is not new.band else set()
    return frozenset((set(new.required) - set(old.required)) | (grown & set(new.required)))


def presumption(
    child: ChildFile, at: datetime, asked: frozenset[str]
) -> tuple[Presumption, ...] | None:
    """Who is presumed to consent from a moment on, or ``None`` when nobody may be (L13).

    Only a minor's help that is not intrusive, only people the law asks since this very moment, and
    only for ten working days.
    """
    plain = child.help is not None and not child.help.intrusive
    if child.help is None or not plain or child.state not in (State.HELP, *RAAD):
        return None
    missing = child.consents_at(at).missing(Purpose.HELP, child.help.name)
    if not missing or not asked.issuperset(missing) or not child.is_minor(at):
        return None
    until = day_start(add_working_days(local_day(at), PRESUMED_WORKING_DAYS) + timedelta(days=1))
    return (*child.presumed, *(Presumption(person=p, until=until) for p in missing))


def _move(draft: Drafting, child: ChildFile, at: datetime) -> None:
    presumed = presumption(child, at, newly_asked(child, child, at))
    if presumed is not None:
        event = e.ConsentPresumed(presumed=presumed)
        draft.emit(child.id, event, at, rules=("L13",), actor=SYSTEM)
        return
    ended = _ended_placement(child, at)
    target = heading(child, at)
    if ended is not None and target is child.state:
        over = ended.model_copy(update={"ended": at})
        event_ = e.PowersChanged(placements=(over,))
        draft.move(child.id, "placement_ends", at, actor=SYSTEM, goal=target)
        draft.emit(child.id, event_, at, rules=("TR-59",), actor=SYSTEM)
        return
    trigger = _trigger(child, target, at)
    facts: dict[str, object] = {}
    if trigger == "majority":
        facts["drops_petitions"] = True
        target = target if target in (State.HELP, State.CLOSED) else State.CLOSED
    if target is State.CLOSED:
        facts["closed_reason"] = "C4"
    if child.state in RAAD and target is child.state:
        facts |= {"stops_help": True, "raad": child.raad}
    elif target in RAAD:
        facts["raad"] = child.raad
    if target is State.HELP and child.state not in HELPED:
        facts["help"] = landed_help(child, at)
    if draft.move(child.id, trigger, at, actor=SYSTEM, goal=target, **facts) is None:
        message = f"no row moves {child.id} from {child.state} to {target} ({trigger}, {at})"
        raise BrokenLawError(message)


def landed_help(child: ChildFile, at: datetime) -> Help:
    """The help to which everybody consents at a landing (00-A, step 5)."""
    running = child.help.name if child.help else None
    name = child.consents_at(at).complete_help(running)
    if child.help is not None and child.help.name == name:
        return child.help
    return Help(name=name or "", since=at)


def _trigger(child: ChildFile, target: State, at: datetime) -> str:
    """What the table calls the thing that happened at a moment."""
    adult = _majority(child)
    if adult is not None and at >= adult and (child.since is None or child.since < adult):
        return "majority"
    if child.state in INTENSIVE and target is State.HELP:
        return "intensive_consent_falls"
    if target is State.CLOSED and child.state is State.HELP:
        old = birthday(child.born, YOUTH_HELP_UNTIL) if child.born else None
        return "youth_help_ends" if old and local_day(at) >= old else "consent_falls"
    if target in MEASURE and child.state not in MEASURE:
        return _order_trigger(child, at)
    if child.state in MEASURE and target in MEASURE:
        fell = child.state is State.SUPERVISION_WITH_PLACEMENT and target is State.SUPERVISION
        return "placement_ends" if fell else _order_trigger(child, at)
    if child.state in MEASURE:
        heard_too_late = any(
            m.lapses_unheard == at and m.unheard for m in child.measures if m.ended is None
        )
        m1 = child.state is State.PROVISIONAL_SUPERVISION
        return "unheard" if m1 and heard_too_late else "measure_ends"
    return "consent_falls"


def _order_trigger(child: ChildFile, at: datetime) -> str:
    power = next(
        (p for p in (*reversed(child.measures), *reversed(child.placements)) if p.start == at),
        child.measure(at),
    )
    order = next(o for o in child.orders if power is not None and o.id == power.order)
    if order.imported and child.state is State.NONE:
        return "import_measure"
    return f"order.{order.kind}"


def forecast(child: ChildFile, now: datetime) -> list[dict[str, object]]:
    """The states a child will be in if nobody does anything, with the title each rests on (D3).

    The next one always; those after it within 400 days. Every entry makes a new forecast.
    """
    ahead: list[dict[str, object]] = []
    horizon = None
    after = max(filter(None, (child.since, now)))
    while horizon is None or after < horizon:
        at = _first_strain(child, after, horizon)
        if at is None:
            break
        presumed = presumption(child, at, newly_asked(child, child, at))
        if presumed is not None:
            child = child.model_copy(update={"presumed": presumed})
            after = at
            continue
        target = heading(child, at)
        if target is child.state:
            after = at
            if child.state in RAAD:
                child = child.model_copy(update={"help": None})
            continue
        adult = _majority(child)
        falls = adult is not None and at >= adult
        event = e.Moved(
            move="",
            source=child.state,
            target=target,
            help=landed_help(child, at) if target is State.HELP else None,
            raad=child.raad if target in RAAD else None,
            drops_petitions=falls,
        )
        happened = Happened.model_construct(
            seq=0, effective_at=at, recorded_at=at, child=child.id, event=event
        )
        child = evolve_child(child, happened)
        ahead.append({"at": at, "to": target, "title": title_of(child, target, at)})
        horizon = horizon or at + AHEAD
        after = at
    return ahead
