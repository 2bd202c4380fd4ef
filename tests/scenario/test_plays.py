"""Every scenario that ships, every case of the tests and the example of the docs comes out right."""

from __future__ import annotations

from pathlib import Path

import pytest
from scenariokit import CASES, SHIPPED, course_names, example, played

from casetool.scenario import load, parse

FILES = sorted((*SHIPPED.glob("*.toml"), *CASES.glob("*.toml")))
COURSES = [pytest.param(file, name, id=f"{file.stem}:{name}") for file in FILES for name in course_names(load(file))]


@pytest.mark.parametrize(("file", "course"), COURSES)
async def test_comes_out_as_expected(file: Path, course: str) -> None:
    """On paper: the law alone, with the entries that it would store."""
    result = await played(load(file), course)
    differences = [(step.number, step.id, found) for step, found in result.differences]
    assert differences == []
    assert result.ok


def test_ships_what_was_asked() -> None:
    """The four scenarios of the domain, with their variants."""
    shipped = {load(file).source: len(load(file).variant) for file in SHIPPED.glob("*.toml")}
    assert set(shipped) >= {"AC-01", "AC-05", "AC-09", "AC-12"}
    assert shipped["AC-01"] >= 1
    assert shipped["AC-05"] >= 3
    assert shipped["AC-12"] >= 1


@pytest.mark.parametrize("course", course_names(parse(example(), "docs")))
async def test_the_example_of_the_docs_comes_out_as_expected(course: str) -> None:
    """A stranger who copies the example starts from something that works."""
    result = await played(parse(example(), "docs"), course)
    assert [found for _, found in result.differences] == []


async def test_a_play_can_have_ids_of_its_own() -> None:
    """On a shared server the same file is played again, with other ids for the same people."""
    scenario = load(SHIPPED / "ac-09.toml")
    result = await played(scenario, "", prefix="3f2a.")
    assert result.ok
    assert {line.child for step in result.steps for line in step.lines} <= {None, *scenario.children}
