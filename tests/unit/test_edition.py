"""The edition: what the database lets through, a digest over all that is data in it, and who reviewed it (D7)."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, timedelta
from typing import Any

import pytest

from states.acts.act import Cell
from states.editions.bill import BILLS, Bill
from states.editions.book import LawBook
from states.editions.changes import ACTS, MOVES, TERMS, changes
from states.editions.edition import EDITION, Edition
from states.editions.enacting import enacted
from states.editions.plain import canonical, plain
from states.editions.review import Reviewer
from states.editions.source import SourceKind, kind_of, unchecked
from states.moves.table import MOVES as ROWS
from states.people import Role
from states.position import State
from tests.unit.future import FUTURE, reviewed, reviews


def test_it_is_dated_and_provisional() -> None:
    """Until a lawyer, a professional and clients reviewed it."""
    assert EDITION.valid_from == date(2026, 11, 1)
    assert EDITION.provisional
    assert EDITION.status == "voorlopig"
    assert set(EDITION.unreviewed) == set(Reviewer)
    assert EDITION.id == f"2026-11+{EDITION.digest[:8]}"


def test_in_force_it_is_known_by_its_name_alone() -> None:
    """Reviewed, it never changes; what it says is the same."""
    found = reviewed(EDITION)
    assert (found.id, found.status, found.digest) == ("2026-11", "in werking", EDITION.digest)


@pytest.mark.parametrize("role", Reviewer)
def test_one_missing_review_leaves_it_provisional(role: Reviewer) -> None:
    """All three, not two."""
    two = tuple(review for review in reviews(EDITION) if review.role is not role)
    assert dataclasses.replace(EDITION, reviews=two).unreviewed == (role,)


@pytest.mark.parametrize(
    "change",
    [
        {"digest": "0" * 64},
        {"approves": False},
        {"findings": " "},
        {"by": ""},
        {"on": EDITION.valid_from},
    ],
    ids=["of other rules", "that does not approve", "without findings", "by nobody", "on the day they count"],
)
def test_a_review_that_does_not_count(change: dict[str, Any]) -> None:
    """Of other rules, not approving, empty, or too late: rules are not put in force backwards."""
    first, *others = reviews(EDITION)
    changed = dataclasses.replace(first, **change)
    assert dataclasses.replace(EDITION, reviews=(changed, *others)).unreviewed == (first.role,)


def test_the_last_review_of_a_role_counts() -> None:
    """Approved and then taken back is not approved; and the other way round."""
    found = reviews(EDITION)
    back = dataclasses.replace(found[0], on=found[0].on + timedelta(days=1), approves=False)
    assert dataclasses.replace(EDITION, reviews=(back, *found)).unreviewed == (back.role,)
    again = dataclasses.replace(back, on=back.on + timedelta(days=1), approves=True)
    assert not dataclasses.replace(EDITION, reviews=(again, back, *found)).provisional


def test_a_rule_that_changes_is_reviewed_no_more() -> None:
    """A review is of the rules that the reviewer had before them."""
    changed = dataclasses.replace(reviewed(EDITION), moves=EDITION.moves[:-1])
    assert changed.provisional


def test_its_transitions_are_the_pairs_of_its_rows() -> None:
    """Sorted, each once; nobody moves to nobody."""
    rows = EDITION.transitions
    assert list(rows) == sorted(set(rows))
    assert {row[0] for row in rows} == {move.id for move in ROWS}
    assert State.NONE.value not in {row[2] for row in rows}


@pytest.mark.parametrize("change", ["title", "who", "guards", "notices", "needs", "basis", "targets"])
def test_the_digest_changes_with_the_law(change: str) -> None:
    """What decides, and what people read: a review is of both."""
    row = ROWS[1]
    other = {
        "title": "anders",
        "who": frozenset(),
        "guards": (),
        "notices": ("X",),
        "needs": (),
        "basis": "anders",
        "targets": (State.CLOSED,),
    }
    moves = (ROWS[0], dataclasses.replace(row, **{change: other[change]}), *ROWS[2:])  # type: ignore[arg-type]
    assert dataclasses.replace(EDITION, moves=moves).digest != EDITION.digest
    assert dataclasses.replace(EDITION, moves=ROWS).digest == EDITION.digest


def _with_cell(edition: Edition) -> Edition:
    act = edition.acts[21]
    return dataclasses.replace(
        edition, acts={**edition.acts, 21: dataclasses.replace(act, cells={**act.cells, "C": Cell.ALLOWED})}
    )


def test_the_digest_covers_acts_terms_consent_and_bills() -> None:
    """Every table of an edition, and its flags."""
    term = EDITION.terms["T01"].model_copy(update={"title": "anders"})
    others = (
        _with_cell(EDITION),
        dataclasses.replace(EDITION, terms={**EDITION.terms, "T01": term}),
        dataclasses.replace(EDITION, consent=EDITION.consent[1:]),
        dataclasses.replace(EDITION, bills=frozenset({Bill.REGIONAL_SAFETY_TEAM})),
        dataclasses.replace(EDITION, valid_from=date(2026, 11, 2)),
    )
    assert len({EDITION.digest, *(other.digest for other in others)}) == 1 + len(others)


def test_no_bill_is_carried_out_in_the_shipped_edition() -> None:
    """A closed list, all off; each says what it would change and where that is written."""
    assert EDITION.bills == frozenset()
    assert set(BILLS) == set(Bill)
    assert all(plan.would and plan.source and plan.touches for plan in BILLS.values())


@pytest.mark.parametrize("bill", Bill)
def test_a_bill_changes_its_cells_and_its_flag_only(bill: Bill) -> None:
    """And the edition with it is another one, that nobody reviewed."""
    other = enacted(reviewed(EDITION), bill)
    assert other.provisional
    assert {c.row for c in changes(EDITION, other) if c.table == ACTS} == {str(n) for n, _, _ in BILLS[bill].cells}
    assert {c.row for c in changes(EDITION, other) if c.table == MOVES} == {row for row, _ in BILLS[bill].actors}
    assert {c.table for c in changes(EDITION, other)} <= {ACTS, MOVES, "editie"}


def test_perspective_is_for_the_judge_once_that_bill_is_law() -> None:
    """6.4, act 51: the GI's own position is no longer enough, wherever it could take one."""
    cells = enacted(EDITION, Bill.PERSPECTIVE_BY_JUDGE).acts[51].cells
    assert {cells[column] for column in ("M3", "M4", "M5", "M6")} == {Cell.COURT}


def test_l19_a_gi_gives_no_help_itself_but_in_an_experiment_under_12_1() -> None:
    """Jw 3.2 lid 2; an AMvB under 12.1 may deviate, and the shipped edition carries none."""
    assert Role.GI not in EDITION.rows["TR-02"].who
    assert Bill.EXPERIMENT not in EDITION.bills
    assert enacted(EDITION, Bill.EXPERIMENT).rows["TR-02"].who == EDITION.rows["TR-02"].who | {Role.GI}


def test_c13_the_bill_has_the_name_that_the_government_gives_it_and_is_off() -> None:
    """Versterking, not verbetering, of legal protection; no source says that it is law."""
    assert "versterking rechtsbescherming" in BILLS[Bill.LEGAL_PROTECTION].title
    assert Bill.LEGAL_PROTECTION not in EDITION.bills


def _words() -> str:
    tables = (EDITION.moves, EDITION.acts, EDITION.terms, EDITION.consent, EDITION.confers, dict(BILLS))
    return canonical([plain(table) for table in tables])


@pytest.mark.parametrize("found", ["BW 1:255", "Jw 7.3.4"])
def test_the_words_of_an_edition_are_all_its_texts(found: str) -> None:
    """What the next tests look in."""
    assert found in _words()


def test_c11_no_rule_says_that_nen_7510_is_the_law() -> None:
    """RJw art. 6 asks for 27001 and 27002 or what equals them."""
    assert "NEN" not in _words()


def test_c12_no_rule_hangs_on_the_number_of_a_message() -> None:
    """JW321 is in one list and not in the other: numbers are configuration (R-17)."""
    assert not re.search(r"\bJW\d{3}\b", _words())


def test_c14_no_rule_rests_on_what_no_source_was_found_for() -> None:
    """Nothing was found about "Drempels weg": ask the field."""
    assert "drempels" not in _words().lower()


def test_c15_nothing_in_the_rules_is_called_after_a_form_in_between() -> None:
    """RJw 6a.4 knows no such product; the words of R-16 name no move, act or term."""
    named = [row.title for row in EDITION.moves]
    named += [row.title for row in EDITION.acts.values()]
    named += [row.title for row in EDITION.terms.values()]
    titles = " ".join(named).lower()
    for word in ("drang", "preventieve jeugdbescherming", "niet vrijblijvend", "uitgesteld raadsonderzoek"):
        assert word not in titles


def test_the_book_gives_the_edition_of_a_moment_and_of_an_id() -> None:
    """The first one also counts before its own first day."""
    found = LawBook((EDITION, FUTURE))
    assert found.at(date(2020, 1, 1)) is EDITION
    assert found.at(FUTURE.valid_from) is FUTURE
    assert found.edition(FUTURE.id) is FUTURE
    assert found.edition("2026-11") is None


def test_what_differs_is_said_cell_by_cell() -> None:
    """A row, a guard, a cell, a term and a text; nothing else, and nothing between equals."""
    assert changes(EDITION, EDITION) == ()
    found = {(c.table, c.row, c.cell) for c in changes(EDITION, FUTURE)}
    assert found == {
        ("editie", "", "geldt vanaf"),
        (MOVES, "TR-02", "title"),
        (MOVES, "TR-02", "guards"),
        (MOVES, "TR-03", "who"),
        (ACTS, "21", "cells.M2"),
        (ACTS, "21", "alternative"),
        *((TERMS, rule, f"length.{unit}") for rule in ("T01", "T02") for unit in ("years", "months")),
    }


@pytest.mark.parametrize(
    ("basis", "kind"),
    [
        ("BW 1:257; Rv 800, 809 [K]", SourceKind.LAW),
        ("kamerbrief 23-3-2020; naar voorbeeld van Jw 7.3.4 [K]", SourceKind.POLICY),
        ("rechtspraak en advies over drang; R-16", SourceKind.ADVICE),
        ("norm van de keten", SourceKind.NORM),
        ("goede beroepspraktijk; 00-C", SourceKind.NORM),
        ("ontwerp", SourceKind.DESIGN),
        ("invarianten 4 en 8", SourceKind.DESIGN),
    ],
)
def test_the_kind_of_source_follows_from_the_basis(basis: str, kind: SourceKind) -> None:
    """The first part that names a source decides; one that names none is ours."""
    assert kind_of(basis) is kind
    assert unchecked(basis) is ("[K" in basis)


def test_every_rule_names_where_it_comes_from() -> None:
    """No row without a basis, in any table."""
    bases = [
        *(move.basis for move in EDITION.moves),
        *(need.source for move in EDITION.moves for need in move.needs),
        *(act.basis for act in EDITION.acts.values()),
        *(rule.source for rule in EDITION.terms.values()),
        *(rule.source for rule in EDITION.consent),
    ]
    assert all(basis.strip() for basis in bases)
    assert {kind_of(basis) for basis in bases} == set(SourceKind)
