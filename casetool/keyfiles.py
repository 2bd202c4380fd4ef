"""Files with an Ed25519 key: 64 hex digits, readable by their owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from casetool.settings import SettingsError

BYTES = 32


def read(file: Path) -> bytes:
    """The key in a file.

    Raises:
        SettingsError: it cannot be read, or holds something else; the message does not show what.
    """
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise SettingsError(f"key file {file}: {type(error).__name__}; 64 hex digits are expected") from None
    if len(key) != BYTES:
        raise SettingsError(f"key file {file}: 64 hex digits are expected")
    return key


def made(file: Path) -> bytes:
    """The key in a file; a new one when there is no such file.

    Raises:
        SettingsError: as ``read``.
    """
    try:
        # Its mode before its content: nobody else ever reads a key that is being written.
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read(file)
    with os.fdopen(opened, "w", encoding="ascii") as key:
        key.write(secrets.token_hex(BYTES))
    return read(file)
