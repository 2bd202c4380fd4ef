"""From when and until when an order gives power (1:257-281, Rv 800, 00-E L4, L6)."""

from __future__ import annotations

from datetime import date

import pytest

from states.orders.order import (
    Enforceable,
    Measure,
    MeasureKind,
    Order,
    OrderKind,
    Placement,
    capped,
    lapse_unheard,
    majority,
    power_start,
    statutory_end,
    unheard,
)
from tests.unit.cast import at, day

GIVEN = at("2026-03-10 11:00")


def an_order(kind: OrderKind = OrderKind.SUPERVISION, **more: object) -> Order:
    """An order of 10 March 2026."""
    return Order.model_validate(
        {"id": "o", "kind": kind, "court": "rechtbank", "date": day("2026-03-10"), "pronounced": GIVEN, **more}
    )


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        (MeasureKind.PROVISIONAL_SUPERVISION, "2026-06-10"),
        (MeasureKind.SUPERVISION, "2027-03-10"),
        (MeasureKind.PROVISIONAL_GUARDIANSHIP, "2026-06-11"),
    ],
)
def test_the_law_sets_a_longest_term(kind: MeasureKind, end: str) -> None:
    """T01, T03; T15 lapses the day after (order date + three months)."""
    assert statutory_end(kind, day("2026-03-10")) == day(end)


def test_guardianship_has_no_term_of_its_own() -> None:
    """It ends at 18 (T38)."""
    assert statutory_end(MeasureKind.GUARDIANSHIP, day("2026-03-10")) is None
    assert statutory_end(MeasureKind.TEMPORARY_GUARDIANSHIP, day("2026-03-10")) is None


def test_a_measure_works_from_when_it_was_pronounced_or_from_a_later_day() -> None:
    """An earlier day in the dictum gives no power over the past."""
    assert power_start(an_order()) == GIVEN
    assert power_start(an_order(start=day("2026-03-20"))) == at("2026-03-20")
    assert power_start(an_order(start=day("2026-03-01"))) == GIVEN


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({"enforceable": Enforceable.YES, "sent_on": date(2026, 3, 12)}, "2026-03-13"),
        ({"enforceable": Enforceable.YES}, "2026-03-11"),
        ({"enforceable": Enforceable.NO, "final_on": date(2026, 6, 11)}, "2026-06-11"),
        ({"enforceable": Enforceable.UNKNOWN, "final_on": date(2026, 6, 11)}, "2026-06-11"),
        ({"enforceable": Enforceable.NO}, None),
        ({"enforceable": Enforceable.UNKNOWN}, None),
    ],
)
def test_guardianship_begins_the_day_after_sending_or_when_it_is_final(
    fields: dict[str, object], start: str | None
) -> None:
    """1:280, 00-E L4."""
    found = power_start(an_order(OrderKind.GUARDIANSHIP, **fields))
    assert found == (at(start) if start else None)


def test_the_earliest_end_counts_and_a_longer_dictum_is_seen() -> None:
    """NX-06: capped, and flagged."""
    assert capped(day("2027-06-01"), day("2027-03-10"), None) == (day("2027-03-10"), True)
    assert capped(day("2027-03-10"), day("2027-03-10"), None) == (day("2027-03-10"), False)
    assert capped(None, day("2027-03-10"), day("2026-12-14")) == (day("2026-12-14"), False)
    assert capped(None, None) == (None, False)


def test_majority_of_an_unborn_child_is_unknown() -> None:
    """1:2, 1:233."""
    assert majority(None) is None
    assert majority(day("2008-02-29")) == day("2026-03-01")


@pytest.mark.parametrize(
    ("parties", "child", "is_12", "who"),
    [
        (True, True, True, ()),
        (False, True, True, ("parties",)),
        (False, False, True, ("parties", "child")),
        (True, False, True, ("child",)),
        (False, False, False, ("parties",)),
        (True, False, False, ()),
    ],
)
def test_parties_and_a_child_of_12_each_have_a_right_to_be_heard(
    *, parties: bool, child: bool, is_12: bool, who: tuple[str, ...]
) -> None:
    """Rv 800 lid 3 and 809 lid 3 are two rules."""
    assert unheard(an_order(parties_heard=parties, child_heard=child), child_is_12=is_12) == who


def test_the_two_weeks_end_at_the_end_of_day_14() -> None:
    """T04, T05: strict, and never stretched over a weekend."""
    assert lapse_unheard(an_order()) == at("2026-03-25")


def test_a_power_ends_at_the_earliest_of_its_ends() -> None:
    """Dictum, unheard, ended, not executed."""
    power = Measure(order="o", kind=MeasureKind.SUPERVISION, start=GIVEN, end=at("2026-12-01"))
    assert power.until == at("2026-12-01")
    unheard_ = power.model_copy(update={"unheard": ("child",), "lapses_unheard": at("2026-03-25")})
    assert unheard_.until == at("2026-03-25")
    assert power.model_copy(update={"lapses_unheard": at("2026-03-25")}).until == at("2026-12-01")
    assert power.model_copy(update={"ended": at("2026-04-01")}).until == at("2026-04-01")
    assert power.in_force(GIVEN)
    assert not power.in_force(at("2026-12-01"))
    assert not power.in_force(at("2026-03-10 10:59"))


def test_a_placement_lapses_unless_it_is_executed() -> None:
    """1:265c lid 3."""
    placement = Placement(order="o", place="pleeggezin", start=GIVEN, lapses_unexecuted=at("2026-06-10"))
    assert placement.until == at("2026-06-10")
    assert placement.model_copy(update={"executed": at("2026-04-01")}).until is None
