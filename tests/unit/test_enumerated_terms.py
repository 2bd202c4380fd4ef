"""Enumeration B: each term from each day of 2024 to 2036 against a calendar that is built another way."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from states.editions.book import LawBook, under
from states.editions.edition import EDITION
from states.proof.oracle import WALK, easter, midnight
from states.proof.terms import FIRST, LAST, PAPERS, enumerate_terms
from states.terms.length import Length
from states.terms.rule import TermRule
from states.terms.table import TERMS, TermKind

SAMPLE = tuple(date(2027, 1, 1) + timedelta(days=n) for n in range(0, 60, 7))
POWERS = sorted(
    (row.id, case)
    for row in TERMS.values()
    for case in ("", *row.lengths)
    if row.kind is TermKind.LAPSE and row.length is not None
)


def changed(row: TermRule, case: str, length: Length | None) -> LawBook:
    """A book in which a term has another length, or none."""
    if case:
        lengths = {name: one for name, one in row.lengths.items() if name != case}
        new = row.model_copy(update={"lengths": lengths | ({case: length} if length else {})})
    else:
        new = row.model_copy(update={"length": length})
    return LawBook((dataclasses.replace(EDITION, terms={**TERMS, row.id: new}),))


def test_every_term_ends_on_its_day_from_every_start_day() -> None:
    """Both clock changes, 29 February, and every holiday in thirteen years."""
    found = enumerate_terms()
    assert found.violations == []
    assert found.checks >= len(PAPERS) * ((LAST - FIRST).days + 1) - 3 * 4749


@pytest.mark.parametrize(("rule", "case"), POWERS)
def test_a_power_of_one_day_more_is_caught(rule: str, case: str) -> None:
    """By every start day."""
    row = TERMS[rule]
    length = row.length_of(case)
    assert length is not None
    longer = length.model_copy(update={"days": length.days + 1})
    with under(changed(row, case, longer)):
        violations = enumerate_terms(SAMPLE, only=rule).violations
    assert violations
    assert violations[0].startswith(f"{rule} ({case}) vanaf 2027-01-01" if case else f"{rule} vanaf 2027-01-01")


@pytest.mark.parametrize(("rule", "case"), POWERS)
def test_a_power_that_never_ends_is_caught(rule: str, case: str) -> None:
    """An L term without a length."""
    row = TERMS[rule]
    with under(changed(row, case, None)):
        assert "een lengte te veel of te weinig" in " ".join(enumerate_terms(SAMPLE, only=rule).violations)


@pytest.mark.parametrize("rule", ["T08", "T11", "T26", "T34"])
def test_a_duty_that_rolls_where_it_may_not_or_the_other_way_is_caught(rule: str) -> None:
    """C16, on some day that is no working day."""
    row = TERMS[rule]
    assert row.length is not None
    other = row.length.model_copy(update={"rolls": not row.length.rolls})
    with under(changed(row, "", other)):
        assert enumerate_terms(only=rule).violations


def test_a_new_rule_that_the_papers_do_not_know_is_caught() -> None:
    """The table is closed."""
    more = {**TERMS, "T48": TERMS["T01"].model_copy(update={"id": "T48"})}
    with under(LawBook((dataclasses.replace(EDITION, terms=more),))):
        violations = enumerate_terms(SAMPLE, only="T48").violations
    assert violations == ["T48: staat in de regels en niet in de papieren"]


def test_the_oracle_knows_days_that_were_looked_up() -> None:
    """Easter from the almanac, and midnight at both changes of the clock."""
    easters = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2030: (4, 21), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in easters} == easters
    assert [midnight(date(2026, 3, day)).hour for day in (28, 29, 30)] == [23, 23, 22]
    assert [midnight(date(2026, 10, day)).hour for day in (24, 25, 26)] == [22, 22, 23]
    assert WALK.nth_working_day(date(2026, 5, 13), 1) == date(2026, 5, 18)
