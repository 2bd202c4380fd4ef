"""The moves that the law refuses, NX-01 to NX-17 (domain 3.6 as amended): one test for each, named after it.

Each refusal carries the id, a text, a source and a lawful way on. What a court decides is entered as it
was given: there the id is on a flag, and the power ends where the law ends (00-B).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from states import commands as c
from states.decide import Decision
from states.position import State
from states.refusal import Reason
from tests.unit.cast import COLLEGE, GI, INTENSIVE, OTHER_GI, RAAD, VTO, at, day, opening, order
from tests.unit.desk import (
    Desk,
    agree,
    court,
    helped,
    imported,
    intensive,
    investigated,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)
from tests.unit.rows import closed
from tests.unit.rows_life import ASKED, STARTS

WHEN = "2026-03-02 09:00"
Made = Callable[[], Desk]


def reason(decision: Decision, rule: str) -> Reason:
    """The reason of a refusal that carries an id, with everything a reader needs."""
    assert decision.refusal is not None, f"not refused: {rule}"
    found = next((r for r in decision.refusal.reasons if r.matches(rule)), None)
    assert found is not None, decision.refusal
    assert found.text
    assert found.source
    assert found.remedy
    assert decision.refusal.possible, "there is always something that can be done"
    return found


def refused(desk: Desk, rule: str, do: type[c.Base], when: str = WHEN, **fields: Any) -> Reason:  # noqa: ANN401
    """Refused with the id, and nothing of the child changed."""
    desk.pass_to(when)
    before = desk.case.children
    found = reason(desk.say(when, do, **fields), rule)
    assert desk.case.children == before
    return found


@pytest.mark.parametrize("made", [reported, helped, intensive, requested, investigated, petitioned])
def test_nx_01_no_measure_without_the_record_of_an_order(made: Made) -> None:
    """V* and R* → M*: only a court decides, and its decision is on record."""
    refused(made(), "NX-01", c.CourtOrder, by=RAAD, order=None)
    refused(made(), "TR-54", c.ImportMeasure, by=GI, orders=())


def test_nx_01_a_measure_is_not_taken_over_without_its_order() -> None:
    """A GI that says a measure runs has to show it."""
    decision = Desk().say(WHEN, c.ImportMeasure, by=GI, opening=opening(), orders=())
    reason(decision, "NX-01")


@pytest.mark.parametrize("made", [reported, helped])
def test_nx_02_intensive_help_asks_both_parents(made: Made) -> None:
    """One of two is not enough; the way on names the second consent and 1:253a."""
    desk = made()
    agree(desk, "2026-02-02 11:30", ("anna",), purpose="intensive_help")
    refused(desk, "NX-02", c.StartIntensiveHelp, **INTENSIVE | {"review_on": "2026-05-01"})
    desk = reported()
    agree(desk, "2026-02-02 11:30", ("anna",), help="hulp")
    papers = {"frame_statement": "2026-03-02", "rights_sheet": "2026-03-02"}
    found = refused(desk, "NX-02", c.StartHelp, help="hulp", **papers)
    assert "1:253a" in found.remedy


@pytest.mark.parametrize(
    "name",
    ["uitgesteld-raadsonderzoek", "Uitgesteld_Raadsonderzoek", "VTO-in-de-la", "V2/op-voorwaarde-van-de-Raad"],
)
def test_nx_03_a_request_in_the_drawer_is_no_help(name: str) -> None:
    """However it is written: no name of help, no consent to it."""
    refused(helped(), "NX-03", c.GiveConsent, person="anna", help=name)
    refused(reported(), "NX-03", c.StartHelp, help=name)


def test_nx_03_a_request_that_was_not_sent_does_not_exist() -> None:
    """Without a receipt there is no R1."""
    refused(reported(), "NX-03", c.RequestInvestigation, **VTO | {"receipt": ""})


def test_nx_04_intensive_help_does_not_go_on_until_a_meeting() -> None:
    """Who stops has stopped, at the moment that it was said; a later one cannot be written down."""
    desk = intensive()
    refused(desk, "NX-04", c.WithdrawConsent, person="anna", at=at("2026-03-20"))
    desk.say(WHEN, c.WithdrawConsent, person="anna")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    refused(desk, "NX-04", c.StartIntensiveHelp, "2026-03-02 10:00", **INTENSIVE)


@pytest.mark.parametrize("made", [supervised, placed])
def test_nx_05_an_asked_extension_extends_nothing(made: Made) -> None:
    """C7: the measure ends on its day, whatever was asked; only a judge extends it."""
    desk = made()
    end = desk.child().measures[0].end
    desk.say(WHEN, c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    assert desk.child().measures[0].end == end
    refused(desk, "NX-05", c.CourtOrder, "2026-03-03", by=GI, order=None)
    desk.pass_to("2027-02-02")
    assert desk.state() is State.ASSESSMENT


@pytest.mark.parametrize(
    ("kind", "end", "capped"),
    [
        ("supervision", "2027-03-03", "2027-03-02"),
        ("provisional_supervision", "2026-06-03", "2026-06-02"),
    ],
)
def test_nx_06_a_power_beyond_the_law_is_cut_off_and_flagged(kind: str, end: str, capped: str) -> None:
    """Entered as given (00-B); repair is asked."""
    desk = ordered(order(kind, "2026-03-02", end), WHEN)
    assert "NX-06" in desk.flags()
    assert desk.child().orders[0].end == day(end)
    assert desk.child().measures[0].end == at(capped)
    texts = [f["text"] for body in desk.new for f in body["facts"].get("flags", ()) if f["rule"] == "NX-06"]
    assert all("herstel" in text for text in texts)


def test_nx_06_a_power_beyond_the_18th_birthday_is_cut_off() -> None:
    """1:233."""
    desk = ordered(order("supervision", "2026-03-02", "2027-03-02"), WHEN, born=day("2008-09-01"))
    assert "NX-06" in desk.flags()
    assert desk.child().measures[0].end == at("2026-09-01")


def test_nx_07_a_placement_ends_with_the_supervision() -> None:
    """A warning at entry, and no power after it."""
    desk = ordered(
        order("supervision", "2026-03-02", "2026-09-02", placement="pleeggezin", placement_end="2026-12-02"), WHEN
    )
    assert "NX-07" in desk.flags()
    assert desk.child().placements[0].end == at("2026-09-02")
    desk.pass_to("2026-09-02")
    assert desk.child().placement(desk.now) is None


@pytest.mark.parametrize("do", [c.StartHelp, c.StartIntensiveHelp])
def test_nx_08_a_closed_file_opens_with_a_report_only(do: type[c.Base]) -> None:
    """C → V1 and C → V2 on an old yes: V0 first, and then a new yes."""
    fields = INTENSIVE if do is c.StartIntensiveHelp else {"help": "hulp"}
    refused(closed(), "NX-08", do, **fields)
    refused(closed(), "NX-08", c.GiveConsent, person="anna", help="hulp")


def test_nx_08_a_reopened_file_does_not_revive_a_consent() -> None:
    """TR-80: what was agreed before it closed no longer counts."""
    desk = helped()
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    letter = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-01"}
    desk.say("2026-03-01", c.Close, closed_reason="C1", **letter)
    desk.say("2026-03-01 12:00", c.Report, report="opnieuw")
    papers = {"frame_statement": "2026-03-02", "rights_sheet": "2026-03-02"}
    refused(desk, "NX-02", c.StartHelp, help="hulp", **papers)


def test_nx_09_another_gi_has_no_power_before_the_judge_replaces_the_first() -> None:
    """1:259: the GI of the order acts, until the order."""
    ends = {"decision": "besluit", "account": "verslag", "raad_told": "2026-01-01"}
    refused(placed(), "NX-09", c.EndPlacement, by=OTHER_GI, **ends)
    assert placed().say(WHEN, c.EndPlacement, by=GI, **ends).refusal is None
    desk = court(placed(), "2026-03-01", "gi_replaced", gi=OTHER_GI.organisation)
    refused(desk, "NX-09", c.EndPlacement, by=GI, **ends)


@pytest.mark.parametrize("made", [reported, requested, supervised, closed])
def test_nx_10_nobody_types_a_state(made: Made) -> None:
    """A move is asked for by a fact, never by its number, and no command has a field for it."""
    refused(made(), "NX-10", c.AttemptMove, move="TR-43")
    for field in ("state", "framework", "term", "status"):
        with pytest.raises(ValidationError, match=field):
            c.Note.model_validate({"id": "c", "child": "kind", "by": COLLEGE, "text": "x", field: "court_measure"})


def test_nx_11_a_measure_is_for_one_child() -> None:
    """C1: an order that names another child, or a family, is not about this one."""
    record = order("supervision", "2026-03-02", "2027-03-02", child="gezin")
    refused(reported(), "NX-11", c.CourtOrder, by=RAAD, order=record)


def test_nx_12_what_did_not_happen_yet_is_not_written_down() -> None:
    """A date to come is planned, and works at its moment; it is never in force before."""
    refused(reported(), "NX-12", c.CourtOrder, by=RAAD, order=order("supervision", "2026-03-03", "2027-03-03"))
    refused(helped(), "NX-12", c.EndIntensiveHelp, at=at("2026-03-03"))
    desk = court(reported(), "2026-03-02 10:00", "supervision", "2027-03-02", start="2026-04-01")
    assert desk.state() is State.ASSESSMENT
    desk.pass_to("2026-04-01")
    assert desk.state() is State.SUPERVISION


def test_nx_13_a_late_order_is_allowed_and_shown() -> None:
    """Recorded and effective moments are two, and acts in between are looked at again."""
    desk = helped()
    assert desk.say("2026-02-20", c.RegisterAct, act=18).refusal is None
    court(desk, WHEN, "supervision", "2026-09-01", given="2026-02-10")
    moved = next(body for body in desk.new if body["move"] == "TR-42")
    assert moved["effective_at"] < moved["recorded_at"]
    assert "NX-13" in desk.flags()
    rechecked = [f["text"] for b in desk.new if b["event"] == "noted" for f in b["facts"].get("flags", ())]
    assert any("18" in text for text in rechecked)


@pytest.mark.parametrize("made", [provisional, supervised, placed, requested, petitioned])
@pytest.mark.parametrize("why", ["C1", "C2", "C5"])
def test_nx_14_a_measure_or_track_is_not_closed_away(made: Made, why: str) -> None:
    """A measure ends by the judge or by time, a track by the Raad or the judge; then the file can close."""
    fields = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-02", "judgement": "veilig"}
    refused(made(), "NX-14", c.Close, closed_reason=why, second_reader="sanne", moved_to="Elders", **fields)


def test_nx_15_a_region_adds_no_state_between_help_and_the_raad() -> None:
    """Invariant 11: the profile is refused, and the child keeps the one it had."""
    desk = intensive()
    change: dict[str, Any] = {"by": COLLEGE, "mode": "mix", "adds_states": ("regionaal veiligheidstraject",)}
    found = refused(desk, "NX-15", c.ChangeRegion, **change)
    assert "tasks" in found.remedy


def test_nx_16_a_decision_put_off_is_no_stick_behind_the_door() -> None:
    """TR-33: the frame stays voluntary; conditions that the GI attaches to the adjournment are refused."""
    desk = petitioned()
    assert not refused(desk, "act-20", c.RegisterAct, "2026-02-06", by=GI, act=20).matches("NX-16")
    court(desk, "2026-02-20", "adjourned", "2026-06-01")
    assert desk.state() is State.PETITIONED
    refused(desk, "NX-16", c.RegisterAct, by=GI, act=20)


ADULT: dict[str, Any] = {"born": day("2008-03-02")}


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        (c.RequestInvestigation, VTO),
        (c.RaadStarts, STARTS),
        (c.PetitionCourt, ASKED),
    ],
)
def test_nx_17_no_request_or_petition_about_an_adult(do: type[c.Base], fields: dict[str, Any]) -> None:
    """00-C: help on the own consent of an adult is V1, and no way to the Raad or the judge."""
    desk = helped(**ADULT, people=("kind",))
    desk.say("2026-02-20", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-02"))
    desk.pass_to("2026-03-02")
    assert desk.state() is State.HELP
    refused(desk, "NX-17", do, "2026-03-03", **fields)


def test_nx_17_an_adult_is_not_reported() -> None:
    """Neither as new, nor again."""
    reason(Desk().say(WHEN, c.Report, opening=opening(**ADULT), report="melding"), "NX-17")


def test_nx_17_an_order_about_an_adult_is_not_entered() -> None:
    """One of the three reasons for which an order is refused (00-B)."""
    desk = imported(order("supervision", "2026-02-02", "2026-03-01"), **ADULT)
    assert desk.state() is State.SUPERVISION
    record = order("supervision", "2026-03-03", "2027-03-03")
    refused(desk, "NX-17", c.CourtOrder, "2026-03-03", by=RAAD, order=record)


def test_every_refusal_has_a_way_on() -> None:
    """What is possible instead is named for every state a child can be in (R-51)."""
    for made in (reported, helped, intensive, requested, investigated, petitioned, provisional, placed, closed):
        decision = made().say(WHEN, c.AttemptMove, move="TR-99")
        assert decision.refusal is not None
        assert decision.refusal.possible
