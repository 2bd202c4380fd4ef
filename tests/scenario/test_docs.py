"""The page for strangers is complete: what the format knows, it documents, where it belongs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scenariokit import CASES, DOCS, SHIPPED, course_names, played

from casetool.scenario import load, reading
from casetool.scenario.asking import COMMANDS, fields_of
from casetool.scenario.expectation import EXPECTATION_KEYS
from casetool.scenario.model import STEP_KEYS, Scenario, Variant
from casetool.scenario.people import Authority, Child, Parent, Register, Worker
from casetool.scenario.wording import described
from states.acts.table import ACTS, COLUMNS, Cell
from states.commands import OrderRecord
from states.moves.table import MOVES
from states.orders.order import OrderKind
from states.position import CODES, DUTCH, ClosedReason, State, framework_of
from states.region import RegionMode
from states.terms.table import TERMS
from states.terms.term import Outcome

PAGE = DOCS.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^#{2,3} ([^\n]+)\n(.*?)(?=^#{2,3} |\Z)", PAGE, re.DOTALL | re.MULTILINE))


def names(section: str) -> set[str]:
    """The first cell of every row of the tables in a section."""
    return set(re.findall(r"^\| `\"?([^`\"]+)\"?`", SECTIONS[section], re.MULTILINE))


@pytest.mark.parametrize("do", sorted(COMMANDS))
def test_every_command_with_every_field(do: str) -> None:
    """A section per command, a row per field, and no row for a field that is not there."""
    order = set(OrderRecord.model_fields) | {kind.value for kind in OrderKind} if do == "court_order" else set()
    assert names(do) == (fields_of(do) - {"reason"}) | order


@pytest.mark.parametrize("do", sorted(COMMANDS))
def test_every_value_that_a_field_may_have(do: str) -> None:
    """Each word of a closed list is named."""
    for name in fields_of(do):
        for value in re.findall(r'"([^"]+)"', described(COMMANDS[do].model_fields[name].annotation)):
            assert value in SECTIONS[do] or name == "closed_reason"


def test_every_part_of_a_file() -> None:
    """The file, its steps, people, authority and variants."""
    assert names("The file") == set(Scenario.model_fields)
    assert names("Steps") == STEP_KEYS | {"reason"}
    assert names("Authority") == set(Authority.model_fields)
    assert names("Variants") == set(Variant.model_fields)
    for model in (Child, Worker, Register):
        assert all(
            f"`{name}`" in SECTIONS["People"] or f"{name} =" in SECTIONS["People"] for name in model.model_fields
        )
    assert all(f'`"{mode.value}"`' in SECTIONS["The file"] for mode in RegionMode)


def test_every_role() -> None:
    """Who can be in a scenario."""
    roles = re.findall(r'"([^"]+)"', described(Worker.model_fields["role"].annotation))
    family = re.findall(r'"([^"]+)"', described(Parent.model_fields["role"].annotation))
    assert names("People") == {"child", *family, *roles}


def test_every_expectation() -> None:
    """And every outcome of a term, notice code and reason of closing."""
    assert names("Expectations") == EXPECTATION_KEYS
    assert all(f'`"{outcome.value}"`' in SECTIONS["Expectations"] for outcome in Outcome)
    assert all(f"`{code}`" in SECTIONS["Notice codes"] for code in reading.NOTICE_CODES)
    assert all(f"`{reason.value}`" in SECTIONS["States"] for reason in ClosedReason)


def test_every_state_with_its_code_name_and_framework() -> None:
    """As a table."""
    for state in State:
        code = "none" if state is State.NONE else CODES[state]
        assert f"| `{code}` | `{state.value}` | {DUTCH[state]} | {framework_of(state).value} |" in PAGE


def test_every_term() -> None:
    """With its kind."""
    for rule in TERMS.values():
        assert re.search(rf"^\| `{rule.id}` \| {rule.kind.value}( |\b)", SECTIONS["Terms"], re.MULTILINE)
    assert names("Terms") == set(TERMS)


def test_every_act_with_every_answer() -> None:
    """The matrix on the page is the matrix that decides."""
    for act in ACTS.values():
        cells = " | ".join("–" if act.cells[c] is Cell.ABSENT else act.cells[c].value for c in COLUMNS)
        assert re.search(rf"^\| {act.number} \| [^|]+ \| {cells} \|$", SECTIONS["Acts"], re.MULTILINE)


def test_every_move_and_what_it_asks_for() -> None:
    """Each move stands somewhere on the page, and each field that it refuses to do without."""
    assert all(re.search(rf"{move.id}\b", PAGE) for move in MOVES)
    written = {need.field.rsplit(".", 1)[-1]: move.id for move in MOVES if not move.court for need in move.needs}
    filled_in = {"opening"}
    for field, move in written.items():
        assert field in filled_in or f"`{move}/{field}`" in PAGE or f"`{move.replace('06', '05')}/{field}`" in PAGE


@pytest.mark.parametrize("file", sorted((*SHIPPED.glob("*.toml"), *CASES.glob("*.toml"))), ids=lambda file: file.stem)
async def test_every_rule_that_a_play_meets(file: Path) -> None:
    """Whoever writes an expectation can look the rule up, with its reason or as the rule itself."""
    scenario = load(file)
    for course in course_names(scenario):
        result = await played(scenario, course)
        met = {rule for step in result.steps for line in step.lines if line.refused for rule in line.rules}
        met |= {flag for step in result.steps for line in step.lines for flag in line.flags}
        missing = {rule for rule in met if not _documented(rule)}
        assert missing == set()


def _documented(rule: str) -> bool:
    alike = (rule, rule.replace("TR-06/", "TR-05/"), re.sub(r"act-\d+", "act-N", rule))
    return any(f"`{name}`" in PAGE for name in alike)
