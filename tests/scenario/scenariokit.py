"""Small scenarios to bend, and one way to play them on paper."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from casetool.scenario import Paper, PlayResult, Scenario, play

HERE = Path(__file__).parent
CASES = HERE / "cases"
ROOT = HERE.parent.parent
SHIPPED = ROOT / "casetool" / "scenarios"
DOCS = ROOT / "docs" / "scenarios.md"

SMALL = """
title = "Klein"
municipality = "Zonstad"

[people.kim]
role = "child"
name = "Kim"
born = 2018-01-01

[people.anna]
role = "parent"
name = "Anna"

[people.lotte]
role = "local_team"
name = "Lotte"
organisation = "Lokaal team Zonstad"

[[authority]]
holder = "anna"
child = "kim"

[[step]]
id = "first"
at = 2026-01-12
by = "lotte"
child = "kim"
do = "report"
report = "melding"
"""
"""A scenario with one step, to add lines to; they belong to that step."""


def example() -> dict[str, Any]:
    """The full example in the docs."""
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return tomllib.loads(blocks[0])


def course_names(scenario: Scenario) -> list[str]:
    """The name of every course; the main one has none."""
    return [course.variant or "" for course in scenario.plays()]


async def played(scenario: Scenario, course: str = "", prefix: str = "") -> PlayResult:
    """One course of a scenario, played on paper."""
    chosen = next(c for c in scenario.plays() if (c.variant or "") == course)
    return await play(chosen, Paper(), prefix=prefix)
