"""How a command of the command line finds the servers: named in the environment, or this checkout's."""

from __future__ import annotations

import os

from sqlalchemy import Engine

from casetool.settings import PREFIX, TASK_QUEUE, SettingsError
from casetool.stack import Addresses, running
from records import engine as engines


def addresses() -> Addresses:
    """Where the servers are.

    Raises:
        SettingsError: nothing is named and nothing of this checkout runs.
    """
    found = named() or running()
    if found is None:
        message = (
            "no servers: set SCHEIDSLIJN_DATABASE_URL and SCHEIDSLIJN_TEMPORAL_ADDRESS, or start "
            "the servers of this checkout (scheidslijn run)"
        )
        raise SettingsError(message)
    return found


def _env(name: str) -> str | None:
    return os.environ.get(f"{PREFIX}{name}") or os.environ.get(name)


def named() -> Addresses | None:
    """Where the servers are that the environment names, or ``None`` when it names no database."""
    database = _env("DATABASE_URL")
    if not database:
        return None
    return Addresses(
        database_url=database,
        owner_url=None,
        temporal_address=_env("TEMPORAL_ADDRESS") or "",
        ui_address=None,
        digest_key="",
        build_id=os.environ.get(f"{PREFIX}BUILD_ID", ""),
        task_queue=os.environ.get(f"{PREFIX}TASK_QUEUE", TASK_QUEUE),
    )


def database() -> Engine:
    """A small pool on the database, as the application's role."""
    return engines.engine(addresses().database_url, size=2)
