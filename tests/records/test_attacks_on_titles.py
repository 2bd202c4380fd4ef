"""Power without an order in force, help without everybody's consent: the move is refused (D9)."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from recordskit import HOUR, PARENTS, YEAR, Body, Family, consent, consents_title, fresh, insert_by_hand, order
from sqlalchemy import Connection

from records import errors, queries
from records.log import Status
from states.position import State

INTENSIVE = "intensive_help"


NO_POWER: dict[str, Callable[[Family], tuple[Body | None, list[Body]]]] = {
    "no title": lambda family: (None, [order(family.now, family.now + YEAR)]),
    "a title without an order": lambda family: ({}, [order(family.now, family.now + YEAR)]),
    "an order nobody recorded": lambda family: ({"order": fresh("order")}, [order(family.now, family.now + YEAR)]),
    "an expired order": lambda family: ({"order": "o"}, [order(family.now - YEAR, family.now, id="o")]),
    "an order that is still to come": lambda family: (
        {"order": "o"},
        [order(family.now + HOUR, family.now + YEAR, id="o")],
    ),
    "an order that gives no power": lambda family: (
        {"order": "o"},
        [order(family.now, family.now + YEAR, id="o", compulsory=False)],
    ),
    "consents instead": lambda _: (consents_title(PARENTS, [], PARENTS), []),
}


@pytest.mark.parametrize("case", NO_POWER.values(), ids=NO_POWER)
def test_a_compulsory_position_without_an_order_in_force_is_refused(
    family: Family, owner: Connection, case: Callable[[Family], tuple[Body | None, list[Body]]]
) -> None:
    """Through append, and with plain SQL as the owner."""
    family.open()
    body = family.supervise(*case(family))
    with pytest.raises(errors.NoOrderError) as refusal:
        family.send(body)
    assert refusal.value.rule == "SL008"
    with pytest.raises(psycopg.Error) as told:
        insert_by_hand(owner, family, body)
    assert told.value.sqlstate == "SL008"


def test_the_order_of_another_child_is_refused(family: Family) -> None:
    """A sister's order gives no power over her brother, not even in the same case."""
    sister = family.supervised()
    family.child = fresh("child")
    family.open()
    with pytest.raises(errors.NoOrderError):
        family.send(family.supervise({"order": sister["id"]}, []))


def test_the_order_of_this_child_in_another_case_is_refused(family: Family, app: Connection) -> None:
    """A new case starts from what it records itself."""
    given = family.supervised()
    family.now += YEAR
    family.send(family.step(State.SUPERVISION, State.CLOSED, effects={"orders": [{**given}]}))
    other = Family(app)
    other.child, other.now = family.child, family.now - YEAR
    with pytest.raises(errors.NoOrderError):
        other.send(other.step(State.NONE, State.SUPERVISION, title={"order": given["id"]}))


def test_an_order_in_force_gives_power(family: Family) -> None:
    """The control."""
    family.supervised(until=family.now + 100 * YEAR)
    assert [child.state for child in queries.children(family.connection, family.case)] == [State.SUPERVISION]


def test_an_order_that_came_late_gives_power_from_its_own_day(family: Family) -> None:
    """What was pronounced yesterday and is recorded today counts from yesterday."""
    family.open()
    given = order(family.now - HOUR / 2, family.now + YEAR)
    body = family.supervise({"order": given["id"]}, [given])
    assert family.send(body | {"effective_at": given["valid_from"]}).status is Status.OK


Consents = Callable[[Family], tuple[list[Body], list[str], list[str]]]

NO_HELP: dict[str, Consents] = {
    "one consent of two": lambda family: (family.given("anna"), PARENTS, []),
    "nobody": lambda _: ([], PARENTS, []),
    "nobody required": lambda family: (family.given(*PARENTS), [], []),
    "twice the same parent": lambda family: (family.given("anna", "anna"), PARENTS, []),
    "a stranger": lambda family: (family.given("anna", "carl"), PARENTS, []),
    "to sharing information": lambda family: (family.given(*PARENTS, purpose="sharing"), PARENTS, []),
    "to intensive help only": lambda family: (family.given(*PARENTS, purpose=INTENSIVE), PARENTS, []),
    "one expired": lambda family: (
        [*family.given("anna"), consent("bart", family.now - YEAR, family.now)],
        PARENTS,
        [],
    ),
    "one still to come": lambda family: (
        [*family.given("anna"), consent("bart", family.now + HOUR)],
        PARENTS,
        [],
    ),
    "presumed of a stranger": lambda family: (family.given("anna"), PARENTS, ["carl"]),
}


@pytest.mark.parametrize("case", NO_HELP.values(), ids=NO_HELP)
def test_help_without_everybodys_consent_is_refused(family: Family, owner: Connection, case: Consents) -> None:
    """Through append, and with plain SQL as the owner."""
    family.open()
    given, required, presumed = case(family)
    body = family.help(State.HELP, given, consents_title(required, given, presumed))
    with pytest.raises(errors.NoConsentError) as refusal:
        family.send(body)
    assert refusal.value.rule == "SL009"
    with pytest.raises(psycopg.Error) as told:
        insert_by_hand(owner, family, body)
    assert told.value.sqlstate == "SL009"


@pytest.mark.parametrize("title", [None, {}, {"required": PARENTS}, {"required": "anna"}, {"order": "o"}], ids=str)
def test_help_without_a_title_is_refused(family: Family, title: Body | None) -> None:
    """Consents that are there but that the title does not name are not what the decision rested on."""
    family.open()
    with pytest.raises(errors.NoConsentError):
        family.send(family.help(State.HELP, family.given(*PARENTS), title))


def test_the_consent_for_another_child_is_refused(family: Family) -> None:
    """Consent is for one child; for a sister it says nothing."""
    family.open()
    given = family.given(*PARENTS)
    family.send(family.fact(effects={"consents": given}))
    family.child = fresh("child")
    family.open()
    with pytest.raises(errors.NoConsentError):
        family.send(family.help(State.HELP, [], consents_title(PARENTS, given)))


@pytest.mark.parametrize("state", [State.GI_LED, State.TEAM_LED])
def test_intensive_help_asks_everybody_twice(family: Family, state: State) -> None:
    """Help, and the intensity of it; a presumption covers the first and never the second."""
    family.open()
    helped, intensive = family.given(*PARENTS), family.given(*PARENTS, purpose=INTENSIVE)
    family.send(family.help(State.HELP, helped, consents_title(PARENTS, helped)))
    lacking = [
        (helped, []),
        ([*helped, intensive[0]], []),
        ([*helped, intensive[0]], ["bart"]),
        (intensive, []),
    ]
    for given, presumed in lacking:
        body = family.step(State.HELP, state, title=consents_title(PARENTS, given, presumed))
        with pytest.raises(errors.NoConsentError):
            family.send(body | {"effects": {"consents": given}})
    title = consents_title(PARENTS, [*helped[:1], *intensive], ["bart"])
    answer = family.send(family.step(State.HELP, state, title=title, effects={"consents": intensive}))
    assert answer.status is Status.OK


def test_presumed_consent_carries_help(family: Family) -> None:
    """The control: one parent consents, of the other it is presumed (Jw 7.3.16 lid 2)."""
    family.open()
    given = family.given("anna")
    body = family.help(State.HELP, given, consents_title(PARENTS, given, ["bart"]))
    assert family.send(body).status is Status.OK
