"""Whether a mutant falls to the invariants: only the steps that looked at what it changed are played again.

Golden files and comparisons of tables have no part in it. A mutant that reaches new situations is
followed into them for a while; the first broken invariant ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from states.editions.book import LawBook, under
from states.proof.checking import Checks
from states.proof.consents import counter_examples
from states.proof.event import Event, Step
from states.proof.exploring import CLOCK, Spot, spot_after, steps_from
from states.proof.mutants import Mutant
from states.proof.running import Proof
from states.proof.stepping import FAILURES, child_of, failed, say, wait
from states.proof.terms import days, enumerate_terms

MOST_STEPS, MOST_NEW = 500, 12
"""How many steps are played for one mutant, spread over all, and how many new situations are entered."""
_EVERY = 97
"""Of the start days, how many a mutant of a term skips: one of a length shows on every day."""
_STOPS = 4
"""How many moments are waited for after a step that looked at a changed term."""
_NO_ACTS: frozenset[int] = frozenset()


class Caught(NamedTuple):
    """What became of a mutant: the invariant or check that it broke (empty: none), and what it said."""

    mutant: str
    kind: str
    by: str
    text: str
    steps: int


def kill(mutant: Mutant, proof: Proof, events: Sequence[Event]) -> Caught:
    """Play what a mutant changed, until an invariant breaks; then the check of its own table."""
    checks, played = Checks(), 0
    with under(LawBook((mutant.edition,))):
        found = _cell(mutant, proof, checks) if mutant.cell else _steps(mutant, proof, events, checks)
        for number, text, count in found:
            played = count
            if text and (number, text) not in proof.known_wrong:
                return Caught(mutant.name, mutant.kind, str(number), text, played)
        check, text = _own_check(mutant)
    return Caught(mutant.name, mutant.kind, check, text, played)


def _own_check(mutant: Mutant) -> tuple[str, str]:
    """Check A for a rule of consent, check B for a term: the enumerations beside the exploration."""
    if mutant.kind == "consent":
        text = next(counter_examples(), "")
        return ("A" if text else ""), text
    if mutant.kind == "term":
        rule = mutant.reads.removeprefix("term ")
        wrong = enumerate_terms(tuple(days())[::_EVERY], only=rule).violations
        return ("B", wrong[0]) if wrong else ("", "")
    return "", ""


Look = Iterator[tuple[int, str, int]]


def _cell(mutant: Mutant, proof: Proof, checks: Checks) -> Look:
    """A changed cell is looked at in every situation of its column."""
    number, column = mutant.cell or (0, "")
    spots = [proof.spots[index] for index in proof.columns.get(column, ())]
    for count, spot in enumerate(_spread_out(spots, MOST_STEPS // 10), 1):
        yield 0, "", count
        yield from ((n, text, count) for n, text in checks.situation(spot, frozenset({number})))


def _spread_out(items: Sequence[Spot], most: int) -> Sequence[Spot]:
    stride = max(1, len(items) // most)
    return items[::stride]


def _spoilt(mutant: Mutant, proof: Proof) -> Iterator[tuple[int, Event]]:
    """The events that were spoilt and looked at what changed: all of them, before anything else."""
    for index, tried in proof.spoilt.items():
        yield from ((index, event) for event, looked in tried if mutant.reads in looked)


def _plays(mutant: Mutant, proof: Proof, events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
    """The situations and events that looked at what changed."""
    names = {event.name: event for event in events}
    able: set[str] = set()
    for index, done in proof.done.items():
        for one in done:
            if mutant.reads in one.read:
                able.add(one.event)
                yield index, names.get(one.event, CLOCK)
    if mutant.sources:
        for index, spot in enumerate(proof.spots):
            if child_of(spot.case).state in mutant.sources:
                yield from ((index, names[name]) for name in sorted(able) if name in names)


def _steps(mutant: Mutant, proof: Proof, events: Sequence[Event], checks: Checks) -> Look:
    plays = list(_plays(mutant, proof, events))
    if mutant.sources:
        plays.reverse()
    stride = max(1, len(plays) // MOST_STEPS)
    count, new = 0, dict[object, Spot]()
    for index, event in _spoilt(mutant, proof):
        count += 1
        step = say(event, proof.spots[index].case, proof.spots[index].now)
        yield from ((n, text, count) for n, text in checks.step(step))
    for start in range(stride):
        for index, event in plays[start::stride]:
            spot = proof.spots[index]
            for step in _again(event, spot, mutant):
                count += 1
                yield 0, "", count
                yield from ((n, text, count) for n, text in _looked(step, index, proof, checks, new))
            if count > MOST_STEPS:
                break
        if count > MOST_STEPS:
            break
    for spot in list(new.values()):
        for step in steps_from(spot, events):
            count += 1
            yield from ((n, text, count) for n, text in _looked(step, 0, proof, checks, {}))


def _again(event: Event, spot: Spot, mutant: Mutant) -> Iterator[Step]:
    """The step again; after one that looked at a term, also the time until that term must be over."""
    step = None
    for step in wait(CLOCK, spot.case, spot.now) if event is CLOCK else (say(event, spot.case, spot.now),):
        yield step
    if mutant.kind != "term" or step is None:
        return
    for _ in range(_STOPS):
        if step.broken:
            return
        after = wait(CLOCK, step.after, step.now)
        if not after:
            return
        yield from after
        step = after[-1]


def _looked(step: Step, index: int, proof: Proof, checks: Checks, new: dict[object, Spot]) -> Iterator[tuple[int, str]]:
    yield from checks.step(step)
    if step.broken:
        return
    try:
        after = spot_after(step, index, 0)
        yield from checks.situation(after, _NO_ACTS)
    except FAILURES as error:
        yield 1, f"the law has no answer: {failed(error)}"
        return
    if after.key not in proof.known and after.key not in new and len(new) < MOST_NEW:
        new[after.key] = after
