"""Commands about good work: facts beside the state (R-20 to R-29, R-43, R-52 to R-57, R-63 to R-66)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from states.commands.base import Base, Name, Text
from states.people import Actor
from states.work.checklist import ChecklistName
from states.work.goal import GoalKind
from states.work.reflection import ReflectionKind
from states.work.statement import ReuseGround, StatementKind

Key = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z][a-z0-9-]*$")]
"""How the file calls a statement or a goal afterwards: small letters, digits and ``-``."""


class RecordReflection(Base):
    """A reflection or moral deliberation was held; only who took part can read ``content``."""

    do: Literal["record_reflection"] = "record_reflection"
    kind: ReflectionKind = ReflectionKind.REFLECTION
    held_on: date | None = None
    took_part: tuple[Name, ...] = ()
    content: Text = ""


class AttachExpertise(Base):
    """Somebody with knowledge of safety looks along, from a day on."""

    do: Literal["attach_expertise"] = "attach_expertise"
    expertise: Text = ""
    on: date | None = None


class AllocateWork(Base):
    """A worker does the work. Without a registration of its own it works under the registered sender."""

    do: Literal["allocate_work"] = "allocate_work"
    worker: Actor | None = None


class MarkStatement(Base):
    """A fact, an opinion or an interpretation, with its source and day; entered once."""

    do: Literal["mark_statement"] = "mark_statement"
    key: Key
    kind: StatementKind
    statement: Text = ""
    source: Text = ""
    on: date | None = None


class ReplyToStatement(Base):
    """What somebody of the family says to a statement."""

    do: Literal["reply_to_statement"] = "reply_to_statement"
    key: Key
    person: Name | None = None
    reply: Text = ""


class ReuseStatement(Base):
    """Another organisation uses a statement, on a legal ground; ``basis``: which article or which consent."""

    do: Literal["reuse_statement"] = "reuse_statement"
    key: Key
    ground: ReuseGround
    basis: Text = ""


class GiveGrounds(Base):
    """Three separate texts with a request to the Raad, a petition, or a change of framework."""

    do: Literal["give_grounds"] = "give_grounds"
    concerns: Literal["request", "petition", "framework"]
    why_not_lighter: Text = ""
    why_not_more: Text = ""
    best_interest: Text = ""
    view_child: Text = ""
    no_view_because: Text = ""


class SetGoal(Base):
    """A goal with an owner and a day; ``act``: the act of the catalogue that working on it takes."""

    do: Literal["set_goal"] = "set_goal"
    key: Key
    kind: GoalKind
    goal: Text = ""
    worker: Actor | None = None
    by_day: date | None = None
    act: Annotated[int, Field(ge=1, le=99)] | None = None


class GoalReached(Base):
    """A goal was reached, or is let go (``let_go``, with a reason)."""

    do: Literal["goal_reached"] = "goal_reached"
    key: Key
    on: date | None = None
    let_go: bool = False


class OfferHelp(Base):
    """Help is offered to people: which, given by whom, and ``what`` it is, as it was told."""

    do: Literal["offer_help"] = "offer_help"
    key: Key
    help: Name
    provider: Text = ""
    offered_to: tuple[Name, ...] = ()
    what: Text = ""


class AnswerOffer(Base):
    """One person says yes or no to an offer; a no owes no reason. It is no consent."""

    do: Literal["answer_offer"] = "answer_offer"
    key: Key
    person: Name | None = None
    accepted: bool
    statement: Text = ""


class FillChecklist(Base):
    """Answers to the questions of a checklist, by the short name of the question."""

    do: Literal["fill_checklist"] = "fill_checklist"
    checklist: ChecklistName
    answers: dict[str, Text] = Field(default_factory=dict)


class ReportCertificate(Base):
    """What the register says about the certificate of a GI: its first and last valid day."""

    do: Literal["report_certificate"] = "report_certificate"
    gi: Annotated[str, Field(min_length=1, max_length=200)]
    valid_from: date | None = None
    valid_until: date | None = None
