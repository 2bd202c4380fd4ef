"""The commands of ``scheidslijn`` and where they live."""

from __future__ import annotations

import typer

from casetool.commands import (
    audit,
    audit_execution,
    case,
    case_rights,
    case_work,
    db,
    law,
    play,
    recover,
    run,
    states,
    terms,
    witness,
)

app = typer.Typer(
    name="scheidslijn",
    help="Case management for child protection: help is voluntary, or a judge has ordered it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("play")(play.play)
app.command("run")(run.run)
app.command("recover")(recover.recover)
app.command("terms")(terms.terms)
app.command("witness")(witness.witness)
app.add_typer(audit.app, name="audit", help="What an auditor asks: of a case, of many, and of the log.")
audit.app.command("replay-execution")(audit_execution.replay_execution)
case.app.command("rights")(case_rights.rights)
case.app.command("reflections")(case_work.reflections)
app.add_typer(case.app, name="case", help="Look at cases and what is possible in them.")
app.add_typer(db.app, name="db", help="The database: migrate it, and check it.")
app.add_typer(law.app, name="law", help="The rules of an edition, what changes between editions, and the proof.")
app.add_typer(states.app, name="states", help="The states as a picture.")
