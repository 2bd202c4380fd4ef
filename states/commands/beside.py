"""Commands beside the state: petitions taken back, secure help, procedures, and corrections."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Name, Text
from states.facts import PetitionKind
from states.orders.order import Enforceable
from states.people import Role


class WithdrawPetition(Base):
    """TR-32: who asked the judge takes the petition back."""

    do: Literal["withdraw_petition"] = "withdraw_petition"
    kind: PetitionKind = PetitionKind.MEASURE
    notice: Text = ""


class EndSecure(Base):
    """TR-68: secure youth help ends before its authorisation does."""

    do: Literal["end_secure"] = "end_secure"
    decision: Text = ""


class OpenProcedure(Base):
    """P3 to P8, P10: somebody starts a procedure. ``party`` and ``person`` say who, if not the sender.

    ``order``: the order it is about, by id or kind; without it the one that the power now rests on.
    """

    do: Literal["open_procedure"] = "open_procedure"
    track: Literal["P3", "P4", "P5", "P6", "P7", "P8", "P10"]
    step: Annotated[str, Field(max_length=40)] = ""
    order: Name | None = None
    paper: Text = ""
    party: Role | None = None
    person: Name | None = None
    enforceable: Enforceable | None = None


class AnswerProcedure(Base):
    """P3 to P8, P10: an answer came, or the procedure was taken back."""

    do: Literal["answer_procedure"] = "answer_procedure"
    track: Literal["P3", "P4", "P5", "P6", "P7", "P8", "P10"]
    step: Annotated[str, Field(max_length=40)] = ""
    outcome: Annotated[str, Field(max_length=40)]
    party: Role | None = None
    sent_on: date | None = None


class Correct(Base):
    """TR-82: an order, a consent or a death was recorded by mistake; ``second`` also looked.

    ``order``: its id, or its kind for the last one of that kind; ``consent``: its id; ``death``: the child lives.
    """

    do: Literal["correct"] = "correct"
    order: Name | None = None
    consent: Name | None = None
    death: bool = False
    second: Name | None = None
