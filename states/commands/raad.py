"""Commands to and from the Raad voor de Kinderbescherming, and petitions to the court."""

from __future__ import annotations

from datetime import date
from typing import Literal

from states.commands.base import Base, Opening, Text
from states.facts import PetitionKind


class RequestInvestigation(Base):
    """TR-20: the Raad is asked to investigate (verzoek tot onderzoek, VTO)."""

    do: Literal["request_investigation"] = "request_investigation"
    threats: Text = ""
    facts: Text = ""
    help_tried: Text = ""
    best_interest: Text = ""
    why_not_lighter: Text = ""
    why_not_more: Text = ""
    statements: tuple[Text, ...] = ()
    informed_on: date | None = None
    not_informed_because: Text = ""
    view_parents: Text = ""
    view_child: Text = ""
    no_view_because: Text = ""
    via: Literal["corv", "other"] = "corv"
    receipt: Text = ""
    other_route_because: Text = ""


class RaadStarts(Base):
    """TR-21: the Raad starts by itself: it is acute, or it met the child in another of its tasks."""

    do: Literal["raad_starts"] = "raad_starts"
    opening: Opening | None = None
    notice: Text = ""
    because: Literal["acute", "other_task"] | None = None


class WithdrawRequest(Base):
    """TR-30: who asked the Raad takes the request back, and the Raad agrees."""

    do: Literal["withdraw_request"] = "withdraw_request"
    raad_agreed: date | None = None


class BurgemeesterAsks(Base):
    """The burgemeester asks the Raad to put the case to the judge (opens T14; before TR-26)."""

    do: Literal["burgemeester_asks"] = "burgemeester_asks"
    letter: Text = ""
    dated: date | None = None


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
    cares_since: date | None = None
    why_not_lighter: Text = ""
    why_not_more: Text = ""
    best_interest: Text = ""
    view_child: Text = ""
    no_view_because: Text = ""
    statements: tuple[Text, ...] = ()
