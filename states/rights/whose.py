"""Which sheet somebody gets, from the facts of the child: authority on the day, and age on the day."""

from __future__ import annotations

from datetime import datetime

from states.facts import ChildFile
from states.people import AgeBand
from states.rights.reader import Reader


class NoSheetError(Exception):
    """Voor deze lezer is er geen eigen blad."""


def reader_of(child: ChildFile, person: str, at: datetime) -> Reader:
    """Which sheet a person gets about a child at a moment (UTC).

    Raises:
        NoSheetError: a child under 12 has no sheet of its own; the message says what is possible.
    """
    if person == child.id:
        band = child.band(at)
        if band is AgeBand.UNDER_12:
            raise NoSheetError(
                "Een kind onder de 12 krijgt geen eigen blad: vertel het in eigen woorden van het kind, en geef het "
                "blad aan wie gezag heeft."
            )
        return Reader.YOUTH_12 if band is AgeBand.FROM_12 else Reader.YOUTH_16
    return Reader.PARENT_WITH if person in child.consents_at(at).holders else Reader.PARENT_WITHOUT
