"""Another run of the same case: it stores entries, and the case's own workflow is not told.

That is what is left of a worker that died after its commit, of a run that was reset, or of a
Temporal that was lost.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine

from audit.folding import fold
from records import log
from records.chain import seal
from states import commands as c
from states.decide import Decision, decide
from states.entry import Trace, bodies


def carries_out(engine: Engine, case: str, now: datetime, *commands: c.Base) -> None:
    """Decide lawful commands on what is stored, and store them; ``now`` is the case's clock (UTC)."""
    for command in commands:
        with engine.connect() as connection:
            folded = fold(connection, case)
        decision = decide(folded, command, now)
        assert decision.refusal is None
        stores(engine, case, now, log.Command(command.id, "00", None), decision)


def stores(engine: Engine, case: str, now: datetime, command: log.Command, decision: Decision) -> None:
    """Store what was decided."""
    trace = Trace(command.id, "case/other", "other-run", "other-build")
    with engine.connect() as connection:
        head = fold(connection, case)
        request = log.Request(
            case=case,
            expected_seq=head.seq,
            command=command,
            entries=tuple(seal(bodies(decision.drafts, case, now, trace), bytes.fromhex(head.head))),
            exercise=True,
        )
        assert log.append(connection, request).status is log.Status.OK
