"""The rows of the table of terms, by what they are about."""

from __future__ import annotations

from states.terms.rows import care, court, duties, raad

ROWS = (*court.ROWS, *duties.ROWS, *raad.ROWS, *care.ROWS)
"""Every row, in no order."""
