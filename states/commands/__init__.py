"""What people can ask of a case: facts they report and moves they make.

A command never names a state, a framework or a term: those follow from facts (D2). ``at`` is the
moment at which the thing was said or done (default: now); it may lie in the past, because facts
arrive late. Dates without a time are days in Amsterdam.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from states.commands.act import RegisterAct
from states.commands.base import Base, Name, Opening, Text
from states.commands.beside import AnswerProcedure, Correct, EndSecure, OpenProcedure, WithdrawPetition
from states.commands.consent import DepartFromConsent, JudgeCapacity, ReportContact
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
    Note,
    OverruleFlag,
    WaiveFamilyPlan,
)
from states.commands.family import (
    AddStatement,
    AnswerRequest,
    AskForConfidant,
    AskForCopy,
    AskForCorrection,
    AskForDestruction,
    AskToSee,
    FamilyAsks,
    FileRequest,
    FinishRequest,
    TellOfConfidant,
)
from states.commands.holding import ChangeResidence, HandOverMeasure, OrderFinal
from states.commands.life import ChangeRegion, CloseInError, Relocate, ReportBirth, ReportDeath
from states.commands.raad import (
    BurgemeesterAsks,
    PetitionCourt,
    RaadAccepts,
    RaadCloses,
    RaadDeclines,
    RaadStarts,
    RequestInvestigation,
    WithdrawRequest,
)
from states.commands.rights import ExplainRights, GiveSheet, KnowReader
from states.commands.term import ExplainTerm, MeetTerm, MoveTerm, ProlongAssessment, StartTerm
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
from states.commands.watching import KeepSight, ReportHelp
from states.commands.work import (
    AllocateWork,
    AnswerOffer,
    AttachExpertise,
    FillChecklist,
    GiveGrounds,
    GoalReached,
    MarkStatement,
    OfferHelp,
    RecordReflection,
    ReplyToStatement,
    ReportCertificate,
    ReuseStatement,
    SetGoal,
)
from states.terms.calendar import day_start

Command = Annotated[
    Report
    | StartHelp
    | StartIntensiveHelp
    | ChangeLead
    | EndIntensiveHelp
    | GiveConsent
    | WithdrawConsent
    | JudgeCapacity
    | DepartFromConsent
    | ReportContact
    | ChangeAuthority
    | Close
    | RequestInvestigation
    | RaadStarts
    | WithdrawRequest
    | BurgemeesterAsks
    | RaadAccepts
    | RaadDeclines
    | RaadCloses
    | PetitionCourt
    | ReportBirth
    | Relocate
    | ReportDeath
    | CloseInError
    | ChangeRegion
    | CourtOrder
    | ImportMeasure
    | EndPlacement
    | ChangeResidence
    | HandOverMeasure
    | OrderFinal
    | ReportResidence
    | HoldHearing
    | NotifyGi
    | WaiveFamilyPlan
    | StartTerm
    | MeetTerm
    | ExplainRights
    | GiveSheet
    | KnowReader
    | ExplainTerm
    | MoveTerm
    | ProlongAssessment
    | DeliverNotices
    | Note
    | OverruleFlag
    | AskToSee
    | AskForCopy
    | AddStatement
    | AskForCorrection
    | AskForDestruction
    | AskForConfidant
    | TellOfConfidant
    | AnswerRequest
    | FinishRequest
    | KeepSight
    | ReportHelp
    | RecordReflection
    | AttachExpertise
    | AllocateWork
    | MarkStatement
    | ReplyToStatement
    | ReuseStatement
    | GiveGrounds
    | SetGoal
    | GoalReached
    | OfferHelp
    | AnswerOffer
    | FillChecklist
    | ReportCertificate
    | WithdrawPetition
    | EndSecure
    | OpenProcedure
    | AnswerProcedure
    | Correct
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
    "AddStatement",
    "AllocateWork",
    "AnswerOffer",
    "AnswerProcedure",
    "AnswerRequest",
    "AskForConfidant",
    "AskForCopy",
    "AskForCorrection",
    "AskForDestruction",
    "AskToSee",
    "AttachExpertise",
    "AttemptMove",
    "Base",
    "BurgemeesterAsks",
    "ChangeAuthority",
    "ChangeLead",
    "ChangeRegion",
    "ChangeResidence",
    "Close",
    "CloseInError",
    "Command",
    "Correct",
    "CourtOrder",
    "DeliverNotices",
    "DepartFromConsent",
    "EndIntensiveHelp",
    "EndPlacement",
    "EndSecure",
    "ExplainRights",
    "ExplainTerm",
    "FamilyAsks",
    "FileRequest",
    "FillChecklist",
    "FinishRequest",
    "GiveConsent",
    "GiveGrounds",
    "GiveSheet",
    "GoalReached",
    "HandOverMeasure",
    "HoldHearing",
    "ImportMeasure",
    "JudgeCapacity",
    "KeepSight",
    "KnowReader",
    "MarkStatement",
    "MeetTerm",
    "MoveTerm",
    "Name",
    "Note",
    "NotifyGi",
    "OfferHelp",
    "OpenProcedure",
    "Opening",
    "OrderFinal",
    "OrderRecord",
    "OverruleFlag",
    "PetitionCourt",
    "ProlongAssessment",
    "RaadAccepts",
    "RaadCloses",
    "RaadDeclines",
    "RaadStarts",
    "RecordReflection",
    "RegisterAct",
    "Relocate",
    "ReplyToStatement",
    "Report",
    "ReportBirth",
    "ReportCertificate",
    "ReportContact",
    "ReportDeath",
    "ReportHelp",
    "ReportResidence",
    "RequestInvestigation",
    "ReuseStatement",
    "SetGoal",
    "StartHelp",
    "StartIntensiveHelp",
    "StartTerm",
    "TellOfConfidant",
    "Text",
    "WaiveFamilyPlan",
    "WithdrawConsent",
    "WithdrawPetition",
    "WithdrawRequest",
    "moment",
]
