"""Notices are part of a move: to whom, in which text and version, until when; and what became of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from states import commands as c
from states.commands import Command
from states.editions.edition import EDITION
from states.events import EVENTS
from states.facts import ChildFile
from states.notices import address_in, late, letter
from states.position import State
from tests.unit.cast import GI, TEAM, at, day
from tests.unit.desk import Desk, court, helped, petitioned, reported, supervised

ADDRESS = "Zonnebloemlaan 12, 1234 AB Zonstad"


def _delivered(desk: Desk) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = desk.new[-1]["facts"]["deliveries"]
    return rows


def test_a_notice_names_its_text_version_and_last_day() -> None:
    """Five working days after the move; the sheet of where the child stands goes to the family only."""
    desk = supervised(born=day("2012-01-01"))
    notices = {(n.code, n.recipient): n for n in desk.child().notices}
    family = [notices["O", "anna"], notices["O", "bart"], notices["J", "kind"]]
    assert {n.text for n in family} == {"notice/family"}
    assert {n.sheet for n in family} == {State.SUPERVISION}
    assert {n.edition for n in notices.values()} == {EDITION.id}
    assert {n.due for n in notices.values()} == {day("2026-02-09")}
    assert {n.move for n in notices.values()} == {desk.moves()[-1]}
    offices = [n for n in notices.values() if n.code not in ("O", "J")]
    assert offices
    assert {(n.text, n.sheet) for n in offices} == {("notice/office", None)}
    assert all(n.text in EDITION.phrases for n in notices.values() if n.text)


def test_it_stays_due_until_it_was_given_and_is_late_after_its_day() -> None:
    """Nothing makes it go away by itself."""
    desk = supervised()
    notice = desk.child().notices[0]
    assert not late(notice, at("2026-02-09 23:59"))
    assert late(notice, at("2026-02-10 00:00"))
    desk.pass_to("2026-08-01")
    assert notice in desk.child().notices


def test_every_change_of_framework_makes_a_notice_with_the_sheet_due() -> None:
    """Invariant 9: into a measure, and out of it when the term ends at night."""
    desk = petitioned()
    desk.say("2026-02-06", c.DeliverNotices, how="brief")
    court(desk, "2026-02-07 09:00", "supervision", "2026-08-07")
    assert {n.sheet for n in desk.child().notices if n.code == "O"} == {State.SUPERVISION}
    desk.say("2026-02-08", c.DeliverNotices, by=GI, how="brief")
    desk.pass_to("2026-08-08")
    assert {(n.recipient, n.sheet) for n in desk.child().notices if n.code == "O"} == {
        ("anna", State.ASSESSMENT),
        ("bart", State.ASSESSMENT),
    }


def test_help_that_began_with_its_sheet_asks_no_second_one() -> None:
    """TR-02 was refused without."""
    assert {n.sheet for n in helped().child().notices if n.move == "TR-02"} == {None}


def test_what_became_of_a_notice_is_in_the_log() -> None:
    """Recipient, text, version, day, by whom; how it went is in the sealed part."""
    desk = supervised()
    desk.say("2026-02-05", c.DeliverNotices, by=GI, recipients=("anna",), how="in een gesprek", given_by="gea")
    assert _delivered(desk) == [
        {
            "notice": _delivered(desk)[0]["notice"],
            "code": "O",
            "recipient": "anna",
            "on": "2026-02-05",
            "by": "gea",
            "text": "notice/family",
            "edition": EDITION.id,
        }
    ]
    assert desk.new[-1]["detail"]["data"]["how"] == "in een gesprek"
    assert "anna" not in {n.recipient for n in desk.child().notices}
    desk.say("2026-02-06", c.DeliverNotices, by=GI, recipients=("bart",), not_delivered_because="niet bereikt")
    assert _delivered(desk)[0]["given"] is False
    assert "niet bereikt" not in json.dumps(desk.new[-1]["facts"])
    assert "bart" not in {n.recipient for n in desk.child().notices}


def test_a_sheet_that_goes_along_asks_the_interpreter_that_was_needed() -> None:
    """Refused by name, or with the reason; offices need none."""
    desk = supervised()
    desk.say("2026-02-03 09:00", c.KnowReader, person="bart", language="Tigrinya")
    refusal = desk.say("2026-02-03 10:00", c.DeliverNotices, by=GI, how="brief").refusal
    assert refusal is not None
    assert refusal.rule == "R-14/interpreter"
    assert "bart" in refusal.reasons[0].text
    assert desk.say("2026-02-03 11:00", c.DeliverNotices, by=GI, recipients=("anna",), how="brief").refusal is None
    why = {"how": "brief", "no_interpreter_because": "Morgen pas."}
    assert desk.say("2026-02-03 12:00", c.DeliverNotices, by=GI, **why).refusal is None
    assert desk.tasks() == ["interpreter"]


@pytest.mark.parametrize("young", [False, True])
def test_a_letter_says_what_happened_and_where_the_child_stands(young: bool) -> None:  # noqa: FBT001 - a case
    """In the words of its edition; the row by its title, the framework in capitals."""
    notice = next(n for n in supervised().child().notices if n.code == "O")
    text = "\n".join(letter(notice, State.SUPERVISION, young=young))
    assert EDITION.rows[notice.move or ""].title in text
    assert "GEDWONGEN" in text
    assert ("je mag" in text) is young
    assert "{" not in text


def test_a_letter_of_before_texts_were_kept_can_still_be_written() -> None:
    """With the words of now."""
    old = (
        supervised()
        .child()
        .notices[0]
        .model_copy(update={"move": None, "text": None, "edition": None, "due": None, "sheet": None})
    )
    assert letter(old, State.SUPERVISION, young=False)[0] == EDITION.phrases["notice/family"]


def _models() -> Iterator[type[BaseModel]]:
    waiting: list[Any] = [*get_args(get_args(Command)[0]), *EVENTS.values(), ChildFile]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if isinstance(model, type) and issubclass(model, BaseModel):
            if model not in seen:
                seen.add(model)
                yield model
                waiting += [field.annotation for field in model.model_fields.values()]
        else:
            waiting += get_args(model)


def test_no_command_event_or_file_has_a_place_for_an_address() -> None:
    """A secret address can be on no letter: nobody is asked for one, and none is kept."""
    models = list(_models())
    assert len(models) > 100, "the walk finds the models"
    forbidden = re.compile(r"address|adres|street|straat|postcode|zip|huisnummer|phone|telefoon|mail")
    assert [f"{m.__name__}.{name}" for m in models for name in m.model_fields if forbidden.search(name)] == []


@pytest.mark.parametrize(
    ("command", "field", "more"),
    [
        (c.DeliverNotices, "how", {}),
        (c.DeliverNotices, "not_delivered_because", {}),
        (c.GiveSheet, "how", {"person": "anna"}),
        (c.GiveSheet, "not_given_because", {"person": "anna"}),
    ],
)
def test_an_address_in_the_words_about_a_delivery_is_refused(
    command: type[c.Base], field: str, more: dict[str, Any]
) -> None:
    """Also in what is kept of the refusal nobody can read whether it is secret: the remedy gives words without it."""
    desk = supervised()
    for text in (f"bezorgd op {ADDRESS}", "bezorgd bij 1234AB", "aan de deur van Kerkstraat 7"):
        refusal = desk.say("2026-02-03", command, by=GI, **{field: text, **more}).refusal
        assert refusal is not None
        assert refusal.rule == "R-14/address"
        assert refusal.reasons[0].remedy
    assert desk.say("2026-02-03", command, by=GI, **{field: "brief van 3 februari 2026", **more}).refusal is None


def test_a_refused_address_is_kept_nowhere() -> None:
    """Not in the file, not in an entry: the refusal keeps the command without these words."""
    desk = supervised()
    desk.say("2026-02-03", c.DeliverNotices, by=GI, how=f"bezorgd op {ADDRESS}")
    desk.say("2026-02-03", c.GiveSheet, by=GI, person="anna", how=f"bezorgd op {ADDRESS}")
    everything = json.dumps(desk.log) + desk.case.model_dump_json()
    assert "Zonnebloemlaan" not in everything
    assert "1234 AB" not in everything


@pytest.mark.parametrize("text", ["brief", "in een gesprek op 3 maart 2026", "per post, 2 bladen", "op weg 3 keer"])
def test_plain_words_about_a_delivery_are_no_address(text: str) -> None:
    """Days and numbers may stand there."""
    assert address_in(text) is None


def test_where_a_child_stays_where_it_is_no_sheet_goes_along() -> None:
    """Only a change of place brings another sheet."""
    desk = reported()
    assert {n.sheet for n in desk.child().notices if n.code == "O"} == {State.ASSESSMENT}
    desk.say("2026-02-03", c.ChangeAuthority, by=TEAM, authority=({"holder": "anna"},))
    assert {n.sheet for n in desk.child().notices if n.move == "TR-18"} == {None}
