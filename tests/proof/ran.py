"""What a run of the proof found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from states.proof.faithful import Atlas


@dataclass(frozen=True)
class Ran:
    """The exit code, what it said, and what it enumerated; with the pairs that are explained away."""

    code: int
    said: dict[str, Any]
    atlas: Atlas
