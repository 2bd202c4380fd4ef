"""Who must consent, and when that may be departed from, as data (domain table 5.1, L13, L21).

A row holds for an age, and for a child that can or cannot judge this decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from states.people import AgeBand


class Consenter(StrEnum):
    """Somebody whose consent the law asks."""

    CHILD = "child"
    MOTHER = "mother"
    """Of an unborn child: the help is to her."""
    HOLDERS = "holders"
    """Everybody with authority over a minor."""
    REPRESENTATIVE = "representative"
    """Of an adult who cannot judge: curator, mentor or representative."""


class DepartureKind(StrEnum):
    """What departs from the rule that everybody in a row consents, for one help by name."""

    PRESUMED = "presumed"
    """Help that is not intrusive, for a while, when the law asks others since a day (lid 2, L13)."""
    REPLACED = "replaced"
    """The court replaced the consent of one of two who share authority (BW 1:253a [K])."""
    URGENT = "urgent"
    """No time to ask who decides for the child; needed now against serious harm (7.3.16 lid 1)."""
    SET_ASIDE = "set_aside"
    """What somebody decides for the child is not compatible with good care (7.3.15 lid 4)."""
    YOUTH_ALONE = "youth_alone"
    """From 12 to 15, without parents: against serious harm, or a lasting wish (7.3.4 lid 2)."""
    RESISTANCE = "resistance"
    """A child of 12 or older who cannot judge resists an intrusive act (7.3.15 lid 6)."""
    DESPITE_RESISTANCE = "despite_resistance"
    """That act is clearly needed to prevent serious harm to the child (7.3.15 lid 6)."""
    WRITTEN_REFUSAL = "written_refusal"
    """A refusal on paper from when a youth of 16 or older could still judge (7.3.4 lid 3)."""
    DESPITE_REFUSAL = "despite_refusal"
    """There are well-founded reasons not to follow that refusal (7.3.4 lid 3)."""


@dataclass(frozen=True, slots=True)
class ConsentRule:
    """One row: in this band, able to judge or not, these must all consent, but for these departures."""

    id: str
    band: AgeBand
    capable: bool
    who: tuple[Consenter, ...]
    source: str
    departures: tuple[DepartureKind, ...] = ()
    unborn: bool = False


_C, _H, _R, _M = Consenter.CHILD, Consenter.HOLDERS, Consenter.REPRESENTATIVE, Consenter.MOTHER
_D = DepartureKind
_FOR_ANOTHER = (_D.URGENT, _D.SET_ASIDE)
_UNDER_12 = (_D.PRESUMED, _D.REPLACED, *_FOR_ANOTHER)
_RESISTS = (_D.RESISTANCE, _D.DESPITE_RESISTANCE)
_REFUSED = (_D.WRITTEN_REFUSAL, _D.DESPITE_REFUSAL)

CONSENT: tuple[ConsentRule, ...] = (
    ConsentRule("5.1/<12", AgeBand.UNDER_12, capable=True, who=(_H,), source="Jw 7.3.15 lid 1", departures=_UNDER_12),
    ConsentRule(
        "5.1/<12/unable", AgeBand.UNDER_12, capable=False, who=(_H,), source="Jw 7.3.15 lid 1", departures=_UNDER_12
    ),
    ConsentRule(
        "5.1/12-15",
        AgeBand.FROM_12,
        capable=True,
        who=(_C, _H),
        source="Jw 7.3.4 lid 2",
        departures=(_D.PRESUMED, _D.REPLACED, _D.YOUTH_ALONE),
    ),
    ConsentRule(
        "5.1/12-15/unable",
        AgeBand.FROM_12,
        capable=False,
        who=(_H,),
        source="Jw 7.3.15 lid 2",
        departures=(*_UNDER_12, *_RESISTS),
    ),
    ConsentRule("5.1/16-17", AgeBand.FROM_16, capable=True, who=(_C,), source="Jw 7.3.5", departures=(_D.PRESUMED,)),
    ConsentRule(
        "5.1/16-17/unable",
        AgeBand.FROM_16,
        capable=False,
        who=(_H,),
        source="Jw 7.3.5, 7.3.15 lid 2",
        departures=(*_UNDER_12, *_RESISTS, *_REFUSED),
    ),
    ConsentRule("5.1/18", AgeBand.ADULT, capable=True, who=(_C,), source="BW 1:233; Jw 7.3.4"),
    ConsentRule(
        "5.1/18/unable",
        AgeBand.ADULT,
        capable=False,
        who=(_R,),
        source="Jw 7.3.15 lid 2-3",
        departures=(*_FOR_ANOTHER, *_RESISTS, *_REFUSED),
    ),
    ConsentRule("5.1/unborn", AgeBand.UNDER_12, capable=True, who=(_M,), source="BW 1:2; Jw 7.3.4; L20", unborn=True),
)
"""The rows of the shipped edition; exactly one for every band and ability, and one for the unborn."""

BY_ANALOGY = "kamerbrief 23-3-2020; Jw 7.3.4 naar analogie [K]"
"""On what the same rows rest for intensive help.

A gap in the law (L21): Jw 7.3.1 lid 1 does not extend 7.3.4 to 7.3.6 and 7.3.16 to workers of a GI,
and the rights to the file, a copy and destruction only for measures. The product applies them to
intensive voluntary help all the same; the rights of the AVG apply always.
"""
