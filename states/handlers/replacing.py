"""TR-10: the court replaces the consent of one of two who share authority, for named help (1:253a [K]).

It is a consent and no measure: nobody gets power, and the framework stays voluntary (C10).
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.consents.consent import GENERAL, Consent, Purpose
from states.drafting import Drafting
from states.facts import ChildFile
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


def stop(draft: Drafting, child: ChildFile, order: str, at: datetime, by: str) -> None:
    """An appeal suspends or ends what the court put in the place of a consent; help that needs it stops (Rv 360).

    ``by``: the procedure or the decision of the court of appeal. Nobody withdrew anything.
    """
    rests = [x for x in child.consents if x.order == order and (x.end is None or x.end > at)]
    if not rests:
        return
    at = max(at, min(x.valid_from for x in rests))
    stopped = e.ConsentStopped(consents=tuple(x.id for x in rests), stopped_at=at, by=by)
    draft.emit(child.id, stopped, min(at, draft.now), rules=("TR-10", "P13"))
    if at <= draft.now:
        follow(draft, child, at, COURT)


def work_again(draft: Drafting, child: ChildFile, order: Order) -> None:
    """The court of appeal confirms: what an appeal had stopped counts again, from that decision."""
    at = order.pronounced
    waiting = (x for x in child.consents if x.order == order.about and x.ended_by is not None)
    open_file = child.state not in (State.CLOSED, State.NONE)
    for consent in {(x.person, x.purpose): x for x in waiting}.values() if open_file else ():
        again = {
            "id": f"{order.id}/{consent.person}/{consent.purpose}",
            "given_at": at,
            "valid_from": max(at, consent.valid_from),
            "ended_at": ended_by_measure(child, at, draft.now),
            "ended_by": None,
        }
        draft.emit(child.id, e.ConsentGiven(consent=consent.model_copy(update=again)), at, rules=("TR-10", "P13"))
