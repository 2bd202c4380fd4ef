"""How a region organises intensive voluntary help.

A mode decides only who may lead it: never a state, a power or a term (invariant 11, R-37, R-39).
"""

from __future__ import annotations

from enum import StrEnum

from states.consent import Lead


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
