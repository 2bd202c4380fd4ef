"""The CPU time of a process and everything it started, from /proc."""

from __future__ import annotations

import os
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PARENT, _FIRST_TIME, _LAST_TIME = 1, 11, 15
"""Places in /proc/PID/stat behind the name: parent, and four times up to ``cstime``."""


def _processes() -> dict[int, tuple[int, int]]:
    """Parent and ticks of every process; ended children count in those who waited for them."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            text = (entry / "stat").read_text()
        except OSError:
            continue
        fields = text.rpartition(")")[2].split()
        ticks = sum(int(part) for part in fields[_FIRST_TIME:_LAST_TIME])
        found[int(entry.name)] = (int(fields[_PARENT]), ticks)
    return found


def seconds(pid: int) -> float:
    """CPU seconds, user and system, of a process and its descendants so far."""
    processes = _processes()
    total, tree = 0, [pid]
    while tree:
        parent = tree.pop()
        total += processes.get(parent, (0, 0))[1]
        tree += [child for child, (of, _) in processes.items() if of == parent]
    return total / _TICK
