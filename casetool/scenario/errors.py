"""What can be wrong with a scenario file.

Nothing of a file with errors is played: all its errors are told at once, before the first step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where in the file, in which field, and what was expected there."""

    where: str
    field: str
    text: str

    @property
    def line(self) -> str:
        """The place, the field, and what was expected, on one line."""
        place = ", ".join(filter(None, (self.where, f'field "{self.field}"' if self.field else "")))
        return f"{place}: {self.text}" if place else self.text


class ScenarioError(Exception):
    """The scenario file cannot be played; nothing of it was. Correct the fields and play again.

    Read by whoever wrote the file. Each line names the file, the place, the field and what was
    expected there.
    """

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        """Carry every problem of one file."""
        self.file = file
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{file}: {problem.line}" for problem in self.problems))
