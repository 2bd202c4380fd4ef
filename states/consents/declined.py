"""A no as a fact: who declined or stopped what, and since when, whether there had been a yes or not.

It stands until the same person says yes to it, a measure starts, or the file closes. Sources: Jw 7.3.4,
7.3.16 lid 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from states.consents.consent import Consent, Purpose, subject_of
from states.people import Stored


class Declined(Stored):
    """One person's no to one purpose; ``help`` is ``None`` when it is to every help."""

    person: str
    purpose: Purpose
    help: str | None = None
    said_at: datetime


def with_later(known: tuple[Declined, ...], said: Iterable[Declined]) -> tuple[Declined, ...]:
    """The noes with newer ones; of the same no the latest is kept."""
    latest = {(no.person, no.purpose, no.help): no for no in known}
    for no in said:
        old = latest.get((no.person, no.purpose, no.help))
        if old is None or old.said_at < no.said_at:
            latest[no.person, no.purpose, no.help] = no
    return tuple(latest.values())


def declining(
    noes: Iterable[Declined], consents: Iterable[Consent], purpose: Purpose, help_name: str, at: datetime
) -> frozenset[str]:
    """Who said no to a named help, or to all help, and no yes of their own since (UTC)."""
    subject = subject_of(purpose, help_name)
    yes: dict[str, datetime] = {}
    for given in consents:
        never = given.order is not None or given.end == given.valid_from
        if given.purpose is purpose and given.subject == subject and given.given_at <= at and not never:
            yes[given.person] = max(given.given_at, yes.get(given.person, given.given_at))
    said = (n for n in noes if n.purpose is purpose and n.help in {None, help_name, subject} and n.said_at <= at)
    return frozenset(n.person for n in said if n.person not in yes or yes[n.person] <= n.said_at)
