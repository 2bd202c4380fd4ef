"""Sheets of rights as pages: every state for every reader, in full and easy, and every line as a table.

A sheet is that of an invented child on the first day of the edition, so that it is the same every time.
"""

from __future__ import annotations

from collections.abc import Iterator

from casetool.lawpages.page import page
from casetool.lawpages.tables import SOURCED, sourced
from casetool.rights.page import PageForm, printed, title
from casetool.sheets import Sheet, markdown
from states.editions.book import LawBook, under
from states.editions.edition import Edition
from states.position import CODES, DUTCH, State
from states.rights.line import Line
from states.rights.reader import DUTCH as READERS
from states.rights.reader import Reader, spoken
from states.rights.sheet import sheet_of_state
from states.terms.calendar import day_start

FOLDER = "rechten"
FILES: dict[Reader, str] = {
    Reader.PARENT_WITH: "ouder-met-gezag",
    Reader.PARENT_WITHOUT: "ouder-zonder-gezag",
    Reader.YOUTH_12: "jongere-12-15",
    Reader.YOUTH_16: "jongere-16",
}
SECURE = (State.HELP, State.SUPERVISION_WITH_PLACEMENT)
"""Where a sheet with secure youth help is written out: on consent, and under a measure."""
STATES = tuple(state for state in State if state is not State.NONE)


def name_of(state: State, reader: Reader, *, easy: bool = False, secure: bool = False) -> str:
    """The path of a sheet, from ``docs/recht``."""
    more = ("-gesloten" if secure else "") + ("-makkelijk" if easy else "")
    return f"{FOLDER}/{CODES[state]}-{FILES[reader]}{more}.md"


def sheets(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every sheet by its path."""
    forms: list[tuple[State, bool, bool]] = [(state, easy, False) for state in STATES for easy in (False, True)]
    forms += [(state, False, True) for state in SECURE]
    at = day_start(edition.valid_from)
    with under(LawBook((edition,))):
        for state, easy, secure in forms:
            for reader in Reader:
                sheet = sheet_of_state(state, reader, at, easy=easy, secure=secure)
                _, _, body = printed(sheet, PageForm.MARKDOWN).partition("\n")
                head = f"{title(sheet)} ({READERS[reader]})"
                yield (
                    name_of(state, reader, easy=easy, secure=secure),
                    page(head, edition, body, index="../rechten.md"),
                )


def _voice(line: Line) -> Reader:
    return next(reader for reader in Reader if reader in line.readers)


def _only(line: Line) -> str:
    found = [
        *([f"procedure {line.track} loopt"] if line.track else []),
        *(["er is een machtiging gesloten jeugdhulp"] if line.secure else []),
        *(["het kind woont ergens anders door een ondertoezichtstelling"] if line.placed else []),
    ]
    return "; ".join(found) or "altijd"


def lines(edition: Edition) -> Sheet:
    """Every line of every sheet, once."""
    return Sheet(
        "Alle regels van de bladen",
        ("id", "tekst", "in makkelijke taal", "voor wie", "waar", "alleen als", *SOURCED),
        tuple(
            (
                line.id,
                spoken(line.text, _voice(line)),
                spoken(line.easy, _voice(line)),
                "; ".join(READERS[reader] for reader in Reader if reader in line.readers),
                " ".join(CODES[state] for state in STATES if state in line.states),
                _only(line),
                *sourced(line.source),
            )
            for line in edition.rights
        ),
    )


def deeds(edition: Edition) -> Sheet:
    """What every act is to a family, in plain words."""
    return Sheet(
        "Handelingen in gewone woorden",
        ("handeling", "tekst", "voor wie", *SOURCED),
        tuple(
            (
                f"handeling {number}",
                spoken(deed.text, Reader.PARENT_WITH),
                "; ".join(READERS[reader] for reader in Reader if reader in deed.concerns) or "niemand",
                *sourced(edition.acts[number].basis),
            )
            for number, deed in edition.deeds.items()
        ),
    )


def phrases(edition: Edition) -> Sheet:
    """Every sentence that sheets share. They are ours: no law says them."""
    return Sheet(
        "Vaste zinnen",
        ("id", "tekst", *SOURCED),
        tuple(
            (name, spoken(text, Reader.PARENT_WITH) or "(leeg)", *sourced("ontwerp"))
            for name, text in edition.phrases.items()
        ),
    )


_CHOOSE = (
    "Wat mag u, wat moet u, en wie beslist? Dat hangt af van de situatie en van wie u bent. Kies uw blad. "
    "Het blad is voor een verzonnen kind. Uw eigen blad krijgt u van de medewerker.\n"
)


def overview(edition: Edition) -> str:
    """The body of the page that leads to every sheet."""
    rows = [
        (
            f"{CODES[state]} {DUTCH[state]}",
            *(
                f"[blad]({name_of(state, reader)}), [makkelijk]({name_of(state, reader, easy=True)})"
                + (f", [gesloten]({name_of(state, reader, secure=True)})" if state in SECURE else "")
                for reader in Reader
            ),
        )
        for state in STATES
    ]
    head = ("situatie", *(READERS[reader] for reader in Reader))
    parts = [
        _CHOOSE,
        markdown(Sheet("", head, tuple(rows))),
    ]
    for made in (lines, deeds, phrases):
        sheet = made(edition)
        parts.append(f"## {sheet.title}\n\n{markdown(sheet)}")
    return "\n".join(parts)
