"""Alembic's entry point: runs on the connection and in the transaction that records.migrate opened."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from records import archived, moments, projections, sealed, tables

DESCRIBED = (tables, projections, sealed, archived)
"""Every module with tables, imported so that their classes are known."""


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "schema" or name == tables.SCHEMA


def _plain_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    # A revision outlives our classes, so it names the database's own type.
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, moments.UTCDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Row.metadata,
    include_schemas=True,
    include_name=_ours,
    render_item=_plain_type,
    version_table_schema=tables.SCHEMA,
)
with context.begin_transaction():
    context.run_migrations()
