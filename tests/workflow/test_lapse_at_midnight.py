"""Powers end by themselves at 00:00 in Amsterdam: over both changes of the clock and a leap day.

The clock goes back on 25 October 2026, and forward on 28 March 2027; 2028 has a 29 February.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from casetool.service import RefusedError
from records import queries
from states import commands as c
from states.orders.order import OrderKind
from states.people import Role
from states.position import State
from tests.kit import GI, Family, fresh

Families = Callable[..., Family]
MINUTE = timedelta(minutes=1)
PROMPT = timedelta(seconds=10)


@dataclass(frozen=True)
class Power:
    """An order and what is left of the child's position when the power in it ends."""

    kind: OrderKind
    during: State
    after: State
    placed: bool = False

    def order(self, family: Family, day: date, end: date) -> c.CourtOrder:
        """The order that gives this power up to a day."""
        if not self.placed:
            return family.order(self.kind, day, end)
        more = {"placement": "pleeggezin", "placement_end": end, "placed_since": day}
        return family.order(self.kind, day, end + timedelta(days=60), more)


VOTS = Power(OrderKind.PROVISIONAL_SUPERVISION, State.PROVISIONAL_SUPERVISION, State.ASSESSMENT)
OTS = Power(OrderKind.SUPERVISION, State.SUPERVISION, State.ASSESSMENT)
MUHP = Power(OrderKind.SUPERVISION, State.SUPERVISION_WITH_PLACEMENT, State.SUPERVISION, placed=True)
POWERS = pytest.mark.parametrize("power", [VOTS, OTS, MUHP], ids=["vots", "ots", "muhp"])
ENDS = pytest.mark.parametrize(
    ("end", "midnight"),
    [
        pytest.param(date(2026, 10, 25), "2026-10-24T22:00:00Z", id="as the clock goes back"),
        pytest.param(date(2026, 10, 26), "2026-10-25T23:00:00Z", id="a day after it went back"),
        pytest.param(date(2027, 3, 28), "2027-03-27T23:00:00Z", id="as the clock goes forward"),
        pytest.param(date(2027, 3, 29), "2027-03-28T22:00:00Z", id="a day after it went forward"),
        pytest.param(date(2028, 2, 29), "2028-02-28T23:00:00Z", id="on the leap day"),
        pytest.param(date(2028, 3, 1), "2028-02-29T23:00:00Z", id="a day after the leap day"),
    ],
)


async def _passes(family: Family, engine: Engine, power: Power, midnight: datetime) -> None:
    """Up to a minute before, the power is there; a minute after it is not, and the system says so."""
    await family.forward(midnight - MINUTE)
    assert await family.state() is power.during
    stands = {}
    for at in (midnight - timedelta(microseconds=1), midnight):
        with engine.connect() as connection:
            stands[at] = queries.children_at(connection, family.case, at)[0].state
    assert list(stands.values()) == [power.during, power.after], "nobody recorded it yet"
    await family.forward(midnight + MINUTE)
    assert await family.state() is power.after
    folded = await family.agree()
    assert folded.children[family.child].since == midnight
    moved = [body for body in family.entries() if body["to"] == power.after.value][-1]
    assert moved["actor"]["role"] == Role.SYSTEM
    assert datetime.fromisoformat(moved["effective_at"]) == midnight
    late = datetime.fromisoformat(moved["recorded_at"]) - midnight
    assert timedelta(0) <= late < PROMPT


@POWERS
@ENDS
async def test_a_power_ends_at_midnight(
    family: Families, engine: Engine, power: Power, end: date, midnight: str
) -> None:
    """Wherever the hands of the clock are, the end is the start of the day of the dictum."""
    day = end - timedelta(days=45)
    noor = family(starts=datetime(day.year, day.month, day.day, 13, tzinfo=UTC))
    await noor.send(power.order(noor, day, end))
    await _passes(noor, engine, power, datetime.fromisoformat(midnight))


async def test_a_year_from_the_leap_day_ends_on_28_february(family: Families, engine: Engine) -> None:
    """A year of supervision from 29-2-2028 has no 29-2-2029 to end on (L17)."""
    noor = family(starts=datetime(2028, 2, 29, 13, tzinfo=UTC))
    await noor.send(OTS.order(noor, date(2028, 2, 29), date(2029, 3, 1)))
    await _passes(noor, engine, OTS, datetime(2029, 2, 27, 23, tzinfo=UTC))


async def test_an_order_recorded_after_its_power_ended_lapses_at_its_own_moment(
    family: Families,
) -> None:
    """What arrives late is recorded now, and works when it worked: over by the time it is known."""
    noor = family(starts=datetime(2026, 9, 21, 9, tzinfo=UTC))
    await noor.open()
    await noor.forward(datetime(2026, 11, 2, 9, tzinfo=UTC))
    late = noor.order(OrderKind.PROVISIONAL_SUPERVISION, date(2026, 9, 25), date(2026, 10, 25))
    outcome = await noor.send(late)
    assert outcome.positions[noor.child].state == State.ASSESSMENT
    moves = [body for body in noor.entries() if body["kind"] == "transition"]
    assert moves[-1]["actor"]["role"] == Role.SYSTEM
    assert moves[-1]["effective_at"] == "2026-10-24T22:00:00.000000Z"
    assert moves[-1]["recorded_at"] == moves[-2]["recorded_at"]
    assert moves[-1]["command"] == late.id
    await noor.agree()


async def test_what_a_power_allows_is_refused_a_minute_after_it_ended(family: Families) -> None:
    """The GI gives a directive the minute before; the minute after there is no measure."""
    noor = family(starts=datetime(2026, 10, 1, 9, tzinfo=UTC))
    await noor.send(VOTS.order(noor, date(2026, 10, 1), date(2026, 10, 25)))
    await noor.send(noor.told())
    midnight = datetime(2026, 10, 24, 22, tzinfo=UTC)

    def directive() -> c.RegisterAct:
        why = "Anna werkt niet mee aan het plan."
        return c.RegisterAct(id=fresh("act"), child=noor.child, by=GI, act=21, person="anna", reason=why)

    await noor.forward(midnight - MINUTE)
    await noor.send(directive())
    await noor.forward(midnight + MINUTE)
    with pytest.raises(RefusedError) as caught:
        await noor.send(directive())
    assert caught.value.refusal.matches("#21")
