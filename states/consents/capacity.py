"""Whether a child can judge a decision (wilsbekwaamheid): presumed, and judged per decision only.

Sources: Jw 7.3.4 lid 2 and 3, 7.3.15 lid 2; domain table 5.1.
"""

from __future__ import annotations

from datetime import datetime

from states.consents.consent import Purpose, subject_of
from states.people import AgeBand, Stored


class Judgement(Stored):
    """Somebody judged whether a child can weigh its interests in one decision.

    The decision is a help by name, sharing with one receiver for one aim, or intensive help. It holds
    from a moment on, in the age band of that moment: at 12, 16 and 18 the law asks anew, and everybody
    is presumed able again. Who judged and why are sealed detail.
    """

    id: str
    purpose: Purpose
    help: str
    able: bool
    given_at: datetime
    valid_from: datetime
    ended_at: datetime | None = None
    band: AgeBand

    def valid(self, at: datetime) -> bool:
        """Whether it counts at a moment, as far as time goes."""
        return self.valid_from <= at and (self.ended_at is None or at < self.ended_at)

    @property
    def subject(self) -> str:
        """The decision it is about, as consents name it."""
        return subject_of(self.purpose, self.help)
