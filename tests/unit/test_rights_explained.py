"""How somebody reads best, and who explained the sheet: a missing interpreter is never skipped in silence."""

from __future__ import annotations

import pytest

from states import commands as c
from states.position import State
from states.rights.explained import Explained, ReaderNeeds, lacking, needs_of
from tests.unit.cast import ANNA, at
from tests.unit.desk import Desk, helped, intensive

ARABIC = {"person": "anna", "language": "Arabisch"}


def needing() -> Desk:
    """A mother who speaks Arabic and reads with difficulty."""
    desk = helped()
    assert desk.say("2026-02-03", c.KnowReader, lvb=True, **ARABIC).refusal is None
    return desk


def test_another_language_asks_an_interpreter_and_lvb_easy_reading() -> None:
    """Why is not kept where it can be read."""
    desk = needing()
    assert desk.child().readers == (ReaderNeeds(person="anna", language="Arabisch", interpreter=True, easy=True),)
    assert "lvb" not in str(desk.new[0]["facts"])
    assert desk.new[0]["detail"]["data"]["lvb"] is True
    assert needs_of(desk.child().readers, "bart") == ReaderNeeds(person="bart")


def test_what_is_told_later_takes_the_place_of_what_was_told_before() -> None:
    """One row for each person."""
    desk = needing()
    desk.say("2026-02-04", c.KnowReader, person="anna", language="nederlands")
    desk.say("2026-02-04", c.KnowReader, person="bart", needs_interpreter=True)
    assert {(r.person, r.interpreter, r.easy) for r in desk.child().readers} == {
        ("anna", False, False),
        ("bart", True, False),
    }


def test_without_the_interpreter_that_is_needed_it_is_refused_in_one_sentence_with_a_way_on() -> None:
    """Nothing is recorded as explained."""
    desk = needing()
    refusal = desk.say("2026-02-04", c.ExplainRights, **ARABIC).refusal
    assert refusal is not None
    assert refusal.rule == "R-14/interpreter"
    assert refusal.reasons[0].text == "Er was geen tolk bij, en anna heeft die nodig (Arabisch)."
    assert "per telefoon" in refusal.reasons[0].remedy
    assert desk.child().explained == ()


def test_with_a_reason_it_is_recorded_with_a_flag_and_a_task_until_there_was_an_interpreter() -> None:
    """The reason is kept apart; the task is there once."""
    desk = needing()
    for day in ("2026-02-04", "2026-02-05"):
        said = desk.say(day, c.ExplainRights, no_interpreter_because="niemand vrij vandaag", **ARABIC)
        assert said.refusal is None
        assert desk.flags() == {"R-14/interpreter"}
    assert [task.code for task in desk.child().tasks].count("interpreter") == 1
    assert desk.new[0]["detail"]["data"]["no_interpreter_because"] == "niemand vrij vandaag"
    desk.say("2026-02-06", c.ExplainRights, interpreter="tolk via de telefoon", easy=True, **ARABIC)
    assert not [task for task in desk.child().tasks if task.code == "interpreter"]
    assert lacking(desk.child().readers, desk.child().explained, "anna", State.HELP, desk.child().since) == ()


def test_who_explained_in_which_language_with_which_help() -> None:
    """The person who writes it down explained it, unless somebody else is named."""
    desk = needing()
    desk.say("2026-02-04", c.ExplainRights, interpreter="T. Olk", easy=True, aids=("plaatjes",), **ARABIC)
    detail = desk.new[0]["detail"]["data"]
    assert (detail["explained_by"], detail["interpreter"], detail["aids"]) == ("lotte", "T. Olk", ["plaatjes"])
    done = desk.child().explained[0]
    assert (done.person, done.state, done.language, done.interpreter, done.easy) == (
        "anna",
        State.HELP,
        "Arabisch",
        True,
        True,
    )
    assert done.edition == desk.new[0]["edition"]


def test_what_is_missing_is_said() -> None:
    """Nobody explained it; it was about another situation; no interpreter; not easy."""
    child = needing().child()

    def missing(*explained: Explained) -> tuple[str, ...]:
        return lacking(child.readers, explained, "anna", child.state, child.since)

    said = Explained(person="anna", state=State.HELP, at=at("2026-02-04"), edition="x")
    assert missing() == ("explained/nobody",)
    assert missing(said.model_copy(update={"state": State.ASSESSMENT})) == ("explained/old",)
    assert missing(said.model_copy(update={"at": at("2026-01-01")})) == ("explained/old",)
    assert missing(said) == ("explained/no_interpreter", "explained/not_easy")
    assert missing(said.model_copy(update={"interpreter": True, "easy": True})) == ()


def test_a_new_situation_asks_a_new_explanation() -> None:
    """What was said about help is not about intensive help."""
    desk = intensive()
    assert desk.state() is State.GI_LED
    child = desk.child()
    old = Explained(person="anna", state=State.HELP, at=child.since or at("2026-02-02"), edition="x")
    assert lacking(child.readers, (old,), "anna", child.state, child.since) == ("explained/old",)


@pytest.mark.parametrize("command", [c.KnowReader, c.ExplainRights])
def test_only_who_works_in_the_case_records_it(command: type[c.Base]) -> None:
    """The family tells it to who does."""
    refusal = helped().say("2026-02-03", command, person="anna", by=ANNA).refusal
    assert refusal is not None
    assert refusal.rule == "recorder"


def test_a_child_under_12_has_no_sheet_of_its_own() -> None:
    """And the refusal says what is possible."""
    refusal = helped().say("2026-02-03", c.ExplainRights, person="kind").refusal
    assert refusal is not None
    assert refusal.rule == "R-14/age"
    assert "note" in refusal.reasons[0].remedy
