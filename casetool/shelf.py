"""How the command line finds an edition: by its id or name in the book of law, with or without a bill."""

from __future__ import annotations

from datetime import UTC, datetime

from states.editions.bill import Bill
from states.editions.book import book, rules
from states.editions.edition import Edition
from states.editions.enacting import enacted


class UnknownEditionError(Exception):
    """For the reader of the law: there is no edition {name}.

    There are: {known}. With a bill carried out: NAME:BILL, and BILL is one of {bills}.
    """

    def __init__(self, name: str) -> None:
        """Name what there is."""
        known = ", ".join(edition.id for edition in book().editions)
        text = (type(self).__doc__ or "").replace("\n    ", "\n")
        super().__init__(text.format(name=name, known=known, bills=", ".join(Bill)).strip())


def find(name: str | None) -> Edition:
    """The edition with an id or a name; without one, that of today.

    ``2026-11:perspectief_rechter`` is the edition 2026-11 with that bill carried out.

    Raises:
        UnknownEditionError: there is none.
    """
    if name is None:
        return rules(datetime.now(UTC))
    wanted, _, bill = name.partition(":")
    edition = next((e for e in book().editions if wanted in {e.id, e.name}), None)
    if edition is None or (bill and bill not in set(Bill)):
        raise UnknownEditionError(name)
    return enacted(edition, Bill(bill)) if bill else edition
