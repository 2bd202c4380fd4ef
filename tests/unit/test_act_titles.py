"""Powers need their title: an order in force that names this GI, and confers this very power."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.act import Cell
from states.acts.confers import confers
from states.acts.confers_table import CONFERS, POWERS, Title
from states.acts.may import Answer, may
from states.acts.standing import standing, topics
from states.acts.table import ACTS, COLUMNS
from states.people import Actor, Role
from tests.unit.acting import FILES, NOW, guarded, told
from tests.unit.cast import ANNA, GI, OTHER_GI, PROVIDER, RAAD, TEAM, at, day, order
from tests.unit.desk import Desk, agree, court, imported, placed, reported, supervised

IN_MEASURE = ("M1", "M2", "M3", "M4", "M5", "M6")
OUTSIDE = ("V0", "V1", "V2", "R", "C")
NOBODY = Actor(id="x", role=Role.GI)


def test_the_power_acts_are_those_of_the_proof() -> None:
    """P of 10-proof § 3, in the table as a column of its own."""
    assert {number for number, act in ACTS.items() if act.power} == set(POWERS) == {8, 21, 22, 25, 28, 29, 30, 33, 37}


TITLES: dict[str, tuple[Title, ...]] = {
    "M1": (Title.VOTS,),
    "M2": (Title.OTS,),
    "M3": (Title.OTS, Title.MUHP),
    "M4": (Title.VV,),
    "M5": (Title.VG,),
    "M6": (Title.TV,),
}


@pytest.mark.parametrize("place", IN_MEASURE)
def test_matrix_and_what_orders_confer_say_the_same(place: str) -> None:
    """A power act is A exactly where the titles in force give it, each with an article."""
    given = {number for title in TITLES[place] for number in CONFERS[title]}
    allowed = {number for number in POWERS if ACTS[number].cells[place] is Cell.ALLOWED}
    asks_court = {number for number in POWERS if ACTS[number].cells[place] is Cell.COURT}
    assert allowed <= given <= allowed | asks_court
    file = FILES[place]
    found = confers(file, standing(file, NOW), NOW)
    assert set(found) == given
    for number in allowed:
        assert may(number, file, NOW, GI).basis == found[number].article


@pytest.mark.parametrize("place", [*IN_MEASURE, "M4p"])
@pytest.mark.parametrize("by", [OTHER_GI, TEAM, RAAD, NOBODY])
@pytest.mark.parametrize("act", POWERS)
def test_a_power_is_for_the_gi_that_the_judge_named(act: int, by: Actor, place: str) -> None:
    """Invariant 8: for every power act, every measure, everybody else."""
    verdict = may(act, FILES[place], NOW, by)
    assert verdict.answer in (Answer.FORBIDDEN, Answer.COURT)
    assert not verdict.holds


@pytest.mark.parametrize("place", OUTSIDE)
@pytest.mark.parametrize("act", POWERS)
@pytest.mark.parametrize("role", Role)
def test_in_the_voluntary_framework_no_power_is_allowed_or_asks_consent(act: int, place: str, role: Role) -> None:
    """Invariant 5."""
    by = Actor(id="iemand", role=role, organisation="GI Fictieland")
    assert may(act, FILES[place], NOW, by).answer in (Answer.FORBIDDEN, Answer.COURT)
    assert not may(act, FILES[place], NOW, by).holds


def test_an_order_that_names_no_gi_gives_nobody_its_powers() -> None:
    """Also not a GI without a name."""
    file = supervised(gi=None).child()
    assert not may(21, file, NOW, GI).holds
    assert not may(21, file, NOW, NOBODY).holds


@pytest.mark.parametrize("act", [8, 14, 21, 25, 28, 30])
def test_l3_a_partial_guardianship_confers_only_its_topics(act: int) -> None:
    """Outside its scope the child's other state counts: here the assessment."""
    file = FILES["M4p"]
    assert not may(act, file, NOW, GI).holds or act == 14
    for topic, held in (("medisch", act in (8, 14)), ("verblijfsvergunning", False)):
        said = told(act, topic=topic, necessary="voor de operatie")
        assert may(act, file, NOW, GI, said).holds is held


def test_l3_a_topic_of_the_dictum_and_no_other_word() -> None:
    """What nobody knows confers nothing."""
    assert {t.value for t in topics("Medische behandeling, school en verblijfsvergunning")} == {
        "medisch",
        "school",
        "verblijfsvergunning",
    }
    assert topics("alles wat nodig is") == topics(None) == frozenset()
    file = guarded("provisional_guardianship", scope="wat nodig is").child()
    assert not may(14, file, NOW, GI).holds


def test_l3_beside_a_partial_guardianship_the_supervision_keeps_its_powers() -> None:
    """Act 21 is read in the column of the supervision."""
    records = (
        order("supervision", "2026-02-01", "2027-02-01"),
        order("provisional_guardianship", "2026-02-01", "2026-05-01", scope="medisch"),
    )
    file = imported(*records).child()
    assert standing(file, NOW).column == "M4p"
    assert may(21, file, NOW, GI).holds
    assert may(14, file, NOW, GI).holds
    assert not may(30, file, NOW, GI).holds


def test_c9_contact_is_limited_only_as_1_265f_allows() -> None:
    """A parent with authority, as far as the placement needs it, no earlier arrangement; else J."""
    desk = placed()
    desk.inform("2026-02-03")
    file = desk.child()
    assert may(25, file, NOW, GI, told(25, person="anna")).holds
    assert may(25, file, NOW, GI, told(25, person="oma")).rule == "act-25/authority"
    assert may(25, file, NOW, GI, told(25, for_placement=False)).rule == "act-25/265f"
    court(desk, "2026-02-20", "contact_arrangement")
    verdict = may(25, desk.child(), NOW, GI, told(25, person="anna"))
    assert (verdict.answer, verdict.rule, verdict.holds) == (Answer.COURT, "act-25/265g", False)
    court(desk, "2026-02-21", "contact_limited")
    verdict = may(25, desk.child(), NOW, GI, told(25, person="anna"))
    assert (verdict.answer, verdict.rule, verdict.holds) == (Answer.COURT, "act-25/decided", True)
    assert not may(25, desk.child(), NOW, OTHER_GI, told(25, person="anna")).holds


def test_c9_a_guardian_decides_about_contact_also_with_an_arrangement() -> None:
    """The limits of 1:265f are those of a supervision."""
    records = (order("contact_arrangement", "2024-01-01"), order("guardianship", "2026-02-01", sent_on="2026-02-01"))
    assert may(25, imported(*records).child(), NOW, GI).holds


@pytest.mark.parametrize("act", [24, 25])
@pytest.mark.parametrize("made", [supervised, placed])
def test_contact_of_a_child_at_home_is_limited_by_the_judge_only(act: int, made: Any) -> None:  # noqa: ANN401
    """00-D: 24 and 25 follow from the MUHP, not from a code of a state."""
    file = made().child()
    assert may(act, file, NOW, GI).holds is (act == 25 and made is placed)


def test_a_directive_goes_to_a_parent_with_authority_or_the_minor() -> None:
    """1:263 lid 1: not to a parent without authority."""
    desk = supervised()
    desk.inform("2026-02-03")
    file = desk.child()
    assert may(21, file, NOW, GI, told(21, person="anna")).holds
    assert may(21, file, NOW, GI, told(21, person="kind")).holds
    assert may(21, file, NOW, GI, told(21, person="oma")).rule == "act-21/authority"


Decision = tuple[int, str, dict[str, Any], Actor]
DECISIONS: tuple[Decision, ...] = (
    (22, "directive_confirmed", {}, GI),
    (24, "contact_limited", {}, GI),
    (26, "contact_arrangement", {}, GI),
    (32, "residence_consented", {}, GI),
    (33, "partial_authority", {"scope": "school"}, GI),
    (34, "treatment_consent", {}, GI),
    (42, "expert_appointed", {}, ANNA),
    (53, "abroad_allowed", {}, GI),
)


@pytest.mark.parametrize(("act", "kind", "more", "by"), DECISIONS)
def test_an_act_that_asks_a_court_holds_when_the_decision_is_there(
    act: int, kind: str, more: dict[str, Any], by: Actor
) -> None:
    """And only then, from the day of the decision up to its end."""
    desk = supervised() if act == 24 else placed()
    said = told(act, topic="school", unable="de gedragswetenschapper", carers_agree="ja")
    before = may(act, desk.child(), NOW, by, said)
    assert (before.answer, before.holds) == (Answer.COURT, False)
    court(desk, "2026-02-20", kind, "2026-06-01", **more)
    file = desk.child()
    during = may(act, file, NOW, by, said)
    assert (during.answer, during.holds, during.rule) == (Answer.COURT, True, f"act-{act}/decided")
    assert not may(act, file, at("2026-02-19"), by, said).holds
    assert not may(act, file, at("2026-06-01"), by, said).holds


def test_partial_authority_covers_only_the_topics_of_the_decision() -> None:
    """1:265e: school, and not a passport or a treatment."""
    desk = placed()
    court(desk, "2026-02-20", "partial_authority", scope="school")
    file = desk.child()
    assert may(33, file, NOW, GI, told(33, topic="school")).holds
    assert may(33, file, NOW, GI, told(33, topic="medisch")).rule == "act-33/scope"
    assert may(33, file, NOW, GI, told(33)).rule == "act-33/topic"
    assert may(52, file, NOW, GI, told(52, topic="school")).holds
    assert not may(52, file, NOW, GI, told(52, topic="verblijfsvergunning")).holds
    assert not may(14, file, NOW, GI, told(14)).holds


def test_replaced_consent_covers_the_named_help_and_no_other() -> None:
    """1:253a; the framework does not change, and another help still asks the judge."""
    desk = reported()
    agree(desk, "2026-02-10", ("anna",), help="coach")
    court(desk, "2026-02-20", "consent_replaced", help="coach", replaces=("bart",), gi=None)
    file = desk.child()
    assert may(35, file, NOW, ANNA, told(35, by=ANNA, help="coach")).holds
    assert may(35, file, NOW, ANNA, told(35, by=ANNA, help="opvang")).rule == "act-35/named-help"
    assert may(35, file, NOW, ANNA, told(35, by=ANNA)).rule == "act-35/help"
    assert not may(35, reported().child(), NOW, ANNA, told(35, by=ANNA, help="coach")).holds


def test_a_child_is_placed_within_the_kind_of_place_of_the_muhp() -> None:
    """1:265c: for another kind of place another MUHP; without one it asks the judge."""
    file = placed().child()
    assert may(29, file, NOW, GI, told(29, place="pleeggezin")).holds
    assert may(29, file, NOW, GI, told(29, place="instelling")).rule == "act-29/place"
    assert may(29, file, NOW, GI, told(29)).rule == "act-29/place"
    assert not may(29, file, at("2026-11-02"), GI, told(29, place="pleeggezin")).holds
    assert not may(29, supervised().child(), NOW, GI, told(29, place="pleeggezin")).holds


def test_after_a_year_with_the_same_carers_the_judge_must_agree_to_going_home() -> None:
    """L9: 265i lid 1, any change of residence [K]; within the year the GI decides."""
    desk = placed()
    file = desk.child().model_copy(update={"carers_since": day("2025-03-02")})
    assert may(31, file, at("2026-03-01 23:59"), GI).holds
    asked = may(31, file, NOW, GI)
    assert (asked.answer, asked.rule, asked.holds) == (Answer.COURT, "act-31/265i", False)
    court(desk, "2026-02-20", "residence_consented")
    agreed = desk.child().model_copy(update={"carers_since": day("2025-03-02")})
    assert may(31, agreed, NOW, GI).holds


def _secured(desk: Desk) -> Desk:
    record = {"secure": "regular", "gi": "GI Fictieland"}
    return court(desk, "2026-02-20", "secure_placement", "2026-08-20", **record)


def test_secure_placement_and_what_limits_freedom_there_rest_on_the_authorisation() -> None:
    """Acts 37 and 61: J by G; 37 in a measure only for the named GI."""
    desk = placed()
    said = told(61, by=PROVIDER, necessary="staat in het plan: kamer op slot bij weglopen")
    assert not may(37, desk.child(), NOW, GI).holds
    assert not may(61, desk.child(), NOW, PROVIDER, said).holds
    file = _secured(desk).child()
    assert may(37, file, NOW, GI).holds
    assert not may(37, file, NOW, OTHER_GI).holds
    assert may(61, file, NOW, PROVIDER, said).holds
    assert may(61, file, NOW, PROVIDER, told(61, by=PROVIDER)).rule == "act-61/necessary"
    assert not may(61, file, at("2026-08-20"), PROVIDER, said).holds


def test_37_in_v0_is_only_an_authorisation_that_runs_off() -> None:
    """00-D: J, and it holds for as long as G does."""
    assert may(37, reported().child(), NOW, TEAM).answer is Answer.COURT
    desk = supervised(end="2026-03-10")
    _secured(desk)
    desk.pass_to("2026-03-12")
    file = desk.child()
    assert standing(file, at("2026-03-12")).column == "V0"
    assert may(37, file, at("2026-03-12"), PROVIDER).holds
    assert not may(37, file, at("2026-04-20"), PROVIDER).holds


def test_the_proof_of_the_columns() -> None:
    """Every column that is not of a measure confers nothing."""
    for place in OUTSIDE:
        assert confers(FILES[place], standing(FILES[place], NOW), NOW) == {}
    assert set(COLUMNS) == {*IN_MEASURE, *OUTSIDE, "M4p"}
    assert c.RegisterAct.model_fields["act"].is_required()
