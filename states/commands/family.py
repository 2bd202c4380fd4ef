"""What the family itself asks about its file, and the answer (Jw 7.3.8 to 7.3.10, 4.1.9; AVG 15 to 17).

A complaint is procedure P6 (``open_procedure``, ``answer_procedure``) and has no command of its own here.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from states.commands.base import Base, Name, Text
from states.family.request import FilePart, Ground, RequestKind, RequestOutcome, Whose
from states.people import Role


class FamilyAsks(Base):
    """What every request of the family carries. ``party`` and ``person`` say who asks, if not the sender."""

    party: Role | None = None
    person: Name | None = None


class FileRequest(FamilyAsks):
    """A request about the file: which part, about whose data, and in words what.

    ``unable``: who judged that the youth cannot weigh this, and why (Jw 7.3.15 lid 2).
    """

    part: FilePart = FilePart.HELP
    whose: Whose = Whose.CHILD
    wish: Text = ""
    unable: Text = ""


class AskToSee(FileRequest):
    """Inzage: somebody wants to see the file (Jw 7.3.10)."""

    do: Literal["ask_to_see"] = "ask_to_see"


class AskForCopy(FileRequest):
    """Afschrift: somebody wants a copy of the file (Jw 7.3.10)."""

    do: Literal["ask_for_copy"] = "ask_for_copy"


class AskForCorrection(FileRequest):
    """Somebody says that something in the file is wrong or lacks (AVG 16)."""

    do: Literal["ask_for_correction"] = "ask_for_correction"


class AskForDestruction(FileRequest):
    """Somebody wants that something in the file is destroyed (Jw 7.3.9)."""

    do: Literal["ask_for_destruction"] = "ask_for_destruction"


class AddStatement(FamilyAsks):
    """An own statement goes into the file at once, in the words of who gives it (Jw 7.3.8 lid 2)."""

    do: Literal["add_statement"] = "add_statement"
    part: FilePart = FilePart.HELP
    statement: Text = ""


class AskForConfidant(FamilyAsks):
    """Somebody wants to talk to the confidant (vertrouwenspersoon, Jw 4.1.9)."""

    do: Literal["ask_for_confidant"] = "ask_for_confidant"


class TellOfConfidant(Base):
    """A worker told somebody of the family about the confidant; ``how``: in which words, on which paper."""

    do: Literal["tell_of_confidant"] = "tell_of_confidant"
    person: Name | None = None
    how: Text = ""


class AnswerRequest(Base):
    """The answer to a request, as it was given to who asked (``answer``), or the request was taken back.

    A no, also to a part, has a ground from the closed list, a ``reason`` in words, and the way to complain
    was told (``complaint_told``).
    """

    do: Literal["answer_request"] = "answer_request"
    kind: RequestKind
    outcome: RequestOutcome
    request: Name | None = None
    ground: Ground | None = None
    answer: Text = ""
    complaint_told: bool = False
    party: Role | None = None


class FinishRequest(Base):
    """What was promised on a request was done: the file was corrected, or the part was destroyed.

    ``done_on``: on which day, today unless said; ``answer``: what who asked was told about it.
    """

    do: Literal["finish_request"] = "finish_request"
    kind: Literal[RequestKind.CORRECTION, RequestKind.DESTRUCTION]
    request: Name | None = None
    done_on: date | None = None
    answer: Text = ""
