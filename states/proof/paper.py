"""The tables on paper, as they were copied by hand into ``papers`` (see its README).

Only the proof reads them. A table is a list of rows; a row is a mapping from column to cell, and the
first column names it.
"""

from __future__ import annotations

import csv
import functools
import re
from importlib import resources

from states.position import CODES, State

Row = dict[str, str]

SILENT = "?"
"""A cell about which the papers say nothing."""
GROUPS: dict[str, tuple[str, ...]] = {
    "V*": ("V0", "V1", "V2a", "V2b"),
    "R*": ("R1", "R2", "R3"),
    "M*": ("M1", "M2", "M3", "M4", "M5", "M6"),
    "any": ("V0", "V1", "V2a", "V2b", "R1", "R2", "R3", "M1", "M2", "M3", "M4", "M5", "M6", "C"),
}
STATES: dict[str, State] = {code: state for state, code in CODES.items() if state is not State.NONE} | {
    "new": State.NONE
}

_LAW = r"(?P<law>BJw|RJw|Jw|BW|Rv|UAVG|AVG|Atw|Awbi|Wmo|Wth|Gw|EVRM)\b"
_REST = (
    r"(?P<rest>(?:lid|leden)\s+\d{1,2}(?:\s*(?:-|en)\s*\d{1,2}\b(?![:.]))*|Stb\.? \d+-\d+|\d{1,2}-\d{1,2}-\d{4}"
    r"|ECLI\S+|\b(?:R|TR|NX|L|C|T)-?\d+\w*|00-\w+|\(\d+\)|\d+°)"
)
_ARTICLE = r"(?P<article>\d+:\d+[a-z]*|\d+(?:\.\d+)*[a-z]*)"
_TOKENS = re.compile(f"{_LAW}|{_REST}|{_ARTICLE}")


@functools.cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of a table on paper."""
    text = resources.files("states.proof").joinpath("papers", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter=";"))


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that are divided by commas."""
    return tuple(part.strip() for part in cell.split(",") if part.strip())


def states(cell: str) -> tuple[State, ...]:
    """The states of a cell of codes and groups of codes."""
    return tuple(STATES[code] for word in cell.split() for code in GROUPS.get(word, (word,)))


def articles(basis: str) -> frozenset[str]:
    """The articles that a basis names, each with its law: "BW 1:255, 258" names BW 1:255 and BW 1:258."""
    found: set[str] = set()
    law = ""
    for token in _TOKENS.finditer(basis):
        if token["law"]:
            law = token["law"]
        elif token["article"] and law:
            number = token["article"]
            found.add(f"{law} {number if law != 'BW' or ':' in number else f'1:{number}'}")
    return frozenset(found)


def unnamed(paper: str, basis: str) -> list[str]:
    """The articles on paper that a basis does not name; an article also stands for its parts."""
    known = articles(basis)
    lacking = [a for a in sorted(articles(paper)) if not any(k == a or k.startswith(f"{a}.") for k in known)]
    return [*lacking, *(["[K]"] if "[K]" in paper and "[K" not in basis else [])]
