"""Commands to and from the Raad voor de Kinderbescherming, and petitions to the court."""

from __future__ import annotations

from datetime import date
from typing import Literal

from states.commands.base import Base, Text
from states.facts import PetitionKind


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
