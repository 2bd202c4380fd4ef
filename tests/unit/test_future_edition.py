"""The law changes during a case (D7): what was granted keeps its limits; the new rules decide what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from states import commands as c
from states.acts.may import Answer, may
from states.editions.book import rules, under
from states.editions.edition import EDITION
from states.people import Actor, Role
from states.position import State
from tests.unit.cast import GI, SUPERVISOR, TEAM, at, day, opening, order
from tests.unit.desk import Desk, agree, court, ordered
from tests.unit.future import BOOK, FUTURE

BEFORE, AFTER = "2027-06-30 23:59", "2027-07-01 00:00"
YEAR = order("supervision", "2027-02-02", "2028-02-02")


@pytest.fixture(autouse=True)
def _the_law_changes() -> Iterator[None]:
    with under(BOOK):
        yield


def _living_through() -> Desk:
    """A child under a supervision of a year that began before the law changed, a month after it did."""
    desk = ordered(YEAR, when="2027-02-02 10:00")
    desk.inform("2027-02-03")
    desk.pass_to("2027-08-01")
    return desk


def _directs(desk: Desk, when: str, done: str | None = None) -> bool:
    """Whether a directive is registered that was given at a moment, or just now."""
    about: dict[str, Any] = {"at": at(done)} if done else {}
    decision = desk.say(when, c.RegisterAct, act=21, by=GI, person="anna", text="aanwijzing", **about)
    return decision.refusal is None


def test_an_edition_begins_at_midnight_in_amsterdam() -> None:
    """Not at midnight UTC, and the first one also counts before its own first day."""
    assert rules(at(BEFORE)) is EDITION
    assert rules(at(AFTER)) is FUTURE
    assert rules(at("2020-01-01")) is EDITION


def test_what_was_granted_before_keeps_its_own_end() -> None:
    """A running term is not silently moved: same term, same day, same explanation."""
    desk = ordered(YEAR, when="2027-02-02 10:00")
    before = desk.child().open_term("T01")
    assert before is not None
    assert before.due == day("2028-02-02")
    desk.pass_to("2027-08-01")
    assert desk.child().open_term("T01") == before
    desk.pass_to("2028-02-01")
    assert desk.state() is State.SUPERVISION
    desk.pass_to("2028-02-02")
    assert desk.state() is State.ASSESSMENT


def test_what_is_decided_after_has_the_new_limit() -> None:
    """An extension of a year under an L term of half a year: entered as given, capped, flagged."""
    desk = _living_through()
    court(desk, "2028-01-20 10:00", "supervision_extension", "2029-02-02")
    assert "NX-06" in desk.flags()
    assert desk.due("T02") == day("2028-08-02")
    desk.pass_to("2028-08-02")
    assert desk.state() is State.ASSESSMENT


def test_a_new_order_of_after_has_the_new_limit_beside_an_old_one() -> None:
    """Two children of one case: each under the rules of its own order."""
    desk = _living_through()
    desk.say(
        "2027-08-02 10:00",
        c.CourtOrder,
        child="zus",
        by=TEAM,
        opening=opening(),
        order=order("supervision", "2027-08-02", "2028-08-02"),
    )
    assert desk.due("T01", "zus") == day("2028-02-02")
    assert desk.due("T01") == day("2028-02-02")
    assert "NX-06" in desk.flags("zus")


def test_a_late_order_has_the_limit_of_its_own_day() -> None:
    """Recorded after the change, given before it: a year is a year (NX-13)."""
    desk = ordered(YEAR, when="2027-09-01 10:00")
    assert desk.due("T01") == day("2028-02-02")
    assert "NX-06" not in desk.flags()


def test_a_changed_cell_answers_by_the_moment_of_the_act() -> None:
    """The GI could give the directive; from the first day of the new rules a court does."""
    desk = _living_through()
    child = desk.child()
    assert may(21, child, at(BEFORE), GI).answer is Answer.ALLOWED
    assert may(21, child, at(AFTER), GI).answer is Answer.COURT
    assert may(21, child, at(AFTER), GI).alternative == FUTURE.acts[21].alternative


def test_an_act_of_before_that_is_recorded_after_is_judged_by_the_rules_of_then() -> None:
    """What was allowed when it was done stays so."""
    desk = _living_through()
    assert _directs(desk, "2027-08-02 10:00", done="2027-06-15 10:00")
    assert desk.new[-1]["edition"] == EDITION.id
    assert not _directs(desk, "2027-08-02 11:00")
    assert desk.new[-1]["edition"] == FUTURE.id


def test_a_changed_row_and_a_changed_guard_count_from_the_first_day() -> None:
    """Who may close, and what stands before help, are those of the moment."""
    unregistered = Actor(id="nieuw", role=Role.LOCAL_TEAM, organisation="Lokaal team Zonstad")
    papers = {"frame_statement": "2027-05-01", "rights_sheet": "2027-05-01"}
    for when, allowed in (("2027-05-03 10:00", False), ("2027-08-03 10:00", True)):
        desk = Desk()
        desk.say("2027-05-01 10:00", c.Report, opening=opening(), report="melding")
        agree(desk, "2027-05-01 11:00", help="hulp")
        if allowed:
            desk.pass_to(when)
        decision = desk.say(when, c.StartHelp, by=unregistered, help="hulp", **papers)
        assert (decision.refusal is None) is allowed, decision.refusal
    closing = {"closed_reason": "C2", "judgement": "veilig", "second_reader": "sanne", "closing_letter": "2027-05-01"}
    for when, by, allowed in (
        ("2027-05-03", TEAM, True),
        ("2027-08-03", TEAM, False),
        ("2027-08-03", SUPERVISOR, True),
    ):
        desk = Desk()
        desk.say("2027-05-01 10:00", c.Report, opening=opening(), report="melding")
        desk.say("2027-05-02 10:00", c.DeliverNotices, how="brief")
        second = {"second_reader": "lotte"} if by is SUPERVISOR else {}
        decision = desk.say(when, c.Close, by=by, **closing | second)
        assert (decision.refusal is None) is allowed, decision.refusal


def test_every_entry_names_the_edition_of_its_moment() -> None:
    """Also the lapse that nobody recorded until later."""
    desk = _living_through()
    desk.pass_to("2028-03-01")
    named = {body["effective_at"]: body["edition"] for body in desk.log}
    assert named
    assert all(edition == (EDITION.id if moment < "2027-06-30T22" else FUTURE.id) for moment, edition in named.items())
    assert set(named.values()) == {EDITION.id, FUTURE.id}
