"""What people can ask of a case: facts they report and moves they make.

A command never names a state, a framework or a term: those follow from facts (D2). ``at`` is the
moment at which the thing was said or done (default: now); it may lie in the past, because facts
arrive late. Dates without a time are days in Amsterdam.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, field_validator, model_validator

from states.calendar import day_start
from states.consent import GENERAL, Lead, Purpose
from states.facts import PetitionKind, Residence
from states.order import Enforceable, OrderForm, OrderKind
from states.people import Actor, Authority, Sent
from states.position import ClosedReason
from states.region import RegionMode

Name = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[\w./#:-]+$")]
"""An opaque id: letters, digits and ``_ . / # : -``; never a person's name."""
Text = Annotated[str, Field(max_length=20_000)]


class Base(Sent):
    """What every command carries. ``id`` makes it idempotent: sent twice, it counts once."""

    id: Name
    child: Name
    by: Actor
    at: AwareDatetime | None = None
    reason: Text = ""


class Opening(Sent):
    """A child as it first comes into a case; an unborn child has an expected day (BW 1:2)."""

    name: Text
    born: date | None = None
    expected: date | None = None
    bsn: str | None = None
    municipality: Text = ""
    region: RegionMode = RegionMode.GI_LEADS
    authority: tuple[Authority, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)

    @field_validator("bsn")
    @classmethod
    def _test_bsn(cls, bsn: str | None) -> str | None:
        if bsn is None:
            return None
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        digits = [int(c) for c in bsn] if bsn.isascii() and bsn.isdigit() else []
        if len(digits) != len(weights) or sum(w * d for w, d in zip(weights, digits, strict=True)) % 11:
            message = "not a citizen service number (nine digits that pass the 11-test)"
            raise ValueError(message)
        return bsn

    @model_validator(mode="after")
    def _one_date(self) -> Opening:
        if (self.born is None) == (self.expected is None):
            message = "give either born, or expected for an unborn child"
            raise ValueError(message)
        return self


class Report(Base):
    """TR-01, TR-80: a concern about this child is reported and registered."""

    do: Literal["report"] = "report"
    opening: Opening | None = None
    report: Text = ""
    reporter: Text = ""


class StartHelp(Base):
    """TR-02: voluntary help is agreed."""

    do: Literal["start_help"] = "start_help"
    help: Name = GENERAL
    intrusive: bool = False
    provider: Text | None = None
    worker: Actor | None = None
    frame_statement: date | None = None
    rights_sheet: date | None = None


class StartIntensiveHelp(Base):
    """TR-05, TR-06: intensive voluntary help is agreed."""

    do: Literal["start_intensive_help"] = "start_intensive_help"
    lead: Lead
    help: Name | None = None
    worker: Actor | None = None
    mandate: date | None = None
    why_more: Text = ""
    expertise: Text = ""
    reflection: date | None = None
    told_may_stop: bool = False
    rights_sheet: date | None = None
    plan: Text = ""
    review_on: date | None = None


class ChangeLead(Base):
    """TR-07: the lead of intensive help goes from the GI to the local team, or back."""

    do: Literal["change_lead"] = "change_lead"
    lead: Lead
    worker: Actor | None = None
    mandate: date | None = None
    agreed_by: tuple[Text, ...] = ()


class EndIntensiveHelp(Base):
    """TR-08: intensive help stops and other agreed help goes on."""

    do: Literal["end_intensive_help"] = "end_intensive_help"
    evaluation: Text = ""


class GiveConsent(Base):
    """One person consents to one purpose, now or for a time to come."""

    do: Literal["give_consent"] = "give_consent"
    person: Name
    purpose: Purpose = Purpose.HELP
    help: Name = GENERAL
    valid_from: date | AwareDatetime | None = None
    valid_until: date | AwareDatetime | None = None
    leads: tuple[Lead, ...] = ()
    what: Text = ""
    how: Text = ""
    explained_by: Text = ""
    language: Text = ""


class WithdrawConsent(Base):
    """Somebody stops consenting. No form, no reason; it works from the moment it was said."""

    do: Literal["withdraw_consent"] = "withdraw_consent"
    person: Name
    purposes: tuple[Purpose, ...] = ()
    help: Name | None = None


class ChangeAuthority(Base):
    """TR-18: other people have authority over the child. ``authority`` is the whole new set."""

    do: Literal["change_authority"] = "change_authority"
    authority: tuple[Authority, ...]
    cause: Text = ""
    names: dict[str, str] = Field(default_factory=dict)


class Close(Base):
    """TR-03, TR-11: the case of this child is closed."""

    do: Literal["close"] = "close"
    closed_reason: ClosedReason
    judgement: Text = ""
    second_reader: Text = ""
    closing_letter: date | None = None
    evaluation: Text = ""
    aftercare: Text = ""


class RequestInvestigation(Base):
    """TR-20: the Raad is asked to investigate (verzoek tot onderzoek, VTO)."""

    do: Literal["request_investigation"] = "request_investigation"
    threats: Text = ""
    facts: Text = ""
    help_tried: Text = ""
    best_interest: Text = ""
    informed_on: date | None = None
    not_informed_because: Text = ""
    view_parents: Text = ""
    view_child: Text = ""
    no_view_because: Text = ""
    via: Literal["corv", "other"] = "corv"
    receipt: Text = ""
    other_route_because: Text = ""


class RaadAccepts(Base):
    """TR-22: the Raad starts its investigation."""

    do: Literal["raad_accepts"] = "raad_accepts"


class RaadDeclines(Base):
    """TR-23: the Raad does not take the request."""

    do: Literal["raad_declines"] = "raad_declines"
    reply: Text = ""


class RaadCloses(Base):
    """TR-24: the Raad ends its investigation without a petition."""

    do: Literal["raad_closes"] = "raad_closes"
    report: Text = ""
    college_told: date | None = None


class PetitionCourt(Base):
    """TR-25, P2, P11: the judge is asked for a measure or an extension, or to end authority."""

    do: Literal["petition"] = "petition"
    kind: PetitionKind = PetitionKind.MEASURE
    measures: tuple[Text, ...] = ()
    gi: Text | None = None
    gi_agreed_with_college: bool = False
    petition: Text = ""
    report: Text = ""


class OrderRecord(Sent):
    """A court decision about one child, as it was given. Its content is never refused (00-B)."""

    kind: OrderKind
    court: Annotated[str, Field(min_length=1, max_length=200)]
    date: date
    child: Name | None = None
    pronounced: AwareDatetime | None = None
    judge: Text = ""
    zaaknummer: Text = ""
    follows: bool = False
    clerk: Text = ""
    form: OrderForm = OrderForm.WRITTEN
    dictum: Text = ""
    threats: Text = ""
    start: date | None = None
    end: date | None = None
    gi: Text | None = None
    scope: Text | None = None
    enforceable: Enforceable = Enforceable.UNKNOWN
    sent_on: date | None = None
    final_on: date | None = None
    ecli: Text | None = None
    heard: bool = True
    child_heard: bool | None = None
    placement: Text | None = None
    placement_end: date | None = None
    placement_refused: bool = False
    placed_since: date | None = None
    sibling: Name | None = None


class CourtOrder(Base):
    """TR-40 to TR-48, 59 to 63, 71: a court decision arrives."""

    do: Literal["court_order"] = "court_order"
    opening: Opening | None = None
    order: OrderRecord | None = None


class ImportMeasure(Base):
    """TR-54: a measure that already runs is taken over, with its orders."""

    do: Literal["import_measure"] = "import_measure"
    opening: Opening | None = None
    orders: tuple[OrderRecord, ...] = ()
    handover: Text = ""
    plan: Text = ""


class EndPlacement(Base):
    """TR-63: the GI ends the placement; the child goes home."""

    do: Literal["end_placement"] = "end_placement"
    decision: Text = ""
    account: Text = ""
    raad_told: date | None = None


class ReportResidence(Base):
    """Where the child lives; under a MUHP, away from home means that it was executed."""

    do: Literal["report_residence"] = "report_residence"
    residence: Residence
    place: Text = ""


class HoldHearing(Base):
    """Parties, or a child of 12 or older, had the opportunity to be heard (closes P9)."""

    do: Literal["hold_hearing"] = "hold_hearing"
    parties: bool = True
    youth: bool = True


class NotifyGi(Base):
    """The GI heard that it is charged with the measure (starts T18)."""

    do: Literal["notify_gi"] = "notify_gi"


class WaiveFamilyPlan(Base):
    """It is established that no familiegroepsplan will be made (starts T19)."""

    do: Literal["waive_family_plan"] = "waive_family_plan"


class MeetTerm(Base):
    """A duty or norm was met; which rule, and how."""

    do: Literal["meet_term"] = "meet_term"
    rule: Annotated[str, Field(pattern=r"^T\d\d$")]


class ProlongAssessment(Base):
    """T44 is prolonged, once, by twenty working days."""

    do: Literal["prolong_assessment"] = "prolong_assessment"
    second_reader: Text = ""
    keeps_sight: Text = ""


class DeliverNotices(Base):
    """Notices that were due reached their recipients, or the reason why not."""

    do: Literal["deliver_notices"] = "deliver_notices"
    recipients: tuple[Name, ...] = ()
    how: Text = ""
    not_delivered_because: Text = ""


class Note(Base):
    """Something worth knowing that changes nothing."""

    do: Literal["note"] = "note"
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class RegisterAct(Base):
    """An act (handeling) from the closed catalogue of domain table 4."""

    do: Literal["act"] = "act"
    act: Annotated[int, Field(ge=1, le=99)]
    person: Name | None = None
    text: Text = ""
    sent_on: date | None = None
    for_placement: bool = True


class AttemptMove(Base):
    """A move asked for by its id; answers whether it exists and is built."""

    do: Literal["move"] = "move"
    move: Annotated[str, Field(pattern=r"^TR-\d\d[a-z]?$")]


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
