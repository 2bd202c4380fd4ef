"""The sheet of rights: each state for each reader, with a source for every line and every word explained."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from states.editions.edition import EDITION
from states.position import CODES, RAAD, SUPERVISED, Framework, State
from states.rights.duty import Duty
from states.rights.line import Topic
from states.rights.reader import STANDS, Reader, spoken
from states.rights.sheet import Sheet, sheet_of_state
from states.rights.whose import NoSheetError, reader_of
from states.rights.words import met
from tests.unit.acting import FILES, NOW
from tests.unit.cast import day

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATES = [state for state in State if state is not State.NONE]
EVERY = list(product(STATES, Reader, (False, True), (False, True)))


def ids(sheet: Sheet) -> set[str]:
    """The lines of a sheet."""
    return {line.id for part in sheet.parts for line in part.lines}


def sources(sheet: Sheet) -> str:
    """The sources of a sheet, one after the other."""
    return "; ".join(line.source for part in sheet.parts for line in part.lines)


@pytest.mark.parametrize(("state", "reader", "easy", "secure"), EVERY)
def test_every_state_for_every_reader(state: State, reader: Reader, *, easy: bool, secure: bool) -> None:
    """With something to read under each heading, a source for each line, and nothing left unfilled."""
    sheet = sheet_of_state(state, reader, AT, easy=easy, secure=secure)
    placed = secure and state is State.SUPERVISION  # it counts as a placement (L2)
    assert sheet.state is (State.SUPERVISION_WITH_PLACEMENT if placed else state)
    assert next(part for part in sheet.parts if part.duty is None).heading == "Wat is er nu?"
    for part in sheet.parts:
        assert part.heading
        assert part.lines
        for line in part.lines:
            assert line.source.strip()
            assert line.text.strip()[-1] in ".?!:"
            assert not {"{", "}"} & set(line.text)


@pytest.mark.parametrize(("state", "reader", "easy", "secure"), EVERY)
def test_every_word_of_the_law_is_explained_where_it_is_first_used(
    state: State, reader: Reader, *, easy: bool, secure: bool
) -> None:
    """Also the words of which an explanation itself makes use; and each of them once."""
    sheet = sheet_of_state(state, reader, AT, easy=easy, secure=secure)
    known: list[str] = []
    for line in (line for part in sheet.parts for line in part.lines):
        known += [word.word for word in line.words]
        texts = (line.text, *(word.meaning for word in line.words))
        assert {word.word for text in texts for word in met(text, EDITION.glossary)} <= set(known)
    assert len(known) == len(set(known))


@pytest.mark.parametrize("reader", Reader)
def test_the_frame_stands_at_the_top_and_follows_from_the_state(reader: Reader) -> None:
    """Voluntary or compulsory; a closed case has none (R-13)."""
    for state in STATES:
        sheet = sheet_of_state(state, reader, AT)
        wanted = {
            Framework.VOLUNTARY: "VRIJWILLIG",
            Framework.COMPULSORY: "GEDWONGEN",
            Framework.NONE: "GEEN KADER",
        }[sheet.framework]
        assert sheet.banner == (wanted,)


def test_under_secure_help_a_youth_reads_that_first() -> None:
    """Two lines for everybody (L2)."""
    young = sheet_of_state(State.HELP, Reader.YOUTH_12, AT, secure=True)
    parent = sheet_of_state(State.HELP, Reader.PARENT_WITH, AT, secure=True)
    assert young.banner == tuple(reversed(parent.banner))
    assert young.banner[0].startswith("GESLOTEN")
    assert young.parts[0].lines[0].id == "frame/secure"
    assert parent.parts[0].lines[0].id == "frame/voluntary.help"


@pytest.mark.parametrize("reader", [Reader.YOUTH_12, Reader.YOUTH_16])
def test_the_sheet_of_a_youth_names_the_judge_the_requests_and_who_helps(reader: Reader) -> None:
    """When and how the judge hears them, 1:259, 261, 262b, 264, 265 and 265d, a lawyer, Jeugdstem, a trusted person."""
    sheet = sheet_of_state(State.SUPERVISION_WITH_PLACEMENT, reader, AT, secure=True)
    assert {"judge/youth_when", "judge/youth_how", "judge/youth_urgent", "lawyer/secure"} <= ids(sheet)
    assert {"support/jeugdstem", "support/trusted_person"} <= ids(sheet)
    for article in ("1:259", "1:261", "1:262b", "1:264", "1:265", "1:265d", "Jw 6.1.10 lid 4", "Rv 809"):
        assert article in sources(sheet)


def test_a_lawyer_for_the_youth_only_by_secure_help() -> None:
    """Without it there is no lawyer ex officio."""
    assert "lawyer/secure" not in ids(sheet_of_state(State.SUPERVISION, Reader.YOUTH_16, AT))
    assert "lawyer/secure" not in ids(sheet_of_state(State.SUPERVISION, Reader.PARENT_WITH, AT, secure=True))


def test_requests_about_the_placement_stand_only_where_the_child_lives_elsewhere() -> None:
    """1:265d is for a placement."""
    assert "own/265d" in ids(sheet_of_state(State.SUPERVISION_WITH_PLACEMENT, Reader.PARENT_WITH, AT))
    assert "own/265d" not in ids(sheet_of_state(State.SUPERVISION, Reader.PARENT_WITH, AT))


def test_a_parent_without_authority_has_no_requests_of_a_supervision() -> None:
    """And no directive to follow."""
    for state in SUPERVISED:
        sheet = sheet_of_state(state, Reader.PARENT_WITHOUT, AT)
        assert not {"own/264", "own/262b", "own/259", "duties/directive", "act/21", "act/36"} & ids(sheet)
        for reader in STANDS:
            assert {"own/262b", "own/259", "duties/directive", "act/21"} <= ids(sheet_of_state(state, reader, AT))


@pytest.mark.parametrize("track", EDITION.tracks)
def test_a_procedure_is_told_only_while_it_runs(track: str) -> None:
    """Each of the thirteen has its line."""
    quiet = sheet_of_state(State.SUPERVISION, Reader.PARENT_WITH, AT)
    running = sheet_of_state(State.SUPERVISION, Reader.PARENT_WITH, AT, running=(track,))
    assert ids(running) - ids(quiet) == {f"track/{track}"}


def test_every_act_has_plain_words() -> None:
    """And no words for an act that there is not."""
    assert set(EDITION.deeds) == set(EDITION.acts)


def test_every_line_is_there_once_and_somebody_reads_it() -> None:
    """Its id is its own; it has a state and a reader."""
    names = [line.id for line in EDITION.rights]
    assert len(names) == len(set(names))
    assert all(line.states and line.readers for line in EDITION.rights)
    assert {f"heading/{topic.value}" for topic in Topic} <= set(EDITION.phrases)
    assert {f"frame/{state.value}" for state in STATES} <= set(names)


def test_no_article_stands_in_a_text() -> None:
    """A source is a field of its own, so nothing has to be left out when a text is measured."""
    texts = [text for line in EDITION.rights for text in (line.text, line.easy)]
    texts += [deed.text for deed in EDITION.deeds.values()]
    assert not [text for text in texts if any(mark in text for mark in ("BW", "Jw", "Rv", "[K", "1:", "lid "))]


@pytest.mark.parametrize("reader", Reader)
def test_every_text_can_be_said_to_its_reader(reader: Reader) -> None:
    """No word between braces is unknown; a youth is never called u."""
    for line in EDITION.rights:
        if reader in line.readers:
            for text in (spoken(line.text, reader), spoken(line.easy, reader)):
                formal = {"u", "uw"} & set(text.lower().replace(".", " ").replace("?", " ").split())
                familiar = {"je", "jou", "jij", "jouw"} & set(text.lower().replace(".", " ").replace("?", " ").split())
                assert not (formal if reader.young else familiar), text


def test_what_a_word_means_is_said_to_nobody_in_particular() -> None:
    """One explanation for parents and for youths."""
    for word in EDITION.glossary:
        assert not {"u", "uw", "je", "jou", "jouw"} & set(word.meaning.lower().replace(".", "").split()), word.word


def test_a_youth_always_reads_when_the_judge_hears_them() -> None:
    """Before there is a judge, and when there is one; not in a closed case."""
    for state in STATES:
        found = {"judge/youth_if", "judge/youth_when"} & ids(sheet_of_state(state, Reader.YOUTH_12, AT))
        assert len(found) == (state is not State.CLOSED)


def test_an_easy_sheet_is_shorter_and_keeps_what_is_compulsory() -> None:
    """It leaves out what asks nothing of the reader."""
    for state, reader in product(STATES, Reader):
        full, easy = (sheet_of_state(state, reader, AT, easy=value) for value in (False, True))
        lengths = [sum(len(line.text) for part in sheet.parts for line in part.lines) for sheet in (full, easy)]
        assert lengths[1] < 0.75 * lengths[0], (CODES[state], reader)
        kept = {duty: {line.id for p in full.parts if p.duty is duty for line in p.lines} for duty in Duty}
        assert kept[Duty.BOUND] | kept[Duty.DIRECTIVE] | kept[Duty.FREE] <= ids(easy)


def test_in_the_voluntary_framework_everybody_reads_that_no_is_allowed() -> None:
    """In V and in R, and nobody in a measure."""
    for state, reader in product(STATES, Reader):
        said = {"duties/free", "duties/free_without"} & ids(sheet_of_state(state, reader, AT))
        assert bool(said) == (sheet_of_state(state, reader, AT).framework is Framework.VOLUNTARY)
    assert "duties/raad" in ids(sheet_of_state(RAAD[1], Reader.PARENT_WITH, AT))


def test_who_somebody_is_decides_which_sheet_it_is() -> None:
    """Authority on the day, and age on the day."""
    child = FILES["V1"]
    assert reader_of(child, "anna", NOW) is Reader.PARENT_WITH
    assert reader_of(child, "carla", NOW) is Reader.PARENT_WITHOUT
    with pytest.raises(NoSheetError, match="onder de 12"):
        reader_of(child, child.id, NOW)
    for born, reader in (
        ("2014-03-02", Reader.YOUTH_12),
        ("2010-03-03", Reader.YOUTH_12),
        ("2010-03-02", Reader.YOUTH_16),
    ):
        assert reader_of(child.model_copy(update={"born": day(born)}), child.id, NOW) is reader


def test_parents_have_no_authority_under_a_guardianship() -> None:
    """Where the order says so, the sheet is that of a parent without authority."""
    ward = FILES["M5"].model_copy(update={"authority": ()})
    assert reader_of(ward, "anna", NOW) is Reader.PARENT_WITHOUT
