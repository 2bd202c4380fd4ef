"""What people can ask of a case: facts they report and moves they make.

A command never names a state, a framework or a term: those follow from facts (D2). ``at`` is the
moment at which the thing was said or done (default: now); it may lie in the past, because facts
arrive late. Dates without a time are days in Amsterdam.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from states.calendar import day_start
from states.commands.base import Base, Name, Opening, Text
from states.commands.court import (
    CourtOrder,
    EndPlacement,
    HoldHearing,
    ImportMeasure,
    NotifyGi,
    OrderRecord,
    ReportResidence,
)
from states.commands.fact import (
    AttemptMove,
    DeliverNotices,
    MeetTerm,
    Note,
    ProlongAssessment,
    RegisterAct,
    WaiveFamilyPlan,
)
from states.commands.raad import PetitionCourt, RaadAccepts, RaadCloses, RaadDeclines, RequestInvestigation
from states.commands.voluntary import (
    ChangeAuthority,
    ChangeLead,
    Close,
    EndIntensiveHelp,
    GiveConsent,
    Report,
    StartHelp,
    StartIntensiveHelp,
    WithdrawConsent,
)

Command = Annotated[
    Report
    | StartHelp
    | StartIntensiveHelp
    | ChangeLead
    | EndIntensiveHelp
    | GiveConsent
    | WithdrawConsent
    | ChangeAuthority
    | Close
    | RequestInvestigation
    | RaadAccepts
    | RaadDeclines
    | RaadCloses
    | PetitionCourt
    | CourtOrder
    | ImportMeasure
    | EndPlacement
    | ReportResidence
    | HoldHearing
    | NotifyGi
    | WaiveFamilyPlan
    | MeetTerm
    | ProlongAssessment
    | DeliverNotices
    | Note
    | RegisterAct
    | AttemptMove,
    Field(discriminator="do"),
]
"""Any command."""


def moment(value: date | datetime) -> datetime:
    """A moment, or the beginning of a day in Amsterdam, as a moment in UTC."""
    if isinstance(value, datetime):
        return value
    return day_start(value)


__all__ = [
    "AttemptMove",
    "Base",
    "ChangeAuthority",
    "ChangeLead",
    "Close",
    "Command",
    "CourtOrder",
    "DeliverNotices",
    "EndIntensiveHelp",
    "EndPlacement",
    "GiveConsent",
    "HoldHearing",
    "ImportMeasure",
    "MeetTerm",
    "Name",
    "Note",
    "NotifyGi",
    "Opening",
    "OrderRecord",
    "PetitionCourt",
    "ProlongAssessment",
    "RaadAccepts",
    "RaadCloses",
    "RaadDeclines",
    "RegisterAct",
    "Report",
    "ReportResidence",
    "RequestInvestigation",
    "StartHelp",
    "StartIntensiveHelp",
    "Text",
    "WaiveFamilyPlan",
    "WithdrawConsent",
    "moment",
]
