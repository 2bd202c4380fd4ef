"""A database comes in step with the code, stays so, and whatever was changed by hand is named."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from recordskit import Family, fresh
from sqlalchemy import Engine, make_url

from embedded import Postgres
from records import editions, errors, inventory, log, migrate, sqlfiles
from records.engine import engine
from states.editions.edition import EDITION, Edition
from states.position import State
from tests.unit.future import reviewed


@pytest.fixture
def empty(server: Postgres) -> Iterator[str]:
    """The owner's URL of a database of its own, with nothing in it."""
    name = fresh("db").replace("-", "_")
    with psycopg.connect(_dsn(server.owner_url), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield make_url(server.owner_url).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(_dsn(server.owner_url), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def migrated(empty: str) -> str:
    """The same, migrated."""
    migrate.upgrade(empty)
    return empty


def _dsn(url: str) -> str:
    return url.replace("+psycopg", "")


def _change(url: str, statement: str) -> None:
    with psycopg.connect(_dsn(url), autocommit=True) as connection:
        connection.execute(statement)


def test_an_upgrade_from_nothing_is_in_step(empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any working directory, and with nothing but a database and its two roles."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(errors.OutOfStepError, match="it is at none"):
        migrate.check(empty)
    migrate.upgrade(empty)
    migrate.check(empty)
    assert list(tmp_path.iterdir()) == []


def test_an_upgrade_again_changes_nothing(migrated: str) -> None:
    """So it can run at every start."""
    made = engine(migrated, autocommit=False)
    with made.begin() as connection:
        before = inventory.take(connection)
    migrate.upgrade(migrated)
    with made.begin() as connection:
        assert inventory.take(connection) == before
    made.dispose()
    migrate.check(migrated)


TAMPERING = {
    "a trigger switched off": (
        "ALTER TABLE scheidslijn.entry DISABLE TRIGGER entry_check",
        "missing: trigger CREATE TRIGGER entry_check",
    ),
    "a trigger that replicas skip": (
        "ALTER TABLE scheidslijn.entry ENABLE TRIGGER append_only",
        "missing: trigger CREATE TRIGGER append_only",
    ),
    "a trigger dropped": (
        "DROP TRIGGER only_by_entry ON scheidslijn.child_position",
        "missing: trigger CREATE TRIGGER only_by_entry",
    ),
    "a trigger added": (
        "CREATE TRIGGER x BEFORE INSERT ON scheidslijn.entry FOR EACH ROW EXECUTE FUNCTION scheidslijn.refuse_change()",
        "unexpected: trigger CREATE TRIGGER x",
    ),
    "a rule that swallows": (
        "CREATE RULE r AS ON INSERT TO scheidslijn.outbox DO INSTEAD NOTHING",
        "unexpected: rule CREATE RULE r",
    ),
    "a function replaced": (
        (
            "CREATE OR REPLACE FUNCTION scheidslijn.entry_check() RETURNS trigger LANGUAGE plpgsql"
            " AS 'BEGIN RETURN NEW; END'"
        ),
        "missing: function entry_check()",
    ),
    "a check dropped": (
        "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_hash",
        "missing: constraint entry.ck_entry_hash",
    ),
    "a check that checks nothing": (
        "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_hash, ADD CONSTRAINT ck_entry_hash CHECK (true)",
        "unexpected: constraint entry.ck_entry_hash CHECK (true)",
    ),
    "a check that is not enforced": (
        (
            "ALTER TABLE scheidslijn.entry DROP CONSTRAINT fk_entry_legal_transition,"
            " ADD CONSTRAINT fk_entry_legal_transition FOREIGN KEY (move_edition, move, from_state, to_state)"
            " REFERENCES scheidslijn.legal_transition MATCH FULL NOT ENFORCED"
        ),
        "missing: constraint entry.fk_entry_legal_transition",
    ),
    "a key without MATCH FULL": (
        (
            "ALTER TABLE scheidslijn.entry DROP CONSTRAINT fk_entry_legal_transition,"
            " ADD CONSTRAINT fk_entry_legal_transition FOREIGN KEY (move_edition, move, from_state, to_state)"
            " REFERENCES scheidslijn.legal_transition"
        ),
        "missing: constraint entry.fk_entry_legal_transition",
    ),
    "a right too many": (
        "GRANT UPDATE ON scheidslijn.entry TO scheidslijn_app",
        "unexpected: table r entry",
    ),
    "a right on a column": (
        "GRANT SELECT (state) ON scheidslijn.child_position TO scheidslijn_app",
        "unexpected: column rights child_position.state",
    ),
    "a right for everybody": (
        "GRANT EXECUTE ON FUNCTION scheidslijn.project_move TO PUBLIC",
        "unexpected: function project_move",
    ),
    "a right to make temporary tables": (
        "DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO PUBLIC', current_database()); END $$",
        "unexpected: scheidslijn_app may TEMP in this database",
    ),
    "a right to make tables": (
        "GRANT CREATE ON SCHEMA public TO scheidslijn_app",
        "unexpected: scheidslijn_app may create in schema public",
    ),
    "a table added": ("CREATE TABLE scheidslijn.extra (id int)", "extra"),
    "a column added": ("ALTER TABLE scheidslijn.entry ADD COLUMN extra text", "extra"),
    "a column that may be empty": ("ALTER TABLE scheidslijn.entry ALTER COLUMN hash DROP NOT NULL", "hash"),
    "a view that reads something else": (
        (
            "CREATE OR REPLACE VIEW scheidslijn.child_state AS SELECT case_id, child_id, state, 'none' AS framework,"
            " since, edition, false AS exercise FROM scheidslijn.child_position"
        ),
        "missing: view child_state",
    ),
    "a move slipped in": (
        (
            "ALTER TABLE scheidslijn.legal_transition DISABLE TRIGGER edition_is_open;"
            "INSERT INTO scheidslijn.legal_transition"
            f" VALUES ('{EDITION.id}', 'TR-99', 'none', 'court_measure.supervision');"
            "ALTER TABLE scheidslijn.legal_transition ENABLE ALWAYS TRIGGER edition_is_open"
        ),
        "should not have TR-99 none court_measure.supervision",
    ),
    "a framework rewritten": (
        (
            "ALTER TABLE scheidslijn.legal_state DISABLE TRIGGER append_only;"
            "UPDATE scheidslijn.legal_state SET framework = 'voluntary' WHERE state = 'court_measure.supervision';"
            "ALTER TABLE scheidslijn.legal_state ENABLE ALWAYS TRIGGER append_only"
        ),
        "lacks court_measure.supervision compulsory",
    ),
}


@pytest.mark.parametrize(("statement", "named"), TAMPERING.values(), ids=TAMPERING)
def test_what_was_changed_by_hand_is_named(owner_engine: Engine, statement: str, named: str) -> None:
    """DDL of the owner can take a guard away; it cannot do so unseen."""
    with owner_engine.execution_options(isolation_level="READ COMMITTED").connect() as connection:
        assert migrate.differences(connection) == []
        sqlfiles.run(connection, statement)
        found = migrate.differences(connection)
        connection.rollback()
    assert any(named in line for line in found), found


def test_a_check_tells_all_that_differs(migrated: str) -> None:
    """The operator reads it, a line each."""
    for name in ("a trigger switched off", "a right too many"):
        _change(migrated, TAMPERING[name][0])
    with pytest.raises(errors.OutOfStepError, match="entry_check") as told:
        migrate.check(migrated)
    assert len(told.value.differences) == 4


def test_an_upgrade_puts_triggers_functions_and_rights_back(migrated: str) -> None:
    """It does not trust what it finds."""
    for name in ("a trigger switched off", "a trigger dropped", "a function replaced", "a right too many"):
        _change(migrated, TAMPERING[name][0])
    _change(migrated, TAMPERING["a right to make temporary tables"][0])
    migrate.upgrade(migrated)
    migrate.check(migrated)


IN_FORCE = reviewed(EDITION)


@pytest.mark.parametrize(
    "changed",
    [
        reviewed(dataclasses.replace(EDITION, moves=EDITION.moves[:-1])),
        reviewed(
            dataclasses.replace(
                EDITION, moves=(dataclasses.replace(EDITION.moves[0], basis="none"), *EDITION.moves[1:])
            )
        ),
    ],
    ids=["a move less", "the same moves on another basis"],
)
def test_an_edition_cannot_change_once_it_is_published(migrated: str, changed: Edition) -> None:
    """Entries name it: what they were decided under must stay what it was."""
    made = engine(migrated, autocommit=False)
    with made.begin() as connection:
        editions.publish(connection, IN_FORCE)
        with pytest.raises(errors.EditionChangedError, match="another digest"):
            editions.publish(connection, changed)
    made.dispose()


def test_a_provisional_edition_has_another_name_when_it_has_other_rules(migrated: str) -> None:
    """Until it is reviewed its rules still change; what was decided under the old ones keeps them."""
    changed = dataclasses.replace(EDITION, moves=EDITION.moves[:-1])
    assert changed.id != EDITION.id
    made = engine(migrated, autocommit=False)
    with made.begin() as connection:
        editions.publish(connection, changed)
        assert editions.differences(connection, changed) == []
        assert editions.differences(connection, EDITION) == []
    made.dispose()


def test_a_new_edition_stands_beside_the_old_one(migrated: str) -> None:
    """Cases that were decided under the old one keep it."""
    newer = reviewed(dataclasses.replace(EDITION, name="2027-01"))
    made = engine(migrated, autocommit=False)
    with made.begin() as connection:
        editions.publish(connection, newer)
        assert editions.differences(connection, newer) == []
        assert editions.differences(connection, EDITION) == []
    made.dispose()


def test_entries_survive_an_upgrade(migrated: str, server: Postgres) -> None:
    """The log is never rewritten, and goes on where it was."""
    made = engine(make_url(server.app_url).set(database=make_url(migrated).database).render_as_string(False))  # noqa: FBT003
    with made.connect() as connection:
        family = Family(connection)
        family.open()
        before = log.entries(connection, family.case)
        migrate.upgrade(migrated)
        assert log.entries(connection, family.case) == before
        assert family.send(family.step(State.ASSESSMENT, State.CLOSED)).seq == 2
    made.dispose()


def test_a_server_that_does_not_answer_is_named() -> None:
    """Host, port and database; never the password."""
    with pytest.raises(errors.UnreachableError) as told:
        migrate.upgrade("postgresql+psycopg://owner:secret@127.0.0.1:1/scheidslijn")
    assert "127.0.0.1:1/scheidslijn does not answer" in str(told.value)
    assert "secret" not in str(told.value)
