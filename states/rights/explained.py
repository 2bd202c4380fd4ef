"""How somebody reads and hears best, and who explained a sheet to them: facts beside the state (R-14, R-47).

That somebody has a mild intellectual disability is no fact of this file: only that easy reading is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from states.people import Stored
from states.position import State

DUTCH_LANGUAGE = "Nederlands"


class ReaderNeeds(Stored):
    """What one person needs to understand a sheet: a language, an interpreter, easy reading."""

    person: str
    language: str = DUTCH_LANGUAGE
    interpreter: bool = False
    easy: bool = False


class Explained(Stored):
    """Somebody explained a sheet to one person: about which state, when, in which language, with which help."""

    person: str
    state: State
    at: datetime
    edition: str
    language: str = DUTCH_LANGUAGE
    interpreter: bool = False
    easy: bool = False


def needs_of(readers: Iterable[ReaderNeeds], person: str) -> ReaderNeeds:
    """What a person needs; without a word about it: Dutch, no interpreter, no easy reading."""
    return next((known for known in readers if known.person == person), ReaderNeeds(person=person))


def lacking(
    readers: Iterable[ReaderNeeds], explained: Iterable[Explained], person: str, state: State, since: datetime | None
) -> tuple[str, ...]:
    """What is still missing for a person in a state that began at ``since``: names of shared sentences, or nothing."""
    needs = needs_of(readers, person)
    mine = [said for said in explained if said.person == person]
    if not mine:
        return ("explained/nobody",)
    last = max(mine, key=lambda said: said.at)
    if last.state is not state or (since is not None and last.at < since):
        return ("explained/old",)
    found = []
    if needs.interpreter and not last.interpreter:
        found.append("explained/no_interpreter")
    if needs.easy and not last.easy:
        found.append("explained/not_easy")
    return tuple(found)
