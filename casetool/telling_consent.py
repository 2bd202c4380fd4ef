"""Entries about who must consent, in one line for who reads along."""

from __future__ import annotations

from typing import Any

from states.consents.table import DepartureKind
from states.handlers.departing import DUTCH_KIND

Entry = dict[str, Any]
PURPOSES: dict[str, str] = {
    "help": "hulp",
    "sharing": "informatie delen",
    "intensive_help": "intensieve hulp",
}


def judged(entry: Entry, _names: object) -> str:
    """Whether the child can judge one decision; who judged, and why, is for who may read it."""
    judgement = entry["facts"]["judgement"]
    can = "kan dit zelf beoordelen" if judgement["able"] else "kan dit niet zelf beoordelen"
    return f"beoordeeld: het kind {can} ({PURPOSES[judgement['purpose']]}: {judgement['help']})"


def departed(entry: Entry, _names: object) -> str:
    """A ground to go on without somebody's consent to one help, or what stands in its way."""
    departure = entry["facts"]["departure"]
    return f"{DUTCH_KIND[DepartureKind(departure['kind'])]} (hulp: {departure['help']})"
