"""Whether everybody who knows a case says the same: entries, workflow, tables, and the law in the database.

The log is the truth (D8). A workflow that knows less than the log is behind, and heals itself; that is no tampering.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from audit import projections
from audit.folding import bodies, fold
from records import editions, inventory
from states.editions.book import book
from states.facts import Case


class Grade(StrEnum):
    """How much a difference says."""

    BEHIND = "behind"
    """Nothing is wrong: it catches up at its next command, timer or sweep."""
    DRIFT = "drift"
    """Two that should say the same do not; find out why."""
    LOST = "lost"
    """Somebody knows entries that the log does not have: an older copy was put back, or entries were removed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference. ``frameworks``: of the children, as recorded; empty where no case is meant."""

    frameworks: Mapping[str, str]
    case: str
    grade: Grade
    between: str
    what: str


def of_case(connection: Connection, case: str, workflow: Case | None = None) -> list[Finding]:
    """The differences in one case; ``workflow``: what its workflow knows, when it runs.

    Raises:
        UnknownCaseError: there is no such case.
    """
    folded = fold(connection, case)
    hashes = {0: "00" * 32} | {seq: hash_ for seq, (_, hash_) in enumerate(bodies(connection, case), start=1)}
    frameworks = {row: str(value["framework"]) for row, value in _standing(connection, case).items()}
    found = [
        Finding(frameworks, case, Grade.DRIFT, "entries and tables", line)
        for line in projections.unlike(connection, case)
    ]
    if workflow is not None:
        found += [
            Finding(frameworks, case, grade, "entries and workflow", what)
            for grade, what in beside(folded, workflow, hashes)
        ]
    return found


def _standing(connection: Connection, case: str) -> dict[str, dict[str, object]]:
    return {key[0]: row for key, row in projections.stored(connection, case)["child_state"].items()}


def beside(folded: Case, workflow: Case, hashes: Mapping[int, str]) -> list[tuple[Grade, str]]:
    """What a workflow says otherwise than the entries. Pure; ``hashes``: of each entry, by number."""
    if workflow.seq > folded.seq:
        return [(Grade.LOST, f"the workflow has seen entry {workflow.seq}, the log ends at {folded.seq}")]
    if hashes.get(workflow.seq) != workflow.head:
        return [(Grade.DRIFT, f"entry {workflow.seq} has another hash than the workflow has seen")]
    if workflow.seq < folded.seq:
        return [(Grade.BEHIND, f"the workflow has seen entry {workflow.seq}, the log ends at {folded.seq}")]
    ours, theirs = (one.model_dump(exclude={"exercise"}) for one in (folded, workflow))
    differing = sorted(
        f"{child}.{name}"
        for child in {*ours["children"], *theirs["children"]}
        for name in ours["children"].get(child, {})
        if theirs["children"].get(child, {}).get(name) != ours["children"][child][name]
    )
    return [(Grade.DRIFT, f"the same entries, and another file: {', '.join(differing)}")] if differing else []


def of_database(connection: Connection) -> list[Finding]:
    """Triggers, functions, rights and law tables that are not those of this version.

    The connection must be in a transaction.
    """
    found = [("database and version", line) for line in inventory.differences(connection)]
    found += [
        ("law in the database and in the code", line)
        for edition in book().editions
        for line in editions.differences(connection, edition)
    ]
    return [Finding({}, "", Grade.DRIFT, between, line) for between, line in found]
