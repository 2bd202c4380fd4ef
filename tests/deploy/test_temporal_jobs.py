"""The two jobs around Temporal's server: the one for the namespace on a real server, the other on a stand-in.

Temporal's own tool for schemas is in its image only, so what it does to a database is not seen here.
"""

from __future__ import annotations

import os
import subprocess
import sysconfig
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client

from embedded.temporal import Temporal

JOBS = Path(__file__).parents[2] / "deploy" / "temporal"
STAND_IN = """#!/bin/sh
echo "$@" >> "$CALLS"
case "$*" in *"$FAILS_AT"*) exit 1 ;; esac
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Temporal]:
    """A server of its own, since the job changes it."""
    with Temporal() as running:
        yield running


def run(job: str, path: str, environment: dict[str, str]) -> int:
    """Run a job, with a folder of programs before all others; returns its exit code."""
    path = f"{path}:{os.environ['PATH']}"
    command = ["/bin/sh", str(JOBS / job)]
    return subprocess.run(command, env={**environment, "PATH": path}, check=False).returncode


async def test_the_namespace_has_the_retention_that_is_asked_for(server: Temporal) -> None:
    """A new one, and one that was there with another; and it can be used at once."""
    for days in (30, 60):
        environment = {
            "HOME": str(server.home),
            "TEMPORAL_ADDRESS": server.address,
            "TEMPORAL_NAMESPACE": "made-by-the-job",
            "RETENTION": f"{days}d",
        }
        assert run("namespace.sh", sysconfig.get_path("scripts"), environment) == 0
        client = await Client.connect(server.address, namespace="made-by-the-job")
        assert [case async for case in client.list_workflows()] == []
        made = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace="made-by-the-job"))
        assert made.config.workflow_execution_retention_ttl.ToTimedelta() == timedelta(days=days)


def test_the_namespace_job_needs_to_be_told_everything() -> None:
    """Without a retention it does nothing, rather than taking some default."""
    assert run("namespace.sh", "/nowhere", {"TEMPORAL_ADDRESS": "127.0.0.1:1", "TEMPORAL_NAMESPACE": "x"}) != 0


@pytest.mark.parametrize(("fails_at", "calls", "ends_well"), [("never", 4, True), ("update-schema", 2, False)])
def test_both_stores_are_upgraded_or_the_job_fails(
    tmp_path: Path, fails_at: str, calls: int, *, ends_well: bool
) -> None:
    """Each is set up first; after a failure nothing more is done, and the server does not start."""
    tool = tmp_path / "temporal-sql-tool"
    tool.write_text(STAND_IN)
    tool.chmod(0o755)
    made = tmp_path / "calls"
    code = run("schema.sh", str(tmp_path), {"CALLS": str(made), "FAILS_AT": fails_at})
    assert (code == 0) is ends_well
    schema = "--schema-dir /etc/temporal/schema/postgresql/v12"
    assert (
        made.read_text().splitlines()
        == [
            "--database temporal setup-schema --version 0.0",
            f"--database temporal update-schema {schema}/temporal/versioned",
            "--database temporal_visibility setup-schema --version 0.0",
            f"--database temporal_visibility update-schema {schema}/visibility/versioned",
        ][:calls]
    )
