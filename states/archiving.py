"""What the workflow of a case and the archive of histories say to each other, and the entry that comes of it (D13)."""

from __future__ import annotations

from datetime import datetime

from states.decide import Decision
from states.drafting import Drafting
from states.events import HistoryArchived
from states.facts import Case
from states.people import SYSTEM, Stored

ARCHIVIST = "Archivist"
"""The name of the workflow that sweeps."""
ARCHIVE = "archive_run"
"""The name of the activity that archives one closed run; it gives nothing when there is no archive."""
SWEEP = "sweep_runs"
"""The name of the activity that archives what no next run archived."""
PATCH = "archive-the-run-before"
"""Runs that began on a build without an archive never ask for it."""


class ToArchive(Stored):
    """A run of a case that has ended."""

    case: str
    workflow: str
    run: str


class Archived(Stored):
    """A history as it is kept; hashes are hex, as in ``HistoryArchived``."""

    run: str
    builds: tuple[str, ...]
    events: int
    closed: bool
    sha256: str
    sealed: str
    key: str

    @property
    def command(self) -> str:
        """The id of the command that records it: a closed run is recorded once, an open one at each change."""
        return f"archive/{self.run}" if self.closed else f"archive/{self.run}/{self.sha256[:16]}"

    @property
    def sent(self) -> dict[str, object]:
        """What the digest of that command is over: the same, whoever archived the run."""
        return {"archive": self.run, "sha256": self.sha256}


class Swept(Stored):
    """What a sweep did: how many closed and open runs it archived.

    ``gone``: runs whose history Temporal no longer had; ``other``: runs of which another history was recorded before.
    """

    closed: int = 0
    open: int = 0
    gone: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def recorded(case: Case, kept: Archived, now: datetime) -> Decision:
    """The entry that says so (UTC, the case's own clock); nobody's child stands elsewhere after it."""
    draft = Drafting(case, SYSTEM, now)
    draft.emit(None, HistoryArchived(**kept.model_dump()), now)
    return Decision(tuple(draft.drafts), draft.case)
