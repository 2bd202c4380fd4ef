"""Then and now: the same history under another edition, and which moves or acts it would refuse. Pure.

Only what the rules make different counts. An objection that the old rules would raise as well, because the papers of
the command are not in the log, says nothing; so it is left out. What guards ask of a paper cannot be seen here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.deciding import NotAgainError, decided_again
from audit.folding import Body, Step, steps
from states.acts.may import may
from states.context import Context
from states.drafting import BrokenLawError
from states.editions.book import LawBook, rules, under
from states.editions.edition import Edition
from states.events import ActRegistered, Moved, Refused
from states.facts import Case, ChildFile
from states.moves.machine import objections
from states.people import Actor, Role
from states.position import framework_of
from states.refusal import Reason


@dataclass(frozen=True, slots=True)
class Otherwise:
    """An entry that the other edition would not make: ``now`` is ``refused``, ``asks more`` or ``allowed``."""

    framework: str
    case: str
    child: str | None
    seq: int
    effective_at: str
    what: str
    now: str
    rule: str
    why: str
    source: str


def then_and_now(entries: Iterable[Body], edition: Edition) -> list[Otherwise]:
    """What would be otherwise in the history of one case, given in order from the first."""
    other = LawBook((edition,))
    found: list[Otherwise] = []
    for step in steps(entries, Case(id="")):
        found += _step(step, other)
    return found


def _step(step: Step, other: LawBook) -> Iterator[Otherwise]:
    event = step.happened.event
    if isinstance(event, Refused):
        yield from _refusal(step, other)
        return
    child = step.before.children.get(step.body["child"] or "") or ChildFile(id=step.body["child"] or "")
    if isinstance(event, Moved):
        yield from _move(step, event, child, other)
    elif isinstance(event, ActRegistered):
        yield from _act(step, event, child, other)


def _move(step: Step, event: Moved, child: ChildFile, other: LawBook) -> Iterator[Otherwise]:
    edition = other.editions[0]
    row = edition.rows.get(event.move)
    what = f"{event.move}: {event.source.value} to {event.target.value}"
    if row is None or (event.move, event.source.value, event.target.value) not in edition.legal:
        why = "this move does not exist" if row is None else "this move does not lead from there to there"
        yield _told(step, what, "refused", Reason(rule=event.move, text=why, source=edition.id, remedy=""))
        return
    before = {reason.rule for reason in _objections(step, event, child)}
    with under(other):
        objected = [reason for reason in _objections(step, event, child) if reason.rule not in before]
    by_law = row.court and _actor(step).role in (Role.SYSTEM, Role.COURT)
    for reason in objected:
        if not by_law or reason.rule.endswith(("/order", "/who")):
            yield _told(step, what, "asks more" if reason.supply else "refused", reason)


def _objections(step: Step, event: Moved, child: ChildFile) -> list[Reason]:
    row = rules(step.happened.effective_at).rows.get(event.move)
    if row is None:
        return []
    who = _actor(step)
    at = step.happened.effective_at

    def asked(*, asking: bool) -> Context:
        state = child.state.value
        return Context(
            case=step.before,
            child=child,
            at=at,
            now=step.happened.recorded_at,
            actor=who,
            state=state,
            goal=event.target,
            asking=asking,
        )

    # Asking, guards and documents speak; who may do it is asked for itself.
    found = objections(row, asked(asking=True))
    if who.role is not Role.SYSTEM and not row.court:
        found += [r for r in objections(row, asked(asking=False)) if r.rule.endswith("/who")]
    return found


def _act(step: Step, event: ActRegistered, child: ChildFile, other: LawBook) -> Iterator[Otherwise]:
    at = step.happened.effective_at
    who = Actor(id=event.by, role=event.role, organisation=event.organisation) if event.role else _actor(step)
    what = f"act {event.act}"
    if event.act not in other.editions[0].acts:
        reason = Reason(rule=f"act-{event.act}", text="this act does not exist", source=other.editions[0].id, remedy="")
        yield _told(step, what, "refused", reason)
        return
    was = may(event.act, child, at, who)
    with under(other):
        now = may(event.act, child, at, who)
    if (was.answer, was.holds, was.rule) == (now.answer, now.holds, now.rule):
        return
    reason = Reason(rule=now.rule, text=now.text, source=now.basis, remedy=now.alternative)
    if not now.holds:
        yield _told(step, what, "refused", reason)


def _refusal(step: Step, other: LawBook) -> Iterator[Otherwise]:
    with under(other):
        try:
            decision = decided_again(step.before, [step.body], {})
        except (NotAgainError, BrokenLawError):
            return
    if decision.refusal is None:
        event = step.happened.event
        rule = event.rules[0] if isinstance(event, Refused) and event.rules else ""
        reason = Reason(rule=rule, text="what was refused then would be carried out now", source="", remedy="")
        yield _told(step, f"refused {rule}", "allowed", reason)


def _actor(step: Step) -> Actor:
    actor = step.body["actor"]
    return Actor(id=actor["id"], role=Role(actor["role"]), organisation=actor["organisation"], under=actor["under"])


def _told(step: Step, what: str, now: str, reason: Reason) -> Otherwise:
    body = step.body
    child = step.after.children.get(body["child"] or "")
    return Otherwise(
        framework=framework_of(child.state).value if child else "none",
        case=body["case"],
        child=body["child"],
        seq=body["seq"],
        effective_at=body["effective_at"],
        what=what,
        now=now,
        rule=reason.rule,
        why=reason.text,
        source=reason.source,
    )
