"""When the facts of a child say something else than where it stands (D3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.consents.consent import Consent, Purpose
from states.consents.folding import open_before
from states.facts import ChildFile
from states.moves.landing import derived, lead_over, measure_state, opened
from states.orders.order import Measure, Placement
from states.orders.secure import Secure
from states.people import CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY, YOUTH_HELP_UNTIL
from states.position import HELPED, MEASURE, RAAD, SUPERVISED, State
from states.terms.calendar import birthday, day_start

_AGES = (CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY, YOUTH_HELP_UNTIL)


def majority_of(child: ChildFile) -> datetime | None:
    """The moment a child turns 18; ``None`` for an unborn child."""
    return day_start(birthday(child.born, MAJORITY)) if child.born else None


def _boundaries(child: ChildFile) -> set[datetime]:
    """The moments at which the facts of a child may say something else."""
    born = child.born
    found = {day_start(birthday(born, age)) for age in (0, *_AGES)} if born else set()
    for power in (*child.measures, *child.placements, *child.secures):
        for _, begin, end in power.pieces:
            found.add(begin)
            if end is not None:
                found.add(end)
    found |= {end for secure in child.secures if (end := child.secure_until(secure)) is not None}
    found |= {secure.executed for secure in child.secures if secure.executed is not None}
    found |= {succession.at for measure in child.measures for succession in measure.successions}
    if child.state not in MEASURE:
        found |= {consent.end for consent in _relied_on(child) if consent.end is not None}
        found |= {p.until for p in child.presumed}
        found |= {j.valid_from for j in child.judgements}
        found |= {moment for d in child.departures for moment in (d.valid_from, d.end) if moment}
        days = (day for held in child.authority for day in (held.since, held.until) if day)
        found |= {day_start(day) for day in days}
    return found


def _relied_on(child: ChildFile) -> Iterator[Consent]:
    """The consents whose end can move the child: to the help that runs, and to its intensity."""
    if child.help is None:
        return iter(())
    name = child.help.name
    return (
        consent
        for consent in child.consents
        if consent.purpose is Purpose.INTENSIVE_HELP or (consent.purpose is Purpose.HELP and consent.help == name)
    )


def ended_placement(child: ChildFile, at: datetime) -> Placement | None:
    """A MUHP that ran out during a provisional supervision, and is not yet written off."""
    if child.state is not State.PROVISIONAL_SUPERVISION:
        return None
    over = (p for p in child.placements if p.ended is None and p.until is not None and p.until <= at)
    return next(over, None)


def ended_secure(child: ChildFile, at: datetime) -> Secure | None:
    """Secure youth help that ran out, and is not yet written off (TR-68)."""
    over = (s for s in child.secures if s.ended is None and (end := child.secure_until(s)) is not None and end <= at)
    return next(over, None)


def covering(child: ChildFile, at: datetime) -> Measure | None:
    """A planned measure over everything that begins beside a partial guardianship, while consents still count.

    The state stays (L3), but youth help asks no consent from then, and what was said before ends (00-A).
    """
    if child.state not in MEASURE or not (child.help is not None or open_before(child, at)):
        return None
    whole = (m for m in child.measures_at(at) if not m.partial)
    return next((m for m in whole if any(begin == at for _, begin, _ in m.pieces)), None)


def _strained(child: ChildFile, at: datetime) -> bool:
    """Whether the facts at a moment ask for a move."""
    if child.state is State.NONE and not child.measures:
        return opened(child, at)
    if opened(child, at) or derived(child, at) is not child.state:
        return True
    if _in_other_hands(child, at) or covering(child, at) is not None:
        return True
    adult = majority_of(child)
    if adult is not None and at >= adult and child.state in HELPED:
        return child.since is None or child.since < adult
    if child.state in RAAD and child.help is not None:
        return not child.helped(at) or lead_over(child, at)
    return ended_placement(child, at) is not None or ended_secure(child, at) is not None


def _in_other_hands(child: ChildFile, at: datetime) -> bool:
    """Whether another GI, or another guardianship, takes over at a moment that no move has told of (TR-64, 67)."""
    if child.titled_at is None or at <= child.titled_at:
        return False
    was, now = child.measure(child.titled_at), child.measure(at)
    if was is None or now is None or not (now.start == at or any(s.at == at for s in now.successions)):
        return False
    if child.state in SUPERVISED:
        return was.gi != now.gi
    return child.state in (State.PROVISIONAL_GUARDIANSHIP, State.GUARDIANSHIP) and was.order != now.order


def first_strain(child: ChildFile, after: datetime | None, until: datetime | None) -> datetime | None:
    """The first moment after one, and not after another, at which the facts ask for a move."""
    for moment in sorted(_boundaries(child)):
        if after is not None and moment <= after:
            continue
        if until is not None and moment > until:
            return None
        if _strained(child, moment):
            return moment
    return None


def next_move(child: ChildFile, until: datetime | None = None) -> datetime | None:
    """When the facts next ask for a move, if it is not after ``until``.

    A fact about a power that came late (a hearing, an execution) may say that the power did not end
    at the last move: then it is at that same moment (NX-13).
    """
    if child.since is not None and measure_state(child, child.since) not in (None, child.state):
        return child.since
    return first_strain(child, child.since, until)
