"""The read log (D16): who looked at which case or child, at what, and why; sealed with the entries.

Its lines form a chain for each case, hashed as entries are, under a tag of their own.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection

from records.statements import rows

TAG = b"scheidslijn/access/v1\x00"


class Purpose(StrEnum):
    """Why somebody looks; a closed list, so that no personal data gets into it."""

    WORK = "work"
    """For the work in this case."""
    LEAD = "lead"
    """As the one who guides or answers for that work."""
    REQUEST = "request"
    """Because somebody asked to see their own file."""
    COMPLAINT = "complaint"
    AUDIT = "audit"
    OPERATION = "operation"
    """To keep the program running."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: an id that names no person by itself, a role, an organisation."""

    id: str
    role: str
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looks at ``what`` (a name of ours: small letters and underscores) of a case, or of one child in it."""

    case: str
    what: str
    reader: Reader
    purpose: Purpose
    child: str | None = None


def record(connection: Connection, look: Look) -> int | None:
    """Write down who looks, before anything is shown.

    Gives the number of the line; ``None`` when there is no such case, and so nothing to look at. The connection must
    be in autocommit (``records.engine``).

    Raises:
        RefusedError: the database refuses it; then nothing may be shown.
        NotNowError, UnreachableError: trying again may help.
    """
    who = asdict(look.reader)
    line = {"case": look.case, "child": look.child, "actor": who, "what": look.what, "purpose": look.purpose.value}
    found: int | None = rows(connection, "SELECT scheidslijn.access_append(%s)", line)[0][0]
    return found


def access_hash(prev_hash: bytes, body: bytes) -> bytes:
    """Hash a line after the one before it."""
    return sha256(TAG + prev_hash + body).digest()
