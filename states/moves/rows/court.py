"""What the rows decided by a court share."""

from __future__ import annotations

from states.moves.move import Need
from states.people import Role
from states.position import MEASURE, RAAD, SUPERVISED, VOLUNTARY, State

M1, M2, M3 = SUPERVISED
BEFORE = (State.NONE, *VOLUNTARY, *RAAD, State.CLOSED)
"""Where a court can find a child: it needs no earlier phase (00-C)."""
LANDINGS = (State.ASSESSMENT, State.HELP, *RAAD, *MEASURE, State.CLOSED)
ORDER = (Need("order", "de beschikking van de rechter", "BW 1:255 e.v., invariant 3"),)
STARTS = frozenset({Role.COURT, Role.SYSTEM})
"""A court decides; the clock carries out what it planned."""
TOLD = ("O", "J", "C", "GI")
