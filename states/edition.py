"""The edition of the rules that decides (D7): its id, its status, and a digest over its tables.

The digest covers what is data in an edition: states, moves, terms and acts. It stands in every entry, so
an auditor can see under which rules a move was made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from states.act_table import ACTS, Act
from states.calendar import VERSION as CALENDAR
from states.consent_table import CONSENT, ConsentRule
from states.move import Move
from states.moves import MOVES
from states.position import State, framework_of
from states.term_table import TERMS, TermRule


@dataclass(frozen=True, eq=False)
class Edition:
    """A dated set of rules. ``provisional`` until a lawyer, a professional and clients reviewed.

    While it is provisional its rules still change, and its id says which ones it has: the name and
    the beginning of the digest. One in force is known by its name alone, and never changes.
    """

    name: str
    valid_from: date
    provisional: bool
    moves: tuple[Move, ...] = field(repr=False)
    acts: Mapping[int, Act] = field(repr=False)
    terms: Mapping[str, TermRule] = field(repr=False)
    consent: tuple[ConsentRule, ...] = field(repr=False)

    @cached_property
    def transitions(self) -> tuple[tuple[str, str, str], ...]:
        """Every legal (move, from, to), as the database holds it."""
        rows = {(m.id, s.value, t.value) for m in self.moves for s, t in m.pairs()}
        return tuple(sorted(rows))

    @property
    def id(self) -> str:
        """The id that entries and the database know it by."""
        return f"{self.name}+{self.digest[:8]}" if self.provisional else self.name

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over the canonical JSON of the tables."""
        tables = {
            "name": self.name,
            "valid_from": self.valid_from.isoformat(),
            "calendar": CALENDAR,
            "states": {s.value: framework_of(s).value for s in State},
            "moves": [_row(m) for m in self.moves],
            "terms": {k: r.model_dump(mode="json") for k, r in self.terms.items()},
            "consent": [[r.id, r.band, r.capable, r.who, r.source] for r in self.consent],
            "acts": {str(n): [act.basis, *(f"{c} {v}" for c, v in act.cells.items())] for n, act in self.acts.items()},
        }
        text = json.dumps(tables, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def _row(move: Move) -> dict[str, object]:
    return {
        "id": move.id,
        "triggers": move.triggers,
        "pairs": sorted(f"{s} {t}" for s, t in move.pairs()),
        "who": sorted(move.who),
        "needs": [(n.field, n.text, n.source) for n in move.needs],
        "guards": move.guards,
        "selects": move.selects,
        "notices": move.notices,
        "court": move.court,
        "basis": move.basis,
    }


EDITION = Edition(
    name="2026-11",
    valid_from=date(2026, 11, 1),
    provisional=True,
    moves=MOVES,
    acts=ACTS,
    terms=TERMS,
    consent=CONSENT,
)
"""The shipped edition; provisional, and it says so wherever it is shown."""
