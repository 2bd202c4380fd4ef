"""The terms of secure youth help: when it ends, must be carried out, or runs off (T29, T30)."""

from __future__ import annotations

from collections.abc import Iterator

from states.facts import ChildFile
from states.orders.secure import LIMIT, RUN_OFF, UNEXECUTED, Secure
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Term

SECURE_TERMS = frozenset({LIMIT, f"{LIMIT}.{UNEXECUTED}", RUN_OFF})
"""The last part of their ids."""


def secure_terms(child: ChildFile, secure: Secure) -> Iterator[Term]:
    """One term for the end, as it is now, and one as long as nobody carried it out."""
    key, end, start = f"{child.id}/{secure.order}", child.secure_until(secure), local_day(secure.start)
    if end is None or end == secure.until:
        last = secure.end
        if last is not None:
            yield terms.lapsing(LIMIT, f"{key}/{LIMIT}", start, last, "de machtiging gesloten jeugdhulp")
    else:
        yield terms.lapsing(RUN_OFF, f"{key}/{RUN_OFF}", start, end, "de grond valt weg; nog even uitlopen")
    if secure.executed is None and secure.lapses_unexecuted is not None:
        lapses = secure.lapses_unexecuted
        yield terms.lapsing(LIMIT, f"{key}/{LIMIT}.{UNEXECUTED}", start, lapses, "nog niet uitgevoerd")
