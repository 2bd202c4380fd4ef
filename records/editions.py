"""Publishes an edition of the rules: the states and moves that the database lets through.

An edition is published once. Its row in ``legal_edition`` comes last and closes it; after that the
database refuses any move more or less.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from records.errors import EditionChangedError
from records.tables import LegalEditionRow, LegalStateRow, LegalTransitionRow
from states.editions.edition import Edition
from states.position import State, framework_of
from states.terms.calendar import day_start

SHOWN = 3
"""How many differences an error names."""


def publish(connection: Connection, edition: Edition) -> None:
    """Write an edition when the database does not have it.

    Raises:
        EditionChangedError: the database has it with other content.
    """
    known = connection.execute(select(col(LegalEditionRow.edition)).where(col(LegalEditionRow.edition) == edition.id))
    if known.first() is not None:
        found = differences(connection, edition)
        if found:
            raise EditionChangedError(edition=edition.id, what=_shortly(found))
        return
    connection.execute(insert(LegalStateRow), [{"edition": edition.id, **row} for row in _states()])
    connection.execute(
        insert(LegalTransitionRow),
        [
            {"edition": edition.id, "move": move, "from_state": source, "to_state": target}
            for move, source, target in edition.transitions
        ],
    )
    row = {"edition": edition.id, "digest": edition.digest, "begins_at": day_start(edition.valid_from)}
    connection.execute(insert(LegalEditionRow).values(row))


def _shortly(found: list[str]) -> str:
    more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return "; ".join(found[:SHOWN]) + more


def differences(connection: Connection, edition: Edition) -> list[str]:
    """Say, a line each, what the database has otherwise than the edition."""
    of_edition = col(LegalEditionRow.edition) == edition.id
    digest = connection.execute(select(col(LegalEditionRow.digest)).where(of_edition)).scalar()
    if digest is None:
        return [f"edition {edition.id}: not published"]
    found = [] if digest == edition.digest else [f"edition {edition.id}: another digest, {digest}"]
    states = connection.execute(
        select(col(LegalStateRow.state), col(LegalStateRow.framework)).where(col(LegalStateRow.edition) == edition.id)
    )
    moves = connection.execute(
        select(
            col(LegalTransitionRow.move), col(LegalTransitionRow.from_state), col(LegalTransitionRow.to_state)
        ).where(col(LegalTransitionRow.edition) == edition.id)
    )
    stored = {tuple(row) for row in (*states, *moves)}
    wanted = {tuple(row.values()) for row in _states()} | {tuple(map(str, move)) for move in edition.transitions}
    found += [f"edition {edition.id}: lacks {' '.join(row)}" for row in sorted(wanted - stored)]
    found += [f"edition {edition.id}: should not have {' '.join(row)}" for row in sorted(stored - wanted)]
    return found


def _states() -> list[dict[str, str]]:
    return [{"state": state.value, "framework": framework_of(state).value} for state in State]
