"""Signed notes and their keys: the C2SP formats signed-note and tlog-cosignature, with Ed25519. Pure.

The text of a note means nothing before a signature of a key that the reader already knows was verified.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from typing_extensions import override

SIGNS, COSIGNS = 0x01, 0x04
"""Signature types: Ed25519 over a note; timestamped Ed25519 cosignature over a checkpoint."""
MOST_BYTES = 100_000
MOST_SIGNATURES = 100
_DASH = "— "
_KEY_BYTES, _ID_BYTES, _TIME_BYTES = 32, 4, 8
_HEX_ID = re.compile(r"[0-9a-f]{8}")


class NoteError(ValueError):
    """For auditors and operators: this is not a signed note, checkpoint or key, or a signature does not hold."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line: whose key, its id (4 bytes), and what the key made."""

    name: str
    key_id: bytes
    made: bytes

    def line(self) -> str:
        """The line as it stands in a note, with its newline."""
        return f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.made).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and the signatures under it. Nothing is verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    @override
    def __str__(self) -> str:
        """The note as it is stored and sent."""
        return f"{self.text}\n{''.join(signature.line() for signature in self.signatures)}"


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key with its name and what it may sign, as a vkey says it (``name+id+key``)."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes that name and key hash to."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:_ID_BYTES]

    @override
    def __str__(self) -> str:
        """The key as a vkey."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"

    def made(self, signature: Signature) -> bool:
        """Whether a signature says that it was made with this key."""
        return (signature.name, signature.key_id) == (self.name, self.key_id)

    def verify(self, text: str, signature: Signature) -> int:
        """Verify a signature over the text of a note; gives the POSIX time of a cosignature, 0 for others.

        Raises:
            NoteError: it does not hold.
        """
        made, time, message = signature.made, 0, text
        if self.kind == COSIGNS:
            time, made = int.from_bytes(made[:_TIME_BYTES]), made[_TIME_BYTES:]
            message = _cosigned(text, time)
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(made, message.encode())
        except (InvalidSignature, ValueError):
            raise NoteError(f"the signature of {self.name} does not hold") from None
        return time


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key (32 bytes) with its name."""

    name: str
    kind: int
    secret: bytes

    @override
    def __repr__(self) -> str:
        """Whose key it is; never the key."""
        return f"Signer({self.name!r})"

    @property
    def verifier(self) -> Verifier:
        """What others verify with."""
        public = Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()
        return Verifier(_key_name(self.name), self.kind, public)

    def sign(self, text: str, time: int = 0) -> Signature:
        """Sign the text of a note; a cosigner also says when (POSIX seconds)."""
        key, stamp, message = Ed25519PrivateKey.from_private_bytes(self.secret), b"", text
        if self.kind == COSIGNS:
            stamp, message = time.to_bytes(_TIME_BYTES), _cosigned(text, time)
        return Signature(self.name, self.verifier.key_id, stamp + key.sign(message.encode()))


def parse_note(written: str | bytes) -> Note:
    """Read a note; verifies nothing.

    Raises:
        NoteError: it is not a note.
    """
    try:
        whole = written.decode() if isinstance(written, bytes) else written
    except UnicodeDecodeError:
        raise NoteError("a note is written in UTF-8") from None
    if len(whole) > MOST_BYTES or any(sign < " " and sign != "\n" for sign in whole):
        raise NoteError("a note is short, and has no control characters")
    text, blank, lines = whole.rpartition("\n\n")
    if not blank or not text:
        raise NoteError("a note has a text, an empty line, and signatures")
    return Note(f"{text}\n", parse_signatures(lines))


def parse_signatures(lines: str) -> tuple[Signature, ...]:
    """Read signature lines, each ending in a newline.

    Raises:
        NoteError: they are none.
    """
    if not lines.endswith("\n") or lines.count("\n") > MOST_SIGNATURES:
        raise NoteError("signature lines end in a newline, and are not too many")
    return tuple(map(_signature, lines[:-1].split("\n")))


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH):
        raise NoteError("a signature line begins with a dash and a space")
    made = decoded(encoded)
    if len(made) <= _ID_BYTES:
        raise NoteError("a signature line has the id of a key and a signature")
    return Signature(_key_name(name), made[:_ID_BYTES], made[_ID_BYTES:])


def parse_key(vkey: str) -> Verifier:
    """Read a vkey of the log (type 1) or of a witness (type 4).

    Raises:
        NoteError: it is none, or its id is not that of its key.
    """
    name, _, rest = vkey.strip().partition("+")
    id_, _, encoded = rest.partition("+")
    key = decoded(encoded)
    if not _HEX_ID.fullmatch(id_) or len(key) != 1 + _KEY_BYTES or key[0] not in {SIGNS, COSIGNS}:
        raise NoteError("a key is written as name+id+key, the key being Ed25519 (type 1 or 4)")
    found = Verifier(_key_name(name), key[0], key[1:])
    if found.key_id.hex() != id_:
        raise NoteError(f"the id of the key of {name} is not that of the key")
    return found


def verified(note: Note, keys: Iterable[Verifier]) -> dict[str, int]:
    """The names of the known keys that signed, each with the time of its cosignature (0: none given).

    Raises:
        NoteError: a signature that names a known key does not hold.
    """
    known = tuple(keys)
    return {
        key.name: key.verify(note.text, signature)
        for signature in note.signatures
        for key in known
        if key.made(signature)
    }


def _cosigned(text: str, time: int) -> str:
    return f"cosignature/v1\ntime {time}\n{text}"


def _key_name(name: str) -> str:
    if not name or "+" in name or any(sign.isspace() for sign in name):
        raise NoteError("the name of a key is not empty and has no spaces or plus signs")
    return name


def decoded(encoded: str) -> bytes:
    """Read base64 as it is written one way only.

    Raises:
        NoteError: it is something else.
    """
    try:
        found = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise NoteError("this is not base64") from None
    if base64.b64encode(found).decode() != encoded:
        raise NoteError("this is not written as base64 writes it")
    return found
