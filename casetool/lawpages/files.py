"""The pages on disk: write them, or say how they differ from what the edition gives."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "recht"


def _stray(folder: Path, pages: Mapping[str, str]) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.md")) if path.relative_to(folder).as_posix() not in pages]


def write(pages: Mapping[str, str], folder: Path) -> None:
    """Put every page in its place; a page that no edition gives any more goes."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in _stray(folder, pages):
        path.unlink()


def differences(pages: Mapping[str, str], folder: Path) -> Iterator[str]:
    """The lines of a unified diff from what is on disk to what the edition gives; nothing, when they are one."""
    for name, text in sorted(pages.items()):
        path = folder / name
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        yield from difflib.unified_diff(
            kept.splitlines(),
            text.splitlines(),
            f"docs/recht/{name}",
            f"docs/recht/{name} (law pages)",
            lineterm="",
            n=0,
        )
        if kept != text and kept.splitlines() == text.splitlines():
            yield f"docs/recht/{name}: other line ends"
    for path in _stray(folder, pages):
        yield f"docs/recht/{path.relative_to(folder).as_posix()}: no page of these rules"
