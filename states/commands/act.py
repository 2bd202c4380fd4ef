"""Registering an act (handeling), with what the catalogue may ask about it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from states.commands.base import Base, Name, Text
from states.position import Framework


class RegisterAct(Base):
    """An act from the closed catalogue of domain table 4.

    ``agreed_by``: who said yes to this very act, where its cell asks that. ``help``: to which help
    the consent on record must be; without it the help that runs, or any. ``source``, ``receiver``
    and ``aim``: the one sharing of information to which the consent on record must be.
    """

    do: Literal["act"] = "act"
    act: Annotated[int, Field(ge=1, le=99)]
    person: Name | None = None
    text: Text = ""
    help: Name | None = None
    agreed_by: tuple[Name, ...] = ()
    sent_on: date | None = None
    for_placement: bool = True
    anonymous: bool = True
    place: Text = ""
    topic: Literal["school", "medisch", "verblijfsvergunning"] | None = None
    plan_date: date | None = None
    necessary: Text = ""
    source: Name | None = None
    receiver: Name | None = None
    aim: Name | None = None
    ground: Literal["carrying_out", "foster_parents", "statutory_duty", "conflict_of_duties"] | None = None
    minimum: Text = ""
    informed_on: date | None = None
    not_informed_because: Text = ""
    carers_agree: Text = ""
    unable: Text = ""
    prosecutor: Text = ""
    basis: Text = ""
    framework: Framework | None = None
    approved_by: Name | None = None
    approved_at: AwareDatetime | None = None
