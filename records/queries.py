"""What people look up: cases, where children stand, what happened, what is still to be done.

A child's state comes from the view ``child_state`` and from nowhere else, so that a power which has
ended is never shown as if it held (D3). Lists are in a fixed order and have a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap
from typing import TypeVar

from sqlalchemy import Boolean, Column, Connection, MetaData, Select, Table, Text, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from records.moments import UTCDateTime
from records.projections import NoticeRow, OpenTermRow, WorkItemRow
from records.tables import SCHEMA, CaseHeadRow, EntryRow, Row
from states.position import Framework, State

LIMIT = 200

R = TypeVar("R", bound=Row)

_COLUMNS = {
    "case_id": Text,
    "child_id": Text,
    "state": Text,
    "framework": Text,
    "since": UTCDateTime,
    "edition": Text,
    "exercise": Boolean,
}
_VIEW = Table("child_state", MetaData(schema=SCHEMA), *starmap(Column, _COLUMNS.items()))


@dataclass(frozen=True, slots=True)
class ChildState:
    """Where a child stands, since when (UTC), and by which edition's rules."""

    case_id: str
    child_id: str
    state: State
    framework: Framework
    since: datetime
    edition: str
    exercise: bool


def cases(connection: Connection, *, after: str = "", exercise: bool = False, limit: int = LIMIT) -> list[CaseHeadRow]:
    """The heads of the cases with an id beyond ``after``, by id; real ones, or those of exercises."""
    found = select(CaseHeadRow).where(col(CaseHeadRow.case_id) > after, col(CaseHeadRow.exercise) == exercise)
    return _rows(connection, found.order_by(col(CaseHeadRow.case_id)), limit)


def head(connection: Connection, case: str) -> CaseHeadRow | None:
    """The head of a case, or ``None`` when nothing of it is stored."""
    found = select(CaseHeadRow).where(col(CaseHeadRow.case_id) == case)
    return next(iter(_rows(connection, found, 1)), None)


def every_case(connection: Connection, *, exercise: bool = False) -> Iterator[CaseHeadRow]:
    """The heads of all cases, by id, page by page; real ones, or those of exercises."""
    after = ""
    while page := cases(connection, after=after, exercise=exercise):
        yield from page
        after = page[-1].case_id


def children(connection: Connection, case: str) -> list[ChildState]:
    """The children of a case and where each stands now, by the clock of the case."""
    return _states(connection, columns(_VIEW).where(_VIEW.c.case_id == case))


def positions(connection: Connection, child: str) -> list[ChildState]:
    """Where a child stands now in each of its cases; at most one of them is open."""
    return _states(connection, columns(_VIEW).where(_VIEW.c.child_id == child))


def children_at(connection: Connection, case: str, moment: datetime) -> list[ChildState]:
    """The children of a case at a moment, as it is known today, after late orders and corrections."""
    at = func.scheidslijn.child_state_at(moment).table_valued(*starmap(Column, _COLUMNS.items()))
    return _states(connection, columns(at).where(at.c.case_id == case))


def history(
    connection: Connection, case: str, *, child: str | None = None, after_seq: int = 0, limit: int = LIMIT
) -> list[EntryRow]:
    """The entries of a case (or of one child in it) after ``after_seq``, in order."""
    found = select(EntryRow).where(col(EntryRow.case_id) == case, col(EntryRow.seq) > after_seq)
    if child is not None:
        found = found.where(col(EntryRow.child_id) == child)
    return _rows(connection, found.order_by(col(EntryRow.seq)), limit)


def open_terms(
    connection: Connection, *, case: str | None = None, until: datetime | None = None, limit: int = LIMIT
) -> list[OpenTermRow]:
    """The terms that run, the earliest first; of one case, or up to (not including) a moment."""
    found = select(OpenTermRow).where(col(OpenTermRow.outcome).is_(None))
    if case is not None:
        found = found.where(col(OpenTermRow.case_id) == case)
    if until is not None:
        found = found.where(col(OpenTermRow.at) < until)
    return _rows(connection, found.order_by(col(OpenTermRow.at), col(OpenTermRow.term_id)), limit)


def tasks(
    connection: Connection, *, case: str | None = None, role: str | None = None, limit: int = LIMIT
) -> list[WorkItemRow]:
    """The tasks that are not done; of one case, or for one role."""
    found = select(WorkItemRow).where(col(WorkItemRow.closed_seq).is_(None))
    if case is not None:
        found = found.where(col(WorkItemRow.case_id) == case)
    if role is not None:
        found = found.where(col(WorkItemRow.role) == role)
    return _rows(connection, found.order_by(col(WorkItemRow.case_id), col(WorkItemRow.item_id)), limit)


def notices(
    connection: Connection, *, case: str | None = None, recipient: str | None = None, limit: int = LIMIT
) -> list[NoticeRow]:
    """The notices that are still owed; of one case, or to one person."""
    found = select(NoticeRow).where(col(NoticeRow.closed_seq).is_(None))
    if case is not None:
        found = found.where(col(NoticeRow.case_id) == case)
    if recipient is not None:
        found = found.where(col(NoticeRow.recipient) == recipient)
    return _rows(connection, found.order_by(col(NoticeRow.case_id), col(NoticeRow.notice_id)), limit)


def _rows(connection: Connection, found: SelectOfScalar[R], limit: int) -> list[R]:
    with Session(connection) as session:
        return list(session.exec(found.limit(limit)))


def _states(connection: Connection, found: Select[tuple[object, ...]]) -> list[ChildState]:
    rows = connection.execute(found.order_by("case_id", "child_id")).mappings()
    return [
        ChildState(**{**row, "state": State(row["state"]), "framework": Framework(row["framework"])}) for row in rows
    ]
