"""Signed tree heads: the C2SP format tlog-checkpoint. Pure.

The text of a note means nothing before a signature of a key that the reader already knows was verified.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from records.signednote import Note, NoteError, Signer, Verifier, decoded, parse_note, verified

_ROOT_BYTES = 32
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: its name, its number of leaves, its root, and lines that say nothing to us."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed."""
        root = base64.b64encode(self.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, str(self.size), root, *self.extensions))


def signed(checkpoint: Checkpoint, signer: Signer) -> Note:
    """A note over a checkpoint with the log's own signature."""
    return Note(checkpoint.text, (signer.sign(checkpoint.text),))


def parse_checkpoint(text: str) -> Checkpoint:
    """Read the text of a note as a checkpoint.

    Raises:
        NoteError: it is none.
    """
    lines = text.split("\n")
    # The last line ends in a newline too, so the last part is empty; no other is.
    if len(lines) < len(("origin", "size", "root", "")) or not all(lines[:-1]) or lines[-1]:
        raise NoteError("a checkpoint has an origin, a size and a root, a line each")
    origin, size, root, *extensions = lines[:-1]
    hash_ = decoded(root)
    if not _SIZE.fullmatch(size) or len(hash_) != _ROOT_BYTES:
        raise NoteError("a checkpoint has a size in decimals and a root of 32 bytes")
    return Checkpoint(origin, int(size), hash_, tuple(extensions))


def opened(written: str | bytes, origin: str, keys: Iterable[Verifier]) -> Checkpoint:
    """Read a checkpoint of one log that one of these keys signed.

    Raises:
        NoteError: it is none, is of another log, none of the keys signed it, or a signature does not hold.
    """
    note = parse_note(written)
    if not verified(note, keys):
        raise NoteError("no key that is known signed this checkpoint")
    checkpoint = parse_checkpoint(note.text)
    if checkpoint.origin != origin:
        raise NoteError(f"this is a checkpoint of another log, {checkpoint.origin!r}")
    return checkpoint
