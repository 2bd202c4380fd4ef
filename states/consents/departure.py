"""Facts that depart from the rule that everybody consents: for one help by name, never in general.

Which of them count in which row is data of the edition (``ConsentRule.departures``). None of them
counts for intensive help or for sharing.
"""

from __future__ import annotations

from datetime import datetime

from states.consents.table import DepartureKind
from states.people import Stored


class Departure(Stored):
    """One departure: its kind, its help, whose consent is not needed for it, and how long.

    ``persons`` is empty for what stands in the way of help (resistance, a written refusal) and for
    what lifts that. The reasons in words are sealed detail.
    """

    id: str
    kind: DepartureKind
    help: str
    persons: tuple[str, ...] = ()
    given_at: datetime
    valid_from: datetime
    valid_until: datetime | None = None
    ended_at: datetime | None = None

    @property
    def end(self) -> datetime | None:
        """The earliest of its own end and what ended it; ``None``: open."""
        ends = [end for end in (self.valid_until, self.ended_at) if end]
        return min(ends, default=None)

    def valid(self, at: datetime) -> bool:
        """Whether it counts at a moment."""
        end = self.end
        return self.valid_from <= at and (end is None or at < end)
