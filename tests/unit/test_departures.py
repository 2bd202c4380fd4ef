"""Grounds to go on without somebody's consent, for one help by name, and what stands in its way (5.1)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.people import Actor, Role
from states.position import State
from tests.unit.cast import ANNA, INTENSIVE, PARENTS, TEAM, at, day, order
from tests.unit.desk import Desk, agree, court, helped, intensive, investigated, placed, reported
from tests.unit.test_capacity import FOURTEEN, SEVENTEEN, judged

PAPERS = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
WHY: dict[str, Any] = {"help": "hulp", "reason": "besproken"}
ALONE: dict[str, Any] = {**WHY, "kind": "youth_alone", "refused_on": day("2026-02-01")}
URGENT: dict[str, Any] = {**WHY, "kind": "urgent", "harm": "acuut gevaar"}


def departed(desk: Desk, when: str, **fields: Any) -> Desk:  # noqa: ANN401 - any field of the command
    """A ground is recorded."""
    decision = desk.say(when, c.DepartFromConsent, **fields)
    assert decision.refusal is None, decision.refusal
    return desk


def started(desk: Desk, when: str = "2026-02-02 11:00", **fields: Any) -> Desk:  # noqa: ANN401
    """Help begins."""
    decision = desk.say(when, c.StartHelp, **{"help": "hulp", **PAPERS, **fields})
    assert decision.refusal is None, decision.refusal
    return desk


def alone() -> Desk:
    """A youth of 14 in V1, without its parents."""
    desk = reported(born=FOURTEEN)
    agree(desk, "2026-02-02 10:00", ("kind",), help="hulp")
    return started(departed(desk, "2026-02-02 10:30", **ALONE))


def unable(*people: str, born: Any = FOURTEEN, intrusive: bool = True) -> Desk:  # noqa: ANN401
    """A youth who cannot judge the intrusive help that runs, since 2 February 11:00."""
    desk = judged(reported(born=born), "2026-02-02 09:30")
    agree(desk, "2026-02-02 10:00", people or PARENTS, help="hulp")
    return started(desk, intrusive=intrusive)


def test_a_youth_from_12_goes_on_alone_with_the_named_help_only() -> None:
    """Jw 7.3.4 lid 2: after a refusal, or against serious harm; not with another help."""
    desk = alone()
    assert desk.state() is State.HELP
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "opvang")


def test_the_youths_own_yes_stays_needed() -> None:
    """And its no ends the help at once."""
    desk = departed(reported(born=FOURTEEN), "2026-02-02 10:30", **ALONE)
    assert desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS).refusal is not None
    desk = alone()
    desk.say("2026-02-03", c.WithdrawConsent, person="kind")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)


def test_parents_who_stop_do_not_end_help_that_goes_on_without_them() -> None:
    """The title of running help is written anew when the ground is recorded."""
    desk = helped(born=FOURTEEN, people=("kind", *PARENTS))
    departed(desk, "2026-02-03", **ALONE)
    desk.say("2026-02-04", c.WithdrawConsent, person="anna")
    desk.say("2026-02-04 10:00", c.WithdrawConsent, person="bart")
    assert desk.state() is State.HELP


def test_help_without_parents_never_carries_intensive_help() -> None:
    """10-proof, invariant 8: help ≠ X."""
    desk = alone()
    agree(desk, "2026-02-03", ("kind", *PARENTS), purpose="intensive_help")
    refusal = desk.say("2026-02-03 12:00", c.StartIntensiveHelp, **INTENSIVE).refusal
    assert refusal is not None
    assert refusal.matches("TR-05/help-consent")


def test_intensive_help_that_rests_on_an_exception_becomes_ordinary_help() -> None:
    """The parents stop with the help, the youth goes on alone: V2 to V1."""
    desk = intensive(born=FOURTEEN, people=("kind", *PARENTS))
    departed(desk, "2026-02-03", **ALONE)
    assert desk.state() is State.GI_LED
    desk.say("2026-02-04", c.WithdrawConsent, person="anna", purposes=("help",))
    assert (desk.moves(), desk.state()) == (["TR-08"], State.HELP)


def test_sharing_is_not_done_without_parents() -> None:
    """The exception is about the help."""
    desk = alone()
    agree(
        desk,
        "2026-02-03",
        ("kind",),
        purpose="sharing",
        source="school",
        receiver="team",
        aim="plan",
        valid_until="2026-06-01",
    )
    assert not desk.child().consents_at(desk.now).complete(Purpose.SHARING)


def test_at_16_the_exception_says_nothing_more() -> None:
    """The youth decides alone, and is asked anew."""
    desk = reported(born=day("2010-03-10"))
    agree(desk, "2026-02-02 10:00", ("kind",), help="hulp")
    started(departed(desk, "2026-02-02 10:30", **ALONE), intrusive=True)
    desk.pass_to("2026-03-10")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)


def test_urgent_help_asks_nobody_up_to_the_next_working_day() -> None:
    """Jw 7.3.16 lid 1: below 12, no time, serious harm; then who decides is asked like anybody."""
    desk = started(departed(reported(), "2026-02-02 10:30", **URGENT))
    desk.pass_to("2026-02-03 23:59")
    assert desk.state() is State.HELP
    desk.pass_to("2026-02-04")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    asked = started(departed(reported(), "2026-02-02 10:30", **URGENT))
    agree(asked, "2026-02-03", PARENTS, help="hulp")
    asked.pass_to("2026-02-10")
    assert asked.state() is State.HELP


def test_urgent_help_ends_when_somebody_who_decides_says_no() -> None:
    """There was time to ask."""
    desk = started(departed(reported(), "2026-02-02 10:30", **URGENT))
    desk.say("2026-02-02 12:00", c.WithdrawConsent, person="bart", at=at("2026-02-02 11:30"))
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert desk.child().since == at("2026-02-02 11:30")


def test_who_decides_against_good_care_is_set_aside_alone() -> None:
    """Jw 7.3.15 lid 4: the other parent's yes stays needed."""
    desk = departed(reported(), "2026-02-02 10:00", **WHY, kind="set_aside", person="bart")
    assert desk.child().consents_at(desk.now).missing(Purpose.HELP, "hulp") == ("anna",)
    agree(desk, "2026-02-02 10:30", ("anna",), help="hulp")
    started(desk)
    desk.say("2026-02-03", c.WithdrawConsent, person="anna")
    assert desk.state() is State.ASSESSMENT


def test_resistance_to_intrusive_help_stops_it() -> None:
    """Jw 7.3.15 lid 6: a no of a 12+ who cannot judge; unless needed against serious harm."""
    desk = unable()
    desk.say("2026-02-03", c.WithdrawConsent, person="kind")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert desk.child().consents_at(desk.now).missing(Purpose.HELP, "hulp") == ("kind",)
    departed(desk, "2026-02-04", **WHY, kind="despite_resistance", harm="ernstig ondergewicht")
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_resistance_ends_when_the_child_no_longer_resists() -> None:
    """Its own yes takes it back, although the law does not ask it."""
    desk = unable()
    desk.say("2026-02-03", c.WithdrawConsent, person="kind")
    agree(desk, "2026-02-04", ("kind",), help="hulp")
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_resistance_to_light_help_stops_nothing() -> None:
    """Lid 6 is about intrusive acts; a worker can say that this one was."""
    desk = unable(intrusive=False)
    desk.say("2026-02-03", c.WithdrawConsent, person="kind")
    assert desk.state() is State.HELP
    departed(desk, "2026-02-04", **WHY, kind="resistance")
    assert desk.state() is State.ASSESSMENT


def test_an_earlier_refusal_on_paper_is_followed() -> None:
    """Jw 7.3.4 lid 3: from when a youth of 16 or older could judge; well-founded reasons may differ."""
    desk = departed(
        reported(born=SEVENTEEN), "2026-02-02 09:15", **WHY, kind="written_refusal", refused_on=day("2026-01-20")
    )
    agree(desk, "2026-02-02 09:20", ("kind",), help="opvang")
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "opvang")
    judged(desk, "2026-02-02 09:30")
    agree(desk, "2026-02-02 10:00", PARENTS, help="hulp")
    assert desk.child().consents_at(desk.now).missing(Purpose.HELP, "hulp") == ("kind",)
    agree(desk, "2026-02-02 10:30", ("kind",), help="hulp")
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")
    departed(desk, "2026-02-02 11:00", **WHY, kind="despite_refusal")
    assert desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_a_refusal_on_paper_is_taken_back_by_who_can_judge() -> None:
    """And it outlives a measure: it is about the help."""
    desk = departed(
        reported(born=SEVENTEEN), "2026-02-02 09:15", **WHY, kind="written_refusal", refused_on=day("2026-01-20")
    )
    court(desk, "2026-02-03 09:00", "supervision", "2026-12-01")
    assert desk.child().departures[0].ended_at is None
    desk = departed(
        reported(born=SEVENTEEN), "2026-02-02 09:15", **WHY, kind="written_refusal", refused_on=day("2026-01-20")
    )
    agree(desk, "2026-02-02 09:20", ("kind",), help="hulp")
    assert desk.child().departures[0].ended_at == at("2026-02-02 09:20")


def test_a_ground_ends_when_a_measure_starts() -> None:
    """00-A: as the consents beside which it stands."""
    desk = alone()
    court(desk, "2026-02-03 09:00", "supervision", "2026-03-01")
    desk.pass_to("2026-03-01")
    assert desk.state() is State.ASSESSMENT
    agree(desk, "2026-03-02", ("kind",), help="hulp")
    assert not desk.child().consents_at(desk.now).complete(Purpose.HELP, "hulp")


def test_a_ground_counts_at_a_landing() -> None:
    """Step 5: consents complete for some help, with what the law lets go on without somebody."""
    desk = investigated(reported(born=FOURTEEN))
    agree(desk, "2026-02-05", ("kind",), help="hulp")
    departed(desk, "2026-02-05 10:00", **ALONE)
    desk.say("2026-02-20", c.RaadCloses, by={"id": "r", "role": "raad"}, report="r", college_told="2026-02-20")
    assert desk.state() is State.HELP


UNREGISTERED = Actor(id="nieuw", role=Role.PROVIDER)


@pytest.mark.parametrize(
    ("born", "fields", "rule"),
    [
        (FOURTEEN, ALONE | {"help": None}, "5.1/help"),
        (FOURTEEN, ALONE | {"refused_on": None}, "5.1/youth_alone-reason"),
        (FOURTEEN, ALONE | {"reason": ""}, "5.1/youth_alone-reason"),
        (FOURTEEN, ALONE | {"refused_on": day("2026-03-01")}, "5.1/refused_on"),
        (FOURTEEN, ALONE | {"by": UNREGISTERED}, "5.1/registered"),
        (FOURTEEN, ALONE | {"by": ANNA}, "recorder"),
        (FOURTEEN, URGENT, "5.1/urgent"),
        (SEVENTEEN, ALONE, "5.1/youth_alone"),
        (day("2017-03-03"), ALONE, "5.1/youth_alone"),
        (day("2017-03-03"), URGENT | {"harm": ""}, "5.1/urgent-reason"),
        (day("2017-03-03"), {**WHY, "kind": "set_aside", "person": "oma"}, "5.1/set_aside-person"),
        (day("2017-03-03"), {**WHY, "kind": "set_aside"}, "5.1/set_aside-person"),
        (day("2017-03-03"), {**WHY, "kind": "resistance"}, "5.1/resistance"),
        (FOURTEEN, {**WHY, "kind": "despite_resistance", "harm": "nadeel"}, "5.1/despite_resistance"),
        (SEVENTEEN, {**WHY, "kind": "despite_refusal"}, "5.1/despite_refusal"),
        (SEVENTEEN, {**WHY, "kind": "written_refusal"}, "5.1/written_refusal-reason"),
        (SEVENTEEN, {**WHY, "kind": "written_refusal", "refused_on": day("2024-01-01")}, "5.1/refused_on"),
        (FOURTEEN, {**WHY, "kind": "written_refusal", "refused_on": day("2026-01-01")}, "5.1/written_refusal"),
    ],
)
def test_a_ground_that_does_not_exist_here_is_refused(born: Any, fields: dict[str, Any], rule: str) -> None:  # noqa: ANN401
    """For this age, this child, without reasons, or by somebody who may not decide it."""
    desk = reported(born=born)
    refusal = desk.say("2026-02-03", c.DepartFromConsent, **{"by": TEAM, **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert all(reason.remedy and reason.source for reason in refusal.reasons)
    assert desk.child().departures == ()


def test_during_a_measure_there_is_nothing_to_depart_from() -> None:
    """No consent is asked."""
    refusal = placed(born=FOURTEEN).say("2026-02-03", c.DepartFromConsent, **ALONE).refusal
    assert refusal is not None
    assert refusal.matches("consent/measure")


def test_a_ground_recorded_late_ended_when_the_measure_started() -> None:
    """As a consent that was given before it (00-A)."""
    desk = reported(born=FOURTEEN)
    desk.say("2026-02-10", c.CourtOrder, order=order("supervision", "2026-02-05", "2026-03-01"))
    desk.pass_to("2026-03-02")
    departed(desk, "2026-03-02 09:00", **ALONE, at=at("2026-02-03"))
    assert desk.child().departures[0].ended_at == at("2026-02-05")
