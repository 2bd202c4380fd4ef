"""For whom and where lines count: the sets of readers and states that come back again and again."""

from __future__ import annotations

from states.position import GUARDED, MEASURE, RAAD, SUPERVISED, VOLUNTARY, State
from states.rights.reader import Reader

WILLING = frozenset((*VOLUNTARY, *RAAD))
ASKING = frozenset(RAAD)
BOUND = frozenset(MEASURE)
WATCHED = frozenset(SUPERVISED)
WARDED = frozenset(GUARDED)
OPEN = WILLING | BOUND
ALL = OPEN | {State.CLOSED}
COURT = frozenset({State.PETITIONED}) | BOUND

WITH = frozenset({Reader.PARENT_WITH})
WITHOUT = frozenset({Reader.PARENT_WITHOUT})
Y12 = frozenset({Reader.YOUTH_12})
Y16 = frozenset({Reader.YOUTH_16})
