"""Which earlier order somebody means: by its id, by its kind (the last of that kind), or without a word."""

from __future__ import annotations

from datetime import datetime

from states.facts import ChildFile
from states.orders.order import Order, OrderKind

ON_APPEAL = frozenset({OrderKind.ANNULLED, OrderKind.CONFIRMED, OrderKind.SUSPENDED, OrderKind.GRANTED_ON_APPEAL})
"""What a court of appeal decides about an earlier order."""


def order_meant(child: ChildFile, said: str | None, at: datetime) -> Order | None:
    """The order that is meant, or ``None``.

    Without a word: the one under appeal; else the one that the power now rests on, also when it is
    suspended; else the last decision.
    """
    known = [order for order in child.orders if not order.void and order.kind not in ON_APPEAL]
    if said is not None:
        return next((o for o in reversed(known) if said in {o.id, o.kind.value}), None)
    appealed = [p.about for p in child.procedures if p.track == "P3" and p.open_at(at)]
    measure = child.measure(at) or next((m for m in reversed(child.measures) if m.paused), None)
    for id_ in (*reversed(appealed), measure.order if measure is not None else None):
        found = next((o for o in known if o.id == id_), None)
        if found is not None:
            return found
    return known[-1] if known else None
