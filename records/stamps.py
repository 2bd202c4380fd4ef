"""RFC 3161 timestamps over the text of a checkpoint: the request, and whether a response holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)


class StampError(ValueError):
    """For auditors and operators: this is no timestamp of this checkpoint by an authority that is trusted here."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Where timestamps are asked, and the root certificates (PEM) that they are trusted by."""

    url: str
    roots: tuple[x509.Certificate, ...]


def roots(pem: bytes) -> tuple[x509.Certificate, ...]:
    """Read root certificates.

    Raises:
        StampError: there are none.
    """
    try:
        return tuple(x509.load_pem_x509_certificates(pem))
    except ValueError:
        raise StampError("these are no certificates in PEM") from None


def request(text: str) -> TimeStampRequest:
    """Ask for the time of a text (its SHA-256), with the certificates and a nonce."""
    return TimestampRequestBuilder().data(text.encode()).hash_algorithm(HashAlgorithm.SHA256).build()


def stamped(
    text: str, response: bytes, trusted: Sequence[x509.Certificate], asked: TimeStampRequest | None = None
) -> datetime:
    """Verify a response over a text; gives the moment (UTC) that it names. ``asked``: its nonce must come back.

    Raises:
        StampError: it does not hold.
    """
    builder = VerifierBuilder() if asked is None else VerifierBuilder.from_request(asked)
    for root in trusted:
        builder = builder.add_root_certificate(root)
    try:
        decoded = decode_timestamp_response(response)
        builder.build().verify_message(decoded, text.encode())
        moment = decoded.tst_info.gen_time
    except (VerificationError, ValueError) as error:
        raise StampError(f"the timestamp does not hold: {error}") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
