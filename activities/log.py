"""The log, as the case workflow reaches it: one activity, one function call, one transaction (D8).

The digest that makes a command idempotent is taken over the command as it was sent, never over
entries: a re-run sees another clock. It is keyed, because a command can hold little that is secret
and a bare digest of it could be guessed.
"""

from __future__ import annotations

import hmac

from psycopg_pool import AsyncConnectionPool
from temporalio import activity
from temporalio.common import MetricMeter
from temporalio.exceptions import ApplicationError

from records import log
from records.chain import canonical, seal
from records.errors import OpenElsewhereError, RecordsError, RefusedError
from records.log import Command, Request, Status
from states import exchange as x


class CaseLog:
    """Appends to, and reads from, the log of cases."""

    def __init__(
        self,
        pool: AsyncConnectionPool,
        digest_key: bytes,
        *,
        exercises: bool,
        meter: MetricMeter = MetricMeter.noop,
    ) -> None:
        """Use an open pool (``records.engine.pool``) and the key of the command digests.

        ``exercises``: whether cases with a shifted clock may be stored here. ``meter`` counts
        answers (``scheidslijn_appends``, by ``answer``) and entries (``scheidslijn_entries``).
        """
        self._appends = meter.create_counter("scheidslijn_appends", "Answers of the log")
        self._entries = meter.create_counter("scheidslijn_entries", "Entries that were stored")
        self._pool = pool
        self._key = digest_key
        self._exercises = exercises

    def digest(self, sent: dict[str, object]) -> str:
        """The keyed digest (hex) of a command as it was sent."""
        return hmac.digest(self._key, canonical(sent), "sha256").hex()

    @activity.defn(name=x.APPEND)
    async def append(self, request: x.Append) -> x.Appended:
        """Store entries behind the expected head, or read what lies beyond it.

        Raises:
            ApplicationError: never to be retried: another command has this id, the child is open
                in another case, or the database's own checks refuse the entries.
                Or to be retried, until the database answers.
        """
        if request.exercise and not self._exercises:
            message = "exercise cases are not allowed here (SCHEIDSLIJN_EXERCISES)"
            raise ApplicationError(message, type=x.BROKEN, non_retryable=True)
        command = None
        if request.command_id is not None:
            digest = self.digest(request.sent or {})
            command = Command(id=request.command_id, digest=digest, outcome=request.outcome)
        wanted = Request(
            case=request.case,
            exercise=request.exercise,
            expected_seq=request.expected_seq,
            command=command,
            entries=tuple(seal(request.bodies, bytes.fromhex(request.head))),
        )
        try:
            answer = await log.append_from(self._pool, wanted)
        # From None: the driver's own error can quote a row, and what is raised here is logged (D12).
        except OpenElsewhereError as error:
            raise ApplicationError(error.rule, type=x.ELSEWHERE, non_retryable=True) from None
        except RefusedError as error:
            raise ApplicationError(str(error), error.rule, type=x.BROKEN, non_retryable=True) from None
        except RecordsError as error:
            raise ApplicationError(str(error), type=x.WEATHER) from None
        self._appends.add(1, {"answer": answer.status.value})
        if answer.status is Status.OK and request.bodies:
            self._entries.add(len(request.bodies))
        if answer.status is Status.CONFLICT:
            message = f"another command with id {request.command_id} was stored before"
            raise ApplicationError(message, type=x.CONFLICT, non_retryable=True)
        return x.Appended(
            status=answer.status.value,
            seq=answer.seq,
            hash=answer.hash,
            # Who sent it just now knows it; in the history it would stand twice.
            outcome=answer.outcome if answer.status is Status.ALREADY else None,
            entries=tuple(x.StoredEntry.model_construct(seq=e.seq, body=e.body, hash=e.hash) for e in answer.entries),
        )
