"""``law rights``, ``law texts``, ``law explain``, ``case rights``: in three forms, plain, with sources, fast."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html.parser import HTMLParser
from itertools import product

import pytest
from typer.testing import CliRunner
from typing_extensions import override

from audit import folding
from casetool.cli import app
from casetool.commands import case_rights
from casetool.errors import CODES as EXIT_CODES
from casetool.rights import texts
from casetool.rights.explain import Audience, UnknownRuleError, explained
from casetool.rights.page import PageForm, printed
from casetool.rights.reading import score, syllables
from casetool.rights.texts import measured
from states import commands as c
from states.editions.book import LawBook, under
from states.editions.changes import changes
from states.editions.edition import EDITION
from states.facts import Case, ChildFile
from states.position import CODES, Framework, State
from states.rights.reader import Reader
from states.rights.sheet import sheet, sheet_of_state
from states.rights.whose import NoSheetError
from states.terms.calendar import day_start
from states.wording.checker import check
from states.wording.rule import Use
from tests.unit.acting import FILES, NOW
from tests.unit.cast import day
from tests.unit.desk import helped
from tests.unit.future import reviewed

STATES = [state for state in State if state is not State.NONE]
PROVISIONAL = "voorlopig: nog niet beoordeeld door een jurist, een professional en een cliëntenorganisatie"
SYLLABLES = (
    "ouder 2, over 2, idee 2, radio 3, mooie 2, vrije 2, u 1, uw 1, kinderrechter 4, toestemming 3, gezag 2, "
    "ondertoezichtstelling 6, uithuisplaatsing 4, machtiging 3, jeugdhulp 2, advocaat 3, vertrouwenspersoon 5, "
    "organisatie 5, informatie 4, februari 4, beïnvloeden 4, geïnformeerd 4, coördinatie 5, reünie 3, kopieën 3, "
    "nieuwe 2, leeuw 1, groeien 2, beslissing 3, situatie 4, bureau 2, niveau 2, team 1, beamen 3, politie 3, "
    "evaluatie 5, huilen 2, medewerker 4, gecertificeerde 6, 18 2"
)


def _run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize("word", [pair.rsplit(" ", 1) for pair in SYLLABLES.split(", ")], ids=lambda pair: pair[0])
def test_syllables_are_counted_as_they_are_said(word: list[str]) -> None:
    """Also where no hyphen could stand, and in words from elsewhere."""
    assert syllables(word[0]) == int(word[1])


def test_the_score_is_that_of_flesch_douma() -> None:
    """206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence."""
    found = score("De rechter beslist. U mag daar iets van zeggen.")
    assert (found.words, found.sentences, found.syllables, found.longest) == (9, 2, 12, 6)
    assert found.flesch_douma == pytest.approx(206.84 - 77 * 12 / 9 - 0.93 * 9 / 2)
    assert score("").passes
    assert not score("De ondertoezichtstelling beëindigt ouderlijke beslissingsbevoegdheden.").passes
    assert not score(f"{'ja ' * 18}nee.").passes
    assert score(f"{'ja ' * 17}nee.").passes


def test_every_text_is_plain() -> None:
    """Lines, acts, shared sentences, explanations and whole sheets."""
    found = measured(EDITION)
    assert {text.name for text in found if not text.score.passes} == set()
    assert len(found) > 14 * 4 * 2 + 2 * len(EDITION.rights)


def test_the_report_names_every_text_with_its_score_and_fails_on_one_that_is_not_plain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 1, and which text it is."""
    text = _run("law", "texts")
    assert PROVISIONAL in text
    found = measured(EDITION)
    assert text.count("\n| ") == len(found) + 2
    rows = json.loads(_run("law", "texts", "--json"))["texts"]
    assert {row["name"] for row in rows} == {text.name for text in found}
    hard = dataclasses.replace(
        EDITION.rights[0], text="De ondertoezichtstelling beëindigt ouderlijke beslissingsbevoegdheden."
    )
    bad = dataclasses.replace(EDITION, rights=(hard, *EDITION.rights[1:]))
    monkeypatch.setattr("casetool.commands.law_rights.find", lambda _name: bad)
    assert "| NEE |" in _run("law", "texts", code=1)


def test_no_text_threatens_or_tells_help_as_a_duty() -> None:
    """Each as a text that goes to a family, in the framework in which it is said."""
    at = day_start(EDITION.valid_from)
    tracks = tuple(EDITION.tracks)
    for state, reader, easy, secure in product(STATES, Reader, (False, True), (False, True)):
        made = sheet_of_state(state, reader, at, easy=easy, secure=secure, running=tracks)
        for line in (line for part in made.parts for line in part.lines):
            for text in (line.text, *(word.meaning for word in line.words)):
                assert not check(text, Use.FAMILY, made.framework, EDITION.words).findings, (line.id, made.framework)


@pytest.mark.parametrize("form", PageForm)
@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_a_page_says_for_whom_on_what_source_and_that_it_is_provisional(
    state: State, form: PageForm, *, easy: bool
) -> None:
    """In each form, for each reader; never as the text of the law."""
    for reader in Reader:
        flags = ["--easy"] if easy else []
        text = _run("law", "rights", CODES[state], "--reader", reader.value, "--format", form.value, *flags)
        assert "eigen woorden" in text
        assert "voorlopig" in text
        assert EDITION.id in text
        assert "[K]" in text


def test_json_carries_source_kind_and_what_is_unchecked() -> None:
    """Per line; the words beside it."""
    found = json.loads(_run("law", "rights", "m3", "--reader", "youth_12_15", "--format", "json", "--secure"))
    lines = [line for part in found["parts"] for line in part["lines"]]
    assert (found["state"], found["framework"], found["secure"]) == ("M3", Framework.COMPULSORY.value, True)
    assert all(line["source"] and line["unchecked"] == ("[K" in line["source"]) for line in lines)
    bound = [line for part in found["parts"] if part["duty"] == "bound" for line in part["lines"]]
    assert all("Dit is verplicht, op grond van:" in line["text"] for line in bound)
    assert {"act/21", "act/13", "act/29", "act/37"} <= {line["id"] for line in bound}


class _Tags(HTMLParser):
    """Opening and closing tags, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_whole_and_escapes_what_people_are_called() -> None:
    """Its language is said, every tag is closed, and a name is text."""
    made = sheet_of_state(State.HELP, Reader.PARENT_WITH, NOW)
    text = printed(made, PageForm.HTML, "<b>Noor</b>")
    parser = _Tags()
    parser.feed(text)
    assert parser.open == []
    assert '<html lang="nl">' in text
    assert "<b>" not in text
    assert "&lt;b&gt;Noor" in text


def test_an_edition_in_force_is_not_called_provisional() -> None:
    """Its pages say that it is in force."""
    with under(LawBook((reviewed(EDITION),))):
        text = printed(sheet_of_state(State.HELP, Reader.PARENT_WITH, NOW), PageForm.MARKDOWN)
    assert "(in werking)" in text
    assert "voorlopig:" not in text


def test_a_procedure_and_an_unknown_name() -> None:
    """A running procedure is told; a name that does not exist is refused with those that do."""
    assert "hoger beroep" in _run("law", "rights", "M2", "--reader", "youth_16", "--track", "p3")
    assert "V2a" in _run("law", "rights", "V7", "--reader", "youth_16", code=2)
    assert "P13" in _run("law", "rights", "V1", "--reader", "youth_16", "--track", "P99", code=2)


def test_a_changed_text_is_another_edition_and_shows_in_the_difference() -> None:
    """Texts belong to the edition, text by text."""
    line = dataclasses.replace(EDITION.rights[0], text="Dit is een andere tekst.")
    other = dataclasses.replace(EDITION, rights=(line, *EDITION.rights[1:]))
    assert other.digest != EDITION.digest
    (change,) = changes(EDITION, other)
    assert (change.table, change.row, change.cell) == ("rechten en plichten", line.id, "text")
    phrases = dataclasses.replace(EDITION, phrases={**EDITION.phrases, "duty/free": "U mag nee zeggen."})
    (change,) = changes(EDITION, phrases)
    assert (change.table, change.row) == ("vaste zinnen", "duty/free")


@pytest.mark.parametrize("audience", Audience)
def test_everything_can_be_explained_to_everybody(audience: Audience) -> None:
    """Each move, act, term and word: what it is, and on which source."""
    names = [*EDITION.rows, *map(str, EDITION.acts), *EDITION.terms, *(word.word for word in EDITION.glossary)]
    for name in names:
        found = explained(name, EDITION, audience)
        assert found.source
        assert found.parts[0][0] == "Wat is dit?"
        assert all(text for _, text in found.parts)


def test_a_lawyer_reads_more_than_a_worker_and_a_worker_more_than_a_family() -> None:
    """The same rule, and what each needs."""
    for name in ("TR-05", "21", "T11"):
        family, worker, lawyer = (dict(explained(name, EDITION, audience).parts) for audience in Audience)
        assert set(family) < set(worker) < set(lawyer)
    assert "BW 1:263" in _run("law", "explain", "handeling 21")
    assert "Editie" in _run("law", "explain", "tr-05", "--reader", "lawyer")
    assert "ots" in _run("law", "explain", "ondertoezichtstelling")


def test_what_does_not_exist_cannot_be_explained() -> None:
    """The error says how things are called; a command line ends with 2."""
    with pytest.raises(UnknownRuleError, match="TR-42"):
        explained("drang", EDITION, Audience.FAMILY)
    assert dict(EXIT_CODES)[UnknownRuleError] == 2


@pytest.fixture
def _case(monkeypatch: pytest.MonkeyPatch) -> ChildFile:
    """A case with a child of thirteen in help, read without a database."""
    desk = helped(born=day("2012-06-01"), people=("anna", "bart", "kind"))
    desk.say("2026-02-03", c.KnowReader, person="anna", language="Arabisch")
    file = desk.child()

    @contextmanager
    def reading(*_: object) -> Iterator[None]:
        yield None

    def present(*_: object) -> tuple[Case, datetime]:
        return desk.case, NOW

    monkeypatch.setattr(case_rights, "reading", reading)
    monkeypatch.setattr(case_rights, "present", present)
    monkeypatch.setattr(folding, "bodies", lambda *_: ((body, "") for body in desk.log))
    return file


@pytest.mark.usefixtures("_case")
def test_a_sheet_of_a_case_says_what_counts_now_and_what_the_explanation_lacked() -> None:
    """By a person or by a kind of reader; the name of the child is on it."""
    mother = _run("case", "rights", "case", "kind", "anna")
    assert "over Noor: vrijwillige hulp" in mother
    assert "Voor: ouder met gezag." in mother
    assert "Nog niemand heeft dit blad aan u uitgelegd." in mother
    assert "Het mag alleen met uw ja." in mother
    assert "Voor: jongere van 12" in _run("case", "rights", "case", "kind", "kind")
    assert "Voor: ouder zonder gezag." in _run("case", "rights", "case", "kind", "carla")
    by_kind = _run("case", "rights", "case", "kind", "parent_with_authority", "--format", "json")
    assert "explained/nobody" not in by_kind


def test_a_child_under_twelve_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no sheet, and the error says what is possible."""
    desk = helped()

    @contextmanager
    def reading(*_: object) -> Iterator[None]:
        yield None

    monkeypatch.setattr(case_rights, "reading", reading)
    monkeypatch.setattr(case_rights, "present", lambda *_: (desk.case, NOW))
    monkeypatch.setattr(folding, "bodies", lambda *_: iter(()))
    result = CliRunner().invoke(app, ["case", "rights", "case", "kind", "kind"])
    assert isinstance(result.exception, NoSheetError)
    assert dict(EXIT_CODES)[NoSheetError] == 1


@pytest.mark.parametrize("place", FILES)
def test_the_sheet_of_a_child_is_made_and_printed_within_twenty_milliseconds(place: str) -> None:
    """Warm; the best of fifteen, so that a busy machine does not speak for the program."""
    child, spent = FILES[place], []
    for _ in range(15):
        begun = time.perf_counter()
        printed(sheet(child, NOW, "anna", Reader.PARENT_WITH), PageForm.HTML)
        spent.append(time.perf_counter() - begun)
    assert min(spent) < 0.020


def test_headings_are_no_sentences_and_everything_else_is_measured() -> None:
    """A phrase that is left out of the report is a heading, a banner, or empty."""
    named = {text.name.rsplit(" (", 1)[0] for text in measured(EDITION)}
    left_out = {name for name, text in EDITION.phrases.items() if text and name not in named}
    assert all(name.startswith(texts.LABELS) for name in left_out)
