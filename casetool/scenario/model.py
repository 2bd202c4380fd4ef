"""A scenario: a case on paper, with its people, its dated steps and what is expected of each.

A scenario reports facts and gives commands. It has no field for a state, a framework or a term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from casetool.scenario.expectation import Expectation
from casetool.scenario.moments import Moment
from casetool.scenario.people import Authority, Child, Key, Name, Person, Written
from states.region import RegionMode

StepId = Annotated[str, StringConstraints(min_length=1, max_length=60)]


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Step(Written):
    """One moment: a command, or nothing but something to look at.

    ``fields`` are the fields of the command as they were written; ``at`` is a moment in UTC.
    """

    at: Moment
    id: StepId | None = None
    about: str = ""
    by: Key | None = None
    child: Annotated[tuple[Key, ...], BeforeValidator(_several)] = ()
    do: str | None = None
    said: Moment | None = None
    expect: Expectation = Field(default_factory=Expectation)
    fields: dict[str, object] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _fields_apart(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        own = {k: v for k, v in raw.items() if k in STEP_KEYS}
        return {**own, "fields": {k: v for k, v in raw.items() if k not in STEP_KEYS}}


STEP_KEYS = frozenset({"at", "id", "about", "by", "child", "do", "said", "expect"})
"""Every key of a step that is not a field of its command."""


class Variant(Written):
    """Another course of the same case, played as a case of its own, from the start."""

    name: Name
    story: str = ""
    instead_of: StepId | None = None
    after: StepId | None = None
    step: tuple[Step, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_place(self) -> Variant:
        if (self.instead_of is None) == (self.after is None):
            message = 'expected either "instead_of" or "after", with the id of a step'
            raise ValueError(message)
        return self


class Scenario(Written):
    """A whole file."""

    title: Name
    source: str = ""
    story: str = ""
    region: RegionMode = RegionMode.GI_LEADS
    municipality: str = ""
    people: dict[Key, Person]
    authority: tuple[Authority, ...] = ()
    step: tuple[Step, ...] = Field(min_length=1)
    variant: tuple[Variant, ...] = ()

    @property
    def children(self) -> tuple[str, ...]:
        """The keys of the children."""
        return tuple(key for key, person in self.people.items() if isinstance(person, Child))

    def plays(self) -> Iterator[Play]:
        """The main course, and each variant, as a list of steps of its own."""
        yield Play(self, None, self.story, self.step)
        for variant in self.variant:
            yield Play(self, variant.name, variant.story, (*self.shared(variant), *variant.step))

    def shared(self, variant: Variant) -> tuple[Step, ...]:
        """The steps of the main course that a variant begins with."""
        wanted = variant.after or variant.instead_of
        place = next((n for n, step in enumerate(self.step) if step.id == wanted), 0)
        return self.step[: place + 1 if variant.after else place]


@dataclass(frozen=True, slots=True)
class Play:
    """One course of a scenario, from its first step to its last."""

    scenario: Scenario
    variant: str | None
    story: str
    steps: tuple[Step, ...]

    @property
    def begins(self) -> datetime:
        """The moment (UTC) of the first step."""
        return self.steps[0].at
