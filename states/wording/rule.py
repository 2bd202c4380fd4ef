"""What a rule about words is: dated data of an edition, with a source, a reason and a neutral text.

No model and no score: a rule is a handful of patterns (``states.wording.pattern``) that anybody can
read, what makes a sentence innocent after all, and what to write in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from states.position import Framework


class Kind(StrEnum):
    """What is wrong with a text."""

    NAME = "name"
    """A name for something in between, which does not exist (NX-03, R-16)."""
    THREAT = "threat"
    """A consequence held out to those who do not want help (act 23)."""
    DUTY = "duty"
    """Help told as if it were a duty, while no judge ordered it (R-12)."""


class Use(StrEnum):
    """What a text is for; that decides whether it is refused or flagged."""

    DEFINITION = "definition"
    """A name, label, region or template: it says what exists. Refused."""
    FAMILY = "family"
    """A letter, plan or notice that a family gets. Refused."""
    NOTE = "note"
    """Somebody's own note. Flagged."""
    OFFICIAL = "official"
    """A paper to or from the Raad or the judge: only names are looked at. Flagged."""


REFUSED = frozenset({Use.DEFINITION, Use.FAMILY})
"""The uses in which a finding is a refusal, that nobody can overrule."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """One rule. ``unless``: a pattern that makes the sentence innocent; not in a definition.

    ``frameworks``: where it counts; what a judge ordered may be told as a duty.
    """

    id: str
    kind: Kind
    title: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...]
    source: str
    why: str
    instead: str
    frameworks: frozenset[Framework] = frozenset(Framework)
    questions: bool = True


@dataclass(frozen=True, eq=False)
class Words:
    """The rules about words of an edition, and the lists that they name."""

    rules: tuple[WordRule, ...] = field(repr=False)
    lexicon: Mapping[str, tuple[str, ...]] = field(repr=False)
