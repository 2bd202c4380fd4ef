"""What should be there and is not, in one case, up to a moment. Pure.

Notices that nobody gave, norms that were missed without a reason, acts under a title that was not there, orders that
were written down late. Each is something to ask about; none is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from audit.folding import Body, Step, steps
from audit.standings import Standings
from audit.term_history import stories
from states.acts.standing import column
from states.decide import lapse
from states.editions.book import rules
from states.entry import Trace, bodies
from states.events import ActRegistered, OrderRecorded
from states.facts import Case, ChildFile
from states.terms.calendar import local_day


class Kind(StrEnum):
    """What is lacking."""

    NOTICE = "notice not delivered"
    NORM = "norm missed without a reason"
    ACT = "act without the title it rested on"
    ORDER = "order recorded late"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: since when (UTC), and for how many whole days it has been, or was, there."""

    framework: str
    kind: Kind
    case: str
    child: str
    seq: int
    since: str
    days: int
    rule: str
    what: str


def gaps(entries: Iterable[Body], now: datetime) -> list[Gap]:
    """The gaps in one case up to a moment (UTC), the longest first of each kind."""
    known = list(entries)
    standings = Standings(known)
    done = list(steps(known, Case(id=known[0]["case"] if known else "")))
    today = done[-1].after if done else Case(id="")
    found = [*_notices(known, standings, now), *_norms(known, today, standings, now)]
    for step in done:
        found += [*_act(step, today, standings), *_order(step, standings)]
    order = list(Kind)
    return sorted(found, key=lambda gap: (order.index(gap.kind), -gap.days, gap.child, gap.seq))


def _notices(entries: Sequence[Body], standings: Standings, now: datetime) -> Iterator[Gap]:
    given = {done for entry in entries for done in entry["effects"].get("notices_done", ())}
    for entry in entries:
        since = datetime.fromisoformat(entry["recorded_at"])
        for notice in entry["effects"].get("notices", ()):
            if notice["id"] not in given:
                what = f"{notice['code']} to {notice['recipient']}"
                yield _gap(Kind.NOTICE, entry, standings, since, (now - since).days, notice["code"], what)


def _norms(entries: Sequence[Body], today: Case, standings: Standings, now: datetime) -> Iterator[Gap]:
    trace = Trace("", "", "", "")
    since = bodies(lapse(today, now).drafts, today.id, now, trace) if today.children else []
    opened = {term["id"]: entry for entry in entries for term in entry["effects"].get("terms_opened", ())}
    for story in stories([*entries, *since]):
        late = story.overdue(local_day(now))
        row = rules(story.term.start).terms[story.term.rule]
        if late is None or late <= 0 or not row.owed or story.reason or story.term.id not in opened:
            continue
        what = f"{row.source}: due {story.term.due.isoformat()}, {'met late' if story.met else 'not met'}"
        yield _gap(Kind.NORM, opened[story.term.id], standings, story.term.at, late, story.term.rule, what)


def _act(step: Step, today: Case, standings: Standings) -> Iterator[Gap]:
    event = step.happened.event
    if not isinstance(event, ActRegistered):
        return
    child, at = step.body["child"], step.happened.effective_at
    act = rules(at).acts.get(event.act)
    file = today.children.get(child)
    if act is None or file is None:
        return
    was = column(step.before.children.get(child) or ChildFile(id=child), at)
    days = (step.happened.recorded_at - at).days
    measure = file.measure(at)
    if act.power and measure is None and file.secured(at) is None:
        what = f"act {event.act} by {event.organisation or event.by}: no title was in force"
    elif act.power and measure is not None and event.organisation not in {None, measure.gi}:
        what = f"act {event.act} by {event.organisation}: the title was held by {measure.gi}"
    elif (is_ := _then(file, standings, at)) != was:
        what = f"act {event.act}: done under {was}, and as is known today it was {is_}"
    else:
        return
    yield _gap(Kind.ACT, step.body, standings, at, days, f"act-{event.act}", what)


def _then(file: ChildFile, standings: Standings, at: datetime) -> str:
    """The column that counted, as is known today."""
    return column(file.model_copy(update={"state": standings.at(file.id, at).state}), at)


def _order(step: Step, standings: Standings) -> Iterator[Gap]:
    event = step.happened.event
    if isinstance(event, OrderRecorded) and event.late:
        given = event.order.pronounced
        days = (local_day(step.happened.recorded_at) - local_day(given)).days
        yield _gap(Kind.ORDER, step.body, standings, given, days, "NX-13", f"{event.order.kind.value} {event.order.id}")


def _gap(  # noqa: PLR0913, PLR0917 - a gap has this many parts
    kind: Kind, entry: Body, standings: Standings, since: datetime, days: int, rule: str, what: str
) -> Gap:
    return Gap(
        framework=standings.framework(entry["child"], since),
        kind=kind,
        case=entry["case"],
        child=entry["child"] or "",
        seq=entry["seq"],
        since=since.isoformat(),
        days=days,
        rule=rule,
        what=what,
    )
