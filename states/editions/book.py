"""The book of law: every edition, and which one counts at a moment (D7).

What a command does is decided under the edition of the moment at which it works, not of the day on
which somebody wrote it down. ``under`` puts another book on the table for a while: a future edition
in a rehearsal, a changed one in the proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime

from states.editions.edition import EDITION, Edition
from states.terms.calendar import local_day


@dataclass(frozen=True)
class LawBook:
    """Editions in the order of their first day; the first one also counts before that day."""

    editions: tuple[Edition, ...]

    def at(self, moment: datetime | date) -> Edition:
        """The edition that counts at a moment, or on a day in Amsterdam."""
        if len(self.editions) == 1:
            return self.editions[0]
        day = local_day(moment) if isinstance(moment, datetime) else moment
        begun = [edition for edition in self.editions if edition.valid_from <= day]
        return begun[-1] if begun else self.editions[0]

    def edition(self, id_: str) -> Edition | None:
        """The edition with an id, or ``None``."""
        return next((edition for edition in self.editions if edition.id == id_), None)


_SHIPPED = LawBook((EDITION,))
_BOOK: ContextVar[LawBook] = ContextVar("book", default=_SHIPPED)


def book() -> LawBook:
    """The book that counts here."""
    return _BOOK.get()


def rules(moment: datetime | date) -> Edition:
    """The rules of a moment, or of a day in Amsterdam."""
    return _BOOK.get().at(moment)


@contextmanager
def under(other: LawBook) -> Iterator[LawBook]:
    """Let another book count until the block ends."""
    token = _BOOK.set(other)
    try:
        yield other
    finally:
        _BOOK.reset(token)
