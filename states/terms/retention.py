"""How long each part of a file is kept: the longest term within a part, never across parts (C5, L15).

One part is the file of voluntary help, the other that of a measure. A long term of one part gives the
other not a day more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from states.facts import ChildFile
from states.people import MAJORITY
from states.terms import term as terms
from states.terms.calendar import birthday
from states.terms.term import Term

HELP = "hulp"
MEASURE = "maatregel"


def kept(child: ChildFile, part: str, new_id: Callable[[str], str], last_change: date) -> Term:
    """The term of a part of the file that changed last on a day.

    A part about a measure is also kept until thirty years after the 18th birthday (T37). Of an unborn
    child that day is not known.
    """
    found = [("T36", last_change, "laatste wijziging van het deel " + part)]
    if part == MEASURE and child.born is not None:
        found.append(("T37", birthday(child.born, MAJORITY), "18e verjaardag; deel maatregel"))
    rule, start, why = max(found, key=lambda one: terms.reach(one[0], one[1]))
    stem = f"{part}/{rule}" if part == MEASURE and rule == "T36" else rule
    return terms.counted(rule, new_id(stem), start, terms.reach(rule, start), why, part=part)
