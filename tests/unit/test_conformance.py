"""The shipped edition says what the papers say, cell by cell; what differs on purpose is declared, with its reason."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from states.acts.act import Cell
from states.acts.confers_table import Title
from states.editions.edition import EDITION, Edition
from states.moves.move import Move
from states.people import Role
from states.position import State
from states.proof import paper
from states.proof.conformance import compared, differences

DECISIONS = Path(__file__).resolve().parents[2] / "docs" / "adr"
MOVES = {move.id: move for move in EDITION.moves}


def test_the_shipped_edition_is_what_the_papers_say() -> None:
    """Every difference is declared, and everything that is declared still differs."""
    assert differences(EDITION) == []


def test_every_declared_difference_has_a_decision_that_names_it() -> None:
    """The page exists, and names the row that differs."""
    for row in paper.table("deviations"):
        (page,) = DECISIONS.glob(f"{row['adr']}-*.md")
        (name, *_) = re.findall(r"TR-\d+[a-z]?|T\d\d|act \d+", row["line"])
        assert name in page.read_text(encoding="utf-8"), row


def _with(row: str, **change: object) -> Edition:
    move: Move = dataclasses.replace(MOVES[row], **change)  # type: ignore[arg-type]
    return dataclasses.replace(EDITION, moves=tuple(move if m.id == row else m for m in EDITION.moves))


def _act(number: int, column: str, cell: Cell) -> Edition:
    act = EDITION.acts[number]
    return dataclasses.replace(
        EDITION, acts={**EDITION.acts, number: dataclasses.replace(act, cells={**act.cells, column: cell})}
    )


def _term(id_: str, **change: object) -> Edition:
    rule = EDITION.terms[id_]
    assert rule.length is not None
    longer = rule.model_copy(update={"length": rule.length.model_copy(update=change)})
    return dataclasses.replace(EDITION, terms={**EDITION.terms, id_: longer})


MUTANTS: dict[str, tuple[Callable[[], Edition], str]] = {
    "a row less": (
        lambda: dataclasses.replace(EDITION, moves=tuple(m for m in EDITION.moves if m.id != "TR-09")),
        "moves: lacks: TR-09",
    ),
    "another from": (
        lambda: _with("TR-02", sources=(State.ASSESSMENT, State.CLOSED)),
        "TR-02 from and to: too much: C>V1",
    ),
    "another to": (lambda: _with("TR-22", targets=(State.PETITIONED,)), "TR-22 from and to: lacks: R1>R2"),
    "landing in V2": (
        lambda: _with("TR-23", targets=(*MOVES["TR-23"].targets, State.GI_LED)),
        "TR-23 from and to: too much: R1>V2a",
    ),
    "landing never in V0": (
        lambda: _with("TR-70", targets=tuple(s for s in MOVES["TR-70"].targets if s is not State.ASSESSMENT)),
        "TR-70 from and to: lacks: M2>V0",
    ),
    "one actor more": (lambda: _with("TR-22", who=frozenset({Role.RAAD, Role.GI})), "TR-22 who: too much: gi"),
    "one actor less": (lambda: _with("TR-07", who=frozenset()), "TR-07 who: lacks: college"),
    "a document less": (
        lambda: _with("TR-25", needs=MOVES["TR-25"].needs[1:]),
        "TR-25 documents and guards: lacks: field:petition",
    ),
    "a guard less": (lambda: _with("TR-08", guards=()), "TR-08 documents and guards: lacks: help_consents_complete"),
    "a notice less": (lambda: _with("TR-22", notices=("O", "J")), "TR-22 notices: lacks: C"),
    "another basis": (lambda: _with("TR-60", basis="BW 1:265k"), "TR-60 basis: lacks: BW 1:260"),
    "a weaker cell": (lambda: _act(8, "V1", Cell.CONSENT), "act 8 in V1: T, on paper X"),
    "a condition of an act less": (
        lambda: dataclasses.replace(
            EDITION, acts={**EDITION.acts, 3: dataclasses.replace(EDITION.acts[3], conditions=())}
        ),
        "act 3 remarks: lacks: when:agreed_in_plan V1 V2",
    ),
    "an act that is no power any more": (
        lambda: dataclasses.replace(
            EDITION, acts={**EDITION.acts, 21: dataclasses.replace(EDITION.acts[21], power=False)}
        ),
        "act 21 remarks: lacks: power",
    ),
    "a power that no title gives": (
        lambda: dataclasses.replace(
            EDITION,
            confers={**EDITION.confers, Title.VV_PARTIAL: {**EDITION.confers[Title.VV_PARTIAL], 30: "BW 1:268"}},
        ),
        "confers: too much: VVp:30",
    ),
    "an L term of a day more": (lambda: _term("T03", days=1), "T03 length: too much: 3m+1d"),
    "an L term that never ends": (
        lambda: dataclasses.replace(
            EDITION, terms={**EDITION.terms, "T01": EDITION.terms["T01"].model_copy(update={"length": None})}
        ),
        "T01 length: lacks: 1y",
    ),
    "a consent of one person less": (
        lambda: dataclasses.replace(
            EDITION,
            consent=tuple(dataclasses.replace(r, who=r.who[:1]) if len(r.who) > 1 else r for r in EDITION.consent),
        ),
        "consent 12-15 able: lacks: holders",
    ),
    "a consent rule twice": (
        lambda: dataclasses.replace(EDITION, consent=(*EDITION.consent, EDITION.consent[0])),
        "consent: two rules for one situation",
    ),
}


@pytest.mark.parametrize(("made", "line"), MUTANTS.values(), ids=MUTANTS)
def test_a_changed_rule_is_found(made: Callable[[], Edition], line: str) -> None:
    """By the line that says so."""
    assert line in set(compared(made()))
    assert line in differences(made())


def test_what_is_declared_and_does_not_differ_is_found() -> None:
    """A deviation that was taken back has to go from the list."""
    declared = [row["line"] for row in paper.table("deviations")]
    assert declared
    empty = dataclasses.replace(EDITION, moves=(), acts={}, terms={}, consent=())
    lines = differences(empty)
    assert all(f"declared to differ, and does not: {line}" in lines for line in declared)


@pytest.mark.parametrize(
    ("basis", "named"),
    [
        ("BW 1:255, 258", {"BW 1:255", "BW 1:258"}),
        ("BW 1:265c lid 2, 265j lid 3", {"BW 1:265c", "BW 1:265j"}),
        ("Jw 2.4 lid 1, 3.1 lid 1 en 4, 3.3", {"Jw 2.4", "Jw 3.1", "Jw 3.3"}),
        ("BW 1:268 lid 5; 1:241 lid 4-5; 00-E L6", {"BW 1:268", "BW 1:241"}),
        ("BW 1:265g; HR 14-12-2018, ECLI:NL:HR:2018:2321", {"BW 1:265g"}),
        ("Jw 7.3.4-7.3.5", {"Jw 7.3.4", "Jw 7.3.5"}),
        ("als TR-01; oude toestemming telt niet meer", set()),
    ],
)
def test_articles_are_read_with_their_law(basis: str, named: set[str]) -> None:
    """Members, dates, judgments and our own numbers are no articles."""
    assert paper.articles(basis) == named


def test_an_article_stands_for_its_parts_and_k_has_to_be_named() -> None:
    """Jw 4.1 is named by Jw 4.1.3, and not the other way round."""
    assert paper.unnamed("Jw 4.1", "Jw 4.1.3") == []
    assert paper.unnamed("Jw 4.1.3", "Jw 4.1") == ["Jw 4.1.3"]
    assert paper.unnamed("AVG [K]", "AVG") == ["[K]"]
