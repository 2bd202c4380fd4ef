"""The three who know a case must say the same: the log, the workflow and the database's tables."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine
from sqlmodel import Session, col, select

from audit.folding import bodies as stored_bodies
from audit.folding import fold
from casetool.service import CaseService
from records import chain, queries
from records.tables import CaseHeadRow, CommandRow, EntryRow
from states.decide import lapse
from states.facts import Case
from states.position import State

Body = dict[str, Any]
MANY = 100_000


def bodies(engine: Engine, case: str) -> list[Body]:
    """The entries of a case, in order."""
    with engine.connect() as connection:
        return [body for body, _ in stored_bodies(connection, case)]


def commands(engine: Engine, case: str) -> list[str]:
    """The commands behind the entries of a case, each once, in order."""
    return [name for name, _ in itertools.groupby(body["command"] for body in bodies(engine, case))]


async def agree(service: CaseService, engine: Engine, case: str) -> Case:
    """No gap, nothing twice, a whole chain, and one answer from everybody; returns the case.

    Raises:
        AssertionError: somebody says something else.
    """
    with engine.connect() as connection:
        folded = fold(connection, case)
        _log_is_whole(connection, case, folded)
        _tables_agree(connection, case, folded)
    view = await service.view(case)
    different = {key for key, value in _plain(folded).items() if _plain(view.case)[key] != value}
    assert not different, "the workflow knows another case than the log"
    with engine.connect() as connection:
        then = {row.child_id: row.state for row in queries.children_at(connection, case, view.now)}
    assert then == _positions(folded, view.now), "child_state_at says something else"
    return folded


def _log_is_whole(connection: Connection, case: str, folded: Case) -> None:
    rows = queries.history(connection, case, limit=MANY)
    with Session(connection) as session:
        head = session.exec(select(CaseHeadRow).where(col(CaseHeadRow.case_id) == case)).one()
        known = session.exec(
            select(CommandRow).where(col(CommandRow.case_id) == case).order_by(col(CommandRow.first_seq))
        ).all()
    assert [row.seq for row in rows] == list(range(1, folded.seq + 1)), "a gap, or an entry twice"
    assert chain.verify(_links(rows), (head.seq, head.hash)) == [], "the chain is broken"
    assert (head.seq, head.hash.hex()) == (folded.seq, folded.head)
    spans = [range(one.first_seq, one.last_seq + 1) for one in known]
    assert list(itertools.chain(*spans)) == [row.seq for row in rows], "entries without a command"
    named = {name: [r.seq for r in rows if r.command_id == name] for name in _names(rows)}
    assert named == {one.command_id: list(span) for one, span in zip(known, spans, strict=True)}


def _names(rows: list[EntryRow]) -> set[str]:
    return {row.command_id for row in rows}


def _links(rows: list[EntryRow]) -> list[chain.Link]:
    return [chain.Link(r.case_id, r.seq, r.prev_hash, r.body, r.hash) for r in rows]


def _tables_agree(connection: Connection, case: str, folded: Case) -> None:
    children = folded.children.values()
    last = folded.recorded_at
    assert last is not None
    now = max(datetime.now(UTC), last)
    stands = {row.child_id: row.state for row in queries.children(connection, case)}
    assert stands == _positions(folded, now), "child_state says something else than the entries"
    terms = queries.open_terms(connection, case=case, limit=MANY)
    assert {t.term_id: t.at for t in terms} == {t.id: t.at for c in children for t in c.terms}
    notices = queries.notices(connection, case=case, limit=MANY)
    assert {n.notice_id for n in notices} == {n.id for c in children for n in c.notices}


def _positions(folded: Case, now: datetime) -> Mapping[str, State]:
    """Where the children stand once everything that lapsed up to now is counted (D3)."""
    settled = lapse(folded, now).case
    found = {child.id: child.state for child in settled.children.values()}
    return {child: state for child, state in found.items() if state is not State.NONE}


def _plain(case: Case) -> Body:
    return case.model_dump(exclude={"exercise"})
