"""Numbers as a distribution: never an average alone, which hides whom it went wrong for. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many, and the values below which a tenth, a quarter, half … of them lie (nearest rank)."""

    count: int
    least: int | None
    p10: int | None
    p25: int | None
    median: int | None
    p75: int | None
    p90: int | None
    most: int | None

    @override
    def __str__(self) -> str:
        """As a table has it: the least, a quarter, the half, three quarters and the most; and of how many."""
        if not self.count:
            return "–"
        return f"{self.least} | {self.p25} | {self.median} | {self.p75} | {self.most} (of {self.count})"


def distribution(values: Iterable[int]) -> Distribution:
    """The distribution of whole numbers."""
    known = sorted(values)

    def at(part: int) -> int | None:
        return known[max(0, -(-part * len(known) // 100) - 1)] if known else None

    return Distribution(len(known), at(0), at(10), at(25), at(50), at(75), at(90), at(100))
