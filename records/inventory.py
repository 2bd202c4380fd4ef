"""What a database of this version holds, to the last trigger: read it, and compare it with the list.

The list, ``sql/inventory.txt``, is part of the version. After a change in ``sql`` or ``tables``:
``python -m records.inventory <owner url> > records/sql/inventory.txt``.
"""

from __future__ import annotations

import sys

from sqlalchemy import Connection

from records import sqlfiles
from records.engine import engine


def take(connection: Connection) -> list[str]:
    """Describe every table, constraint, trigger, function, view and right, a line each."""
    # With the schema on the path PostgreSQL writes the names in definitions without it.
    sqlfiles.run(connection, "SET LOCAL search_path = scheidslijn")
    return [line for (line,) in sqlfiles.run(connection, sqlfiles.read("inventory.sql"))]


def differences(connection: Connection) -> list[str]:
    """Say what is missing and what is too much, a line each."""
    wanted = set(sqlfiles.read("inventory.txt").splitlines())
    found = set(take(connection))
    return [f"missing: {line}" for line in sorted(wanted - found)] + [
        f"unexpected: {line}" for line in sorted(found - wanted)
    ]


if __name__ == "__main__":
    made = engine(sys.argv[1], autocommit=False)
    with made.begin() as opened:
        print("\n".join(take(opened)))  # noqa: T201 - the output of a command
    made.dispose()
