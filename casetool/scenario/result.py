"""What a play led to: per step what happened, and where it differs from what was expected."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, computed_field


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class Difference(_Result):
    """One expectation that does not hold; ``child`` is its key, or ``None`` for the whole step."""

    child: str | None
    what: str
    expected: str
    got: str


class Line(_Result):
    """One entry of the log, as it is shown: when it works, for whom, and where that child is then."""

    moment: datetime
    child: str | None
    state: str | None
    framework: str | None
    what: str
    rules: tuple[str, ...]
    flags: tuple[str, ...]
    by_itself: bool
    refused: bool
    hash: str | None


class Standing(_Result):
    """Where one child is before and after a step; the framework is the one after it."""

    before: str
    after: str
    framework: str


class StepResult(_Result):
    """One step that was played; moments are UTC."""

    number: int
    id: str | None
    about: str
    moment: datetime
    by: str | None
    do: str | None
    children: dict[str, Standing]
    lines: tuple[Line, ...]
    refused: tuple[str, ...]
    differences: tuple[Difference, ...]


class PlayResult(_Result):
    """One course of a scenario that was played to its end."""

    file: str
    title: str
    source: str
    variant: str | None
    story: str
    steps: tuple[StepResult, ...]

    @computed_field  # type: ignore[prop-decorator] # as pydantic documents it
    @property
    def ok(self) -> bool:
        """Whether everything that was expected holds."""
        return not any(step.differences for step in self.steps)

    @property
    def differences(self) -> tuple[tuple[StepResult, Difference], ...]:
        """Every expectation that does not hold, with its step."""
        return tuple((step, found) for step in self.steps for found in step.differences)

    def named(self, file: str) -> Self:
        """The same result, for a file."""
        return self.model_copy(update={"file": file})
