"""Invariant 23 of the proof bites: a law in which a condition or its columns are missing is found out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from states.acts.act import Act
from states.editions.book import LawBook, under
from states.editions.edition import EDITION
from states.facts import ChildFile
from states.proof.checking import TOLD, Checks
from states.proof.exploring import Spot
from states.proof.invariants_told import nobody_is_bound_before_being_told
from states.proof.seen import Seen
from states.proof.situation import situation
from tests.unit.cast import day
from tests.unit.desk import Desk, helped, placed, provisional, supervised

_CONDITION = "readers_informed"


def _seen(desk: Desk) -> Seen:
    file: ChildFile = desk.child()
    return Seen(situation(file, desk.now), file, desk.now)


def _acts(change: Callable[[Act], Act]) -> Mapping[int, Act]:
    return {number: change(act) for number, act in EDITION.acts.items()}


def _without(number: int) -> LawBook:
    """A law in which one act does not wait."""
    conditions = tuple(row for row in EDITION.acts[number].conditions if row[0] != _CONDITION)
    changed = _acts(lambda act: replace(act, conditions=conditions) if act.number == number else act)
    return LawBook((replace(EDITION, acts=changed),))


@pytest.mark.parametrize("make", [provisional, supervised, placed, lambda: supervised(born=day("2012-01-01")), helped])
def test_the_law_as_it_is_holds(make: Callable[[], Desk]) -> None:
    """With and without readers of 12 and older, and where no measure runs."""
    assert list(nobody_is_bound_before_being_told(_seen(make()))) == []


@pytest.mark.parametrize("act", [18, 19, 21, 25])
def test_an_act_that_does_not_wait_is_found(act: int) -> None:
    """For each reader who was left out."""
    with under(_without(act)):
        found = list(nobody_is_bound_before_being_told(_seen(placed(born=day("2012-01-01")))))
    assert len(found) == len(("anna", "bart", "kind"))
    assert all(text.startswith(f"act {act} ") and "was not told" in text for text in found)


def test_an_act_that_waits_for_more_than_being_told_is_found() -> None:
    """What is refused although everybody was told."""
    row = (_CONDITION, frozenset({"M2"}))
    more = ("approved_before", frozenset({"M2"}))
    changed = _acts(lambda act: replace(act, conditions=(row, more)) if act.number == 19 else act)
    with under(LawBook((replace(EDITION, acts=changed),))):
        found = list(nobody_is_bound_before_being_told(_seen(supervised())))
    assert found
    assert all("not registered although everybody was told" in text for text in found)


def test_it_is_one_of_the_checks() -> None:
    """Counted under its number in every situation."""
    desk, checks = supervised(), Checks()
    case = desk.case
    spot = Spot(situation(desk.child(), desk.now), case, desk.now, -1, "", "", 0)
    assert [number for number, _ in checks.situation(spot) if number == TOLD] == []
    assert checks.counted[TOLD] == 1
