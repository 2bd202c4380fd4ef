"""The checker on invented Dutch sentences: what it misses and what it wrongly finds, counted and printed.

Three files: the rules were made with the first, the second was written before the first rule and never
used to make one, the third after the last rule. One person wrote all three, so the second is easier than
what others write: two earlier third files, made as hard as possible, were missed for 16 of 16 and 13 of 16
threats before they became part of the first. Nobody but its makers wrote them: how it does on the
texts of real organisations is not measured here.
"""

from __future__ import annotations

import statistics
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from states.position import Framework
from states.wording.checker import Finding, check
from states.wording.pattern import Lexicon, Looking
from states.wording.reading import sentences
from states.wording.rule import Kind, Use, WordRule
from states.wording.table import WORDS

HERE = Path(__file__).parent
BOUNDS = {"development": (0.05, 0.05), "held_out": (0.10, 0.05), "after": (0.60, 0.10)}
"""The largest share of misses and of false alarms per file; ``after`` guards what there is, and is not the aim."""
_NAMES = tuple(pattern for rule in WORDS.rules if rule.kind is Kind.NAME for pattern in rule.patterns)


def corpus(name: str) -> dict[str, list[str]]:
    """The sentences of a file: threats, and neutral ones."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def findings(text: str, use: Use = Use.FAMILY, framework: Framework = Framework.VOLUNTARY) -> tuple[Finding, ...]:
    """What the checker says of a text."""
    return check(text, use, framework, WORDS).findings


def listed(text: str) -> bool:
    """Whether a sentence uses one of the listed words."""
    lexicon = Lexicon(WORDS.lexicon, _NAMES)
    return any(Looking(s.words, lexicon).finds(_NAMES) for s in sentences(text, quotes_count=True))


@dataclass(frozen=True)
class Score:
    """What was missed and what was wrongly found."""

    missed: list[str]
    wrong: list[str]


@pytest.mark.parametrize("name", BOUNDS)
def test_misses_and_false_alarms_are_counted_and_bounded(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, whatever the outcome."""
    found = corpus(name)
    score = Score([s for s in found["threat"] if not findings(s)], [s for s in found["neutral"] if findings(s)])
    misses, alarms = len(score.missed) / len(found["threat"]), len(score.wrong) / len(found["neutral"])
    with capsys.disabled():
        print(f"\n{name}: {len(score.missed)} of {len(found['threat'])} missed, ", end="")  # noqa: T201 - asked for
        print(f"{len(score.wrong)} of {len(found['neutral'])} neutral ones found")  # noqa: T201 - asked for
    assert misses <= BOUNDS[name][0], score.missed
    assert alarms <= BOUNDS[name][1], score.wrong


@pytest.mark.parametrize("kind", ["threat", "neutral"])
def test_there_are_enough_sentences_and_half_use_no_listed_word(kind: str) -> None:
    """Sixty of each, none twice."""
    every = [s for name in ("development", "held_out") for s in corpus(name)[kind]]
    assert len(set(every)) == len(every) >= 60
    assert sum(1 for s in every if not listed(s)) >= len(every) / 2


@pytest.mark.parametrize(
    "text",
    [
        "U moet meewerken aan de begeleiding.",
        "Als u de schriftelijke aanwijzing niet volgt, kan de GI de rechter vragen die te bekrachtigen.",
        "De begeleiding is verplicht.",
    ],
)
def test_what_a_judge_ordered_may_be_told_as_a_duty(text: str) -> None:
    """In the voluntary framework the same words are refused."""
    assert findings(text)
    assert not findings(text, framework=Framework.COMPULSORY)


@pytest.mark.parametrize("text", ["Als u niet komt, korten wij uw uitkering.", "Dit is een drangtraject."])
def test_a_cut_and_a_name_are_found_in_every_framework(text: str) -> None:
    """Act 23 is forbidden everywhere, and what does not exist exists nowhere."""
    assert all(findings(text, framework=framework) for framework in Framework)


@pytest.mark.parametrize(
    "text",
    [
        "dr\u00e1ng",
        "D R A N G",
        "drang\u00adtraject",
        "d\u200brang",
        "dr\u0430ng",
        "„drang” als kader",
        "DRANG-kader drangkader",
    ],
)
def test_another_way_of_writing_makes_no_difference(text: str) -> None:
    """Accents, spaces, hidden characters and letters that look alike."""
    assert findings(text)


def test_a_definition_is_read_as_it_stands() -> None:
    """A name with "no drang" is still a name with drang in it."""
    assert not findings("Zonder drang.")
    assert findings("Zonder drang.", use=Use.DEFINITION)


def test_a_paper_for_the_judge_is_only_looked_at_for_names() -> None:
    """It may say why the judge is asked."""
    text = "Als de ouders niet meewerken, is een ondertoezichtstelling nodig."
    assert findings(text)
    assert not findings(text, use=Use.OFFICIAL)
    assert findings("Er is een drangtraject geweest.", use=Use.OFFICIAL)


@pytest.mark.parametrize("rule", WORDS.rules, ids=lambda rule: rule.id)
def test_every_rule_has_a_source_a_reason_and_a_neutral_text_that_passes(rule: WordRule) -> None:
    """A neutral text that were refused itself would help nobody."""
    assert rule.source
    assert rule.why.endswith(".")
    assert not findings(rule.instead), rule.instead


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\x00\x01\x02 PK binair", "geen gewone tekst"),
        ("u kunt kiezen. " * 2000, "te lang"),
        ("We will come by on Monday and talk with all of you about what could help at home", "niet in het Nederlands"),
        (
            "Pazartesi eve gelip hep birlikte konusmak istiyoruz bize haber verin size ne zaman uygun olur sorun",
            "niet in het Nederlands",
        ),
    ],
    ids=["binary", "too long", "english", "turkish"],
)
def test_a_text_that_cannot_be_checked_says_so_and_what_is_possible(text: str, why: str) -> None:
    """In one sentence; never skipped."""
    (one,) = findings(text)
    assert one.rule == "unreadable"
    assert why in one.why
    assert one.instead


def test_a_page_is_checked_within_50_milliseconds() -> None:
    """Five hundred words, that nothing has seen before; the median of nine."""
    every = corpus("held_out")
    page = " ".join(" ".join((*every["neutral"], *every["threat"], *every["neutral"])).split()[:500])
    spent = []
    for number in range(9):
        begun = time.perf_counter()
        assert findings(f"{page} Brief {number}.")
        spent.append(time.perf_counter() - begun)
    assert statistics.median(spent) < 0.05, spent


def test_no_text_makes_it_slow() -> None:
    """The longest text of nothing but openings stays under a second; a workflow waits for it."""
    begun = time.perf_counter()
    findings("als u niet " * 1700)
    assert time.perf_counter() - begun < 1.0
