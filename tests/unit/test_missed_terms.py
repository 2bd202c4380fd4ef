"""Duties, norms and terms of ours: missed by how much, why, who kept sight; and nothing stops by it (2.5)."""

from __future__ import annotations

from typing import Any

import pytest

from audit.term_history import TermStory, stories
from states import commands as c
from states.position import State
from tests.unit.cast import GI, RAAD, TEAM, day
from tests.unit.desk import Desk, agree, court, helped, intensive, investigated, reported, requested, supervised

EXPLAINED = {"reason": "de medewerker was ziek", "keeps_sight": "sanne"}


def told(desk: Desk, rule: str) -> TermStory:
    """The last term of a rule, as the entries tell it."""
    return [story for story in stories(desk.log) if story.term.rule == rule][-1]


def notified() -> Desk:
    """A supervised child whose GI was told, and did nothing for five working days (T18)."""
    desk = supervised()
    desk.say("2026-02-03", c.NotifyGi, by=GI)
    desk.pass_to("2026-02-11")
    return desk


def test_c4_five_working_days_run_from_the_day_that_the_gi_was_told() -> None:
    """Not from the order: two dates (BJw 4.2.1, 4.2.2)."""
    desk = supervised()
    assert desk.due("T18") is None
    desk.say("2026-02-05", c.NotifyGi, by=GI)
    assert desk.due("T18") == day("2026-02-12")


def test_c3_six_weeks_run_from_the_day_that_there_will_be_no_family_plan() -> None:
    """Not from the order (Jw 4.1.3 lid 5)."""
    desk = supervised()
    assert desk.due("T19") is None
    desk.say("2026-02-16", c.WaiveFamilyPlan, by=GI)
    assert desk.due("T19") == day("2026-03-30")


def test_a_missed_duty_asks_for_an_explanation_and_stops_nothing() -> None:
    """A task for whose duty it is; the measure goes on."""
    desk = notified()
    assert desk.ended() == {"T18": "missed"}
    assert desk.tasks() == ["explain-term"]
    assert [t.role for t in desk.child().tasks] == ["gi"]
    assert desk.state() is State.SUPERVISION
    assert [t.rule for t in desk.child().overdue] == ["T18"]


def test_what_was_missed_is_met_after_all_and_says_how_late() -> None:
    """It stays missed; the days and the reason are kept."""
    desk = notified()
    decision = desk.say("2026-02-16", c.MeetTerm, by=GI, rule="T18")
    assert decision.refusal is None
    story = told(desk, "T18")
    assert (story.outcome, story.met, story.late) == ("missed", True, 6)
    assert desk.child().overdue == ()
    assert [t.code for t in desk.child().tasks] == ["explain-term"]
    desk.say("2026-02-17", c.ExplainTerm, by=GI, rule="T18", **EXPLAINED)
    story = told(desk, "T18")
    assert (story.reason, story.keeps_sight) == ("de medewerker was ziek", "sanne")
    assert desk.child().tasks == ()


def test_met_late_with_the_reason_is_explained_at_once() -> None:
    """One command is enough."""
    desk = notified()
    desk.say("2026-02-16", c.MeetTerm, by=GI, rule="T18", **EXPLAINED)
    assert desk.child().tasks == ()
    assert told(desk, "T18").reason == "de medewerker was ziek"


def test_what_is_never_met_goes_on_being_late() -> None:
    """By how many days, on the day that one looks."""
    desk = notified()
    story = told(desk, "T18")
    assert story.overdue(day("2026-02-11")) == 1
    assert story.overdue(day("2026-03-10")) == 28
    assert desk.log[-1]["effects"]["tasks"][0]["text"].startswith("T18 (eerste contact en medewerker) is niet gehaald")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"rule": "T18", "reason": ""}, "T18/explanation"),
        ({"rule": "T18", "reason": "ziek"}, "T18/explanation"),
        ({"rule": "T18", "reason": "", "keeps_sight": "sanne"}, "T18/explanation"),
        ({"rule": "T18", "due": "2026-02-09", **EXPLAINED}, "T18/missed"),
        ({"rule": "T19", **EXPLAINED}, "T19/missed"),
    ],
)
def test_an_explanation_says_why_and_who_kept_sight_of_a_term_that_was_missed(
    fields: dict[str, Any], rule: str
) -> None:
    """Otherwise it is refused, with what to do."""
    decision = notified().say("2026-02-16", c.ExplainTerm, by=GI, **fields)
    assert decision.refusal is not None
    assert decision.refusal.rule == rule
    assert all(reason.remedy for reason in decision.refusal.reasons)


def test_the_next_step_out_of_the_assessment_meets_its_clock_also_late() -> None:
    """T44: nobody has to say so."""
    desk = reported()
    desk.pass_to("2026-02-12")
    assert desk.ended() == {"T44": "missed"}
    agree(desk, "2026-02-13 10:00", help="hulp")
    papers = {"frame_statement": "2026-02-13", "rights_sheet": "2026-02-13"}
    desk.say("2026-02-13 11:00", c.StartHelp, help="hulp", **papers)
    assert told(desk, "T44").late == 4
    assert desk.child().overdue == ()


def test_a_term_of_a_measure_that_is_over_is_no_longer_owed() -> None:
    """But it was missed."""
    desk = notified()
    court(desk, "2026-03-02", "supervision_lifted")
    story = told(desk, "T18")
    assert (story.outcome, story.met, story.dropped) == ("missed", False, True)
    assert story.overdue(day("2027-01-01")) == 20
    assert desk.child().overdue == ()


def test_t45_runs_from_the_first_report_to_the_first_help() -> None:
    """Ten weeks [K]; help or a measure meets it."""
    assert reported().due("T45") == day("2026-04-13")
    assert told(helped(), "T45").outcome == "met"
    desk = reported()
    court(desk, "2026-03-02", "supervision", "2027-03-02")
    assert desk.ended()["T45"] == "met"


def test_t25_runs_while_the_raad_investigates() -> None:
    """Also beside a measure (P1)."""
    assert requested().due("T25") is None
    desk = investigated()
    assert desk.due("T25") == day("2026-05-04")
    desk.say("2026-03-04", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-03-04")
    assert desk.ended()["T25"] == "met"
    beside = supervised()
    beside.say("2026-03-04", c.RaadAccepts, by=RAAD)
    assert beside.due("T25") == day("2026-06-04")


def test_t41_warns_sixteen_twelve_ten_and_eight_weeks_before_the_end_and_is_red_at_six() -> None:
    """Each at its own moment; red asks the supervisor too."""
    desk = supervised(end="2027-02-02")
    assert desk.due("T41") == day("2026-12-22")
    days = []
    while desk.child().terms and (due := desk.due_next) is not None and desk.state() is State.SUPERVISION:
        desk.pass_to(due)
        days += [b["effective_at"][:10] for b in desk.new if "T41" in b["rules"]]
    assert days == ["2026-10-12", "2026-11-09", "2026-11-23", "2026-12-07", "2026-12-22"]
    red = next(
        b for b in desk.log if b["rules"] == ["T41"] and b["event"] == "reminded" and "terms_closed" in b["effects"]
    )
    assert [t["role"] for t in red["effects"]["tasks"]] == ["gi", "supervisor"]
    assert "Rood" in red["effects"]["tasks"][1]["text"]


def test_t41_is_met_when_the_judge_was_asked_and_warns_no_more() -> None:
    """A petition for an extension; the end itself does not move by it (C7)."""
    desk = supervised(end="2027-02-02")
    desk.say("2026-10-20", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    assert desk.ended()["T41"] == "met"
    desk.pass_to("2027-02-02")
    assert not [b for b in desk.new if b["rules"] == ["T41"]]
    assert desk.moves() == ["TR-70"]


def test_a_measure_that_is_too_short_has_nothing_counted_back() -> None:
    """What lies before its beginning cannot be met, so it is not missed."""
    desk = supervised(end="2026-03-10")
    assert (desk.due("T08"), desk.due("T41")) == (None, None)


def test_t10_asks_for_advice_when_the_child_will_have_been_away_for_two_years() -> None:
    """BW 1:265j lid 3 [K: from when]."""
    placed = {"placement": "pleeggezin", "placement_end": "2027-02-02", "placed_since": "2026-02-02"}
    desk = supervised(end="2027-02-02", **placed)
    assert desk.due("T10") is None
    court(desk, "2027-01-20", "supervision_extension", "2028-02-02", placement="pleeggezin", placement_end="2028-02-02")
    assert desk.due("T10") == day("2027-12-02")


def test_t42_runs_from_the_sixteenth_birthday() -> None:
    """N, until eighteen [K]."""
    desk = helped(born=day("2010-03-05"), people=("anna", "bart", "kind"))
    desk.pass_to("2026-03-05")
    assert desk.due("T42") == day("2028-03-05")
    desk.say("2026-04-01", c.MeetTerm, rule="T42")
    assert desk.ended()["T42"] == "met"


def test_t21_a_plan_under_a_measure_is_looked_at_every_year() -> None:
    """Act 18 starts it, each review starts the next."""
    desk = supervised(end="2027-02-02")
    desk.inform("2026-02-20")
    desk.say("2026-02-20", c.RegisterAct, by=GI, act=18, reason="plan met het gezin")
    assert desk.due("T21") == day("2027-02-20")
    desk.say("2026-11-02", c.MeetTerm, by=GI, rule="T21")
    assert desk.due("T21") == day("2027-11-02")


def test_t40_the_second_review_asks_for_a_new_consent() -> None:
    """P: it flags, and never blocks."""
    desk = intensive()
    desk.say("2026-04-20", c.MeetTerm, rule="T40")
    assert desk.flags() == set()
    desk.say("2026-07-10", c.MeetTerm, rule="T40")
    assert desk.flags() == {"T40/consent"}
    agree(desk, "2026-09-01", purpose="intensive_help")
    desk.say("2026-09-20", c.MeetTerm, rule="T40")
    assert desk.flags() == set()
    assert desk.state() is State.GI_LED


def test_t39_is_the_clock_of_v0_when_intensive_help_stops() -> None:
    """Five working days, and it says so."""
    desk = intensive()
    desk.say("2026-03-02", c.WithdrawConsent, by=TEAM, person="anna")
    term = desk.child().open_term("T44")
    assert term is not None
    assert term.due == day("2026-03-09")
    assert "T39" in term.why


def test_t09_says_by_how_much_the_raad_was_told_too_late() -> None:
    """A month before; it is no guard (00-B)."""
    desk = supervised(placement="pleeggezin", placement_end="2026-11-02", placed_since="2026-02-02")
    told_on = {"decision": "besluit", "account": "verslag", "raad_told": "2026-05-20"}
    decision = desk.say("2026-06-10", c.EndPlacement, by=GI, **told_on)
    assert decision.refusal is None
    story = told(desk, "T09")
    assert (story.term.due, story.outcome, story.late) == (day("2026-05-10"), "met", 10)
    assert "T09" in desk.flags()
    assert desk.state() is State.SUPERVISION


def test_c5_l15_each_part_of_the_file_is_kept_by_its_own_longest_term() -> None:
    """A measure keeps its own part for thirty years past 18; the part of the help twenty from its last change."""
    desk = supervised(born=day("2017-03-03"), end="2026-08-02")
    desk.pass_to("2026-08-03")
    terms = {t.part: t for t in desk.child().terms if t.rule in ("T36", "T37")}
    assert {part: t.due for part, t in terms.items()} == {"maatregel": day("2065-03-03")}
    desk.say("2026-08-05", c.DeliverNotices, how="brief")
    words = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-08-05"}
    desk.say("2026-08-05", c.Close, closed_reason="C3", reason="de maatregel is voorbij", **words)
    terms = {t.part: t for t in desk.child().terms if t.rule in ("T36", "T37")}
    assert {part: t.due for part, t in terms.items()} == {"maatregel": day("2065-03-03"), "hulp": day("2046-08-05")}


def test_l15_of_an_unborn_child_a_measure_is_kept_from_its_last_change() -> None:
    """There is no 18th birthday to count from."""
    desk = imported_unborn()
    court(desk, "2026-03-02", "supervision_lifted")
    assert {t.part: (t.rule, t.due) for t in desk.child().terms if t.part} == {"maatregel": ("T36", day("2046-03-02"))}


def imported_unborn() -> Desk:
    """A supervision over a child that is not born."""
    return supervised(born=None, expected=day("2026-06-01"))


def test_a_late_text_of_an_oral_order_meets_t46_after_all() -> None:
    """By the written order itself."""
    desk = supervised(form="oral", zaaknummer="")
    desk.pass_to("2026-02-20")
    assert [t.rule for t in desk.child().overdue] == ["T46"]
    court(desk, "2026-02-23", "maintained")
    assert told(desk, "T46").late == 7


PLACED = {"placement": "pleeggezin", "placement_end": "2026-11-02", "placed_since": "2026-02-02"}
ENDED = {"decision": "besluit", "account": "verslag"}


def test_t09_is_met_by_the_procedure_in_which_the_raad_is_told() -> None:
    """P8: nobody has to say the day twice."""
    desk = supervised(**PLACED)
    decision = desk.say("2026-04-20", c.OpenProcedure, by=GI, track="P8", step="placement", paper="verslag")
    assert decision.refusal is None, decision.refusal
    desk.say("2026-06-10", c.EndPlacement, by=GI, **ENDED)
    assert told(desk, "T09").late == -20
    assert "T09" not in desk.flags()


def test_t09_that_was_planned_and_missed_is_answered_once() -> None:
    """It was missed at its own moment; the end of the placement says how late, and asks nothing again."""
    desk = supervised(**PLACED)
    desk.say("2026-04-20", c.StartTerm, by=GI, fact="placement_end_planned", until="2026-06-10")
    desk.pass_to("2026-05-12")
    assert desk.ended()["T09"] == "missed"
    desk.say("2026-06-10", c.EndPlacement, by=GI, raad_told="2026-05-15", **ENDED)
    assert told(desk, "T09").late == 5
    assert desk.child().overdue == ()
    assert [t.code for t in desk.child().tasks].count("explain-term") == 1


def test_t09_without_a_word_to_the_raad_is_missed() -> None:
    """And asks for an explanation; the placement ends all the same."""
    desk = supervised(**PLACED)
    desk.say("2026-06-10", c.EndPlacement, by=GI, **ENDED)
    assert told(desk, "T09").outcome == "missed"
    assert "explain-term" in desk.tasks()
    assert desk.state() is State.SUPERVISION
