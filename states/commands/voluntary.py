"""Commands of the voluntary framework: report, consent, help, authority, close."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field

from states.commands.base import Base, Name, Opening, Text
from states.consents.consent import GENERAL, Lead, Purpose
from states.people import Actor, Authority
from states.position import ClosedReason


class Report(Base):
    """TR-01, TR-80: a concern about this child is reported and registered."""

    do: Literal["report"] = "report"
    opening: Opening | None = None
    report: Text = ""
    reporter: Text = ""


class StartHelp(Base):
    """TR-02: voluntary help is agreed. ``sheet_to``: who got the sheet of rights, each of its readers."""

    do: Literal["start_help"] = "start_help"
    help: Name = GENERAL
    intrusive: bool = False
    provider: Text | None = None
    worker: Actor | None = None
    frame_statement: date | None = None
    rights_sheet: date | None = None
    sheet_to: tuple[Name, ...] = ()
    interpreter: Text = ""
    no_interpreter_because: Text = ""


class StartIntensiveHelp(Base):
    """TR-05, TR-06: intensive voluntary help is agreed. ``sheet_to``: who got the sheet of rights."""

    do: Literal["start_intensive_help"] = "start_intensive_help"
    lead: Lead
    help: Name | None = None
    worker: Actor | None = None
    mandate: date | None = None
    why_more: Text = ""
    expertise: Text = ""
    expertise_on: date | None = None
    reflection: date | None = None
    told_may_stop: bool = False
    rights_sheet: date | None = None
    sheet_to: tuple[Name, ...] = ()
    interpreter: Text = ""
    no_interpreter_because: Text = ""
    plan: Text = ""
    review_on: date | None = None


class ChangeLead(Base):
    """TR-07: the lead of intensive help goes from the GI to the local team, or back."""

    do: Literal["change_lead"] = "change_lead"
    lead: Lead
    worker: Actor | None = None
    mandate: date | None = None
    agreed_by: tuple[Text, ...] = ()
    sheet_to: tuple[Name, ...] = ()
    interpreter: Text = ""
    no_interpreter_because: Text = ""


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
    source: Name | None = None
    receiver: Name | None = None
    aim: Name | None = None
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
    """TR-03, TR-11, TR-15: the case of this child is closed."""

    do: Literal["close"] = "close"
    closed_reason: ClosedReason
    judgement: Text = ""
    second_reader: Text = ""
    closing_letter: date | None = None
    evaluation: Text = ""
    aftercare: Text = ""
    moved_to: Text = ""
    worries: bool | None = None
