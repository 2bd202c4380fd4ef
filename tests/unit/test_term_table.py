"""The table of terms: every row of domain 2.3 as amended, with its kind, its source and whose it is."""

from __future__ import annotations

import pytest

from states.orders.order import OrderKind
from states.terms.length import Length
from states.terms.table import TERMS, TermKind

KINDS = {
    "L": "T01 T02 T03 T04 T05 T06 T07 T15 T16 T17 T29 T30 T35 T36 T37 T38 T47",
    "D": "T08 T09 T10 T11 T12 T13 T14 T18 T19 T20 T21 T22 T23 T26 T31 T32 T33 T34 T43 T46",
    "N": "T24 T25 T28 T42 T45",
    "P": "T39 T40 T41 T44",
    "R": "T27",
}
UNSURE = "T04 T05 T10 T15 T22 T23 T25 T26 T27 T28 T29 T30 T33 T35 T37 T41 T42 T43 T45 T46"


def test_kinds_of_terms_are_those_of_the_table() -> None:
    """L lapses, D is a duty, N a norm, P is ours; T27 is a rule without a day. None is missing."""
    assert {rule: r.kind for rule, r in TERMS.items()} == {
        rule: TermKind(kind) for kind, rules in KINDS.items() for rule in rules.split()
    }
    assert sorted(TERMS) == [f"T{n:02d}" for n in range(1, 48)]


def test_every_row_says_what_opens_it_whose_it_is_and_where_it_comes_from() -> None:
    """Of what lapses by itself nobody need meet it; [K] stays where the papers say it."""
    for row in TERMS.values():
        assert row.title
        assert row.source
        assert row.who
        assert row.opens or row.kind is TermKind.RULE
        assert row.meets or row.kind in (TermKind.LAPSE, TermKind.RULE)
    assert {rule for rule, row in TERMS.items() if "[K]" in row.source or "[K:" in row.source} == set(UNSURE.split())


def test_l11_silence_is_a_refusal_for_both_requests_to_the_gi() -> None:
    """1:265 lid 4, and through 1:265d lid 4 for a placement too."""
    assert TERMS["T12"].silence == TERMS["T13"].silence
    assert "telt als weigering" in TERMS["T13"].silence
    assert "geen termijn" in TERMS["T13"].silence


def test_l10_time_under_a_provisional_supervision_does_not_count_for_a_placement() -> None:
    """The second sentence of 1:265c lid 1 stands with the rule."""
    assert "telt die tijd niet mee" in TERMS["T06"].source


def test_t27_names_only_kinds_of_orders_that_exist() -> None:
    """A decision that it does not name has an appeal (T26)."""
    kinds = {kind.value for kind in OrderKind}
    assert set(TERMS["T27"].orders) <= kinds
    assert "provisional_supervision" in TERMS["T27"].orders
    assert "gi_replaced" in TERMS["T27"].orders
    assert "supervision" not in TERMS["T27"].orders


ROLLING = {"T11", "T12", "T13", "T14", "T19", "T20", "T22", "T23", "T26", "T32", "T43", "T46"}


def test_c16_only_short_forward_statutory_terms_move_on() -> None:
    """Never one that is counted back, longer than three months or twelve weeks, or a deprivation of liberty (Atw 4)."""
    assert {rule for rule, row in TERMS.items() if row.length and row.length.rolls} == ROLLING
    for rule in ROLLING:
        length = TERMS[rule].length
        assert length is not None
        assert not length.back
        assert length.years == 0
        assert length.months <= 3
        assert length.weeks <= 12
        assert length.days <= 90
    for row in TERMS.values():
        others = [length for length in row.lengths.values() if length.rolls]
        assert all(row.id == "T43" and length == Length(months=3, rolls=True, through=True) for length in others)
        assert row.kind is not TermKind.LAPSE or row.length is None or not row.length.rolls


def test_c6_two_weeks_without_hearing_and_four_weeks_of_urgent_secure_help_are_two_timers() -> None:
    """Rv 800 lid 3 and Jw 6.1.12 lid 2; an ordinary urgent MUHP has the end of its dictum."""
    assert TERMS["T04"].length == TERMS["T05"].length == Length(weeks=2, through=True)
    assert TERMS["T29"].lengths["spoed"] == Length(weeks=4)
    assert not TERMS["T06"].lengths


def test_l16_privacy_terms_follow_their_own_regulation() -> None:
    """A month for access; a breach in hours of the clock (Reg. 1182/71, Atw 4 a)."""
    assert "1182/71" in TERMS["T43"].source
    assert TERMS["T43"].lengths["datalek"] == Length(hours=72)


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (Length(years=1), "1 jaar"),
        (Length(months=1), "1 maand"),
        (Length(months=3), "3 maanden"),
        (Length(weeks=2, days=1), "2 weken en 1 dag"),
        (Length(working_days=5), "5 werkdagen"),
        (Length(hours=72), "72 uur"),
        (Length(), ""),
    ],
)
def test_a_length_is_told_in_words(length: Length, told: str) -> None:
    """Dutch."""
    assert length.told() == told
