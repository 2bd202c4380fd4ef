"""What a guard may look at: the facts of one child, the moment, the command and who sent it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from states.commands import Base
from states.consents.around import Consents
from states.facts import Case, ChildFile
from states.moves.move import Move
from states.people import Actor
from states.position import State
from states.refusal import Flag, Reason


@dataclass(slots=True)
class Context:
    """One attempt to move one child.

    ``command`` is ``None`` when the clock moves a child, or when somebody only asks what is
    possible. ``goal`` is the computed target. The machine leaves its answer in ``row``,
    ``reasons`` and ``flags``, and the value of the new state in ``state``.
    """

    case: Case
    child: ChildFile
    at: datetime
    now: datetime
    actor: Actor
    state: str
    command: Base | None = None
    goal: State | None = None
    asking: bool = False
    row: Move | None = None
    reasons: list[Reason] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    _consents: Consents | None = None

    @property
    def consents(self) -> Consents:
        """The consents as they count at the moment of the attempt."""
        if self._consents is None:
            self._consents = self.child.consents_at(self.at)
        return self._consents
