"""``docs/recht``: every rule stands on its page once with its source, links work, a changed page is found."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casetool import proved
from casetool.cli import app
from casetool.lawpages import boundary, files, picture, proof, rights, tables
from casetool.lawpages.book import CHAPTERS, pages
from casetool.pack.letter import NOT_PROMISED, SENTENCES
from casetool.pack.requirement import Requirement, Standing, Voice
from casetool.pack.table import REQUIREMENTS
from casetool.rights.reading import LONGEST, score
from states.acts.conditions import CONDITIONS
from states.consents.table import DepartureKind
from states.editions.bill import BILLS
from states.editions.edition import EDITION
from states.editions.source import unchecked
from states.family.table import REQUESTS
from states.moves.guards import GUARDS
from states.position import CODES, Framework, State
from states.proof.checking import ACTS, TOLD
from states.proof.invariants import OF_SITUATIONS
from states.proof.invariants_steps import OF_STEPS
from states.rights.reader import Reader
from tests.unit.future import reviewed

ROOT = Path(__file__).resolve().parents[2]
PAGES = pages(EDITION)
TRACKS = EDITION.tracks.values()
ON_PAPER: dict[str, dict[str, str]] = {
    "overgangen.md": {move.id: move.basis for move in EDITION.moves},
    "handelingen.md": {str(number): act.basis for number, act in EDITION.acts.items()},
    "bevoegdheden.md": {
        f"{t.value}/{act}": basis for t, powers in EDITION.confers.items() for act, basis in powers.items()
    },
    "termijnen.md": {rule.id: rule.source for rule in EDITION.terms.values()}
    | {span.value: rule.source for span, rule in EDITION.spans.items()},
    "toestemming.md": {rule.id: rule.source for rule in EDITION.consent}
    | {kind.value: tables.DEPARTURES[kind][1] for kind in DepartureKind},
    "procedures.md": {track.id: track.source for track in TRACKS}
    | {f"{track.id}/{step.name or 'verzoek'}": track.source for track in TRACKS for step in track.steps}
    | {kind.value: row.source for kind, row in REQUESTS.items()},
    "rechten.md": {line.id: line.source for line in EDITION.rights}
    | {f"handeling {number}": EDITION.acts[number].basis for number in EDITION.deeds}
    | dict.fromkeys(EDITION.phrases, "ontwerp"),
    "woorden.md": {word.word: "ontwerp" for word in EDITION.glossary}
    | {rule.id: rule.source for rule in EDITION.words.rules},
    "plannen.md": {bill.value: plan.source for bill, plan in BILLS.items()},
}
"""What must stand on each page, by what its row is called, with its source."""


def _tables(text: str) -> Iterator[tuple[dict[str, int], list[str]]]:
    """Every row of every table of a page, with the columns of its table."""
    columns: dict[str, int] = {}
    for line, before in zip(text.splitlines()[1:], text.splitlines(), strict=False):
        if line.startswith("| ---"):
            columns = {cell: place for place, cell in enumerate(_cells(before))}
        elif line.startswith("| ") and before.startswith("| "):
            yield columns, _cells(line)


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _rows(path: str, found: Mapping[str, str] = PAGES) -> list[tuple[str, dict[str, str]]]:
    return [
        (cells[0], {name: cells[place] for name, place in columns.items()}) for columns, cells in _tables(found[path])
    ]


@pytest.mark.parametrize("path", ON_PAPER)
def test_every_rule_stands_on_its_page_once_with_its_source(path: str) -> None:
    """And what a lawyer must still check says so."""
    rows = _rows(path)
    for name, basis in ON_PAPER[path].items():
        (row,) = [row for first, row in rows if first == name]
        assert row["bron"] == basis, name
        assert row["nog na te kijken"] == ("ja [K]" if unchecked(basis) else "nee"), name


def test_every_text_of_the_edition_stands_in_its_own_row() -> None:
    """A title, an answer, a term's length, a consent's names, a procedure's facts, a word, a rule about words."""
    moves, acts = dict(_rows("overgangen.md")), dict(_rows("handelingen.md"))
    terms, words = dict(_rows("termijnen.md")), dict(_rows("woorden.md"))
    tracks = dict(_rows("procedures.md"))
    for move in EDITION.moves:
        assert moves[move.id]["wat"] == move.title
        assert all(need.text in moves[move.id]["nodig"] for need in move.needs)
    for number, act in EDITION.acts.items():
        row = acts[str(number)]
        assert (row["handeling"], row["wat wel kan"]) == (act.title, act.alternative)
        assert {column: row[column] for column in act.cells} == {c: cell.value for c, cell in act.cells.items()}
    for rule in EDITION.terms.values():
        row = terms[rule.id]
        assert (row["wat"], row["loopt vanaf"], row["gehaald als"]) == (rule.title, rule.opens, rule.meets)
        assert rule.length is None or rule.length.told() in row["duur"]
    for track in EDITION.tracks.values():
        row = tracks[track.id]
        said = (row["procedure"], row["begint als"], row["eindigt als"], row["gevolg"])
        assert said == (track.title, track.opened, track.closed, track.effect)
    for word in EDITION.glossary:
        assert words[word.word]["betekenis"] == word.meaning
    for about in EDITION.words.rules:
        assert (words[about.id]["waarom niet"], words[about.id]["wat wel"]) == (about.why, about.instead)


def test_every_page_begins_with_its_status_its_edition_and_whose_words_it_holds() -> None:
    """Nobody can take these pages for rules that were reviewed, or for the law."""
    for path, text in PAGES.items():
        title, empty, status, words, *rest = text.splitlines()
        assert title.startswith("# "), path
        assert empty == ""
        assert status.startswith("> **Voorlopig: niet door jurist, professional en cliëntenorganisatie getoetst.**"), (
            path
        )
        assert EDITION.id in status
        assert "niet de tekst van de wet" in words
        assert not [line for line in rest if line.startswith(">")], path


def test_a_reviewed_edition_is_not_called_provisional() -> None:
    """And names who reviewed it."""
    text = pages(reviewed(EDITION))["index.md"].splitlines()[2]
    assert text.startswith("> **In werking: getoetst door jurist, professional en cliëntenorganisatie.**")


@pytest.mark.parametrize("path", PAGES)
def test_our_words_are_never_given_as_the_text_of_the_law(path: str) -> None:
    """No article is quoted, and nothing claims to be one."""
    quoting = re.compile(r"(artikel|art\.|de wet|lid \d+) (luidt|bepaalt)\b|wettekst:|letterlijke tekst", re.IGNORECASE)
    assert quoting.search(PAGES[path]) is None
    quoted = re.findall(r"“([^“”]{60,})", PAGES[path])
    assert path == "scherpe-grens.md" or not quoted


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_to_a_page_or_a_file(path: str) -> None:
    """Pages are looked up among those that are made, anything else in the repository."""
    for target in re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", PAGES[path]):
        to = os.path.normpath(Path(path).parent / target)
        assert to in PAGES or (files.FOLDER / to).resolve().is_relative_to(ROOT), target
        assert to in PAGES or (files.FOLDER / to).resolve().exists(), target


def test_every_page_can_be_reached_from_the_index() -> None:
    """The index leads to every chapter, and the page of rights to every sheet."""
    for chapter in CHAPTERS:
        assert PAGES["index.md"].count(f"]({chapter.path})") == 1
    sheets = set(PAGES) - {"index.md"} - {chapter.path for chapter in CHAPTERS}
    assert len(sheets) == 14 * 4 * 2 + 2 * 4
    for path in sheets:
        assert PAGES["rechten.md"].count(f"]({path})") == 1, path


@pytest.mark.parametrize("state", rights.STATES)
def test_every_state_has_a_sheet_for_every_reader(state: State) -> None:
    """With the framework at its top, a source on every line, and in full and easy."""
    frames = {"V": "VRIJWILLIG", "R": "VRIJWILLIG", "M": "GEDWONGEN"}
    for reader in Reader:
        for easy in (False, True):
            text = PAGES[rights.name_of(state, reader, easy=easy)]
            assert frames.get(CODES[state][0], "GEEN KADER") in text.splitlines()[7].upper()
            lines = [line for line in text.splitlines() if line.startswith("- ")]
            assert lines
            assert all(re.search(r"\([^()]*(\([^()]*\)[^()]*)*\)\*$|: .+\.$", line) for line in lines), lines


def test_a_picture_per_framework_shows_each_of_its_places_and_moves() -> None:
    """Each place in one picture as its own; each move that leaves or enters it as an arrow."""
    seen: set[State] = set()
    for framework, name in picture.NAMES.items():
        drawn = picture.mermaid(EDITION.moves, framework)
        assert f"```mermaid\n{drawn}```" in PAGES[f"kader-{name.replace(' ', '-')}.md"]
        inside = set(picture.places(framework))
        assert not seen & inside
        seen |= inside
        assert all(re.search(rf"\b{CODES[state]}[\[(]", drawn) for state in inside)
        known = set(re.findall(r"^\s*(\w+)[\[({]", drawn, re.MULTILINE))
        arrows = re.findall(r"^  (\w+) -[^>]*>(?:\|([^|]*)\|)? (\w+)$", drawn, re.MULTILINE)
        assert {end for a, _, b in arrows for end in (a, b)} <= known
        ids = {id_ for _, label, _ in arrows for id_ in label.split()}
        moving = {m.id for m in EDITION.moves if any(s is not t and {s, t} & inside for s, t in m.pairs())}
        assert ids == moving
    assert seen == set(State) - {State.NONE}
    assert picture.places(Framework.NONE) == (State.CLOSED,)


def test_what_always_holds_is_what_the_proof_checks() -> None:
    """Every invariant by its number (14 looks at paths), once; what is left out is said."""
    assert set(proof.HOLDS) == set(OF_SITUATIONS) | set(OF_STEPS) | {ACTS, TOLD, 14}
    rows = dict(_rows("bewijs.md"))
    assert {number: rows[str(number)]["wat"] for number in proof.HOLDS} == proof.HOLDS
    assert all(PAGES["bewijs.md"].count(f"- {text}\n") == 1 for text in proof.LEFT_OUT)


@pytest.mark.parametrize(("found", "said"), [([], "is het bewijs rond"), (["not proved"], "is het bewijs niet rond")])
def test_the_page_says_whether_these_rules_were_proved(
    monkeypatch: pytest.MonkeyPatch, found: list[str], said: str
) -> None:
    """From the record that a proof leaves behind, never by hand."""
    monkeypatch.setattr(proved, "unproved", lambda _editions: found)
    assert said in proof.body(EDITION)


def test_the_pack_holds_every_requirement_and_every_sentence_once() -> None:
    """R-01 to R-68; each from a sentence of the letter, with its source."""
    assert [one.id for one in REQUIREMENTS] == [f"R-{number:02}" for number in range(1, 69)]
    rows = _rows("scherpe-grens.md")
    for name in (*(one.id for one in REQUIREMENTS), *(one.id for one in SENTENCES), *(one.id for one in NOT_PROMISED)):
        (row,) = [row for first, row in rows if first == name]
        assert row["bron"].startswith("kamerbrief 23-3-2020"), name
    asked = {id_ for one in SENTENCES for id_ in one.asks}
    assert asked == {one.id for one in REQUIREMENTS}


def test_the_raden_the_ministers_and_what_was_not_promised_stand_apart() -> None:
    """No longer using the word, and no longer buying it, are advice; the ministers promised neither."""
    voices = {one.id: one.voice for one in SENTENCES}
    assert {voices["S10b"], voices["S11b"]} == {Voice.ADVICE}
    assert {id_ for id_, voice in voices.items() if voice is Voice.PROMISED} == {"S46", "S54", "S56", "S58"}
    assert {id_ for id_, voice in voices.items() if voice is Voice.ENDORSED} == {"S22", "S24"}
    assert {about for one in NOT_PROMISED for about in one.about} <= set(voices)
    text = PAGES["scherpe-grens.md"]
    heads = ["## Wat de Raden adviseren", "## Wat de ministers onderschrijven", "## Wat de ministers toezeggen"]
    places = [text.index(head) for head in (*heads, "## Wat de ministers niet toezeggen")]
    assert places == sorted(places)
    advice, promised = text[places[0] : places[1]], text[places[2] : places[3]]
    assert "| S10b |" in advice
    assert "| S10b |" not in promised


def _exists(name: str) -> bool:
    if name.startswith("#"):
        return int(name[1:]) in EDITION.acts
    path, _, test = name.partition("::")
    if (ROOT / path).exists():
        return not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")
    signals = (ROOT / "states/signals/signal.py").read_text(encoding="utf-8")
    known = (EDITION.rows, EDITION.terms, EDITION.tracks, GUARDS, CONDITIONS)
    return any(name in table for table in known) or f'rule="{name}"' in signals


@pytest.mark.parametrize("one", REQUIREMENTS, ids=lambda one: one.id)
def test_what_holds_a_requirement_exists(one: Requirement) -> None:
    """Every row, act, term, procedure, signal, guard, file and test that is named; and "held" is never typed."""
    missing = [name for name in one.by if not _exists(name)]
    assert missing == []
    assert one.by or one.standing is Standing.NOT_YET
    assert one.lacks or one.standing is Standing.HELD
    assert all(boundary.link(name) in PAGES["scherpe-grens.md"] for name in one.by)


def test_what_these_pages_say_themselves_is_plain_dutch() -> None:
    """The proof sentence by sentence; of the pack no sentence is too long, and the whole reads easily."""
    told = (*proof.HOLDS.values(), *proof.LEFT_OUT, *(one.text for one in NOT_PROMISED))
    assert [text for text in told if not score(text).passes] == []
    pack = [text for one in REQUIREMENTS for text in (one.wants, one.does, one.lacks) if text]
    assert [text for text in pack if score(text).longest > LONGEST] == []
    assert score("\n".join(pack)).passes


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the pages that is not the repository's."""
    monkeypatch.setattr(files, "FOLDER", tmp_path / "recht")
    assert CliRunner().invoke(app, ["law", "pages"]).exit_code == 0
    return tmp_path / "recht"


def test_pages_that_were_just_written_are_what_the_rules_give(folder: Path) -> None:
    """The check says so, and writes nothing."""
    result = CliRunner().invoke(app, ["law", "pages", "--check"])
    assert result.exit_code == 0, result.output
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")} == set(PAGES)


@pytest.mark.parametrize("change", ["a word", "a line more", "gone", "a stray page", "the last line end"])
def test_a_page_that_was_changed_by_hand_is_found_and_made_good(folder: Path, change: str) -> None:
    """The check ends with one and names the page; writing again repairs it."""
    path = folder / "termijnen.md"
    text = path.read_text(encoding="utf-8")
    if change == "a stray page":
        path = folder / "rechten" / "eigen.md"
        path.write_text("# Onze regel\n", encoding="utf-8")
    elif change == "gone":
        path.unlink()
    else:
        changed = {
            "a word": text.replace("einde ondertoezichtstelling", "begin ondertoezichtstelling", 1),
            "a line more": f"{text}\nDit mag ook.\n",
            "the last line end": text.removesuffix("\n"),
        }
        path.write_text(changed[change], encoding="utf-8")
    result = CliRunner().invoke(app, ["law", "pages", "--check"])
    assert result.exit_code == 1
    assert path.name in result.output
    assert CliRunner().invoke(app, ["law", "pages"]).exit_code == 0
    assert CliRunner().invoke(app, ["law", "pages", "--check"]).exit_code == 0
    assert path.exists() is (change != "a stray page")


_DIGEST = """
import hashlib
from casetool.lawpages.book import pages
from states.editions.edition import EDITION
print(hashlib.sha256(repr(sorted(pages(EDITION).items())).encode()).hexdigest())
"""


def test_the_same_edition_gives_the_same_pages_anywhere() -> None:
    """In another process, with other hashes, on another clock."""
    found = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Adak"))
    }
    assert len(found) == 1
