"""A malformed file: the error names the file, the place, the field and what was expected there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from scenariokit import SMALL

from casetool.scenario import ScenarioError, load, parse

NOT_SETTABLE = (
    "a scenario cannot set a state, a framework or a term: they follow from facts; "
    'what should follow stands under "expect"'
)
STEP = 'step 1 ("first")'
NEXT = '\n[[step]]\nat = 2026-01-13\nby = "lotte"\nchild = "kim"\n'
MOMENT = 'expected a day (2026-01-12, at 09:00) or a local time ("2026-01-12 21:40" or 2026-01-12T21:40:00)'
BACK = "expected a moment not before 2026-01-12 09:00, got 2026-01-11 09:00: steps do not go back in time"
CODES = "unknown notice code or person; expected one of: C, C', GI, J, L, O, PZ, Rd, VP, anna, kim"
ORDER = 'kind = "supervision", court = "r", date = 2026-01-13'


def replaced(old: str, new: str) -> str:
    """The small scenario with one line replaced."""
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


ADDED = [
    ('state = "M2"', f'{STEP}, field "state": {NOT_SETTABLE}'),
    ('framework = "compulsory"', f'{STEP}, field "framework": {NOT_SETTABLE}'),
    ("terms = { T44 = 2026-05-20 }", f'{STEP}, field "terms": {NOT_SETTABLE}'),
    ('reprt = "x"', f'{STEP}, field "reprt": unknown field; did you mean "report"?'),
    ("zzz = 1", f'{STEP}, field "zzz": unknown field; expected one of: reason, report, reporter'),
    ("reporter = 7", f'{STEP}, field "reporter": expected a valid string, got 7'),
    ("placement = true", f'{STEP}, field "placement": this is an expectation: it stands under "expect"'),
    ('expect.state = "V9"', 'expected a state: "none", "V0" ("voluntary.assessment")'),
    (
        'expect.framework = "drang"',
        f"{STEP}, field \"expect.framework\": expected 'voluntary', 'compulsory' or 'none', got 'drang'",
    ),
    ("expect.terms.T99 = 2026-01-01", "expected a term: T01, T02"),
    (
        "expect.terms.T44 = true",
        'field "expect.terms.T44": expected the day on which it is due (2026-05-20), or false, got true',
    ),
    ('expect.kin.state = "V0"', f'{STEP}, field "expect.kin": unknown child or expectation; did you mean "kim"?'),
    ('expect.kim.stat = "V0"', f'{STEP}, field "expect.kim.stat": unknown field; did you mean "state"?'),
    ('expect.stat = "V0"', f'{STEP}, field "expect.stat": unknown field; did you mean "state"?'),
    ('expect.answer = "A"', f'{STEP}, field "expect.answer": expected only in a step with do = "act"'),
    ('expect.move = "20"', f'{STEP}, field "expect.move": expected a move ("TR-20"), or false, got \'20\''),
    (
        'expect.notices = ["Q"]',
        f'{STEP}, field "expect.notices": {CODES}',
    ),
    (
        'said = "yesterday"',
        f"{STEP}, field \"said\": {MOMENT}, got 'yesterday'",
    ),
    (f'{NEXT}do = "rapport"', 'step 2, field "do": unknown command; did you mean "report"?'),
    (f'{NEXT}do = "xyzzy"', 'step 2, field "do": unknown command; expected one of: act, add_statement'),
    (f'{NEXT}do = "start_help"\nhelp_ = "x"', 'step 2, field "help_": unknown field; did you mean "help"?'),
    (
        f'{NEXT}do = "start_help"\nrights_sheet = "soon"',
        "step 2, field \"rights_sheet\": expected a day (2026-01-12), got 'soon'",
    ),
    (f'{NEXT}do = "start_help"\nintrusive = "yes"', "step 2, field \"intrusive\": expected a valid boolean, got 'yes'"),
    (f'{NEXT}do = "start_help"\nworker = "lote"', 'step 2, field "worker": unknown person; did you mean "lotte"?'),
    (f'{NEXT}do = "give_consent"', 'step 2, field "person": missing; expected a text'),
    (
        f'{NEXT}do = "give_consent"\nperson = ["anna", "bert"]',
        'step 2, field "person": unknown person; expected one of: anna, kim, lotte',
    ),
    (
        f'{NEXT}do = "give_consent"\nperson = "anna"\npurpose = "drang"',
        "step 2, field \"purpose\": expected 'help', 'sharing' or 'intensive_help', got 'drang'",
    ),
    (
        f'{NEXT}do = "give_consent"\nperson = "anna"\nvalid_from = "later"',
        'step 2, field "valid_from": expected a day (2026-01-12, at 09:00)',
    ),
    (f'{NEXT}do = "start_intensive_help"', 'step 2, field "lead": missing; expected one of "gi", "local_team"'),
    (
        f'{NEXT}do = "court_order"\norder = {{ kind = "supervision" }}',
        'step 2, field "order.court": missing; expected a text',
    ),
    (
        f'{NEXT}do = "court_order"\norder = {{ kind = "supervision" }}',
        'step 2, field "order.date": missing; expected a day (2026-01-12)',
    ),
    (
        f'{NEXT}do = "court_order"\norder = {{ {ORDER}, einde = 2026-02-02 }}',
        'step 2, field "order.einde": unknown field; did you mean "end"?',
    ),
    (
        f'{NEXT}do = "court_order"\norder = {{ {ORDER}, sibling = "jan" }}',
        'step 2, field "order.sibling": unknown child; expected one of: kim',
    ),
    (
        f'{NEXT}do = "court_order"\norder = {{ {ORDER}, pronounced = 2026-01-13 }}',
        'field "order.pronounced": expected a local date and time ("2026-10-02 21:40"), got 2026-01-13',
    ),
    (
        f'{NEXT}do = "import_measure"\norders = [{{ {ORDER} }}, {{ kind = "supervision" }}]',
        'step 2, field "orders[2].court": missing; expected a text',
    ),
    (
        f'{NEXT}do = "change_authority"\nauthority = [{{ holder = "nobody" }}]',
        'step 2, field "authority[1].holder": unknown person; expected one of: anna, kim, lotte',
    ),
    (
        f'{NEXT}do = "change_authority"\nauthority = [{{ holder = "anna", from = 2026-01-01 }}]',
        'step 2, field "authority[1].from": unknown field',
    ),
    (f'{NEXT}do = "act"\nact = "acht"', "step 2, field \"act\": expected a valid integer, got 'acht'"),
    (f'{NEXT}do = "act"\nact = 0', 'step 2, field "act": expected greater than or equal to 1, got 0'),
    (f'{NEXT}reprt = "x"', 'step 2, field "reprt": unknown field'),
    (NEXT, 'step 2, field "by": expected only with "do"'),
    (
        '\n[[step]]\nat = 2026-01-13\nchild = "kim"\nexpect.refused = "NX-01"',
        'step 2, field "expect.refused": expected only in a step with a command',
    ),
    (
        '\n[[step]]\nat = 2026-01-13\nexpect.state = "V0"',
        'step 2, field "expect.state": expected under a child (expect.CHILD.state): no child is named',
    ),
    (
        "\n[[step]]\nat = 2026-01-11",
        f'step 2, field "at": {BACK}',
    ),
    (
        "\n[[step]]\nat = 2026-03-29T02:30:00",
        'step 2, field "at": expected a time that exists, got 2026-03-29 02:30: the clock skips it',
    ),
    ('\n[[step]]\nid = "second"', 'step 2 ("second"), field "at": missing; expected a day or a local time'),
    ('\n[[step]]\nid = "first"\nat = 2026-01-13', 'field "step.id": expected each id once, got "first" more than once'),
    (
        '\n[[variant]]\nname = "v"\ninstead_of = "frst"\n[[variant.step]]\nat = 2026-01-13',
        'variant 1 ("v"), field "instead_of": unknown step id; did you mean "first"?',
    ),
    (
        '\n[[variant]]\nname = "v"\n[[variant.step]]\nat = 2026-01-13',
        'variant 1 ("v"): expected either "instead_of" or "after", with the id of a step',
    ),
    ('\n[[variant]]\nname = "v"\nafter = "first"', 'variant 1 ("v"), field "step": missing'),
    (
        '\n[[variant]]\nname = "v"\nafter = "first"\n[[variant.step]]\nat = 2026-01-11',
        f'variant 1 ("v"), step 1, field "at": {BACK}',
    ),
    (
        '\n[[variant]]\nname = "v"\nafter = "first"\n[[variant.step]]\nat = 2026-01-13\nexpect.kim.state = "X"',
        'variant 1 ("v"), step 1, field "expect.kim.state": expected a state',
    ),
    (
        '\n[people.state]\nrole = "parent"\nname = "S"',
        "people.state: this name is taken: it is a key of an expectation",
    ),
    (
        '\n[people.x]\nrole = "judge"\nname = "S"',
        "people.x, field \"role\": expected one of 'child', 'parent', 'caretaker', 'local_team'",
    ),
    (
        '\n[people.x]\nname = "S"',
        'people.x, field "role": missing; expected who this is: "child", "parent", "local_team", "gi", …',
    ),
    (
        '\n[people.x]\nrole = "parent"\nname = "S"\nborn = 1990-01-01',
        'people.x, field "born": unknown field; expected one of: name, role',
    ),
    ('\n[people.x]\nrole = "child"\nname = "S"', "people.x: give either born, or expected for an unborn child"),
    (
        '\n[people.x]\nrole = "child"\nname = "S"\nborn = 2020-01-01\nbsn = "123456789"',
        'people.x, field "bsn": not a citizen service number (nine digits that pass the 11-test)',
    ),
    (
        '\n[people.x]\nrole = "child"\nname = "S"\nborn = 2020-01-01\nstate = "M2"',
        f'people.x, field "state": {NOT_SETTABLE}',
    ),
    ('\n[people.x]\nrole = "gi"\nname = "S"\nunder = "y"', 'people.x, field "under": unknown person'),
    (
        '\n[people.x]\nrole = "gi"\nname = "S"\nregistration = { registry = "SKJ" }',
        'people.x, field "registration.number": missing; expected a text',
    ),
    (
        '\n[[authority]]\nholder = "ana"\nchild = "kim"',
        'authority 2, field "holder": unknown person; did you mean "anna"?',
    ),
    (
        '\n[[authority]]\nholder = "anna"\nchild = "anna"',
        'authority 2, field "child": unknown child; expected one of: kim',
    ),
]


@pytest.mark.parametrize(("added", "expected"), ADDED)
def test_says_where_which_field_and_what_was_expected(added: str, expected: str) -> None:
    """One thing is wrong with the small scenario; the error is about exactly that."""
    with pytest.raises(ScenarioError) as caught:
        parse(tomllib.loads(SMALL + added + "\n"), "my.toml")
    lines = str(caught.value).splitlines()
    assert all(line.startswith("my.toml: ") for line in lines)
    assert any(expected in line for line in lines), lines


REPLACED = [
    (replaced('title = "Klein"', ""), 'my.toml: field "title": missing; expected a text'),
    (replaced('title = "Klein"', 'titel = "Klein"'), 'my.toml: field "titel": unknown field; did you mean "title"?'),
    (
        replaced('title = "Klein"', 'title = "K"\nregion = "Utrecht"'),
        "my.toml: field \"region\": expected 'GI_regie', 'GI_consult', 'lokaal_team' or 'mix', got 'Utrecht'",
    ),
    (replaced('by = "lotte"\n', ""), f'my.toml: {STEP}, field "by": missing; expected who does this'),
    (replaced('by = "lotte"', 'by = "lote"'), f'my.toml: {STEP}, field "by": unknown person; did you mean "lotte"?'),
    (
        replaced('child = "kim"\ndo', "do"),
        f'my.toml: {STEP}, field "child": missing; expected the child it is about, or a list of children',
    ),
    (
        replaced('child = "kim"\ndo', 'child = "anna"\ndo'),
        f'my.toml: {STEP}, field "child": unknown child; expected one of: kim',
    ),
    (
        replaced("at = 2026-01-12", "at = 12"),
        f'my.toml: {STEP}, field "at": {MOMENT}, got 12',
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPLACED)
def test_misses_what_every_file_needs(text: str, expected: str) -> None:
    """The whole message, when that one thing is all that is wrong."""
    with pytest.raises(ScenarioError) as caught:
        parse(tomllib.loads(text), "my.toml")
    assert expected in str(caught.value).splitlines()


def test_tells_every_error_at_once() -> None:
    """Who corrects a file wants to do it once."""
    text = SMALL + 'reprt = "x"\n[[step]]\nat = 2026-01-11\nby = "lote"\nchild = "kim"\ndo = "note"\ntext = "x"\n'
    with pytest.raises(ScenarioError) as caught:
        parse(tomllib.loads(text), "my.toml")
    assert [problem.field for problem in caught.value.problems] == ["reprt", "at", "by"]


def test_names_a_file_that_is_no_toml(tmp_path: Path) -> None:
    """With the place that the reader of TOML found."""
    file = tmp_path / "broken.toml"
    file.write_text("title = \n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"broken\.toml: not valid TOML: .*line 1"):
        load(file)


def test_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Nor is there a stack trace."""
    with pytest.raises(ScenarioError, match=r"none\.toml: cannot be read: No such file or directory"):
        load(tmp_path / "none.toml")


def test_names_a_file_that_is_no_text(tmp_path: Path) -> None:
    """A picture, or another encoding."""
    file = tmp_path / "picture.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScenarioError, match=r"picture\.toml: cannot be read: it is not a text in UTF-8"):
        load(file)
