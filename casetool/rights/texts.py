"""Every text that a family reads about its rights, with its score: the report of ``law texts``.

A text is a line in the voice of one reader, in full or easy; an act with each thing it can mean; a shared
sentence; an explanation of a word; and each sheet as a whole. Sources are names and not measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from casetool.rights.reading import Score, score
from states.editions.book import LawBook, under
from states.editions.edition import Edition
from states.position import CODES, State
from states.rights.reader import Reader, spoken
from states.rights.sheet import Sheet, sheet_of_state
from states.terms.calendar import day_start

_VOICES = {Reader.PARENT_WITH: "u", Reader.YOUTH_12: "je"}
LABELS = ("heading/", "sheet/voluntary", "sheet/compulsory", "sheet/none", "sheet/secure")
"""Labels and banners: no sentences."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One text, by a name that says where it stands, and what was measured of it."""

    name: str
    text: str
    score: Score


def measured(edition: Edition) -> tuple[Measured, ...]:
    """Every text of an edition, each as somebody reads it."""
    every = dict((*_lines(edition), *_deeds(edition), *_phrases(edition), *_words(edition), *_sheets(edition)))
    return tuple(Measured(name, text, score(text)) for name, text in every.items())


def _voices(readers: frozenset[Reader]) -> Iterator[tuple[str, Reader]]:
    """One reader for each voice in which something is said."""
    for young, name in ((False, "u"), (True, "je")):
        found = sorted(reader for reader in readers if reader.young is young)
        if found:
            yield name, found[0]


def _lines(edition: Edition) -> Iterator[tuple[str, str]]:
    for line in edition.rights:
        for voice, reader in _voices(line.readers):
            yield f"{line.id} ({voice})", spoken(line.text, reader)
            yield f"{line.id} ({voice}, makkelijk)", spoken(line.easy, reader)


def _deeds(edition: Edition) -> Iterator[tuple[str, str]]:
    for number, deed in edition.deeds.items():
        for voice, reader in _voices(deed.concerns):
            yield f"handeling {number} ({voice})", spoken(deed.text, reader)


def _phrases(edition: Edition) -> Iterator[tuple[str, str]]:
    for name, text in edition.phrases.items():
        if text and not name.startswith(LABELS):
            for reader, voice in _VOICES.items():
                yield f"{name} ({voice})", spoken(text, reader)


def _words(edition: Edition) -> Iterator[tuple[str, str]]:
    for word in edition.glossary:
        yield f"woord: {word.word}", word.meaning


def whole(sheet: Sheet) -> str:
    """A sheet as one text: its lines, and the explanations among them; headings and sources are no sentences."""
    said = [
        text for part in sheet.parts for line in part.lines for text in (line.text, *(w.meaning for w in line.words))
    ]
    return "\n".join((*said, *sheet.notes))


def _sheets(edition: Edition) -> Iterator[tuple[str, str]]:
    at: datetime = day_start(edition.valid_from)
    with under(LawBook((edition,))):
        for state in State:
            if state is State.NONE:
                continue
            for reader in Reader:
                for easy in (False, True):
                    name = f"blad {CODES[state]} {reader.value}{' makkelijk' if easy else ''}"
                    yield name, whole(sheet_of_state(state, reader, at, easy=easy))
