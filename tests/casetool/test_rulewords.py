"""Every rule of a move and every condition of an act has one Dutch sentence, and the pages print no code names."""

from __future__ import annotations

import re

import pytest

from casetool import lawsheets
from casetool.rights.explain import Audience, explained
from casetool.rulewords import CONDITION_WORDS, GUARD_WORDS, conditions_of, rules_of
from states.acts.conditions import CONDITIONS
from states.editions.edition import EDITION
from states.moves.guards import GUARDS, SELECTORS

_NAME = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")
_MOST_WORDS = 24
CODES = {*GUARDS, *SELECTORS, *CONDITIONS}


def test_none_lacks_its_sentence_and_no_sentence_is_of_nothing() -> None:
    """Both tables hold exactly what the registries hold."""
    assert set(GUARD_WORDS) == set(GUARDS) | set(SELECTORS)
    assert set(CONDITION_WORDS) == set(CONDITIONS)


@pytest.mark.parametrize("text", [*GUARD_WORDS.values(), *CONDITION_WORDS.values()])
def test_a_sentence_is_short_and_ends(text: str) -> None:
    """A capital, a full stop, and no more words than a reader can hold."""
    assert text[0].isupper()
    assert text.endswith(".")
    assert all(len(part.split()) <= _MOST_WORDS for part in re.split(r"[.?;:]", text))
    assert not _NAME.search(text)


def test_no_two_rules_say_the_same() -> None:
    """Else a reader could not tell which one is meant; what is asked of a child of 18 stands in one of them."""
    assert len(set(GUARD_WORDS.values())) == len(GUARD_WORDS)
    assert len(set(CONDITION_WORDS.values())) == len(CONDITION_WORDS)


def test_the_tables_and_the_explanations_name_no_code() -> None:
    """Moves, acts, and both explained to a lawyer."""
    for sheet in (lawsheets.moves(EDITION), lawsheets.acts(EDITION)):
        assert not [cell for row in sheet.rows for cell in row if CODES.intersection(_NAME.findall(cell))]
    asked = ("TR-05", "21")
    said = [part for what in asked for part in explained(what, EDITION, Audience.LAWYER).parts]
    assert not [text for title, text in said if CODES.intersection(_NAME.findall(text))]
    assert {"Regels", "Voorwaarden"} <= {title for title, _ in said}


def test_a_row_says_every_rule_that_it_has_and_an_act_where_each_counts() -> None:
    """In the order of the table."""
    row, act = EDITION.rows["TR-02"], EDITION.acts[21]
    assert [rules_of(row).index(GUARD_WORDS[name]) for name in row.guards] == sorted(
        rules_of(row).index(GUARD_WORDS[name]) for name in row.guards
    )
    assert f"{CONDITION_WORDS['readers_informed']} (M1, M2, M3)" in conditions_of(act)
    assert conditions_of(EDITION.acts[57]) == ""
