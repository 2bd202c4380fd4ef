"""One line of a sheet: what a reader may or must where a child stands, in plain words, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from states.position import State
from states.rights.reader import Reader


class Topic(StrEnum):
    """The headings of a sheet, in the order in which they stand."""

    FRAME = "frame"
    DUTIES = "duties"
    DECIDE = "decide"
    HELP = "help"
    JUDGE = "judge"
    OWN = "own"
    LAWYER = "lawyer"
    FILE = "file"
    COMPLAINT = "complaint"
    SUPPORT = "support"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the rights of an edition.

    ``text`` and ``easy`` hold no article: the source stands beside them. Words between braces are said
    in the voice of the reader. It stands on the sheet of ``readers`` where a child is in one of
    ``states``; ``track``: only while that procedure runs; ``secure``: only under an authorisation for
    secure youth help; ``placed``: only while a supervision lets the child live elsewhere.
    """

    id: str
    topic: Topic
    text: str
    easy: str
    source: str
    states: frozenset[State]
    readers: frozenset[Reader]
    track: str | None = None
    secure: bool = False
    placed: bool = False
