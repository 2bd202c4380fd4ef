"""Commands about court decisions and what is done under them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, model_validator

from states.commands.base import Base, Name, Opening, Text
from states.consents.consent import Purpose
from states.facts import PetitionKind, Residence
from states.orders.order import Enforceable, Ground, OrderForm, OrderKind, SecureKind
from states.people import Authority, Sent


class OrderRecord(Sent):
    """A court decision about one child, as it was given. Its content is never refused (00-B)."""

    kind: OrderKind
    court: Annotated[str, Field(min_length=1, max_length=200)]
    date: dt.date
    child: Name | None = None
    pronounced: AwareDatetime | None = None
    judge: Text = ""
    zaaknummer: Text = ""
    follows: bool = False
    clerk: Text = ""
    form: OrderForm = OrderForm.WRITTEN
    dictum: Text = ""
    threats: Text = ""
    start: dt.date | None = None
    end: dt.date | None = None
    gi: Text | None = None
    scope: Text | None = None
    enforceable: Enforceable = Enforceable.UNKNOWN
    sent_on: dt.date | None = None
    final_on: dt.date | None = None
    ecli: Text | None = None
    heard: bool = True
    child_heard: bool | None = None
    placement: Text | None = None
    placement_end: dt.date | None = None
    placement_refused: bool = False
    placed_since: dt.date | None = None
    sibling: Name | None = None
    about: Name | None = None
    grants: OrderKind | None = None
    asked: PetitionKind | None = None
    secure: SecureKind | None = None
    on_consent: bool = False
    statement: dt.date | None = None
    lawyer: bool = False
    conditions: bool = False
    help: Name | None = None
    replaces: tuple[Name, ...] = ()
    purposes: tuple[Purpose, ...] = (Purpose.HELP,)
    ground: Ground | None = None
    authority: tuple[Authority, ...] = ()
    given_in: Text | None = None
    accepted: Text = ""

    @model_validator(mode="after")
    def _one_decision(self) -> OrderRecord:
        if self.grants is not None and self.kind not in (OrderKind.ANNULLED, OrderKind.GRANTED_ON_APPEAL):
            message = "grants belongs to annulled and granted_on_appeal; record another decision as an order of its own"
            raise ValueError(message)
        return self


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
    raad_told: dt.date | None = None


class ReportResidence(Base):
    """Where the child lives; under a MUHP, away from home means that it was executed."""

    do: Literal["report_residence"] = "report_residence"
    residence: Residence
    place: Text = ""
    carers: Name | None = None
    secure: bool = False


class HoldHearing(Base):
    """Parties, or a child of 12 or older, had the opportunity to be heard (closes P9)."""

    do: Literal["hold_hearing"] = "hold_hearing"
    parties: bool = True
    youth: bool = True


class NotifyGi(Base):
    """The GI heard that it is charged with the measure (starts T18)."""

    do: Literal["notify_gi"] = "notify_gi"
