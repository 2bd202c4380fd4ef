"""Entries that are not lawful, tried through append and with plain SQL as the owner: the database refuses (D9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import psycopg
import pytest
from recordskit import HOUR, START, Body, Family, consent, fresh, insert_by_hand, order
from sqlalchemy import Connection

from records import chain, errors, log
from records.moments import wire
from states.position import State

Bend = Callable[[Family], Body]


def _bent(**changes: object) -> Bend:
    return lambda family: family.step(State.ASSESSMENT, State.CLOSED, **changes)


LAWLESS: dict[str, tuple[Bend, str]] = {
    "no from": (_bent(**{"from": None}), "SL007"),
    "no from and no framework": (_bent(**{"from": None, "framework_before": None}), "ck_entry_move_is_whole"),
    "no move": (_bent(move=None), "ck_entry_move_is_whole"),
    "no child": (_bent(child=None), "ck_entry_move_is_whole"),
    "a move that no edition has": (_bent(move="NONSENSE"), "fk_entry_legal_transition"),
    "a move for another pair of states": (_bent(move="TR-01"), "fk_entry_legal_transition"),
    "to a state that does not exist": (_bent(to="drang"), "SL007"),
    "from where the child is not": (
        lambda family: family.step(State.HELP, State.CLOSED),
        "SL005",
    ),
    "opened a second time": (lambda family: family.step(State.NONE, State.ASSESSMENT), "SL005"),
    "the framework is called compulsory": (_bent(framework_before="compulsory"), "SL007"),
    "the framework after is called voluntary": (_bent(framework_after="voluntary"), "SL007"),
    "an edition that is not published": (_bent(edition="1999-01"), "SL007"),
    "another digest of the edition": (_bent(edition_digest="00" * 32), "SL007"),
    "a fact that carries a move": (_bent(kind="fact"), "ck_entry_move_is_whole"),
    "a transition that carries no move": (
        lambda family: family.fact(kind="transition"),
        "ck_entry_move_is_whole",
    ),
    "a kind that does not exist": (lambda family: family.fact(kind="drang"), "ck_entry_kind"),
    "effective after it was recorded": (
        lambda family: family.step(State.ASSESSMENT, State.CLOSED, effective_at=wire(family.now + HOUR)),
        "SL005",
    ),
    "recorded tomorrow": (
        lambda family: family.fact(recorded_at=wire(datetime.now(UTC) + 24 * HOUR)),
        "SL014",
    ),
    "a moment in local time": (_bent(effective_at="2026-01-12T09:00:00.000000+01:00"), "SL003"),
    "a moment without fractions": (_bent(recorded_at="2026-01-12T09:00:00Z"), "SL003"),
    "another version": (_bent(v=2), "SL002"),
    "a key too many": (_bent(extra=1), "SL002"),
    "effects that are no object": (_bent(effects=[]), "SL002"),
    "effects without a child": (
        lambda family: family.fact(child=None, effects={"consents": [consent("anna", family.now)]}),
        "SL010",
    ),
}


@pytest.mark.parametrize(("bend", "rule"), LAWLESS.values(), ids=LAWLESS)
def test_a_lawless_entry_is_refused_by_append(family: Family, app: Connection, bend: Bend, rule: str) -> None:
    """Whatever the application sends, however well it is chained."""
    family.open()
    with pytest.raises(errors.RefusedError) as refusal:
        family.send(bend(family))
    assert rule in {refusal.value.rule, refusal.value.field}
    assert len(log.entries(app, family.case)) == 1


@pytest.mark.parametrize(("bend", "rule"), LAWLESS.values(), ids=LAWLESS)
def test_a_lawless_entry_is_refused_to_the_owner(family: Family, owner: Connection, bend: Bend, rule: str) -> None:
    """Plain SQL of the owner meets the same law."""
    family.open()
    with pytest.raises(psycopg.Error) as refusal:
        insert_by_hand(owner, family, bend(family))
    assert rule in {refusal.value.sqlstate, refusal.value.diag.constraint_name}
    assert len(log.entries(owner, family.case)) == 1


def test_a_lawful_entry_by_hand_is_stored(family: Family, owner: Connection) -> None:
    """The control: it is the lie that is refused above, and not the hand."""
    family.open()
    insert_by_hand(owner, family, family.step(State.ASSESSMENT, State.CLOSED))
    assert len(log.entries(owner, family.case)) == 2


def test_a_child_that_is_open_in_another_case_is_refused(family: Family, app: Connection, owner: Connection) -> None:
    """A child has one open case; once it is closed there, it may open here."""
    other = Family(app)
    other.child = family.child
    family.open()
    with pytest.raises(errors.OpenElsewhereError) as refusal:
        other.open()
    assert refusal.value.rule == "SL006"
    with pytest.raises(psycopg.Error, match="open in another case"):
        insert_by_hand(owner, other, other.step(State.NONE, State.ASSESSMENT))
    family.send(family.step(State.ASSESSMENT, State.CLOSED))
    other.open()
    with pytest.raises(errors.OpenElsewhereError):
        family.send(family.step(State.CLOSED, State.ASSESSMENT))


def test_an_entry_that_hangs_on_an_older_command_is_refused(family: Family, owner: Connection) -> None:
    """Every entry belongs to exactly one command, and a command is complete when it is stored."""
    family.send(family.step(State.NONE, State.ASSESSMENT), command="c1")
    body = family.fact(command="c1")
    with pytest.raises(psycopg.Error, match="does not belong to the command") as refusal:
        insert_by_hand(owner, family, body, command_id="c1", body=chain.canonical(body))
    assert refusal.value.sqlstate == "SL004"


def test_a_command_without_its_entries_is_refused(family: Family, owner: Connection) -> None:
    """Nobody can mark a command as done that left no trace."""
    family.open()
    driver = owner.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    with pytest.raises(psycopg.Error, match="not all there") as refusal:
        driver.execute(
            "INSERT INTO scheidslijn.command (case_id, command_id, digest, first_seq, last_seq)"
            " VALUES (%s, %s, 'd', 2, 2)",
            (family.case, fresh("command")),
        )
    assert refusal.value.sqlstate == "SL004"


EFFECTS: dict[str, Body] = {
    "a task that is not open": {"tasks_done": ["unknown"]},
    "a notice that is not owed": {"notices_done": ["unknown"]},
    "a term that does not run": {"terms_closed": [{"id": "unknown", "outcome": "met"}]},
    "a term closed twice": {"terms_closed": [{"id": "term", "outcome": "met"}, {"id": "term", "outcome": "met"}]},
    "a consent that becomes another person's": {"consents": [consent("bart", START, id="consent")]},
    "a consent that becomes one for more": {
        "consents": [consent("anna", START, id="consent", purpose="intensive_help")]
    },
    "an order that becomes compulsory": {"orders": [order(START, id="order", compulsory=True)]},
    "an order that becomes another kind": {"orders": [order(START, id="order", kind="guardianship", compulsory=False)]},
}


@pytest.mark.parametrize("effects", EFFECTS.values(), ids=EFFECTS)
def test_effects_that_do_not_fit_are_refused(family: Family, effects: Body) -> None:
    """Who closes what is not open, or turns one ground into another, counts on something untrue."""
    family.open()
    known: Body = {
        "consents": [consent("anna", START, id="consent")],
        "orders": [order(START, id="order", compulsory=False)],
        "terms_opened": [
            {"id": "term", "rule": "T44", "kind": "P", "due": "2026-01-19", "at": wire(START), "why": "intake"}
        ],
    }
    family.send(family.fact(effects=known))
    with pytest.raises(errors.WrongEffectsError) as refusal:
        family.send(family.fact(effects=effects))
    assert refusal.value.rule == "SL010"
    assert refusal.value.field == f"effects.{next(iter(effects))}"
