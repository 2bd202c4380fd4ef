"""The command line on running servers: what it shows, what it says, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casetool.stack import Stack

CASES = Path(__file__).parents[1] / "scenario" / "cases"
SHIPPED = Path(__file__).resolve().parents[2] / "casetool" / "scenarios"
Run = Callable[..., subprocess.CompletedProcess[str]]

WRONG = """
title = "Een verwachting die niet klopt"
story = "Het kind is aangemeld; verwacht wordt iets anders."
municipality = "Zonstad"

[people.noor]
role = "child"
name = "Noor"
born = 2016-05-01

[people.lotte]
role = "local_team"
name = "Lotte"
organisation = "Lokaal team Zonstad"

[[step]]
at = 2026-01-12
by = "lotte"
child = "noor"
do = "report"
report = "De school belde."
[step.expect.noor]
state = "V1"
"""


@pytest.fixture
def run(stack: Stack) -> Run:
    """Run ``scheidslijn`` on the servers of this test run."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        addresses = stack.addresses
        return subprocess.run(
            [sys.executable, "-m", "casetool", *map(str, arguments)],
            env={
                "PATH": os.defpath,
                "SCHEIDSLIJN_DATABASE_URL": addresses.database_url,
                "SCHEIDSLIJN_DATABASE_OWNER_URL": addresses.owner_url or "",
                "SCHEIDSLIJN_TEMPORAL_ADDRESS": addresses.temporal_address,
            },
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )

    return run


def test_a_shipped_scenario_plays_and_can_be_read_back(run: Run) -> None:
    """Play, list, show, history, may: each ends with 0 and says what happened."""
    played = run("play", "--json", SHIPPED / "ac-12.toml")
    assert played.returncode == 0, played.stdout + played.stderr
    plays = json.loads(played.stdout)["plays"]
    assert all(not step["differences"] for play in plays for step in play["steps"])
    listed = run("case", "list", "--exercise")
    assert listed.returncode == 0
    line = next(row for row in listed.stdout.splitlines() if ".kevin" in row)
    case, child = (cell.strip() for cell in line.split("│")[1:3])
    shown = run("case", "show", case)
    assert "de keten is heel" in shown.stdout
    assert "voorlopig: nog niet beoordeeld" in shown.stdout
    history = run("case", "history", case)
    assert "TR-54" in history.stdout
    rights = run("case", "rights", case, child, "parent_with_authority")
    assert rights.returncode == 0, rights.stderr
    assert "Dit zijn onze eigen woorden." in rights.stdout
    assert "voorlopig" in rights.stdout
    due = run("case", "notices", case, child)
    assert due.returncode == 0, due.stderr
    assert "uiterlijk " in due.stdout
    assert "tekst notice/" in due.stdout
    assert "Er is iets veranderd" in due.stdout
    may = run("case", "may", case, child)
    assert "Deze stappen kunnen nu niet" in may.stdout
    assert "Deze handelingen kunnen nu" in may.stdout
    assert "TR-80" in may.stdout
    assert {shown.returncode, history.returncode, may.returncode} == {0}
    terms = run("terms", case)
    assert terms.returncode == 0, terms.stderr
    assert "GI-dossier bewaren" in terms.stdout
    assert "voorlopig: nog niet beoordeeld" in terms.stdout
    told = {term["rule"]: term for term in json.loads(run("terms", case, "--json").stdout)["terms"]}
    assert (told["T37"]["due"], told["T37"]["part"]) == ("2056-12-14", "maatregel")
    assert told["T37"]["days_left"] > 0
    assert told["T38"]["outcome"] == "expired"
    assert "18e verjaardag" in told["T38"]["why"]


def test_what_a_family_asked_and_what_is_signalled_can_be_read_back(run: Run) -> None:
    """Requests with their answers, the term of each, and signals with who acts and what now, in Dutch."""
    played = run("play", "--json", CASES / "family-acts.toml")
    assert played.returncode == 0, played.stdout + played.stderr
    listed = run("case", "list", "--exercise").stdout
    line = next(row for row in listed.splitlines() if ".daan" in row)
    case = line.split("│")[1].strip()
    shown = " ".join(run("case", "show", case).stdout.split())
    assert "Verzoeken van het gezin" in shown
    assert "deels ja, want het gaat over het privéleven van een ander. Niet eens met het antwoord?" in shown
    assert "een eigen verklaring in het dossier, deel hulp: 2026-03-16 toegevoegd aan het dossier" in shown
    assert "Procedures" not in shown
    signals = run("case", "signals", case)
    assert signals.returncode == 0, signals.stderr
    told = " ".join(signals.stdout.split())
    assert "S2 Niemand is genoemd die zicht houdt op de veiligheid van het kind." in told
    assert "het lokale team: Spreek vandaag af wie zicht houdt" in told
    assert "Wachttijd: dag" in told
    ended = [t for t in json.loads(run("terms", case, "--json").stdout)["terms"] if t["rule"] == "T43"]
    assert sorted(t["outcome"] for t in ended) == ["met", "met", "met", "missed"]
    assert {t["days_late"] for t in ended} == {None, 3}


def test_an_expectation_that_fails_ends_with_one_and_shows_the_difference(run: Run, tmp_path: Path) -> None:
    """The difference says what was expected and what was found."""
    file = tmp_path / "wrong.toml"
    file.write_text(WRONG, encoding="utf-8")
    played = run("play", file)
    assert played.returncode == 1
    assert "V1" in played.stdout
    assert "V0" in played.stdout


def test_a_malformed_file_ends_with_two_and_nothing_is_played(run: Run, tmp_path: Path) -> None:
    """The error names the file, the place and the field."""
    file = tmp_path / "broken.toml"
    file.write_text(WRONG.replace('report = "De', 'raport = "De'), encoding="utf-8")
    played = run("play", SHIPPED / "ac-12.toml", file)
    assert played.returncode == 2
    assert "broken.toml" in played.stderr.replace("\n", "")
    assert "raport" in played.stderr
    assert "✓" not in played.stdout


def test_a_case_that_does_not_exist_ends_with_one(run: Run) -> None:
    """In Dutch, and with what to do."""
    shown = run("case", "show", "nergens")
    assert shown.returncode == 1
    assert "deze zaak bestaat niet" in shown.stderr


def test_a_command_without_its_argument_ends_with_two(run: Run) -> None:
    """As every command line does."""
    assert run("case", "show").returncode == 2


def test_the_database_is_in_step_and_can_be_upgraded_again(run: Run) -> None:
    """Upgrade is safe to repeat; check says so."""
    assert run("db", "upgrade").returncode == 0
    checked = run("db", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_table_and_the_picture_are_those_of_the_law(run: Run) -> None:
    """The README holds the picture of today's table."""
    table = run("law", "table")
    assert "TR-71" in table.stdout
    assert run("states", "diagram", "--check").returncode == 0


def test_recovery_leaves_running_cases_alone(run: Run) -> None:
    """Twice: the second time nothing is left to start."""
    first = run("recover")
    assert first.returncode == 0, first.stderr
    again = run("recover")
    assert "0 case(s) started" in again.stdout


def test_without_servers_it_says_what_to_do() -> None:
    """No database is named and none of this checkout is looked for."""
    ended = subprocess.run(
        [sys.executable, "-m", "casetool", "case", "list"],
        env={
            "PATH": os.defpath,
            "SCHEIDSLIJN_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 3
    assert "127.0.0.1:1" in ended.stderr
    assert "Traceback" not in ended.stderr
