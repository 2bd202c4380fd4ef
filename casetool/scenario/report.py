"""A play as a case worker reads it: a line per step, a table, and what differs. Or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from casetool.scenario.model import Play
from casetool.scenario.moments import local
from casetool.scenario.result import Difference, Line, PlayResult, StepResult
from casetool.telling import FRAMEWORKS, state_name
from casetool.texts import edition_note
from states.editions.book import rules
from states.position import CODES, Framework, State

HASH_SHOWN = 12
_COLOURS = {"vrijwillig": "green", "gedwongen": "red", "geen": "dim"}


def progress(console: Console, course: Play) -> Callable[[StepResult], None]:
    """Print the head of a play; the answer prints a line for each step that was played."""
    scenario = course.scenario
    title = " ".join(filter(None, (scenario.source, scenario.title)))
    console.rule(f"[bold]{escape(title)}[/]", align="left")
    if course.variant:
        console.print(f"[bold]Variant:[/] {escape(course.variant)}", highlight=False)
    if course.story:
        console.print(escape(course.story), highlight=False)
    total = len(course.steps)

    def step(played: StepResult) -> None:
        mark = "[red]×[/]" if played.differences else "[green]✓[/]"
        text = f"{played.number:>{len(str(total))}}/{total} {local(played.moment)} {_said(played)}"
        console.print(f"{mark} {escape(text)}", highlight=False, soft_wrap=True)
        for found in played.differences:
            console.print(f"    {_difference(found)}", highlight=False, soft_wrap=True)

    return step


def _said(step: StepResult) -> str:
    what = step.about or step.do or "niemand deed iets"
    codes = (
        f"{child} {CODES[State(at.before)]}→{CODES[State(at.after)]}"
        if at.before != at.after
        else f"{child} {CODES[State(at.after)]}"
        for child, at in step.children.items()
    )
    return " ".join(filter(None, (what, f"({', '.join(codes)})" if step.children else "")))


def _difference(found: Difference) -> str:
    who = f"{found.child}: " if found.child else ""
    return (
        f"[red]{escape(who + found.what)}: "
        f"verwacht [bold]{escape(found.expected)}[/], "
        f"gekregen [bold]{escape(found.got)}[/][/]"
    )


def _framework(line: Line) -> str:
    if line.framework is None:
        return ""
    word = FRAMEWORKS[Framework(line.framework)]
    return f"[{_COLOURS[word]}]{word}[/]"


def _what(line: Line) -> str:
    text = escape(line.what)
    if line.refused:
        return f"[yellow]{text}[/]"
    return f"[italic]vanzelf:[/] {text}" if line.by_itself else text


def table(result: PlayResult) -> Table:
    """Every entry of a play: when, who, where the child is then, what happened or why not."""
    rows = Table("moment", "kind", "situatie", "kader", "gedaan of geweigerd, en waarom", "regel")
    for step in result.steps:
        for line in step.lines:
            rows.add_row(
                local(line.moment),
                escape(line.child or ""),
                state_name(State(line.state)) if line.state else "",
                _framework(line),
                _what(line),
                (line.hash or "–")[:HASH_SHOWN],
            )
        if step.differences:
            for found in step.differences:
                rows.add_row(local(step.moment), found.child, "", "", _difference(found), "")
    return rows


def show(console: Console, result: PlayResult) -> None:
    """Print the table of a play, and whether everything was as expected."""
    console.print(table(result))
    console.print(edition_note())
    if result.ok:
        console.print(f"[green]✓[/] {len(result.steps)} stappen, alles zoals verwacht")
        return
    count = len(result.differences)
    console.print(f"[bold red]× anders dan verwacht ({count}):[/]", highlight=False)
    for step, found in result.differences:
        name = f' "{step.id}"' if step.id else ""
        place = f"stap {step.number}{name}, {local(step.moment)}"
        console.print(f"  {escape(place)}: {_difference(found)}", highlight=False, soft_wrap=True)


def as_json(results: Iterable[PlayResult]) -> str:
    """Every play as one JSON document: ``{"edition": …, "status": …, "ok": …, "plays": […]}``; moments are UTC.

    The edition is that of today; an entry names its own.
    """
    plays = list(results)
    edition = rules(datetime.now(UTC))
    document = {
        "edition": edition.id,
        "status": edition.status,
        "ok": all(play.ok for play in plays),
        "plays": [play.model_dump(mode="json") for play in plays],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)
