"""Free or compulsory: what a sheet says of an act is what ``may`` answers, in every situation."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.acts.act import Cell
from states.acts.may import Answer, Verdict, may, standing
from states.consents.consent import Purpose
from states.editions.edition import EDITION
from states.facts import ChildFile
from states.people import Actor, Role
from states.position import MEASURE, SUPERVISED
from states.rights.deeds import Asks
from states.rights.duty import DIRECTIVE, Duty, Stance, stances
from states.rights.given import SheetGiven
from states.rights.reader import STANDS, Reader
from tests.unit.acting import FILES, NOW, told
from tests.unit.cast import GI, day

AGES = {
    Reader.PARENT_WITH: day("2017-03-03"),
    Reader.PARENT_WITHOUT: day("2017-03-03"),
    Reader.YOUTH_12: day("2012-03-03"),
    Reader.YOUTH_16: day("2009-03-03"),
}
PERSONS = {Reader.PARENT_WITH: "anna", Reader.PARENT_WITHOUT: "carla"}


def everybody(number: int, child: ChildFile, at: datetime, person: str) -> list[Verdict]:
    """The answer for everybody that could be asked, one by one."""
    where = standing(child, at)
    measure = where.measure or (where.outside.measure if where.outside else None)
    lead = child.regie.organisation if child.regie else None
    people = [Actor(id=role.value, role=role) for role in Role if role not in {Role.YOUTH, Role.PARENT}]
    people += [
        Actor(id="x", role=Role.GI, organisation=name) for name in (measure.gi if measure else None, lead) if name
    ]
    people += [Actor(id=person, role=Role.PARENT), Actor(id=child.id, role=Role.YOUTH)]
    holders = child.consents_at(at).holders
    people += [Actor(id=holder, role=Role.PARENT) for holder in holders]
    return [may(number, child, at, by) for by in people]


def agrees(found: Stance, child: ChildFile, at: datetime, person: str, reader: Reader) -> None:
    """What a sheet says, against every answer of ``may``."""
    number, duty = found.deed.number, found.duty
    answers = everybody(number, child, at, person)
    held = [v.answer for v in answers if v.holds]
    state = standing(child, at).state
    if duty is Duty.BOUND:
        assert held
        assert Answer.CONSENT not in held
        assert found.deed.asks is Asks.BINDING
        assert state in MEASURE or Answer.COURT in held
        assert any(v.basis == found.ground and v.holds for v in answers)
    elif duty is Duty.FREE and found.consent:
        assert {v.answer for v in answers if v.answer is not Answer.FORBIDDEN} == {Answer.CONSENT}
    elif duty in {Duty.FREE, Duty.UNASKED, Duty.DIRECTIVE}:
        assert {Answer.ALLOWED, Answer.COURT} & set(held)
    elif duty is Duty.COURT:
        assert not held
        assert Answer.COURT in {v.answer for v in answers}
    elif duty is Duty.FORBIDDEN:
        assert {v.answer for v in answers} == {Answer.FORBIDDEN}
    else:
        assert duty is Duty.OWN
        own = may(number, child, at, Actor(id=person, role=reader.role))
        assert own.holds or own.answer is Answer.COURT
    if duty is Duty.DIRECTIVE:
        assert state in SUPERVISED
        assert reader in STANDS


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("place", FILES)
def test_a_sheet_says_what_may_answers(place: str, reader: Reader) -> None:
    """In every column of the matrix, for a child of the age of the reader."""
    child = FILES[place].model_copy(update={"born": AGES[reader]})
    person = PERSONS.get(reader, child.id)
    found = stances(child, NOW, person, reader)
    assert found
    for stance in found:
        agrees(stance, child, NOW, person, reader)


@given(
    place=st.sampled_from(sorted(FILES)),
    reader=st.sampled_from(list(Reader)),
    born=st.dates(date(2008, 4, 1), date(2026, 1, 1)),
    later=st.integers(0, 500),
    arrangement=st.booleans(),
    without=st.sets(
        st.sampled_from(["consents", "authority", "regie", "orders", "placements", "measures"]), max_size=2
    ),
)
@settings(max_examples=150, deadline=None)
def test_a_sheet_says_what_may_answers_wherever_the_facts_lead(  # noqa: PLR0913 - what the facts are
    place: str, reader: Reader, born: date, later: int, without: set[str], *, arrangement: bool
) -> None:
    """Any age, any moment, with facts that fell away: an answer is never more than ``may`` gives."""
    gone = {name: None if name == "regie" else () for name in without}
    child = FILES[place].model_copy(update={"born": born, "arrangement": arrangement, **gone})
    at = NOW + timedelta(days=later)
    person = PERSONS.get(reader, child.id)
    for stance in stances(child, at, person, reader):
        agrees(stance, child, at, person, reader)


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("place", ["V0", "V1", "V2", "R", "C"])
def test_without_a_judge_nothing_is_compulsory(place: str, reader: Reader) -> None:
    """No act in the voluntary framework, and no act because of a directive."""
    child = FILES[place].model_copy(update={"born": AGES[reader]})
    found = {stance.duty for stance in stances(child, NOW, PERSONS.get(reader, child.id), reader)}
    assert not found & {Duty.BOUND, Duty.DIRECTIVE}


def test_every_act_that_exists_here_and_concerns_the_reader_is_on_the_sheet() -> None:
    """Nothing is silently skipped, but what the reader would do itself and may not."""
    for place in set(FILES) - {"M4p"}:
        child, column = FILES[place], standing(FILES[place], NOW).column
        found = {s.deed.number for s in stances(child, NOW, "anna", Reader.PARENT_WITH)}
        wanted = {
            number
            for number, act in EDITION.acts.items()
            if act.cells[column] is not Cell.ABSENT and Reader.PARENT_WITH in EDITION.deeds[number].concerns
        }
        assert all(EDITION.deeds[number].own for number in wanted - found)
        assert found <= wanted


@pytest.mark.parametrize("act", [DIRECTIVE, 25])
def test_what_does_not_concern_a_parent_without_authority_may_not_be_done_to_one(act: int) -> None:
    """The sheet of a parent without authority leaves out a directive and 1:265f; ``may`` refuses them too."""
    file = FILES["M3"]
    given = tuple(SheetGiven(person=p, state=file.state, at=NOW, edition=EDITION.id) for p in ("anna", "bart"))
    child = file.model_copy(update={"sheets": given})
    assert Reader.PARENT_WITHOUT not in EDITION.deeds[act].concerns
    assert may(act, child, NOW, GI, told(act, person="anna")).holds
    assert not may(act, child, NOW, GI, told(act, person="carla")).holds


def test_a_directive_changes_what_is_free_only_for_who_can_get_one() -> None:
    """Under a supervision; a parent without authority stays free."""
    child = FILES["M2"]
    duties = {r: {s.deed.number: s.duty for s in stances(child, NOW, PERSONS[r], r)} for r in PERSONS}
    assert duties[Reader.PARENT_WITH][2] is Duty.DIRECTIVE
    assert duties[Reader.PARENT_WITHOUT][2] is Duty.FREE


def test_help_that_needs_no_consent_binds_who_could_have_refused_it() -> None:
    """Under a supervision: a parent with authority and the youth; a parent without it could not refuse (Jw 7.3.4)."""
    child = FILES["M2"]
    help_ = {r: {s.deed.number: s.duty for s in stances(child, NOW, PERSONS[r], r)}[13] for r in PERSONS}
    assert help_ == {Reader.PARENT_WITH: Duty.BOUND, Reader.PARENT_WITHOUT: Duty.UNASKED}


@pytest.mark.parametrize("place", FILES)
def test_whose_yes_it_is(place: str) -> None:
    """Help asks the yes of who the law asks, and of nobody else."""
    child = FILES[place]
    asked = child.consents_at(NOW).asked(Purpose.HELP)
    for person, reader in (("anna", Reader.PARENT_WITH), ("carla", Reader.PARENT_WITHOUT)):
        for stance in stances(child, NOW, person, reader):
            if stance.deed.number == 13 and stance.consent:
                assert stance.yes == (person in asked)
