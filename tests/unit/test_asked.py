"""Asked of the judge: taken back, inadmissible, put off (TR-32, TR-33, P12, NX-05, NX-16, L6), and contact (1:265g)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.position import State, framework_of
from states.tracks.running import tracks
from tests.unit.cast import ANNA, GI, PETITION, RAAD, TEAM, at, day, order
from tests.unit.desk import Desk, agree, court, helped, imported, petitioned, reported, supervised


def ids(desk: Desk, when: str) -> set[str]:
    """The tracks that run."""
    return {running.track.id for running in tracks(desk.child(), at(when))}


def withdrawn(desk: Desk, when: str = "2026-03-02 09:00", **fields: Any) -> Desk:  # noqa: ANN401
    """The Raad takes its petition back."""
    decision = desk.say(when, c.WithdrawPetition, **{"by": RAAD, "notice": "bericht", **fields})
    assert decision.refusal is None, decision.refusal
    return desk


def test_tr32_a_petition_taken_back_lands() -> None:
    """V0, or V1 on consents that are complete; never V2."""
    desk = withdrawn(petitioned())
    assert (desk.moves(), desk.state()) == (["TR-32"], State.ASSESSMENT)
    assert desk.due("T44") == day("2026-03-09")
    assert {"O", "C", "GI", "Rd"} <= set(desk.notices())
    assert withdrawn(petitioned(helped())).state() is State.HELP


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"notice": ""}, "TR-32/notice"),
        ({"by": ANNA}, "TR-32/petitioner"),
        ({"by": TEAM}, "TR-32/who"),
        ({"kind": "extension"}, "TR-32/none"),
    ],
)
def test_tr32_only_who_asked_and_with_a_notice(fields: dict[str, Any], rule: str) -> None:
    """A worker cannot take the petition of the Raad back."""
    desk = petitioned()
    refusal = desk.say("2026-03-02", c.WithdrawPetition, **{"by": RAAD, "notice": "bericht", **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert desk.state() is State.PETITIONED


def test_tr32_the_judge_declares_it_inadmissible() -> None:
    """By order: landing."""
    desk = court(petitioned(), "2026-03-02", "inadmissible", gi=None)
    assert (desk.moves(), desk.state()) == (["TR-32"], State.ASSESSMENT)


def test_tr32_beside_a_measure_it_is_a_fact() -> None:
    """P2 is gone, the measure is not."""
    desk = supervised()
    desk.say("2026-03-01", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    assert ids(desk, "2026-03-02") == {"P2"}
    withdrawn(desk, by=GI, kind="extension")
    assert (desk.moves(), desk.state(), ids(desk, "2026-03-03")) == ([], State.SUPERVISION, set())


def suspended_authority(kind: str) -> Desk:
    """A provisional guardianship with a petition to end authority, and perhaps one more."""
    desk = imported(order("provisional_guardianship", "2026-02-02", scope="whole", ground="unfit"))
    desk.say("2026-04-01", c.PetitionCourt, by=RAAD, kind=kind, petition="verzoek")
    return desk


def test_l6_only_a_petition_to_end_authority_keeps_a_suspension_alive_and_only_as_long_as_it_is_there() -> None:
    """Taken back, inadmissible or refused, the three months count again (T15)."""
    kept = suspended_authority("termination")
    kept.pass_to("2026-06-01")
    assert kept.state() is State.PROVISIONAL_GUARDIANSHIP
    withdrawn(kept, "2026-06-02 09:00", kind="termination")
    assert kept.state() is State.ASSESSMENT
    early = withdrawn(suspended_authority("termination"), "2026-04-10 09:00", kind="termination")
    assert early.state() is State.PROVISIONAL_GUARDIANSHIP
    early.pass_to("2026-05-03 00:00")
    assert early.state() is State.ASSESSMENT
    other = suspended_authority("measure")
    other.pass_to("2026-05-03 00:00")
    assert other.state() is State.PETITIONED


def test_l6_a_decision_about_another_petition_leaves_the_one_that_counts() -> None:
    """``asked`` says which; a supervision that is refused does not end the suspension."""
    desk = suspended_authority("termination")
    desk.say("2026-04-02", c.PetitionCourt, by=RAAD, kind="measure", petition="verzoek")
    court(desk, "2026-04-20", "refused", asked="measure", gi=None)
    desk.pass_to("2026-06-01")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    court(desk, "2026-06-02", "inadmissible", asked="termination", gi=None)
    assert desk.state() is State.ASSESSMENT


def test_tr33_the_judge_adjourns_and_the_framework_stays_voluntary() -> None:
    """R3 → R3, with the day and the notices; nobody got any power."""
    desk = court(petitioned(), "2026-03-02", "adjourned", "2026-06-02", gi=None)
    assert (desk.moves(), desk.state()) == (["TR-33"], State.PETITIONED)
    assert framework_of(desk.state()).value == "voluntary"
    assert desk.child().petitions[0].adjourned_until == day("2026-06-02")
    assert "P12" in ids(desk, "2026-03-03")
    assert not may(8, desk.child(), at("2026-03-03"), GI).holds
    assert {"O", "C", "GI", "Rd"} <= set(desk.notices())
    court(desk, "2026-06-02", "supervision", "2027-06-02")
    assert (desk.state(), ids(desk, "2026-06-03")) == (State.SUPERVISION, set())


def test_tr33_pro_forma_without_a_day_is_a_flag() -> None:
    """And help that the family wants goes on."""
    desk = court(petitioned(helped()), "2026-03-02", "adjourned", gi=None)
    assert "TR-33/until" in desk.flags()
    assert desk.child().help is not None


def test_nx05_an_adjourned_extension_extends_nothing() -> None:
    """P2 and P12 beside M2; the measure lapses on its own day."""
    desk = supervised(end="2026-06-02")
    desk.say("2026-04-01", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    court(desk, "2026-05-20", "adjourned", "2026-07-01", gi=None)
    assert (desk.moves(), ids(desk, "2026-05-21")) == ([], {"P2", "P12"})
    desk.pass_to("2026-06-02 00:00")
    assert desk.state() is State.ASSESSMENT


def test_nx16_nobody_attaches_conditions_to_an_adjournment() -> None:
    """No stick behind the door: the act is refused with its own rule, for the GI and for everybody."""
    desk = court(petitioned(), "2026-03-02", "adjourned", "2026-06-02", gi=None)
    for by in (GI, TEAM, RAAD):
        fields: dict[str, Any] = {"act": 20, "reason": "voorwaarde", "text": "meewerken, anders ondertoezichtstelling"}
        refusal = desk.say("2026-03-10", c.RegisterAct, by=by, **fields).refusal
        assert refusal is not None
        assert refusal.matches("NX-16")
        assert refusal.reasons[0].remedy
    court(desk, "2026-04-01", "refused", gi=None)
    refusal = desk.say("2026-04-02", c.RegisterAct, by=GI, act=20, reason="voorwaarde", text="x").refusal
    assert refusal is not None
    assert not refusal.matches("NX-16")


def test_nx16_conditions_in_the_order_itself_bind_nobody() -> None:
    """It is entered as given, with the flag."""
    desk = court(petitioned(), "2026-03-02", "adjourned", "2026-06-02", gi=None, conditions=True)
    assert "NX-16" in desk.flags()
    assert desk.state() is State.PETITIONED


def test_an_arrangement_about_contact_is_asked_by_parents_and_under_supervision_by_the_gi() -> None:
    """1:265g, 377a: a petition beside the state; the order is the earlier arrangement that act 25 looks at."""
    asked = {"kind": "contact", "petition": "verzoek"}
    free = reported()
    assert free.say("2026-03-02", c.PetitionCourt, by=GI, **asked).refusal is not None
    assert free.say("2026-03-02", c.PetitionCourt, by=ANNA, **asked).refusal is None
    assert (free.state(), len(free.child().petitions)) == (State.ASSESSMENT, 1)
    desk = supervised()
    desk.say("2026-03-02", c.PetitionCourt, by=GI, **asked)
    court(desk, "2026-04-01", "contact_arrangement", gi=None)
    assert (desk.state(), desk.child().petitions, desk.child().arrangement) == (State.SUPERVISION, (), True)


def test_asked_is_never_granted() -> None:
    """Invariant 5, for every kind."""
    desk = petitioned()
    before = {act: may(act, desk.child(), at("2026-02-06"), GI).holds for act in (8, 20, 21, 24, 25)}
    assert not any(before.values())
    agree(desk, "2026-02-07", help="hulp")
    assert PETITION["measures"]
    assert desk.state() is State.PETITIONED
