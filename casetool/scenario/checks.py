"""Comparing what is with what was expected. Words are Dutch: a case worker reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from casetool.scenario.cast import Cast
from casetool.scenario.expectation import ChildExpectation
from casetool.scenario.moments import local
from casetool.scenario.result import Difference
from casetool.scenario.stage import Entry
from casetool.telling import FRAMEWORKS, OUTCOMES, state_name, yes
from states.due import forecast
from states.facts import ChildFile
from states.position import framework_of
from states.signals.signal import signals as signals_of
from states.terms.calendar import local_day

NOTHING = "niets"


@dataclass(frozen=True, slots=True)
class Seen:
    """One child after a step: its file, the moment (UTC), and its entries of this step."""

    key: str
    child: ChildFile
    at: datetime
    entries: tuple[Entry, ...]
    cast: Cast

    def effects(self, name: str) -> Iterator[dict[str, str]]:
        """The effects of one kind of the entries of this step."""
        for entry in self.entries:
            yield from entry["effects"].get(name, ())

    @property
    def flags(self) -> list[str]:
        """The rules of the flags that this step raised."""
        return [flag["rule"] for entry in self.entries for flag in entry["facts"].get("flags", ())]

    @property
    def moves(self) -> list[str]:
        """The moves that this step made."""
        return [entry["move"] for entry in self.entries if entry["move"]]


def _day(value: date) -> str:
    return local(value) if isinstance(value, datetime) else value.isoformat()


def _state(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    child = seen.child
    if want.state is not None and child.state is not want.state:
        yield "situatie", state_name(want.state), state_name(child.state)
    if want.closed is not None and child.closed_reason != want.closed:
        yield "reden van sluiten", want.closed.value, child.closed_reason or NOTHING
    framework = framework_of(child.state)
    if want.framework is not None and framework is not want.framework:
        yield "kader", FRAMEWORKS[want.framework], FRAMEWORKS[framework]
    if want.since is not None:
        got: date | None = child.since
        if child.since is not None and not isinstance(want.since, datetime):
            got = local_day(child.since)
        if got != want.since:
            yield "sinds", _day(want.since), _day(got) if got else NOTHING


def _move(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    last = seen.moves[-1] if seen.moves else None
    if want.move is not None and (want.move or None) != last:
        yield "overgang", want.move or "geen", last or "geen"


def _terms(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    for rule, due in want.terms.items():
        running = sorted({t.due for t in seen.child.terms if t.rule == rule})
        got = ", ".join(map(_day, running)) or "loopt niet"
        if due is False and running:
            yield f"termijn {rule}", "loopt niet", got
        elif due is not False and due not in running:
            yield f"termijn {rule}", _day(due), got
    opened = {t["id"]: t["rule"] for t in seen.effects("terms_opened")}
    for rule, outcome in want.terms_ended.items():
        ended = [t["outcome"] for t in seen.effects("terms_closed") if opened.get(t["id"], _rule_of(t["id"])) == rule]
        if outcome not in ended:
            got = ", ".join(OUTCOMES[o] for o in ended) or "eindigde niet in deze stap"
            yield f"einde van termijn {rule}", OUTCOMES[outcome], got


def _rule_of(term: str) -> str:
    """The rule in the id of a term: ``child/T44.15``, ``child/order1.3/T01``."""
    return term.rsplit("/", 1)[-1].split(".", 1)[0]


def _listed(
    what: str, wanted: Iterable[str], there: Iterable[str], same: Callable[[str, str], bool]
) -> Iterator[tuple[str, str, str]]:
    found = list(dict.fromkeys(there))
    got = ", ".join(found) or NOTHING
    for item in wanted:
        name = item.removeprefix("!")
        hit = any(same(name, one) for one in found)
        if hit == item.startswith("!"):
            yield what, f"niet {name}" if item.startswith("!") else name, got


def _covers(rule: str, found: str) -> bool:
    return found == rule or found.startswith(f"{rule}/")


def _lists(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    told = [name for n in seen.effects("notices") for name in (n["code"], seen.cast.key_of(n["recipient"]))]
    yield from _listed("kennisgeving aan", want.notices, told, str.__eq__)
    tasks = [task.code for task in seen.child.tasks]
    yield from _listed("taak", want.tasks, tasks, str.__eq__)
    yield from _listed("signaal", want.flags, seen.flags, _covers)
    looked_at = [signal.rule for signal in signals_of(seen.child, seen.at)]
    yield from _listed("signaal om na te kijken", want.signals, looked_at, str.__eq__)


def _powers(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    placed = seen.child.placement(seen.at) is not None
    if want.placement is not None and placed is not want.placement:
        yield "machtiging uithuisplaatsing", yes(want.placement), yes(placed)
    if want.gi is not None:
        measure = seen.child.measure(seen.at)
        gi = measure.gi if measure else None
        if gi != want.gi:
            yield "GI met de maatregel", want.gi, gi or "geen"


def _ahead(seen: Seen, want: ChildExpectation) -> Iterator[tuple[str, str, str]]:
    if not want.ahead:
        return
    steps = [(local_day(step["at"]), step["to"]) for step in forecast(seen.child, seen.at)]
    got = ", ".join(f"{day} {state_name(state)}" for day, state in steps) or NOTHING
    for day, state in want.ahead.items():
        if (day, state) not in steps:
            yield "vanzelf, later", f"{day} {state_name(state)}", got


def differences(seen: Seen, want: ChildExpectation) -> Iterator[Difference]:
    """Every expectation about one child that does not hold."""
    for look in (_state, _move, _terms, _lists, _powers, _ahead):
        for what, expected, got in look(seen, want):
            yield Difference(child=seen.key, what=what, expected=expected, got=got)
