"""Good work: reflection, expertise, allocation, the three texts, checklists and certificates. No fact moves a child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from states import commands as c
from states.editions.bill import Bill
from states.editions.edition import EDITION
from states.handlers import giving
from states.people import Actor, Registration, Role
from states.work.checklist import TEMPLATES, BasicFunction, ChecklistName
from states.work.reflection import readable
from states.work.signals import work_signals
from tests.unit.cast import ANNA, GI, INTENSIVE, PETITION, PROVIDER, RAAD, SKJ, TEAM, VTO, order
from tests.unit.desk import (
    Desk,
    agree,
    helped,
    intensive,
    investigated,
    ordered,
    placed,
    reported,
    requested,
    supervised,
)

GROUNDS: dict[str, Any] = {
    "concerns": "request",
    "why_not_lighter": "Hulp thuis hielp een half jaar niet.",
    "why_not_more": "Alleen een onderzoek; het kind blijft thuis wonen.",
    "best_interest": "Rust en veiligheid thuis.",
    "view_child": "Noor wil thuis blijven.",
}
NEW = Actor(id="nieuw", role=Role.LOCAL_TEAM, organisation="Lokaal team Zonstad", under="lotte")


def open_codes(desk: Desk) -> list[str]:
    """The codes of the open tasks."""
    return [task.code for task in desk.child().tasks]


def rules(desk: Desk) -> list[str]:
    """The signals about the work."""
    return [signal.rule for signal in work_signals(desk.child(), desk.now)]


def test_a_reflection_is_asked_after_a_request_to_the_raad_and_done_when_it_was_held() -> None:
    """It blocks nothing, and whoever was not there cannot record it."""
    desk = requested()
    assert "reflection" in open_codes(desk)
    missing = desk.say("2026-02-03 10:00", c.RecordReflection, held_on="2026-02-03", took_part=("sanne",)).refusal
    assert missing is not None
    assert missing.rule == "reflection/took-part"
    held = desk.say("2026-02-03 11:00", c.RecordReflection, held_on="2026-02-03", took_part=("lotte", "sanne"))
    assert held.refusal is None
    assert "reflection" not in open_codes(desk)
    assert desk.child().work.reflections[0].took_part == ("lotte", "sanne")


def test_a_reflection_that_is_still_to_come_is_not_recorded() -> None:
    """Held is a fact."""
    refusal = reported().say("2026-02-03", c.RecordReflection, held_on="2026-02-04", took_part=("lotte",)).refusal
    assert refusal is not None
    assert refusal.rule == "NX-12"


@pytest.mark.parametrize(("act", "more"), [(21, {"plan_date": "2026-02-02"}), (28, {})])
def test_acts_that_bear_heavily_ask_a_reflection(act: int, more: dict[str, Any]) -> None:
    """Acts 21 and 28 under a supervision; a talk (act 1) does not."""
    desk = supervised()
    desk.say("2026-02-03", c.RegisterAct, by=GI, act=1, text="gesprek")
    assert "reflection" not in desk.tasks()
    desk.inform("2026-02-03")
    done = desk.say("2026-02-04", c.RegisterAct, by=GI, act=act, text="brief", sent_on="2026-02-04", **more)
    assert done.refusal is None, done.refusal
    assert "reflection" in desk.tasks()


def test_a_threat_that_was_refused_asks_a_reflection() -> None:
    """The refusal stands; the task comes with it."""
    desk = helped()
    before = desk.state()
    refusal = desk.say("2026-02-03", c.RegisterAct, act=23, text="gesprek").refusal
    assert refusal is not None
    assert desk.tasks() == ["reflection"]
    assert desk.state() is before


def test_the_content_of_a_reflection_is_for_who_took_part() -> None:
    """Also when the command with the content was refused: then only its sender reads it."""
    desk = reported()
    desk.say("2026-02-03", c.RecordReflection, took_part=("lotte", "sanne"), content="Ik twijfel.")
    detail = desk.log[-1]["detail"]["data"]
    assert readable(detail, "sanne")["content"] == "Ik twijfel."
    assert "content" not in readable(detail, "gerrit")
    assert "Ik twijfel." not in str(desk.log[-1]["facts"])
    desk.say("2026-02-03", c.RecordReflection, took_part=("sanne",), content="Ik twijfel.")
    refused = desk.log[-1]["detail"]["data"]
    assert "content" in readable(refused, "lotte")["command"]
    assert "content" not in readable(refused, "gerrit")["command"]


def test_each_period_of_intensive_help_asks_one_reflection() -> None:
    """A signal when missing; one from before the period does not count."""
    desk = helped()
    desk.say("2026-02-02 11:05", c.RecordReflection, held_on="2026-02-01", took_part=("lotte",))
    agree(desk, "2026-02-02 11:30", purpose="intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    assert rules(desk) == ["W1"]
    desk.say("2026-02-09", c.RecordReflection, kind="moral_deliberation", took_part=("lotte",))
    assert rules(desk) == []


def test_expertise_on_safety_is_attached_before_intensive_help_begins() -> None:
    """Later than the start is refused; the day is a fact."""
    desk = helped()
    agree(desk, "2026-02-02 11:30", purpose="intensive_help")
    late = desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE | {"expertise_on": "2026-02-03"}).refusal
    assert late is not None
    assert late.rule == "TR-05/expertise_on"
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE | {"expertise_on": "2026-01-30"})
    assert [one.on for one in desk.child().work.expertise] == [date(2026, 1, 30)]
    desk.say("2026-02-10", c.AttachExpertise, expertise="gedragswetenschapper")
    assert desk.child().work.expertise[-1].on == date(2026, 2, 10)
    nobody = desk.say("2026-02-10", c.AttachExpertise, expertise=" ").refusal
    assert nobody is not None
    assert nobody.rule == "R-43/who"


def test_work_goes_to_a_registered_worker_or_under_one() -> None:
    """Who is not registered works under the registered sender, or not at all."""
    desk = helped()
    assert desk.say("2026-02-03", c.AllocateWork, worker=NEW).refusal is None
    assert desk.child().work.allocations[0].responsible == "lotte"
    alone = desk.say("2026-02-03", c.AllocateWork, worker=NEW.model_copy(update={"under": None})).refusal
    assert alone is not None
    assert alone.rule == "R-53/registered"
    lapsed = SKJ.model_copy(update={"valid_until": date(2026, 2, 2)})
    yesterday = TEAM.model_copy(update={"registration": lapsed})
    refused = desk.say("2026-02-03", c.AllocateWork, by=yesterday).refusal
    assert refused is not None
    assert "verlopen" in refused.reasons[0].text
    family = desk.say("2026-02-03", c.AllocateWork, worker=ANNA).refusal
    assert family is not None
    assert family.rule == "R-53/worker"


def test_a_registration_that_lapses_while_the_work_goes_on_is_a_signal() -> None:
    """The day after its last valid day."""
    desk = helped()
    short = TEAM.model_copy(
        update={"registration": Registration(registry="SKJ", number="1", valid_until=date(2026, 2, 10))}
    )
    desk.say("2026-02-03", c.AllocateWork, by=short)
    desk.pass_to("2026-02-10 23:00")
    assert rules(desk) == []
    desk.pass_to("2026-02-11 00:00")
    assert rules(desk) == ["W3"]


def test_a_request_without_the_three_texts_asks_for_them_and_with_them_does_not() -> None:
    """A task, so that no request to the Raad waits for a text."""
    desk = requested()
    assert "grounds-request" in open_codes(desk)
    other = reported()
    texts = {name: GROUNDS[name] for name in ("why_not_lighter", "why_not_more")}
    other.say("2026-02-03", c.RequestInvestigation, **VTO | texts)
    assert other.state() is desk.state()
    assert "grounds-request" not in open_codes(other)


@pytest.mark.parametrize("field", ["why_not_lighter", "why_not_more", "best_interest", "view_child"])
def test_each_of_the_three_texts_and_the_view_of_the_child_is_needed(field: str) -> None:
    """The refusal names which one; the task stays open."""
    desk = requested()
    refusal = desk.say("2026-02-03 10:00", c.GiveGrounds, **GROUNDS | {field: "  "}).refusal
    assert refusal is not None
    assert refusal.rule == f"R-25/{field}"
    assert "grounds-request" in open_codes(desk)


def test_the_three_texts_are_separate() -> None:
    """The same words twice is one text."""
    desk = requested()
    same = GROUNDS | {"why_not_more": "hulp thuis  hielp een half jaar NIET."}
    refusal = desk.say("2026-02-03 10:00", c.GiveGrounds, **same).refusal
    assert refusal is not None
    assert refusal.rule == "R-25/why_not_more"
    assert desk.say("2026-02-03 10:00", c.GiveGrounds, **GROUNDS).refusal is None
    assert "grounds-request" not in open_codes(desk)


def test_a_petition_asks_the_three_texts_of_who_sent_it() -> None:
    """Another task than that of the request."""
    desk = investigated()
    desk.say("2026-02-05 09:00", c.PetitionCourt, **PETITION)
    assert "grounds-petition" in open_codes(desk)
    desk.say("2026-02-05 10:00", c.GiveGrounds, by=RAAD, **GROUNDS | {"concerns": "petition"})
    assert "grounds-petition" not in open_codes(desk)
    assert "grounds-request" in open_codes(desk)


def test_an_order_is_never_refused_for_a_text_and_asks_for_it() -> None:
    """A change of framework by the judge; the clock asks nobody for texts."""
    desk = supervised()
    given = order("supervision", "2026-02-03", "2027-02-02")
    assert "grounds-framework" in open_codes(ordered(given, "2026-02-03 12:00", desk=reported()))
    desk.pass_to("2027-02-02 00:00")
    assert desk.moves() == ["TR-70"]
    assert "grounds-framework" not in desk.tasks()


def test_a_checklist_keeps_what_was_answered_and_shows_what_was_not() -> None:
    """Unknown questions, and no answers at all, are refused."""
    desk = reported()
    for answers in ({}, {"step-1": " "}, {"step-9": "x"}):
        refusal = desk.say("2026-02-03", c.FillChecklist, checklist="meldcode", answers=answers).refusal
        assert refusal is not None
        assert refusal.rule == "R-65/questions"
    desk.say("2026-02-03", c.FillChecklist, checklist="meldcode", answers={"step-1": "Blauwe plek op 1-2."})
    filled = desk.child().work.checklists[0]
    assert filled.missing == ("step-2", "step-3", "step-4", "step-5")
    assert filled.functions == {BasicFunction.SIGNAL_IN_TIME}
    desk.say(
        "2026-02-04",
        c.FillChecklist,
        checklist="meldcode",
        answers=dict.fromkeys(f"step-{n}" for n in "12345") | {f"step-{n}": "ja" for n in "12345"},
    )
    assert [one.missing for one in desk.child().work.checklists] == [()]


def test_the_meldcode_has_five_steps_and_every_basic_function_is_asked_about() -> None:
    """The questions of the two lists together."""
    assert len(TEMPLATES[ChecklistName.MELDCODE].questions) == 5
    asked = {q.function for template in TEMPLATES.values() for q in template.questions}
    assert asked == set(BasicFunction)


def test_a_certificate_that_lapsed_is_a_flag_on_the_order_and_no_refusal() -> None:
    """Valid on the day: nothing. Not known: nothing. Lapsed the day before: a flag, and the measure is there."""
    for until, flagged in (("2026-02-02", True), ("2026-02-03", False), (None, False)):
        desk = reported()
        if until is not None:
            desk.say("2026-02-02 10:00", c.ReportCertificate, gi="GI Fictieland", valid_until=until)
        said = desk.say("2026-02-03", c.CourtOrder, by=RAAD, order=order("supervision", "2026-02-03", "2027-02-02"))
        assert said.refusal is None
        assert ("R-52" in desk.flags()) is flagged
    desk = supervised()
    desk.say("2026-02-03", c.ReportCertificate, gi="GI Fictieland", valid_until="2026-02-28")
    desk.say("2026-03-01", c.CourtOrder, by=RAAD, order=order("supervision_extension", "2026-03-01", "2028-02-02"))
    assert "R-52" in desk.flags()
    never = reported().say("2026-02-03", c.ReportCertificate, gi="GI Fictieland").refusal
    assert never is not None
    assert never.rule == "R-52/valid_until"


def _start(desk: Desk, **more: Any) -> str | None:  # noqa: ANN401
    agree(desk, "2026-02-02 10:00", help="hulp")
    papers = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
    refusal = desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **papers, **more).refusal
    return refusal.rule if refusal is not None else None


def test_a_gi_gives_no_youth_help() -> None:
    """Not as worker, not as provider when the file knows it as a GI; the local team and a provider do."""
    assert _start(reported(), worker=GI) == "TR-02/gi"
    desk = reported()
    desk.say("2026-02-02 09:30", c.ReportCertificate, gi="GI Fictieland", valid_until="2030-01-01")
    assert _start(desk, provider="GI Fictieland") == "TR-02/gi"
    assert _start(reported(), by=PROVIDER) is None


def test_an_edition_with_an_experiment_lets_a_gi_give_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where the edition carries an AMvB under Jw 12.1 (L19)."""
    trial = replace(EDITION, bills=frozenset({Bill.EXPERIMENT}))
    monkeypatch.setattr(giving, "rules", lambda _at: trial)
    assert _start(reported(), worker=GI) is None


def test_help_names_who_gives_it_the_local_team_included() -> None:
    """The provider that is named, else the organisation of the worker."""
    given = helped().child().help
    assert given is not None
    assert (given.provider, given.own) == (None, "Lokaal team Zonstad")
    desk = reported()
    _start(desk, provider="Jeugdhulp Fictie")
    named = desk.child().help
    assert named is not None
    assert (named.provider, named.own) == ("Jeugdhulp Fictie", None)


@pytest.mark.parametrize("name", ["drang", "drangkader", "uitgesteld-raadsonderzoek"])
def test_no_product_with_another_name_for_pressure_defines_anything(name: str) -> None:
    """Help is called what it is; and no command takes a code of a product or of money."""
    desk = reported()
    refusal = desk.say("2026-02-02 11:00", c.StartHelp, help=name).refusal
    assert refusal is not None
    assert refusal.matches("NX-03")
    fields = {field for command in c.Base.__subclasses__() for field in command.model_fields}
    assert not {f for f in fields if any(word in f for word in ("product", "tariff", "financ", "invoice"))}


def test_nothing_of_this_moves_a_child() -> None:
    """Each fact, in help and under a measure."""
    for desk in (intensive(), placed()):
        before = desk.state()
        for command, fields in (
            (c.RecordReflection, {"took_part": ("lotte",)}),
            (c.AttachExpertise, {"expertise": "deskundige"}),
            (c.AllocateWork, {}),
            (c.GiveGrounds, GROUNDS),
            (c.FillChecklist, {"checklist": "safety", "answers": {"direct": "ja"}}),
            (c.ReportCertificate, {"gi": "GI Fictieland", "valid_until": "2026-02-04"}),
        ):
            assert desk.say("2026-02-05", command, **fields).refusal is None
            assert desk.moves() == []
        assert desk.state() is before
