"""The edition of the rules that decides (D7): its id, its status, and a digest over its tables.

The digest covers all that is data in an edition: states, moves, terms, acts, consent, who may lead and
who holds a function, every text that people read, and the bills it carries out. It stands in every
entry, so an auditor can see under which rules a move was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property

from states.acts.confers_table import CONFERS, Title
from states.acts.table import ACTS, Act
from states.consents.consent import Lead
from states.consents.table import CONSENT, ConsentRule
from states.editions.bill import Bill
from states.editions.plain import canonical, plain
from states.editions.review import REVIEWS, Review, Reviewer, missing
from states.function import HELD_BY, Function
from states.moves.move import Move
from states.moves.table import MOVES
from states.people import Role
from states.position import State, framework_of
from states.region import LEADS, RegionMode
from states.rights.deeds import DEEDS, Deed
from states.rights.line import Line
from states.rights.phrases import PHRASES
from states.rights.table import RIGHTS
from states.rights.words import GLOSSARY, Word
from states.terms.calendar import VERSION as CALENDAR
from states.terms.spans import SPANS, Span, SpanRule
from states.terms.table import TERMS, TermRule
from states.tracks.table import BY_ID as TRACKS_BY_ID
from states.tracks.table import Track
from states.wording.rule import Words
from states.wording.table import WORDS


@dataclass(frozen=True, eq=False)
class Edition:
    """A dated set of rules. Provisional until a lawyer, a professional and clients reviewed it.

    While it is provisional its rules still change, and its id says which ones it has: the name and
    the beginning of the digest. One in force is known by its name alone, and never changes.
    """

    name: str
    valid_from: date
    moves: tuple[Move, ...] = field(repr=False)
    acts: Mapping[int, Act] = field(repr=False)
    terms: Mapping[str, TermRule] = field(repr=False)
    consent: tuple[ConsentRule, ...] = field(repr=False)
    confers: Mapping[Title, Mapping[int, str]] = field(repr=False)
    tracks: Mapping[str, Track] = field(repr=False)
    leads: Mapping[RegionMode, frozenset[Lead]] = field(default_factory=lambda: LEADS, repr=False)
    functions: Mapping[Function, frozenset[Role]] = field(default_factory=lambda: HELD_BY, repr=False)
    spans: Mapping[Span, SpanRule] = field(default_factory=lambda: SPANS, repr=False)
    rights: tuple[Line, ...] = field(default=RIGHTS, repr=False)
    deeds: Mapping[int, Deed] = field(default_factory=lambda: DEEDS, repr=False)
    phrases: Mapping[str, str] = field(default_factory=lambda: PHRASES, repr=False)
    glossary: tuple[Word, ...] = field(default=GLOSSARY, repr=False)
    words: Words = field(default=WORDS, repr=False)
    bills: frozenset[Bill] = frozenset()
    reviews: tuple[Review, ...] = field(default=REVIEWS, repr=False)

    @cached_property
    def rows(self) -> Mapping[str, Move]:
        """Every legal move by its id."""
        return {move.id: move for move in self.moves}

    @cached_property
    def leaving(self) -> Mapping[State, tuple[Move, ...]]:
        """The rows that go out of each state, in the order of the table."""
        return {state: tuple(m for m in self.moves if any(s is state for s, _ in m.pairs())) for state in State}

    @cached_property
    def forbidden(self) -> frozenset[int]:
        """The acts that a running procedure forbids."""
        return frozenset(act for track in self.tracks.values() for act in track.forbids)

    @cached_property
    def transitions(self) -> tuple[tuple[str, str, str], ...]:
        """Every legal (move, from, to), as the database holds it."""
        rows = {(m.id, s.value, t.value) for m in self.moves for s, t in m.pairs()}
        return tuple(sorted(rows))

    @cached_property
    def legal(self) -> frozenset[tuple[str, str, str]]:
        """The same, to look up."""
        return frozenset(self.transitions)

    @cached_property
    def unreviewed(self) -> tuple[Reviewer, ...]:
        """Whose review is missing; a review counts only for the rules that it was about."""
        return missing(self.reviews, self.digest, self.valid_from)

    @property
    def provisional(self) -> bool:
        """Whether somebody still has to review it."""
        return bool(self.unreviewed)

    @property
    def status(self) -> str:
        """What people read: in force, or provisional."""
        return "voorlopig" if self.provisional else "in werking"

    @property
    def id(self) -> str:
        """The id that entries and the database know it by."""
        return f"{self.name}+{self.digest[:8]}" if self.provisional else self.name

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over the canonical JSON of everything but the reviews, which are about it."""
        tables = {f.name: plain(getattr(self, f.name)) for f in fields(self) if f.name != "reviews"}
        tables |= {"calendar": CALENDAR, "states": plain({state: framework_of(state) for state in State})}
        return hashlib.sha256(canonical(tables).encode()).hexdigest()


EDITION = Edition(
    name="2026-11",
    valid_from=date(2026, 11, 1),
    moves=MOVES,
    acts=ACTS,
    terms=TERMS,
    consent=CONSENT,
    tracks=TRACKS_BY_ID,
    confers=CONFERS,
)
"""The shipped edition; provisional, and it says so wherever it is shown."""
