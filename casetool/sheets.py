"""A table of the law as text: Markdown to read, CSV and JSON to compute with.

Whatever the form, it says which edition it is of, and whether that edition is provisional.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from enum import StrEnum

from casetool.texts import edition_line
from states.editions.edition import Edition


class Form(StrEnum):
    """In which form a table is printed."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table: the names of its columns, and a cell for each in every row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def printed(sheet: Sheet, edition: Edition, form: Form) -> str:
    """The text of a sheet, ending in a newline."""
    if form is Form.JSON:
        return json.dumps(stamped(edition) | {"rows": records(sheet)}, ensure_ascii=False, indent=2) + "\n"
    if form is Form.CSV:
        return _csv(sheet, edition)
    return f"# {sheet.title}\n\n{edition_line(edition)}\n\n{markdown(sheet)}"


def stamped(edition: Edition) -> dict[str, object]:
    """What every JSON output about an edition says of it."""
    return {
        "edition": edition.id,
        "status": edition.status,
        "valid_from": edition.valid_from.isoformat(),
        "digest": edition.digest,
        "unreviewed": [reviewer.value for reviewer in edition.unreviewed],
    }


def records(sheet: Sheet) -> list[dict[str, str]]:
    """The rows as mappings."""
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def markdown(sheet: Sheet) -> str:
    """The rows as a Markdown table."""
    lines = (sheet.columns, ("---",) * len(sheet.columns), *sheet.rows)
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _csv(sheet: Sheet, edition: Edition) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*sheet.columns, "editie", "status"))
    writer.writerows((*row, edition.id, edition.status) for row in sheet.rows)
    return text.getvalue()
