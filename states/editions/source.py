"""Where a rule comes from: law, policy, advice, a norm of the field, or our own design (D7).

The kind follows from what the row itself names as its basis: the first part of it that names a
source. A basis that names none is our own design; that errs on the side that promises least.
``[K]`` marks what was written from knowledge and still has to be checked against the text.
"""

from __future__ import annotations

import re
from enum import StrEnum

UNCHECKED = "[K"


class SourceKind(StrEnum):
    """How much weight a rule has."""

    LAW = "wet"
    POLICY = "beleid"
    ADVICE = "advies"
    NORM = "norm"
    DESIGN = "ontwerp"


_MARKS: tuple[tuple[SourceKind, re.Pattern[str]], ...] = (
    (
        SourceKind.LAW,
        re.compile(
            r"\b(BW|Jw|BJw|RJw|Rv|AVG|UAVG|Atw|Wmo|Wth|WGBO|Gw|EVRM|Awbi|Awb|HR|EHRM|ECLI|Wrg|Wvggz|Wzd|Paspoortwet)\b"
        ),
    ),
    (SourceKind.ADVICE, re.compile(r"\badvies\b|\badviezen\b|\bRaden\b", re.IGNORECASE)),
    (SourceKind.POLICY, re.compile(r"\bkamerbrief|\bbeleid|\bRijksoverheid\b", re.IGNORECASE)),
    (
        SourceKind.NORM,
        re.compile(r"\bnorm|\brichtlijn|\bberoeps|\bmeldcode\b|\bpraktijk\b|\bprofessionele standaard", re.IGNORECASE),
    ),
)


def kind_of(basis: str) -> SourceKind:
    """The kind of source of a rule, from its basis; parts are divided by semicolons."""
    for part in basis.split(";"):
        for kind, mark in _MARKS:
            if mark.search(part):
                return kind
    return SourceKind.DESIGN


def unchecked(basis: str) -> bool:
    """Whether a basis, or a part of it, still has to be checked against the text."""
    return UNCHECKED in basis
