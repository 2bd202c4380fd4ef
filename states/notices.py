"""Notices: what is due to whom, in which text and version, until when; and that no text names an address.

A notice is due to a person by id, or to an office by its role. An address is never asked and never kept, so
a secret one cannot be on it.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from states.editions.book import book, rules
from states.facts import Notice
from states.position import DUTCH, State, framework_of
from states.refusal import Reason
from states.rights.reader import Reader, spoken
from states.terms.calendar import local_day
from states.terms.spans import Span

FAMILY = frozenset({"O", "J"})
"""The codes of who is told in person: parents with authority, and the youth."""
_POSTCODE = re.compile(r"\b[1-9][0-9]{3}\s?[A-Z]{2}\b")
_STREET = re.compile(
    r"\b\w{2,}(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|steeg|dreef|pad|plantsoen)\s+\d+\s?[a-z]?\b",
    re.IGNORECASE,
)


def notice(  # noqa: PLR0913, PLR0917 - the parts of a notice
    id_: str, code: str, recipient: str, at: datetime, move: str, sheet: State | None = None
) -> Notice:
    """A notice that is due from a moment (UTC); ``sheet``: the state whose sheet a family gets with it."""
    edition = rules(at)
    to_family = code in FAMILY
    return Notice(
        id=id_,
        code=code,
        recipient=recipient,
        move=move,
        text="notice/family" if to_family else "notice/office",
        edition=edition.id,
        due=edition.spans[Span.NOTICE].length.reach(local_day(at)),
        sheet=sheet if to_family else None,
    )


def letter(due: Notice, state: State, *, young: bool) -> tuple[str, ...]:
    """What a notice says, sentence by sentence, where the child stands in a state; ``young``: to the youth.

    The words are those of the edition that made it due, where the book still holds that one.
    """
    edition = book().edition(due.edition or "") or rules(due.due or date.min)
    reader = Reader.YOUTH_12 if young else Reader.PARENT_WITH
    row, track = edition.rows.get(due.move or ""), edition.tracks.get(due.move or "")
    happened = row.title if row is not None else track.title if track is not None else ""
    to_family = due.code in FAMILY
    names = ("notice/family" if to_family else "notice/office", "notice/happened", "notice/stands")
    after = ("notice/sheet",) * (due.sheet is not None) + ("notice/complaint",) * to_family
    said = {name: spoken(edition.phrases[name], reader) for name in (*names, *after)}
    frame = edition.phrases[f"sheet/{framework_of(state).value}"]
    lines = [said[names[0]]]
    if happened:
        lines.append(f"{said['notice/happened']} {happened}.")
    lines.append(f"{said['notice/stands']} {DUTCH[state]} ({frame}).")
    return (*lines, *(said[name] for name in after))


def late(due: Notice, at: datetime) -> bool:
    """Whether the last day of a notice is over at a moment (UTC)."""
    return due.due is not None and local_day(at) > due.due


ADDRESS = "R-14/address"
NOT_KEPT = frozenset({"how", "not_delivered_because", "not_given_because"})
"""The texts of a refused command that are not kept, where one holds what looks like an address."""


def address_in(*texts: str) -> Reason | None:
    """A reason when a text about a delivery holds what looks like an address (6-standards: secrecy of address)."""
    if not any(_POSTCODE.search(text) or _STREET.search(text) for text in texts):
        return None
    return Reason(
        rule=ADDRESS,
        text="Hier staat iets wat op een adres lijkt. Een adres kan geheim zijn, en hoort niet in deze tekst.",
        source="AVG 5 lid 1 c; geheim adres: ontwerp",
        remedy='Schrijf alleen hoe het is gegeven, bijvoorbeeld "brief" of "in een gesprek".',
    )
