"""When the facts allow an event, written from the papers: so that nothing lawful is barred, nor more allowed.

Each function answers yes, no, or nothing where the papers leave it to something that is no fact of the
situation. They look at facts and at the state, never at the table of moves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from states.consents.consent import Lead, Purpose
from states.facts import ChildFile
from states.position import HELPED, INTENSIVE, MEASURE, RAAD, VOLUNTARY, State
from states.proof import cast
from states.proof import reading as r

Able = Callable[[ChildFile, datetime], bool | None]
_HELP = "hulp"


def _young(child: ChildFile, at: datetime) -> bool:
    return r.minor(child, at) and child.died is None


def reopened(child: ChildFile, at: datetime) -> bool | None:
    """TR-80: a minor whose case is closed; of a child that nobody knows, there is nothing to say."""
    return None if child.state is State.NONE else child.state is State.CLOSED and _young(child, at)


def helped(child: ChildFile, at: datetime) -> bool | None:
    """TR-02: from V0, when all who must, consent to this help."""
    return child.state is State.ASSESSMENT and r.complete(child, Purpose.HELP, at, _HELP)


def intensively_helped(child: ChildFile, at: datetime) -> bool | None:
    """TR-05, TR-06: from V0 or V1, on help all consent to, and a fresh explicit yes of all."""
    if child.state not in (State.ASSESSMENT, State.HELP) or not _young(child, at):
        return False
    if child.help is None and not r.some_help(child, at):
        return False
    names = {child.help.name} if child.help else {c.help for c in child.consents if c.purpose is Purpose.HELP}
    explicit = any(r.complete(child, Purpose.HELP, at, name, explicit=True) for name in names)
    return explicit and _fresh(child, at) and r.complete(child, Purpose.INTENSIVE_HELP, at)


def _fresh(child: ChildFile, at: datetime) -> bool:
    landed = child.landed_at
    mine = (c for c in child.consents if c.purpose is Purpose.INTENSIVE_HELP and r.counts(child, c, at))
    new = {c.person for c in mine if landed is None or c.given_at >= landed}
    return r.required(child, at, Purpose.INTENSIVE_HELP) <= new


def led_by(lead: Lead) -> Able:
    """TR-07: from the other lead."""
    other = {Lead.GI: State.TEAM_LED, Lead.LOCAL_TEAM: State.GI_LED}[lead]
    return lambda child, _at: child.state is other


def less_intensive(child: ChildFile, _at: datetime) -> bool | None:
    """TR-08."""
    return child.state in INTENSIVE


def _nothing_left(child: ChildFile, at: datetime) -> bool:
    """No petition, planned measure or secure help is left behind (00-C)."""
    planned = any(m.start > at and (m.until is None or m.start < m.until) for m in child.measures)
    waits = any(p.granted_from is None or at < p.granted_from for p in child.petitions)
    return not planned and not waits and r.secure(child, at) is None and not r.suspended(child, at)


def done(child: ChildFile, at: datetime) -> bool | None:
    """TR-11: help that reached its goals, with nothing left behind."""
    return None if r.suspended(child, at) else child.state in HELPED and _nothing_left(child, at)


def not_needed(child: ChildFile, at: datetime) -> bool | None:
    """TR-03: no help, with nothing left behind."""
    return None if r.suspended(child, at) else child.state is State.ASSESSMENT and _nothing_left(child, at)


def asked_of_the_raad(child: ChildFile, at: datetime) -> bool | None:
    """TR-20: about a minor in V0, V1 or V2."""
    return child.state in VOLUNTARY and _young(child, at)


def taken_up(child: ChildFile, _at: datetime) -> bool | None:
    """TR-22: what was asked; during a measure it is a fact beside the state."""
    return None if child.state in MEASURE else child.state is State.REQUESTED


def declined(child: ChildFile, _at: datetime) -> bool | None:
    """TR-23: what was asked."""
    return None if child.state in MEASURE else child.state is State.REQUESTED


def ended(child: ChildFile, _at: datetime) -> bool | None:
    """TR-24: what runs."""
    return None if child.state in MEASURE else child.state is State.INVESTIGATING


def put_to_the_judge(child: ChildFile, _at: datetime) -> bool | None:
    """TR-25: by the Raad, at the end of what it investigated."""
    return {State.INVESTIGATING: True, State.REQUESTED: False}.get(child.state)


def put_to_the_judge_by_om(child: ChildFile, at: datetime) -> bool | None:
    """TR-28: from every V and R, about a minor."""
    return child.state in (*VOLUNTARY, *RAAD) and _young(child, at)


def ended_by_the_gi(child: ChildFile, at: datetime) -> bool | None:
    """TR-63: the GI that holds the measure ends a MUHP that runs; never where none does."""
    held = r.measures(child, at)
    if not held or not r.placed(child, at) or held[0].kind not in r.SUPERVISIONS:
        return False
    if r.secure(child, at) is not None:
        return None
    return r.named(held[0], at) == cast.GI_A


def handed_over(child: ChildFile, at: datetime) -> bool | None:
    """TR-66b: by the GI that holds the measure."""
    held = r.measures(child, at)
    return bool(held) and r.named(held[0], at) == cast.GI_A


def never(_child: ChildFile, _at: datetime) -> bool | None:
    """What cannot be: an order that is over, that names no GI or no end, taken over as a measure (TR-54)."""
    return False


def alive(child: ChildFile, _at: datetime) -> bool | None:
    """TR-78: whoever lives can die, wherever the child stands."""
    return child.died is None


def begun_by_the_raad(child: ChildFile, at: datetime) -> bool | None:
    """TR-21: about a minor in V0, V1 or V2."""
    return child.state in VOLUNTARY and _young(child, at)


def gone_elsewhere(child: ChildFile, at: datetime) -> bool | None:
    """TR-15: never out of R or M, nor with something left behind."""
    return False if child.state not in VOLUNTARY or not _nothing_left(child, at) else None


def taken_back(child: ChildFile, _at: datetime) -> bool | None:
    """TR-30: what was asked and not decided yet; never what nobody asked."""
    return None if child.state in RAAD else False
