"""Check C: two children in one case. What happens to one changes nothing of the other (D1, NX-11).

Every event that did something is played again in a case with a brother or sister who stands somewhere
else: the other's file must stay the very same, and the child must come where it came alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from states.decide import lapse
from states.facts import Case, ChildFile
from states.proof import cast
from states.proof.event import Event, Say
from states.proof.exploring import BEGIN
from states.proof.running import Proof
from states.proof.situation import situation
from states.proof.stepping import child_of, say

_WAYS = (
    ("report: 13, one parent",),
    ("report: 13, one parent", "anna says yes to help", "kind says yes to help", "help begins"),
    ("report: 13, one parent", "request to the Raad", "the Raad starts", "raad petitions: measure"),
    ("report: 13, one parent", "court: OTS and MUHP"),
)
"""How the other child came where it stands: V0, V1, R3 and M3."""


def others(events: Sequence[Event]) -> list[ChildFile]:
    """The files of the other child, each made by the same events."""
    named = {event.name: event for event in events}
    return [_made([named[name] for name in way]) for way in _WAYS]


def _made(way: Sequence[Event]) -> ChildFile:
    case, now = Case(id="case"), BEGIN
    for event in way:
        step = say(replace(event, says=tuple(_about_the_other(one) for one in event.says)), case, now)
        case, now = step.after, step.now
    return case.children[cast.SIBLING]


def _about_the_other(said: Say) -> Say:
    fields = dict(said.fields)
    if fields.get("person") == cast.CHILD:
        fields["person"] = cast.SIBLING
    return replace(said, fields=fields, child=cast.SIBLING)


def together(proof: Proof, index: int, event: Event, other: ChildFile) -> Iterator[str]:
    """What an event does to the other child, and whether the other changes what it does."""
    spot = proof.spots[index]
    both = spot.case.model_copy(update={"children": {**spot.case.children, cast.SIBLING: other}})
    alone, step = say(event, spot.case, spot.now), say(event, both, spot.now)
    if alone.broken or step.broken:
        return
    if step.after.children[cast.SIBLING] != lapse(both, step.now).case.children[cast.SIBLING]:
        yield f"{event.name} changed the other child, who stands in {other.state}"
    here, there = situation(child_of(alone.after), alone.now), situation(child_of(step.after), step.now)
    if here != there:
        yield f"{event.name}: to {there.text()} beside another child, to {here.text()} alone"


def chosen(proof: Proof, events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
    """Each event once for every pair of states between which it did something."""
    named, known = {event.name: event for event in events}, set[object]()
    for index, done in proof.done.items():
        for one in done:
            states = (one.event, child_of(proof.spots[index].case).state, one.rows, one.changed)
            if one.changed and one.event in named and states not in known:
                known.add(states)
                yield index, named[one.event]
