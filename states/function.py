"""The functions that rules speak of, and who holds each now (R-60).

A rule names a function: who opens the door, who leads, who investigates, who carries out. Which
organisation holds it is this one table, so that another organisation form can take a function over
without touching a rule. Sources: R-49, R-60; Jw 2.3, 3.1, 3.2.
"""

from __future__ import annotations

from enum import StrEnum

from states.people import Role


class Function(StrEnum):
    """What somebody is there for."""

    ACCESS = "toegang"
    LEAD = "regie"
    INVESTIGATOR = "onderzoeker"
    EXECUTOR = "uitvoerder"


HELD_BY: dict[Function, frozenset[Role]] = {
    Function.ACCESS: frozenset({Role.LOCAL_TEAM, Role.COLLEGE}),
    Function.LEAD: frozenset({Role.LOCAL_TEAM, Role.PROVIDER}),
    Function.INVESTIGATOR: frozenset({Role.RAAD}),
    Function.EXECUTOR: frozenset({Role.GI}),
}
"""Who holds a function in the voluntary framework and the Raad's; a GI leads only where a region says so."""
