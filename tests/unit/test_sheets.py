"""The sheet of rights of each reader: it blocks help, it holds back acts 18, 19, 21 and 25, never a judge (R-14)."""

from __future__ import annotations

from typing import Any

import pytest

from states import commands as c
from states import events as e
from states.acts.may import may
from states.entry import happened
from states.facts import ChildFile
from states.position import State
from states.rights.readers import readers, uninformed
from tests.unit.cast import COLLEGE, GI, INTENSIVE, TEAM, at, day, order
from tests.unit.desk import Desk, agree, court, helped, intensive, ordered, placed, provisional, reported, supervised

PAPERS = {"frame_statement": "2026-02-03", "rights_sheet": "2026-02-03"}
TWELVE, SIXTEEN = day("2013-03-03"), day("2009-03-03")
ACTS: tuple[tuple[int, dict[str, Any]], ...] = (
    (18, {}),
    (19, {}),
    (21, {"person": "anna"}),
    (25, {"person": "anna"}),
)


def _ready(**about: Any) -> Desk:  # noqa: ANN401 - any field of an opening
    desk = reported(**about)
    for person in desk.child().consents_at(desk.now).required:
        agree(desk, "2026-02-03 09:00", (person,), help="hulp")
    return desk


def _rules(desk: Desk, when: str, command: type[c.Base], **fields: Any) -> list[str]:  # noqa: ANN401
    refusal = desk.say(when, command, **fields).refusal
    return [reason.rule for reason in refusal.reasons] if refusal else []


def test_who_reads_a_sheet() -> None:
    """Who has authority, the youth from 12; of an unborn child the mother; of an adult nobody else."""
    assert readers(reported().child(), at("2026-02-03")) == ("anna", "bart")
    assert readers(reported(born=TWELVE).child(), at("2026-02-03")) == ("anna", "bart", "kind")
    assert readers(reported(born=SIXTEEN).child(), at("2026-02-03")) == ("anna", "bart", "kind")
    assert readers(reported(born=SIXTEEN).child(), at("2027-03-03")) == ("kind",)
    unborn = reported(born=None, expected=day("2026-06-01"), mother="anna").child()
    assert readers(unborn, at("2026-02-03")) == ("anna",)


def test_help_does_not_begin_before_each_reader_has_the_sheet() -> None:
    """V1: by name; the refusal says who is missing and what now."""
    desk = _ready(born=TWELVE)
    for given in ((), ("anna",), ("anna", "bart"), ("anna", "kind", "oma")):
        refusal = desk.say("2026-02-03 10:00", c.StartHelp, help="hulp", sheet_to=given, **PAPERS).refusal
        assert refusal is not None
        assert [reason.rule for reason in refusal.reasons] == ["TR-02/sheet_to"]
        missing = {"anna", "bart", "kind"} - set(given)
        text = refusal.reasons[0].text
        assert all((name if name != "kind" else "het kind zelf") in text for name in missing)
        assert refusal.reasons[0].remedy
    desk.say("2026-02-03 11:00", c.StartHelp, help="hulp", sheet_to=("anna", "bart", "kind"), **PAPERS)
    assert desk.state() is State.HELP
    given_now = desk.child().sheets
    assert {(s.person, s.state, s.given) for s in given_now} == {
        (p, State.HELP, True) for p in ("anna", "bart", "kind")
    }
    assert {s.edition for s in given_now} == {desk.new[-1]["edition"]}


@pytest.mark.parametrize("lead", ["gi", "local_team"])
def test_intensive_help_asks_a_sheet_of_its_own(lead: str) -> None:
    """V2a and V2b: the sheet of V1 is another one."""
    desk = helped(region="mix")
    agree(desk, "2026-02-02 11:30", purpose="intensive_help", leads=("gi", "local_team"))
    fields = {**INTENSIVE, "lead": lead, "worker": GI if lead == "gi" else TEAM}
    assert _rules(desk, "2026-02-02 12:00", c.StartIntensiveHelp, sheet_to=(), **fields) == ["TR-05/sheet_to"]
    assert _rules(desk, "2026-02-02 12:00", c.StartIntensiveHelp, sheet_to=("anna", "bart"), **fields) == []


def test_another_lead_asks_the_sheet_again() -> None:
    """V2b is entered from V2a too (TR-07)."""
    desk = helped(region="mix")
    agree(desk, "2026-02-02 11:30", purpose="intensive_help", leads=("gi", "local_team"))
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    fields = {"by": COLLEGE, "lead": "local_team", "worker": TEAM, "agreed_by": ("GI", "team")}
    assert _rules(desk, "2026-03-02", c.ChangeLead, sheet_to=("anna",), **fields) == ["TR-07/sheet_to"]
    assert _rules(desk, "2026-03-02", c.ChangeLead, sheet_to=("anna", "bart"), **fields) == []


def test_stopping_never_waits_for_a_sheet() -> None:
    """TR-08 and TR-09."""
    desk = intensive()
    assert _rules(desk, "2026-03-02 09:00", c.EndIntensiveHelp) == []
    assert _rules(desk, "2026-03-02 10:00", c.WithdrawConsent, person="anna") == []
    assert desk.state() is State.ASSESSMENT


def test_of_who_need_not_agree_it_may_be_said_why_not() -> None:
    """At 16 the youth decides alone: a parent who is not reached keeps no help away; the youth must have it."""
    desk = _ready(born=SIXTEEN)
    fields = {"help": "hulp", "sheet_to": ("kind", "anna"), **PAPERS}
    assert _rules(desk, "2026-02-03 10:00", c.StartHelp, **fields) == ["TR-02/sheet_to"]
    desk.say("2026-02-03 10:30", c.GiveSheet, person="bart", not_given_because="Noor wil dit niet; er is gevaar.")
    assert desk.child().sheets[0].given is False
    assert _rules(desk, "2026-02-03 11:00", c.StartHelp, **fields | {"sheet_to": ("anna",)}) == ["TR-02/sheet_to"]
    assert _rules(desk, "2026-02-03 11:00", c.StartHelp, **fields) == []


def test_of_who_must_agree_no_reason_takes_the_place_of_the_sheet() -> None:
    """Below 12 both parents agree."""
    desk = _ready()
    desk.say("2026-02-03 10:30", c.GiveSheet, person="bart", not_given_because="niet bereikt")
    fields = {"help": "hulp", "sheet_to": ("anna",), **PAPERS}
    assert _rules(desk, "2026-02-03 11:00", c.StartHelp, **fields) == ["TR-02/sheet_to"]


def test_at_entry_too_a_reader_who_needs_an_interpreter_has_one() -> None:
    """Or it is said why not: then it stays as a flag and a task, until one was there."""
    desk = _ready()
    desk.say("2026-02-03 09:30", c.KnowReader, person="bart", language="Tigrinya")
    fields = {"help": "hulp", **PAPERS}
    refusal = desk.say("2026-02-03 10:00", c.StartHelp, **fields).refusal
    assert refusal is not None
    assert [reason.rule for reason in refusal.reasons] == ["TR-02/interpreter"]
    assert "bart" in refusal.reasons[0].text
    desk.say("2026-02-03 11:00", c.StartHelp, no_interpreter_because="Geen tolk te vinden vandaag.", **fields)
    assert desk.state() is State.HELP
    assert desk.tasks() == ["interpreter"]
    assert desk.flags() >= {"R-14/interpreter"}
    desk.say("2026-02-04", c.GiveSheet, person="bart", how="gesprek", interpreter="tolkentelefoon")
    assert [task.code for task in desk.child().tasks if task.code == "interpreter"] == []
    other = _ready()
    other.say("2026-02-03 09:30", c.KnowReader, person="bart", language="Tigrinya")
    other.say("2026-02-03 10:00", c.StartHelp, interpreter="tolkentelefoon", **fields)
    assert other.state() is State.HELP


@pytest.mark.parametrize(("act", "more"), ACTS)
def test_in_a_measure_an_act_that_binds_waits_until_everybody_was_told(act: int, more: dict[str, Any]) -> None:
    """One reader short is short; the order itself stood from its moment."""
    desk = placed(born=TWELVE)
    assert desk.state() is State.SUPERVISION_WITH_PLACEMENT
    said = {"by": GI, "act": act, **more}
    for n, person in enumerate(("anna", "bart", "kind")):
        refusal = desk.say(f"2026-02-03 1{n}:00", c.RegisterAct, **said).refusal
        assert refusal is not None
        assert refusal.rule == f"act-{act}/readers"
        assert refusal.reasons[0].remedy.strip()
        desk.say(f"2026-02-03 1{n}:30", c.GiveSheet, by=GI, person=person, how="gesprek")
    assert _rules(desk, "2026-02-03 15:00", c.RegisterAct, **said) == []


@pytest.mark.parametrize("act", [18, 19, 21])
def test_in_a_measure_the_reason_why_not_is_enough(act: int) -> None:
    """Per reader, and by the notice too."""
    desk = supervised()
    desk.say("2026-02-03 10:00", c.DeliverNotices, by=GI, recipients=("anna",), how="brief")
    desk.say("2026-02-03 11:00", c.DeliverNotices, by=GI, recipients=("bart",), not_delivered_because="adres onbekend")
    assert {(s.person, s.given) for s in desk.child().sheets} == {("anna", True), ("bart", False)}
    assert _rules(desk, "2026-02-03 12:00", c.RegisterAct, by=GI, act=act, person="anna") == []


def test_an_explained_sheet_was_given() -> None:
    """R-14: explaining does both."""
    desk = supervised()
    for person in ("anna", "bart"):
        desk.say("2026-02-03 10:00", c.ExplainRights, by=GI, person=person)
    assert _rules(desk, "2026-02-03 12:00", c.RegisterAct, by=GI, act=21, person="anna") == []


def test_who_asks_hears_what_is_still_needed() -> None:
    """Asked without doing, the act is possible and lists the sheet: the judge's order is not in doubt."""
    verdict = may(21, supervised().child(), at("2026-02-03"), GI)
    assert verdict.holds
    assert [reason.rule for reason in verdict.needs] == ["act-21/readers"]


def test_a_sheet_of_before_the_measure_or_of_an_earlier_one_does_not_count() -> None:
    """Per framework: from one measure to the next it goes on; after the voluntary framework it begins anew."""
    desk = intensive()
    court(desk, "2026-03-02 09:00", "provisional_supervision", "2026-06-02")
    assert uninformed(desk.child(), at("2026-03-02 10:00")) == ("anna", "bart")
    desk.inform("2026-03-02 11:00")
    court(desk, "2026-04-02 09:00", "supervision", "2026-10-02")
    assert desk.state() is State.SUPERVISION
    assert uninformed(desk.child(), at("2026-04-02 10:00")) == ()
    desk.pass_to("2026-10-03")
    assert desk.state() is State.ASSESSMENT
    court(desk, "2026-11-02 09:00", "supervision", "2027-05-02")
    assert uninformed(desk.child(), at("2026-11-02 10:00")) == ("anna", "bart")


def test_who_comes_to_read_later_is_told_too() -> None:
    """On the 12th birthday the youth becomes a reader."""
    desk = supervised(born=day("2014-06-01"))
    desk.inform("2026-02-03")
    assert _rules(desk, "2026-05-31 10:00", c.RegisterAct, by=GI, act=18) == []
    assert _rules(desk, "2026-06-01 10:00", c.RegisterAct, by=GI, act=18) == ["act-18/readers"]
    desk.inform("2026-06-01 11:00")
    assert _rules(desk, "2026-06-01 12:00", c.RegisterAct, by=GI, act=18) == []


@pytest.mark.parametrize(
    ("kind", "end", "state"),
    [
        ("provisional_supervision", "2026-05-02", State.PROVISIONAL_SUPERVISION),
        ("supervision", "2027-02-02", State.SUPERVISION),
        ("provisional_guardianship", "2026-05-02", State.PROVISIONAL_GUARDIANSHIP),
    ],
)
def test_a_judge_waits_for_nobody(kind: str, end: str, state: State) -> None:
    """No sheet, an interpreter that is not there: the order stands, and the notices are due."""
    desk = reported(born=TWELVE)
    desk.say("2026-02-02 09:30", c.KnowReader, person="anna", language="Tigrinya")
    court(desk, "2026-02-03 09:00", kind, end)
    assert desk.state() is state
    assert {"O", "J"} <= set(desk.notices())


def test_in_the_voluntary_framework_these_acts_wait_for_consent_and_not_for_the_sheet() -> None:
    """The sheet was there before the help."""
    assert _rules(helped(), "2026-02-03", c.RegisterAct, act=18) == []


@pytest.mark.parametrize("make", [supervised, provisional, placed])
def test_a_child_under_12_has_no_sheet(make: Any) -> None:  # noqa: ANN401 - any desk
    """And keeps nothing waiting."""
    desk = make()
    assert _rules(desk, "2026-02-03", c.GiveSheet, by=GI, person="kind", how="gesprek") == ["R-14/age"]
    assert "kind" not in uninformed(desk.child(), at("2026-02-03"))


def test_how_or_why_not_and_nobody_of_the_family() -> None:
    """A sheet is given by somebody, somehow."""
    desk = supervised()
    assert _rules(desk, "2026-02-03", c.GiveSheet, by=GI, person="anna") == ["R-14/how"]
    parent = {"id": "anna", "role": "parent"}
    assert _rules(desk, "2026-02-03", c.GiveSheet, by=parent, person="anna", how="brief") == ["recorder"]


def test_files_and_entries_of_before_still_fold() -> None:
    """Without sheets, and with notices that only knew to whom."""
    old = ChildFile.model_validate({"id": "kind", "notices": [{"id": "n0", "code": "O", "recipient": "anna"}]})
    assert old.sheets == ()
    assert old.notices[0].due is None
    assert old.notices[0].sheet is None
    desk = ordered(order("supervision", "2026-02-02", "2027-02-02"))
    body = desk.log[-1]
    for row in body["effects"]["notices"]:
        for name in ("move", "text", "edition", "due", "sheet"):
            row.pop(name, None)
    again = happened(body).event
    assert [n.recipient for n in again.notices][:2] == ["anna", "bart"]
    noted = e.Noted(topic="notices_delivered", on=day("2026-02-03"), notices_done=("n0",))
    assert e.Noted.model_validate(noted.model_dump(mode="json")) == noted
