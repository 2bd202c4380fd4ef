"""What somebody has to look at in how the work is done: computed from facts, it blocks nothing (R-21, R-53)."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.facts import ChildFile
from states.people import Role
from states.position import INTENSIVE, State
from states.signals.signal import Signal
from states.terms.calendar import local_day
from states.work.reflection import held_since


def work_signals(child: ChildFile, at: datetime) -> tuple[Signal, ...]:
    """The signals W1 to W3 of a child at a moment (UTC)."""
    if child.state in (State.NONE, State.CLOSED) or child.died is not None:
        return ()
    found = (_no_reflection(child), _no_expertise(child), *_lapsed(child, at))
    return tuple(signal for signal in found if signal is not None)


def _lead(child: ChildFile) -> Role:
    return Role.GI if child.regie is not None and child.regie.lead.value == "gi" else Role.LOCAL_TEAM


def _no_reflection(child: ChildFile) -> Signal | None:
    """Each period of intensive help asks one reflection, whoever leads it."""
    since = child.work.intensive_since
    if child.state not in INTENSIVE or since is None or held_since(child.work.reflections, local_day(since)):
        return None
    return Signal(
        rule="W1",
        text="In deze periode van intensieve hulp is nog geen reflectie of moreel beraad vastgelegd.",
        source="ontwerp; kamerbrief 23-3-2020 (S12c); R-21",
        who=_lead(child),
        now="Plan het, houd het, en leg vast dat het gehouden is (record_reflection).",
        since=local_day(since),
    )


def _no_expertise(child: ChildFile) -> Signal | None:
    """A lead that runs on without anybody who looks along on safety: after an import or an older entry."""
    since = child.work.intensive_since
    if child.state not in INTENSIVE or since is None or child.work.expertise:
        return None
    return Signal(
        rule="W2",
        text="Bij deze intensieve hulp is niemand bekend met kennis van veiligheid die meekijkt.",
        source="kamerbrief 23-3-2020 (S30); R-43",
        who=_lead(child),
        now="Spreek vandaag af wie meekijkt, en leg dat vast (attach_expertise).",
        since=local_day(since),
    )


def _lapsed(child: ChildFile, at: datetime) -> tuple[Signal, ...]:
    day = local_day(at)
    return tuple(
        Signal(
            rule="W3",
            text=f"De inschrijving (SKJ of BIG) waarop het werk van {one.worker} rust, is verlopen.",
            source="BJw 5.1.1; R-53",
            who=Role.SUPERVISOR,
            now="Laat iemand met een geldige inschrijving het werk overnemen, en leg dat vast (allocate_work).",
            since=one.valid_until + timedelta(days=1),
        )
        for one in child.work.allocations
        if one.valid_until < day
    )
