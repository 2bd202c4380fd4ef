"""What every command carries, and how a child is introduced."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field, field_validator, model_validator

from states.people import Actor, Authority, Sent
from states.region import RegionMode

Name = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[\w./#:-]+$")]
"""An opaque id: letters, digits and ``_ . / # : -``; never a person's name."""


Text = Annotated[str, Field(max_length=20_000)]


class Base(Sent):
    """What every command carries. ``id`` makes it idempotent: sent twice, it counts once."""

    id: Name
    child: Name
    by: Actor
    at: AwareDatetime | None = None
    reason: Text = ""


class Opening(Sent):
    """A child as it first comes into a case; an unborn child has an expected day and a mother (BW 1:2).

    ``authority`` of an unborn child is the authority that there will be from its birth.
    """

    name: Text
    born: date | None = None
    expected: date | None = None
    mother: Name | None = None
    bsn: str | None = None
    municipality: Text = ""
    region: RegionMode = RegionMode.GI_LEADS
    authority: tuple[Authority, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)

    @field_validator("bsn")
    @classmethod
    def _test_bsn(cls, bsn: str | None) -> str | None:
        if bsn is None:
            return None
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        digits = [int(c) for c in bsn] if bsn.isascii() and bsn.isdigit() else []
        if len(digits) != len(weights) or sum(w * d for w, d in zip(weights, digits, strict=True)) % 11:
            message = "not a citizen service number (nine digits that pass the 11-test)"
            raise ValueError(message)
        return bsn

    @model_validator(mode="after")
    def _one_date(self) -> Opening:
        if (self.born is None) == (self.expected is None):
            message = "give either born, or expected for an unborn child"
            raise ValueError(message)
        return self
