"""Overlay G: secure youth help (gesloten jeugdhulp), a power beside the state and never a state.

It rests on a measure, or on the consent of the legal representative (Jw 6.1.2 lid 3). When that
ground falls away it runs off for a short while (T30); it may outlast the 18th birthday (L2).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from states.editions.book import rules
from states.orders.order import Measure, Power, SecureKind
from states.people import MAJORITY
from states.terms.calendar import birthday, day_start, local_day

LIMIT, RUN_OFF = "T29", "T30"
"""How long an authorisation lasts, and how long it goes on when its ground fell away (Jw 6.1.2, 6.1.12 [K])."""
CASES: dict[SecureKind, str] = {
    SecureKind.URGENT: "spoed",
    SecureKind.REGULAR: "",
    SecureKind.CONDITIONAL: "voorwaardelijk",
}
UNEXECUTED, PAST_MAJORITY = "uitvoeren", "na 18"
"""The cases of these two terms."""


HELP = "secure_help"
"""The name of this help in a consent."""


class Secure(Power):
    """An authorisation for secure youth help. ``consent_withdrawn``: by the legal representative."""

    kind: SecureKind = SecureKind.REGULAR
    on_consent: bool = False
    consent_withdrawn: datetime | None = None

    def counts_as_placement(self, at: datetime) -> bool:
        """Whether it counts as a MUHP: a conditional one only once the child was taken in (L2; 1:265b lid 3)."""
        return self.kind is not SecureKind.CONDITIONAL or (self.executed is not None and self.executed <= at)


def _covered(measures: Sequence[Measure], at: datetime) -> bool:
    return any(measure.in_force(at) for measure in measures)


def ground_lost(secure: Secure, measures: Sequence[Measure]) -> datetime | None:
    """When the ground fell away: the consent was withdrawn, or the measure ended and none came soon after."""
    if secure.on_consent or not _covered(measures, secure.start):
        gone = secure.consent_withdrawn
        return None if gone is None or _covered(measures, gone) else gone
    pieces = [piece for measure in measures for piece in measure.pieces]
    stops = sorted({end for _, begin, end in pieces if end is not None and max(begin, secure.start) < end})
    for stop in stops:
        last = over(RUN_OFF, stop)
        again = any(stop <= begin and (last is None or begin < last) for _, begin, _ in pieces)
        if not _covered(measures, stop) and not again:
            return stop
    return None


def over(rule: str, since: datetime, case: str = "") -> datetime | None:
    """The moment at which a term for a case is over, counted from the day of a moment."""
    first = local_day(since)
    length = rules(first).terms[rule].length_of(case)
    return day_start(length.over(first)) if length is not None else None


def secure_until(secure: Secure, measures: Sequence[Measure], born: date | None) -> datetime | None:
    """When secure help ends by itself: its own end, the end of the run-off, or half a year past 18."""
    ends = [secure.until]
    adult = day_start(birthday(born, MAJORITY)) if born is not None else None
    lost = ground_lost(secure, measures)
    if lost is not None and (adult is None or lost < adult) and secure.kind is not SecureKind.URGENT:
        ends.append(over(RUN_OFF, lost))
    if adult is not None:
        ends.append(over(RUN_OFF, adult, PAST_MAJORITY))
    return min((end for end in ends if end is not None), default=None)
