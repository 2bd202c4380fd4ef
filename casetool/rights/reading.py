"""How easy a Dutch text reads: the score of Flesch-Douma, and the length of its sentences.

206.84 - 0.77 x (syllables per 100 words) - 0.93 x (words per sentence); 65 and higher is plain. A source
("BW 1:263 lid 1") is a name and no part of a sentence: the rows keep it in a field of its own, and what
is measured is the text without it. Nothing else is left out.

Syllables are counted by the vowel signs of Dutch spelling. Hyphenation tables, which readability
libraries use, leave out breaks that no printer makes ("o-ver", "mooi-e"): they count too few, and so
flatter every text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MINIMUM = 65.0
"""The lowest score that passes."""
LONGEST = 18
"""The most words that a sentence may have."""

_VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|ea|auw?|ouw?|eu|ui|ij|ei|ai|oi|aa|ee|oo|uu|ie|oe"
    r"|[aeiouyàáâäèéêëìíîïòóôöùúûü]",
    re.IGNORECASE,
)
_APART = re.compile(r"(?<=be)(?=a[^u])|(?<=ge)(?=a[^u])|(?<=ide)(?=a)|(?<=re)(?=a[^u])|(?<=the)(?=a)", re.IGNORECASE)
"""Where two vowels are two sounds: "be-amen", "ge-acht", "ide-aal", "re-actie", "the-ater"."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured of one text."""

    words: int
    sentences: int
    syllables: int
    longest: int

    @property
    def flesch_douma(self) -> float:
        """The score; a text without words reads itself: 100."""
        if not self.words:
            return 100.0
        return 206.84 - 77.0 * self.syllables / self.words - 0.93 * self.words / self.sentences

    @property
    def passes(self) -> bool:
        """Whether it is plain, and no sentence is too long."""
        return self.flesch_douma >= MINIMUM and self.longest <= LONGEST


def syllables(word: str) -> int:
    """How many syllables a Dutch word has: at least one, a number one for each digit."""
    if word.isdigit():
        return len(word)
    return sum(max(1, len(_VOWELS.findall(part))) for part in _APART.split(word) if part)


def score(text: str) -> Score:
    """Measure a text: a sentence ends with a full stop, a question or exclamation mark, or its line."""
    found = [words for part in _END.split(text) if (words := _WORD.findall(part))]
    every = [word for words in found for word in words]
    return Score(
        words=len(every),
        sentences=len(found),
        syllables=sum(map(syllables, every)),
        longest=max(map(len, found), default=0),
    )
