"""The notation in which rules about words are written, and how it is found in a sentence.

A pattern is a row of words that must follow each other:

- ``raad`` the word itself; ``raad/rechter`` either; ``meld*`` and ``*drang`` any word like it; ``*`` any word;
- ``<gezin>`` one of the patterns of a list in the lexicon;
- ``..`` up to six words of the same clause; ``...`` up to thirty words, across commas;
- ``^`` the beginning of a clause; ``,`` a comma, colon or semicolon;
- ``word?`` may be there.

Looking is linear in the length of the sentence: a rule can be long, never slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

NEAR, FAR = 6, 30
"""How many words may stand between, for ``..`` and ``...``."""


class Part:
    """One part of a pattern: a word, a list, a gap or the beginning of a clause."""

    __slots__ = ("begins", "ends", "exact", "kind", "name", "optional")

    def __init__(self, written: str) -> None:
        """Read one part as it is written."""
        self.optional = written.endswith("?") and len(written) > 1
        self.name = written.removesuffix("?") if self.optional else written
        words = self.name.split("/")
        self.kind = self.name if self.name in {"..", "...", "^"} else "word"
        self.exact = frozenset(word for word in words if "*" not in word)
        self.begins = tuple(word[:-1] for word in words if word.endswith("*"))
        self.ends = tuple(word[1:] for word in words if word.startswith("*") and len(word) > 1)
        if self.name.startswith("<"):
            self.kind, self.name = "list", self.name[1:-1]

    def fits(self, word: str) -> bool:
        """Whether this part stands for a word."""
        return word in self.exact or (word != "," and (word.startswith(self.begins) or word.endswith(self.ends)))


@lru_cache(maxsize=4096)
def parts(pattern: str) -> tuple[Part, ...]:
    """A pattern, part by part."""
    return tuple(Part(written) for written in re.split(r"\s+", pattern.strip()))


@lru_cache(maxsize=4096)
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """For each part that is written out in full: the words of which one must stand in the sentence."""
    whole = (p for p in parts(pattern) if p.kind == "word" and not (p.optional or p.begins or p.ends))
    return tuple(part.exact for part in whole)


class Openers:
    """For a group of patterns: which of them can begin with a word."""

    def __init__(self, patterns: tuple[str, ...], lexicon: Mapping[str, tuple[str, ...]]) -> None:
        """Index the patterns by what they begin with; a list is followed to the words in it."""
        self._exact: dict[str, dict[str, None]] = {}
        self._others: list[tuple[Part, str]] = []
        self._known: dict[str, tuple[str, ...]] = {}
        for pattern in patterns:
            for part in _openers(pattern, lexicon):
                for word in part.exact:
                    self._exact.setdefault(word, {})[pattern] = None
                if part.begins or part.ends:
                    self._others.append((part, pattern))

    def at(self, word: str) -> tuple[str, ...]:
        """The patterns that can begin with a word."""
        found = self._known.get(word)
        if found is None:
            fitting = {pattern: None for part, pattern in self._others if part.fits(word)}
            found = tuple(self._exact.get(word, {}) | fitting)
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found


_REMEMBERED = 20_000
"""How many words an index remembers."""


def _openers(pattern: str, lexicon: Mapping[str, tuple[str, ...]]) -> Iterator[Part]:
    """The parts with which a pattern can begin."""
    for part in parts(pattern):
        if part.kind == "list":
            for item in lexicon[part.name]:
                yield from _openers(item, lexicon)
        elif part.kind == "word":
            yield part
        elif part.kind != "^":
            raise ValueError(f"a pattern begins with a word or a list: {pattern}")
        if part.kind != "^" and not part.optional:
            return


class Lexicon:
    """The lists that patterns name, with one index of all patterns that are looked for, and of the lists."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], patterns: Iterable[str]) -> None:
        """Take the lists of an edition, and every pattern that will be looked for."""
        self.lists = lists
        items = (item for each in lists.values() for item in each)
        self.openers = Openers(tuple(dict.fromkeys((*patterns, *items))), lists)


class Looking:
    """Looks for patterns in one sentence; where each can begin, and what a list matches, is looked up once."""

    def __init__(self, words: tuple[str, ...], lexicon: Lexicon) -> None:
        """Take a sentence (``reading.sentences``) and the lexicon that knows the patterns."""
        self._words = words
        self._lexicon = lexicon
        self._lists: dict[str, dict[int, set[int]]] = {}
        self._starts: dict[str, set[int]] = {}
        for at, word in enumerate(words):
            for pattern in lexicon.openers.at(word):
                self._starts.setdefault(pattern, set()).add(at)
        present = frozenset(words)
        for pattern in [p for p in self._starts if any(map(present.isdisjoint, needed(p)))]:
            del self._starts[pattern]

    def finds(self, patterns: tuple[str, ...]) -> bool:
        """Whether one of the patterns stands anywhere in the sentence."""
        return any(self._ends(pattern, self._starts[pattern]) for pattern in self._starts.keys() & patterns)

    def _ends(self, pattern: str, starts: set[int]) -> set[int]:
        """Where the pattern can end, given where it may begin; the end is the next word."""
        here = starts
        for part in parts(pattern):
            there = self._step(part, here)
            here = there | here if part.optional else there
            if not here:
                return here
        return here

    def _step(self, part: Part, here: set[int]) -> set[int]:
        words, size = self._words, len(self._words)
        if part.kind == "word":
            return {at + 1 for at in here if at < size and part.fits(words[at])}
        if part.kind == "list":
            found = self._listed(part.name)
            return {end for at in here for end in found.get(at, ())}
        if part.kind == "^":
            return {at for at in here if at == 0 or words[at - 1] == ","}
        return self._gap(here, NEAR if part.kind == ".." else FAR, across=part.kind == "...")

    def _gap(self, here: set[int], most: int, *, across: bool) -> set[int]:
        there: set[int] = set()
        for at in here:
            for end in range(at, min(at + most, len(self._words)) + 1):
                there.add(end)
                if not across and end < len(self._words) and self._words[end] == ",":
                    break
        return there

    def _listed(self, name: str) -> dict[int, set[int]]:
        found = self._lists.get(name)
        if found is None:
            found = self._lists[name] = {}
            for item in self._lexicon.lists[name]:
                for at in self._starts.get(item, ()):
                    ends = self._ends(item, {at})
                    if ends:
                        found[at] = found.get(at, set()) | ends
        return found
