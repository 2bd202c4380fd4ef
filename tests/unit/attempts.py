"""Attempts that are allowed, as long as everything is in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from states import commands as c
from states.people import Actor, Registration, Role
from tests.unit.cast import (
    COLLEGE,
    GI,
    INTENSIVE,
    PARENTS,
    PETITION,
    RAAD,
    TEAM,
    VTO,
    day,
    opening,
    order,
)
from tests.unit.desk import (
    Desk,
    agree,
    helped,
    intensive,
    investigated,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

WHEN = "2026-03-02 09:00"
UNREGISTERED = Actor(id="nieuw", role=Role.GI, organisation="GI Fictieland")
EXPIRED = UNREGISTERED.model_copy(
    update={"registration": Registration(registry="SKJ", number="2", valid_until=day("2026-03-01"))}
)
PAPERS = {"frame_statement": "2026-03-02", "rights_sheet": "2026-03-02"}
CLOSING = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-02"}
GOALS = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-02"}
MORE = INTENSIVE | {"review_on": "2026-06-02", "rights_sheet": "2026-03-02"}


@dataclass(frozen=True)
class Attempt:
    """Something that is allowed, as long as everything is in order."""

    made: Callable[[], Desk]
    do: type[c.Base]
    fields: dict[str, Any] = field(default_factory=dict)


def told(desk: Desk) -> Desk:
    """Every notice that was due has been given."""
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    return desk


def informed(desk: Desk) -> Desk:
    """Each reader got the sheet of rights."""
    desk.inform("2026-02-03")
    return desk


def agreed(desk: Desk, **fields: Any) -> Desk:  # noqa: ANN401 - any field of a consent
    """Everybody consents to something."""
    agree(desk, "2026-02-02 12:30", fields.pop("people", PARENTS), **fields)
    return desk


def ready(**about: Any) -> Desk:  # noqa: ANN401 - any field of an opening
    """A child in V0 whose people consent to all that may come."""
    return agreed(agreed(reported(**about), help="hulp"), purpose="intensive_help")


def led_by_either(leads: tuple[str, ...] = ("gi", "local_team")) -> Desk:
    """A child in V2a whose people agree to these leads."""
    desk = reported(region="mix")
    agree(desk, "2026-02-02 10:00", help="hulp")
    agree(desk, "2026-02-02 10:00", purpose="intensive_help", leads=leads)
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def closed() -> Desk:
    """A child in C, closed on 1 March."""
    desk = told(reported())
    desk.say("2026-03-01", c.Close, closed_reason="C2", **CLOSING | {"closing_letter": "2026-03-01"})
    return desk


RUNNING = order("supervision", "2026-02-20", "2027-02-20")
ATTEMPTS = {
    "TR-01": Attempt(Desk, c.Report, {"opening": opening(), "report": "melding"}),
    "TR-02": Attempt(ready, c.StartHelp, {"help": "hulp", **PAPERS}),
    "TR-03": Attempt(lambda: told(reported()), c.Close, {"closed_reason": "C2", **CLOSING}),
    "TR-05": Attempt(lambda: agreed(helped(), purpose="intensive_help"), c.StartIntensiveHelp, MORE),
    "TR-06": Attempt(ready, c.StartIntensiveHelp, MORE),
    "TR-07": Attempt(
        led_by_either,
        c.ChangeLead,
        {"by": COLLEGE, "lead": "local_team", "worker": TEAM, "agreed_by": ("GI", "team"), "mandate": "2026-03-01"},
    ),
    "TR-08": Attempt(intensive, c.EndIntensiveHelp, {}),
    "TR-11": Attempt(lambda: told(helped()), c.Close, {"closed_reason": "C1", **GOALS}),
    "TR-18": Attempt(helped, c.ChangeAuthority, {"authority": ({"holder": "anna"},)}),
    "TR-20": Attempt(reported, c.RequestInvestigation, VTO),
    "TR-22": Attempt(requested, c.RaadAccepts, {"by": RAAD}),
    "TR-23": Attempt(requested, c.RaadDeclines, {"by": RAAD, "reply": "nee"}),
    "TR-24": Attempt(investigated, c.RaadCloses, {"by": RAAD, "report": "rapport", "college_told": "2026-03-02"}),
    "TR-25": Attempt(investigated, c.PetitionCourt, PETITION),
    "TR-42": Attempt(petitioned, c.CourtOrder, {"by": RAAD, "order": order("supervision", "2026-03-02", "2027-03-02")}),
    "TR-54": Attempt(Desk, c.ImportMeasure, {"by": GI, "opening": opening(), "orders": (RUNNING,)}),
    "TR-59": Attempt(
        lambda: provisional(placement="pleeggezin"),
        c.EndPlacement,
        {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-01-01"},
    ),
    "TR-63": Attempt(
        placed, c.EndPlacement, {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-01-01"}
    ),
    "TR-80": Attempt(closed, c.Report, {"report": "nieuwe melding"}),
    "T18": Attempt(supervised, c.NotifyGi, {"by": GI}),
    "T19": Attempt(helped, c.WaiveFamilyPlan, {}),
    "T44": Attempt(reported, c.ProlongAssessment, {"second_reader": "sanne", "keeps_sight": "pim"}),
    "T46": Attempt(
        lambda: provisional(form="oral"),
        c.MeetTerm,
        {"rule": "T46"},
    ),
    "notices": Attempt(reported, c.DeliverNotices, {"how": "brief"}),
    "P2": Attempt(supervised, c.PetitionCourt, {"by": GI, "kind": "extension", "petition": "verzoek"}),
    "P11": Attempt(provisional, c.PetitionCourt, {"by": RAAD, "kind": "measure", "petition": "verzoek"}),
    "hearing": Attempt(lambda: provisional(heard=False), c.HoldHearing, {"by": GI}),
    "residence": Attempt(placed, c.ReportResidence, {"by": GI, "residence": "home"}),
    "act": Attempt(lambda: informed(supervised()), c.RegisterAct, {"by": GI, "act": 21}),
    "yes": Attempt(reported, c.GiveConsent, {"person": "anna"}),
    "stop": Attempt(helped, c.WithdrawConsent, {"person": "anna"}),
}
EARLY = {"T44": "2026-02-03", "T46": "2026-02-03", "hearing": "2026-02-03", "stop": WHEN}
