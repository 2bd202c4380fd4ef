"""The people of a scenario, and who has authority over whom. All of them are invented."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from states.commands import Opening
from states.people import AuthorityKind
from states.region import RegionMode

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
"""How a file calls a person."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Written(BaseModel):
    """A part of a scenario file: a field we do not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Child(Written):
    """A child: the only one in a scenario who has a state."""

    role: Literal["child"]
    name: Name
    born: date | None = None
    expected: date | None = None
    mother: Key | None = None
    bsn: str | None = None
    municipality: str | None = None
    region: RegionMode | None = None

    @model_validator(mode="after")
    def _as_the_case_wants_it(self) -> Child:
        Opening(name=self.name, born=self.born, expected=self.expected, bsn=self.bsn)
        return self


class Parent(Written):
    """A parent, guardian, carer or other member of the family. Authority is given under ``authority``."""

    role: Literal["parent", "caretaker"]
    name: Name


class Register(Written):
    """A professional's entry in a register (SKJ or BIG), with its last valid day."""

    registry: Name
    number: Name
    valid_until: date


class Worker(Written):
    """Somebody who acts for an organisation. Without ``registration`` none is known."""

    role: Literal[
        "local_team",
        "college",
        "provider",
        "gi",
        "veilig_thuis",
        "raad",
        "om",
        "burgemeester",
        "court",
        "supervisor",
    ]
    name: Name
    organisation: Name | None = None
    under: Key | None = None
    registration: Register | None = None


Person = Annotated[Child | Parent | Worker, Field(discriminator="role")]


class Holding(Written):
    """Authority of one person, from a day up to (not including) a day."""

    holder: Key
    kind: AuthorityKind = AuthorityKind.PARENT
    since: date | None = None
    until: date | None = None
    source: str | None = None
    checked_on: date | None = None
    recognised_on: date | None = None
    none_because: str | None = None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Authority(Written):
    """Authority over one child or several, of one person or several."""

    holder: tuple[Key, ...]
    child: tuple[Key, ...]
    kind: AuthorityKind = AuthorityKind.PARENT
    since: date | None = None
    until: date | None = None
    source: str | None = None
    checked_on: date | None = None
    recognised_on: date | None = None
    none_because: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_or_more(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        many = {name: _several(raw[name]) for name in ("holder", "child") if name in raw}
        return {**raw, **many}

    def holdings(self, child: str) -> tuple[Holding, ...]:
        """What each holder has over one child; nothing, when the row is about others."""
        if child not in self.child:
            return ()
        shared = self.model_dump(exclude={"holder", "child"})
        return tuple(Holding(holder=holder, **shared) for holder in self.holder)
