"""Commands that report facts, register acts, or ask for a move by its id."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Name, Text


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
