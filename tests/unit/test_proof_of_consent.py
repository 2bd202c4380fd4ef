"""Every consent there can be agrees with § 5.1, and the check sees a changed rule (10-proof § 2, A)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest

from states.consents.table import CONSENT, Consenter, ConsentRule, DepartureKind
from states.editions.book import LawBook, under
from states.editions.edition import EDITION
from states.proof.consents import SILENT, counter_examples, situations

ABOUT_HOLDERS = (DepartureKind.REPLACED, DepartureKind.SET_ASIDE, DepartureKind.YOUTH_ALONE)
"""They change nothing where the law asks nobody with authority."""


def _changed(row: ConsentRule, other: ConsentRule) -> AbstractContextManager[LawBook]:
    rows = tuple(other if known is row else known for known in CONSENT)
    edition = dataclasses.replace(EDITION, valid_from=date(2020, 1, 1), consent=rows)
    return under(LawBook((edition,)))


def _dropped_people() -> Iterator[tuple[ConsentRule, Consenter]]:
    for row in CONSENT:
        for who in row.who:
            yield row, who


def _dropped_departures() -> Iterator[tuple[ConsentRule, DepartureKind]]:
    for row in CONSENT:
        for kind in row.departures:
            yield row, kind


def test_every_consent_agrees_with_the_table() -> None:
    """All situations; a difference prints as a line to read."""
    assert list(counter_examples()) == []


def test_the_9216_of_the_proof_are_among_them() -> None:
    """Each once: age, capacity, holders, three answers of yes or no, 253a, 12-15, urgent, light, purpose."""
    plain = [
        it
        for it in situations()
        if SILENT not in it.said and not (it.set_aside or it.resistance or it.refusal or it.unborn)
    ]
    assert len(plain) == len(set(plain)) == 9216


@pytest.mark.parametrize(("row", "who"), list(_dropped_people()), ids=lambda x: getattr(x, "id", str(x)))
def test_a_rule_that_forgets_somebody_is_seen(row: ConsentRule, who: Consenter) -> None:
    """Each rule, each person in it."""
    left = tuple(one for one in row.who if one is not who)
    with _changed(row, dataclasses.replace(row, who=left)):
        assert next(counter_examples(), None)


@pytest.mark.parametrize(("row", "kind"), list(_dropped_departures()), ids=lambda x: getattr(x, "id", str(x)))
def test_a_rule_that_forgets_a_departure_is_seen(row: ConsentRule, kind: DepartureKind) -> None:
    """Each rule, each ground to go on without somebody, and each thing in its way."""
    left = tuple(one for one in row.departures if one is not kind)
    with _changed(row, dataclasses.replace(row, departures=left)):
        assert next(counter_examples(), None)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (row, kind)
        for row in CONSENT
        for kind in DepartureKind
        if kind not in row.departures
        and not row.unborn
        and not kind.name.startswith("DESPITE")
        and (Consenter.HOLDERS in row.who or kind not in ABOUT_HOLDERS)
    ],
    ids=lambda x: getattr(x, "id", str(x)),
)
def test_a_rule_that_departs_too_often_is_seen(row: ConsentRule, kind: DepartureKind) -> None:
    """Each rule, each ground that it does not have and that could change it."""
    with _changed(row, dataclasses.replace(row, departures=(*row.departures, kind))):
        assert next(counter_examples(), None)


def test_a_counter_example_reads_as_a_sentence() -> None:
    """Who there is, who said what, and what differs."""
    row = next(r for r in CONSENT if r.id == "5.1/12-15")
    with _changed(row, dataclasses.replace(row, who=(Consenter.HOLDERS,))):
        line = next(counter_examples())
    assert re.match(r"12-15, gezag: (een|twee|voogd); \w+; kind: \w+, anna: \w+, bart: \w+", line)
    assert "§ 5.1" in line
