"""Every Dutch text that is shipped goes through the checker: templates, labels, the law's own tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from states.editions.edition import EDITION
from states.editions.plain import Plain, plain
from states.function import Function
from states.position import CODES, DUTCH, Framework
from states.region import RegionMode
from states.wording.checker import check
from states.wording.rule import Use

ROOT = Path(__file__).resolve().parents[2]
SPEAKS_OF_THEM = ("wording", "proof", "handlers/words.py", "pack/letter.py")
"""What is about the words themselves (the letter too, in its own words), or is no text for people."""
FILES = sorted(
    file
    for folder in ("states", "casetool")
    for file in (ROOT / folder).rglob("*.py")
    if not any(part in file.as_posix().removeprefix(ROOT.as_posix()) for part in SPEAKS_OF_THEM)
)
NO_THREAT = {
    "Dreigen met OTS/UHP/korting uitkering",
    "rechtspraak en advies over drang; R-16",
    "Als u stopt, vragen wij een OTS aan.",
}
"""Texts that name what is forbidden: to forbid it, to cite a source, to see in a play that it is refused."""
_DUTCH = re.compile(r"\b(de|het|een|niet|kind|ouders|hulp|wordt|van|is|geen|voor|met|zonder|naar)\b", re.IGNORECASE)


def _written(file: Path) -> Iterator[str]:
    """The strings in a program that are Dutch text; of an f-string what stands in it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def _rules(text: str, use: Use, framework: Framework) -> list[str]:
    """The rules that a text breaks; one that is no Dutch (SQL, a page of marks) is read by nobody."""
    return [f.rule for f in check(text, use, framework, EDITION.words).findings if f.rule != "unreadable"]


def _strings(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, part in value.items() for text in (key, *_strings(part)))
    elif isinstance(value, list):
        yield from (text for part in value for text in _strings(part))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_program_tells_a_family_what_may_not_be_said(file: Path) -> None:
    """Read as what a family under a measure reads: names and cuts are wrong everywhere."""
    texts = [text for text in _written(file) if len(text) > 3 and _DUTCH.search(text) and text not in NO_THREAT]
    wrong = {text: rules for text in texts if (rules := _rules(text, Use.FAMILY, Framework.COMPULSORY))}
    assert wrong == {}


def test_the_tables_of_the_law_say_nothing_that_may_not_be_said() -> None:
    """Every text of an edition but the rules about words themselves."""
    tables = (EDITION.moves, EDITION.acts, EDITION.terms, EDITION.consent, EDITION.tracks, EDITION.confers)
    texts = {text for table in tables for text in _strings(plain(table)) if " " in text} - NO_THREAT
    assert len(texts) > 400
    wrong = {text: rules for text in texts if (rules := _rules(text, Use.FAMILY, Framework.COMPULSORY))}
    assert wrong == {}


@pytest.mark.parametrize(
    "label", [*DUTCH.values(), *CODES.values(), *(mode.value for mode in RegionMode), *(f.value for f in Function)]
)
def test_no_label_names_what_does_not_exist(label: str) -> None:
    """States, regions and functions define; there even a denial is refused."""
    assert check(label.replace("_", " "), Use.DEFINITION, Framework.VOLUNTARY, EDITION.words).findings == ()


def test_every_scenario_that_is_shipped_passes() -> None:
    """Their notes too."""
    for file in sorted((ROOT / "casetool" / "scenarios").glob("*.toml")):
        for line in file.read_text(encoding="utf-8").splitlines():
            for text in re.findall(r'"([^"]{12,})"', line):
                assert text in NO_THREAT or _rules(text, Use.NOTE, Framework.VOLUNTARY) == [], text
