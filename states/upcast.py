"""The case as it is carried from one run of a workflow to the next: one version, one upcaster each.

A build reads every version that an older build may have written. Unknown fields survive.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from states.facts import SCHEMA_VERSION, Case

Snapshot = dict[str, Any]

UPCASTERS: dict[int, Callable[[Snapshot], Snapshot]] = {}
"""For each old version, the function that makes the next version of it."""


class UnknownVersionError(Exception):
    """For operators: a case was carried over by a newer build than this one. Start that build."""


def upcast(snapshot: Snapshot) -> Case:
    """The case that a snapshot of any known version holds.

    Raises:
        UnknownVersionError: the snapshot is of a version this build does not know.
    """
    version = int(snapshot.get("schema_version", 1))
    while version < SCHEMA_VERSION:
        snapshot = UPCASTERS[version](snapshot)
        version += 1
    if version > SCHEMA_VERSION:
        message = f"version {version}; this build knows {SCHEMA_VERSION}"
        raise UnknownVersionError(message)
    return Case.model_validate(snapshot)
