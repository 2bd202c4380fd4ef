"""What the letter says and asks, as data: sentences, requirements, and what holds a requirement.

The words of the letter stand between quotation marks; all others are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Voice(StrEnum):
    """Who says something in the letter, and with how much weight."""

    ADVICE = "advies van de Raden"
    FOUND = "vaststelling van de Raden"
    ENDORSED = "door de ministers onderschreven"
    PROMISED = "door de ministers toegezegd"
    VIEW = "mening of wens van de ministers"
    DUTY = "plicht of norm die al bestond"
    BACKGROUND = "achtergrond"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of the letter. ``quote`` is literal, with … where words are left out; ``asks``: what follows from it."""

    id: str
    quote: str
    voice: Voice
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotPromised:
    """What could be read into the letter and is not in it. ``about``: the sentences that it is about."""

    id: str
    about: tuple[str, ...]
    text: str


class Standing(StrEnum):
    """How far a requirement is held."""

    HELD = "geborgd"
    PARTLY = "deels"
    NOT_YET = "nog niet"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement (REQ).

    ``by`` names what holds it: a move (TR-05), an act (#23), a term (T40), a procedure (P12), a signal
    (S1), a guard or condition by its name, a file, or a test (``tests/…py::name``). ``lacks`` says what
    does not work yet; empty, when nothing is known to be lacking.
    """

    id: str
    wants: str
    does: str
    by: tuple[str, ...]
    lacks: str = ""

    @property
    def standing(self) -> Standing:
        """It follows from what is named, so nobody can type "held" where nothing holds it."""
        if not self.by:
            return Standing.NOT_YET
        return Standing.PARTLY if self.lacks else Standing.HELD
