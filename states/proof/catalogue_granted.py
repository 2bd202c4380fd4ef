"""Events of the second pass that grant a measure: at once, on appeal, from next week, or taken over.

What a court decides works at once here, also a guardianship (it was sent two days before), so that one thing
can follow straight upon another.
"""

from __future__ import annotations

from typing import Any

from states import commands as c
from states.orders.order import OrderKind
from states.proof import cast
from states.proof.catalogue_court import RAAD, order
from states.proof.catalogue_voluntary import CHILDREN, GI, TODAY, say
from states.proof.event import By, Day, Event, When

SHORT, HALF, LONG = 20, 60, 300
"""Days: shorter than every other measure, shorter than a long one, and longer than both."""
PLACED: dict[str, Any] = {"placement": "pleeggezin"}
UNFIT: dict[str, Any] = {"ground": "unfit", "accepted": "bereid"}
BEFORE: dict[str, Any] = {"date": Day(-2), "sent_on": Day(-2)}
K = OrderKind

GRANTED: dict[str, tuple[OrderKind, int | None, dict[str, Any]]] = {
    "VOTS": (K.PROVISIONAL_SUPERVISION, HALF, {}),
    "OTS": (K.SUPERVISION, LONG, {}),
    "OTS and MUHP": (K.SUPERVISION, LONG, {**PLACED, "placement_end": Day(LONG)}),
    "VV": (K.PROVISIONAL_GUARDIANSHIP, HALF, UNFIT),
    "VG": (K.GUARDIANSHIP, None, {**UNFIT, **BEFORE}),
    "TV": (K.TEMPORARY_GUARDIANSHIP, LONG, BEFORE),
}
"""The decisions that grant a measure: M1 to M6, in that order."""


def decided(name: str, kind: OrderKind, end: int | None = None, *, when: When | None = None, **more: Any) -> Event:  # noqa: ANN401
    """A court decides, as if it did so now."""
    return Event(name, By.COURT, (say(c.CourtOrder, RAAD, order=order(kind, end, **more)),), when, court=True)


def on_appeal(name: str, kind: OrderKind, end: int | None = None, *, when: When | None = None, **more: Any) -> Event:  # noqa: ANN401
    """A court of appeal decides."""
    return Event(name, By.HOF, (say(c.CourtOrder, RAAD, order=order(kind, end, **more)),), when, court=True)


def first_decided(
    name: str,
    kind: OrderKind,
    end: int | None,
    who: str = "13, one parent",
    **more: Any,  # noqa: ANN401
) -> Event:
    """A court decides about a child that nobody had reported."""
    says = (say(c.CourtOrder, RAAD, opening=CHILDREN[who], order=order(kind, end, **more)),)
    return Event(name, By.COURT, says, birth=True, court=True)


def _import(name: str, *records: dict[str, Any]) -> Event:
    says = (say(c.ImportMeasure, GI, opening=CHILDREN["13, one parent"], orders=records),)
    return Event(f"taken over: {name}", By.WORKER, says, birth=True)


def _later(name: str) -> dict[str, Any]:
    """A measure of which the decision was given ten days ago, and that begins in five days."""
    kind, end, more = GRANTED[name]
    begins = {"final_on": Day(5), "enforceable": "no"} if name in {"VG", "TV"} else {"start": Day(5)}
    return order(kind, end or LONG, **more | begins | {"date": Day(-10)})


_BEGUN = {
    "VOTS": order(K.PROVISIONAL_SUPERVISION, HALF, date=Day(-10)),
    "OTS": order(K.SUPERVISION, LONG, date=Day(-10)),
    "OTS and MUHP": order(K.SUPERVISION, LONG, date=Day(-10), **PLACED, placement_end=Day(LONG)),
    "VV": order(K.PROVISIONAL_GUARDIANSHIP, HALF, date=Day(-10), **UNFIT),
    "VV until then": order(K.PROVISIONAL_GUARDIANSHIP, 5, date=Day(-10), **UNFIT),
    "VG until then": order(K.GUARDIANSHIP, 5, date=Day(-10), sent_on=Day(-10), **UNFIT),
    "VG": order(K.GUARDIANSHIP, LONG, date=Day(-10), sent_on=Day(-10), **UNFIT),
    "TV": order(K.TEMPORARY_GUARDIANSHIP, LONG, date=Day(-10), sent_on=Day(-10)),
}
_TAKEN = ("VV", "VG", "TV")

GRANTS = tuple(decided(f"granted: {name}", kind, end, **more) for name, (kind, end, more) in GRANTED.items())
APPEALS = tuple(
    on_appeal(f"granted on appeal: {name}", K.GRANTED_ON_APPEAL, end, grants=kind, **more)
    for name, (kind, end, more) in GRANTED.items()
)
INSTEAD = tuple(
    on_appeal(f"annulled, and granted instead: {name}", K.ANNULLED, end, grants=kind, **more)
    for name, (kind, end, more) in GRANTED.items()
)
UNHEARD = tuple(
    decided(f"granted, not heard: {name}", kind, end, heard=False, **more)
    for name, (kind, end, more) in GRANTED.items()
    if name in {"VOTS", "OTS", "OTS and MUHP"}
)
PLANNED = tuple(
    decided(
        f"granted from next week: {name}",
        kind,
        end or LONG,
        **more | ({"sent_on": Day(6), "date": TODAY} if name in {"VG", "TV"} else {"start": Day(7)}),
    )
    for name, (kind, end, more) in GRANTED.items()
)
NAMELESS = tuple(
    first_decided(f"unknown child, {who}, no GI named: {name}", kind, end, who, gi=None)
    for who in CHILDREN
    for name, kind, end in (("VOTS", K.PROVISIONAL_SUPERVISION, HALF), ("OTS", K.SUPERVISION, LONG))
)
NOTHING = tuple(
    first_decided(f"unknown child, {who}: {kind}", kind, None, who)
    for who in CHILDREN
    for kind in (K.REFUSED, K.CONTACT_ARRANGEMENT)
)
FIRST = (
    *(
        first_decided(f"unknown child, granted: {name}", kind, end, **more)
        for name, (kind, end, more) in GRANTED.items()
    ),
    *(
        first_decided(f"unknown child, granted on appeal: {name}", K.GRANTED_ON_APPEAL, end, grants=kind, **more)
        for name, (kind, end, more) in GRANTED.items()
    ),
    first_decided("unknown child, for a brother or sister: OTS", K.SUPERVISION, LONG, sibling=cast.SIBLING),
    first_decided(
        "unknown child, for a brother or sister: OTS and MUHP",
        K.SUPERVISION,
        LONG,
        sibling=cast.SIBLING,
        **PLACED,
        placement_end=Day(LONG),
    ),
    *NAMELESS,
    *NOTHING,
)
TAKEN_OVER = (
    *(_import(f"{name} of ten days ago", record) for name, record in _BEGUN.items()),
    *(
        _import(f"{name}, and {later} from next week", record, _later(later))
        for name, record in _BEGUN.items()
        for later in _TAKEN
    ),
    *(_import(f"{later} from next week", _later(later)) for later in _TAKEN),
)
