"""``scheidslijn terms``: which terms run and which ended, for each child, with why each date is what it is."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

import typer

from audit import folding
from audit.term_history import TermStory, stories
from casetool.commands.case import CaseId
from casetool.names import CaseNames
from casetool.present import now_in
from casetool.reading import By, Why, reading
from casetool.screen import console, table
from casetool.sheets import stamped
from casetool.telling import OUTCOMES
from casetool.texts import edition_note
from records.access import Purpose
from states.decide import lapse
from states.editions.book import rules
from states.entry import Trace, bodies
from states.terms.calendar import day_start, local_day
from states.terms.rule import TermKind
from states.terms.term import Term

KINDS: dict[TermKind, str] = {
    TermKind.LAPSE: "vervalt vanzelf",
    TermKind.DUTY: "plicht",
    TermKind.NORM: "norm",
    TermKind.PRODUCT: "eigen termijn",
    TermKind.RULE: "regel",
}


def terms(
    case: CaseId,
    by: By = None,
    why: Why = Purpose.WORK,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the terms as JSON.")] = False,
) -> None:
    """Show the terms of a case that run and that ended: how long still, met or missed, and why."""
    with reading(case, "terms", by, why) as connection:
        stored = folding.fold(connection, case)
        written = [body for body, _ in folding.bodies(connection, case)]
    now = now_in(stored)
    since = bodies(lapse(stored, now).drafts, case, now, Trace("", "", "", ""))
    found, today, names = stories([*written, *since]), local_day(now), CaseNames(written)
    if as_json:
        rows = {"terms": [_plain(story, today) for story in found]}
        typer.echo(json.dumps(stamped(rules(now)) | rows, ensure_ascii=False))
        return
    for child in sorted({story.child for story in found}):
        console.rule(f"[bold]{names.name_of(child)}[/] ({child})")
        mine = sorted((story for story in found if story.child == child), key=lambda s: (s.term.due, s.term.id))
        _running([story for story in mine if story.outcome is None], today)
        _ended([story for story in mine if story.outcome is not None], today, names)
    console.print(edition_note(now))


def _running(found: list[TermStory], today: date) -> None:
    shown = table("Lopende termijnen", ("regel", "tot en met", "over"), "wat", "uitleg")
    for story in found:
        left = story.days_left(today)
        soon = f"{left} dagen" if left != 1 else "1 dag"
        what = f"{story.title} ({KINDS[story.term.kind]})"
        shown.add_row(story.term.rule, _day(story.term), soon, what, story.term.why)
    console.print(shown)


def _day(term: Term) -> str:
    """The last day; of a power the day itself no longer counts."""
    return f"tot {term.due}" if term.at == day_start(term.due) else term.due.isoformat()


def _ended(found: list[TermStory], today: date, names: CaseNames) -> None:
    shown = table("Termijnen die voorbij zijn", ("regel", "tot en met", "einde"), "wat", "hoe", "uitleg")
    for story in found:
        ended = local_day(story.ended).isoformat() if story.ended else "–"
        shown.add_row(story.term.rule, _day(story.term), ended, story.title, _how(story, today, names), story.term.why)
    console.print(shown)


_STILL = {(True, False): "", (False, False): ", nog niet gehaald", (False, True): ", niet meer nodig"}


def _how(story: TermStory, today: date, names: CaseNames) -> str:
    """How a term ended: in time, or by how many days not, and why."""
    parts = [OUTCOMES[story.outcome.value] if story.outcome else "loopt"]
    late = story.overdue(today)
    if late is not None:
        parts.append(f"{late} dag(en) te laat" + _STILL[story.met, story.dropped])
        parts.append(f"waarom: {story.reason}" if story.reason else "nog niet uitgelegd")
        if story.keeps_sight:
            parts.append(f"zicht op de veiligheid: {names.name_of(story.keeps_sight)}")
    return "; ".join(parts)


def _plain(story: TermStory, today: date) -> dict[str, Any]:
    """One term for a program: days are ISO, ``days_left`` and ``days_late`` whole days."""
    running = story.outcome is None
    return {
        "child": story.child,
        "term": story.term.id,
        "rule": story.term.rule,
        "title": story.title,
        "kind": story.term.kind.value,
        "part": story.term.part,
        "start": story.term.start.isoformat(),
        "due": story.term.due.isoformat(),
        "days_left": story.days_left(today) if running else None,
        "outcome": story.outcome.value if story.outcome else None,
        "ended": story.ended.isoformat() if story.ended else None,
        "met": story.met,
        "days_late": story.overdue(today),
        "reason": story.reason,
        "keeps_sight": story.keeps_sight,
        "why": story.term.why,
    }
