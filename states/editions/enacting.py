"""What an edition becomes when a bill is carried out: its flag on, its cells and actors in the tables."""

from __future__ import annotations

import dataclasses
from datetime import date

from states.acts.act import Cell
from states.editions.bill import BILLS, Bill
from states.editions.edition import Edition


def enacted(edition: Edition, bill: Bill, valid_from: date | None = None) -> Edition:
    """The edition with one bill carried out, from a day on; nobody has reviewed it."""
    acts = dict(edition.acts)
    for number, columns, cell in BILLS[bill].cells:
        row = acts[number]
        acts[number] = dataclasses.replace(row, cells={**row.cells, **dict.fromkeys(columns.split(), Cell(cell))})
    more = dict(BILLS[bill].actors)
    moves = tuple(
        dataclasses.replace(row, who=row.who | {more[row.id]}) if row.id in more else row for row in edition.moves
    )
    return dataclasses.replace(
        edition,
        moves=moves,
        name=f"{edition.name}:{bill.value}",
        valid_from=valid_from or edition.valid_from,
        acts=acts,
        bills=edition.bills | {bill},
    )
