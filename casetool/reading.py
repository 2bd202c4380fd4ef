"""Looking at a case: first it is written down who looks and why, then there is something to see (D16)."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from sqlalchemy import Connection

from casetool.reaching import database
from casetool.settings import PREFIX
from records import access
from records.access import Look, Purpose, Reader

By = Annotated[
    str | None, typer.Option("--by", envvar=f"{PREFIX}BY", help="Who looks; the user of this machine if not said.")
]
Why = Annotated[Purpose, typer.Option("--purpose", envvar=f"{PREFIX}PURPOSE", help="Why; it is written down.")]
ROLE = "command_line"
"""Nobody has proved here who they are: the read log says so."""


@contextmanager
def reading(case: str, what: str, by: str | None, why: Purpose, child: str | None = None) -> Iterator[Connection]:
    """A connection to read a case with; what cannot be written down is not shown.

    Raises:
        RecordsError: the read log cannot be written.
    """
    with database().connect() as connection:
        noted(connection, case, what, by, why, child)
        yield connection


def noted(  # noqa: PLR0913, PLR0917 - a line of the read log has this many parts
    connection: Connection, case: str, what: str, by: str | None, why: Purpose, child: str | None = None
) -> None:
    """Write down who looks at a case, before any of it is shown.

    Raises:
        RecordsError: the read log cannot be written.
    """
    access.record(connection, Look(case, what, Reader(by or _user(), ROLE), why, child))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # In a container a user can have no name.
        return f"uid {os.getuid()}"
