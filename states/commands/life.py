"""Commands about what happens in a child's life: it is born, moves house, dies; or was never meant."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Text
from states.function import Function
from states.people import Authority
from states.region import RegionMode


class ReportBirth(Base):
    """An expected child was born (L20); ``authority``: who has it from then, if that is known now."""

    do: Literal["report_birth"] = "report_birth"
    born: dt.date
    authority: tuple[Authority, ...] | None = None
    names: dict[str, str] = Field(default_factory=dict)


class Relocate(Base):
    """TR-14, TR-29, TR-66: the child lives in another municipality; its mode counts from then."""

    do: Literal["relocate"] = "relocate"
    municipality: Annotated[str, Field(min_length=1, max_length=200)]
    region: RegionMode = RegionMode.GI_LEADS
    agreed_on: dt.date | None = None
    handover: Text = ""
    both_told: dt.date | None = None
    gi: Text | None = None


class ReportDeath(Base):
    """TR-78: the child died."""

    do: Literal["report_death"] = "report_death"


class CloseInError(Base):
    """TR-79: the file was opened in error, or about the wrong person; ``reason`` says why."""

    do: Literal["close_in_error"] = "close_in_error"
    raad_confirmed: dt.date | None = None


class ChangeRegion(Base):
    """The municipality organises intensive voluntary help in another way, from a day on (R-39).

    A region gives functions its own names and adds tasks. It never adds a state, a power or a longer
    term: ``adds_states``, ``adds_powers`` and ``longer_terms`` are there to be refused (NX-15).
    """

    do: Literal["change_region"] = "change_region"
    mode: RegionMode
    since: dt.date | None = None
    functions: dict[Function, str] = Field(default_factory=dict)
    tasks: tuple[Text, ...] = ()
    adds_states: tuple[Text, ...] = ()
    adds_powers: tuple[Text, ...] = ()
    longer_terms: tuple[Text, ...] = ()
