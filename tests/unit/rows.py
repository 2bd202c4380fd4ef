"""The rows of the table of transitions that are built, typed from the domain tables (3.1 to 3.5, as amended).

Each is made once with everything in order: from where to where, on what, and who is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from states import commands as c
from states.people import Authority
from tests.unit.cast import INTENSIVE, RAAD, day, opening, order
from tests.unit.desk import Desk, agree, helped, reported

PAPERS = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
CLOSING = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-02"}
GOALS = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-02"}
BORN_17 = day("2008-03-10")
BORN_12 = day("2014-03-10")


@dataclass(frozen=True)
class Row:
    """What is done from a situation, and what the table says of it."""

    id: str
    case: str
    source: str
    target: str
    notices: str
    made: Callable[[], Desk]
    do: type[c.Base] | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    when: str = "2026-03-02 09:00"


def told_all(desk: Desk) -> Desk:
    """Every notice that was due has been given."""
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    return desk


def led_by_either() -> Desk:
    """A child in V2a whose people agree to either lead."""
    desk = reported(region="mix")
    agree(desk, "2026-02-02 10:00", help="hulp")
    agree(desk, "2026-02-02 10:00", purpose="intensive_help", leads=("gi", "local_team"))
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def ready_for_help(desk: Desk) -> Desk:
    """Everybody consents to help."""
    agree(desk, "2026-02-02 10:00", help="hulp")
    return desk


def ready_intensive(desk: Desk) -> Desk:
    """Everybody consents to intensive help."""
    agree(desk, "2026-02-02 11:30", purpose="intensive_help")
    return desk


def own_yes(desk: Desk) -> Desk:
    """The youth consents for the time from 18."""
    desk.say("2026-02-20", c.GiveConsent, person="kind", help="hulp", valid_from=BORN_17.replace(year=2026))
    return desk


def ending(desk: Desk, purpose: str) -> Desk:
    """A consent to a purpose that ends on 2 March."""
    agree(desk, "2026-02-02 11:30", ("anna",), purpose=purpose, help="hulp", valid_until=day("2026-03-02"))
    return desk


def short_help() -> Desk:
    """Help to which consent ends on 2 March."""
    desk = reported(holders=("anna",))
    agree(desk, "2026-02-02 10:00", ("anna",), help="hulp", valid_until=day("2026-03-02"))
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS)
    return desk


def short_intensive() -> Desk:
    """Intensive help to which consent ends on 2 March."""
    desk = helped(people=("anna",), holders=("anna",))
    ending(desk, "intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def closed() -> Desk:
    """A child in C, closed on 1 March."""
    desk = told_all(reported())
    desk.say("2026-03-01", c.Close, closed_reason="C2", **CLOSING | {"closing_letter": "2026-03-01"})
    return desk


def of_17(made: Callable[..., Desk]) -> Callable[[], Desk]:
    """The same for a youth who turns 18 on 10 March."""
    return lambda: made(born=BORN_17, people=("kind",))


def adult_help() -> Desk:
    """Help that goes on from 18, on 2 March 2026."""
    desk = helped(born=day("2003-03-02").replace(year=2008), people=("kind",))
    desk.say("2026-02-20", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-02"))
    return desk


def decided(kind: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of an order
    """A decision of 2 March, as a command carries it."""
    return {"by": RAAD, "opening": opening(), "order": order(kind, "2026-03-02", **more)}


def ots(end: str = "2027-03-02", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of an order
    """A supervision of 2 March."""
    return decided("supervision", end=end, **more)


AWAY = {"placement": "pleeggezin", "placement_end": "2026-09-02"}
KEPT = {"by": RAAD, "order": order("maintained", "2026-02-13")}
LIFTED = decided("supervision_lifted")
OMA = tuple(Authority(holder=holder) for holder in ("anna", "bart", "oma"))
