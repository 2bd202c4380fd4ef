"""``scheidslijn audit verify | drift``: whether the log is whole, and whether everybody says what it says."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from temporalio.client import WorkflowExecutionStatus
from temporalio.service import RPCError

from audit import drift, verifying
from audit.drift import Finding, Grade
from audit.folding import UnknownCaseError
from audit.verifying import Verified
from casetool.commands.audit_log import Keys, Roots, Witnesses, sealed, trust_of
from casetool.commands.audit_show import AsJson, printed, rows
from casetool.reaching import addresses, database
from casetool.reading import By, Why, noted, reading
from casetool.screen import console
from casetool.service import CaseService
from casetool.settings import SettingsError
from casetool.temporal import connect
from records import engine as engines
from records import queries
from records.access import Purpose
from states.facts import Case

SomeCase = Annotated[str | None, typer.Argument(help="The id of one case.")]
Held = Annotated[
    list[Path] | None, typer.Option(help="A checkpoint that stands outside the database, or a folder of them.")
]


def verify(  # noqa: PLR0913, PLR0917 - what an auditor brings along
    case: SomeCase = None,
    key: Keys = None,
    held: Held = None,
    witness: Witnesses = None,
    tsa_roots: Roots = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Every case, and the sealed log.")] = False,
    as_json: AsJson = False,
) -> None:
    """Verify one case, or everything: chains, columns, heads, readings, leaves, checkpoints; ends with 1 at a fault.

    The sealed log as a whole is verified with --all and --key.
    """
    if (case is None) != everything:
        raise SettingsError("name one case, or say --all")
    if case is not None:
        with reading(case, "verify", by, why) as connection:
            found = verifying.verify_case(connection, case)
        if found == Verified():
            # Nothing at all is known of it: that is no whole case.
            raise UnknownCaseError(UnknownCaseError.__doc__)
    else:
        trust = trust_of(key, witness or [], tsa_roots) if key else None
        with database().connect() as connection:
            found = verifying.verify_all(connection, trust, held or [])
    if as_json:
        typer.echo(json.dumps(asdict(found) | {"whole": found.whole}, default=str))
    else:
        show_verified(found, case)
    if not found.whole:
        raise typer.Exit(1)


def show_verified(found: Verified, case: str | None) -> None:
    """What was verified, what was not, and what does not hold."""
    typer.echo(f"{found.cases} case(s), {found.entries} entries, {found.readings} readings")
    for word in found.words:
        typer.echo(f"FAULT {word}")
    if found.log is not None:
        sealed(found.log)
    elif case is not None:
        typer.echo(f"not sealed yet: {found.unsealed}")
        typer.echo("not verified: that the tree is the one that others hold (--all --key)")
    else:
        typer.echo("not verified: the sealed log, for want of its key (--key)")
    typer.echo("whole" if found.whole else f"{found.faults + (found.log.faults if found.log else 0)} faults")


def drift_(
    case: SomeCase = None,
    by: By = None,
    why: Why = Purpose.AUDIT,
    *,
    as_json: AsJson = False,
) -> None:
    """Compare entries, tables, workflow, and the law and triggers in the database; ends with 1 at drift.

    A workflow that is behind the entries catches up by itself: that is said, and is no fault.
    """
    found = _database()
    with database().connect() as connection:
        known = (
            [case]
            if case is not None
            else [h.case_id for e in (False, True) for h in queries.every_case(connection, exercise=e)]
        )
        views = asyncio.run(_views(known))
        for one in known:
            differing = drift.of_case(connection, one, views.get(one))
            if differing or case is not None:
                noted(connection, one, "drift", by, why)
            found += differing
    if as_json:
        typer.echo(printed(found))
    else:
        show_drift(found)
        typer.echo(f"{len(known)} case(s); {len(views)} workflow(s) answered")
    if any(one.grade is not Grade.BEHIND for one in found):
        raise typer.Exit(1)


def show_drift(found: list[Finding]) -> None:
    """The differences as a table."""
    rows("Drift", found, ("frameworks", "case", "grade", "between"), wide=("what",))


def _database() -> list[Finding]:
    made = engines.engine(addresses().database_url, size=1, autocommit=False)
    try:
        with made.begin() as connection:
            return drift.of_database(connection)
    finally:
        made.dispose()


async def _views(cases: list[str]) -> dict[str, Case]:
    """What the workflows know that run and answer; one that is over knows nothing more."""
    where = addresses()
    if not where.temporal_address:
        return {}
    service = CaseService(await connect(where.temporal_address, "default"), where.task_queue)
    found = {}
    for case in cases:
        try:
            described = await service.handle(case).describe()
            if described.status is WorkflowExecutionStatus.RUNNING:
                found[case] = (await service.view(case)).case
        except RPCError:
            console.print(f"the workflow of {case} does not answer", highlight=False, markup=False)
    return found
