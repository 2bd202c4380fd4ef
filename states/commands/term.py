"""Commands about terms: a fact starts one, it is met, moved, prolonged, or its miss is explained."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Text
from states.terms.starting import StartingFact

RuleId = Annotated[str, Field(pattern=r"^T\d\d$")]


class StartTerm(Base):
    """Something happened from which a term runs; each such fact has its own name.

    ``on`` is the day of the fact, unless it is the day of the command. ``until`` is the day that the
    fact itself names: of a hearing, of the planned end of a placement, of the dictum.
    """

    do: Literal["start_term"] = "start_term"
    fact: StartingFact
    on: date | None = None
    until: date | None = None


class MeetTerm(Base):
    """A duty or norm was met, in time or late; ``due`` says which, when more than one runs.

    When it is late, ``reason`` and ``keeps_sight`` are the explanation.
    """

    do: Literal["meet_term"] = "meet_term"
    rule: RuleId
    due: date | None = None
    keeps_sight: Text = ""


class ExplainTerm(Base):
    """Why a term was missed (``reason``), and who kept sight on safety meanwhile (domain 2.5)."""

    do: Literal["explain_term"] = "explain_term"
    rule: RuleId
    due: date | None = None
    keeps_sight: Text = ""


class MoveTerm(Base):
    """A term begins anew on a day (``on``), or stood still for a while; ``reason`` says why.

    ``told_on``: the day on which who asked heard that the answer takes longer, and why (AVG 12 lid 3).
    """

    do: Literal["move_term"] = "move_term"
    rule: RuleId
    due: date | None = None
    on: date | None = None
    still_from: date | None = None
    still_until: date | None = None
    told_on: date | None = None


class ProlongAssessment(Base):
    """T44 is prolonged, once, by twenty working days."""

    do: Literal["prolong_assessment"] = "prolong_assessment"
    second_reader: Text = ""
    keeps_sight: Text = ""
