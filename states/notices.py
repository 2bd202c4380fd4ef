"""Notices: what is due to whom, in which text and version, until when; and that no text names an address.

A notice is due to a person by id, or to an office by its role. An address is never asked and never kept, so
a secret one cannot be on it.
"""

from __future__ import annotations

import re
from datetime import datetime

from states.editions.book import rules
from states.facts import Notice
from states.position import State
from states.refusal import Reason
from states.terms.calendar import local_day
from states.terms.spans import Span

FAMILY = frozenset({"O", "J"})
"""The codes of who is told in person: parents with authority, and the youth."""
_POSTCODE = re.compile(r"\b[1-9][0-9]{3}\s?[A-Z]{2}\b")
_STREET = re.compile(
    r"\b\w*(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|steeg|dreef|pad|plantsoen)\s+\d+\s?[a-z]?\b",
    re.IGNORECASE,
)


def notice(id_: str, code: str, recipient: str, at: datetime, sheet: State | None = None) -> Notice:
    """A notice that is due from a moment (UTC); ``sheet``: the state whose sheet a family gets with it."""
    edition = rules(at)
    to_family = code in FAMILY
    return Notice(
        id=id_,
        code=code,
        recipient=recipient,
        text="notice/family" if to_family else "notice/office",
        edition=edition.id,
        due=edition.spans[Span.NOTICE].length.reach(local_day(at)),
        sheet=sheet if to_family else None,
    )


def address_in(*texts: str) -> Reason | None:
    """A reason when a text about a delivery holds what looks like an address (6-standards: secrecy of address)."""
    if not any(_POSTCODE.search(text) or _STREET.search(text) for text in texts):
        return None
    return Reason(
        rule="R-14/address",
        text="Hier staat iets wat op een adres lijkt. Een adres kan geheim zijn, en hoort niet in deze tekst.",
        source="AVG 5 lid 1 c; geheim adres: ontwerp",
        remedy='Schrijf alleen hoe het is gegeven, bijvoorbeeld "brief" of "in een gesprek".',
    )
