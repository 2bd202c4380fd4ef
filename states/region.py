"""How a region organises intensive voluntary help.

A mode decides only who may lead it: never a state, a power or a term (invariant 11, R-37, R-39).
A municipality can change its mode from a day on; what runs then, runs on until the lead changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from states.consents.consent import Lead
from states.people import Stored


class RegionMode(StrEnum):
    """The four forms found in the country."""

    GI_LEADS = "GI_regie"
    GI_ADVISES = "GI_consult"
    LOCAL_TEAM = "lokaal_team"
    MIXED = "mix"


LEADS: dict[RegionMode, frozenset[Lead]] = {
    RegionMode.GI_LEADS: frozenset({Lead.GI}),
    RegionMode.GI_ADVISES: frozenset({Lead.LOCAL_TEAM}),
    RegionMode.LOCAL_TEAM: frozenset({Lead.LOCAL_TEAM}),
    RegionMode.MIXED: frozenset({Lead.GI, Lead.LOCAL_TEAM}),
}
"""Who may lead intensive voluntary help under each mode."""


class RegionPeriod(Stored):
    """The mode of the child's municipality from a day (in Amsterdam) on, until a later one begins."""

    mode: RegionMode
    since: date


def mode_on(day: date, first: RegionMode, periods: Iterable[RegionPeriod]) -> RegionMode:
    """The mode on a day; ``first`` counts before the first period, of equal days the last told one."""
    begun = [period for period in periods if period.since <= day]
    return max(reversed(begun), key=lambda period: period.since).mode if begun else first
