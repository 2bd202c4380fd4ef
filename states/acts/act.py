"""One act (handeling): what it is, where it may be done and by whom, as data.

An act says for each column of the matrix whether it is allowed, asks consent, asks a court, or is
forbidden; on what basis; what may be done instead; and which named conditions count where. The
catalogue, ``may``, the pages for lawyers and the proof are all made from these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from states.people import Role


class Cell(StrEnum):
    """What the matrix says at one place.

    ``ABSENT`` answers forbidden: it does not exist here. ``ELSEWHERE`` stands in the column of a
    provisional guardianship for some topics: outside them the column counts of where the child
    stands otherwise (L3).
    """

    ALLOWED = "A"
    CONSENT = "T"
    COURT = "J"
    FORBIDDEN = "X"
    ABSENT = "-"
    ELSEWHERE = "="


COLUMNS = ("V0", "V1", "V2", "R", "M1", "M2", "M3", "M4p", "M4", "M5", "M6", "C")
"""M1 is a provisional supervision without MUHP; with one, the column M3 is read (00-D).

M4 is a provisional guardianship as a whole; M4p one for some topics only (L3).
"""


class Topic(StrEnum):
    """What a court can give a GI a say in without the rest (BW 1:265e lid 1, 1:268 lid 1 b)."""

    SCHOOL = "school"
    MEDICAL = "medisch"
    RESIDENCE_PERMIT = "verblijfsvergunning"


class Yes(StrEnum):
    """Whose yes, and to what, an act asks where its cell is T.

    The first three are purposes: a consent on record of everybody in table 5.1. The others are said
    to this one act as it is done: by everybody in table 5.1, by the holders of authority, by the
    youth alone, by the person whom it concerns.
    """

    HELP = "help"
    SHARING = "sharing"
    INTENSIVE_HELP = "intensive_help"
    EVERYBODY = "everybody"
    HOLDERS = "holders"
    YOUTH = "youth"
    PERSON = "person"


CARE = frozenset({Role.LOCAL_TEAM, Role.PROVIDER, Role.GI, Role.VEILIG_THUIS, Role.COLLEGE, Role.SUPERVISOR})
"""Who helps a family, or decides on help."""
WORKERS = CARE | {Role.RAAD}
GI_ONLY = frozenset({Role.GI})


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the matrix.

    ``who`` may do it at all. ``power``: it is a power of the GI that holds the title (the set P of
    the proof). ``decided``: the kinds of court decision on which it can rest. ``topics``: what it
    is about, where a court gave a say in a topic only; ``topical``: about what the sender names.
    ``intrusive``: a consent that is only presumed does not carry it (Jw 7.3.16 lid 2, L13).
    ``conditions`` and ``exceptions`` name functions of the registry with the columns in which they
    count; an exception lifts an X.
    """

    number: int
    title: str
    cells: Mapping[str, Cell]
    basis: str
    alternative: str
    who: frozenset[Role] = WORKERS
    power: bool = False
    yes: Yes = Yes.HELP
    decided: tuple[str, ...] = ()
    topics: frozenset[Topic] = frozenset()
    topical: bool = False
    intrusive: bool = False
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()
    exceptions: tuple[tuple[str, frozenset[str]], ...] = ()


EVERYWHERE = " ".join(COLUMNS)
VOLUNTARY_COLUMNS = "V0 V1 V2 R"
SUPERVISED_COLUMNS = "M1 M2 M3"
GUARDED_COLUMNS = "M4 M5 M6"
MEASURE_COLUMNS = "M1 M2 M3 M4p M4 M5 M6"

Named = Mapping[str, str]
"""Names of conditions, each with the columns in which it counts, with spaces between."""


def _where(names: Named | None) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(columns.split())) for name, columns in (names or {}).items())


def act(  # noqa: PLR0913 - one row of a table
    number: int,
    title: str,
    cells: str,
    basis: str,
    alternative: str,
    *,
    who: frozenset[Role] = WORKERS,
    power: bool = False,
    yes: Yes = Yes.HELP,
    decided: tuple[str, ...] = (),
    topics: frozenset[Topic] = frozenset(),
    topical: bool = False,
    intrusive: bool = False,
    when: Named | None = None,
    unless: Named | None = None,
) -> Act:
    """A row, with its cells in the order of the columns.

    Raises:
        ValueError: there is not exactly one cell for each column.
    """
    return Act(
        number=number,
        title=title,
        cells=dict(zip(COLUMNS, (Cell(cell) for cell in cells.split()), strict=True)),
        basis=basis,
        alternative=alternative,
        who=who,
        power=power,
        yes=yes,
        decided=decided,
        topics=topics,
        topical=topical,
        intrusive=intrusive,
        conditions=_where(when),
        exceptions=_where(unless),
    )
