"""Power without an order, help without consent: refused at the moment of the move and for every moment after it (D9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest
from recordskit import HOUR, YEAR, Body, Family, consent, consents_title, fresh, insert_by_hand, order
from sqlalchemy import Connection

from records import errors, queries
from records.log import Status
from records.moments import wire
from states.position import State

PARENTS = ["anna", "bart"]
INTENSIVE = "intensive_help"


def _until(moment: Body, target: State = State.ASSESSMENT) -> list[Body]:
    return [{"at": moment["valid_until"], "to": target.value, "title": None}]


def _supervise(family: Family, title: Body | None, orders: list[Body], ahead: list[Body] | None = None) -> Body:
    effects = {"orders": orders, "ahead": _until(orders[0]) if ahead is None and orders else ahead or []}
    return family.step(State.ASSESSMENT, State.SUPERVISION, title=title, effects=effects)


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
    "consents instead": lambda family: (consents_title(PARENTS, [], PARENTS), []),
}


@pytest.mark.parametrize("case", NO_POWER.values(), ids=NO_POWER)
def test_a_compulsory_position_without_an_order_in_force_is_refused(
    family: Family, owner: Connection, case: Callable[[Family], tuple[Body | None, list[Body]]]
) -> None:
    """Through append, and with plain SQL as the owner."""
    family.open()
    body = _supervise(family, *case(family))
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
        family.send(_supervise(family, {"order": sister["id"]}, []))


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
    body = _supervise(family, {"order": given["id"]}, [given])
    assert family.send(body | {"effective_at": given["valid_from"]}).status is Status.OK


def _helped(family: Family, state: State, given: list[Body], title: Body | None, **effects: object) -> Body:
    return family.step(State.ASSESSMENT, state, title=title, effects={"consents": given} | effects)


def _given(family: Family, *people: str, **changes: object) -> list[Body]:
    return [consent(person, family.now, **changes) for person in people]  # type: ignore[arg-type]


Consents = Callable[[Family], tuple[list[Body], list[str], list[str]]]

NO_HELP: dict[str, Consents] = {
    "one consent of two": lambda family: (_given(family, "anna"), PARENTS, []),
    "nobody": lambda _: ([], PARENTS, []),
    "nobody required": lambda family: (_given(family, *PARENTS), [], []),
    "twice the same parent": lambda family: (_given(family, "anna", "anna"), PARENTS, []),
    "a stranger": lambda family: (_given(family, "anna", "carl"), PARENTS, []),
    "to sharing information": lambda family: (_given(family, *PARENTS, purpose="sharing"), PARENTS, []),
    "to intensive help only": lambda family: (_given(family, *PARENTS, purpose=INTENSIVE), PARENTS, []),
    "one expired": lambda family: (
        [*_given(family, "anna"), consent("bart", family.now - YEAR, family.now)],
        PARENTS,
        [],
    ),
    "one still to come": lambda family: (
        [*_given(family, "anna"), consent("bart", family.now + HOUR)],
        PARENTS,
        [],
    ),
    "presumed of a stranger": lambda family: (_given(family, "anna"), PARENTS, ["carl"]),
}


@pytest.mark.parametrize("case", NO_HELP.values(), ids=NO_HELP)
def test_help_without_everybodys_consent_is_refused(family: Family, owner: Connection, case: Consents) -> None:
    """Through append, and with plain SQL as the owner."""
    family.open()
    given, required, presumed = case(family)
    body = _helped(family, State.HELP, given, consents_title(required, given, presumed))
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
        family.send(_helped(family, State.HELP, _given(family, *PARENTS), title))


def test_the_consent_for_another_child_is_refused(family: Family) -> None:
    """Consent is for one child; for a sister it says nothing."""
    family.open()
    given = _given(family, *PARENTS)
    family.send(family.fact(effects={"consents": given}))
    family.child = fresh("child")
    family.open()
    with pytest.raises(errors.NoConsentError):
        family.send(_helped(family, State.HELP, [], consents_title(PARENTS, given)))


@pytest.mark.parametrize("state", [State.GI_LED, State.TEAM_LED])
def test_intensive_help_asks_everybody_twice(family: Family, state: State) -> None:
    """Help, and the intensity of it; a presumption covers the first and never the second."""
    family.open()
    helped, intensive = _given(family, *PARENTS), _given(family, *PARENTS, purpose=INTENSIVE)
    family.send(_helped(family, State.HELP, helped, consents_title(PARENTS, helped)))
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
    given = _given(family, "anna")
    body = _helped(family, State.HELP, given, consents_title(PARENTS, given, ["bart"]))
    assert family.send(body).status is Status.OK


AHEAD: dict[str, tuple[Callable[[Family], Body], str]] = {
    "power without an order": (lambda f: {"at": wire(f.now + HOUR), "to": State.SUPERVISION.value}, "SL008"),
    "help without consent": (lambda f: {"at": wire(f.now + HOUR), "to": State.HELP.value}, "SL009"),
    "a state that does not exist": (lambda f: {"at": wire(f.now + HOUR), "to": "drang"}, "SL005"),
    "a state no move leads to": (lambda f: {"at": wire(f.now + HOUR), "to": State.NONE.value}, "SL005"),
    "a moment before the state itself": (lambda f: {"at": wire(f.now - YEAR), "to": State.CLOSED.value}, "SL005"),
    "no moment": (lambda _: {"at": None, "to": State.CLOSED.value}, "SL005"),
}


@pytest.mark.parametrize(("item", "rule"), AHEAD.values(), ids=AHEAD)
def test_what_is_ahead_obeys_the_same_law(family: Family, item: Callable[[Family], Body], rule: str) -> None:
    """A power must not come by itself where no move could bring it."""
    family.open()
    with pytest.raises(errors.RefusedError) as refusal:
        family.send(family.fact(effects={"ahead": [{"title": None} | item(family)]}))
    assert refusal.value.rule == rule


def test_what_is_ahead_of_nobody_is_refused(family: Family) -> None:
    """A child that is not in the case has no future in it."""
    family.open()
    body = family.fact(child=fresh("child"), effects={"ahead": []})
    with pytest.raises(errors.WrongEffectsError):
        family.send(body)


def test_power_that_would_outlive_its_order_is_refused(family: Family) -> None:
    """Whoever brings a child under a measure says where it lands when the measure ends."""
    family.open()
    given = order(family.now, family.now + YEAR)
    title = {"order": given["id"]}
    with pytest.raises(errors.NoOrderError, match="outlives"):
        family.send(_supervise(family, title, [given], ahead=[]))
    late = [{"at": wire(family.now + YEAR + HOUR), "to": State.ASSESSMENT.value, "title": None}]
    with pytest.raises(errors.NoOrderError, match="outlives"):
        family.send(_supervise(family, title, [given], ahead=late))
    assert family.send(_supervise(family, title, [given])).status is Status.OK


def test_power_is_not_left_standing_when_its_order_is_cut_short(family: Family, owner: Connection) -> None:
    """The judge ends it: the same command moves the child, or is refused."""
    given = family.supervised()
    cut = family.fact(effects={"orders": [given | {"valid_until": wire(family.now)}]})
    with pytest.raises(errors.NoOrderError, match="outlives"):
        family.send(cut)
    with pytest.raises(psycopg.Error) as told:
        insert_by_hand(owner, family, cut)
    assert told.value.sqlstate == "SL008"
    landed = family.step(State.SUPERVISION, State.ASSESSMENT)
    assert family.send(cut, landed).status is Status.OK


def test_help_does_not_run_on_after_consent_is_withdrawn(family: Family) -> None:
    """Withdrawal and the end of help are one command; half of it is refused."""
    family.open()
    given = _given(family, *PARENTS)
    family.send(_helped(family, State.HELP, given, consents_title(PARENTS, given)))
    family.now += HOUR
    withdrawn = family.fact(effects={"consents": [given[0] | {"valid_until": wire(family.now)}]})
    with pytest.raises(errors.NoConsentError, match="outlives"):
        family.send(withdrawn)
    assert family.send(withdrawn, family.step(State.HELP, State.ASSESSMENT)).status is Status.OK


def test_an_extension_carries_power_on(family: Family) -> None:
    """A second order that follows at once, and the lapse moves on to its end; with a gap it does not."""
    family.supervised()
    end = family.now - HOUR + YEAR
    gap, next_order = order(end + HOUR, end + YEAR), order(end, end + YEAR)
    for given, allowed in ((gap, False), (next_order, True)):
        body = family.fact(effects={"orders": [given], "ahead": _until(given)})
        if allowed:
            assert family.send(body).status is Status.OK
        else:
            with pytest.raises(errors.NoOrderError, match="outlives"):
                family.send(body)


def test_a_renewed_consent_carries_help_on(family: Family) -> None:
    """Another consent of the same person takes over; the title of the move need not name it."""
    family.open()
    given = _given(family, "anna")
    family.send(_helped(family, State.HELP, given, consents_title(["anna"], given)))
    family.now += HOUR
    ended = given[0] | {"valid_until": wire(family.now)}
    answer = family.send(family.fact(effects={"consents": [ended, consent("anna", family.now)]}))
    assert answer.status is Status.OK


def test_help_after_a_measure_needs_consent_for_that_time(family: Family) -> None:
    """Ahead of a measure lies help, if consent is given for the time after it; else assessment."""
    family.open()
    given = order(family.now, family.now + YEAR)
    later = [consent(person, family.now + YEAR) for person in PARENTS]
    ahead = [{"at": given["valid_until"], "to": State.HELP.value, "title": consents_title(PARENTS, later)}]
    body = _supervise(family, {"order": given["id"]}, [given], ahead)
    early = consent("bart", family.now, family.now + timedelta(days=1))
    with pytest.raises(errors.NoConsentError):
        family.send(body | {"effects": body["effects"] | {"consents": [later[0], early]}})
    assert family.send(body | {"effects": body["effects"] | {"consents": later}}).status is Status.OK
