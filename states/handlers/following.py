"""What follows when who consents, or who must, changes: help stops, or R hears of it (TR-08, 09, 31)."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.drafting import Drafting
from states.events import MoveFacts
from states.facts import ChildFile
from states.handlers.common import refuse
from states.moves.landing import derived, landing_facts, lead_over
from states.people import Actor, Role
from states.position import HELPED, INTENSIVE, RAAD, State

_NEXT = timedelta(microseconds=1)


def family(child: ChildFile, person: str) -> Actor:
    """The one who decides about a consent is who gave it, whoever wrote it down."""
    return Actor(id=person, role=Role.YOUTH if person == child.id else Role.PARENT)


def check_open(child: ChildFile, at: datetime) -> None:
    """Consent belongs to the file as it is open now: what was said before is not revived (NX-08)."""
    if child.state is not State.CLOSED and (child.opened_at is None or at >= child.opened_at):
        return
    raise refuse(
        "NX-08",
        "Het dossier is afgesloten, of was toen nog niet (opnieuw) geopend.",
        "NX-08; TR-80",
        "Meld het kind eerst (opnieuw) aan (report). Vraag daarna toestemming.",
    )


def check_voluntary(child: ChildFile, starts: datetime, now: datetime) -> None:
    """During a measure only what is about the time after it (00-A)."""
    if starts > now or not child.bound(starts):
        return
    raise refuse(
        "consent/measure",
        "Tijdens een maatregel vraagt jeugdhulp geen toestemming.",
        "Jw 7.3.4 lid 1; 00-A",
        "Geldt het voor de tijd erna? Vul in vanaf welke latere dag (valid_from).",
    )


def ended_by_measure(child: ChildFile, given: datetime, now: datetime) -> datetime | None:
    """A consent recorded late, given before a measure started, ended when it did (00-A)."""
    whole = (m for m in child.measures if not m.partial)
    bound = (begin for m in whole for _, begin, _ in m.pieces if m.in_force(begin))
    return min((start for start in bound if given <= start <= now), default=None)


def counts_from(child: ChildFile, at: datetime) -> datetime:
    """From when a fact about who must consent works: not before the title of running help was written.

    What was written down then names who had to consent; from the next instant it is written anew.
    """
    if child.state not in HELPED or child.titled_at is None:
        return at
    return max(at, child.titled_at + _NEXT)


def follow(draft: Drafting, before: ChildFile, at: datetime, who: Actor) -> None:
    """Move a child whose consents are no longer complete, or say in R that they changed (TR-31).

    In R the lead of intensive help ends with the yes to it, also when the help itself goes on.
    What was said before the child came where it is, works from the moment that it did.
    """
    child = draft.child(before.id)
    at = max(at, child.since or at)
    if child.state in RAAD:
        was, now, unled = before.helped(at), child.helped(at), lead_over(child, at)
        if was != now or unled:
            trigger = "consent_falls" if unled or not now else "consent_changes"
            facts = MoveFacts(raad=child.raad, stops_help=not now, stops_lead=unled)
            draft.move(child.id, trigger, at, decider=who, goal=child.state, **facts)
        return
    if child.state not in HELPED:
        return
    target = derived(child, at)
    if target is child.state:
        return
    down = child.state in INTENSIVE and target is State.HELP
    trigger = "intensive_consent_falls" if down else "consent_falls"
    draft.move(child.id, trigger, at, decider=who, goal=target, **landing_facts(child, target, at))
