"""Help that was offered, and what each said to it: facts of their own, beside consent (4.4; 2.4, 3.1).

A yes to an offer is no consent, and a no has no consequence: it is written down so that nobody says afterwards that
help was refused that was never offered. Why somebody said no is detail, and nobody owes it.
"""

from __future__ import annotations

from datetime import date

from states.people import Stored


class Reply(Stored):
    """What one person said to an offer, on a day (Amsterdam)."""

    person: str
    accepted: bool
    on: date


class Offer(Stored):
    """Help offered to people on a day (Amsterdam), by an organisation, and given by a provider."""

    id: str
    help: str
    on: date
    to: tuple[str, ...]
    by: str
    provider: str
    replies: tuple[Reply, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who said nothing yet."""
        said = {reply.person for reply in self.replies}
        return tuple(person for person in self.to if person not in said)
