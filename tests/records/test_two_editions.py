"""Two editions of the rules in one database: each entry under the one of its own moment (D7, D9)."""

from __future__ import annotations

import dataclasses
from itertools import groupby

import pytest
from recordskit import HOUR, Family, fresh, order
from sqlalchemy import Connection, select
from sqlmodel import col

from embedded import Postgres
from records import chain, errors, log, migrate, queries
from records.engine import engine
from records.moments import wire
from records.tables import LegalEditionRow
from states import commands as c
from states.editions.book import LawBook, under
from states.editions.edition import EDITION
from states.people import Role
from states.position import State
from states.terms.calendar import day_start
from tests.unit.cast import GI, RAAD, at, opening
from tests.unit.cast import order as decision
from tests.unit.desk import Desk
from tests.unit.future import BOOK, CHANGES_ON, FUTURE
from worker import in_step

CHANGE = day_start(CHANGES_ON)
NEW_MOVE = dataclasses.replace(
    EDITION.moves[0],
    id="TR-99",
    triggers=("measure_ends",),
    sources=(State.SUPERVISION,),
    targets=(State.TEAM_LED,),
    who=frozenset({Role.SYSTEM}),
)
LATER = dataclasses.replace(FUTURE, moves=(*FUTURE.moves, NEW_MOVE))
"""The future edition with a move that the first one does not have."""


@pytest.fixture(scope="module")
def both(server: Postgres) -> Postgres:
    """The server with every edition of two books published."""
    for book in (BOOK, LawBook((EDITION, LATER))):
        with under(book):
            migrate.upgrade(server.owner_url)
            migrate.check(server.owner_url)
    return server


def _desk() -> Desk:
    """A supervision that begins before the law changes and is prolonged after it, up to where it ends."""
    with under(BOOK):
        desk = Desk()
        given = decision("supervision", "2027-02-02", "2028-02-02")
        desk.say("2027-02-02 10:00", c.CourtOrder, by=RAAD, opening=opening(), order=given)
        desk.inform("2027-08-02 09:00")
        desk.say("2027-08-02 10:00", c.RegisterAct, act=21, by=GI, person="anna", reason="nodig")
        longer = decision("supervision_extension", "2028-01-20", "2029-02-02")
        desk.say("2028-01-20 10:00", c.CourtOrder, by=RAAD, order=longer)
        desk.pass_to("2028-09-01")
    return desk


@pytest.mark.usefixtures("both")
def test_a_case_that_lives_through_the_change_is_stored_as_it_was_decided(app: Connection) -> None:
    """Every entry under the edition of its moment; the end of the prolonged measure is that of the new rules."""
    desk, case, child = _desk(), fresh("case"), fresh("child")
    seq, head = 0, chain.GENESIS
    for command, group in groupby(desk.log, key=lambda body: body["command"]):
        bodies = [body | {"case": case, "child": child} for body in group]
        sealed = chain.seal(bodies, head)
        answer = log.append(
            app,
            log.Request(case, seq, log.Command(command, "d"), tuple(sealed), exercise=True),
        )
        assert answer.status is log.Status.OK
        seq, head = answer.seq, bytes.fromhex(answer.hash)
    named = {row.effective_at: row.edition for row in queries.history(app, case)}
    assert {edition for moment, edition in named.items() if moment < CHANGE} == {EDITION.id}
    assert {edition for moment, edition in named.items() if moment >= CHANGE} == {FUTURE.id}
    states = [queries.children_at(app, case, at(day))[0].state for day in ("2027-12-01", "2028-08-01", "2028-08-02")]
    assert states == [State.SUPERVISION, State.SUPERVISION, State.ASSESSMENT]


@pytest.mark.usefixtures("both")
def test_rules_to_come_decide_nothing_today(family: Family) -> None:
    """An entry of before its first day cannot name the new edition; one of that day can."""
    family.exercise = True
    named = {"edition": FUTURE.id, "edition_digest": FUTURE.digest}
    family.now = CHANGE - HOUR
    with pytest.raises(errors.UnknownEditionError, match="does not count yet"):
        family.send(family.step(State.NONE, State.ASSESSMENT, **named))
    family.now = CHANGE
    assert family.send(family.step(State.NONE, State.ASSESSMENT, **named)).status is log.Status.OK


@pytest.mark.usefixtures("both")
def test_what_lies_ahead_after_the_change_may_follow_the_new_rules(family: Family) -> None:
    """A move that only the new edition has, foretold for a day on which it counts; not for a day before."""
    family.exercise = True
    family.now = CHANGE - 48 * HOUR
    family.open()
    consents = [given for purpose in ("help", "intensive_help") for given in family.given("anna", purpose=purpose)]
    title = {"required": ["anna"], "consents": [given["id"] for given in consents], "presumed": []}
    for end, stored in ((CHANGE - HOUR, False), (CHANGE + HOUR, True)):
        given = order(family.now, end)
        ahead = [{"at": wire(end), "to": State.TEAM_LED.value, "title": title}]
        body = family.supervise({"order": given["id"]}, [given], ahead)
        body["effects"]["consents"] = consents
        if stored:
            assert family.send(body).status is log.Status.OK
        else:
            with pytest.raises(errors.RefusedError, match="has no move"):
                family.send(body)


def test_a_worker_wants_every_edition_of_the_book(both: Postgres) -> None:
    """One that is not published stops it."""
    with under(BOOK):
        in_step(engine(both.app_url))
    newer = dataclasses.replace(FUTURE, name="2028-01")
    with under(LawBook((EDITION, newer))), pytest.raises(errors.OutOfStepError, match="2028-01"):
        in_step(engine(both.app_url))


def test_an_edition_is_published_with_its_first_moment(both: Postgres) -> None:
    """Midnight in Amsterdam, as the law counts days."""
    made = engine(both.app_url)
    with made.connect() as connection:
        begins = connection.execute(
            select(col(LegalEditionRow.begins_at)).where(col(LegalEditionRow.edition) == FUTURE.id)
        ).scalar_one()
    made.dispose()
    assert begins == CHANGE
    assert CHANGE.isoformat() == "2027-06-30T22:00:00+00:00"
