"""Commands that report facts, or ask for a move by its id."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Name, Text


class WaiveFamilyPlan(Base):
    """It is established that no familiegroepsplan will be made (starts T19)."""

    do: Literal["waive_family_plan"] = "waive_family_plan"


class DeliverNotices(Base):
    """Notices that were due reached their recipients, with the sheets of rights that go along; or why not."""

    do: Literal["deliver_notices"] = "deliver_notices"
    recipients: tuple[Name, ...] = ()
    how: Text = ""
    given_by: Name | None = None
    interpreter: Text = ""
    no_interpreter_because: Text = ""
    not_delivered_because: Text = ""


class Note(Base):
    """Something worth knowing that changes nothing."""

    do: Literal["note"] = "note"
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class OverruleFlag(Base):
    """A flag about the words of a note is set aside; ``reason`` says why. A refusal never is.

    ``entry``: the number of the flag in the log; without it, every flag about words that is open.
    """

    do: Literal["overrule_flag"] = "overrule_flag"
    entry: Annotated[int, Field(ge=1)] | None = None


class AttemptMove(Base):
    """A move asked for by its id; answers whether it exists and is built."""

    do: Literal["move"] = "move"
    move: Annotated[str, Field(pattern=r"^TR-\d\d[a-z]?$")]
