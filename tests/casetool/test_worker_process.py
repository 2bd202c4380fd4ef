"""The worker as a process: what it says, and with which code it ends, when something is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from sqlalchemy import make_url

from casetool.stack import Stack
from embedded import Postgres
from embedded.process import free_port

ROOT = Path(__file__).resolve().parents[2]
MISSING_SETTING, UNREACHABLE, OUT_OF_STEP = 2, 3, 4


def _run(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "worker.py"],
        env={"PATH": os.defpath, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_missing_setting_is_named_and_ends_with_two() -> None:
    """No secret has a default: each that is missing is named."""
    ended = _run({})
    assert ended.returncode == MISSING_SETTING
    for name in ("DATABASE_URL", "TEMPORAL_ADDRESS", "DIGEST_KEY"):
        assert name in ended.stderr.upper()
    assert "Traceback" not in ended.stderr


def test_a_key_that_is_no_hexadecimal_is_named(stack: Stack) -> None:
    """A wrong key is said, and not shown."""
    wrong = "g" * 40
    ended = _run({**stack.environment("b"), "SCHEIDSLIJN_DIGEST_KEY": wrong})
    assert ended.returncode == MISSING_SETTING
    assert "DIGEST_KEY must be hexadecimal" in ended.stderr
    assert wrong not in ended.stderr


def test_a_postgresql_that_does_not_answer_ends_with_three(stack: Stack) -> None:
    """The message says where nobody answers, without the password."""
    url = make_url(stack.addresses.database_url).set(port=free_port())
    told = url.render_as_string(hide_password=False)
    ended = _run({**stack.environment("b"), "SCHEIDSLIJN_DATABASE_URL": told})
    assert ended.returncode == UNREACHABLE
    assert f"127.0.0.1:{url.port}" in ended.stderr
    assert str(url.password) not in ended.stderr


def test_a_temporal_that_does_not_answer_ends_with_three(stack: Stack) -> None:
    """The message says where nobody answers."""
    address = f"127.0.0.1:{free_port()}"
    ended = _run({**stack.environment("b"), "SCHEIDSLIJN_TEMPORAL_ADDRESS": address})
    assert ended.returncode == UNREACHABLE
    assert address in ended.stderr


def test_a_database_without_our_tables_ends_with_four(stack: Stack) -> None:
    """A worker never runs on a database that does not know its rules."""
    with Postgres(durable=False) as empty:
        ended = _run({**stack.environment("b"), "SCHEIDSLIJN_DATABASE_URL": empty.app_url})
    assert ended.returncode == OUT_OF_STEP
    assert "scheidslijn db upgrade" in ended.stderr


def test_a_worker_that_is_asked_to_stop_ends_with_zero() -> None:
    """A graceful stop by either signal; its metrics were readable while it ran.

    On servers of its own: a worker makes its build the one that new cases go to.
    """
    port = free_port()
    metrics = {"SCHEIDSLIJN_METRICS_ADDRESS": f"127.0.0.1:{port}"}
    with Stack(durable=False, worker=False) as own:
        for number in (signal.SIGTERM, signal.SIGINT):
            worker = own.start_worker(f"stops-on-{number.name}", metrics)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as page:
                assert "temporal_" in page.read().decode()
            worker.send_signal(number)
            assert worker.wait(30) == 0
