"""Words that would make a state which does not exist, refused where a field defines something (NX-03).

A request to the Raad is sent or not sent. "Postponed", "in the drawer" or "on condition" are no
state of a child, and no name of help or of a region's way of working either. Notes may quote them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from states.commands import Base
from states.refusal import Reason

NO_STATE: tuple[str, ...] = (
    "uitgesteld raadsonderzoek",
    "uitgestelde raadsonderzoek",
    "raadsonderzoek uitgesteld",
    "vto in de la",
    "op voorwaarde van de raad",
)
"""Each as plain words; how they are joined or written makes no difference."""

DEFINING: tuple[str, ...] = (
    "help",
    "what",
    "plan",
    "why_more",
    "receipt",
    "other_route_because",
    "measures",
    "tasks",
    "functions",
)
"""The fields of commands that say what something is, not what somebody said or saw."""


def plain(text: str) -> str:
    """A text as words: lower case, no accents, one space between them."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "\u00ad")
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, tuple | list):
        yield from (text for part in value for text in _texts(part))


def no_such_state(command: Base) -> list[Reason]:
    """A reason for each field that would define what the law does not know."""
    found = (
        (field, word)
        for field in DEFINING
        for text in _texts(getattr(command, field, None))
        for word in NO_STATE
        if f" {word} " in f" {plain(text)} "
    )
    return [
        Reason(
            rule="NX-03",
            text=f"'{word}' bestaat niet als situatie of als hulp. Een verzoek aan de Raad is verstuurd of niet.",
            source="NX-03; kamerbrief 23-3-2020 (geen tussenvormen)",
            remedy=f"Verstuur het verzoek (request_investigation), of blijf bij vrijwillige hulp en noem die zonder "
            f"voorwaarde ({field}). Wat iemand zei, kan als notitie (note).",
        )
        for field, word in found
    ]
