"""One stack on disk for all failures, and how often each of them is played."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from casetool.stack import Stack
from tests.chaos.ruins import Ruins
from tests.kit import Family

FULL, SAMPLE = 20, 1
_seed = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the random failures."""
    given: int | None = config.getoption("--chaos-seed")
    config.stash[_seed] = random.SystemRandom().randrange(2**32) if given is None else given


def pytest_report_header(config: pytest.Config) -> str:
    """Print the seed, with which a run can be played again."""
    return f"chaos: --chaos-seed={config.stash[_seed]}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Play a failure twenty times with ``--chaos-full``, and once without."""
    if "turn" in metafunc.fixturenames:
        count = FULL if metafunc.config.getoption("--chaos-full") else SAMPLE
        metafunc.parametrize("turn", range(1, count + 1))


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether everything is played in full."""
    return bool(pytestconfig.getoption("--chaos-full"))


@pytest.fixture
def dice(pytestconfig: pytest.Config) -> random.Random:
    """Chance, the same again with the same seed."""
    return random.Random(pytestconfig.stash[_seed])  # noqa: S311 - no secret


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def standing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ruins]:
    """Start the stack once; as root its cluster lies outside the directory, so remove it by name."""
    with Stack(tmp_path_factory.mktemp("ruins"), worker=False) as stack:
        made = Ruins(stack)
        await made.connect()
        yield made
        made.stop()
        made.postgres.remove()


@pytest_asyncio.fixture
async def ruins(standing: Ruins) -> Ruins:
    """The stack with everything up, whatever the failure before this one left."""
    await standing.running()
    return standing


@pytest_asyncio.fixture
async def noor(ruins: Ruins) -> AsyncIterator[Family]:
    """A family whose case is open."""
    family = ruins.family()
    await family.open()
    yield family
    await family.end()


Families = Callable[..., Family]
