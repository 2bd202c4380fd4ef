"""The closed set of legal states a child can be in, and the framework each belongs to.

There are fourteen. No other state exists, so none in between can (invariant 1).
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where one child stands. ``NONE`` is the pseudo-state of a child not yet in a case."""

    NONE = "none"
    ASSESSMENT = "voluntary.assessment"
    HELP = "voluntary.help"
    GI_LED = "intensive_voluntary.gi_led"
    TEAM_LED = "intensive_voluntary.team_led"
    REQUESTED = "raad_investigation.requested"
    INVESTIGATING = "raad_investigation.investigating"
    PETITIONED = "raad_investigation.petitioned"
    PROVISIONAL_SUPERVISION = "court_measure.provisional_supervision"
    SUPERVISION = "court_measure.supervision"
    SUPERVISION_WITH_PLACEMENT = "court_measure.supervision_with_placement"
    PROVISIONAL_GUARDIANSHIP = "court_measure.provisional_guardianship"
    GUARDIANSHIP = "court_measure.guardianship"
    TEMPORARY_GUARDIANSHIP = "court_measure.temporary_guardianship"
    CLOSED = "closed"


class Framework(StrEnum):
    """The legal frame (kader) of help: derived from facts, never typed in (invariant 2)."""

    VOLUNTARY = "voluntary"
    COMPULSORY = "compulsory"
    NONE = "none"


class ClosedReason(StrEnum):
    """Why a child's case was closed (reasons C1 to C9)."""

    GOALS_REACHED = "C1"
    HELP_ENDED = "C2"
    MEASURE_ENDED = "C3"
    MAJORITY = "C4"
    TRANSFERRED = "C5"
    DIED = "C6"
    ANNULLED = "C7"
    AUTHORITY_RESTORED = "C8"
    OPENED_IN_ERROR = "C9"


INTENSIVE = (State.GI_LED, State.TEAM_LED)
HELPED = (State.HELP, *INTENSIVE)
VOLUNTARY = (State.ASSESSMENT, *HELPED)
RAAD = (State.REQUESTED, State.INVESTIGATING, State.PETITIONED)
SUPERVISED = (
    State.PROVISIONAL_SUPERVISION,
    State.SUPERVISION,
    State.SUPERVISION_WITH_PLACEMENT,
)
GUARDED = (
    State.PROVISIONAL_GUARDIANSHIP,
    State.GUARDIANSHIP,
    State.TEMPORARY_GUARDIANSHIP,
)
MEASURE = (*SUPERVISED, *GUARDED)

CODES: dict[State, str] = {
    State.NONE: "–",
    State.ASSESSMENT: "V0",
    State.HELP: "V1",
    State.GI_LED: "V2a",
    State.TEAM_LED: "V2b",
    State.REQUESTED: "R1",
    State.INVESTIGATING: "R2",
    State.PETITIONED: "R3",
    State.PROVISIONAL_SUPERVISION: "M1",
    State.SUPERVISION: "M2",
    State.SUPERVISION_WITH_PLACEMENT: "M3",
    State.PROVISIONAL_GUARDIANSHIP: "M4",
    State.GUARDIANSHIP: "M5",
    State.TEMPORARY_GUARDIANSHIP: "M6",
    State.CLOSED: "C",
}
"""The short codes of the domain tables."""

DUTCH: dict[State, str] = {
    State.NONE: "nog niet in een zaak",
    State.ASSESSMENT: "aanmelding en afweging",
    State.HELP: "vrijwillige hulp",
    State.GI_LED: "intensieve vrijwillige hulp, de GI voert regie",
    State.TEAM_LED: "intensieve vrijwillige hulp, het lokale team voert regie",
    State.REQUESTED: "onderzoek gevraagd aan de Raad",
    State.INVESTIGATING: "de Raad doet onderzoek",
    State.PETITIONED: "verzoek bij de kinderrechter",
    State.PROVISIONAL_SUPERVISION: "voorlopige ondertoezichtstelling",
    State.SUPERVISION: "ondertoezichtstelling, het kind woont thuis",
    State.SUPERVISION_WITH_PLACEMENT: "ondertoezichtstelling met machtiging uithuisplaatsing",
    State.PROVISIONAL_GUARDIANSHIP: "voorlopige voogdij",
    State.GUARDIANSHIP: "voogdij",
    State.TEMPORARY_GUARDIANSHIP: "tijdelijke voogdij",
    State.CLOSED: "afgesloten",
}
"""What people read for each state (B1)."""


def framework_of(state: State) -> Framework:
    """The framework a state belongs to; a closed or unknown child has none (D2)."""
    if state in MEASURE:
        return Framework.COMPULSORY
    if state in (State.NONE, State.CLOSED):
        return Framework.NONE
    return Framework.VOLUNTARY
