"""One PostgreSQL for all tests of the records, migrated once; each test has cases of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from recordskit import Family
from sqlalchemy import Connection, Engine

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
