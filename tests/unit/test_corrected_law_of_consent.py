"""Corrections of the law on consent: L12 (recognition), L13 (birthdays), L21 (intensive help)."""

from __future__ import annotations

import pytest

from states import commands as c
from states.consents.consent import Purpose
from states.consents.table import BY_ANALOGY, CONSENT, DepartureKind
from states.editions.book import rules
from states.people import AgeBand, Authority
from states.position import State
from tests.unit.cast import PARENTS, at, day
from tests.unit.desk import Desk, agree, helped, intensive, reported
from tests.unit.ledger import Body

BEFORE, SINCE = day("2022-12-31"), day("2023-01-01")


def l12(desk: Desk) -> list[str]:
    """What must be looked up about recognition, in the whole log."""
    flags = (flag for body in desk.log for flag in _flags(body))
    return [flag["text"] for flag in flags if flag["rule"] == "L12"]


def _flags(body: Body) -> list[dict[str, str]]:
    found: list[dict[str, str]] = body["facts"].get("flags", [])
    return found


def test_l12_recognition_since_2023_gives_joint_authority() -> None:
    """From the day of it; look it up (BW 1:251b)."""
    desk = reported(authority=(Authority(holder="anna"), Authority(holder="bart", recognised_on=SINCE)))
    assert desk.child().authority[1].since == SINCE
    assert desk.child().consents_at(desk.now).asked(Purpose.HELP) == PARENTS
    assert len(l12(desk)) == 1
    assert "bart" in l12(desk)[0]


def test_l12_unless_one_of_its_grounds_keeps_it_away() -> None:
    """1:251b lid 1-2: then the row says so, and gives no authority."""
    row = Authority(holder="bart", recognised_on=SINCE, none_because="verklaring 1:251b lid 1")
    desk = reported(authority=(Authority(holder="anna"), row))
    assert desk.child().consents_at(desk.now).asked(Purpose.HELP) == ("anna",)
    assert "1:251b lid 1" in l12(desk)[0]


def test_l12_recognition_before_2023_gave_no_authority_by_itself() -> None:
    """Without another source it must be looked up; with one, or checked, not."""
    desk = reported(authority=(Authority(holder="anna"), Authority(holder="bart", recognised_on=BEFORE)))
    assert "voor 1-1-2023" in l12(desk)[0]
    known = Authority(holder="bart", recognised_on=BEFORE, source="gezagsregister")
    assert l12(reported(authority=(Authority(holder="anna"), known))) == []
    checked = Authority(holder="bart", recognised_on=SINCE, checked_on=day("2026-02-01"))
    assert l12(reported(authority=(Authority(holder="anna"), checked))) == []


def test_l12_recognition_during_help_asks_the_new_parent() -> None:
    """TR-18: as at a birthday; and the flag comes with the move."""
    desk = reported(holders=("anna",))
    agree(desk, "2026-02-02 10:00", ("anna",), help="hulp")
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", frame_statement="2026-02-02", rights_sheet="2026-02-02")
    carl = Authority(holder="carl", recognised_on=day("2026-03-02"))
    desk.say("2026-03-02 09:00", c.ChangeAuthority, authority=(Authority(holder="anna"), carl))
    assert desk.moves() == ["TR-18"]
    assert "L12" in desk.flags()
    desk.pass_to("2026-03-17")
    assert desk.state() is State.ASSESSMENT


def test_l13_plain_help_is_presumed_until_the_first_contact() -> None:
    """Who is spoken to and says nothing, is asked like anybody from then."""
    desk = helped(born=day("2014-06-01"))
    desk.pass_to("2026-06-04")
    desk.say("2026-06-05 15:00", c.ReportContact, person="kind")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)
    assert desk.child().since == at("2026-06-05 15:00")


def test_l13_a_yes_at_the_first_contact_carries_help_on() -> None:
    """Nothing is presumed any more, so there is no contact to report."""
    desk = helped(born=day("2014-06-01"))
    agree(desk, "2026-06-05", ("kind",), help="hulp")
    refusal = desk.say("2026-06-05 15:00", c.ReportContact, person="kind").refusal
    assert refusal is not None
    assert refusal.matches("L13/contact")
    assert desk.state() is State.HELP


def test_l13_a_contact_is_reported_by_a_worker() -> None:
    """A family speaks for itself."""
    desk = helped(born=day("2014-06-01"))
    desk.pass_to("2026-06-04")
    youth = {"id": "kind", "role": "youth"}
    refusal = desk.say("2026-06-05", c.ReportContact, person="kind", by=youth).refusal
    assert refusal is not None
    assert refusal.matches("recorder")


@pytest.mark.parametrize(("age", "born"), [(12, "2014-06-01"), (16, "2010-06-01")])
def test_l13_intrusive_help_without_the_own_yes_stops_on_the_birthday(age: int, born: str) -> None:
    """With an alarm to the supervisor four weeks, one week and one day before."""
    people = PARENTS if age == 12 else ("kind", *PARENTS)
    desk = helped(born=day(born), people=people, intrusive=True)
    for moment, days in (("2026-05-04", 28), ("2026-05-25", 7), ("2026-05-31", 1)):
        desk.pass_to(moment)
        assert f"alarm-{age}-{days}" in desk.tasks()
    desk.pass_to("2026-06-01")
    assert (desk.moves(), desk.state()) == (["TR-09"], State.ASSESSMENT)


def test_l13_consent_is_presumed_nowhere_else() -> None:
    """Only where a row says so, and no row of an adult does; not for intensive help, sharing, or a start."""
    assert not any(DepartureKind.PRESUMED in r.departures for r in CONSENT if r.band is AgeBand.ADULT)
    desk = helped(born=day("2014-06-01"))
    desk.pass_to("2026-06-05")
    consents = desk.child().consents_at(desk.now)
    assert consents.complete(Purpose.HELP, "hulp")
    assert not consents.complete(Purpose.HELP, "hulp", explicit=True)
    assert not consents.complete(Purpose.INTENSIVE_HELP)
    assert not consents.complete(Purpose.SHARING)
    fresh = reported(born=day("2014-06-01"))
    agree(fresh, "2026-02-02 10:00", help="hulp")
    fresh.pass_to("2026-06-05")
    papers = {"frame_statement": "2026-06-05", "rights_sheet": "2026-06-05"}
    assert fresh.say("2026-06-05 09:00", c.StartHelp, help="hulp", **papers).refusal is not None


def test_l21_intensive_help_asks_the_same_people_by_analogy() -> None:
    """A gap in the law, marked [K]: the rows of help, and a refusal that says on what it rests."""
    desk = helped()
    words = {"lead": "gi", "mandate": "2026-01-30"}
    refusal = desk.say("2026-02-03", c.StartIntensiveHelp, **words).refusal
    assert refusal is not None
    reason = next(r for r in refusal.reasons if r.rule == "TR-05/intensive-consent")
    assert reason.source == BY_ANALOGY
    assert "[K]" in reason.source
    for born in (None, day("2017-03-03"), day("2012-01-01"), day("2009-01-01")):
        file = intensive().child().model_copy(update={"born": born})
        consents = file.consents_at(desk.now)
        assert consents.asked(Purpose.INTENSIVE_HELP) == consents.asked(Purpose.HELP, "hulp")
    assert rules(desk.now).consent == CONSENT
