"""What somebody has to look at now, for one child at one moment: computed from facts, never kept.

Each signal says which rule it is, where it comes from, since when, who should act, and what now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from states.facts import ChildFile, Residence
from states.people import Role
from states.position import GUARDED, HELPED, MEASURE, RAAD, ClosedReason, State
from states.signals.folding import UNDECIDED, without_help_since
from states.terms.calendar import day_start, local_day
from states.terms.term import Term

FOUR_WEEKS = timedelta(weeks=4)
_OTHERS_DECIDE = frozenset({ClosedReason.MAJORITY, ClosedReason.TRANSFERRED, ClosedReason.AUTHORITY_RESTORED})
"""Closed for a reason after which somebody else decides where the child lives."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal. ``who`` should act; ``now`` says what to do; ``since`` is a day in Amsterdam."""

    rule: str
    text: str
    source: str
    who: Role
    now: str
    since: date


def signals(child: ChildFile, at: datetime) -> tuple[Signal, ...]:
    """The signals of a child at a moment (UTC), in the order S1 to S5. None of them blocks anything."""
    if child.state is State.NONE or child.died is not None:
        return ()
    found = (_no_help(child, at), _no_sight(child), _calamity(child), _no_title(child, at), _waits(child, at))
    return tuple(signal for signal in found if signal is not None)


def no_help_from(child: ChildFile) -> datetime | None:
    """The moment from which a measure is four weeks without running help; ``None``: help runs, or no measure."""
    since = without_help_since(child)
    return day_start(local_day(since) + FOUR_WEEKS) if since is not None else None


def waiting_days(child: ChildFile, at: datetime) -> int | None:
    """For how many days a child waits from the first report to the first help; ``None``: it does not wait (R-45)."""
    term = child.owed_term("T45")
    return (local_day(at) - term.start).days if term is not None else None


def _no_help(child: ChildFile, at: datetime) -> Signal | None:
    since, moment = without_help_since(child), no_help_from(child)
    if since is None or moment is None or at < moment:
        return None
    weeks = (local_day(at) - local_day(since)).days // 7
    return Signal(
        rule="S1",
        text=f"Er loopt een maatregel. Al {weeks} weken is geen hulp bekend die loopt.",
        source="ontwerp; Jw 3.5 lid 1; kamerbrief 23-3-2020 (S32a)",
        who=Role.GI,
        now="Regel vandaag welke hulp begint en wanneer. Loopt de hulp al? Leg dat vast (report_help).",
        since=local_day(since),
    )


def _no_sight(child: ChildFile) -> Signal | None:
    since = child.undecided_since or child.since
    if child.state not in UNDECIDED or child.sight is not None or since is None:
        return None
    raad = child.state in RAAD
    return Signal(
        rule="S2",
        text="Niemand is genoemd die zicht houdt op de veiligheid van het kind.",
        source="ontwerp (00-A, T44)",
        who=Role.LOCAL_TEAM,
        now=(
            "Spreek vandaag met de Raad af wie zicht houdt, en leg dat vast (keep_sight)."
            if raad
            else "Spreek vandaag af wie zicht houdt, en leg dat vast (keep_sight)."
        ),
        since=local_day(since),
    )


def _calamity(child: ChildFile) -> Signal | None:
    term = child.owed_term("T33")
    if term is None:
        return None
    return Signal(
        rule="S3",
        text="Er was een calamiteit of geweld, en nog niet bekend is dat de inspectie het weet.",
        source="Jw 4.1.8 (T33)",
        who=_keeper(child),
        now="Meld het vandaag bij de inspectie. Is het al gemeld? Leg dat vast (meet_term, T33).",
        since=term.start,
    )


def _no_title(child: ChildFile, at: datetime) -> Signal | None:
    """A child lives elsewhere, while no order and no consent to running help covers that.

    Under a guardianship of the whole the GI decides where the child lives.
    """
    if child.residence is not Residence.AWAY or not child.is_minor(at) or child.unborn(at):
        return None
    covered = child.placed(at) or child.secured(at) is not None
    consented = child.state in (*HELPED, *RAAD) and child.help is not None and child.helped(at)
    guarded = child.state in GUARDED and child.bound(at)
    elsewhere = child.closed_reason in _OTHERS_DECIDE and child.state is State.CLOSED
    if covered or consented or guarded or elsewhere:
        return None
    begin = _titled_until(child, at)
    return Signal(
        rule="S4",
        text="Het kind woont niet thuis. Er is geen beslissing van de rechter en geen toestemming die dat dekt.",
        source="BW 1:265a, 1:265b; 00-A (verblijf zonder titel)",
        who=Role.GI if child.state in MEASURE else Role.SUPERVISOR,
        now=(
            "Zoek vandaag uit waar het kind is en of het veilig is. Het kind mag naar huis. Kan dat niet? Vraag "
            "toestemming, of vraag de rechter. Woont het kind al thuis? Leg dat vast (report_residence)."
        ),
        since=local_day(begin),
    )


def _titled_until(child: ChildFile, at: datetime) -> datetime:
    """When the last title for living elsewhere ended; else when the child came where it is now."""
    ends = [until for p in child.placements if (until := child.placement_until(p)) is not None and until <= at]
    ends += [until for s in child.secures if (until := child.secure_until(s)) is not None and until <= at]
    return max([*ends, *([child.last_title_end] if child.last_title_end else [])], default=child.since or at)


def _waits(child: ChildFile, at: datetime) -> Signal | None:
    term = child.owed_term("T45")
    days = waiting_days(child, at)
    if term is None or days is None or not _late(term, at):
        return None
    return Signal(
        rule="S5",
        text=f"Het kind wacht {days} dagen: van de eerste melding tot nu begon er geen hulp.",
        source="norm: op tijd (S32a, T45) [K: getal]",
        who=Role.COLLEGE,
        now="Zorg dat er hulp begint, of vertel het gezin waarom het langer duurt en wat er tot dan gebeurt.",
        since=term.start,
    )


def _late(term: Term, at: datetime) -> bool:
    return at >= term.at


def _keeper(child: ChildFile) -> Role:
    return Role.GI if child.state in MEASURE else Role.PROVIDER


def all_signals(children: dict[str, ChildFile], at: datetime) -> Iterator[tuple[str, Signal]]:
    """The signals of every child of a case, by child."""
    for name in sorted(children):
        for signal in signals(children[name], at):
            yield name, signal
