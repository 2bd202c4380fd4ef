"""A list from elsewhere, of orders a court gave and requests (VTO) that were sent, beside what is here. Pure.

The log proves that nothing was taken out of it; that something never came into it, only others can tell. The list is a
CSV file with a heading. Its columns:

    kind    ``order`` or ``vto``
    child   the id of the child, as it is known here
    date    the day of the order, or on which the request was sent (YYYY-MM-DD)
    order   the kind of order, as ``order_recorded`` names it (supervision, placement, …), or empty
    number  the case number of the court; may be empty, and is not compared where it is sealed here
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TextIO

from audit.difference import is_sealed
from audit.folding import Body
from audit.standings import Standings
from states.facts import RaadStage
from states.orders.order import OrderKind
from states.position import Framework, State
from states.terms.calendar import day_start, local_day

COLUMNS = ("kind", "child", "date")
MORE = ("order", "number")
MIDDAY = timedelta(hours=12)
"""A list knows days; where a child stood on one is asked at noon."""


class Kind(StrEnum):
    """What a line of the list is about."""

    ORDER = "order"
    VTO = "vto"


class WrongListError(Exception):
    """For the auditor: the list cannot be compared, because of what stands in the message. Nothing was compared."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list."""

    line: int
    kind: Kind
    child: str
    day: date
    order: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """An order or a request that is here."""

    case: str
    seq: int
    kind: Kind
    child: str
    day: date
    order: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A line that is not here, and what comes nearest; ``framework``: of the child on that day, as known here."""

    framework: str
    child: str
    kind: Kind
    day: str
    order: str
    number: str
    line: int
    nearest: str


def read(opened: TextIO) -> list[Listed]:
    """The lines of a list.

    Raises:
        WrongListError: a column is missing, or a line has something that it cannot have.
    """
    reader = csv.DictReader(opened)
    lacking = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    unknown = [name for name in reader.fieldnames or () if name not in (*COLUMNS, *MORE)]
    if lacking or unknown:
        raise WrongListError(
            f"columns missing: {', '.join(lacking) or 'none'}; unknown: {', '.join(unknown) or 'none'}"
        )
    return [_listed(number, row) for number, row in enumerate(reader, start=2)]


def _listed(line: int, row: Mapping[str, str | None]) -> Listed:
    found = {name: (row.get(name) or "").strip() for name in (*COLUMNS, *MORE)}
    try:
        kind, day = Kind(found["kind"]), date.fromisoformat(found["date"])
        order = OrderKind(found["order"]).value if found["order"] else ""
    except ValueError as error:
        raise WrongListError(f"line {line}: {error}") from None
    if not found["child"] or (kind is Kind.VTO and (order or found["number"])):
        raise WrongListError(f"line {line}: a line names a child, and a request has no kind or number of an order")
    return Listed(line, kind, found["child"], day, order, found["number"])


def here(entries: Iterable[Body]) -> Iterator[Here]:
    """The orders and requests in one case."""
    known = list(entries)
    void = {entry["facts"].get("order") for entry in known if entry["event"] == "corrected"}
    for entry in known:
        at = datetime.fromisoformat(entry["effective_at"])
        if entry["event"] == "order_recorded":
            order = entry["facts"]["order"]
            if order["id"] not in void:
                day, kind = date.fromisoformat(order["date"]), order["kind"]
                number = _number(entry)
                yield Here(entry["case"], entry["seq"], Kind.ORDER, entry["child"], day, kind, number)
        elif entry["to"] == State.REQUESTED or entry["facts"].get("stage") == RaadStage.REQUESTED:
            yield Here(entry["case"], entry["seq"], Kind.VTO, entry["child"], local_day(at))


def _number(entry: Body) -> str:
    data = entry["detail"].get("data")
    order = data.get("order") if isinstance(data, Mapping) else None
    return str(order.get("zaaknummer") or "") if isinstance(order, Mapping) else ""


def missing(listed: Iterable[Listed], found: Iterable[Here], cases: Iterable[Standings]) -> list[Missing]:
    """What stands on the list and is not here; each thing here answers one line. ``cases``: where children stood."""
    known = list(cases)
    left: dict[tuple[str, Kind], list[Here]] = {}
    for one in found:
        left.setdefault((one.child, one.kind), []).append(one)
    result = []
    for line in listed:
        mine = left.get((line.child, line.kind), [])
        same = next((one for one in mine if _is(line, one)), None)
        if same is not None:
            mine.remove(same)
            continue
        near = min(mine, key=lambda one: abs((one.day - line.day).days), default=None)
        stood = (one.framework(line.child, day_start(line.day) + MIDDAY) for one in known)
        framework = next((name for name in stood if name != Framework.NONE), Framework.NONE.value)
        result.append(_missing(line, near, framework, known=any(child == line.child for child, _ in left)))
    return result


def _is(line: Listed, one: Here) -> bool:
    if line.number and one.number and not is_sealed(one.number) and line.number != one.number:
        return False
    return line.day == one.day and (not line.order or line.order == one.order)


def _missing(line: Listed, near: Here | None, framework: str, *, known: bool) -> Missing:
    if near is not None:
        number = "" if is_sealed(near.number) or not near.number else f" {near.number}"
        nearest = (
            f"case {near.case}, entry {near.seq}: {near.order or near.kind.value} of {near.day.isoformat()}{number}"
        )
    else:
        nearest = f"no {line.kind.value} of this child is here" if known else "nothing about this child is here"
    return Missing(framework, line.child, line.kind, line.day.isoformat(), line.order, line.number, line.line, nearest)
