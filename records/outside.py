"""Checkpoints outside the database: a folder of files that are written once and never changed.

Each is named by the size of its checkpoint: ``…42.checkpoint``, and beside it ``…42.SOURCE.cosignature`` and
``…42.SOURCE.tsr``. The folder should lie where whoever owns the database cannot write.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from records import checkpoint as heads
from records import signednote
from records.checkpoint import Checkpoint
from records.errors import BrokenLogError
from records.signednote import Verifier

CHECKPOINT, COSIGNATURE, TIMESTAMP = "checkpoint", "cosignature", "tsr"
_DIGITS = 20


class Outside:
    """The folder, made when something is first kept in it."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; nothing is read or written yet."""
        self.folder = folder

    def notes(self) -> list[Path]:
        """The checkpoints that are kept, the smallest first."""
        return sorted(self.folder.glob(f"{'[0-9]' * _DIGITS}.{CHECKPOINT}"))

    def size(self) -> int:
        """The size of the largest checkpoint that is kept, by its name; -1 when there is none."""
        kept = self.notes()
        return int(kept[-1].stem) if kept else -1

    def newest(self, origin: str, keys: Iterable[Verifier]) -> Checkpoint | None:
        """The largest checkpoint that is kept.

        Raises:
            BrokenLogError: it is not a checkpoint of this log by one of these keys, or not of the size in its name.
        """
        kept = self.notes()
        if not kept:
            return None
        try:
            found = heads.opened(kept[-1].read_bytes(), origin, keys)
        except signednote.NoteError as error:
            raise BrokenLogError(reason=f"{kept[-1].name} outside the database is not ours: {error}") from None
        if found.size != int(kept[-1].stem):
            raise BrokenLogError(reason=f"{kept[-1].name} outside the database is a checkpoint of {found.size} leaves")
        return found

    def keep(self, size: int, note: str) -> None:
        """Keep a checkpoint; does nothing when it is kept already.

        Raises:
            BrokenLogError: another checkpoint of this size is kept.
            OSError: the folder cannot be written.
        """
        file = self.folder / f"{size:0{_DIGITS}}.{CHECKPOINT}"
        if not _written_once(file, note.encode()) and file.read_bytes() != note.encode():
            raise BrokenLogError(reason=f"another checkpoint of {size} leaves stands outside the database")

    def keep_beside(self, size: int, kind: str, source: str, content: bytes) -> None:
        """Keep what a witness or a time stamping authority said of a checkpoint; the first word counts.

        Raises:
            OSError: the folder cannot be written.
        """
        short = hashlib.sha256(source.encode()).hexdigest()[:8]
        _written_once(self.folder / f"{size:0{_DIGITS}}.{short}.{kind}", content)


def _written_once(file: Path, content: bytes) -> bool:
    """Whole or not at all, also when the machine stops half-way; never over what is there."""
    file.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    if file.exists():
        return False
    draft = file.with_name(f".{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        file.hardlink_to(draft)
    except FileExistsError:
        return False
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return True
