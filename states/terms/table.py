"""The table of terms as data: what each is called, how long it runs, and what happens at its end.

The rows stand in ``states.terms.rows``, by what they are about (domain 2.3 as amended).
"""

from __future__ import annotations

from states.terms.length import Length
from states.terms.rows import ROWS
from states.terms.rule import TermKind, TermRule

TERMS: dict[str, TermRule] = {row.id: row for row in sorted(ROWS, key=lambda row: row.id)}
"""The terms of the shipped edition, by id."""

__all__ = ["TERMS", "Length", "TermKind", "TermRule"]
