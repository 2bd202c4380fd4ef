"""Where a child goes when an order, a petition or a Raad track ends (00-A, steps 1 to 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from states import commands as c
from states.facts import ChildFile, Petition, PetitionKind, RaadStage
from states.moves.landing import derived, landing
from states.orders.order import Measure, MeasureKind
from states.people import Authority
from states.position import ClosedReason, State
from tests.unit.cast import GI, INTENSIVE, PETITION, RAAD, VTO, at, day, order
from tests.unit.desk import (
    Desk,
    agree,
    helped,
    imported,
    intensive,
    investigated,
    ordered,
    petitioned,
    provisional,
    reported,
    requested,
    supervised,
)

NOW = at("2026-06-01 12:00")
OTS = Measure(order="ots", kind=MeasureKind.SUPERVISION, gi="GI", start=at("2026-01-01"), end=at("2026-12-01"))


def consented() -> ChildFile:
    """A child to whose help the one with authority consents."""
    desk = helped(people=("anna",), holders=("anna",))
    return desk.child().model_copy(update={"state": State.INVESTIGATING, "regie": None})


def petition(kind: PetitionKind) -> dict[str, tuple[Petition, ...]]:
    """A petition that no judge has decided."""
    return {"petitions": (Petition(id="p", kind=kind, filed_on=day("2026-05-01"), by="raad"),)}


EVERYTHING: dict[str, object] = {"measures": (OTS,), **petition(PetitionKind.MEASURE), "raad": RaadStage.INVESTIGATING}


@pytest.mark.parametrize(
    ("facts", "target"),
    [
        (EVERYTHING, State.SUPERVISION),
        (EVERYTHING | {"measures": ()}, State.PETITIONED),
        (petition(PetitionKind.TERMINATION), State.PETITIONED),
        (petition(PetitionKind.EXTENSION), State.HELP),
        ({"raad": RaadStage.INVESTIGATING}, State.INVESTIGATING),
        ({"raad": RaadStage.REQUESTED}, State.REQUESTED),
        (EVERYTHING | {"born": day("2008-06-01")}, State.CLOSED),
        ({}, State.HELP),
        ({"consents": ()}, State.ASSESSMENT),
        ({"authority": ()}, State.ASSESSMENT),
        ({"authority": (Authority(holder="anna"), Authority(holder="bart"))}, State.ASSESSMENT),
    ],
)
def test_the_next_state_is_the_first_that_facts_give(facts: dict[str, object], target: State) -> None:
    """Measure, petition, Raad, majority, consent, assessment: in this order."""
    assert landing(consented().model_copy(update=facts), NOW) is target


def test_an_adult_with_an_own_yes_lands_in_help() -> None:
    """Step 4."""
    desk = supervised(born=day("2008-03-10"))
    desk.say("2026-02-10", c.GiveConsent, person="kind", help="pleegzorg", valid_from=day("2026-03-10"))
    desk.pass_to("2026-03-10")
    assert desk.moves() == ["TR-73"]
    assert desk.state() is State.HELP
    running = desk.child().help
    assert running is not None
    assert running.name == "pleegzorg"


@pytest.mark.parametrize("way", ["declines", "closes", "refused", "lifted", "lapses"])
def test_nobody_lands_in_intensive_help(way: str) -> None:
    """Never V2 by itself, whatever was consented before."""
    desk = intensive()
    desk.say("2026-02-03", c.RequestInvestigation, **_vto())
    if way == "declines":
        desk.say("2026-02-10", c.RaadDeclines, by=RAAD, reply="nee")
    else:
        desk.say("2026-02-04", c.RaadAccepts, by=RAAD)
    if way == "closes":
        desk.say("2026-02-10", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-02-10")
    if way == "refused":
        _petition(desk, "2026-02-05")
        desk.say("2026-02-10", c.CourtOrder, by=RAAD, order=order("refused", "2026-02-10"))
    if way in ("lifted", "lapses"):
        ordered(order("supervision", "2026-02-10", "2026-05-10"), "2026-02-10", desk)
    if way == "lifted":
        desk.say("2026-03-10", c.CourtOrder, by=RAAD, order=order("supervision_lifted", "2026-03-10"))
    if way == "lapses":
        desk.pass_to("2026-05-10")
    measure = way in ("lifted", "lapses")
    assert desk.state() is (State.ASSESSMENT if measure else State.HELP)
    assert desk.child().regie is None


def _vto() -> dict[str, Any]:
    return {**VTO, "informed_on": "2026-02-03"}


def _petition(desk: Desk, when: str) -> None:
    desk.say(when, c.PetitionCourt, **PETITION)


def test_after_the_raad_intensive_help_needs_a_new_yes() -> None:
    """Given on or after the landing (00-A, step 6)."""
    desk = requested(intensive())
    desk.say("2026-02-10 09:00", c.RaadDeclines, by=RAAD, reply="nee")
    again = {**INTENSIVE, "rights_sheet": "2026-02-10", "review_on": "2026-04-01"}
    refusal = desk.say("2026-02-11", c.StartIntensiveHelp, **again).refusal
    assert refusal is not None
    assert refusal.matches("TR-05/fresh-consent")
    agree(desk, "2026-02-11", purpose="intensive_help")
    assert desk.say("2026-02-11", c.StartIntensiveHelp, **again).refusal is None
    assert desk.state() is State.GI_LED


def test_consents_from_before_a_measure_do_not_count_after_it() -> None:
    """They end when it starts."""
    desk = ordered(order("supervision", "2026-02-10", "2026-05-10"), "2026-02-10 10:00", helped())
    desk.pass_to("2026-05-10")
    assert desk.state() is State.ASSESSMENT


def test_a_yes_given_during_a_measure_for_the_time_after_counts() -> None:
    """The measure lapses, and help goes on by consent."""
    desk = supervised()
    agree(desk, "2026-06-01", help="thuishulp", valid_from=day("2027-02-02"))
    desk.pass_to("2027-02-02")
    assert desk.moves() == ["TR-70"]
    assert desk.state() is State.HELP


def test_a_yes_for_now_during_a_measure_is_refused() -> None:
    """Nothing needs it, and it may not lie in wait for the end."""
    for moment in (None, day("2026-02-02"), day("2026-06-01")):
        desk = supervised()
        refusal = desk.say("2026-06-01 09:00", c.GiveConsent, person="anna", valid_from=moment).refusal
        assert refusal is not None
        assert refusal.matches("consent/measure")


def test_a_pending_extension_does_not_keep_a_measure_alive() -> None:
    """NX-05, and it does not lead to R3."""
    desk = supervised()
    desk.say("2026-12-01", c.PetitionCourt, kind="extension", by=GI, petition="verzoek")
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2027-02-02")
    assert desk.state() is State.ASSESSMENT
    assert desk.child().petitions


@pytest.mark.parametrize("kind", ["measure", "termination"])
def test_a_pending_new_measure_catches_a_child_whose_measure_lapses(kind: str) -> None:
    """Step 2, whether or not a measure just ended."""
    desk = supervised()
    desk.say("2026-12-01", c.PetitionCourt, kind=kind, by=RAAD, petition="verzoek")
    desk.pass_to("2027-02-02")
    assert (desk.moves(), desk.state()) == (["TR-70"], State.PETITIONED)


def test_an_investigation_during_a_provisional_measure_goes_on_after_it() -> None:
    """AC-05, second variant: TR-41 to R2."""
    desk = provisional(heard=False)
    desk.say("2026-02-07", c.RaadAccepts, by=RAAD)
    desk.pass_to("2026-02-17")
    assert (desk.moves(), desk.state()) == (["TR-41"], State.INVESTIGATING)


def test_an_investigation_that_the_raad_ends_during_a_measure_is_over() -> None:
    """Also when the Raad declines a request that was open."""
    desk = requested()
    ordered(order("provisional_supervision", "2026-02-10", "2026-05-10"), "2026-02-10", desk)
    desk.say("2026-03-01", c.RaadDeclines, by=RAAD, reply="nee")
    desk.pass_to("2026-05-10")
    assert (desk.moves(), desk.state()) == (["TR-47"], State.ASSESSMENT)


def test_a_lapsed_provisional_guardianship_uncovers_the_supervision_below() -> None:
    """Step 1: another measure in force (TR-52 to M2)."""
    desk = imported(order("provisional_guardianship", "2026-02-02"), order("supervision", "2026-02-02", "2027-02-02"))
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    desk.pass_to("2026-05-03")
    assert (desk.moves(), desk.state()) == (["TR-52"], State.SUPERVISION)


def test_a_refused_petition_lands() -> None:
    """TR-45 to V0; to V1 with everybody's consent."""
    desk = petitioned()
    desk.say("2026-02-10", c.CourtOrder, by=RAAD, order=order("refused", "2026-02-10"))
    assert (desk.moves(), desk.state()) == (["TR-45"], State.ASSESSMENT)
    desk = petitioned(helped())
    desk.say("2026-02-10", c.CourtOrder, by=RAAD, order=order("refused", "2026-02-10"))
    assert (desk.moves(), desk.state()) == (["TR-45"], State.HELP)


@pytest.mark.parametrize("made", [requested, investigated, petitioned])
def test_at_18_requests_and_petitions_fall_away(made: Callable[[Desk], Desk]) -> None:
    """TR-34 from R."""
    desk = made(reported(born=day("2008-03-10")))
    desk.pass_to("2026-03-10")
    child = desk.child()
    assert (desk.moves(), child.state, child.closed_reason) == (["TR-34"], State.CLOSED, ClosedReason.MAJORITY)
    assert (child.petitions, child.raad) == ((), None)


def test_what_is_derived_is_what_is_recorded() -> None:
    """For each way in."""
    moment: datetime = at("2026-02-20")
    for made in (helped(), intensive(), petitioned(), provisional(), supervised()):
        assert derived(made.child(), moment) is made.state()
