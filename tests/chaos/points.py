"""Where a worker is killed: each moment at which something is known to some and not to others."""

from __future__ import annotations

from enum import Enum


class KillPoint(Enum):
    """A moment in the life of a command, a new run or a lapse; the value says what is true then."""

    ENTERING = "The update reached the worker. Nobody has stored anything of it."
    DRAFTED = "The entries are drafted. The database was not asked, Temporal stored nothing of the update."
    ACCEPTED = "Temporal stored that the update was accepted. The database was not asked."
    COMMITTED = "The database committed. The workflow has not heard, Temporal stored nothing of the update."
    COMMITTED_ACCEPTED = "The database committed, Temporal stored the acceptance. The workflow has not heard."
    COMMITTED_ALONE = "The database committed. Then worker, client and Temporal die, and nobody asks again."
    ROLLING = "Every handler has answered. The new run is about to be asked for."
    ROLLED = "The new run has begun. It has not read the log yet."
    LAPSE_DRAFTED = "A timer fired and the lapse is drafted. The database was not asked."
    LAPSE_COMMITTED = "A timer fired and the database committed the lapse. The workflow has not heard."


HOLDING = {KillPoint.ACCEPTED, KillPoint.COMMITTED_ACCEPTED}
"""Where the worker waits to be killed, until Temporal has stored the acceptance."""
