"""Guardianships: how each begins, what keeps it alive, how it ends (TR-50 to 57, 67, 76, 77; 00-E L4, L6, L7)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.consents.table import Consenter
from states.orders.order import Ground, MeasureKind
from states.position import ClosedReason, State
from tests.unit.cast import PETITION, RAAD, at, day
from tests.unit.desk import (
    Desk,
    ahead,
    court,
    helped,
    investigated,
    petitioned,
    placed,
    provisional,
    reported,
    supervised,
)

CAREGIVER = ({"holder": "oma", "kind": "guardian"},)
OTHER_PARENT = ({"holder": "bart"},)


def suspended(desk: Desk | None = None, **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child in M4 since 2026-03-02, because authority is suspended (1:268)."""
    fields = {"ground": "unfit", "accepted": "bereid"} | more
    return court(desk or reported(), "2026-03-02 10:00", "provisional_guardianship", **fields)


def vacant(**more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child in M4 since 2026-03-02, because nobody has authority (1:241)."""
    return suspended(reported(holders=()), **{"ground": "vacant", **more})


def guarded(**more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child in M5 since 2026-03-03."""
    desk = court(supervised(), "2026-03-02 10:00", "guardianship", accepted="bereid", **more)
    desk.pass_to("2026-03-03")
    return desk


def temporary(**more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child in M6 since 2026-03-03."""
    desk = court(reported(), "2026-03-02 10:00", "temporary_guardianship", **more)
    desk.pass_to("2026-03-03")
    return desk


def asked(desk: Desk, kind: str, when: str = "2026-04-01") -> Desk:
    """The Raad asks the judge."""
    refusal = desk.say(when, c.PetitionCourt, kind=kind, by=RAAD, petition="verzoek").refusal
    assert refusal is None, refusal
    return desk


@pytest.mark.parametrize("made", [reported, helped, petitioned, provisional, supervised, placed, temporary])
def test_a_suspension_comes_from_anywhere(made: Any) -> None:  # noqa: ANN401 - one of the desks
    """TR-50: any situation, in force at once; without the consent of the GI it is flagged, not refused (00-B)."""
    desk = made()
    court(desk, "2026-03-04 10:00", "provisional_guardianship", ground="unfit")
    assert (desk.moves(), desk.state()) == (["TR-50"], State.PROVISIONAL_GUARDIANSHIP)
    assert desk.flags() >= {"TR-50/accepted"}
    assert desk.due("T15") == day("2026-06-05")


def test_l6_only_a_petition_to_end_authority_keeps_a_suspension_alive() -> None:
    """1:268 lid 5: a petition for supervision, or for a provision in authority, does not."""
    for kind in ("measure", "provision", "extension"):
        desk = asked(suspended(), kind)
        desk.pass_to("2026-06-03")
        assert desk.moves() == ["TR-52"], kind
    desk = asked(suspended(), "termination")
    assert desk.ended()["T15"] == "met"
    desk.pass_to("2027-06-03")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP


def test_l6_only_a_petition_for_a_provision_keeps_a_guardianship_in_a_vacuum_alive() -> None:
    """1:241 lid 4: a petition to end authority that nobody has does not."""
    for kind in ("measure", "termination", "extension"):
        desk = asked(vacant(), kind)
        desk.pass_to("2026-06-03")
        assert desk.moves() == ["TR-52"], kind
    desk = asked(vacant(), "provision")
    desk.pass_to("2027-06-03")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP


def test_l6_a_provisional_guardianship_lapses_the_day_after_three_months() -> None:
    """Order date and three months, and then the day after (T15)."""
    desk = suspended()
    desk.pass_to("2026-06-02 23:59")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    desk.pass_to("2026-06-03")
    assert (desk.moves(), desk.state()) == (["TR-52"], State.ASSESSMENT)


def test_l6_what_a_suspension_rests_on_follows_from_who_has_authority_when_nobody_said_it() -> None:
    """Somebody has authority: suspended; nobody: a vacuum."""
    grounds = []
    for desk in (suspended(ground=None), vacant(ground=None)):
        measure = desk.child().measure(desk.now)
        assert measure is not None
        grounds.append(measure.ground)
    assert grounds == [Ground.UNFIT, Ground.VACANT]


def test_l6_a_petition_from_before_the_suspension_keeps_it_alive_too() -> None:
    """1:268 lid 5 says "before": the Raad asked to end authority first."""
    desk = suspended(petitioned(kind="termination"))
    desk.pass_to("2026-09-01")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP


def test_a_petition_that_comes_too_late_revives_nothing() -> None:
    """T15: it lapsed, and the child waits in R3 for what is asked."""
    desk = suspended(investigated())
    desk.pass_to("2026-06-03")
    assert desk.state() is State.INVESTIGATING
    desk.say("2026-06-04", c.PetitionCourt, **PETITION | {"kind": "termination"})
    desk.pass_to("2026-06-05")
    assert desk.state() is State.PETITIONED


def test_a_refused_petition_takes_back_the_life_that_it_gave() -> None:
    """T15: at the refusal, when the three months are over."""
    desk = asked(suspended(), "termination")
    desk.pass_to("2026-07-01")
    court(desk, "2026-07-02 10:00", "refused")
    assert (desk.moves(), desk.state()) == (["TR-52"], State.ASSESSMENT)


def test_an_end_that_the_judge_set_earlier_is_not_moved_by_a_petition() -> None:
    """The petition takes away the lapse of the law only (2.4 rule 4)."""
    desk = asked(suspended(end="2026-04-15"), "termination")
    desk.pass_to("2026-04-15")
    assert desk.moves() == ["TR-52"]


def test_c7_a_filed_extension_keeps_no_supervision_alive() -> None:
    """NX-05: only a provisional guardianship is kept alive by asking."""
    desk = supervised(end="2026-05-02")
    desk.say("2026-04-01", c.PetitionCourt, kind="extension", by=RAAD, petition="verzoek")
    asked(desk, "termination", "2026-04-02")
    desk.pass_to("2026-05-02")
    assert (desk.moves(), desk.state()) == (["TR-70"], State.PETITIONED)


@pytest.mark.parametrize(("born", "child_heard"), [("2017-03-03", None), ("2012-03-03", False)])
def test_l7_a_provisional_guardianship_without_hearing_loses_force_after_two_weeks(
    born: str,
    child_heard: bool | None,  # noqa: FBT001 - a field of an order
) -> None:
    """Rv 800 lid 3 for the parties, 809 lid 3 for a child of 12 (T04, T05): TR-52."""
    desk = suspended(reported(born=day(born)), heard=child_heard is False, child_heard=child_heard)
    rule = "T05" if child_heard is False else "T04"
    assert desk.due(rule) == day("2026-03-16")
    desk.pass_to("2026-03-16 23:59")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    desk.pass_to("2026-03-17")
    assert (desk.moves(), desk.state()) == (["TR-52"], State.ASSESSMENT)


def test_l7_a_hearing_in_time_or_a_decision_that_keeps_it_takes_the_two_weeks_away() -> None:
    """P9 closes; the three months go on."""
    heard = suspended(heard=False)
    heard.say("2026-03-10", c.HoldHearing, by=RAAD)
    kept = court(suspended(heard=False), "2026-03-10 10:00", "maintained")
    assert kept.moves() == ["TR-50"]
    for desk in (heard, kept):
        desk.pass_to("2026-03-20")
        assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
        assert desk.due("T15") == day("2026-06-03")


def test_a_judge_can_lift_a_provisional_guardianship() -> None:
    """TR-52 by the judge, from the day that the law says (1:281)."""
    desk = court(suspended(), "2026-03-20 10:00", "guardianship_ended")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    desk.pass_to("2026-03-21")
    assert (desk.moves(), desk.state()) == (["TR-52"], State.ASSESSMENT)
    assert "no-authority" not in desk.tasks()


def test_a_guardianship_that_lapses_where_nobody_has_authority_raises_an_alarm() -> None:
    """00-A (c): the answer is "niemand heeft gezag", for Raad and supervisor."""
    desk = vacant()
    desk.pass_to("2026-06-03")
    assert desk.tasks().count("no-authority") == 2
    assert desk.child().consents_at(desk.now).nobody(Purpose.HELP) is Consenter.HOLDERS


def test_l4_guardianship_follows_a_provisional_one_the_day_after_it_was_sent() -> None:
    """TR-51: M4 until then, kept alive by the petition that is granted; without a petition a flag."""
    desk = asked(suspended(), "termination")
    court(desk, "2026-05-04 10:00", "guardianship", sent_on="2026-05-06", accepted="bereid")
    assert "TR-51/petition" not in desk.flags()
    assert (desk.state(), ahead(desk)[0]) == (State.PROVISIONAL_GUARDIANSHIP, ("2026-05-06", State.GUARDIANSHIP))
    desk.pass_to("2026-05-06 23:59")
    assert desk.state() is State.PROVISIONAL_GUARDIANSHIP
    desk.pass_to("2026-05-07")
    assert (desk.moves(), desk.state()) == (["TR-51"], State.GUARDIANSHIP)
    court(suspended_ := suspended(), "2026-05-04 10:00", "guardianship", accepted="bereid")
    assert "TR-51/petition" in suspended_.flags()


def test_l4_a_guardianship_that_is_not_final_begins_when_it_is() -> None:
    """1:280: nobody can know it before; then it is told, and works from its own day."""
    desk = court(supervised(), "2026-03-02 10:00", "guardianship", enforceable="no", accepted="bereid")
    assert "L4" in desk.flags()
    desk.pass_to("2026-06-10")
    assert desk.state() is State.SUPERVISION
    refusal = desk.say("2026-06-10 10:00", c.OrderFinal, by=RAAD).refusal
    assert refusal is not None
    assert refusal.matches("L4/order")
    assert desk.say("2026-06-10 11:00", c.OrderFinal, by=RAAD, final_on=day("2026-06-03")).refusal is None
    assert (desk.moves(), desk.state()) == (["TR-53"], State.GUARDIANSHIP)
    assert desk.child().since == at("2026-06-03")
    assert desk.say("2026-06-11", c.OrderFinal, by=RAAD, final_on=day("2026-06-03")).refusal is not None


def test_l4_a_supervision_that_ends_before_guardianship_begins_leaves_a_gap() -> None:
    """Shown, not bridged: V0 in between."""
    desk = supervised(end="2026-03-05")
    court(desk, "2026-03-02 10:00", "guardianship", sent_on="2026-03-09", accepted="bereid")
    assert "L4/gap" in desk.flags()
    desk.pass_to("2026-03-05")
    assert (desk.moves(), desk.state()) == (["TR-70"], State.ASSESSMENT)
    desk.pass_to("2026-03-10")
    assert (desk.moves(), desk.state()) == (["TR-57"], State.GUARDIANSHIP)


def test_l4_restored_authority_begins_the_day_after_it_was_sent_or_when_final() -> None:
    """TR-76, 1:253p and 281: guardianship goes on until then."""
    desk = court(guarded(), "2026-09-01 10:00", "guardianship_ended", sent_on="2026-09-03")
    assert desk.state() is State.GUARDIANSHIP
    desk.pass_to("2026-09-03 23:59")
    assert desk.state() is State.GUARDIANSHIP
    desk.pass_to("2026-09-04")
    child = desk.child()
    assert (desk.moves(), child.state, child.closed_reason) == (
        ["TR-76"],
        State.CLOSED,
        ClosedReason.AUTHORITY_RESTORED,
    )
    slow = court(guarded(), "2026-09-01 10:00", "guardianship_ended", enforceable="no")
    slow.pass_to("2027-01-01")
    assert slow.state() is State.GUARDIANSHIP


@pytest.mark.parametrize("made", [petitioned, provisional, supervised, placed])
def test_ending_of_authority_makes_a_gi_guardian(made: Any) -> None:  # noqa: ANN401 - one of the desks
    """TR-53, the day after."""
    desk = court(made(), "2026-03-02 10:00", "guardianship", accepted="bereid")
    desk.pass_to("2026-03-03")
    assert (desk.moves(), desk.state()) == (["TR-53"], State.GUARDIANSHIP)
    assert not desk.child().petitions or made is petitioned


def test_when_the_other_parent_keeps_authority_there_is_no_guardianship() -> None:
    """1:274: from R3 by landing, a supervision goes on; who has authority changes."""
    fields: dict[str, Any] = {"gi": None, "authority": OTHER_PARENT}
    desk = court(petitioned(kind="termination"), "2026-03-02 10:00", "guardianship", **fields)
    desk.pass_to("2026-03-03")
    assert (desk.moves(), desk.state()) == (["TR-53"], State.ASSESSMENT)
    assert desk.child().consents_at(desk.now).holders == ("bart",)
    desk = court(supervised(), "2026-03-02 10:00", "guardianship", **fields)
    desk.pass_to("2026-03-03")
    assert desk.state() is State.SUPERVISION
    assert desk.child().consents_at(desk.now).holders == ("bart",)


def test_guardianship_where_nobody_has_authority_needs_no_raad_first() -> None:
    """TR-57, from V (1:295)."""
    for desk in (reported(holders=()), helped()):
        court(desk, "2026-03-02 10:00", "guardianship", ground="vacant", accepted="bereid")
        desk.pass_to("2026-03-03")
        assert (desk.moves(), desk.state()) == (["TR-57"], State.GUARDIANSHIP)


def test_temporary_guardianship_of_a_gi_is_m6_and_ends_by_the_judge() -> None:
    """TR-55; TR-56 to M5, or back to the parents and closed (C8)."""
    assert temporary().state() is State.TEMPORARY_GUARDIANSHIP
    desk = court(temporary(), "2026-04-01 10:00", "guardianship", accepted="bereid")
    desk.pass_to("2026-04-02")
    assert (desk.moves(), desk.state()) == (["TR-56"], State.GUARDIANSHIP)
    desk = court(temporary(), "2026-04-01 10:00", "guardianship_ended")
    desk.pass_to("2026-04-02")
    child = desk.child()
    assert (desk.moves(), child.closed_reason) == (["TR-56"], ClosedReason.AUTHORITY_RESTORED)


@pytest.mark.parametrize("kind", ["guardianship", "temporary_guardianship"])
def test_a_guardianship_that_ends_while_nobody_has_authority_is_not_closed(kind: str) -> None:
    """TR-56, TR-76: V0, and an alarm that nobody decides for the child."""
    desk = court(reported(holders=()), "2026-03-02 10:00", kind, accepted="bereid")
    court(desk, "2026-04-01 10:00", "guardianship_ended")
    desk.pass_to("2026-04-02")
    assert desk.state() is State.ASSESSMENT
    assert desk.tasks().count("no-authority") == 2


def test_after_temporary_guardianship_a_supervision_that_still_runs_is_what_is_left() -> None:
    """TR-56: landing, first step."""
    desk = court(supervised(), "2026-03-02 10:00", "temporary_guardianship")
    desk.pass_to("2026-03-03")
    assert (desk.moves(), desk.state()) == (["TR-55"], State.TEMPORARY_GUARDIANSHIP)
    court(desk, "2026-04-01 10:00", "guardianship_ended")
    desk.pass_to("2026-04-02")
    assert (desk.moves(), desk.state()) == (["TR-56"], State.SUPERVISION)


def test_l3_a_natural_person_as_temporary_guardian_has_authority_and_the_child_stays() -> None:
    """No M6: the guardian is a holder of authority (TR-18), also above a supervision (1:326)."""
    for desk in (reported(), supervised()):
        stood = desk.state()
        court(desk, "2026-03-02 10:00", "temporary_guardianship", gi=None, authority=CAREGIVER)
        desk.pass_to("2026-03-03")
        assert desk.state() is stood
        assert desk.child().consents_at(desk.now).holders == ("oma",)


def test_guardianship_to_a_foster_parent_closes_the_file() -> None:
    """TR-77: C8, and the guardian has authority from that day."""
    desk = court(guarded(), "2026-09-01 10:00", "guardianship", gi=None, authority=CAREGIVER)
    assert desk.state() is State.GUARDIANSHIP
    desk.pass_to("2026-09-02")
    child = desk.child()
    assert (desk.moves(), child.closed_reason) == (["TR-77"], ClosedReason.AUTHORITY_RESTORED)
    assert child.consents_at(desk.now).holders == ("oma",)


def test_another_gi_becomes_guardian_on_its_own_day() -> None:
    """TR-67: the first one until then (1:281)."""
    desk = court(guarded(), "2026-09-01 10:00", "guardianship", gi="GI Elders", sent_on="2026-09-03")
    desk.pass_to("2026-09-03 23:59")
    assert _holder(desk) == "GI Fictieland"
    desk.pass_to("2026-09-04")
    assert (desk.moves(), desk.state(), _holder(desk)) == (["TR-67"], State.GUARDIANSHIP, "GI Elders")
    desk.pass_to("2026-12-01")
    assert desk.moves() == []


def _holder(desk: Desk) -> str | None:
    measure = desk.child().measure(desk.now)
    return measure.gi if measure else None


def test_a_trial_of_restored_authority_lasts_six_months_and_ends_no_guardianship() -> None:
    """1:278 lid 2 (T16): longer is capped and flagged; the decision closes it."""
    desk = court(guarded(), "2026-04-01 10:00", "restoration_trial", "2027-04-01")
    assert "NX-06" in desk.flags()
    assert desk.due("T16") == day("2026-10-01")
    court(desk, "2026-08-01 10:00", "guardianship_ended")
    assert desk.ended()["T16"] == "met"
    desk = court(guarded(), "2026-04-01 10:00", "restoration_trial")
    desk.pass_to("2026-10-01")
    assert (desk.state(), desk.due("T16")) == (State.GUARDIANSHIP, None)


def test_a_supervision_in_the_place_of_a_suspension_ends_it() -> None:
    """TR-49 (1:267a, 269): pronounced in the case about authority; also from V and R."""
    for made in (suspended, helped, petitioned):
        desk = court(made(), "2026-03-20 10:00", "supervision", "2027-03-20", given_in="afwijzing schorsing")
        assert (desk.moves(), desk.state()) == (["TR-49"], State.SUPERVISION)
    desk = court(suspended(), "2026-03-20 10:00", "supervision", "2027-03-20")
    assert (desk.moves(), desk.state()) == ([], State.PROVISIONAL_GUARDIANSHIP)


def test_what_a_judge_decides_of_guardianship_is_never_refused_for_its_content() -> None:
    """00-B: entered from every situation; only an adult, another child and no order refuse."""
    makers = (reported, helped, petitioned, provisional, supervised, placed, suspended, guarded, temporary)
    kinds = ("provisional_guardianship", "guardianship", "temporary_guardianship", "guardianship_ended")
    others = ("gi_replaced", "restoration_trial", "authority_changed", "residence_consented", "residence_kept")
    for made in makers:
        for kind in (*kinds, *others):
            for authority in ((), CAREGIVER):
                desk = court(made(), "2026-03-10 10:00", kind, authority=authority)
                desk.pass_to("2026-03-12")
    desk = reported(born=day("2008-03-11"))
    fields: dict[str, Any] = {
        "by": RAAD,
        "order": {"kind": "guardianship", "court": "r", "date": "2026-03-10", "enforceable": "yes"},
    }
    refusal = desk.say("2026-03-10 10:00", c.CourtOrder, **fields).refusal
    assert refusal is not None
    assert refusal.matches("1:233/adult")


def test_a_provisional_guardianship_goes_before_what_it_suspends() -> None:
    """M5 to M4, and back when it lapses."""
    desk = court(guarded(), "2026-04-01 10:00", "provisional_guardianship", gi="GI Elders", ground="unfit")
    assert (desk.state(), _holder(desk)) == (State.PROVISIONAL_GUARDIANSHIP, "GI Elders")
    desk.pass_to("2026-07-02")
    assert (desk.moves(), desk.state(), _holder(desk)) == (["TR-52"], State.GUARDIANSHIP, "GI Fictieland")


def test_a_guardianship_ends_every_guardianship_before_it() -> None:
    """Nothing of a provisional one is left under it."""
    desk = asked(suspended(), "termination")
    court(desk, "2026-05-04 10:00", "guardianship", accepted="bereid")
    desk.pass_to("2026-05-05")
    running = [m.kind for m in desk.child().measures_at(desk.now)]
    assert running == [MeasureKind.GUARDIANSHIP]
