"""TR-82: an order, a consent or a death was recorded by mistake. Two people say so, and nobody rewrites the log."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.acts.rechecking import look_back
from states.consents.consent import Consent
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile, Deceased
from states.handlers.common import detail_of, known, no_row, refuse
from states.moves.landing import heading, landing, landing_facts
from states.moves.machine import objections
from states.notices import notice
from states.orders.order import Order
from states.position import RAAD, State
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Outcome
from states.undoing.death import death_of


def correct(draft: Drafting, command: c.Correct) -> None:
    """The wrong entry was never there: from its own moment, with all acts since looked at again."""
    child = known(draft, command)
    order, consent = (None, None) if command.death else _wrong(child, command)
    death = _death(child, command)
    since = order.pronounced if order is not None else consent.given_at if consent is not None else draft.now
    since = child.died or since if death is not None else since
    row = rules(draft.now).rows.get("TR-82")
    if row is None:
        raise no_row(child, "TR-82", "Leg vast wat er niet klopt als notitie (note).")
    found = objections(row, draft.context(child, draft.now, command, command.by))
    if found:
        raise NotAllowedError("TR-82", found)
    at = max(since, child.since or since)
    if death is not None:
        _revive(draft, command, child, death, at)
        return
    event = e.Corrected(
        order=order.id if order is not None else None,
        consent=consent.id if consent is not None else None,
        second=command.second or "",
        closes=tuple(
            terms.closed(t, local_day(draft.now), Outcome.DROPPED)
            for t in child.terms
            if order is not None and t.id in {f"{order.id}/{rule}" for rule in ("T26", "T46")}
        ),
    )
    draft.emit(child.id, event, since, rules=("TR-82",), detail=detail_of(command))
    after = draft.child(child.id)
    target = heading(after, at)
    facts = landing_facts(after, target, at)
    if child.state is target is State.CLOSED and child.closed_reason is not None:
        facts["closed_reason"] = child.closed_reason
    draft.move(child.id, "correct", at, command=command, goal=target, **facts)
    look_back(draft, child, since)


def _death(child: ChildFile, command: c.Correct) -> Deceased | None:
    """Where the file of a child stood that did not die; ``None``: the correction is about something else."""
    if not command.death:
        return None
    stood = death_of(child)
    if stood is not None and command.order is None and command.consent is None:
        return stood
    raise refuse(
        "TR-82/death",
        "Bij dit kind is geen overlijden vastgelegd, of u noemt ook iets anders dat verkeerd is vastgelegd.",
        "00-C TR-82; ADR 0020",
        "Kijk in het logboek bij welk kind het staat (case history). Herstel één ding tegelijk.",
    )


_BEGIN_ANEW = frozenset({"T25", "T44", "T45"})
"""Terms that begin again where the child comes; the others go on as they were."""


_HEARD = (("Rd", "raad"), ("PZ", "provider"))
"""Who heard of the death, and is not told of every correction (TR-78)."""


def _revive(draft: Drafting, command: c.Correct, child: ChildFile, stood: Deceased, at: datetime) -> None:
    """A child that did not die goes back to where its facts put it, with its powers, help, terms and tasks."""
    was_closed = stood.state is State.CLOSED
    event = e.Corrected(
        death=True,
        second=command.second or "",
        opens=tuple(t for t in stood.terms if t.rule not in _BEGIN_ANEW),
        closes=tuple(
            terms.closed(t, local_day(draft.now), Outcome.DROPPED) for t in child.terms if t.id in stood.opened
        ),
        answers=tuple(
            terms.closed(t, local_day(draft.now), Outcome.DROPPED) for t in child.overdue if t.id in stood.opened
        ),
        tasks=stood.tasks,
        notices=tuple(
            notice(draft.new_id(f"{child.id}/lives.{code}"), code, who, draft.now, "TR-82") for code, who in _HEARD
        ),
        tasks_done=tuple(t.id for t in child.tasks if t.code == "calamity"),
    )
    draft.emit(child.id, event, at, rules=("TR-82", "TR-78"), detail=detail_of(command))
    after = draft.child(child.id)
    target = State.CLOSED if was_closed else landing(after, at)
    facts = landing_facts(after, target, at)
    if was_closed and stood.closed_reason is not None:
        facts["closed_reason"] = stood.closed_reason
    if target in RAAD and stood.requester is not None:
        facts["requester"] = stood.requester
    draft.move(child.id, "correct", at, command=command, goal=target, **facts)
    look_back(draft, child, at)


def _wrong(child: ChildFile, command: c.Correct) -> tuple[Order | None, Consent | None]:
    """The order or the consent that was recorded by mistake."""
    if (command.order is None) == (command.consent is None):
        raise refuse(
            "TR-82/what",
            "Kies één ding dat verkeerd is vastgelegd: een beschikking, een toestemming of een overlijden.",
            "00-C TR-82",
            "Vul order of consent in, of death = true als een overlijden verkeerd is vastgelegd.",
        )
    standing = (o for o in reversed(child.orders) if not o.void)
    order = next((o for o in standing if command.order in {o.id, o.kind.value}), None)
    consent = next((x for x in child.consents if x.id == command.consent), None)
    if order is not None or consent is not None:
        return order, consent
    raise refuse(
        "TR-82/unknown",
        "Deze beschikking of toestemming staat niet in het dossier van dit kind, of is al hersteld.",
        "00-C TR-82; NX-11",
        "Kijk in het logboek welk kenmerk het is (case history).",
    )
