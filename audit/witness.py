"""A witness of logs: it has seen each log only grow, and signs that with the time (C2SP tlog-witness).

Remembers the largest checkpoint of each log, on disk before it answers. A checkpoint that is not the continuation of
what it has seen is refused and kept as evidence. It reads no entries: a checkpoint holds a number and a hash.
"""

from __future__ import annotations

import base64
import binascii
import fcntl
import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from records import checkpoint as heads
from records import signednote, tree
from records.checkpoint import Checkpoint
from records.signednote import Note, NoteError, Signer, Verifier

_OLD = re.compile(r"old (0|[1-9][0-9]{0,18})")
MOST_STEPS = 63
MOST_EVIDENCE = 100
OK, BAD, FORBIDDEN, UNKNOWN, CONFLICT, UNPROCESSABLE = 200, 400, 403, 404, 409, 422


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer."""

    status: int
    body: str = ""
    kind: str = "text/plain; charset=utf-8"


class Witness:
    """What a witness knows and does; safe with several threads and processes on one folder."""

    def __init__(
        self, signer: Signer, logs: Iterable[Verifier], folder: Path, clock: Callable[[], float] = time.time
    ) -> None:
        """Witness the logs whose keys are given (the name of a key is the origin of its log)."""
        self._signer = signer
        self._logs = tuple(logs)
        self._folder = folder
        self._clock = clock
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def add_checkpoint(self, request: bytes) -> Answer:
        """Cosign a checkpoint that continues what was seen; otherwise say why not."""
        try:
            old, steps, note, checkpoint = _parsed(request)
        except (NoteError, UnicodeDecodeError) as error:
            return Answer(BAD, f"{error}\n")
        keys = [key for key in self._logs if key.name == checkpoint.origin]
        if not keys:
            return Answer(UNKNOWN, "this log is not witnessed here\n")
        try:
            signers = signednote.verified(note, keys)
        except NoteError as error:
            return Answer(FORBIDDEN, f"{error}\n")
        if not signers:
            return Answer(FORBIDDEN, "no key of this log signed this checkpoint\n")
        if old > checkpoint.size:
            return Answer(BAD, "the old size is larger than the checkpoint\n")
        # One after the other: what is compared is what is replaced.
        with (self._folder / "lock").open("w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return self._compared(old, steps, note, checkpoint)

    def _compared(self, old: int, steps: list[bytes], note: Note, checkpoint: Checkpoint) -> Answer:
        seen = self._seen(checkpoint.origin) or Checkpoint(checkpoint.origin, 0, tree.EMPTY)
        if old != seen.size:
            return Answer(CONFLICT, f"{seen.size}\n", "text/x.tlog.size")
        if checkpoint.size == 0 and checkpoint.root != tree.EMPTY:
            return Answer(UNPROCESSABLE, "a log without leaves has another root\n")
        if not tree.verify_consistency(seen.size, checkpoint.size, steps, seen.root, checkpoint.root):
            self._keep_evidence(note)
            return Answer(UNPROCESSABLE, f"this is not the log of which {seen.size} leaves were seen here\n")
        cosignature = self._signer.sign(note.text, int(self._clock()))
        known = tuple(s for s in note.signatures if any(key.made(s) for key in self._logs))
        _replace(self._file(checkpoint.origin), str(Note(note.text, (*known, cosignature))))
        return Answer(OK, cosignature.line())

    def newest(self, origin_hash: str) -> Answer:
        """The largest checkpoint that was cosigned of a log, by the SHA-256 (hex) of its origin."""
        file = self._folder / f"{origin_hash}.checkpoint"
        if not re.fullmatch(r"[0-9a-f]{64}", origin_hash) or not file.exists():
            return Answer(UNKNOWN, "no checkpoint of this log was seen here\n")
        return Answer(OK, file.read_text(encoding="utf-8"))

    def _seen(self, origin: str) -> Checkpoint | None:
        file = self._file(origin)
        if not file.exists():
            return None
        note = signednote.parse_note(file.read_bytes())
        # What lies on the disk counts only when this witness signed it.
        if not signednote.verified(note, [self._signer.verifier]):
            raise NoteError(f"{file.name} was not signed by this witness: put the folder back as it was")
        return heads.parse_checkpoint(note.text)

    def _file(self, origin: str) -> Path:
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()}.checkpoint"

    def _keep_evidence(self, note: Note) -> None:
        place = self._folder / "refused"
        place.mkdir(exist_ok=True)
        if sum(1 for _ in place.iterdir()) < MOST_EVIDENCE:
            name = hashlib.sha256(str(note).encode()).hexdigest()
            _replace(place / f"{name}.checkpoint", str(note))


def _parsed(request: bytes) -> tuple[int, list[bytes], Note, Checkpoint]:
    head, blank, written = request.decode().partition("\n\n")
    first, *lines = head.split("\n")
    old = _OLD.fullmatch(first)
    if not blank or old is None or len(lines) > MOST_STEPS:
        raise NoteError("a request is an old size, at most 63 hashes, an empty line and a checkpoint")
    try:
        steps = [base64.b64decode(line, validate=True) for line in lines]
    except binascii.Error:
        raise NoteError("a step of the proof is not base64") from None
    note = signednote.parse_note(written)
    return int(old[1]), steps, note, heads.parse_checkpoint(note.text)


def _replace(file: Path, text: str) -> None:
    """The old or the new text stands there, also when the machine stops half-way."""
    draft = file.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    draft.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
