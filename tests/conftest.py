"""What every test can ask for: one throwaway stack, a client, the service and a clock that jumps."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import pytest_asyncio
from sqlalchemy import Engine
from temporalio.client import Client
from temporalio.testing import TimeSkipper

from casetool.service import CaseService
from casetool.stack import Stack
from casetool.temporal import connect
from records import engine as engines
from tests.kit import Family

STRICT = {"SCHEIDSLIJN_SANDBOX": "true", "PYTHONWARNINGS": "error"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--chaos-full`` and ``--chaos-seed``."""
    group = parser.getgroup("chaos")
    group.addoption(
        "--chaos-full",
        action="store_true",
        help="every failure as often as it has to be survived, not a sample (make chaos)",
    )
    group.addoption("--chaos-seed", type=int, help="play the random failures of an earlier run again")


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """PostgreSQL, Temporal, and a worker with the sandbox on and warnings as errors; nothing of it stays."""
    with Stack(durable=False, environment=STRICT) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client(stack: Stack) -> Client:
    """A client of the throwaway Temporal."""
    return await connect(stack.addresses.temporal_address, "default")


@pytest.fixture(scope="session")
def service(client: Client, stack: Stack) -> CaseService:
    """The one way in."""
    return CaseService(client, stack.addresses.task_queue)


@pytest.fixture(scope="session")
def skipper(client: Client) -> TimeSkipper:
    """Moves the clock of a case."""
    return TimeSkipper(client)


@pytest.fixture(scope="session")
def engine(stack: Stack) -> Iterator[Engine]:
    """The application's pool of connections to the throwaway database."""
    made = engines.engine(stack.addresses.database_url)
    yield made
    made.dispose()


@pytest_asyncio.fixture
async def family(service: CaseService, skipper: TimeSkipper, engine: Engine) -> AsyncIterator[Callable[..., Family]]:
    """Make invented families, each a case of its own; their workflows end with the test."""
    made: list[Family] = []

    def make(**how: object) -> Family:
        made.append(Family(service, engine, skipper, **how))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        await one.end()
