"""``scheidslijn case``: which cases there are, where each child stands, what happened, what may be.

Everything is folded from the entries, up to this moment: a power that ended is over, whether or not
a worker has said so (D3).
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer
from sqlalchemy import Connection

from audit import folding
from casetool.names import CaseNames
from casetool.possibilities import acts_shown, moves_shown
from casetool.present import present
from casetool.reaching import database
from casetool.reading import By, Why, reading
from casetool.screen import console, table
from casetool.telling import told
from casetool.telling_family import request_line, signal_line
from casetool.telling_rights import due_line
from casetool.telling_work import sections
from casetool.texts import banner, edition_note, moment, place
from records import queries
from records.access import Purpose
from states.editions.book import rules
from states.facts import ChildFile
from states.moves.options import options
from states.people import Role
from states.position import CODES, State, framework_of
from states.signals.signal import signals as signals_of
from states.signals.signal import waiting_days
from states.terms.term import Term
from states.tracks.running import tracks
from states.work.signals import work_signals

app = typer.Typer(no_args_is_help=True)
CaseId = Annotated[str, typer.Argument(help="The id of the case (case list).")]
ChildId = Annotated[str | None, typer.Argument(help="The id of one child.")]


@app.command("list")
def list_(
    exercise: Annotated[bool, typer.Option(help="Show exercises instead of cases.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """List cases with a line for each child; a family has no state of its own."""
    title = "Oefenzaken" if exercise else "Zaken"
    shown = table(title, ("zaak", "kind", "kader", "sinds"), "situatie")
    with database().connect() as connection:
        for head in queries.cases(connection, exercise=exercise):
            for child in queries.children(connection, head.case_id):
                shown.add_row(
                    head.case_id,
                    child.child_id,
                    banner(child.framework),
                    moment(child.since),
                    place(child.state),
                )
    console.print(shown)
    console.print(edition_note())


@app.command()
def show(case: CaseId, by: By = None, why: Why = Purpose.WORK) -> None:
    """Show each child: where it stands, under which framework, which terms and tasks are open."""
    with reading(case, "case", by, why) as connection:
        today, now = present(connection, case)
        names = _names(connection, case)
        broken = folding.faults(connection, case)
    for child in sorted(today.children.values(), key=lambda c: c.id):
        _child(child, names, now)
    console.print(f"{today.seq} regels in het logboek; ", end="")
    console.print("de keten is heel." if not broken else f"[red]FOUT: {broken[0].reason}[/]")
    console.print(edition_note())


def _names(connection: Connection, case: str) -> CaseNames:
    return CaseNames(body for body, _ in folding.bodies(connection, case))


def _term(term: Term) -> str:
    return f"{term.due.isoformat()}  {term.rule} {rules(term.start).terms[term.rule].title} ({term.why})"


def _child(child: ChildFile, names: CaseNames, now: datetime) -> None:
    since = moment(child.since) if child.since else "–"
    framework = banner(framework_of(child.state))
    console.rule(f"[bold]{names.name_of(child.id)}[/] ({child.id})  {framework}")
    console.print(f"{place(child.state)}, sinds {since}")
    due = sorted(child.terms, key=lambda term: term.due)
    owed = dict.fromkeys(due_line(n, names.name_of(n.recipient), now) for n in child.notices)
    for title, rows in (
        ("Signalen", _signals(child, now)),
        ("Termijnen", [_term(term) for term in due]),
        ("Taken", [f"{t.role}: {t.text}" for t in child.tasks]),
        ("Nog te geven kennisgevingen", list(owed)),
        ("Verzoeken", [f"{p.filed_on}: {p.kind.value} (nog niet beslist)" for p in child.petitions]),
        ("Procedures", [running.title for running in tracks(child, now)]),
        ("Verzoeken van het gezin", [request_line(r, names) for r in sorted(child.requests, key=lambda r: r.asked)]),
        *sections(child, names, now),
    ):
        if rows:
            console.print(f"[bold]{title}[/]")
            for row in rows:
                console.print(f"  {row}", highlight=False)


def _signals(child: ChildFile, now: datetime) -> list[str]:
    """What somebody has to look at, and how long the child waits for its first help (T45)."""
    days = waiting_days(child, now)
    waits = [f"Wachttijd: dag {days} van de eerste melding tot de eerste hulp (T45)."] if days is not None else []
    found = (*signals_of(child, now), *work_signals(child, now))
    return [*(signal_line(signal, now) for signal in found), *waits]


@app.command()
def signals(case: CaseId, by: By = None, why: Why = Purpose.WORK) -> None:
    """Show what somebody has to look at now, for each child. Nothing is blocked by it."""
    with reading(case, "case", by, why) as connection:
        today, now = present(connection, case)
        names = _names(connection, case)
    for child in sorted(today.children.values(), key=lambda c: c.id):
        console.rule(f"[bold]{names.name_of(child.id)}[/] ({child.id})")
        for row in _signals(child, now) or ["Er zijn nu geen signalen."]:
            console.print(f"  {row}", highlight=False, markup=False)
    console.print(edition_note())


@app.command()
def history(case: CaseId, child: ChildId = None, by: By = None, why: Why = Purpose.WORK) -> None:
    """Show every entry of a case, in the order of the log."""
    whole = ("nr", "werkt vanaf", "vastgelegd", "kind")
    shown = table(f"Logboek van {case}", whole, "wat", "van → naar", "door")
    shown.add_column("hash", no_wrap=True)
    with reading(case, "history", by, why, child) as connection:
        names = _names(connection, case)
        rows = [
            _row(body, hash_, names)
            for body, hash_ in folding.bodies(connection, case)
            if child is None or body["child"] == child
        ]
    if not rows:
        raise folding.UnknownCaseError(folding.UnknownCaseError.__doc__)
    for row in rows:
        shown.add_row(*row)
    console.print(shown)
    console.print(edition_note())


def _row(body: dict[str, Any], hash_: str, names: CaseNames) -> tuple[str, ...]:
    actor = body["actor"]
    by = "vanzelf" if actor["role"] == Role.SYSTEM else f"{actor['id']} ({actor['role']})"
    return (
        str(body["seq"]),
        moment(datetime.fromisoformat(body["effective_at"])),
        moment(datetime.fromisoformat(body["recorded_at"])),
        names.name_of(body["child"]) if body["child"] else "–",
        told(body, names),
        f"{CODES[State(body['from'])]} → {CODES[State(body['to'])]}" if body["move"] else "",
        by,
        hash_[:12],
    )


@app.command()
def may(
    case: CaseId,
    child: Annotated[str, typer.Argument(help="The id of the child.")],
    by: By = None,
    why: Why = Purpose.WORK,
) -> None:
    """Show which moves and acts are possible for a child now, which are not, and what would change that."""
    with reading(case, "possibilities", by, why, child) as connection:
        today, now = present(connection, case)
        names = _names(connection, case)
    file = today.children.get(child)
    if file is None:
        raise folding.UnknownCaseError("Dit kind is niet bekend in deze zaak (case show).")
    console.print(f"{names.name_of(child)} ({child}): {place(file.state)} · {banner(framework_of(file.state))}")
    for shown in (*moves_shown(options(today, file, now)), *acts_shown(file, now, names)):
        console.print(shown)
    console.print(edition_note())
