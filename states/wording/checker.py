"""Checking a text: which rules about words it breaks, where, why, and what to write in its place.

Pure, and the same every time: no model, no score. Every answer names the rule of the edition that
gave it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from states.position import Framework
from states.wording.pattern import Lexicon, Looking
from states.wording.reading import Sentence, sentences
from states.wording.rule import REFUSED, Kind, Use, WordRule, Words
from states.wording.unreadable import unreadable


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence that breaks one rule; ``rule`` is an id of ``WordRule``, or ``unreadable``."""

    rule: str
    kind: str
    title: str
    quote: str
    why: str
    instead: str
    source: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a text for one use."""

    use: Use
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether the text may not be used so; nobody can overrule that."""
        return bool(self.findings) and self.use in REFUSED

    @property
    def flagged(self) -> bool:
        """Whether somebody has to look at it; that can be overruled."""
        return bool(self.findings) and self.use not in REFUSED


@lru_cache(maxsize=16)
def _lexicon(words: Words) -> Lexicon:
    """The lists of an edition, indexed once."""
    patterns = (pattern for rule in words.rules for pattern in (*rule.patterns, *rule.unless))
    return Lexicon(words.lexicon, patterns)


@lru_cache(maxsize=2048)
def check(text: str, use: Use, framework: Framework, words: Words) -> Checked:
    """Check a text under the rules of an edition, in the framework of the child it is about."""
    if not text.strip():
        return Checked(use, ())
    why = unreadable(text)
    if why is not None:
        return Checked(use, (why_not(why),))
    kinds = {Kind.NAME} if use is Use.OFFICIAL else set(Kind)
    counting = [rule for rule in words.rules if rule.kind in kinds and framework in rule.frameworks]
    lexicon = _lexicon(words)
    found: dict[tuple[str, str], Finding] = {}
    for sentence in sentences(text, quotes_count=use is Use.DEFINITION):
        looking = Looking(sentence.words, lexicon)
        for rule in counting:
            if _breaks(rule, sentence, looking, use):
                found.setdefault((rule.id, sentence.text), _finding(rule, sentence))
    return Checked(use, tuple(found.values()))


def _breaks(rule: WordRule, sentence: Sentence, looking: Looking, use: Use) -> bool:
    if sentence.question and not rule.questions:
        return False
    if not looking.finds(rule.patterns):
        return False
    return use is Use.DEFINITION or not looking.finds(rule.unless)


def _finding(rule: WordRule, sentence: Sentence) -> Finding:
    return Finding(rule.id, rule.kind.value, rule.title, sentence.text, rule.why, rule.instead, rule.source)


def why_not(text: str) -> Finding:
    """A finding that says a text could not be checked, and what is possible."""
    return Finding(
        rule="unreadable",
        kind="unreadable",
        title="niet na te kijken",
        quote="",
        why=text,
        instead="Lever gewone Nederlandse tekst aan, "
        "of laat iemand die deze taal leest de tekst nakijken en leg dat vast.",
        source="NX-03; R-16",
    )
