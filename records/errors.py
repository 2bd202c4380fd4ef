"""What can go wrong with the records; the docstring of a class is its message.

RecordsError
├── UnreachableError        the database cannot be reached
├── NotNowError             the database could not do it this time (a lock, a timeout, an outage)
├── OutOfStepError          the database is not what this version expects
├── EditionChangedError     an edition is published with other content
├── BrokenLogError          what is stored and what was signed differ
└── RefusedError            the database refused to store something
    ├── MalformedError          request or body has the wrong shape (SL001, SL002, SL003)
    ├── BrokenChainError        number, hash or command does not fit (SL004)
    ├── WrongPositionError      not where the child stands, or no such move (SL005, foreign key)
    ├── OpenElsewhereError      the child is open in another case (SL006)
    ├── UnknownEditionError     edition, digest or framework is not the published one (SL007)
    ├── NoOrderError            no court order carries the position (SL008)
    ├── NoConsentError          not everybody's consent carries the help (SL009)
    ├── WrongEffectsError       the effects do not fit what is stored (SL010)
    ├── ChangeRefusedError      recorded or derived things are not written by hand (SL011, SL012)
    ├── EntriesLostError        the database ends before what the caller has seen (SL013)
    ├── ClockError              an entry of a real case comes from the future (SL014)
    └── SealError               a checkpoint does not fit the sealed log (SL015)
"""

from __future__ import annotations

import inspect

import psycopg


class RecordsError(Exception):
    """For the operator: something is wrong with the records."""

    def __init__(self, **details: object) -> None:
        """Fill the placeholders of the class's docstring with ``details``."""
        super().__init__(inspect.cleandoc(type(self).__doc__ or "").format(**details))


class UnreachableError(RecordsError):
    """For the operator: PostgreSQL at {where} does not answer: {reason}.

    Nothing was stored. See that the server runs and that host, port, database and password are right.
    """


class NotNowError(RecordsError):
    """For the operator: PostgreSQL could not do this now: {reason}. Nothing was stored; it is tried again."""


class OutOfStepError(RecordsError):
    """For the operator: the database is not what this version expects.

    {listing}

    Migrate (upgrade) if it is older; if it was changed by hand, find out by whom before you go on.
    """

    def __init__(self, differences: tuple[str, ...]) -> None:
        """Name what differs, a line each."""
        super().__init__(listing="\n".join(f"- {line}" for line in differences))
        self.differences = differences


class EditionChangedError(RecordsError):
    """For the developer: edition {edition} is published in this database with another content ({what}).

    Entries name it, so it cannot change any more. Give the changed rules an edition of their own.
    """


class BrokenLogError(RecordsError):
    """For the operator and the auditor: what is stored and what was signed differ: {reason}.

    Nothing is signed until people have found out why. Was an older copy of the database put back, or was it changed?
    Keep database, checkpoints and what witnesses hold as they are.
    """


class RefusedError(RecordsError):
    """For the developer: the database refused to store this and stored nothing: {reason}.

    ``rule`` is the SQLSTATE of the refusal, ``field`` the column or key that it is about.
    """

    def __init__(self, reason: str, rule: str, field: str | None) -> None:
        """Keep the database's own words, which carry no personal data."""
        super().__init__(reason=reason)
        self.reason = reason
        self.rule = rule
        self.field = field


class MalformedError(RefusedError):
    """For the developer: request or entry has the wrong shape, nothing was stored: {reason}."""


class BrokenChainError(RefusedError):
    """For the developer: the entry does not fit the chain of its case, nothing was stored: {reason}."""


class WrongPositionError(RefusedError):
    """For the developer: that move cannot be made from where the child stands, nothing was stored: {reason}."""


class OpenElsewhereError(RefusedError):
    """For the case worker's desk: the child has an open case already, nothing was stored: {reason}."""


class UnknownEditionError(RefusedError):
    """For the operator: the database does not know these rules, nothing was stored: {reason}.

    Migrate the database before starting workers of this version.
    """


class NoOrderError(RefusedError):
    """For the developer: power without a court order in force is refused, nothing was stored: {reason}."""


class NoConsentError(RefusedError):
    """For the developer: help without everybody's consent is refused, nothing was stored: {reason}."""


class WrongEffectsError(RefusedError):
    """For the developer: the effects do not fit what is stored, nothing was stored: {reason}."""


class ChangeRefusedError(RefusedError):
    """For whoever tried: what was recorded is not changed by hand, nothing was stored: {reason}."""


class EntriesLostError(RefusedError):
    """For the operator: stop. This database is older than the cases that run on it: {reason}.

    Was it restored from a copy? The entries that it lacks are in a newer copy or in the workflows.
    """


class ClockError(RefusedError):
    """For the operator: the clocks of Temporal and PostgreSQL differ too much, nothing was stored: {reason}.

    See that both machines keep time. A case that runs ahead on purpose must be made as an exercise.
    """


class SealError(RefusedError):
    """For the operator: the sealed log did not take this, nothing was stored: {reason}."""


_CLASSES: dict[str, type[RefusedError]] = {
    "SL001": MalformedError,
    "SL002": MalformedError,
    "SL003": MalformedError,
    "SL004": BrokenChainError,
    "SL005": WrongPositionError,
    "SL006": OpenElsewhereError,
    "SL007": UnknownEditionError,
    "SL008": NoOrderError,
    "SL009": NoConsentError,
    "SL010": WrongEffectsError,
    "SL011": ChangeRefusedError,
    "SL012": ChangeRefusedError,
    "SL013": EntriesLostError,
    "SL014": ClockError,
    "SL015": SealError,
    "ck_entry_hash": BrokenChainError,
    "fk_entry_legal_transition": WrongPositionError,
}
# SQLSTATE classes of weather, worth a retry: connection, rollback, resources, locks, an operator, the
# machine. Anything else is wrong with what was sent, and would be wrong again.
_WEATHER = frozenset({"", "08", "40", "53", "55", "57", "58"})


def translated(error: psycopg.Error) -> RefusedError | NotNowError:
    """Tell a refusal, which stays one, from weather, after which trying again makes sense."""
    state = error.sqlstate or ""
    reason = error.diag.message_primary or str(error)
    kind = _CLASSES.get(state) or _CLASSES.get(error.diag.constraint_name or "")
    if kind is None and state[:2] in _WEATHER:
        return NotNowError(reason=reason)
    return (kind or MalformedError)(reason, state, error.diag.column_name or error.diag.constraint_name)
