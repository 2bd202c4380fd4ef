"""One child in every column of the matrix, and who does an act there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from states import commands as c
from states.facts import ChildFile
from states.people import Actor
from tests.unit.cast import ANNA, BORN, GI, PROVIDER, REASON, at, day, order
from tests.unit.desk import Desk, helped, imported, intensive, placed, provisional, reported, requested, supervised

NOW = at("2026-03-02 12:00")


def closed() -> Desk:
    """A child in C since 1 March."""
    desk = reported()
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    words = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-01"}
    desk.say("2026-03-01", c.Close, closed_reason="C2", **words)
    return desk


def guarded(kind: str = "guardianship", **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child for whom a GI is guardian."""
    return imported(order(kind, "2026-02-01", **{"sent_on": "2026-02-01", **more}))


SITUATIONS: dict[str, Callable[[], Desk]] = {
    "V0": reported,
    "V1": helped,
    "V2": intensive,
    "R": lambda: requested(intensive()),
    "M1": provisional,
    "M2": supervised,
    "M3": placed,
    "M4p": lambda: guarded("provisional_guardianship", scope="medisch, school"),
    "M4": lambda: guarded("provisional_guardianship"),
    "M5": guarded,
    "M6": lambda: guarded("temporary_guardianship", end="2027-02-01"),
    "C": closed,
}
FILES: dict[str, ChildFile] = {name: made().child() for name, made in SITUATIONS.items()}
"""A child in each column."""

_DOERS = {42: ANNA, 61: PROVIDER}
_AGES = {5: day("2012-03-03"), 15: day("2012-03-03"), 16: day("2009-03-03")}


def actor_for(act: int) -> Actor:
    """Somebody who may do an act; the GI of the title, where that is possible."""
    return _DOERS.get(act, GI)


def born_for(act: int) -> date:
    """The birthday of a child that an act is about."""
    return _AGES.get(act, BORN)


def told(act: int, by: Actor = GI, **fields: Any) -> c.RegisterAct:  # noqa: ANN401 - any field of an act
    """What is told about an act."""
    return c.RegisterAct.model_validate({"id": "a", "child": "kind", "by": by, "act": act, "reason": REASON, **fields})
