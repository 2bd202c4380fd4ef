"""Words on their way in: what defines something or goes to a family is refused, a note is flagged (NX-03)."""

from __future__ import annotations

import types
import typing
from enum import Enum
from typing import Any, get_args

import pytest

from casetool.names import CaseNames
from casetool.telling import told
from states import commands as c
from states.commands.court import OrderRecord
from states.wording.fields import NO_TEXT, USES
from states.wording.reading import plain
from states.wording.rule import Use
from tests.unit.cast import COLLEGE, INTENSIVE, VTO
from tests.unit.desk import Desk, reported

MODELS = (*get_args(get_args(c.Command)[0]), OrderRecord, c.Opening)
THREAT = "Als u niet meewerkt, dan doen wij een melding bij de Raad."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Uitgesteld\u00a0Raadsonderzoek", "uitgesteld raadsonderzoek"),
        ("uit\u00adgesteld_raadsonderzoek", "uitgesteld raadsonderzoek"),
        ("VTO – in de lá!", "vto in de la"),
        ("d r a n g", "drang"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_its_words(text: str, words: str) -> None:
    """Case, accents, hyphens, soft hyphens and spaced letters make no difference."""
    assert plain(text) == words


def _texts(annotation: object) -> bool:
    """Whether a field can hold text of one's own: a string that no closed list bounds."""
    if typing.get_origin(annotation) is typing.Literal or (
        isinstance(annotation, type) and issubclass(annotation, Enum)
    ):
        return False
    return annotation is str or any(_texts(part) for part in get_args(annotation) if part is not types.NoneType)


def test_every_field_with_text_of_every_command_has_a_use() -> None:
    """A field that nobody thought of would be read as a note; here it is found."""
    fields = {n for model in MODELS for n, info in model.model_fields.items() if _texts(info.annotation)}
    assert fields - set(USES) - NO_TEXT == set()
    assert set(USES) & NO_TEXT == set()


@pytest.mark.parametrize("use", Use)
def test_each_use_has_fields(use: Use) -> None:
    """Or the use would guard nothing."""
    assert [name for name, found in USES.items() if found is use]


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        (c.StartIntensiveHelp, INTENSIVE | {"plan": "V2 op voorwaarde van de Raad, tot juni"}),
        (c.StartIntensiveHelp, INTENSIVE | {"plan": THREAT}),
        (c.StartIntensiveHelp, INTENSIVE | {"why_more": "de VTO ligt in de la: VTO in de la"}),
        (c.RequestInvestigation, VTO | {"receipt": "uitgesteld raadsonderzoek"}),
        (c.GiveConsent, {"person": "anna", "what": "hulp op voorwaarde van de Raad"}),
        (c.GiveConsent, {"person": "anna", "help": "drang-plus"}),
        (c.GiveConsent, {"person": "anna", "what": "U moet de begeleiding drie keer per week toelaten."}),
        (c.ChangeRegion, {"by": COLLEGE, "mode": "mix", "functions": {"onderzoeker": "uitgesteld raadsonderzoek"}}),
        (c.ChangeRegion, {"by": COLLEGE, "mode": "mix", "tasks": ["bespreken aan de drangtafel"]}),
        (c.Relocate, {"municipality": "Drang aan Zee"}),
    ],
)
def test_nx_03_what_defines_or_goes_to_a_family_is_refused_with_a_neutral_text(
    do: type[c.Base], fields: dict[str, Any]
) -> None:
    """The request is sent or not sent, and help is free."""
    desk = reported()
    refusal = desk.say("2026-03-02", do, **fields).refusal
    assert refusal is not None
    assert refusal.rule == "NX-03"
    assert "request_investigation" in refusal.reasons[0].remedy
    assert "bijvoorbeeld:" in refusal.reasons[0].remedy
    assert desk.log[-1]["event"] == "refused"


def test_nx_03_what_somebody_said_may_be_written_down() -> None:
    """A note quotes; it defines nothing, and the words are not ours."""
    desk = reported()
    assert desk.say("2026-03-02", c.Note, text="'het is een uitgesteld raadsonderzoek', zei de vader").refusal is None
    assert desk.log[-1]["event"] == "noted"


def _flagged() -> Desk:
    desk = reported()
    assert desk.say("2026-03-02", c.Note, text=f"Ik zei vandaag het volgende. {THREAT}").refusal is None
    return desk


def test_a_note_is_stored_and_flagged_with_a_task_and_a_neutral_text() -> None:
    """It blocks nothing; somebody has to look."""
    desk = _flagged()
    noted, flag = desk.log[-2:]
    assert (noted["event"], flag["event"]) == ("noted", "words_flagged")
    assert flag["facts"]["about"] == noted["seq"]
    assert [task.code for task in desk.child().tasks if task.code == "words"] == ["words"]
    finding = flag["detail"]["data"]["findings"][0]
    assert (finding["field"], finding["rule"]) == ("text", "als-niet-dan")
    assert "U mag deze hulp weigeren" in finding["instead"]
    assert told(flag, CaseNames(desk.log)).endswith("[signaal: NX-03/als-niet-dan]")
    assert f"regel {noted['seq']}" in told(flag, CaseNames(desk.log))


def test_a_flag_is_set_aside_with_a_reason_as_an_entry() -> None:
    """The task is done; the flag and who set it aside stay in the log."""
    desk = _flagged()
    number = desk.log[-1]["seq"]
    why = "Dit is een verslag van een gesprek dat fout liep; ik heb het met mijn collega besproken."
    assert desk.say("2026-03-03", c.OverruleFlag, entry=number, reason=why).refusal is None
    assert desk.log[-1]["event"] == "flag_overruled"
    assert desk.log[-1]["facts"]["about"] == [number]
    assert not [task for task in desk.child().tasks if task.code == "words"]
    assert why in told(desk.log[-1], CaseNames(desk.log))


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"reason": " "}, "NX-03/reason"),
        ({"entry": 1}, "NX-03/no-flag"),
        ({"by": {"id": "anna", "role": "parent"}}, "recorder"),
    ],
)
def test_a_flag_is_not_set_aside_without_a_reason_by_a_parent_or_where_there_is_none(
    fields: dict[str, Any], rule: str
) -> None:
    """Nor twice."""
    refusal = _flagged().say("2026-03-03", c.OverruleFlag, **fields).refusal
    assert refusal is not None
    assert refusal.rule == rule


def test_a_refusal_is_never_set_aside() -> None:
    """Only the text can change."""
    desk = reported()
    desk.say("2026-03-02", c.GiveConsent, person="anna", what="drang")
    refusal = desk.say("2026-03-02", c.OverruleFlag, entry=desk.log[-1]["seq"]).refusal
    assert refusal is not None
    assert refusal.matches("NX-03/no-flag")
    assert "Een weigering kan niemand opzij zetten" in refusal.reasons[0].text


def test_the_reason_of_an_act_is_flagged_in_place_of_refused() -> None:
    """It is the worker's own; every command has one."""
    desk = reported()
    desk.say("2026-03-02", c.Note, text="Gesprek thuis.", reason="Dit is een drangtraject.")
    assert desk.log[-1]["facts"]["rules"] == ["drang-samenstelling"]


def test_what_a_parent_says_is_no_threat_of_ours() -> None:
    """Their own words stay theirs."""
    desk = reported()
    desk.say("2026-03-02", c.Note, by={"id": "anna", "role": "parent"}, text=THREAT)
    assert desk.log[-1]["event"] == "noted"


def test_a_text_that_cannot_be_read_is_flagged_and_says_so() -> None:
    """Nothing is skipped in silence."""
    desk = reported()
    text = "Mother told that the boy sleeps well since the summer and that school helps him every single day"
    desk.say("2026-03-02", c.Note, text=text)
    assert desk.log[-1]["facts"]["rules"] == ["unreadable"]
    assert "niet in het Nederlands" in desk.log[-1]["facts"]["flags"][0]["text"]
