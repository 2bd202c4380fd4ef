"""The powers of one child while an order changes them, and the flags it raises."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from states.facts import ChildFile
from states.orders.order import SUPERVISION, Measure, MeasureKind, Placement
from states.orders.secure import Secure
from states.people import AgeBand, Authority, Role
from states.refusal import Flag
from states.terms.calendar import day_start, local_day

REPAIR = "Vraag de rechtbank om herstel (Rv 31)."


@dataclass
class Powers:
    """The powers that an order changes, as they are after it, and the flags it raises.

    ``authority``: everybody's authority as it is after the order, if it changed. ``asks``: the flags
    that ask somebody to do something, with the role whose task it is (00-B).
    """

    measures: list[Measure] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    secures: list[Secure] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    asks: list[tuple[Role, str]] = field(default_factory=list)
    authority: tuple[Authority, ...] | None = None

    def flag(self, rule: str, text: str, source: str) -> None:
        """Raise a flag."""
        self.flags.append(Flag(rule=rule, text=text, source=source))

    def ask(self, rule: str, text: str, source: str, role: Role) -> None:
        """Raise a flag that is somebody's task too: to ask for repair, or to look at it."""
        self.flag(rule, text, source)
        self.asks.append((role, text))


def as_day(moment: datetime | None) -> date | None:
    """The day of a moment, if there is one."""
    return local_day(moment) if moment else None


def as_moment(day: date | None) -> datetime | None:
    """The moment at which a day begins, if there is one."""
    return day_start(day) if day else None


def running(child: ChildFile, at: datetime, *kinds: MeasureKind) -> list[Measure]:
    """The supervisions (or measures of these kinds) that are in force at a moment, or begin later."""
    wanted = kinds or SUPERVISION
    return [m for m in child.measures if m.kind in wanted and (m.until is None or m.until > at)]


def is_12(child: ChildFile, at: datetime) -> bool:
    """Whether the judge had to hear the child itself (Rv 809)."""
    return child.band(at) is not AgeBand.UNDER_12


def end_placements(child: ChildFile, at: datetime, powers: Powers) -> None:
    """End what has not ended by a moment."""
    powers.placements += [
        p.model_copy(update={"ended": at})
        for p in child.placements
        if p.ended is None and (p.until is None or p.until > at)
    ]
