"""What the matrix says in its remarks: the acts as amended in 00-D, and L1, L14, L18 of 00-E."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import Answer, may
from states.acts.table import ACTS, LAST_ACT
from states.facts import Residence
from states.people import Actor
from tests.unit.acting import FILES, NOW, closed, guarded, told
from tests.unit.cast import ANNA, GI, OTHER_GI, PROVIDER, RAAD, SUPERVISOR, TEAM, at, day
from tests.unit.desk import Desk, agree, helped, intensive, placed, reported, requested, supervised

MEASURES = ("M1", "M2", "M3", "M4", "M5", "M6")


@pytest.mark.parametrize("place", MEASURES)
def test_l1_telling_others_without_consent_is_forbidden_unless_there_is_a_ground(place: str) -> None:
    """7.3.11 lid 4 is one-way: a GI worker keeps secrecy too."""
    file = FILES[place]
    bare = may(47, file, NOW, GI)
    assert (bare.answer, bare.holds) == (Answer.FORBIDDEN, False)
    words: dict[str, Any] = {"receiver": "school", "necessary": "de leerkracht voert het plan mee uit"}
    assert may(47, file, NOW, GI, told(47, ground="carrying_out", **words)).holds
    assert may(47, file, NOW, GI, told(47, ground="carrying_out")).rule == "act-47/receiver"
    conflict = told(47, ground="conflict_of_duties", **words)
    assert may(47, file, NOW, GI, conflict).rule == "act-47/minimum"
    assert may(47, file, NOW, GI, told(47, ground="conflict_of_duties", minimum="alleen het feit", **words)).holds


@pytest.mark.parametrize("place", ["V0", "V1", "V2", "R", "C"])
def test_l1_outside_a_measure_no_ground_helps(place: str) -> None:
    """Only with consent, or Veilig Thuis."""
    said = told(47, ground="carrying_out", receiver="school", necessary="nodig")
    assert may(47, FILES[place], NOW, GI, said).answer is Answer.FORBIDDEN


def test_l14_asking_others_is_necessary_and_says_why() -> None:
    """7.3.11 lid 4: noodzakelijk voor de uitvoering."""
    file = FILES["M2"]
    asked = may(8, file, NOW, GI)
    assert asked.holds
    assert [need.rule for need in asked.needs] == ["act-8/necessary"]
    assert may(8, file, NOW, GI, told(8)).rule == "act-8/necessary"
    assert may(8, file, NOW, GI, told(8, necessary="de school ziet het kind dagelijks")).holds


def test_l14_medical_data_of_a_ward_of_16_are_asked_with_the_ward() -> None:
    """The guardian may ask; for medical data only with the youth."""
    file = guarded().child().model_copy(update={"born": day("2009-01-01")})
    assert may(8, file, NOW, GI).rule == "act-8/L14"
    assert may(8, file, NOW, GI).holds
    medical: dict[str, Any] = {"topic": "medisch", "necessary": "voor de behandeling"}
    refused = may(8, file, NOW, GI, told(8, **medical))
    assert (refused.answer, refused.holds, refused.rule) == (Answer.CONSENT, False, "act-8/L14")
    assert may(8, file, NOW, GI, told(8, agreed_by=("kind",), **medical)).holds


def test_l18_a_position_on_the_perspective_has_no_legal_effect_of_its_own() -> None:
    """Not a decision: tested by the judge; only by the GI of the title."""
    act = ACTS[51]
    assert act.title.startswith("standpunt")
    assert "geen rechtsgevolg" in act.basis
    assert may(51, FILES["M3"], NOW, GI).holds
    assert not may(51, FILES["M3"], NOW, OTHER_GI).holds
    assert not may(51, FILES["M2"], NOW, GI).holds


@pytest.mark.parametrize("place", ["M1", "M2"])
def test_c8_no_voluntary_placement_under_supervision(place: str) -> None:
    """1:265a: uitsluitend met een machtiging, whoever agrees."""
    said = told(27, agreed_by=("anna", "bart"))
    assert may(27, FILES[place], NOW, GI, said).answer is Answer.FORBIDDEN
    assert may(27, FILES["V1"], NOW, TEAM).holds


@pytest.mark.parametrize("act", [5, 9, 13, 26, 50])
def test_no_help_or_contact_while_the_file_is_closed(act: int) -> None:
    """00-D: X with TR-80 as the way on."""
    verdict = may(act, FILES["C"], NOW, TEAM)
    assert verdict.answer is Answer.FORBIDDEN
    assert "TR-80" in verdict.alternative


def test_aftercare_only_at_a_moment_agreed_before_closing() -> None:
    """00-D, act 58."""
    file = closed().child()
    assert may(58, file, NOW, TEAM).answer is Answer.FORBIDDEN
    assert may(58, file, NOW, TEAM, told(58, TEAM, plan_date="2026-02-27")).holds
    assert may(58, file, NOW, TEAM, told(58, TEAM, plan_date="2026-03-02")).rule == "act-58/plan_date"


@pytest.mark.parametrize("act", [1, 56])
def test_what_is_left_after_closing_only_rounds_off(act: int) -> None:
    """00-D: no licence to keep visiting; the answer says so."""
    verdict = may(act, FILES["C"], NOW, TEAM)
    assert verdict.holds
    assert verdict.rule == f"act-{act}/closing"


@pytest.mark.parametrize("place", ["V0", "M1"])
def test_a_child_may_always_go_home_to_who_has_authority(place: str) -> None:
    """00-D, act 31; placing again needs a title."""
    assert may(31, FILES[place], NOW, GI).holds
    assert not may(29, FILES[place], NOW, GI).holds


@pytest.mark.parametrize("place", ["V0", "M1", "M2", "M3"])
def test_urgent_placement_without_an_order_is_forbidden_and_names_the_telephone(place: str) -> None:
    """00-D, act 30: a telephone order, or 112."""
    verdict = may(30, FILES[place], NOW, GI)
    assert verdict.answer is Answer.FORBIDDEN
    assert "telefoon" in verdict.alternative
    assert "112" in verdict.alternative


def test_30_is_only_for_a_guardian_in_full() -> None:
    """00-D: not for a partial one."""
    assert may(30, FILES["M4"], NOW, GI).holds
    assert not may(30, FILES["M4p"], NOW, GI).holds


@pytest.mark.parametrize("place", ["M4", "M5", "M6"])
def test_32_under_guardianship_asks_the_carers(place: str) -> None:
    """00-D: T (1:336a lid 1), else the judge."""
    asked = may(32, FILES[place], NOW, GI)
    assert asked.answer is Answer.CONSENT
    assert may(32, FILES[place], NOW, GI, told(32)).rule == "act-32/carers_agree"
    assert may(32, FILES[place], NOW, GI, told(32, carers_agree="pleegouders, 1 maart")).holds


def test_44_a_table_in_r_asks_consent_to_share() -> None:
    """00-D: sharing by name there is not informing the Raad."""
    assert may(44, requested().child(), NOW, TEAM).answer is Answer.CONSENT
    assert may(10, requested().child(), NOW, TEAM).holds


def test_17_is_left_out_only_after_authority_was_ended() -> None:
    """00-D: M4 and M6 A."""
    assert [may(17, FILES[place], NOW, GI).holds for place in ("M4", "M5", "M6")] == [True, False, True]


def test_43_a_closed_file_is_reopened_first() -> None:
    """00-C: eerst TR-80."""
    verdict = may(43, FILES["C"], NOW, TEAM)
    assert verdict.answer is Answer.FORBIDDEN
    assert "TR-80" in verdict.alternative


def test_59_carers_hear_what_they_need_also_without_consent() -> None:
    """Jw 5.4; only when the child lives with carers."""
    file = placed().child()
    away = file.model_copy(update={"residence": Residence.AWAY})
    home = file.model_copy(update={"residence": Residence.HOME})
    assert may(59, away, NOW, PROVIDER).holds
    assert may(59, home, NOW, PROVIDER).rule == "act-59/residence"


def test_60_the_police_carries_out_a_muhp_through_the_prosecutor() -> None:
    """Rv 812, 813: a title, and the public prosecutor."""
    said = told(60, prosecutor="mr. De Wit, parket Fictiestad")
    assert may(60, FILES["M3"], NOW, GI, said).holds
    assert may(60, FILES["M3"], NOW, GI, told(60)).rule == "act-60/prosecutor"
    assert may(60, FILES["M2"], NOW, GI, said).answer is Answer.FORBIDDEN
    assert may(60, FILES["M3"], NOW, OTHER_GI, said).answer is Answer.FORBIDDEN


@pytest.mark.parametrize("by", [ANNA, GI, RAAD])
def test_62_who_is_a_party_asks_the_hof_to_suspend(by: Actor) -> None:
    """Rv 360 lid 2; while an order works."""
    assert may(62, FILES["M2"], NOW, by).holds
    assert may(62, FILES["V1"], NOW, by).rule == "act-62/absent"
    assert may(62, FILES["M2"], NOW, TEAM).rule == "act-62/who"


@pytest.mark.parametrize("place", FILES)
def test_63_an_oral_order_is_recorded_anywhere(place: str) -> None:
    """By whoever hears it."""
    assert may(63, FILES[place], NOW, TEAM).holds


OTHER: dict[str, Any] = {
    "basis": "Wmo 2015, artikel 2.3.5",
    "framework": "voluntary",
    "approved_by": "sanne",
    "approved_at": at("2026-03-01 09:00"),
}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({}, None),
        ({"basis": ""}, "act-64/basis"),
        ({"framework": None}, "act-64/framework"),
        ({"framework": "compulsory"}, "act-64/framework"),
        ({"approved_by": None}, "act-64/approved_by"),
        ({"approved_by": "lotte"}, "act-64/approved_by"),
        ({"approved_at": None}, "act-64/approved_at"),
        ({"approved_at": at("2026-03-02 12:00")}, "act-64/approved_at"),
    ],
)
def test_overig_names_its_basis_its_framework_and_who_approved_it(change: dict[str, Any], rule: str | None) -> None:
    """R-10: refused when one of the three is missing, wrong, late, or one's own."""
    desk = helped()
    refusal = desk.say("2026-03-02 12:00", c.RegisterAct, act=LAST_ACT, **OTHER | change).refusal
    assert (refusal is None) is (rule is None), refusal
    if rule is not None:
        assert refusal is not None
        assert refusal.matches(rule)
        assert all(reason.remedy for reason in refusal.reasons)


def test_overig_cannot_be_done_while_closed() -> None:
    """There is no framework to act in."""
    assert not may(LAST_ACT, FILES["C"], NOW, TEAM, told(LAST_ACT, TEAM, **OTHER | {"framework": "none"})).holds


def test_3_a_visit_unannounced_only_when_it_was_agreed_in_the_plan() -> None:
    """V1 and V2; in V0 and R never."""
    file = FILES["V1"]
    assert may(3, file, NOW, TEAM, told(3, TEAM, plan_date="2026-02-20")).holds
    assert may(3, file, NOW, TEAM, told(3, TEAM)).rule == "act-3/plan_date"
    assert may(3, file, NOW, TEAM, told(3, TEAM, plan_date="2026-03-03")).rule == "act-3/plan_date"
    assert may(3, FILES["R"], NOW, TEAM, told(3, TEAM, plan_date="2026-02-20")).answer is Answer.FORBIDDEN


def test_2_a_visit_asks_the_person_who_lives_there() -> None:
    """Consent to help is not consent to enter."""
    file = FILES["V1"]
    assert not may(2, file, NOW, TEAM).holds
    assert may(2, file, NOW, TEAM, told(2, TEAM, person="oma", agreed_by=("oma",))).holds
    assert not may(2, file, NOW, TEAM, told(2, TEAM, person="oma", agreed_by=("anna",))).holds


@pytest.mark.parametrize(
    ("act", "born", "people"),
    [
        (4, "2017-03-03", ("anna", "bart")),
        (5, "2012-03-03", ("kind",)),
        (14, "2017-03-03", ("anna", "bart")),
        (15, "2012-03-03", ("kind", "anna", "bart")),
        (16, "2009-03-03", ("kind",)),
        (39, "2012-03-03", ("kind", "anna", "bart")),
        (52, "2009-03-03", ("anna", "bart")),
    ],
)
def test_everybody_whom_the_law_asks_says_yes_to_the_act_itself(act: int, born: str, people: tuple[str, ...]) -> None:
    """One short is not enough, and another age is another act."""
    file = reported(born=day(born)).child() if act != 39 else FILES["V1"].model_copy(update={"born": day(born)})
    assert may(act, file, NOW, TEAM, told(act, TEAM, agreed_by=people)).holds
    assert not may(act, file, NOW, TEAM, told(act, TEAM, agreed_by=people[1:])).holds
    other = file.model_copy(update={"born": day("2009-03-03" if born < "2016" and act != 16 else "2012-03-03")})
    if act in (4, 14, 15, 16):
        assert may(act, other, NOW, TEAM).rule == f"act-{act}/age" or act == 4


def test_in_a_measure_medical_treatment_still_asks_consent() -> None:
    """7.3.1 lid 3: WGBO, not the supervision; the guardian decides for a child under 12."""
    assert may(14, supervised().child(), NOW, GI).answer is Answer.CONSENT
    assert may(14, FILES["M5"], NOW, GI).holds
    assert not may(14, FILES["M5"], NOW, OTHER_GI).holds


def test_12_in_r_only_the_gi_that_led_already() -> None:
    """Continuation of consented V2a."""
    led = requested(intensive()).child()
    assert may(12, led, NOW, GI).holds
    assert may(12, led, NOW, OTHER_GI).rule == "act-12/lead"
    assert not may(12, requested().child(), NOW, GI).holds


def test_6_and_11_with_a_name_are_another_act() -> None:
    """No personal data."""
    for act in (6, 11):
        assert may(act, FILES["V1"], NOW, TEAM, told(act, TEAM)).holds
        assert may(act, FILES["V1"], NOW, TEAM, told(act, TEAM, anonymous=False)).rule == f"act-{act}/named"


@pytest.mark.parametrize("act", [43, 45])
def test_the_family_hears_first_unless_that_is_dangerous(act: int) -> None:
    """Meldcode; TR-20."""
    file = FILES["V1"]
    assert may(act, file, NOW, TEAM, told(act, TEAM)).rule == f"act-{act}/informed_on"
    assert may(act, file, NOW, TEAM, told(act, TEAM, informed_on="2026-03-02")).holds
    assert may(act, file, NOW, TEAM, told(act, TEAM, not_informed_because="gevaar")).holds


def test_46_the_reference_index_is_off_unless_an_agreement_is_named() -> None:
    """Off by default [K]."""
    assert may(46, FILES["V1"], NOW, TEAM, told(46, TEAM)).rule == "act-46/basis"
    assert may(46, FILES["V1"], NOW, TEAM, told(46, TEAM, basis="convenant Zonstad 2025")).holds


def test_34_above_12_only_for_who_cannot_judge_it() -> None:
    """1:265h."""
    older = FILES["M2"].model_copy(update={"born": day("2012-03-03")})
    asked = may(34, older, NOW, GI)
    assert [need.rule for need in asked.needs] == ["act-34/unable"]


def test_36_a_dispute_is_brought_by_those_whom_the_law_names() -> None:
    """1:262b: a parent with authority, a minor of 12 or older."""
    file = FILES["M2"]
    youth = Actor(id="kind", role=ANNA.role.YOUTH)
    assert may(36, file, NOW, ANNA).holds
    assert may(36, file, NOW, Actor(id="oma", role=ANNA.role)).rule == "act-36/262b"
    assert may(36, file, NOW, youth).rule == "act-36/262b"
    assert may(36, file.model_copy(update={"born": day("2012-03-03")}), NOW, youth).holds
    assert may(36, file, NOW, TEAM).rule == "act-36/who"


def test_a_worker_writes_down_what_a_parent_does() -> None:
    """Act 36 by Anna, told by the local team; a stranger's cannot be."""
    desk = supervised()
    assert desk.say("2026-03-02", c.RegisterAct, act=36, person="anna").refusal is None
    refusal = desk.say("2026-03-02", c.RegisterAct, act=36, person="oma").refusal
    assert refusal is not None
    assert refusal.matches("act-36/who")
    assert desk.say("2026-03-02", c.RegisterAct, by=ANNA, act=36).refusal is None


def test_a_registered_act_carries_its_answer_and_opens_its_remedy() -> None:
    """Invariant 7; T11 runs from the day after sending."""
    desk = supervised()
    desk.inform("2026-02-03")
    desk.say("2026-03-02", c.RegisterAct, by=GI, act=21, sent_on="2026-03-02")
    facts: dict[str, Any] = desk.new[-1]["facts"]
    assert (facts["act"], facts["answer"], facts["rule"]) == (21, "A", "act-21")
    assert desk.due("T11") == day("2026-03-16")
    desk.pass_to("2026-03-17")
    assert desk.ended() == {"T11": "expired"}


def test_an_act_that_is_not_allowed_is_refused_with_its_number() -> None:
    """Both as ``act-21`` and as ``#21``, with the lawful alternative."""
    refusal = intensive().say("2026-03-02", c.RegisterAct, by=GI, act=21).refusal
    assert refusal is not None
    assert refusal.matches("act-21")
    assert refusal.matches("#21")
    assert "TR-20" in refusal.reasons[0].remedy


def test_an_act_outside_the_catalogue_does_not_exist() -> None:
    """The catalogue is closed."""
    refusal = reported().say("2026-03-02", c.RegisterAct, act=LAST_ACT + 1).refusal
    assert refusal is not None
    assert refusal.matches(f"act-{LAST_ACT + 1}/unknown")


def test_a_plan_that_is_made_meets_its_term() -> None:
    """T19."""
    desk = helped()
    desk.say("2026-02-03", c.WaiveFamilyPlan)
    desk.say("2026-03-02", c.RegisterAct, act=18)
    assert desk.ended() == {"T19": "met"}


def _shared(desk: Desk, receiver: str) -> Desk:
    one: dict[str, Any] = {"source": "school", "receiver": receiver, "aim": "afstemmen", "valid_until": "2026-06-01"}
    agree(desk, "2026-02-03", purpose="sharing", **one)
    return desk


def test_9_information_is_asked_for_the_one_sharing_to_which_people_agreed() -> None:
    """Per source, receiver and aim, for a time."""
    file = _shared(helped(), "team").child()
    one = {"source": "school", "receiver": "team", "aim": "afstemmen"}
    assert may(9, file, NOW, TEAM, told(9, TEAM, **one)).holds
    assert not may(9, file, NOW, TEAM, told(9, TEAM, **one | {"source": "huisarts"})).holds
    refused = may(9, file, NOW, TEAM, told(9, TEAM))
    assert not refused.holds
    assert {need.rule for need in refused.needs} == {"act-9/source"}


def test_who_may_at_all() -> None:
    """The lead of the GI is for a GI, an expert of the judge for a parent."""
    assert may(12, FILES["V2"], NOW, TEAM).rule == "act-12/who"
    assert may(42, FILES["M2"], NOW, GI).rule == "act-42/who"
    assert may(13, FILES["V1"], NOW, RAAD).rule == "act-13/who"
    assert may(61, FILES["M3"], NOW, SUPERVISOR).rule == "act-61/who"
