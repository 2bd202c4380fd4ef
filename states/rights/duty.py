"""May somebody refuse this act? One answer for each act and reader, derived from ``may`` on the real case (R-34).

Nothing here knows in which state an act is allowed, or by whom: that is asked of ``may``, for whoever
could do most. What is added is only what the act asks of a family (``Deed.asks``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from states.acts.act import Act, Cell, Yes
from states.acts.may import Answer, Verdict, may
from states.acts.options import act_options
from states.acts.scene import Scene
from states.acts.standing import Standing
from states.consents.consent import Purpose
from states.editions.book import rules
from states.facts import ChildFile
from states.people import Actor
from states.position import MEASURE
from states.rights.deeds import Asks, Deed
from states.rights.reader import Reader


class Duty(StrEnum):
    """What an act is to a reader, in the order in which a sheet shows them."""

    BOUND = "bound"
    """Compulsory, on a ground."""
    DIRECTIVE = "directive"
    """Free, as long as no schriftelijke aanwijzing says otherwise (BW 1:263)."""
    FREE = "free"
    """It cannot be done, or not with this reader, without a yes."""
    UNASKED = "unasked"
    """Others may do it; it asks nothing of the reader."""
    OWN = "own"
    """The reader may do it."""
    COURT = "court"
    """Only after a decision of a judge that is not there."""
    FORBIDDEN = "forbidden"
    """Nobody may do it now."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One act as it is to one reader: the duty, the ground, and whose yes is asked.

    ``holds``: it may be done now. ``consent``: only with a yes; ``yes``: that of this reader among them.
    ``ground`` is the basis that ``may`` gave.
    """

    deed: Deed
    duty: Duty
    ground: str
    holds: bool
    consent: bool = False
    yes: bool = False


DIRECTIVE = 21
_PURPOSES = {Yes.HELP: Purpose.HELP, Yes.SHARING: Purpose.SHARING, Yes.INTENSIVE_HELP: Purpose.INTENSIVE_HELP}


def stances(child: ChildFile, at: datetime, person: str, reader: Reader) -> tuple[Stance, ...]:
    """Every act of the catalogue that exists where the child stands and concerns this reader (moment in UTC)."""
    book, scene = rules(at), Scene(child, at)
    best = {option.number: option.verdict for option in act_options(child, at)}
    directed = _directed(best, book.deeds, reader)
    found = []
    for number, deed in book.deeds.items():
        act = book.acts[number]
        place = _place(act, scene.standing)
        if reader not in deed.concerns or act.cells[place.column] is Cell.ABSENT:
            continue
        if deed.own:
            own = _own(number, scene, person, reader)
            if own is not None:
                found.append(Stance(deed, Duty.OWN, own.basis, own.holds))
            continue
        verdict = best[number]
        duty = _duty(verdict, deed, place, reader, directed=directed)
        consent = duty is Duty.FREE and verdict.answer is Answer.CONSENT
        yes = consent and _asked(act, scene, person, reader)
        found.append(Stance(deed, duty, verdict.basis, verdict.holds, consent, yes))
    return tuple(found)


def _place(act: Act, where: Standing) -> Standing:
    """The standing whose column an act reads: outside the topics of a partial guardianship another one (L3)."""
    elsewhere = act.cells[where.column] is Cell.ELSEWHERE
    return where.outside if elsewhere and where.outside is not None else where


def _own(number: int, scene: Scene, person: str, reader: Reader) -> Verdict | None:
    """The answer when the reader does it itself, or asks the judge for it; ``None`` when it may not."""
    by = Actor(id=person, role=reader.role)
    verdict = may(number, scene.child, scene.at, by, scene=scene)
    return verdict if verdict.holds or verdict.answer is Answer.COURT else None


def _directed(best: Mapping[int, Verdict], deeds: Mapping[int, Deed], reader: Reader) -> bool:
    """Whether a directive can be given to this reader now."""
    return best[DIRECTIVE].holds and reader in deeds[DIRECTIVE].concerns


def _duty(verdict: Verdict, deed: Deed, where: Standing, reader: Reader, *, directed: bool) -> Duty:
    """What an answer means to who has to live with it."""
    if verdict.answer is Answer.CONSENT:
        return Duty.FREE
    if not verdict.holds:
        return Duty.COURT if verdict.answer is Answer.COURT else Duty.FORBIDDEN
    if deed.asks is Asks.NOTHING:
        return Duty.UNASKED
    decided = verdict.answer is Answer.COURT
    if deed.asks is Asks.BINDING and (decided or where.state in MEASURE):
        return Duty.BOUND if reader in deed.binds else Duty.UNASKED
    return Duty.DIRECTIVE if directed else Duty.FREE


def _asked(act: Act, scene: Scene, person: str, reader: Reader) -> bool:
    """Whether this reader's own yes is among those that an act asks."""
    if act.yes is Yes.PERSON:
        return True
    if act.yes is Yes.YOUTH:
        return reader.young
    if act.yes is Yes.HOLDERS:
        return person in scene.consents.holders
    return person in scene.consents.asked(_PURPOSES.get(act.yes, Purpose.HELP))
