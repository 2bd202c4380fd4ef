"""Orders before a file, before a beginning or after an end: entered as given, flagged, told (00-B; ADR 0020)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states.acts.may import may
from states.position import State, framework_of
from tests.unit.cast import GI, OTHER_GI, at, day, order
from tests.unit.desk import (
    Desk,
    ahead,
    court,
    helped,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    supervised,
)

INQUIRY = 8
SECURE: dict[str, Any] = {"secure": "regular", "statement": "2026-02-27", "lawyer": True}
CLOSING: dict[str, Any] = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-02-04"}


def secure(end: str = "2026-08-02", given: str = "2026-02-02", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A decision of the judge for secure youth help."""
    return order("secure_placement", given, end, **SECURE | more)


def closed() -> Desk:
    """A child whose file was closed on 2026-02-04."""
    desk = reported()
    desk.say("2026-02-04 09:00", c.DeliverNotices, how="brief")
    assert desk.say("2026-02-04 10:00", c.Close, closed_reason="C2", **CLOSING).refusal is None
    return desk


def holds(desk: Desk, by: Any, when: str) -> bool:  # noqa: ANN401 - an actor
    """Whether a GI may ask others for information."""
    return may(INQUIRY, desk.child(), at(when), by).holds


def repairs(desk: Desk) -> list[str]:
    """Who has to ask for repair, after the last command."""
    tasks = (t for body in desk.new for t in body["effects"].get("tasks", ()))
    return [task["role"] for task in tasks if task["code"] == "repair"]


def test_tr68_secure_help_for_a_child_in_no_case_opens_its_file() -> None:
    """V0 with its clocks, the overlay beside it, and everybody told; the frame is voluntary (C10)."""
    desk = ordered(secure())
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)
    assert framework_of(desk.state()).value == "voluntary"
    assert desk.child().secured(at("2026-02-03")) is not None
    assert {"O", "L", "C"} <= set(desk.notices())
    assert (desk.due("T44"), desk.due("T45") is not None) == (day("2026-02-09"), True)


def test_tr68_when_that_secure_help_ends_nothing_breaks() -> None:
    """It was 'none to none'."""
    desk = ordered(secure())
    desk.pass_to("2026-09-01")
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)
    assert desk.child().secured(at("2026-09-01")) is None


def test_tr68_secure_help_opens_a_closed_file_again() -> None:
    """Old consents are not revived: V0."""
    desk = court(closed(), "2026-03-02 09:00", "secure_placement", "2026-08-02", **SECURE)
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)
    assert desk.child().closed_reason is None
    assert "T44" in {t.rule for t in desk.child().terms}


def test_tr68_planned_secure_help_opens_the_file_on_its_day() -> None:
    """Of a child in no case, and of a closed one; foretold where there is a file (NX-12)."""
    desk = ordered(secure(start="2026-03-10"))
    assert desk.state() is State.NONE
    desk.pass_to("2026-03-10")
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)
    again = court(closed(), "2026-03-02 09:00", "secure_placement", "2026-08-02", start="2026-03-10", **SECURE)
    assert again.state() is State.CLOSED
    assert ahead(again)[0] == ("2026-03-09", State.ASSESSMENT)
    again.pass_to("2026-03-10")
    assert again.state() is State.ASSESSMENT


def test_tr68_secure_help_that_the_court_of_appeal_grants_opens_the_file_too() -> None:
    """Whoever decides it: somebody has to assess."""
    desk = ordered(order("granted_on_appeal", "2026-02-02", "2026-08-02", grants="secure_placement", **SECURE))
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)


def test_tr68_a_late_order_opens_the_file_from_its_own_day() -> None:
    """NX-13; when it was over already, it opens and runs out."""
    desk = ordered(secure(), when="2026-03-02 09:00")
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)
    assert desk.child().since == at("2026-02-02")
    over = ordered(secure(end="2026-02-20"), when="2026-03-02 09:00")
    assert over.moves() == ["TR-68", "TR-68"]
    assert over.child().secured(at("2026-03-02")) is None


def test_tr68_secure_help_past_the_18th_birthday_opens_nothing() -> None:
    """It runs on beside a closed file (6.1.1 lid 1), and a new one stays beside it."""
    desk = court(supervised(born=day("2008-03-10")), "2026-03-02 09:00", "secure_placement", "2026-06-02", **SECURE)
    desk.pass_to("2026-03-11")
    assert desk.state() is State.CLOSED
    court(desk, "2026-05-20 09:00", "secure_placement", "2026-08-02", **SECURE)
    assert (desk.moves(), desk.state()) == (["TR-68"], State.CLOSED)


@pytest.mark.parametrize(
    "annulled",
    [
        {"given": "2026-03-05", "start": "2026-02-20"},
        {"given": "2026-02-20"},
        {"given": "2026-02-20", "start": "2026-02-10"},
    ],
    ids=["from an earlier day", "given before it", "both"],
)
def test_tr74_an_annulment_from_before_the_order_works_from_its_own_start(annulled: dict[str, Any]) -> None:
    """Nothing ends before it begins; somebody has to ask for repair (Rv 31)."""
    desk = court(reported(), "2026-03-02 11:00", "supervision", "2027-03-02")
    court(desk, "2026-03-05 11:00", "annulled", about="supervision", **annulled)
    assert (desk.moves(), desk.state()) == (["TR-74"], State.ASSESSMENT)
    measure = desk.child().measures[0]
    assert measure.ended == measure.start
    assert "TR-74/early" in desk.flags()
    assert repairs(desk) == ["supervisor"]


def test_tr74_an_annulment_in_time_asks_for_no_repair() -> None:
    """It begins after the order did."""
    desk = court(supervised(), "2026-03-05 11:00", "annulled", start="2026-03-05")
    assert "TR-74/early" not in desk.flags()
    assert repairs(desk) == []


def test_tr45_an_annulment_before_the_measure_begins_denies_the_petition() -> None:
    """It is entered as given; it was refused for having no row from R3."""
    desk = court(petitioned(), "2026-03-02 11:00", "supervision", "2027-03-02", start="2026-03-10")
    assert desk.state() is State.PETITIONED
    court(desk, "2026-03-06 11:00", "annulled", about="supervision")
    assert (desk.moves(), desk.state()) == (["TR-45"], State.ASSESSMENT)
    desk.pass_to("2026-04-01")
    assert desk.child().measure(at("2026-04-01")) is None
    later = court(petitioned(), "2026-03-02 11:00", "supervision", "2027-03-02", start="2026-05-01")
    court(later, "2026-03-15 11:00", "annulled", about="supervision", given="2026-02-10", start="2026-04-15")
    later.pass_to("2026-05-02")
    assert later.state() is State.ASSESSMENT


def test_tr59_keeping_a_measure_does_not_replace_its_gi() -> None:
    """NX-09: the first GI is responsible until the judge decides about that; the GI looks at it."""
    desk = court(provisional(heard=False), "2026-02-10", "maintained", gi=OTHER_GI.organisation)
    assert "TR-59/gi" in desk.flags()
    assert repairs(desk) == ["gi"]
    assert (holds(desk, GI, "2026-02-11"), holds(desk, OTHER_GI, "2026-02-11")) == (True, False)
    same = court(provisional(heard=False), "2026-02-10", "maintained")
    assert "TR-59/gi" not in same.flags()
    silent = court(provisional(heard=False), "2026-02-10", "maintained", gi=None)
    assert "TR-59/gi" not in silent.flags()


def replaced_later() -> Desk:
    """A supervision to 2027-02-02, and another GI from a month later."""
    return court(supervised(), "2026-12-01", "gi_replaced", start="2027-03-01", gi=OTHER_GI.organisation)


def test_tr64_a_planned_gi_after_the_end_comes_with_the_extension() -> None:
    """From its own day, and not before; without an extension nobody has power."""
    desk = replaced_later()
    assert "TR-64/after" in desk.flags()
    court(desk, "2027-01-10", "supervision_extension", "2028-02-02", gi=None)
    assert (holds(desk, GI, "2027-02-20"), holds(desk, OTHER_GI, "2027-02-20")) == (True, False)
    desk.pass_to("2027-03-02")
    assert (desk.moves()[-1], desk.state()) == ("TR-64", State.SUPERVISION)
    assert (holds(desk, GI, "2027-03-02"), holds(desk, OTHER_GI, "2027-03-02")) == (False, True)
    alone = replaced_later()
    alone.pass_to("2027-03-02")
    assert alone.state() is State.ASSESSMENT
    assert not holds(alone, OTHER_GI, "2027-03-02")


def test_tr64_an_extension_that_names_a_gi_goes_before_what_was_planned() -> None:
    """With a flag, because two decisions differ."""
    desk = court(replaced_later(), "2027-01-10", "supervision_extension", "2028-02-02")
    assert "TR-64/planned" in desk.flags()
    desk.pass_to("2027-03-02")
    assert holds(desk, GI, "2027-03-02")


def test_tr82_a_planned_gi_that_nobody_named_is_gone_from_the_extension() -> None:
    """The replacement was recorded by mistake."""
    desk = court(replaced_later(), "2027-01-10", "supervision_extension", "2028-02-02", gi=None)
    said = {"second": "sanne", "reason": "Deze beslissing ging over een ander kind."}
    assert desk.say("2027-01-11", c.Correct, order="gi_replaced", **said).refusal is None
    desk.pass_to("2027-03-02")
    assert holds(desk, GI, "2027-03-02")


def suspended_by_appeal(desk: Desk) -> Desk:
    """Anna appeals on 2026-03-02 against an order that does not work at once."""
    desk.say("2026-03-02 09:00", c.OpenProcedure, track="P3", paper="beroepschrift", party="parent", person="anna")
    return desk


def test_tr83_what_the_suspended_order_ended_stays_ended_and_somebody_looks() -> None:
    """No row brings it back, and nobody has power without one; a lawyer looks today [K]."""
    made = court(provisional(), "2026-02-16 11:00", "supervision", "2027-02-16", enforceable="no")
    desk = suspended_by_appeal(made)
    assert (desk.state(), "TR-83/ended" in desk.flags()) == (State.ASSESSMENT, True)
    assert repairs(desk) == ["supervisor"]
    by_court = court(provisional(), "2026-02-16 11:00", "supervision", "2027-02-16")
    court(by_court, "2026-03-02 11:00", "suspended")
    assert (by_court.state(), "TR-83/ended" in by_court.flags()) == (State.ASSESSMENT, True)


@pytest.mark.parametrize("made", [supervised, placed])
def test_tr83_an_order_that_ended_nothing_raises_no_such_flag(made: Any) -> None:  # noqa: ANN401 - a scene
    """Also when what it followed would be over by now."""
    assert "TR-83/ended" not in suspended_by_appeal(made(enforceable="no")).flags()
    over = court(provisional(end="2026-02-20"), "2026-02-16 11:00", "supervision", "2027-02-16", enforceable="no")
    assert "TR-83/ended" not in suspended_by_appeal(over).flags()


def test_tr83_consents_that_a_measure_ended_are_asked_again() -> None:
    """00-A: a consent ends when a measure starts; suspension revives none."""
    made = court(helped(), "2026-02-16 11:00", "supervision", "2027-02-16", enforceable="no")
    desk = suspended_by_appeal(made)
    assert desk.state() is State.ASSESSMENT
    assert not desk.child().consents_at(at("2026-03-03")).valid
