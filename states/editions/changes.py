"""What differs between two editions: row by row, cell by cell, term by term, text by text.

Pure comparison of their data; nothing here knows what a rule means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from states.editions.edition import Edition
from states.editions.plain import Plain, canonical, plain
from states.moves.move import Move

MOVES, ACTS, TERMS, CONSENT, EDITION = "overgangen", "handelingen", "termijnen", "toestemming", "editie"
CONFERS, TRACKS = "wat een beschikking geeft", "procedures"
RIGHTS, DEEDS, PHRASES, GLOSSARY = "rechten en plichten", "handelingen in gewone taal", "vaste zinnen", "woordenlijst"
LEADS, FUNCTIONS, SPANS = "regiovormen", "functies", "tijden"
WORDS, LISTS = "woorden", "woordenlijsten van de regels over woorden"
"""The tables, as people read them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs; ``old`` or ``new`` is ``None`` where the row or cell is not there."""

    table: str
    row: str
    cell: str
    old: str | None
    new: str | None


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """What the new edition has otherwise than the old one, in the order of the tables."""
    before, after = _tables(old), _tables(new)
    return tuple(
        Change(table, row, cell, was.get(cell), now.get(cell))
        for table in before
        for row in dict.fromkeys((*before[table], *after[table]))
        for was, now in [(before[table].get(row, {}), after[table].get(row, {}))]
        for cell in dict.fromkeys((*was, *now))
        if was.get(cell) != now.get(cell)
    )


Cells = dict[str, str]


def _tables(edition: Edition) -> dict[str, dict[str, Cells]]:
    head = {"geldt vanaf": edition.valid_from.isoformat(), "wetsvoorstellen": ", ".join(sorted(edition.bills))}
    return {
        EDITION: {"": head},
        MOVES: {move.id: dict(_cells(_move(move))) for move in edition.moves},
        ACTS: {str(number): dict(_cells(plain(act))) for number, act in edition.acts.items()},
        TERMS: {id_: dict(_cells(plain(rule))) for id_, rule in edition.terms.items()},
        CONSENT: {rule.id: dict(_cells(plain(rule))) for rule in edition.consent},
        CONFERS: {title.value: {str(act): why for act, why in acts.items()} for title, acts in edition.confers.items()},
        TRACKS: {id_: dict(_cells(plain(track))) for id_, track in edition.tracks.items()},
        RIGHTS: {line.id: dict(_cells(plain(line))) for line in edition.rights},
        DEEDS: {str(number): dict(_cells(plain(deed))) for number, deed in edition.deeds.items()},
        PHRASES: {name: {"text": text} for name, text in edition.phrases.items()},
        GLOSSARY: {word.word: dict(_cells(plain(word))) for word in edition.glossary},
        LEADS: {mode.value: dict(_cells(plain(who), "regie")) for mode, who in edition.leads.items()},
        FUNCTIONS: {name.value: dict(_cells(plain(who), "wie")) for name, who in edition.functions.items()},
        SPANS: {span.value: dict(_cells(plain(rule))) for span, rule in edition.spans.items()},
        WORDS: {rule.id: dict(_cells(plain(rule))) for rule in edition.words.rules},
        LISTS: {name: {"items": ", ".join(items)} for name, items in edition.words.lexicon.items()},
    }


def _move(move: Move) -> dict[str, Plain]:
    """A row with its pairs instead of the four fields that they follow from."""
    pairs: list[Plain] = [*sorted({f"{source.value} > {target.value}" for source, target in move.pairs()})]
    kept = (f.name for f in fields(move) if f.name not in {"sources", "targets", "extra", "stays"})
    return {**{name: plain(getattr(move, name)) for name in kept}, "pairs": pairs}


def _cells(value: Plain, name: str = "") -> Iterator[tuple[str, str]]:
    """The cells of a row: a mapping inside it has a cell for each of its keys."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _cells(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        yield name, ", ".join(item if isinstance(item, str) else canonical(item) for item in value)
    else:
        yield name, value if isinstance(value, str) else canonical(value)
