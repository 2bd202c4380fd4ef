"""The commands of an auditor on running servers: what they show, what they say is wrong, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from audit import drift, projections
from audit.drift import Grade
from audit.folding import bodies, fold
from casetool.service import RefusedError
from casetool.stack import Stack
from records import engine as engines
from records.statements import rows
from states import commands as c
from states.facts import Case
from states.orders.order import OrderKind
from tests.kit import TEAM, Family, eventually, fresh

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(stack: Stack) -> Run:
    """Run ``scheidslijn audit`` on the servers of this test run."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        addresses = stack.addresses
        return subprocess.run(
            [sys.executable, "-m", "casetool", "audit", *map(str, arguments)],
            env={
                "PATH": os.defpath,
                "SCHEIDSLIJN_DATABASE_URL": addresses.database_url,
                "SCHEIDSLIJN_TEMPORAL_ADDRESS": addresses.temporal_address,
                "SCHEIDSLIJN_BY": "inspectie-1",
            },
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )

    return run


def answer(found: subprocess.CompletedProcess[str], code: int = 0) -> Any:  # noqa: ANN401 - any JSON
    """What a command answers as JSON, and that it ends as it should."""
    assert found.returncode == code, found.stdout + found.stderr
    return json.loads(found.stdout)


async def _lived(one: Family) -> date:
    """Help, an act, a supervision that is written down four days late, and a refusal; gives the day of the order."""
    await one.open()
    for consent in one.consents():
        await one.send(consent)
    await one.send(one.start_help(await one.today()))
    given = await one.today()
    await one.forward(await one.now() + timedelta(days=4))
    await one.send(one.order(OrderKind.SUPERVISION, given, given + timedelta(days=300)))
    with pytest.raises(RefusedError):
        await one.send(c.RegisterAct(id=fresh("act"), child=one.child, by=TEAM, act=21))
    return given


async def test_the_questions_about_one_case(family: Callable[..., Family], run: Run, engine: Engine) -> None:
    """Each answers with the framework first; each look is written down, with its purpose."""
    one = family()
    given = await _lived(one)
    lines = answer(run("timeline", one.case, "--json"))
    late = next(line for line in lines if line["what"].startswith("order recorded"))
    assert list(late)[:3] == ["framework", "case", "child"]
    assert (late["framework"], late["days_late"]) == ("compulsory", 4)
    then = answer(run("at", one.case, (given + timedelta(days=2)).isoformat(), "--json"))[0]
    assert (then["facts"]["code"], then["known"]["code"]) == ("M2", "V1")
    assert (then["facts"]["powers"][0]["held_by"], then["known"]["powers"]) == ("GI Fictieland", [])
    (refused,) = answer(run("refusals", one.case, "--json"))
    assert (refused["framework"], refused["attempted"], refused["by"]) == ("compulsory", "act-21", "lotte")
    found = answer(run("gaps", one.case, "--json"))
    assert {"order recorded late", "notice not delivered"} <= {gap["kind"] for gap in found}
    knew = answer(run("who-knew", one.case, "--json"))
    order = next(fact for fact in knew if fact["what"].startswith("order recorded"))
    assert next((who["who"], who["how"]) for who in order["known"]) == ("gerrit", "recorded")
    assert "inspectie-1" in {who["who"] for who in order["known"]}
    looked = answer(run("readers", one.case, "--json"))
    assert [line["what"] for line in looked] == ["timeline", "moment", "refusals", "gaps", "who_knew", "readers"]
    assert {(line["reader"], line["purpose"], line["proved"]) for line in looked} == {("inspectie-1", "audit", False)}
    assert looked[0]["frameworks"].keys() == {one.child}
    with engine.connect() as connection:
        written = rows(connection, "SELECT count(*) FROM scheidslijn.access WHERE case_id = %s", one.case)
    assert written == [(6,)]


async def test_each_question_has_a_table_to_read(family: Callable[..., Family], run: Run) -> None:
    """In English, with the framework in front."""
    one = family()
    given = await _lived(one)
    for arguments, said in (
        (("timeline", one.case), "framework"),
        (("at", one.case, given), "As the facts were"),
        (("refusals", one.case), "act-21"),
        (("gaps", one.case), "order recorded late"),
        (("who-knew", one.case), "not told yet"),
        (("readers", one.case), "inspectie-1"),
        (("replay", one.case), "no difference; the tables follow from the entries"),
        (("replay", one.case, "--today"), "0 line(s)"),
        (("verify", one.case), "whole"),
        (("drift", one.case), "1 workflow(s) answered"),
    ):
        found = run(*arguments)
        assert found.returncode == 0, found.stdout + found.stderr
        assert said in found.stdout
    for name in ("timeline", "at", "replay", "verify", "drift", "gaps"):
        unknown = run(name, "nergens", *(["2026-01-01"] if name == "at" else []))
        assert unknown.returncode == 1, name
    assert run("at", one.case, "gisteren").returncode == 2
    assert run("verify").returncode == 2


async def test_a_case_is_replayed_and_compared_with_its_tables(
    family: Callable[..., Family], run: Run, stack: Stack
) -> None:
    """Without a difference; a row that the owner changes by hand is named, and so is a change of law."""
    one = family()
    await _lived(one)
    found = answer(run("replay", one.case, "--json"))
    assert (found["count"], found["undecided"], found["tables"]) == (0, 0, [])
    assert found["frameworks"] == {one.child: "compulsory"}
    assert found["again"] >= 1
    assert stack.addresses.owner_url is not None
    owner = engines.engine(stack.addresses.owner_url, size=1)
    with owner.connect() as connection:
        _bypass(connection, one.case, 30)
        try:
            bent = answer(run("replay", one.case, "--json"), code=1)
            assert len(bent["tables"]) == 1
            assert "due is" in bent["tables"][0]
            drifted = answer(run("drift", one.case, "--json"), code=1)
            assert [(line["grade"], line["between"]) for line in drifted] == [("drift", "entries and tables")]
        finally:
            _bypass(connection, one.case, -30)
    owner.dispose()
    assert answer(run("drift", one.case, "--json")) == []


def _bypass(connection: Any, case: str, days: int) -> None:  # noqa: ANN401 - a connection
    """As the owner, past the triggers that keep derived tables."""
    driver = connection.connection.driver_connection
    with driver.transaction():
        driver.execute("ALTER TABLE scheidslijn.open_term DISABLE TRIGGER only_by_entry")
        driver.execute(
            "UPDATE scheidslijn.open_term SET due = due + %s WHERE case_id = %s AND rule = 'T01'", (days, case)
        )
        driver.execute("ALTER TABLE scheidslijn.open_term ENABLE ALWAYS TRIGGER only_by_entry")


async def test_a_workflow_that_is_behind_is_no_tampering(family: Callable[..., Family], engine: Engine) -> None:
    """It knows fewer entries, all of them ours: behind. More entries, or others: somebody changed something."""
    one = family()
    await one.open()
    early = (await one.view()).case
    await one.send(one.note())
    with engine.connect() as connection:
        now = (await one.view()).case
        assert drift.of_case(connection, one.case, now) == []
        (behind,) = drift.of_case(connection, one.case, early)
        assert (behind.grade, behind.frameworks) == (Grade.BEHIND, {one.child: "voluntary"})
        hashes = {0: "00" * 32} | {n: h for n, (_, h) in enumerate(bodies(connection, one.case), start=1)}
        folded = fold(connection, one.case)
        ahead = now.model_copy(update={"seq": now.seq + 1})
        forged = early.model_copy(update={"head": "11" * 32})
        child = now.children[one.child].model_copy(update={"municipality": "Elders"})
        bent = now.model_copy(update={"children": {one.child: child}})
    said: list[tuple[Case, Grade, str]] = [
        (ahead, Grade.LOST, "the workflow has seen entry"),
        (forged, Grade.DRIFT, "another hash"),
        (bent, Grade.DRIFT, f"{one.child}.municipality"),
    ]
    for workflow, grade, what in said:
        ((found, why),) = drift.beside(folded, workflow, hashes)
        assert found is grade
        assert what in why


def test_the_law_and_the_triggers_in_the_database_are_this_version(stack: Stack) -> None:
    """Until an owner takes a trigger away, gives a right too many, or adds a move."""
    assert stack.addresses.owner_url is not None
    owner = engines.engine(stack.addresses.owner_url, size=1, autocommit=False)
    with owner.connect() as connection:
        assert drift.of_database(connection) == []
        driver: Any = connection.connection.driver_connection
        driver.execute("ALTER TABLE scheidslijn.entry DISABLE TRIGGER entry_check")
        driver.execute("GRANT UPDATE ON scheidslijn.entry TO scheidslijn_app")
        driver.execute("ALTER TABLE scheidslijn.legal_transition DISABLE TRIGGER USER")
        driver.execute(
            "INSERT INTO scheidslijn.legal_transition SELECT edition, 'TR-99', from_state, to_state"
            " FROM scheidslijn.legal_transition LIMIT 1"
        )
        found = drift.of_database(connection)
        connection.rollback()
        assert drift.of_database(connection) == []
    owner.dispose()
    told = " ".join(one.what for one in found)
    assert "trigger CREATE TRIGGER entry_check" in told
    assert "should not have TR-99" in told
    assert {one.between for one in found} == {"database and version", "law in the database and in the code"}


async def test_questions_over_all_cases(family: Callable[..., Family], run: Run, tmp_path: Path) -> None:
    """A cohort names no case; a list from a court says what is not here."""
    one = family()
    given = await _lived(one)
    counted = run("cohort", "--exercise", "--json")
    found = answer(counted)
    assert found["cases"] >= 1
    assert "GI Fictieland" in {norm["organisation"] for norm in found["norms"]}
    assert one.case not in counted.stdout
    assert one.child not in counted.stdout
    listed = tmp_path / "rechtbank.csv"
    listed.write_text(f"kind,child,date,order\norder,{one.child},{given},supervision\n", encoding="utf-8")
    assert answer(run("compare", listed, "--exercise", "--json")) == []
    listed.write_text(f"kind,child,date,order\norder,{one.child},{given},placement\n", encoding="utf-8")
    (gone,) = answer(run("compare", listed, "--exercise", "--json"), code=1)
    assert (gone["framework"], gone["order"]) == ("compulsory", "placement")
    assert one.case in gone["nearest"]
    listed.write_text("naam\n", encoding="utf-8")
    assert run("compare", listed).returncode == 2
    everything = run("verify", "--all", "--json")
    assert answer(everything)["whole"] is True


async def test_the_tables_are_laid_beside_the_entries(family: Callable[..., Family], engine: Engine) -> None:
    """On a real database, for a case with moves, orders, consents, terms, tasks and notices."""
    one = family()
    await _lived(one)
    with engine.connect() as connection:
        assert projections.unlike(connection, one.case) == []
        stored = projections.stored(connection, one.case)
    assert all(stored[table] for table in ("court_order", "consent", "open_term", "notice", "child_state"))


async def test_a_case_whose_history_was_kept_replays_too(family: Callable[..., Family], run: Run) -> None:
    """The entry about the archive belongs to no child and moves nobody; it is adopted, and verified like the others."""
    one = family()
    await one.open()
    before = await one.run_id()
    await one.handle.signal("roll")
    await one.rolls(before)

    async def kept() -> bool:
        return any(entry["event"] == "history_archived" for entry in one.entries())

    assert await eventually(kept)
    found = answer(run("replay", one.case, "--json"))
    assert (found["count"], found["undecided"], found["tables"]) == (0, 0, [])
    assert answer(run("verify", one.case, "--json"))["whole"] is True
    archived = [line for line in answer(run("timeline", one.case, "--json")) if line["kind"] == "archive"]
    assert [(line["framework"], line["child"]) for line in archived] == [("none", None)]
