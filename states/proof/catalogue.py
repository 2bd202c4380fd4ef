"""All events of the proof."""

from __future__ import annotations

from states.proof.catalogue_appeal import APPEAL_EVENTS
from states.proof.catalogue_court import COURT_EVENTS, RAAD_EVENTS
from states.proof.catalogue_guardian import GUARDIAN_EVENTS
from states.proof.catalogue_life import LIFE_EVENTS
from states.proof.catalogue_voluntary import VOLUNTARY_EVENTS
from states.proof.event import Event

EVENTS: tuple[Event, ...] = (
    *VOLUNTARY_EVENTS,
    *RAAD_EVENTS,
    *LIFE_EVENTS,
    *COURT_EVENTS,
    *GUARDIAN_EVENTS,
    *APPEAL_EVENTS,
)
"""Everything that people, courts and fate do; time is added by the exploration."""
