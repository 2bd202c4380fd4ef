"""From where a child stands, an attempt that is in order itself is refused with its rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from states import commands as c
from states.position import ClosedReason, State
from states.refusal import Refusal
from tests.unit.attempts import (
    ATTEMPTS,
    CLOSING,
    WHEN,
    agreed,
    closed,
    led_by_either,
    told,
)
from tests.unit.cast import (
    GI,
    RAAD,
    at,
    day,
    order,
)
from tests.unit.desk import (
    Desk,
    agree,
    helped,
    imported,
    intensive,
    investigated,
    ordered,
    petitioned,
    reported,
    requested,
    supervised,
)

SITUATIONS: tuple[tuple[str, str, Callable[[], Desk], str], ...] = (
    ("TR-01", "TR-01/open", reported, "an open file"),
    ("TR-02", "TR-02/from", helped, "help runs"),
    ("TR-02", "NX-08", closed, "closed"),
    (
        "TR-02",
        "TR-02/help-consent",
        lambda: agreed(reported(holders=("anna", "bart", "oma")), help="hulp"),
        "a third holder",
    ),
    ("TR-02", "TR-02/nobody-has-authority", lambda: reported(holders=()), "nobody has authority"),
    ("TR-03", "TR-03/pending", reported, "undelivered notices"),
    ("TR-03", "NX-14", supervised, "a measure"),
    ("TR-03", "NX-14", requested, "an investigation"),
    ("TR-05", "TR-06/help-consent", reported, "no consent at all"),
    ("TR-05", "TR-05/intensive-consent", helped, "no yes to intensive help"),
    (
        "TR-05",
        "NX-02",
        lambda: agreed(helped(), people=("anna",), purpose="intensive_help"),
        "one parent says yes to intensive help",
    ),
    ("TR-42", "unknown-child", Desk, "an unknown child without an opening"),
    (
        "TR-05",
        "TR-05/lead-consent",
        lambda: agreed(helped(), purpose="intensive_help", leads=("local_team",)),
        "another lead",
    ),
    ("TR-05", "TR-05/region", lambda: agreed(helped(region="GI_consult"), purpose="intensive_help"), "another region"),
    ("TR-05", "TR-05/from", supervised, "a measure"),
    ("TR-05", "NX-08", closed, "closed"),
    ("TR-07", "TR-07/lead-consent", lambda: led_by_either(("gi",)), "the yes names one lead"),
    ("TR-07", "TR-07/region", intensive, "the region knows one lead"),
    ("TR-07", "TR-07/from", helped, "plain help"),
    ("TR-08", "TR-08/from", helped, "plain help"),
    ("TR-11", "TR-11/pending", helped, "undelivered notices"),
    ("TR-18", "TR-18/from", closed, "closed"),
    ("TR-20", "TR-20/from", requested, "requested already"),
    ("TR-20", "TR-20/from", supervised, "a measure"),
    ("TR-20", "unknown-child", Desk, "an unknown child"),
    ("TR-22", "TR-22/from", investigated, "investigating already"),
    ("TR-23", "TR-23/from", investigated, "investigating already"),
    ("TR-24", "TR-24/from", requested, "not investigating yet"),
    ("TR-25", "TR-25/from", requested, "not investigated yet"),
    ("TR-25", "TR-26/burgemeester", reported, "nothing asked of the Raad"),
    ("TR-54", "TR-54/from", reported, "known already"),
    ("TR-63", "TR-63/from", supervised, "at home"),
    ("T18", "T18/measure", reported, "no measure"),
    ("T19", "T19/help", reported, "no help"),
    ("T44", "T44/once", helped, "not in V0"),
    ("yes", "NX-08", closed, "closed"),
    ("yes", "consent/measure", supervised, "a measure"),
)


@pytest.mark.parametrize(("name", "rule", "made", "_why"), SITUATIONS, ids=[f"{s[1]} {s[3]}" for s in SITUATIONS])
def test_from_the_wrong_situation_it_is_refused(name: str, rule: str, made: Callable[[], Desk], _why: str) -> None:
    """The attempt is in order; where the child stands is not."""
    attempt = ATTEMPTS[name]
    desk = made()
    when = "2026-03-02 09:00" if name != "T44" else "2026-02-03"
    refusal = desk.say(when, attempt.do, **attempt.fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal


def test_an_adult_cannot_be_brought_under_a_measure() -> None:
    """1:233, the third ground of 00-B; on the day before it is possible."""
    for given, refused in (("2026-03-09", False), ("2026-03-10", True)):
        desk = reported(born=day("2008-03-10"))
        record = order("supervision", given, "2027-01-01")
        refusal = desk.say(f"{given} 09:00", c.CourtOrder, by=RAAD, order=record).refusal
        assert (refusal is not None) is refused
        if refusal is not None:
            assert refusal.matches("1:233/adult")


def test_a_placed_child_a_petition_and_a_planned_measure_hold_a_file_open() -> None:
    """00-C: the guard on closing."""
    close = {"closed_reason": "C2", **CLOSING}
    away = told(reported())
    away.say("2026-03-01", c.ReportResidence, residence="away")
    asked = supervised(end="2026-02-20")
    asked.say("2026-02-10", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    planned = told(
        ordered(order("supervision", "2026-02-20", "2027-02-20", start="2026-03-20"), "2026-02-20", reported())
    )
    for desk in (away, told(asked), planned):
        assert desk.state() is State.ASSESSMENT
        refusal = desk.say(WHEN, c.Close, **close).refusal
        assert refusal is not None
        assert refusal.matches("TR-03/pending")


@pytest.mark.parametrize("denied", ["refused", "annulled"])
def test_c7_is_for_shortly_after_a_refusal_or_an_annulment(denied: str) -> None:
    """2.1: no measure and no help. The row lands in V0 (00-A), and from there the file closes with this reason."""

    def landed() -> Desk:
        desk = petitioned() if denied == "refused" else supervised()
        desk.say("2026-02-20 09:00", c.CourtOrder, by=RAAD, order=order(denied, "2026-02-20"))
        assert desk.state() is State.ASSESSMENT
        return desk

    def close(desk: Desk, when: str) -> Refusal | None:
        desk.say(when, c.DeliverNotices, how="brief")
        return desk.say(when, c.Close, **fields).refusal

    fields = CLOSING | {"closing_letter": "2026-02-20", "closed_reason": "C7"}
    desk = landed()
    assert close(desk, "2026-02-23 12:00") is None
    assert (desk.moves(), desk.child().closed_reason) == (["TR-03"], ClosedReason.ANNULLED)
    for other, when in (
        (landed(), "2026-03-02 12:00"),
        (reported(), "2026-02-03 12:00"),
        (supervised(end="2026-02-20"), "2026-02-23 12:00"),
    ):
        refusal = close(other, when)
        assert refusal is not None
        assert refusal.matches("TR-03/closed_reason")


def test_c3_is_for_shortly_after_a_measure() -> None:
    """00-C: as long as T44 of that landing runs; not after help in between."""

    def ended() -> Desk:
        return supervised(end="2026-02-27")

    def close(desk: Desk, when: str) -> bool:
        fields = CLOSING | {"closing_letter": "2026-02-27", "closed_reason": "C3"}
        desk.say(when, c.DeliverNotices, how="brief")
        return desk.say(when, c.Close, **fields).refusal is None

    assert close(ended(), "2026-03-06 12:00")
    assert not close(ended(), "2026-03-09 12:00")
    between = ended()
    agree(between, "2026-02-28", help="hulp")
    between.say("2026-02-28 09:00", c.StartHelp, help="hulp", frame_statement="2026-02-28", rights_sheet="2026-02-28")
    between.say("2026-03-02", c.WithdrawConsent, person="anna")
    assert between.state() is State.ASSESSMENT
    assert not close(between, "2026-03-03")


def test_a_move_is_not_made_for_a_time_before_the_child_came_where_it_is() -> None:
    """It would rewrite what was; the earlier fact is recorded instead."""
    desk = requested(helped())
    refusal = desk.say(WHEN, c.RaadAccepts, by=RAAD, at=at("2026-02-02 15:00")).refusal
    assert refusal is not None
    assert refusal.matches("order-of-events")


def test_a_refusal_says_what_is_possible() -> None:
    """R-51."""
    desk = reported()
    decision = desk.say(WHEN, c.StartHelp, help="hulp", by=GI)
    assert decision.refusal is not None
    assert any(line.startswith("TR-20") for line in decision.refusal.possible)
    assert desk.say(WHEN, c.RaadAccepts, "zus", by=RAAD).refusal.possible == ("TR-01 aanmelding",)  # type: ignore[union-attr]


def test_the_clock_carries_out_a_planned_import_whatever_came_in_between() -> None:
    """Its guards were passed when it was planned."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-20"))
    assert desk.state() is State.NONE
    record = order("supervision", "2026-02-10", "2027-02-10", gi=None)
    desk.say("2026-02-10", c.CourtOrder, by=RAAD, order=record)
    desk.pass_to("2026-02-21")
    assert (desk.moves(), desk.state()) == (["TR-54"], State.GUARDIANSHIP)


@pytest.mark.parametrize("command", [c.RaadAccepts, c.RaadDeclines, c.RaadCloses])
def test_beside_a_measure_too_only_the_raad_speaks_for_itself(command: type[c.Base]) -> None:
    """P1."""
    desk = supervised()
    desk.say("2026-02-20", c.RaadAccepts, by=RAAD)
    refusal = desk.say(WHEN, command, by=GI).refusal
    assert refusal is not None
    assert refusal.matches("TR-22/who")
