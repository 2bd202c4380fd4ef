"""Words that would make a state that does not exist: found however they are written, and nowhere else (NX-03)."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from states import commands as c
from states.wording import DEFINING, NO_STATE, no_such_state, plain
from tests.unit.cast import COLLEGE, INTENSIVE, TEAM, VTO
from tests.unit.desk import reported

MODELS = get_args(get_args(c.Command)[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Uitgesteld\u00a0Raadsonderzoek", "uitgesteld raadsonderzoek"),
        ("uit\u00adgesteld_raadsonderzoek", "uitgesteld raadsonderzoek"),
        ("VTO – in de lá!", "vto in de la"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_its_words(text: str, words: str) -> None:
    """Case, accents, hyphens and soft hyphens make no difference."""
    assert plain(text) == words


@pytest.mark.parametrize("word", NO_STATE)
def test_each_is_found_between_other_words(word: str) -> None:
    """And each is written as plain words, or it would never be found."""
    assert plain(word) == word
    said = c.GiveConsent(id="c", child="kind", by=TEAM, person="anna", what=f"hulp, dus {word.upper()}, tot mei")
    found = no_such_state(said)
    assert [reason.rule for reason in found] == ["NX-03"]
    assert "(what)" in found[0].remedy


@pytest.mark.parametrize("text", ["VTO in de laatste week", "het raadsonderzoek is klaar", "hulp zonder voorwaarde"])
def test_words_that_only_look_alike_are_not_found(text: str) -> None:
    """Whole words count."""
    said = c.GiveConsent(id="c", child="kind", by=TEAM, person="anna", what=text)
    assert no_such_state(said) == []


def test_every_field_that_is_read_belongs_to_a_command() -> None:
    """A field that no command has would look as if it were guarded."""
    fields = {name for model in MODELS for name in model.model_fields}
    assert set(DEFINING) <= fields


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        (c.StartIntensiveHelp, INTENSIVE | {"plan": "V2 op voorwaarde van de Raad, tot juni"}),
        (c.StartIntensiveHelp, INTENSIVE | {"why_more": "de VTO ligt in de la: VTO in de la"}),
        (c.RequestInvestigation, VTO | {"receipt": "uitgesteld raadsonderzoek"}),
        (c.GiveConsent, {"person": "anna", "what": "hulp op voorwaarde van de Raad"}),
        (c.ChangeRegion, {"by": COLLEGE, "mode": "mix", "functions": {"onderzoeker": "uitgesteld raadsonderzoek"}}),
    ],
)
def test_nx_03_the_fields_that_define_something_do_not_name_it(do: type[c.Base], fields: dict[str, Any]) -> None:
    """The request is sent or not sent."""
    refusal = reported().say("2026-03-02", do, **fields).refusal
    assert refusal is not None
    assert refusal.rule == "NX-03"
    assert "request_investigation" in refusal.reasons[0].remedy


def test_nx_03_what_somebody_said_may_be_written_down() -> None:
    """A note quotes; it defines nothing."""
    desk = reported()
    assert desk.say("2026-03-02", c.Note, text="'het is een uitgesteld raadsonderzoek', zei de vader").refusal is None
