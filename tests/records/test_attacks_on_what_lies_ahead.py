"""Power and help that would go on by themselves: what lies ahead obeys the same law, and covers all time (D3, D9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest
from recordskit import HOUR, PARENTS, YEAR, Body, Family, consent, consents_title, fresh, insert_by_hand, landing, order
from sqlalchemy import Connection

from records import errors
from records.log import Status
from records.moments import wire
from states.position import State

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
        family.send(family.supervise(title, [given], ahead=[]))
    late = [{"at": wire(family.now + YEAR + HOUR), "to": State.ASSESSMENT.value, "title": None}]
    with pytest.raises(errors.NoOrderError, match="outlives"):
        family.send(family.supervise(title, [given], ahead=late))
    assert family.send(family.supervise(title, [given])).status is Status.OK


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
    given = family.given(*PARENTS)
    family.send(family.help(State.HELP, given, consents_title(PARENTS, given)))
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
        body = family.fact(effects={"orders": [given], "ahead": [landing(given)]})
        if allowed:
            assert family.send(body).status is Status.OK
        else:
            with pytest.raises(errors.NoOrderError, match="outlives"):
                family.send(body)


def test_a_renewed_consent_carries_help_on(family: Family) -> None:
    """Another consent of the same person takes over; the title of the move need not name it."""
    family.open()
    given = family.given("anna")
    family.send(family.help(State.HELP, given, consents_title(["anna"], given)))
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
    body = family.supervise({"order": given["id"]}, [given], ahead)
    early = consent("bart", family.now, family.now + timedelta(days=1))
    with pytest.raises(errors.NoConsentError):
        family.send(body | {"effects": body["effects"] | {"consents": [later[0], early]}})
    assert family.send(body | {"effects": body["effects"] | {"consents": later}}).status is Status.OK
