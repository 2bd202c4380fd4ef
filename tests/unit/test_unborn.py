"""Children that are expected: what is possible before birth, and what the birth changes (L20; BW 1:2)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.position import ClosedReason, State
from tests.unit.cast import ANNA, GI, INTENSIVE, RAAD, VTO, at, day, opening, order
from tests.unit.desk import Desk, agree, ahead, ordered, reported
from tests.unit.rows import PAPERS

EXPECTED: dict[str, Any] = {"born": None, "expected": "2026-04-01", "mother": "anna"}
PLACED: dict[str, Any] = {"placement": "pleeggezin", "placement_end": "2026-11-02"}
BIRTH = "2026-03-25 09:00"


def expected(**about: Any) -> Desk:  # noqa: ANN401 - any field of an opening
    """An unborn child in V0; from birth Anna and Bart have authority."""
    return reported(**EXPECTED | about)


def helped(*, intrusive: bool = False, people: tuple[str, ...] = ("anna",)) -> Desk:
    """An unborn child in V1."""
    desk = expected()
    agree(desk, "2026-02-02 10:00", people, help="hulp")
    decision = desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", intrusive=intrusive, **PAPERS)
    assert decision.refusal is None, decision.refusal
    return desk


def in_measure(kind: str = "supervision", end: str = "2027-02-02", **more: Any) -> Desk:  # noqa: ANN401
    """An unborn child about whom a court decided on 2 February."""
    return ordered(order(kind, "2026-02-02", end, **more), **EXPECTED)


def born(desk: Desk, on: str = "2026-03-24", when: str = BIRTH, **more: Any) -> Desk:  # noqa: ANN401
    """The birth is reported."""
    decision = desk.say(when, c.ReportBirth, born=on, **{"by": GI, **more})
    assert decision.refusal is None, decision.refusal
    return desk


def test_l20_an_unborn_child_can_be_reported_investigated_and_petitioned_for() -> None:
    """V0, R1, R2, R3, as any minor."""
    desk = expected()
    steps: tuple[tuple[type[c.Base], dict[str, Any], State], ...] = (
        (c.RequestInvestigation, VTO, State.REQUESTED),
        (c.RaadAccepts, {"by": RAAD}, State.INVESTIGATING),
    )
    for n, (do, fields, state) in enumerate(steps, start=3):
        desk.say(f"2026-02-0{n}", do, **fields)
        assert desk.state() is state
    assert sorted(desk.notices()) == ["C", "O"]


def test_l20_before_birth_consent_is_the_mothers_own() -> None:
    """The other parent is asked from birth on."""
    desk = expected()
    assert desk.child().consents_at(desk.now).holders == ("anna",)
    assert helped().state() is State.HELP
    desk = expected()
    agree(desk, "2026-02-02 10:00", ("bart",), help="hulp")
    refusal = desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS).refusal
    assert refusal is not None
    assert refusal.matches("TR-02/help-consent")


def test_l20_nobody_else_can_consent_for_an_unborn_child_whose_mother_is_unknown() -> None:
    """An alarm, never a yes."""
    desk = expected(mother=None)
    agree(desk, "2026-02-02 10:00", ("anna", "bart"), help="hulp")
    refusal = desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS).refusal
    assert refusal is not None
    assert refusal.matches("TR-02/nobody-has-authority")


def test_l20_intensive_help_before_birth() -> None:
    """On the mother's own yes to it."""
    desk = helped()
    agree(desk, "2026-02-02 11:30", ("anna",), purpose="intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    assert desk.state() is State.GI_LED


def test_l20_at_birth_the_other_parent_must_agree_too() -> None:
    """Intrusive help stops on the day of birth; help that is not goes on, presumed for ten working days (L13)."""
    desk = born(helped(intrusive=True))
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert desk.child().since == at("2026-03-24")
    desk = born(helped())
    assert desk.state() is State.HELP
    assert [p.person for p in desk.child().presumed] == ["bart"]
    desk.pass_to("2026-04-10")
    assert desk.state() is State.ASSESSMENT


def test_l20_a_yes_for_after_the_birth_can_be_given_before_it() -> None:
    """Of who will have authority."""
    desk = born(helped(intrusive=True, people=("anna", "bart")))
    assert desk.state() is State.HELP
    assert desk.child().presumed == ()


@pytest.mark.parametrize("kind", ["provisional_supervision", "supervision"])
def test_l20_a_placement_waits_for_the_birth(kind: str) -> None:
    """A MUHP of an unborn child is a power from its birth, however late that is."""
    desk = in_measure(kind, "2026-05-01", **PLACED)
    desk.pass_to("2026-04-06")
    assert desk.child().placement(desk.now) is None
    assert desk.state() in (State.PROVISIONAL_SUPERVISION, State.SUPERVISION)
    born(desk, "2026-04-07", "2026-04-08 09:00")
    assert desk.child().placement(at("2026-04-06")) is None
    assert desk.child().placement(desk.now) is not None


def test_l20_the_birth_takes_the_place_of_the_expected_day() -> None:
    """T06 and T07 run from birth; with a MUHP the child is in M3 from then."""
    desk = in_measure(placement="pleeggezin")
    assert (desk.due("T07"), desk.due("T06")) == (day("2026-07-01"), day("2027-02-02"))
    born(desk)
    assert (desk.moves(), desk.state()) == (["TR-62"], State.SUPERVISION_WITH_PLACEMENT)
    assert desk.due("T07") == day("2026-06-24")
    desk.pass_to("2026-06-24")
    assert (desk.moves(), desk.state()) == (["TR-63"], State.SUPERVISION)


def test_l20_a_placement_is_over_when_the_measure_ends_before_the_birth() -> None:
    """NX-07 holds before birth too."""
    desk = in_measure("provisional_supervision", "2026-03-15", **PLACED)
    desk.pass_to("2026-03-20")
    assert desk.state() is State.ASSESSMENT
    assert {t.rule for t in desk.child().terms}.isdisjoint({"T06", "T07"})
    born(desk)
    assert desk.child().placement(desk.now) is None


def test_l20_a_guardianship_of_an_unborn_child_gets_an_end_at_birth() -> None:
    """T38: the 18th birthday is known only then."""
    desk = Desk()
    record = order("guardianship", "2026-02-01", sent_on="2026-02-01")
    desk.say("2026-02-03", c.CourtOrder, by=RAAD, opening=opening(**EXPECTED), order=record)
    assert (desk.state(), desk.due("T38"), ahead(desk)) == (State.GUARDIANSHIP, None, [])
    born(desk)
    assert desk.due("T38") == day("2044-03-24")
    assert ahead(desk)[0] == ("2044-03-23", State.CLOSED)


def test_l20_birthdays_are_counted_from_the_birth() -> None:
    """Not from the expected day."""
    desk = born(in_measure("supervision", "2026-08-02"))
    assert desk.child().born == day("2026-03-24")
    assert desk.child().expected is None
    assert not desk.child().is_minor(at("2044-03-24"))
    assert desk.child().is_minor(at("2044-03-23 23:59"))


def test_l20_who_has_authority_can_be_told_with_the_birth() -> None:
    """The mother alone, when the other parent did not recognise the child."""
    desk = born(helped(intrusive=True), authority=({"holder": "anna"},))
    assert desk.state() is State.HELP
    assert desk.child().consents_at(desk.now).holders == ("anna",)


def test_l20_a_child_that_is_not_born_alive_leaves_no_power_behind() -> None:
    """TR-78 before birth."""
    desk = in_measure(**PLACED)
    desk.say("2026-03-20", c.ReportDeath, by=GI)
    assert desk.child().closed_reason is ClosedReason.DIED
    desk.pass_to("2026-12-31")
    assert desk.state() is State.CLOSED


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("birth/future", {"born": "2026-03-26"}),
        ("recorder", {"born": "2026-03-24", "by": ANNA}),
    ],
)
def test_a_birth_is_told_by_a_worker_once_it_happened(rule: str, fields: dict[str, Any]) -> None:
    """The expected day is no birth."""
    refusal = expected().say(BIRTH, c.ReportBirth, **fields).refusal
    assert refusal is not None
    assert refusal.matches(rule)


def test_a_child_is_born_once() -> None:
    """A second birth of the same child is refused, with a way on."""
    refusal = born(expected()).say("2026-03-26", c.ReportBirth, born="2026-03-25").refusal
    assert refusal is not None
    assert refusal.rule == "birth/known"
