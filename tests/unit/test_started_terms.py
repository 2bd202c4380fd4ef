"""Terms that people start by a fact, and terms that begin anew or stand still, each date with its reasons."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from states import commands as c
from states.terms.starting import STARTS, StartingFact
from states.terms.table import TERMS
from tests.unit.cast import ANNA, GI, PROVIDER, at, day
from tests.unit.desk import Desk, helped, provisional, reported, supervised

NO_DAY = {"placement_end_planned", "hearing_planned"}


def test_every_fact_starts_a_term_of_the_table() -> None:
    """The list is closed, and each fact has a name of its own."""
    assert set(STARTS) == set(StartingFact)
    assert {start.rule for start in STARTS.values()} <= set(TERMS)
    for start in STARTS.values():
        row = TERMS[start.rule]
        assert start.case in {"", *row.lengths}
        assert row.length is not None or start.names_day


@pytest.mark.parametrize(
    ("fact", "on", "rule", "due"),
    [
        ("foster_move_refused", "2026-03-02", "T17", "2026-09-02"),
        ("plan_on_paper_requested", "2026-03-02", "T20", "2026-03-16"),
        ("veilig_thuis_reported", "2026-03-02", "T22", "2026-03-09"),  # Saturday moves on
        ("veilig_thuis_reported", "2026-04-01", "T22", "2026-04-07"),  # Good Friday, Easter Monday
        ("veilig_thuis_investigates", "2026-03-02", "T23", "2026-05-11"),
        ("decision_known", "2026-02-14", "T26", "2026-05-18"),
        ("calamity", "2026-03-02", "T33", "2026-03-02"),
        ("network_foster_contract", "2026-03-02", "T34", "2026-06-01"),
        ("network_foster_contract", "2026-02-28", "T34", "2026-05-30"),  # a Saturday: longer than 12 weeks
        ("reference_index_entry", "2026-03-02", "T35", "2028-03-02"),
        ("access_requested", "2026-03-31", "T43", "2026-04-30"),  # L17: no 31 April
    ],
)
def test_a_fact_starts_its_term(fact: str, on: str, rule: str, due: str) -> None:
    """From the day of the fact, which may lie before the day on which it is written down."""
    desk = helped()
    decision = desk.say("2026-04-15", c.StartTerm, by=PROVIDER, fact=fact, on=on)
    assert decision.refusal is None, decision.refusal
    opened = [t for b in desk.new for t in b["effects"].get("terms_opened", ()) if t["rule"] == rule]
    assert [t["due"] for t in opened] == [due]


def test_l16_a_data_breach_has_seventy_two_hours_of_the_clock() -> None:
    """Through the change of the clock, and never moved on: it ends on a Monday morning an hour later."""
    desk = helped()
    desk.say("2026-10-23 10:20", c.StartTerm, by=PROVIDER, fact="data_breach")
    term = desk.child().open_term("T43")
    assert term is not None
    assert term.at == at("2026-10-23 10:20") + timedelta(hours=72) == at("2026-10-26 09:20")
    assert "72 uur op de klok" in term.why


def test_a_fact_can_name_the_day_itself() -> None:
    """A hearing, or the day on which a placement will end; a later word takes the place of the first."""
    desk = supervised(placement="pleeggezin", placement_end="2026-11-02", placed_since="2026-02-02")
    desk.say("2026-03-02", c.StartTerm, by=GI, fact="hearing_planned", until="2026-04-14")
    assert desk.due("T28") == day("2026-04-14")
    desk.say("2026-03-20", c.StartTerm, by=GI, fact="hearing_planned", until="2026-05-05")
    assert desk.ended() == {"T28": "moved"}
    assert desk.due("T28") == day("2026-05-05")
    desk.say("2026-03-21", c.StartTerm, by=GI, fact="placement_end_planned", until="2026-06-15")
    assert desk.due("T09") == day("2026-05-15")


@pytest.mark.parametrize(
    ("desk", "fields", "rule"),
    [
        (reported, {"fact": "placement_end_planned", "until": "2026-06-15"}, "T09/where"),
        (reported, {"fact": "plan_on_paper_requested"}, "T20/where"),
        (supervised, {"fact": "hearing_planned"}, "T28/until"),
        (supervised, {"fact": "hearing_planned", "until": "2026-02-28"}, "T28/until"),
        (supervised, {"fact": "calamity", "on": "2026-03-03"}, "NX-12"),
        (supervised, {"fact": "calamity", "by": ANNA}, "recorder"),
    ],
)
def test_what_cannot_be_so_is_refused(desk: Any, fields: dict[str, Any], rule: str) -> None:  # noqa: ANN401
    """With its rule, its source and what to do."""
    decision = desk().say("2026-03-02", c.StartTerm, **{"by": GI, **fields})
    assert decision.refusal is not None
    assert decision.refusal.rule == rule
    assert all(reason.remedy and reason.source for reason in decision.refusal.reasons)


def _contacted() -> Desk:
    desk = supervised()
    desk.say("2026-02-03", c.NotifyGi, by=GI)
    return desk


def test_a_new_start_moves_a_date_with_a_reason() -> None:
    """The old term ends as moved; the new one says from which day it was."""
    desk = _contacted()
    desk.say("2026-02-06", c.MoveTerm, by=GI, rule="T18", on="2026-02-05", reason="bericht kwam later aan")
    assert desk.ended() == {"T18": "moved"}
    term = desk.child().open_term("T18")
    assert term is not None
    assert term.due == day("2026-02-12")
    assert "opnieuw begonnen; de dag was 2026-02-10" in term.why


def test_a_term_that_stood_still_ends_so_many_days_later() -> None:
    """And again on a working day, where the law says so."""
    desk = helped()
    desk.say("2026-02-09", c.StartTerm, by=PROVIDER, fact="plan_on_paper_requested")
    assert desk.due("T20") == day("2026-02-23")
    still = {"still_from": "2026-02-12", "still_until": "2026-02-17", "reason": "vakantie van het gezin"}
    desk.say("2026-02-17", c.MoveTerm, by=PROVIDER, rule="T20", **still)
    term = desk.child().open_term("T20")
    assert term is not None
    assert term.due == day("2026-03-02")  # 28 February is a Saturday
    assert "onderbroken van 2026-02-12 tot 2026-02-17" in term.why


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"rule": "T01", "on": "2026-02-05"}, "T01/open"),
        ({"rule": "T08", "on": "2026-02-05"}, "T08/open"),
        ({"rule": "T19", "on": "2026-02-05"}, "T19/open"),
        ({"rule": "T18", "on": "2026-02-05", "reason": ""}, "T18/reason"),
        ({"rule": "T18"}, "T18/days"),
        ({"rule": "T18", "still_from": "2026-02-05", "still_until": "2026-02-05"}, "T18/days"),
        ({"rule": "T18", "still_from": "2026-02-20", "still_until": "2026-02-25"}, "T18/days"),
        ({"rule": "T18", "on": "2026-02-05", "still_from": "2026-02-04", "still_until": "2026-02-06"}, "T18/days"),
    ],
)
def test_no_power_moves_and_no_date_without_reason(fields: dict[str, Any], rule: str) -> None:
    """Where a power ends follows from its order, never from what somebody types."""
    desk = _contacted()
    decision = desk.say("2026-02-06", c.MoveTerm, **{"by": GI, "reason": "omdat", **fields})
    assert decision.refusal is not None
    assert decision.refusal.rule == rule


def test_which_of_two_terms_of_a_rule_is_named_by_its_day() -> None:
    """The first, unless ``due`` says another."""
    desk = helped()
    for on in ("2026-03-02", "2026-03-09"):
        desk.say("2026-03-10", c.StartTerm, by=PROVIDER, fact="access_requested", on=on)
    desk.say("2026-03-20", c.MeetTerm, by=PROVIDER, rule="T43", due="2026-04-09")
    assert [t.due for t in desk.child().terms if t.rule == "T43"] == [day("2026-04-02")]


def test_the_end_of_a_reference_index_entry_asks_to_remove_it() -> None:
    """T35, L: nothing of the child's framework hangs on it, and it outlives the closing of the file."""
    desk = helped()
    desk.say("2026-03-02", c.StartTerm, by=PROVIDER, fact="reference_index_entry")
    desk.pass_to("2028-03-03")
    assert desk.ended()["T35"] == "expired"
    assert "term-over" in desk.tasks()


def test_every_date_explains_itself() -> None:
    """Rule, source, start, what it was counted from, length, what moved it, and the calendar."""
    desk = helped()
    desk.say("2026-03-02", c.StartTerm, by=PROVIDER, fact="veilig_thuis_reported")
    term = desk.child().open_term("T22")
    assert term is not None
    assert term.why == (
        "T22, Uitvoeringsbesluit Wmo 2015 4.1.7 lid 1 [K: dagen of werkdagen]; vanaf 2026-03-02: de melding bij Veilig "
        "Thuis; 5 dagen; schuift op van 2026-03-07 (Atw 1, 2); kalender 2026-11"
    )


@pytest.mark.parametrize("desk", [supervised, provisional, helped])
def test_no_running_term_is_without_explanation(desk: Any) -> None:  # noqa: ANN401
    """Whatever opened it."""
    for term in desk().child().terms:
        row = TERMS[term.rule]
        back = row.length is not None and row.length.back
        begin = "teruggeteld vanaf het einde van " if back else f"vanaf {term.start}: "
        assert term.why.startswith(f"{term.rule}, {row.source}; {begin}")
        assert "; kalender " in term.why


def test_an_answer_may_take_two_months_more_when_told_in_time() -> None:
    """AVG 12 lid 3: once, with the reason, from the same day: three months in all."""
    desk = reported()
    desk.say("2026-02-10", c.StartTerm, fact="access_requested")
    decision = desk.say("2026-03-05", c.MoveTerm, rule="T43", told_on="2026-03-04", reason="veel stukken")
    assert decision.refusal is None, decision.refusal
    term = desk.child().open_term("T43")
    assert term is not None
    assert (term.start, term.due, term.number) == (day("2026-02-10"), day("2026-05-11"), 2)  # 10 May is a Sunday
    assert "verlengd met uitleg op 2026-03-04" in term.why
    assert "3 maanden" in term.why
    again = desk.say("2026-03-06", c.MoveTerm, rule="T43", told_on="2026-03-06", reason="nog meer").refusal
    assert again is not None
    assert again.matches("T43/longer")


@pytest.mark.parametrize(
    ("fact", "said", "fields", "rule"),
    [
        ("access_requested", "2026-03-05", {"told_on": "2026-03-04", "reason": ""}, "T43/reason"),
        ("access_requested", "2026-03-05", {"told_on": "2026-03-06"}, "T43/longer"),
        ("access_requested", "2026-03-05", {"told_on": "2026-02-09"}, "T43/longer"),
        ("data_breach", "2026-02-11", {"told_on": "2026-02-11"}, "T43/longer"),
    ],
)
def test_an_answer_does_not_take_longer_otherwise(fact: str, said: str, fields: dict[str, str], rule: str) -> None:
    """Without a reason, told on a day to come or before the request, or for a data breach."""
    desk = reported()
    desk.say("2026-02-10", c.StartTerm, fact=fact)
    before = desk.child().terms
    refusal = desk.say(said, c.MoveTerm, rule="T43", **{"reason": "veel stukken", **fields}).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert desk.child().terms == before


def test_a_month_that_is_over_is_not_prolonged() -> None:
    """It was missed; told late is told late."""
    desk = reported()
    desk.say("2026-02-10", c.StartTerm, fact="access_requested")
    desk.pass_to("2026-03-12")
    refusal = desk.say("2026-03-12", c.MoveTerm, rule="T43", told_on="2026-03-09", reason="veel stukken").refusal
    assert refusal is not None
    assert refusal.matches("T43/open")
