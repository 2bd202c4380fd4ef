"""A sheet of rights and duties for one reader: the lines of the edition, and each act as ``may`` answers it.

Pure: from the facts of a child at a moment, or from an invented child in a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from states.acts.standing import standing
from states.editions.book import rules
from states.editions.edition import Edition
from states.facts import ChildFile
from states.position import Framework, State, framework_of
from states.rights.duty import Duty, Stance, stances
from states.rights.example import PERSONS, example
from states.rights.line import Line, Topic
from states.rights.reader import Reader, spoken
from states.rights.words import Word, met
from states.tracks.running import tracks

EASY_ACTS = frozenset({Duty.BOUND, Duty.DIRECTIVE, Duty.FREE, Duty.OWN})
"""The acts on an easy sheet: what is compulsory, what is free, what can be done."""
_HEADINGS = {Duty.OWN: "own_act"}


@dataclass(frozen=True, slots=True)
class Said:
    """One line as a reader gets it. ``words``: the glossary words that are used here for the first time."""

    id: str
    text: str
    source: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines. ``duty`` is given where the lines are acts."""

    heading: str
    lines: tuple[Said, ...]
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one reader may and must, where a child stands at a moment; and under which edition that was said."""

    reader: Reader
    state: State
    framework: Framework
    secure: bool
    easy: bool
    edition: Edition
    parts: tuple[Part, ...]
    notes: tuple[str, ...]

    @property
    def banner(self) -> tuple[str, ...]:
        """Voluntary or compulsory; under secure help that stands beside it, for a youth first (L2)."""
        frame = self.edition.phrases[f"sheet/{self.framework.value}"]
        if not self.secure:
            return (frame,)
        closed = self.edition.phrases["sheet/secure"]
        return (closed, frame) if self.reader.young else (frame, closed)


def sheet(  # noqa: PLR0913 - what is on it depends on
    child: ChildFile,
    at: datetime,
    person: str,
    reader: Reader,
    *,
    easy: bool = False,
    running: Iterable[str] | None = None,
    explained: Iterable[str] = (),
) -> Sheet:
    """The sheet of one child for one reader at a moment (UTC).

    ``running`` names procedures, where they do not follow from the child; ``explained`` names the
    sentences about who explained it (``explained/…``).
    """
    edition, where = rules(at), standing(child, at)
    secure = child.secured(at) is not None
    found = frozenset(running if running is not None else (r.track.id for r in tracks(child, at)))
    lines = [
        line
        for line in edition.rights
        if reader in line.readers
        and where.state in line.states
        and (line.track is None or line.track in found)
        and (secure or not line.secure)
        and (not line.placed or child.placed(at))
    ]
    parts = [*_parts(lines, edition, reader, easy=easy), *_explained(explained, edition, reader)]
    parts += _acts(stances(child, at, person, reader), edition, reader, easy=easy)
    notes = tuple(spoken(edition.phrases[name], reader) for name in ("sheet/own_words", "sheet/unchecked"))
    return Sheet(
        reader=reader,
        state=where.state,
        framework=framework_of(where.state),
        secure=secure,
        easy=easy,
        edition=edition,
        parts=tuple(_with_words(parts, edition)),
        notes=notes,
    )


def sheet_of_state(  # noqa: PLR0913 - what is on it depends on
    state: State,
    reader: Reader,
    at: datetime,
    *,
    easy: bool = False,
    secure: bool = False,
    running: Iterable[str] = (),
) -> Sheet:
    """The sheet of a state, for an invented child that stands there at a moment (UTC)."""
    child = example(state, reader, at, secure=secure)
    return sheet(child, at, PERSONS[reader], reader, easy=easy, running=tuple(running))


def _parts(lines: list[Line], edition: Edition, reader: Reader, *, easy: bool) -> Iterator[Part]:
    for topic in Topic:
        here = [line for line in lines if line.topic is topic]
        if reader.young:
            here.sort(key=lambda line: not line.secure)
        if here:
            yield Part(
                spoken(edition.phrases[f"heading/{topic.value}"], reader),
                tuple(Said(line.id, spoken(line.easy if easy else line.text, reader), line.source) for line in here),
            )


def _explained(names: Iterable[str], edition: Edition, reader: Reader) -> Iterator[Part]:
    said = tuple(Said(name, spoken(edition.phrases[name], reader), "R-14; Jw 7.3.2") for name in names)
    if said:
        yield Part(spoken(edition.phrases["heading/explained"], reader), said)


def _acts(found: Iterable[Stance], edition: Edition, reader: Reader, *, easy: bool) -> Iterator[Part]:
    every = list(found)
    for duty in Duty:
        if easy and duty not in EASY_ACTS:
            continue
        here = tuple(_act(stance, edition, reader, easy=easy) for stance in every if stance.duty is duty)
        if here:
            name = _HEADINGS.get(duty, duty.value)
            yield Part(spoken(edition.phrases[f"heading/{name}"], reader), here, duty)


def _act(stance: Stance, edition: Edition, reader: Reader, *, easy: bool) -> Said:
    name = stance.duty.value
    if stance.duty is Duty.FREE and stance.consent and not easy:
        name = "free_yes" if stance.yes else "free_others"
    meaning = edition.phrases[f"{'easy' if easy else 'duty'}/{name}"]
    text = spoken(f"{stance.deed.text} {meaning}".strip(), reader)
    return Said(f"act/{stance.deed.number}", text, stance.ground)


def _with_words(parts: Iterable[Part], edition: Edition) -> Iterator[Part]:
    """Explain each glossary word where it is first used, also those that an explanation uses itself."""
    known: set[str] = set()
    for part in parts:
        lines = tuple(replace(line, words=_new(line.text, edition, known)) for line in part.lines)
        yield replace(part, lines=lines)


def _new(text: str, edition: Edition, known: set[str]) -> tuple[Word, ...]:
    found: list[Word] = []
    waiting = [text]
    while waiting:
        for word in met(waiting.pop(0), edition.glossary):
            if word.word not in known:
                known.add(word.word)
                found.append(word)
                waiting.append(word.meaning)
    return tuple(found)
