"""Plain SQL on tables and rights, as the application and as the owner: refused, both of them (D9)."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from recordskit import START, Family, consent, order
from sqlalchemy import Connection

from records.log import Message
from records.moments import wire
from records.tables import Row
from states.editions.edition import EDITION
from states.position import State

RECORDED = ("entry", "command", "outbox", "legal_edition", "legal_state", "legal_transition")
DERIVED = ("child_position", "consent", "court_order", "open_term", "work_item", "notice")

CHANGES = {
    "update": "UPDATE scheidslijn.{table} SET {column} = {column}",
    "delete": "DELETE FROM scheidslijn.{table}",
    "truncate": "TRUNCATE scheidslijn.{table} CASCADE",
}


@pytest.fixture
def lived_in(family: Family) -> Family:
    """A case that has a row in every table."""
    family.open()
    effects = {
        "consents": [consent("anna", START)],
        "orders": [order(START, compulsory=False)],
        "terms_opened": [{"id": "t", "rule": "T44", "kind": "P", "due": "2026-01-19", "at": wire(START), "why": "w"}],
        "tasks": [{"id": "k", "code": "plan", "role": "local_team", "text": "Maak een plan"}],
        "notices": [{"id": "n", "recipient": "anna", "code": "opened"}],
    }
    family.send(family.fact(effects=effects), outbox=(Message("topic", {}),))
    return family


@pytest.fixture
def app_sql(app: Connection) -> psycopg.Connection:
    """The driver's own connection of the application."""
    return _driver(app)


@pytest.fixture
def owner_sql(owner: Connection) -> Iterator[psycopg.Connection]:
    """The driver's own connection of the owner; what a test sets for its session, it takes away."""
    yield _driver(owner)
    owner.invalidate()


def _driver(connection: Connection) -> psycopg.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver


def _a_column(table: str) -> str:
    columns = Row.metadata.tables[f"scheidslijn.{table}"].columns
    return next(column.name for column in columns if column.identity is None)


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("table", [*RECORDED, *DERIVED, "case_head"])
@pytest.mark.parametrize("how", CHANGES.values(), ids=CHANGES)
def test_no_table_is_changed_by_the_application(app_sql: psycopg.Connection, table: str, how: str) -> None:
    """It has no right to, on any table."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_sql.execute(how.format(table=table, column=_a_column(table)))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_sql.execute(f"INSERT INTO scheidslijn.{table} DEFAULT VALUES")


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("table", RECORDED)
@pytest.mark.parametrize("how", CHANGES.values(), ids=CHANGES)
def test_what_was_recorded_is_not_changed_by_the_owner(owner_sql: psycopg.Connection, table: str, how: str) -> None:
    """Entries, commands, messages and published rules are there for good."""
    with pytest.raises(psycopg.Error) as refusal:
        owner_sql.execute(how.format(table=table, column=_a_column(table)))
    assert refusal.value.sqlstate == "SL011"


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("table", [*DERIVED, "case_head"])
@pytest.mark.parametrize("how", CHANGES.values(), ids=CHANGES)
def test_what_follows_from_entries_is_not_changed_by_the_owner(
    owner_sql: psycopg.Connection, table: str, how: str
) -> None:
    """Only an entry writes it."""
    with pytest.raises(psycopg.Error) as refusal:
        owner_sql.execute(how.format(table=table, column=_a_column(table)))
    assert refusal.value.sqlstate == "SL012"


@pytest.mark.parametrize("table", DERIVED)
def test_what_follows_from_entries_is_not_added_by_the_owner(
    lived_in: Family, owner_sql: psycopg.Connection, table: str
) -> None:
    """A copy of an existing row under another case would do harm enough."""
    columns = [
        column.name for column in Row.metadata.tables[f"scheidslijn.{table}"].columns if column.name != "case_id"
    ]
    names = ", ".join(columns)
    with pytest.raises(psycopg.Error) as refusal:
        owner_sql.execute(
            f"INSERT INTO scheidslijn.{table} (case_id, {names})"
            f" SELECT 'another', {names} FROM scheidslijn.{table} WHERE case_id = %s",
            (lived_in.case,),
        )
    assert refusal.value.sqlstate == "SL012"


def test_a_state_change_without_an_entry_is_refused(lived_in: Family, owner_sql: psycopg.Connection) -> None:
    """The heart of it: no child is put in another state by writing it down somewhere."""
    with pytest.raises(psycopg.Error, match="only an entry writes it"):
        owner_sql.execute(
            "UPDATE scheidslijn.child_position SET state = 'court_measure.supervision' WHERE child_id = %s",
            (lived_in.child,),
        )
    with pytest.raises(psycopg.Error, match="only an entry writes it"):
        owner_sql.execute(
            "INSERT INTO scheidslijn.child_position (case_id, child_id, state, edition, since, ahead, seq)"
            " SELECT case_id, 'another', state, edition, since, ahead, seq FROM scheidslijn.child_position"
            " WHERE child_id = %s",
            (lived_in.child,),
        )


def test_a_head_that_is_not_empty_is_not_made_by_hand(owner_sql: psycopg.Connection) -> None:
    """A case starts at nothing; it gets its head by entries."""
    with pytest.raises(psycopg.Error) as refusal:
        owner_sql.execute(
            "INSERT INTO scheidslijn.case_head (case_id, seq, hash, exercise) VALUES ('x', 7, %s, false)", (bytes(32),)
        )
    assert refusal.value.sqlstate == "SL012"


def test_a_published_edition_gets_no_move_more(owner_sql: psycopg.Connection) -> None:
    """Else a lawless move would be lawful from then on."""
    for statement in (
        (
            "INSERT INTO scheidslijn.legal_transition"
            " SELECT edition, 'TR-99', 'none', 'court_measure.supervision' FROM scheidslijn.legal_edition"
        ),
        "INSERT INTO scheidslijn.legal_state SELECT edition, 'drang', 'voluntary' FROM scheidslijn.legal_edition",
    ):
        with pytest.raises(psycopg.Error) as refusal:
            owner_sql.execute(statement)
        assert refusal.value.sqlstate == "SL011"


def test_an_edition_is_not_published_by_halves(owner_sql: psycopg.Connection) -> None:
    """States without the row that closes their edition do not reach a commit."""
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner_sql.execute("INSERT INTO scheidslijn.legal_state VALUES ('1999-01', 'none', 'none')")


@pytest.mark.usefixtures("lived_in")
def test_a_session_that_calls_itself_a_replica_is_refused_too(owner_sql: psycopg.Connection) -> None:
    """The owner may not even say so; and the triggers would fire all the same."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        owner_sql.execute("SET session_replication_role = replica")
    always = owner_sql.execute(
        "SELECT bool_and(tgenabled = 'A') FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid"
        " WHERE relnamespace = 'scheidslijn'::regnamespace AND NOT tgisinternal"
    ).fetchone()
    assert always == (True,)


FORBIDDEN = {
    "switch a trigger off": "ALTER TABLE scheidslijn.entry DISABLE TRIGGER entry_check",
    "drop a trigger": "DROP TRIGGER entry_check ON scheidslijn.entry",
    "drop a constraint": "ALTER TABLE scheidslijn.entry DROP CONSTRAINT ck_entry_hash",
    "call itself a replica": "SET session_replication_role = replica",
    "become the owner": "SET ROLE scheidslijn_owner",
    "make a temporary table": "CREATE TEMP TABLE entry (id int)",
    "make a table": "CREATE TABLE public.t (id int)",
    "make a table beside ours": "CREATE TABLE scheidslijn.t (id int)",
    "make a schema": "CREATE SCHEMA evil",
    "replace the function": "CREATE OR REPLACE FUNCTION scheidslijn.append(request jsonb) RETURNS jsonb"
    " LANGUAGE sql RETURN request",
    "make a function": "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1",
    "read the table beneath the view": "SELECT * FROM scheidslijn.child_position",
    "read a column of it": "SELECT state FROM scheidslijn.child_position",
    "add a rule": f"INSERT INTO scheidslijn.legal_transition VALUES ('{EDITION.id}', 'X', 'none', 'closed')",
    "give itself rights": "GRANT ALL ON ALL TABLES IN SCHEMA scheidslijn TO scheidslijn_app",
    "lock the log": "DO 'BEGIN LOCK TABLE scheidslijn.entry IN ACCESS EXCLUSIVE MODE; END'",
    "lock a head": "SELECT * FROM scheidslijn.case_head FOR UPDATE",
    "call a piece of append": "SELECT scheidslijn.project_move(NULL, NULL, NULL)",
    "call a check": "SELECT scheidslijn.title_check('c', 'k', 's', 'f', NULL, now())",
    "write a file": "COPY (SELECT 1) TO '/tmp/x'",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_application_may_call_append_and_read_and_nothing_else(app_sql: psycopg.Connection, statement: str) -> None:
    """A stolen password of the application gives no more than this."""
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_sql.execute(statement)


def test_the_functions_that_run_as_the_owner_look_names_up_in_one_place(owner_sql: psycopg.Connection) -> None:
    """A SECURITY DEFINER function with the caller's search_path would run the caller's functions."""
    loose = owner_sql.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'scheidslijn'::regnamespace AND prosecdef"
        " AND prosqlbody IS NULL AND NOT coalesce('search_path=scheidslijn, pg_temp' = ANY (proconfig), false)"
    ).fetchall()
    assert loose == []


def test_a_search_path_of_the_caller_changes_nothing(family: Family, app_sql: psycopg.Connection) -> None:
    """Append finds its own tables, whatever the session says."""
    app_sql.execute("SET search_path = pg_temp, public")
    try:
        family.open()
    finally:
        app_sql.execute("RESET search_path")
    row = app_sql.execute("SELECT state FROM scheidslijn.child_state WHERE case_id = %s", (family.case,)).fetchone()
    assert row == (State.ASSESSMENT,)
