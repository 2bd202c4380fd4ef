"""Which editions were proved, and by which code of the law: ``proved.json``, next to this module.

``law check --write`` writes it after a proof without violations; ``law check`` compares it. The
worker runs no edition that it does not name. An edition is known by its digest, so a rule that
changes is no longer proved; the code beside it is known by a digest over the sources of ``states``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict

import states
from states.editions.edition import Edition

FILE = Path(str(resources.files("casetool").joinpath("proved.json")))


class UnprovedError(Exception):
    """For the operator: this build holds rules that were not proved, and does not run them.

    {listing}

    Prove them (scheidslijn law check --write), or go back to the build that ran before.
    """

    def __init__(self, found: list[str]) -> None:
        """Name what is not proved, a line each."""
        listing = "\n".join(f"- {line}" for line in found)
        super().__init__((type(self).__doc__ or "").replace("\n    ", "\n").format(listing=listing).strip())


class Proved(BaseModel):
    """What the last proof without violations was about: the code, and each edition's digest by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    editions: dict[str, str]


def code() -> str:
    """SHA-256 (hex) over the sources of the law: every file and what is in it."""
    top = Path(str(resources.files(states)))
    whole = hashlib.sha256()
    for path in sorted(top.rglob("*.py")):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{content}  {path.relative_to(top).as_posix()}\n".encode())
    return whole.hexdigest()


def write(editions: Iterable[Edition], file: Path = FILE) -> None:
    """Say that these editions were proved by the code as it is; what other code proved, counts no more."""
    before, now = _read(file), code()
    known = before.editions if before.code == now else {}
    found = Proved(code=now, editions=known | {edition.name: edition.digest for edition in editions})
    file.write_text(found.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _read(file: Path) -> Proved:
    if not file.exists():
        return Proved(code="", editions={})
    return Proved.model_validate(json.loads(file.read_text(encoding="utf-8")))


def unproved(editions: Iterable[Edition], file: Path = FILE) -> list[str]:
    """Say, a line each, which editions were not proved as they are; nothing, when all were."""
    known = _read(file).editions
    return [
        f"edition {edition.id}: "
        + ("other rules were proved under its name" if edition.name in known else "not proved")
        for edition in editions
        if known.get(edition.name) != edition.digest
    ]


def stale(editions: Iterable[Edition], file: Path = FILE) -> list[str]:
    """As :func:`unproved`, and whether the code of the law changed since; what ``make check`` asks."""
    same = _read(file).code == code()
    return unproved(editions, file) + ([] if same else ["the code of the law is not that of the last proof"])
