"""An invariant of what may be registered: nothing that binds a family is, before each of them was told (R-14)."""

from __future__ import annotations

from itertools import islice

from states.acts.may import may
from states.commands import RegisterAct
from states.facts import ChildFile
from states.position import MEASURE
from states.proof import cast
from states.proof import grounds as g
from states.proof.event import Reading
from states.proof.invariants import Finding
from states.proof.seen import Seen, who
from states.rights.given import SheetGiven

_OF_TOPICS = "VVp"
"""Outside the topics of a partial guardianship another column counts."""


def nobody_is_bound_before_being_told(seen: Seen) -> Finding:
    """23: in a measure these acts hold for nobody until each reader has the sheet or it is said why not; then they do.

    A sheet is no fact of the situation: each is looked at with and without, and no other answer may differ.
    """
    readers = Reading().of(seen.child, seen.at)
    if seen.state not in MEASURE or seen.runs == _OF_TOPICS or not readers:
        return
    unread = seen.child.model_copy(update={"sheets": (), "explained": ()})
    for act in sorted(g.BINDS.intersection(seen.asked)):
        for place in _first(seen, act):
            said = _registering(seen, act, place)
            for given in (True, False):
                told = _told(unread, readers, seen, given=given)
                if not may(act, told, seen.at, who(place), said).holds:
                    yield f"act {act} by {who(place).role}: not registered although everybody was told"
            for missing in range(len(readers)):
                some = _told(unread, readers[:missing] + readers[missing + 1 :], seen, given=True)
                if may(act, some, seen.at, who(place), said).holds:
                    yield f"act {act} by {who(place).role}: registered although {readers[missing]} was not told"


def _first(seen: Seen, act: int) -> tuple[int, ...]:
    """The first who may do an act here, once there is nothing left to add: whoever it is, the family is the same."""
    holding = (place for (number, place), verdict in seen.verdicts.items() if number == act and verdict.holds)
    return tuple(islice(holding, 1))


def _registering(seen: Seen, act: int, place: int) -> RegisterAct:
    holders = sorted(Reading().of(seen.child, seen.at))
    person = next((one for one in holders if one != seen.child.id), seen.child.id if act == g.DIRECTIVE else None)
    return RegisterAct(
        id="said", child=seen.child.id, by=who(place), act=act, person=person, reason=cast.REASON, text="brief"
    )


def _told(child: ChildFile, people: tuple[str, ...], seen: Seen, *, given: bool) -> ChildFile:
    sheets = tuple(SheetGiven(person=p, state=seen.state, at=seen.at, edition="", given=given) for p in people)
    return child.model_copy(update={"sheets": sheets})
