"""The command line of the evidence: looking is written down, the log can be checked, a witness can be run."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from temporalio.client import Client

from casetool.stack import Stack
from records.outside import Outside
from records.statements import rows
from tests.kit import Family, eventually

COMMAND = [sys.executable, "-m", "casetool"]


def run(stack: Stack, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run ``scheidslijn`` on the servers of this test run."""
    addresses = stack.addresses
    environment = {
        "PATH": os.defpath,
        "SCHEIDSLIJN_DATABASE_URL": addresses.database_url,
        "SCHEIDSLIJN_TEMPORAL_ADDRESS": addresses.temporal_address,
    }
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


async def test_who_looks_is_written_down_and_sealed(
    stack: Stack, engine: Engine, client: Client, family: Callable[..., Family]
) -> None:
    """Who, which child, what and why; and the log that holds it can be checked from outside."""
    one = family()
    await one.open()
    looks = (
        ("case", "show", one.case),
        ("case", "history", one.case, one.child),
        ("case", "may", one.case, one.child, "--by", "anna", "--purpose", "request"),
        ("terms", one.case, "--json", "--by", "anna"),
    )
    for look in looks:
        looked = run(stack, *look)
        assert looked.returncode == 0, looked.stderr
    with engine.connect() as connection:
        asked = "SELECT what, child_id, purpose, actor_id FROM scheidslijn.access WHERE case_id = %s ORDER BY seq"
        found = [tuple(row) for row in rows(connection, asked, one.case)]
    assert [row[:3] for row in found] == [
        ("case", None, "work"),
        ("history", one.child, "work"),
        ("possibilities", one.child, "request"),
        ("terms", None, "work"),
    ]
    assert [row[3] for row in found[2:]] == ["anna", "anna"]

    if stack.postgres is None:
        pytest.skip("the database is not the stack's own, and others may seal it")
    outside = Outside(stack.home / "checkpoints")
    before = outside.size()
    await client.get_schedule_handle("keeper").trigger()

    async def sealed() -> bool:
        return outside.size() > before

    assert await eventually(sealed)
    key = re.search(r"scheidslijn\.invalid/\w+\+\w+\+[\w+/=]+", (stack.home / "worker.log").read_text())
    assert key is not None
    checked = run(stack, "audit", "verify-log", "--key", key[0], "--held", outside.folder, "--json")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert json.loads(checked.stdout)["proved_size"] >= 5
    told = run(stack, "audit", "verify-log", "--key", key[0])
    assert "any tail, or the whole log, could be replaced unseen" in told.stdout


def test_a_log_that_does_not_hold_ends_with_one_and_a_wrong_key_with_two(stack: Stack, tmp_path: Path) -> None:
    """A checkpoint of another log is named; what is no key at all is a wrong command."""
    foreign = tmp_path / "a.checkpoint"
    foreign.write_text("text\n\n— name AAAAAAAA\n", encoding="utf-8")
    key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    checked = run(stack, "audit", "verify-log", "--key", key, "--held", foreign)
    assert checked.returncode == 1
    assert "FAULT a.checkpoint: no key that is known signed this checkpoint" in checked.stdout
    wrong = run(stack, "audit", "verify-log", "--key", "x")
    assert (wrong.returncode, "--key" in wrong.stderr) == (2, True)


def test_a_witness_is_one_command(stack: Stack, tmp_path: Path) -> None:
    """It says where it listens and with which key, keeps that key, and answers."""
    log = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    command = [
        *COMMAND,
        "witness",
        "--name",
        "raad.example/w",
        "--log",
        log,
        "--directory",
        str(tmp_path),
        "--port",
        "0",
    ]
    keys = []
    for _ in range(2):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={"PATH": os.defpath, "PYTHONUNBUFFERED": "1"}
        ) as running:
            assert running.stdout is not None
            said = re.fullmatch(
                r"witness: (http://127\.0\.0\.1:\d+) (raad\.example/w\+\S+)\n", running.stdout.readline()
            )
            assert said is not None
            request = urllib.request.Request(f"{said[1]}/add-checkpoint", b"rubbish")  # noqa: S310
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(request)  # noqa: S310
            assert caught.value.code == 400
            caught.value.close()
            keys.append(said[2])
            running.send_signal(signal.SIGINT)
            assert running.wait(10) == 130
    assert keys[0] == keys[1]
    assert (tmp_path / "witness.key").stat().st_mode & 0o077 == 0
    refused = run(stack, "witness", "--name", "a b", "--log", log, "--directory", tmp_path)
    assert refused.returncode == 2
