"""Signals: what somebody has to look at now; each from facts, and none of them stops anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from casetool.telling_family import signal_line
from states import commands as c
from states.acts.may import may
from states.acts.table import ACTS
from states.position import State
from states.signals.signal import Signal, all_signals, signals, waiting_days
from tests.unit.cast import ANNA, GI, PROVIDER, TEAM, at, day
from tests.unit.desk import Desk, agree, court, helped, intensive, investigated, placed, reported, requested, supervised


def shown(desk: Desk, when: str | None = None) -> list[Signal]:
    """The signals of the child, after what happened by itself."""
    if when is not None:
        desk.pass_to(when)
    return list(signals(desk.child(), desk.now))


def rules(desk: Desk, when: str | None = None) -> list[str]:
    """Their ids."""
    return [signal.rule for signal in shown(desk, when)]


def say(desk: Desk, when: str, do: type[c.Base], **fields: Any) -> Desk:  # noqa: ANN401
    """Somebody says something that is accepted."""
    decision = desk.say(when, do, **fields)
    assert decision.refusal is None, decision.refusal
    return desk


def test_a_measure_of_four_weeks_without_running_help() -> None:
    """From the first day of the measure; a task at that very moment, for the GI."""
    desk = supervised()
    assert rules(desk, "2026-03-01 23:59") == []
    assert rules(desk, "2026-03-02 00:00") == ["S1"]
    assert desk.tasks() == ["no-help"]
    signal = shown(desk)[0]
    assert (signal.who, signal.since) == ("gi", day("2026-02-02"))
    say(desk, "2026-03-03", c.ReportHelp, by=GI, help="gezinscoach", on="2026-02-20")
    assert rules(desk) == []
    assert "no-help" not in {task.code for task in desk.child().tasks}
    assert rules(desk, "2026-08-01") == []


def test_help_that_stopped_counts_from_the_day_after() -> None:
    """A new count, and a new task."""
    desk = say(supervised(), "2026-02-09", c.ReportHelp, by=GI, help="coach", on="2026-02-09")
    say(desk, "2026-04-01", c.ReportHelp, by=GI, help="coach", stopped=True, on="2026-03-31")
    assert rules(desk, "2026-04-28 23:59") == []
    assert rules(desk, "2026-04-29 00:00") == ["S1"]
    assert desk.tasks() == ["no-help"]
    say(desk, "2026-04-30", c.ReportHelp, by=GI, help="coach", on="2026-04-30")
    assert rules(desk) == []


def test_one_of_two_helps_is_enough() -> None:
    """Stopping one does not begin the count while another runs."""
    desk = say(supervised(), "2026-02-09", c.ReportHelp, by=GI, help="coach")
    say(desk, "2026-02-10", c.ReportHelp, by=GI, help="therapie")
    say(desk, "2026-02-20", c.ReportHelp, by=GI, help="coach", stopped=True)
    assert rules(desk, "2026-06-01") == []


def test_a_change_of_measure_does_not_begin_the_four_weeks_anew() -> None:
    """From a provisional supervision into a supervision it is one stretch without help."""
    desk = supervised()
    court(desk, "2026-02-20", "placement", "2026-10-01", placement="pleeggezin")
    assert rules(desk, "2026-03-03") == ["S1"]


def test_no_measure_no_first_signal() -> None:
    """The count ends with the measure, and the task with it."""
    desk = supervised()
    desk.pass_to("2026-03-05")
    desk.pass_to("2027-02-03")
    assert "S1" not in rules(desk)
    assert "no-help" not in {task.code for task in desk.child().tasks}
    assert desk.child().help_runs == ()


@pytest.mark.parametrize("made", [reported, requested, investigated])
def test_in_v0_and_r_somebody_is_named_who_keeps_sight(made: Any) -> None:  # noqa: ANN401
    """From the first moment; the task is over when somebody is named, and comes back when nobody is any longer."""
    desk = made()
    assert "S2" in rules(desk)
    assert "keeps-sight" in {task.code for task in desk.child().tasks}
    say(desk, "2026-02-05", c.KeepSight, keeps_sight="sanne")
    assert "S2" not in rules(desk)
    assert "keeps-sight" not in {task.code for task in desk.child().tasks}
    say(desk, "2026-02-06", c.KeepSight, stops=True)
    assert "S2" in rules(desk)


def test_who_is_named_in_v0_is_still_named_in_r_and_not_after_help() -> None:
    """One stretch of waiting; help that begins ends it, and a fall back asks again (00-A: safety first)."""
    desk = say(reported(), "2026-02-02 09:30", c.KeepSight, keeps_sight="sanne")
    requested(desk)
    assert "S2" not in rules(desk)
    desk = say(reported(), "2026-02-02 09:30", c.KeepSight, keeps_sight="sanne")
    agree(desk, "2026-02-02 10:00", help="hulp")
    papers = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
    say(desk, "2026-02-02 11:00", c.StartHelp, help="hulp", **papers)
    assert rules(desk) == []
    say(desk, "2026-03-02 11:00", c.WithdrawConsent, person="anna")
    assert rules(desk) == ["S2"]
    assert desk.tasks() == ["safety"]


def test_prolonging_the_assessment_names_somebody_too() -> None:
    """T44: without a person who keeps sight it cannot be prolonged."""
    desk = say(reported(), "2026-02-04", c.ProlongAssessment, second_reader="sanne", keeps_sight="sanne")
    assert "S2" not in rules(desk)


@pytest.mark.parametrize("made", [helped, intensive, supervised])
def test_elsewhere_others_keep_sight(made: Any) -> None:  # noqa: ANN401
    """In help and under a measure nobody has to be named, and nobody can be."""
    desk = made()
    assert "S2" not in rules(desk)
    refusal = desk.say("2026-02-20", c.KeepSight, keeps_sight="sanne").refusal
    assert refusal is not None
    assert refusal.rule == "keep_sight/where"


OUT_OF_ORDER: tuple[tuple[str, Callable[..., Desk], type[c.Base], dict[str, Any]], ...] = (
    ("keep_sight/person", reported, c.KeepSight, {}),
    ("keep_sight/person", reported, c.KeepSight, {"keeps_sight": "sanne", "stops": True}),
    ("recorder", reported, c.KeepSight, {"keeps_sight": "anna", "by": ANNA}),
    ("report_help/where", helped, c.ReportHelp, {"help": "coach"}),
    ("report_help/open", supervised, c.ReportHelp, {"help": "coach", "stopped": True}),
    ("NX-12", supervised, c.ReportHelp, {"help": "coach", "on": "2026-03-03"}),
    ("recorder", supervised, c.ReportHelp, {"help": "coach", "by": ANNA}),
)


@pytest.mark.parametrize(("rule", "made", "do", "fields"), OUT_OF_ORDER, ids=lambda value: str(value)[:40])
def test_what_is_out_of_order_is_refused(rule: str, made: Any, do: type[c.Base], fields: dict[str, Any]) -> None:  # noqa: ANN401
    """With a source and a way on."""
    refusal = made().say("2026-02-20", do, **fields).refusal
    assert refusal is not None
    assert refusal.rule == rule
    assert all(reason.source and reason.remedy for reason in refusal.reasons)


def test_a_calamity_until_the_inspectie_knows() -> None:
    """T33: while it runs, and after it was missed."""
    desk = say(supervised(), "2026-02-10 08:00", c.StartTerm, by=PROVIDER, fact="calamity")
    assert rules(desk) == ["S3"]
    assert rules(desk, "2026-02-12") == ["S3"]
    say(desk, "2026-02-12 10:00", c.MeetTerm, by=GI, rule="T33", reason="vergeten", keeps_sight="sanne")
    assert rules(desk) == []


def test_a_child_out_of_the_home_without_a_title() -> None:
    """From the day that the placement ended; it is over when the child is home, or a judge decides."""
    desk = placed()
    assert rules(desk) == []
    assert rules(desk, "2026-11-02 00:00") == ["S1", "S4"]
    assert shown(desk)[1].since == day("2026-11-02")
    say(desk, "2026-11-03", c.ReportResidence, by=GI, residence="home")
    assert rules(desk) == ["S1"]


def test_consent_to_help_and_a_guardianship_are_titles() -> None:
    """In voluntary help the consent covers it; under a guardianship the GI decides where the child lives."""
    desk = placed()
    court(desk, "2026-04-01", "guardianship", None, accepted="bereid", ground="unfit")
    desk.pass_to("2026-12-01")
    assert desk.state() is State.GUARDIANSHIP
    assert "S4" not in rules(desk)
    lapsed = placed()
    agree(lapsed, "2026-12-01", help="pleegzorg", valid_from=day("2027-02-02"))
    assert "S4" in rules(lapsed, "2027-02-01")
    assert "S4" not in rules(lapsed, "2027-02-02")
    assert "S4" in rules(placed(), "2027-02-02")


def test_waiting_from_the_first_report_to_the_first_help_is_counted() -> None:
    """T45: the days are counted from the first; after ten weeks it is a signal for the college."""
    desk = reported()
    assert waiting_days(desk.child(), at("2026-02-02 17:00")) == 0
    assert "S5" not in rules(desk, "2026-04-13 23:59")
    assert waiting_days(desk.child(), desk.now) == 70
    assert "S5" in rules(desk, "2026-04-14 00:00")
    late = next(signal for signal in shown(desk) if signal.rule == "S5")
    assert (late.who, "71 dagen" in late.text) == ("college", True)
    agree(desk, "2026-04-20", help="hulp")
    papers = {"frame_statement": "2026-04-20", "rights_sheet": "2026-04-20"}
    say(desk, "2026-04-20 11:00", c.StartHelp, help="hulp", **papers)
    assert rules(desk) == []
    assert waiting_days(desk.child(), desk.now) is None


def test_a_closed_file_has_nothing_to_look_at() -> None:
    """What closes with the file closes its signals."""
    desk = say(reported(), "2026-02-03", c.DeliverNotices, how="post")
    papers = {"judgement": "goed", "second_reader": "sanne", "closing_letter": "2026-02-03", "evaluation": "goed"}
    say(desk, "2026-02-03 10:00", c.Close, closed_reason="C2", aftercare="-", **papers)
    assert desk.state() is State.CLOSED
    assert rules(desk, "2026-06-01") == []
    assert desk.child().tasks == ()


def test_a_signal_says_what_since_when_who_and_what_now() -> None:
    """In one Dutch line, with its source."""
    line = signal_line(shown(supervised(), "2026-03-12")[0], at("2026-03-12"))
    assert line.startswith("S1 Er loopt een maatregel.")
    for part in ("sinds 2026-02-02, 38 dag(en)", "de gecertificeerde instelling (GI): Regel vandaag", "bron: "):
        assert part in line


def test_signals_stop_nothing() -> None:
    """The same acts with and without; what a person may do never turns on a signal (00-B)."""
    desk = supervised()
    desk.pass_to("2026-03-05")
    with_signal = desk.child()
    without = with_signal.model_copy(update={"measured_since": desk.now, "tasks": ()})
    assert [s.rule for s in signals(with_signal, desk.now)] == ["S1"]
    assert signals(without, desk.now) == ()
    for act in ACTS:
        for by in (GI, TEAM):
            assert may(act, with_signal, desk.now, by) == may(act, without, desk.now, by)


def test_signals_of_a_case_go_by_child() -> None:
    """There is no signal of a family."""
    desk = reported()
    assert {(name, signal.rule) for name, signal in all_signals(desk.case.children, desk.now)} == {("kind", "S2")}
