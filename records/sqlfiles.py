"""The SQL files of this version, run as they are written."""

from importlib import resources
from typing import Any

from sqlalchemy import Connection

_FOLDER = resources.files("records").joinpath("sql")


def read(name: str) -> str:
    """The text of a file in ``records/sql``."""
    return _FOLDER.joinpath(name).read_text("utf-8")


def run(connection: Connection, sql: str) -> Any:  # noqa: ANN401 - a DBAPI cursor has no type
    """Run statements on the driver itself, for which a percent sign in a text is no placeholder."""
    cursor = connection.connection.cursor()
    cursor.execute(sql)
    return cursor
