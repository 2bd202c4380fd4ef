"""The closed list of facts that people report and from which a term runs, each with its own name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from states.position import HELPED, MEASURE, RAAD, State


class StartingFact(StrEnum):
    """What happened."""

    PLACEMENT_END_PLANNED = "placement_end_planned"
    FOSTER_MOVE_REFUSED = "foster_move_refused"
    PLAN_ON_PAPER_REQUESTED = "plan_on_paper_requested"
    VEILIG_THUIS_REPORTED = "veilig_thuis_reported"
    VEILIG_THUIS_INVESTIGATES = "veilig_thuis_investigates"
    DECISION_KNOWN = "decision_known"
    HEARING_PLANNED = "hearing_planned"
    CALAMITY = "calamity"
    NETWORK_FOSTER_CONTRACT = "network_foster_contract"
    REFERENCE_INDEX_ENTRY = "reference_index_entry"
    ACCESS_REQUESTED = "access_requested"
    DATA_BREACH = "data_breach"


@dataclass(frozen=True, slots=True)
class Start:
    """What a fact does: the rule that runs from it (in a case of it), and in words from what.

    ``meets``: rules that it meets. ``where``: the only states in which it can be so; empty: any.
    ``names_day``: the fact itself names the day. ``alone``: a new one takes the place of the old.
    """

    rule: str
    why: str
    case: str = ""
    meets: tuple[str, ...] = ()
    where: tuple[State, ...] = ()
    names_day: bool = False
    alone: bool = False


_CARED_FOR = (*HELPED, *RAAD, *MEASURE)

STARTS: dict[StartingFact, Start] = {
    StartingFact.PLACEMENT_END_PLANNED: Start(
        "T09", "het geplande einde van de uithuisplaatsing", where=MEASURE, names_day=True, alone=True
    ),
    StartingFact.FOSTER_MOVE_REFUSED: Start("T17", "de beschikking", alone=True),
    StartingFact.PLAN_ON_PAPER_REQUESTED: Start("T20", "het verzoek om het plan op papier", where=_CARED_FOR),
    StartingFact.VEILIG_THUIS_REPORTED: Start("T22", "de melding bij Veilig Thuis"),
    StartingFact.VEILIG_THUIS_INVESTIGATES: Start(
        "T23", "het besluit van Veilig Thuis om te onderzoeken", meets=("T22",)
    ),
    StartingFact.DECISION_KNOWN: Start("T26", "de dag waarop de beslissing bekend werd"),
    StartingFact.HEARING_PLANNED: Start("T28", "de dag die de rechtbank noemt", names_day=True, alone=True),
    StartingFact.CALAMITY: Start("T33", "de gebeurtenis"),
    StartingFact.NETWORK_FOSTER_CONTRACT: Start("T34", "het pleegcontract", where=_CARED_FOR),
    StartingFact.REFERENCE_INDEX_ENTRY: Start("T35", "de melding in de verwijsindex"),
    StartingFact.ACCESS_REQUESTED: Start("T43", "het verzoek om inzage"),
    StartingFact.DATA_BREACH: Start("T43", "het datalek werd bekend", case="datalek"),
}
"""What each fact starts."""
