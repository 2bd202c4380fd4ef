"""Where people read: a terminal as wide as it is, or a page wide enough for a table."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

PAGE = 140

console = Console(width=None if sys.stdout.isatty() else PAGE)


def table(title: str, whole: tuple[str, ...], *folded: str) -> Table:
    """A table whose ``whole`` columns are never broken; the others share what is left."""
    made = Table(title=title, title_justify="left", show_lines=False)
    for name in whole:
        made.add_column(name, no_wrap=True)
    for name in folded:
        made.add_column(name, overflow="fold", ratio=1)
    return made
