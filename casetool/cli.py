"""The commands of ``scheidslijn`` and where they live."""

from __future__ import annotations

import typer

from casetool.commands import case, db, play, recover, run, states

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
app.add_typer(case.app, name="case", help="Look at cases and what is possible in them.")
app.add_typer(db.app, name="db", help="The database: migrate it, and check it.")
app.add_typer(states.app, name="states", help="The law as a table and as a picture.")
