"""How facts about consent fold: given, withdrawn, presumed, judged, departed from, and ended."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from states import events as e
from states.consents.capacity import Judgement
from states.consents.consent import Consent
from states.consents.declined import with_later
from states.consents.departure import Departure
from states.consents.table import DepartureKind
from states.facts import ChildFile

KEPT_CONSENTS = 200
"""How many consents a file remembers."""
F = TypeVar("F", Consent, Judgement, Departure)


def given(child: ChildFile, event: e.ConsentGiven) -> dict[str, Any]:
    """A consent more; a refusal that it takes back is over."""
    over = {"ended_at": event.consent.given_at}
    departures = tuple(d.model_copy(update=over) if d.id in event.ends else d for d in child.departures)
    return {"consents": _remembered((*child.consents, event.consent)), "departures": departures}


def _remembered(consents: tuple[Consent, ...]) -> tuple[Consent, ...]:
    """All that is open, and of what has ended the latest; the log has everything."""
    if len(consents) <= KEPT_CONSENTS:
        return consents
    over = [(end, c.id) for c in consents if (end := c.end) is not None]
    gone = {id_ for _, id_ in heapq.nsmallest(len(consents) - KEPT_CONSENTS, over)}
    return tuple(c for c in consents if c.id not in gone) if gone else consents


def withdrawn(child: ChildFile, event: e.ConsentWithdrawn) -> dict[str, Any]:
    """Consents and presumptions stop when it was said; who was asked after all is not passed over."""
    said = event.said_at
    return {
        "declined": with_later(child.declined, event.declined),
        "consents": tuple(
            c.model_copy(update={"withdrawn_at": said}) if c.id in event.consents else c for c in child.consents
        ),
        "presumed": tuple(
            p.model_copy(update={"until": min(p.until, said)}) if p.person == event.person else p
            for p in child.presumed
        ),
        "departures": tuple(
            d.model_copy(update={"persons": tuple(p for p in d.persons if p != event.person)})
            if d.id in event.departures
            else d
            for d in child.departures
        ),
    }


def stopped(child: ChildFile, event: e.ConsentStopped) -> dict[str, Any]:
    """What the court put in the place of a consent stops, by an appeal or the decision on it."""
    over = {"ended_at": event.stopped_at, "ended_by": event.by}
    return {"consents": tuple(c.model_copy(update=over) if c.id in event.consents else c for c in child.consents)}


def presumed(_child: ChildFile, event: e.ConsentPresumed) -> dict[str, Any]:
    """The whole new list."""
    return {"presumed": event.presumed}


def judged(child: ChildFile, event: e.CapacityJudged) -> dict[str, Any]:
    """A judgement more; the latest counts."""
    return {"judgements": (*child.judgements, event.judgement)}


def departed(child: ChildFile, event: e.ConsentDeparted) -> dict[str, Any]:
    """A departure more."""
    return {"departures": (*child.departures, event.departure)}


def ended(child: ChildFile, effective_at: datetime, recorded_at: datetime) -> dict[str, Any]:
    """Consents end when a measure starts or a file closes, and what was judged beside them (00-A).

    A refusal on paper is about the help, not about a set of consents: it stays.
    """
    stays = DepartureKind.WRITTEN_REFUSAL
    return {
        "consents": _ended(child.consents, effective_at, recorded_at),
        "declined": tuple(no for no in child.declined if no.said_at > effective_at),
        "judgements": _ended(child.judgements, effective_at, recorded_at),
        "departures": (
            *_ended((d for d in child.departures if d.kind is not stays), effective_at, recorded_at),
            *(d for d in child.departures if d.kind is stays),
        ),
    }


def open_before(child: ChildFile, at: datetime) -> bool:
    """Whether a consent, or what was judged beside it, from before a moment has not ended yet."""
    departures = (d for d in child.departures if d.kind is not DepartureKind.WRITTEN_REFUSAL)
    facts: Iterable[Consent | Judgement | Departure] = (*child.consents, *child.judgements, *departures)
    return any(fact.ended_at is None and fact.given_at <= at for fact in facts)


def _ended(facts: Iterable[F], effective_at: datetime, recorded_at: datetime) -> tuple[F, ...]:
    """End what was said before, or later by people who did not know yet (NX-13); not what is planned.

    One that was given later for a day to come is about the time after.
    """

    def ends(fact: F) -> bool:
        before = fact.given_at <= effective_at or fact.valid_from <= recorded_at
        return fact.ended_at is None and before

    return tuple(f.model_copy(update={"ended_at": effective_at}) if ends(f) else f for f in facts)
