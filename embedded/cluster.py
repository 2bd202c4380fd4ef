"""Makes an empty PostgreSQL cluster with one database and two roles, or nothing at all.

Guarantees: passwords (SCRAM) always, `trust` never, and nobody can log in as the superuser; data checksums; one
locale on every machine (C, with Unicode case mapping). A run that is broken off leaves no half a cluster behind: the
folder gets its name at the end.

`scheidslijn_owner` owns the database and is no superuser; migrations run as this role. `scheidslijn_app` may connect;
migrations grant the rest.
"""

import json
import os
import secrets
import shutil
import signal
import subprocess
from pathlib import Path

from embedded.errors import NotStartedError
from embedded.home import Home
from embedded.process import launch, tail

DATABASE = "scheidslijn"
OWNER = "scheidslijn_owner"
APP = "scheidslijn_app"
SECONDS = 120.0

ACCESS = """\
# Written once. No line says trust; the superuser is for single-user mode only.
host all postgres 127.0.0.1/32 reject
host all all      127.0.0.1/32 scram-sha-256
"""


def initialise(home: Home) -> None:
    """Fill `home.data`, unless it is there. Raises NotStartedError with the reason when it cannot be made."""
    if home.data.exists():
        return
    unfinished = home.path / "data.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    home.belongs_to_server(unfinished)
    _initdb(home, unfinished)
    _run(home, ["postgres", "--single", "-j", "-D", unfinished, "postgres"], _statements(home, _new_passwords(home)))
    unfinished.rename(home.data)


def passwords(home: Home) -> dict[str, str]:
    """Read the passwords of the two roles."""
    return dict(json.loads(home.passwords.read_text()))


def _new_passwords(home: Home) -> dict[str, str]:
    made = {role: secrets.token_urlsafe(24) for role in (OWNER, APP)}
    _write_private(home.passwords, json.dumps(made))
    return made


def _initdb(home: Home, folder: Path) -> None:
    # initdb asks for a superuser's password; thrown away, since nobody is let in as superuser.
    unused = home.path / "unused"
    _write_private(unused, secrets.token_urlsafe(24))
    home.belongs_to_server(unused)
    rules = [f"--pwfile={unused}", "--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
    rules += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"]
    if home.throwaway:
        rules.append("--no-sync")
    _run(home, ["initdb", *rules, "-D", folder])
    unused.unlink()
    (folder / "pg_hba.conf").write_text(ACCESS)


def _statements(home: Home, made: dict[str, str]) -> str:
    createdb = "CREATEDB" if home.throwaway else "NOCREATEDB"
    return "".join(
        statement + ";\n\n"
        for statement in (
            f"CREATE ROLE {OWNER} LOGIN {createdb} PASSWORD '{made[OWNER]}'",
            f"CREATE ROLE {APP} LOGIN PASSWORD '{made[APP]}'",
            f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
            f"REVOKE ALL ON DATABASE {DATABASE}, postgres, template1 FROM PUBLIC",
            f"GRANT CONNECT ON DATABASE {DATABASE} TO {APP}",
        )
    )


def _run(home: Home, command: list[str | Path], text: str = "") -> None:
    """Run a program of PostgreSQL to its end, `text` as its input."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    program = [home.programs / command[0], *command[1:]]
    process = launch(program, home=home.path, log=home.log, uid=home.uid, on_death=signal.SIGKILL, stdin=reading)
    os.close(reading)
    try:
        failed = process.wait(SECONDS) != 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        failed = True
    if failed:
        raise NotStartedError(server=str(command[0]), seconds=SECONDS, log=home.log, tail=tail(home.log))


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text)
