"""What every condition of an act is made of: what may be looked at, and the finding it can leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from states.acts.act import Act
from states.acts.confers import Conferred
from states.acts.scene import Scene
from states.acts.standing import Standing
from states.commands import RegisterAct
from states.consents.around import Consents
from states.facts import ChildFile
from states.orders.order import Order, OrderKind
from states.people import Actor, AgeBand, Role
from states.terms.calendar import day_start


class Answer(StrEnum):
    """The four answers."""

    ALLOWED = "A"
    CONSENT = "T"
    COURT = "J"
    FORBIDDEN = "X"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a condition found.

    ``answer`` takes the place of the answer of the cell, where the condition changes it. ``supply``:
    the sender can add it to the command. ``note``: nothing stands in the way; the answer says so.
    ``lifted``: a decision of a court on which the act can rest takes it away.
    """

    code: str
    text: str
    remedy: str
    answer: Answer | None = None
    supply: bool = False
    note: bool = False
    lifted: bool = False


class Asked(NamedTuple):
    """One question: this act, for this child, at this moment, by this person.

    ``said`` is what the sender tells about the act; ``None`` while somebody only asks.
    """

    act: Act
    scene: Scene
    by: Actor
    where: Standing
    said: RegisterAct | None = None

    @property
    def child(self) -> ChildFile:
        """The child it is about."""
        return self.scene.child

    @property
    def at(self) -> datetime:
        """The moment it is about (UTC)."""
        return self.scene.at

    @property
    def consents(self) -> Consents:
        """The consents as they count at the moment."""
        return self.scene.consents

    @property
    def band(self) -> AgeBand:
        """The child's age band at the moment."""
        return self.scene.band

    @property
    def conferred(self) -> Conferred | None:
        """The order in force that gives this power, or ``None``."""
        return self.scene.conferred(self.where).get(self.act.number)

    @property
    def by_named_gi(self) -> bool:
        """Whether who asks works for the GI that the order in force names."""
        gi = self.where.measure.gi if self.where.measure else None
        return self.by.role is Role.GI and gi is not None and self.by.organisation == gi

    def decisions(self, *kinds: str) -> tuple[Order, ...]:
        """The court decisions of these kinds that work at the moment."""
        found = (o for o in self.child.orders if o.kind.value in kinds or (o.grants or "") in kinds)
        return tuple(order for order in found if self._works(order))

    def _works(self, order: Order) -> bool:
        begins = day_start(order.start) if order.start is not None else order.pronounced
        over = order.end is not None and self.at >= day_start(order.end)
        if order.void or over or self.at < max(begins, order.pronounced):
            return False
        later = [o for o in self.child.orders if o.about == order.id and o.pronounced <= self.at and not o.void]
        return not later or later[-1].kind not in (OrderKind.ANNULLED, OrderKind.SUSPENDED)


Condition = Callable[[Asked], Finding | None]


def lacking(asked: Asked, field: str, text: str, code: str | None = None) -> Finding | None:
    """A finding when the sender did not fill in a field."""
    if asked.said is not None and getattr(asked.said, field):
        return None
    return Finding(code or field, f"Nodig: {text}.", f"Vul in ({field}): {text}.", supply=True)
