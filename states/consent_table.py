"""Who must consent, as data: by age, and by whether the child can judge this decision (table 5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from states.people import AgeBand


class Consenter(StrEnum):
    """Somebody whose consent the law asks."""

    CHILD = "child"
    HOLDERS = "holders"
    """Everybody with authority."""
    REPRESENTATIVE = "representative"
    """Of an adult who cannot judge: curator, mentor or representative."""


@dataclass(frozen=True, slots=True)
class ConsentRule:
    """One row: in this band, able to judge or not, these must all consent."""

    id: str
    band: AgeBand
    capable: bool
    who: tuple[Consenter, ...]
    source: str


_C, _H, _R = Consenter.CHILD, Consenter.HOLDERS, Consenter.REPRESENTATIVE

CONSENT: tuple[ConsentRule, ...] = (
    ConsentRule("5.1/<12", AgeBand.UNDER_12, capable=True, who=(_H,), source="Jw 7.3.15 lid 1"),
    ConsentRule("5.1/<12/unable", AgeBand.UNDER_12, capable=False, who=(_H,), source="Jw 7.3.15 lid 1"),
    ConsentRule("5.1/12-15", AgeBand.FROM_12, capable=True, who=(_C, _H), source="Jw 7.3.4 lid 2"),
    ConsentRule("5.1/12-15/unable", AgeBand.FROM_12, capable=False, who=(_H,), source="Jw 7.3.15 lid 2"),
    ConsentRule("5.1/16-17", AgeBand.FROM_16, capable=True, who=(_C,), source="Jw 7.3.5"),
    ConsentRule("5.1/16-17/unable", AgeBand.FROM_16, capable=False, who=(_H,), source="Jw 7.3.5, 7.3.15"),
    ConsentRule("5.1/18", AgeBand.ADULT, capable=True, who=(_C,), source="BW 1:233"),
    ConsentRule("5.1/18/unable", AgeBand.ADULT, capable=False, who=(_R,), source="Jw 7.3.15 lid 2-3"),
)
"""The rows of the shipped edition; exactly one for every band and ability."""
