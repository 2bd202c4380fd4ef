"""One PostgreSQL for all tests of the records, migrated once; each test has cases of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from recordskit import Family, fresh
from sealkit import Log, dsn, in_database
from sqlalchemy import Connection, Engine, make_url

from embedded import Postgres
from records import migrate
from records.engine import engine


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """A throwaway server with the tables of this version."""
    with Postgres(durable=False) as running:
        migrate.upgrade(running.owner_url)
        yield running


@pytest.fixture(scope="session")
def app_engine(server: Postgres) -> Iterator[Engine]:
    """The pool of the application."""
    made = engine(server.app_url)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def owner_engine(server: Postgres) -> Iterator[Engine]:
    """The pool of the owner, who may do more than anybody should."""
    made = engine(server.owner_url)
    yield made
    made.dispose()


@pytest.fixture
def app(app_engine: Engine) -> Iterator[Connection]:
    """A connection of the application, each statement its own transaction."""
    with app_engine.connect() as connection:
        yield connection


@pytest.fixture
def owner(owner_engine: Engine) -> Iterator[Connection]:
    """A connection of the owner, each statement its own transaction."""
    with owner_engine.connect() as connection:
        yield connection


@pytest.fixture
def family(app: Connection) -> Family:
    """A case without entries."""
    return Family(app)


@pytest.fixture(scope="session")
def blank(server: Postgres) -> str:
    """The name of a migrated database without rows, to be copied."""
    with psycopg.connect(dsn(server.owner_url), autocommit=True) as connection:
        connection.execute("CREATE DATABASE blank")
    migrate.upgrade(in_database(server.owner_url, "blank"))
    return "blank"


@pytest.fixture
def copied(server: Postgres, blank: str, tmp_path: Path) -> Iterator[Callable[..., Log]]:
    """Make logs, each in a database of its own: without rows, or a copy of another one."""
    made: list[Log] = []

    def copy(source: Log | None = None) -> Log:
        name = fresh("log").replace("-", "_")
        template = str(make_url(source.owner_url).database) if source else blank
        if source:
            source.close()
        with psycopg.connect(dsn(server.owner_url), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        app, owner = in_database(server.app_url, name), in_database(server.owner_url, name)
        made.append(Log(app, owner, source.outside.folder if source else tmp_path / name))
        return made[-1]

    yield copy
    for one in made:
        one.close()
        with psycopg.connect(dsn(server.owner_url), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {make_url(one.owner_url).database} WITH (FORCE)")


@pytest.fixture
def a_log(copied: Callable[..., Log]) -> Log:
    """A log without leaves."""
    return copied()
