"""Overlay G: secure youth help stands beside a state and is none (Jw 6.1; TR-68, L2, C10, T29 to T31)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from states import commands as c
from states.acts.may import column
from states.position import State, framework_of
from states.tracks.running import tracks
from tests.unit.cast import COLLEGE, GI, OTHER_GI, PROVIDER, RAAD, at, day, order
from tests.unit.desk import Desk, agree, ahead, court, helped, imported, placed, provisional, reported, supervised

BORN_17 = day("2008-11-10")


def secured(desk: Desk, when: str = "2026-03-02 09:00", end: str | None = "2026-09-02", **more: Any) -> Desk:  # noqa: ANN401
    """A judge authorises secure youth help."""
    fields = {"secure": "regular", "statement": "2026-02-27", "lawyer": True, "placed_since": "2026-03-02"}
    return court(desk, when, "secure_placement", end, **fields | more)


def runs(desk: Desk, when: str) -> bool:
    """Whether secure help is in force at a moment."""
    return desk.child().secured(at(when)) is not None


def test_l2_secure_help_during_supervision_counts_as_a_placement() -> None:
    """M2 means neither a MUHP nor secure help; TR-68 on and off."""
    desk = secured(supervised())
    assert (desk.state(), desk.moves()) == (State.SUPERVISION_WITH_PLACEMENT, ["TR-68"])
    assert ("2026-09-01", State.SUPERVISION) in ahead(desk)
    desk.pass_to("2026-09-02 00:00")
    assert (desk.state(), desk.moves()) == (State.SUPERVISION, ["TR-68"])
    assert desk.ended()["T29"] == "expired"


def test_l2_a_supervised_child_in_secure_help_without_a_muhp_has_the_column_of_m3() -> None:
    """And a provisional supervision stays M1, with that column."""
    assert column(secured(supervised()).child(), at("2026-03-03")) == "M3"
    desk = secured(provisional())
    assert desk.state() is State.PROVISIONAL_SUPERVISION
    assert column(desk.child(), at("2026-03-03")) == "M3"


def test_l2_a_conditional_authorisation_counts_only_once_the_child_was_taken_in() -> None:
    """Until then the child is at home (6.1.4)."""
    desk = secured(supervised(), secure="conditional", placed_since=None)
    assert desk.state() is State.SUPERVISION
    desk.say("2026-03-10", c.ReportResidence, by=GI, residence="away", secure=True)
    desk.pass_to("2026-03-10 12:00")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT


def test_c10_secure_help_on_consent_leaves_the_framework_voluntary() -> None:
    """Beside V1, without any measure; the banner has two lines, the state one."""
    desk = secured(helped(), on_consent=True)
    assert desk.state() is State.HELP
    assert framework_of(desk.state()).value == "voluntary"
    assert runs(desk, "2026-03-03")
    assert not desk.flags() & {"TR-68/ground", "TR-68/statement", "TR-68/lawyer"}


def test_c10_after_a_withdrawn_consent_at_most_fourteen_days() -> None:
    """T30, from the moment that it was said; the rest of the consents fall as always."""
    desk = secured(helped(), on_consent=True)
    desk.say("2026-03-10 15:00", c.WithdrawConsent, person="anna", at=at("2026-03-10 14:00"))
    assert desk.state() is State.ASSESSMENT
    assert desk.due("T30") == day("2026-03-24")
    assert desk.due("T29") is None
    assert runs(desk, "2026-03-23 23:59")
    assert not runs(desk, "2026-03-24 00:00")
    desk.pass_to("2026-03-24")
    assert (desk.moves(), desk.state()) == (["TR-68"], State.ASSESSMENT)


def test_c10_only_the_legal_representative_takes_the_ground_away() -> None:
    """Not somebody without authority, and not the youth, who is inside because the judge said so."""
    desk = secured(helped(born=day("2011-03-03"), people=("anna", "bart", "kind")), on_consent=True)
    desk.say("2026-03-10", c.WithdrawConsent, person="kind")
    assert desk.due("T30") is None
    assert runs(desk, "2026-04-30")


def test_t30_an_urgent_authorisation_goes_on_until_its_own_end() -> None:
    """6.1.3 lid 5: not fourteen days, and not longer."""
    desk = secured(helped(), end="2026-03-30", secure="urgent", on_consent=True)
    desk.say("2026-03-04", c.WithdrawConsent, person="anna")
    assert runs(desk, "2026-03-29 23:59")
    assert not runs(desk, "2026-03-30 00:00")


def test_t30_runs_off_after_the_measure_and_stays_beside_the_landing() -> None:
    """TR-70 lands; secure help goes on for fourteen days and no supervision with it."""
    desk = secured(supervised(end="2026-06-02"))
    desk.pass_to("2026-06-02 00:00")
    assert desk.state() is State.ASSESSMENT
    assert runs(desk, "2026-06-15 23:59")
    assert not runs(desk, "2026-06-16 00:00")
    assert desk.due("T30") == day("2026-06-16")


def test_l2_secure_help_outlasts_the_18th_birthday_by_six_months_at_most() -> None:
    """6.1.1 lid 1; the state is where landing puts an adult."""
    desk = secured(supervised(born=BORN_17), end="2027-02-27", given="2026-03-02")
    desk.pass_to("2026-11-10 00:00")
    assert desk.state() is State.CLOSED
    assert runs(desk, "2027-02-26")
    desk.pass_to("2027-02-27 00:00")
    assert not runs(desk, "2027-02-27")
    longer = secured(supervised(born=day("2008-04-10")), end="2027-03-02")
    longer.pass_to("2026-04-10 00:00")
    assert longer.due("T30") == day("2026-10-10")
    assert not runs(longer, "2026-10-10")


@pytest.mark.parametrize(
    ("kind", "end", "capped"),
    [
        ("urgent", "2026-03-31", "2026-03-30"),
        ("regular", "2027-03-03", "2027-03-02"),
        ("conditional", "2026-09-03", "2026-09-02"),
    ],
)
def test_t29_a_longer_dictum_is_entered_and_capped(kind: str, end: str, capped: str) -> None:
    """NX-06: never refused for its content."""
    desk = secured(helped(), end=end, secure=kind, on_consent=True)
    assert "NX-06" in desk.flags()
    assert desk.due("T29") == day(capped)
    assert "NX-06" not in secured(helped(), end=capped, secure=kind, on_consent=True).flags()


def test_t29_not_executed_for_three_months_it_lapses() -> None:
    """And by a stay in a secure place it does not; another place is not that."""
    desk = secured(supervised(), placed_since=None)
    desk.say("2026-04-01", c.ReportResidence, by=GI, residence="away")
    assert desk.due("T29") == day("2026-06-02")
    desk.pass_to("2026-06-02 00:00")
    assert desk.state() is State.SUPERVISION
    kept = secured(supervised(), placed_since=None)
    kept.say("2026-04-01", c.ReportResidence, by=GI, residence="away", secure=True)
    assert kept.ended() == {"T29": "met"}
    kept.pass_to("2026-06-02 00:00")
    assert kept.state() is State.SUPERVISION_WITH_PLACEMENT


def test_t31_the_judge_decides_in_three_weeks_for_who_is_inside() -> None:
    """A petition that leads nobody to R3; the college asks without a measure, the GI within one."""
    desk = secured(helped(), on_consent=True)
    asked: dict[str, Any] = {"kind": "secure", "petition": "verzoek"}
    assert desk.say("2026-03-05", c.PetitionCourt, by=GI, **asked).refusal is not None
    assert desk.say("2026-03-05", c.PetitionCourt, by=COLLEGE, kind="secure").refusal is not None
    desk.say("2026-03-05", c.PetitionCourt, by=COLLEGE, **asked)
    assert (desk.state(), desk.due("T31")) == (State.HELP, day("2026-03-26"))
    court(desk, "2026-03-20", "secure_placement", "2026-09-20", secure="regular", on_consent=True)
    assert desk.due("T31") is None
    inside = supervised()
    assert inside.say("2026-03-05", c.PetitionCourt, by=GI, **asked).refusal is None
    assert inside.due("T31") is None


def test_c6_an_unheard_urgent_authorisation_lapses_after_two_weeks_not_four() -> None:
    """Two timers: Rv 800 lid 3 (6.1.10 lid 3), and the four weeks of the order (6.1.12)."""
    desk = secured(supervised(), end="2026-03-30", secure="urgent", heard=False)
    assert (desk.due("T04"), desk.due("T29")) == (day("2026-03-16"), day("2026-03-30"))
    assert "P9" in {running.track.id for running in tracks(desk.child(), at("2026-03-03"))}
    desk.pass_to("2026-03-17")
    assert desk.state() is State.SUPERVISION
    heard = secured(supervised(), end="2026-03-30", secure="urgent", heard=False)
    heard.say("2026-03-09", c.HoldHearing, by=GI)
    heard.pass_to("2026-03-29")
    assert heard.state() is State.SUPERVISION_WITH_PLACEMENT


def test_c6_an_ordinary_urgent_placement_ends_by_its_own_dictum() -> None:
    """No four weeks of the law: the judge's own date, or else the longest term of a MUHP."""
    desk = provisional(placement="pleeggezin", placement_end="2026-03-02")
    assert desk.due("T06") == day("2026-03-02")
    assert provisional(placement="pleeggezin").due("T06") == day("2026-05-02")


def test_what_an_order_lacks_is_a_flag_and_never_a_refusal() -> None:
    """Statement, lawyer, kind, end and ground (00-B)."""
    desk = court(reported(), "2026-03-02", "secure_placement", lawyer=False)
    assert {"TR-68/statement", "TR-68/lawyer", "TR-68/kind", "TR-68/ground", "invariant-3/end"} <= desk.flags()
    assert runs(desk, "2026-03-03")


def test_the_gi_of_the_measure_ends_it_early() -> None:
    """Another GI does not (NX-09); without a measure the provider does."""
    desk = secured(supervised())
    other = desk.say("2026-04-01", c.EndSecure, by=OTHER_GI, decision="besluit").refusal
    assert other is not None
    assert other.matches("NX-09")
    assert desk.say("2026-04-01", c.EndSecure, by=GI).refusal is not None
    desk.say("2026-04-01", c.EndSecure, by=GI, decision="besluit")
    assert (desk.moves(), desk.state()) == (["TR-68"], State.SUPERVISION)
    assert desk.say("2026-04-02", c.EndSecure, by=GI, decision="besluit").refusal is not None
    free = secured(helped(), on_consent=True)
    free.say("2026-04-01", c.EndSecure, by=PROVIDER, decision="besluit")
    assert (free.moves(), free.state(), runs(free, "2026-04-02")) == (["TR-68"], State.HELP, False)


def test_an_authorisation_takes_the_place_of_the_one_before_it() -> None:
    """And beside a MUHP the child stays in M3 when one of the two ends."""
    desk = secured(placed())
    secured(desk, "2026-08-03 09:00", "2027-01-04")
    assert runs(desk, "2026-12-31")
    desk.pass_to("2026-11-02 00:00")
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    desk.pass_to("2027-01-04 00:00")
    assert desk.state() is State.SUPERVISION


def test_beside_a_guardianship_the_state_stays() -> None:
    """M5 with secure help is M5."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-02"), when="2026-02-04 09:00")
    secured(desk)
    assert (desk.state(), desk.moves()) == (State.GUARDIANSHIP, ["TR-68"])


def test_who_is_told() -> None:
    """Parents, youth, lawyer, college and GI."""
    assert set(secured(supervised(born=day("2011-03-03"))).notices()) == {"O", "J", "L", "C", "GI"}


def test_an_adult_gets_no_first_authorisation() -> None:
    """1:233; one that runs off can be continued."""
    desk = helped(born=day("2008-02-20"), people=("kind",))
    record = order("secure_placement", "2026-03-02", "2026-06-02", secure="regular")
    refusal = desk.say("2026-03-02", c.CourtOrder, by=RAAD, order=record).refusal
    assert refusal is not None
    assert refusal.matches("1:233/adult")


def test_a_petition_and_secure_help_that_begins_later_are_planned() -> None:
    """NX-12: on its day, by the clock."""
    desk = secured(supervised(), start="2026-04-01", placed_since=None)
    assert desk.state() is State.SUPERVISION
    desk.pass_to(at("2026-04-01 00:00") + timedelta(hours=1))
    assert (desk.moves(), desk.state()) == (["TR-68"], State.SUPERVISION_WITH_PLACEMENT)


def test_consents_to_other_help_go_on_beside_it() -> None:
    """Secure help takes no consent away."""
    desk = helped()
    agree(desk, "2026-02-10", purpose="help", help="opvang")
    secured(desk, on_consent=True)
    desk.pass_to("2026-09-10")
    assert desk.state() is State.HELP
