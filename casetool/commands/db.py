"""``scheidslijn db``: migrate and check, with the owner's URL."""

from __future__ import annotations

import os

import typer

from casetool.settings import PREFIX, SettingsError
from casetool.stack import running
from embedded import Postgres
from records import migrate

app = typer.Typer(no_args_is_help=True)
OWNER = f"{PREFIX}DATABASE_OWNER_URL"


def _owner() -> str:
    """The owner's URL: from the environment, or of the stack of this checkout."""
    given = os.environ.get(OWNER)
    if given:
        return given
    stack = running()
    if stack is not None and stack.owner_url is not None:
        return stack.owner_url
    message = f"{OWNER} is not set, and no stack of this checkout runs (scheidslijn run)"
    raise SettingsError(message)


@app.command()
def upgrade() -> None:
    """Bring the database to this version. Safe to repeat."""
    migrate.upgrade(_owner())
    typer.echo("database: up to date")


@app.command()
def check(
    fresh: bool = typer.Option(False, help="Migrate a throwaway database and check that."),  # noqa: FBT001, FBT003 - typer's way
) -> None:
    """Say whether tables, triggers, functions, rights and rules are those of this version."""
    if fresh:
        with Postgres(durable=False) as postgres:
            migrate.upgrade(postgres.owner_url)
            migrate.check(postgres.owner_url)
        typer.echo("database: migrations are in step with the models")
        return
    migrate.check(_owner())
    typer.echo("database: in step")
