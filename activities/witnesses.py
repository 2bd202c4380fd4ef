"""Asks a witness for its cosignature over a checkpoint: the client's half of C2SP tlog-witness."""

from __future__ import annotations

import base64
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from records import signednote
from records.checkpoint import Checkpoint
from records.signednote import NoteError, Signature, Verifier

PATIENCE = 10.0
"""Seconds that a witness may take."""
MOST = 64_000
ROUNDS = 3
OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


class WitnessAwayError(Exception):
    """For the operator: a witness gave no cosignature; it is asked again at the next checkpoint."""


class ForkSeenError(Exception):
    """For the operator and the auditor: a witness has seen a log that is not the beginning of this one."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a witness is asked (the submission prefix), and the key that it cosigns with."""

    url: str
    key: Verifier


def parse(setting: str) -> Witness:
    """Read ``URL VKEY``.

    Raises:
        NoteError: it is not written so.
    """
    url, _, vkey = setting.strip().partition(" ")
    if not url.startswith(("http://", "https://")):
        raise NoteError("a witness is written as its URL, a space, and its key")
    key = signednote.parse_key(vkey)
    if key.kind != signednote.COSIGNS:
        raise NoteError("the key of a witness is a key for cosignatures (type 4)")
    return Witness(url.rstrip("/"), key)


def cosigned(
    witness: Witness, note: str, checkpoint: Checkpoint, known: int, prove: Callable[[int], list[bytes]]
) -> Signature:
    """Have a checkpoint cosigned; ``prove`` makes the consistency proof from a size that the witness knows.

    Raises:
        WitnessAwayError: it did not answer, or not as the protocol says.
        ForkSeenError: it knows a larger log, or another one of the same beginning.
    """
    for _ in range(ROUNDS):
        steps = "".join(f"{base64.b64encode(step).decode()}\n" for step in prove(known))
        status, answer = _post(f"{witness.url}/add-checkpoint", f"old {known}\n{steps}\n{note}".encode())
        if status == OK:
            return _verified(witness, checkpoint, answer)
        if status == UNPROCESSABLE:
            raise ForkSeenError(f"witness {witness.key.name} has seen another log of which {known} leaves differ")
        if status != CONFLICT:
            raise WitnessAwayError(f"witness {witness.key.name} answers {status}")
        known = _size(witness, answer)
        if known > checkpoint.size:
            said = f"witness {witness.key.name} has seen {known} leaves, and this log has {checkpoint.size}"
            raise ForkSeenError(said)
    raise WitnessAwayError(f"witness {witness.key.name} keeps naming another size")


def _verified(witness: Witness, checkpoint: Checkpoint, answer: bytes) -> Signature:
    try:
        for signature in signednote.parse_signatures(answer.decode()):
            if witness.key.made(signature):
                witness.key.verify(checkpoint.text, signature)
                return signature
    except (NoteError, UnicodeDecodeError) as error:
        raise WitnessAwayError(f"witness {witness.key.name} answers with {error}") from None
    raise WitnessAwayError(f"witness {witness.key.name} answers without its own cosignature")


def _size(witness: Witness, answer: bytes) -> int:
    if not answer.strip().isdigit() or len(answer) > len(str(2**63)):
        raise WitnessAwayError(f"witness {witness.key.name} names no size")
    return int(answer)


def _post(url: str, body: bytes) -> tuple[int, bytes]:
    request = urllib.request.Request(url, body, {"Content-Type": "text/plain"})  # noqa: S310 - parse() saw the scheme
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.read(MOST)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(MOST)
    except (OSError, http.client.HTTPException) as error:
        raise WitnessAwayError(f"{url} does not answer: {type(error).__name__}") from None
