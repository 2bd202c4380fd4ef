"""L12: who recognised a child on or after 1-1-2023 has joint authority by that, unless 1:251b lid 1-2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from states.people import Authority
from states.refusal import Flag

SINCE = date(2023, 1, 1)
"""From this day recognition (erkenning) gives joint authority by itself (BW 1:251b)."""


def since_recognition(authority: Iterable[Authority]) -> tuple[Authority, ...]:
    """Authority by recognition begins on the day of it, unless another day is given."""
    return tuple(
        row.model_copy(update={"since": row.recognised_on}) if row.recognised_on and row.since is None else row
        for row in authority
    )


def recognition_flags(authority: Iterable[Authority]) -> tuple[Flag, ...]:
    """What somebody has to look up in the register of authority; none of it blocks."""
    found = ((row.holder, text) for row in authority for text in _doubts(row))
    return tuple(
        Flag(rule="L12", text=f"{holder}: {text} Kijk in het gezagsregister.", source="BW 1:251b; 00-E L12")
        for holder, text in found
    )


def _doubts(row: Authority) -> Iterator[str]:
    if row.recognised_on is None or row.checked_on is not None:
        return
    if row.none_because:
        yield f"erkend, maar zonder gezag ({row.none_because})."
    elif row.recognised_on >= SINCE:
        yield "erkend op of na 1-1-2023. Dat geeft samen gezag, tenzij 1:251b lid 1-2 geldt."
    elif not row.source:
        yield "erkend voor 1-1-2023. Dat gaf toen geen gezag."
