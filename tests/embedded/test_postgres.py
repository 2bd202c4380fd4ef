"""Attacks on the embedded PostgreSQL: on its files, its processes, its owners and its passwords."""

import contextlib
import hashlib
import os
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Thread

import psycopg
import pytest

from embedded import DirectoryInUseError, EmbeddedError, NotStartedError, Postgres, process

Owner = Callable[..., AbstractContextManager[subprocess.Popen[str]]]

HOLD = """
import signal
import sys
from pathlib import Path
from embedded import Postgres
with Postgres(Path(sys.argv[1]) if sys.argv[1:] else None) as pg:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    print(pg.home, pg.pid, flush=True)
    signal.pause()
"""

BUSY = """
    import psycopg
    from threading import Thread
    connection = psycopg.connect(pg.owner_url.replace("+psycopg", ""))
    Thread(target=connection.execute, args=("DO 'BEGIN LOOP END LOOP; END'",)).start()
    signal.pause()
"""


def rows(url: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement and return what it gives."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def processes_of(home: Path | str) -> list[int]:
    """List the processes of the cluster in this folder: the server by its folder, back ends by the cluster's name."""
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16].encode()
    folder = os.fsencode(home)
    return process.running(lambda command: b"postgres" in command and (folder in command or name in command))


def said(program: "subprocess.Popen[str]") -> tuple[str, str]:
    """Read the home and the process id of the server that another program owns."""
    assert program.stdout is not None
    home, _, pid = program.stdout.readline().strip().rpartition(" ")
    return home, pid


def gone(folder: Path | str, seconds: float = 10) -> bool:
    """Wait until no process names this folder."""
    deadline = time.monotonic() + seconds
    while processes_of(folder) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not processes_of(folder)


@pytest.fixture
def foreigner() -> Iterator[int]:
    """A live process that is no server, of the user that the server runs as."""
    user = 65534 if os.geteuid() == 0 else None
    with subprocess.Popen(["/bin/sleep", "60"], user=user, group=user, extra_groups=None) as sleeper:
        yield sleeper.pid
        assert sleeper.poll() is None, "a process that is none of ours was ended"
        sleeper.kill()


def test_app_role_is_no_superuser_and_cannot_create_anything(pg: Postgres) -> None:
    """The application's role may connect, and nothing else."""
    for statement in ("CREATE TABLE t ()", "CREATE SCHEMA s", "CREATE TEMP TABLE t ()", "CREATE ROLE r"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            rows(pg.app_url, statement)
    rights = "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert rows(pg.app_url, rights) == [(False, False, False, False)]


def test_owner_role_is_no_superuser_but_owns_the_database(pg: Postgres) -> None:
    """Migrations can create; they cannot read the server's files or make themselves superuser."""
    rows(pg.owner_url, "CREATE TABLE owned (); DROP TABLE owned")
    rights = "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert rows(pg.owner_url, rights) == [(False, False, False)]
    for statement in ("SELECT pg_read_file('postgresql.conf')", "ALTER ROLE scheidslijn_owner SUPERUSER"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            rows(pg.owner_url, statement)


@pytest.mark.parametrize("role", ["scheidslijn_owner", "scheidslijn_app", "postgres"])
def test_wrong_or_no_password_is_refused(pg: Postgres, role: str) -> None:
    """Nobody comes in without a password, the superuser not even with one."""
    for password in ("", "guess", "postgres"):
        with pytest.raises(psycopg.OperationalError, match=r"authentication failed|no password|rejects connection"):
            rows(f"postgresql://{role}:{password}@127.0.0.1:{pg.port}/scheidslijn", "SELECT 1")


def test_pg_hba_has_no_trust_and_the_server_no_socket_file(pg: Postgres) -> None:
    """One way in: TCP on this machine, with a password."""
    lines = [line.split() for line in (pg.home / "data" / "pg_hba.conf").read_text().splitlines() if line[0] != "#"]
    assert {line[-1] for line in lines} == {"reject", "scram-sha-256"}
    port, socket_folder, address = (pg.home / "data" / "postmaster.pid").read_text().splitlines()[3:6]
    assert (port, socket_folder, address) == (str(pg.port), "", "127.0.0.1")


def test_secrets_are_readable_by_nobody_else(pg: Postgres) -> None:
    """Passwords, data and log are private, and the binaries are not the server's to change."""
    modes = {name: stat.S_IMODE((pg.home / name).stat().st_mode) for name in ("passwords", "data", "server.log")}
    assert modes == {"passwords": 0o600, "data": 0o700, "server.log": 0o600}
    copies = [path for folder in pg.home.glob("program-*") for path in (folder, *folder.rglob("*"))]
    assert all(path.stat().st_uid == 0 and not path.stat().st_mode & 0o022 for path in copies)
    assert bool(copies) == (os.geteuid() == 0)


def test_durable_settings_and_checksums_are_on(pg: Postgres) -> None:
    """A lasting cluster never trades safety for speed."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
        assert rows(pg.app_url, f"SHOW {setting}") == [("on",)]


def test_durable_false_on_a_directory_is_refused(tmp_path: Path) -> None:
    """Speed without safety is for throwaways only."""
    with pytest.raises(EmbeddedError, match="would risk the data"):
        Postgres(tmp_path, durable=False)


def test_a_failed_row_does_not_reach_the_log(pg: Postgres) -> None:
    """What stands in a statement or a row is personal data."""
    with pytest.raises(psycopg.errors.CheckViolation):
        rows(pg.owner_url, "CREATE TEMP TABLE t (a text CHECK (a = '')); INSERT INTO t VALUES ('Roos de Vries')")
    log = (pg.home / "server.log").read_text()
    assert "violates check constraint" in log
    assert "Roos" not in log


def test_server_killed_then_started_keeps_what_was_committed(pg: Postgres) -> None:
    """SIGKILL of the server and every back end; the same port afterwards."""
    rows(pg.owner_url, "CREATE TABLE kept AS SELECT 1 AS n")
    port, first = pg.port, pg.pid
    pg.kill()
    assert pg.pid is None
    assert not processes_of(pg.home)
    pg.start()
    assert pg.port == port
    assert pg.pid != first
    assert rows(pg.owner_url, "SELECT n FROM kept") == [(1,)]
    rows(pg.owner_url, "DROP TABLE kept")


def busy_back_end(pg: Postgres) -> None:
    """Leave a back end at work on a statement that never ends."""

    def work() -> None:
        with contextlib.suppress(psycopg.OperationalError):
            rows(pg.owner_url, "DO 'BEGIN LOOP END LOOP; END'")

    Thread(target=work, daemon=True).start()
    while not rows(pg.owner_url, "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'DO %' AND state = 'active'"):
        time.sleep(0.01)


def test_server_killed_behind_our_back_with_a_back_end_at_work(pg: Postgres) -> None:
    """The busy orphan ends at the next start, or it would share the data with the new server; or at the stop."""
    for and_then in (pg.start, pg.stop):
        busy_back_end(pg)
        os.kill(pg.pid or 0, 9)
        while pg.pid:
            time.sleep(0.01)
        orphans = processes_of(pg.home)
        assert orphans
        and_then()
        assert not set(orphans) & set(processes_of(pg.home))
    assert not processes_of(pg.home)


def test_owner_and_server_killed_with_a_back_end_at_work(owner: Owner, fresh: Path) -> None:
    """Nobody is left who could end the back end; it ends itself when it sees that its client is gone."""
    busy = HOLD.replace("signal.pause()", BUSY)
    with owner(busy, fresh) as other:
        home, pid = said(other)
        while not any(b") DO" in Path("/proc", str(found), "cmdline").read_bytes() for found in processes_of(home)):
            assert other.poll() is None
        os.kill(int(pid), 9)
        other.kill()
    assert gone(home)


@pytest.mark.parametrize("content", ["", "12", "{pid}", "{pid}\n{data}\n1700000000\n5432\n\n127.0.0.1\n 1 2\nready\n"])
def test_postmaster_pid_stale_or_half_written(directory: Path, foreigner: int, content: str) -> None:
    """Also when a live process that is none of ours has the number that stands in it."""
    with Postgres(directory) as pg:
        pg.kill()
        pid_file = pg.home / "data" / "postmaster.pid"
        pid_file.write_text(content.format(pid=foreigner, data=pg.home / "data"))
        pg.start()
        assert rows(pg.app_url, "SELECT 1") == [(1,)]


def test_second_owner_of_a_directory_is_told_which_one(pg: Postgres, directory: Path) -> None:
    """And the first goes on undisturbed."""
    with pytest.raises(DirectoryInUseError, match=str(pg.home)) as refusal:
        Postgres(directory).start()
    assert str(os.getpid()) in str(refusal.value)
    assert rows(pg.app_url, "SELECT 1") == [(1,)]


def test_owner_killed_leaves_no_process_and_the_next_start_works(owner: Owner, directory: Path) -> None:
    """Both when it waits for the last server to go and when that is long gone."""
    home = ""
    for patient in (True, False):
        with owner(HOLD, directory) as other:
            home, _ = said(other)
            assert processes_of(home)
            other.kill()
        assert not patient or gone(home)
        with Postgres(directory) as pg:
            assert rows(pg.app_url, "SELECT 1") == [(1,)]
    assert gone(home)


def test_owner_killed_while_it_makes_the_cluster(owner: Owner, fresh: Path) -> None:
    """Half a cluster is made anew."""
    started = Postgres(fresh)
    with owner(HOLD, fresh) as other:
        while not (started.home / "data.new" / "base").exists():
            assert other.poll() is None
            time.sleep(0.005)
        other.kill()
    with started:
        assert rows(started.app_url, "SELECT 1") == [(1,)]


def test_started_by_a_thread_that_has_ended(directory: Path) -> None:
    """The kernel counts the death of the starting thread as the owner's; the server must outlive it all the same."""
    pg = Postgres(directory)
    thread = Thread(target=pg.start)
    thread.start()
    thread.join()
    with pg:
        before = pg.pid
        time.sleep(0.2)
        assert rows(pg.app_url, "SELECT 1") == [(1,)]
        assert pg.pid == before


def test_port_that_somebody_else_has(pg: Postgres, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operator reads which port it is, and nothing is left behind."""
    monkeypatch.setattr("embedded.postgres.PORT_SECONDS", 0.1)
    other = Postgres(fresh, port=pg.port)
    with pytest.raises(NotStartedError, match=f'Is another postmaster already running on port {pg.port}|"127.0.0.1"'):
        other.start()
    assert not processes_of(other.home)


def test_two_at_once_do_not_meet(pg: Postgres) -> None:
    """Other directory, other port, other passwords; a throwaway leaves nothing."""
    with Postgres(durable=False) as other:
        assert other.port != pg.port
        with pytest.raises(psycopg.OperationalError, match="authentication failed"):
            rows(pg.app_url.replace(str(pg.port), str(other.port)), "SELECT 1")
        rows(other.owner_url, "CREATE DATABASE one_per_test")
        home = other.home
    assert not home.exists()
    assert gone(home)


def test_private_parent_directory_keeps_its_mode(tmp_path: Path) -> None:
    """A checkout in a private home stays private; spaces and 150 characters of path do no harm."""
    private = tmp_path / "private home"
    private.mkdir(mode=0o700)
    deep = private / ("x" * (150 - len(str(private)))) / "state"
    before = [(parent, parent.stat().st_mode) for parent in (private, *private.parents)]
    with Postgres(deep) as pg:
        assert rows(pg.app_url, "SELECT 1") == [(1,)]
        assert [(parent, parent.stat().st_mode) for parent in (private, *private.parents)] == before
    with Postgres(deep) as again:
        assert again.home == pg.home
    pg.remove()


def test_plain_user_beside_the_one_that_runs_the_tests(owner: Owner, pg: Postgres) -> None:
    """Both on one machine, at the same time, with an empty home."""
    with owner(HOLD, plain_user=True) as other:
        home, pid = said(other)
        assert Path("/proc", pid).stat().st_uid == Path(home).stat().st_uid != 0
        assert pg.pid is not None
        other.terminate()
        assert other.wait() == 0
        assert not Path(home).exists()
    assert gone(home)
