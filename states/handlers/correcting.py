"""TR-82: an order or a consent was recorded by mistake. Two people say so, and nobody rewrites the log."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.acts.rechecking import look_back
from states.consents.consent import Consent
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import detail_of, known, no_row, refuse
from states.moves.landing import heading, landing_facts
from states.moves.machine import objections
from states.orders.order import Order
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Outcome


def correct(draft: Drafting, command: c.Correct) -> None:
    """The wrong entry was never there: from its own moment, with all acts since looked at again."""
    child = known(draft, command)
    order, consent = _wrong(child, command)
    since = order.pronounced if order is not None else consent.given_at if consent is not None else draft.now
    row = rules(draft.now).rows.get("TR-82")
    if row is None:
        raise no_row(child, "TR-82", "Leg vast wat er niet klopt als notitie (note).")
    found = objections(row, draft.context(child, draft.now, command, command.by))
    if found:
        raise NotAllowedError("TR-82", found)
    at = max(since, child.since or since)
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
    draft.move(child.id, "correct", at, command=command, goal=target, **landing_facts(after, target, at))
    look_back(draft, child, since)


def _wrong(child: ChildFile, command: c.Correct) -> tuple[Order | None, Consent | None]:
    """The order or the consent that was recorded by mistake."""
    if (command.order is None) == (command.consent is None):
        raise refuse(
            "TR-82/what",
            "Kies één ding dat verkeerd is vastgelegd: een beschikking of een toestemming.",
            "00-C TR-82",
            "Vul order of consent in.",
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
