"""A statement as the driver takes it, with the errors of ``records.errors``."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from records.engine import place
from records.errors import UnreachableError, translated


def rows(connection: Connection, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
    """Run one statement with ``%s`` for each parameter (a dict goes as jsonb) and give all rows.

    Raises:
        RefusedError: the database refuses it.
        NotNowError, UnreachableError: trying again may help.
    """
    sent = tuple(Jsonb(value) if isinstance(value, dict) else value for value in parameters)
    try:
        return [tuple(row) for row in connection.exec_driver_sql(statement, sent)]
    except DBAPIError as error:
        if error.connection_invalidated or not isinstance(error.orig, psycopg.Error):
            raise UnreachableError(where=place(connection.engine.url), reason=str(error.orig).strip()) from error
        raise translated(error.orig) from error
