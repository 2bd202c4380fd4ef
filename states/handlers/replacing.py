"""TR-10: the court replaces the consent of one of two who share authority, for named help (1:253a [K]).

It is a consent and no measure: nobody gets power, and the framework stays voluntary (C10).
"""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.consents.consent import GENERAL, Consent, Purpose
from states.drafting import Drafting
from states.handlers.following import ended_by_measure, follow
from states.orders.order import Order, power_start
from states.people import COURT
from states.position import State
from states.terms.calendar import day_start


def replace(draft: Drafting, command: c.CourtOrder, order: Order) -> None:
    """Write the consents that the order gives; each counts only beside the own yes of another holder."""
    child = draft.child(command.child)
    at = order.pronounced
    if child.state in (State.CLOSED, State.NONE):
        return
    starts = power_start(order) or at
    consents = child.consents_at(max(at, starts))
    silent = tuple(p for p in consents.holders if p in consents.missing(Purpose.HELP, order.help or GENERAL))
    for person in order.replaces or silent:
        for purpose in order.purposes:
            consent = Consent(
                id=f"{order.id}/{person}/{purpose}",
                person=person,
                purpose=purpose,
                help=order.help or GENERAL,
                given_at=at,
                valid_from=starts,
                valid_until=day_start(order.end) if order.end else None,
                ended_at=ended_by_measure(child, at, draft.now),
                order=order.id,
            )
            draft.emit(child.id, e.ConsentGiven(consent=consent), at, rules=("TR-10",))
    if starts <= draft.now:
        follow(draft, child, starts, COURT)
