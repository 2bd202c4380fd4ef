"""What an appeal does to powers: they stop working for a while, end, or come back (Rv 360, TR-74, TR-75, TR-83).

A power that an appeal suspends is not over: its own end stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from states.facts import ChildFile
from states.orders.order import Order, OrderKind, Pause, Power, power_start
from states.orders.powers.base import REPAIR, Powers
from states.people import Role
from states.terms.calendar import day_start, local_day

P = TypeVar("P", bound=Power)


def as_changed(child: ChildFile, powers: Powers) -> ChildFile:
    """The child as the powers stand so far, before the court's own decision in place of another."""
    changed = {m.order: m for m in powers.measures}
    placed = {p.order: p for p in powers.placements}
    return child.model_copy(
        update={
            "measures": tuple(changed.get(m.order, m) for m in child.measures),
            "placements": tuple(placed.get(p.order, p) for p in child.placements),
        }
    )


def of_order(powers: tuple[P, ...], order: str, at: datetime) -> list[P]:
    """The powers that an order gave and that are not over at a moment."""
    return [p for p in powers if p.order == order and (p.until is None or p.until > at)]


def _each(
    child: ChildFile, order: str, at: datetime, powers: Powers, change: Callable[[Power], dict[str, object]]
) -> None:
    powers.measures += [m.model_copy(update=change(m)) for m in of_order(child.measures, order, at)]
    powers.placements += [p.model_copy(update=change(p)) for p in of_order(child.placements, order, at)]
    powers.secures += [s.model_copy(update=change(s)) for s in of_order(child.secures, order, at)]


def pause(child: ChildFile, order: str, at: datetime, powers: Powers) -> None:
    """What an order gave stops working from a moment, until the court of appeal says otherwise."""

    def stops(power: Power) -> dict[str, object]:
        return {} if power.paused else {"pauses": (*power.pauses, Pause(since=max(at, power.start)))}

    _each(child, order, at, powers, stops)


def show_ended(child: ChildFile, order: str, at: datetime, powers: Powers) -> None:
    """What a suspended order had ended does not come back by itself; a person looks whether it should [K]."""

    def would_run(power: Power) -> bool:
        until = power.model_copy(update={"ended": None}).until
        return power.ended_by == order and (until is None or until > at)

    if not any(would_run(power) for power in (*child.measures, *child.placements, *child.secures)):
        return
    powers.ask(
        "TR-83/ended",
        "De geschorste beschikking had een eerdere maatregel of machtiging beëindigd. Die komt door de schorsing niet "
        "vanzelf terug: nu heeft niemand die bevoegdheid. Laat vandaag een jurist kijken of zij toch nog geldt, en of "
        "de rechter iets moet beslissen.",
        "Rv 360 [K: of schorsing doet herleven]",
        Role.SUPERVISOR,
    )


def resume(child: ChildFile, order: str, at: datetime, powers: Powers) -> None:
    """What an order gave works again from a moment."""

    def works(power: Power) -> dict[str, object]:
        return {
            "pauses": tuple(p if p.until else p.model_copy(update={"until": max(at, p.since)}) for p in power.pauses)
        }

    _each(child, order, at, powers, works)


def suspend(child: ChildFile, order: Order, powers: Powers) -> None:
    """The court of appeal suspends an order (Rv 360 lid 2, TR-83)."""
    if _known(order, powers):
        at = power_start(order) or order.pronounced
        pause(child, order.about or "", at, powers)
        show_ended(child, order.about or "", at, powers)


def confirm(child: ChildFile, order: Order, powers: Powers) -> None:
    """The court of appeal confirms, or the appeal ended without a decision: powers work again (TR-83)."""
    if _known(order, powers):
        resume(child, order.about or "", order.pronounced, powers)


def annul(child: ChildFile, order: Order, powers: Powers) -> None:
    """The court of appeal annuls, from the day it names, the whole order or only its placement (TR-74).

    What it decides itself instead is granted along with it.
    """
    if not _known(order, powers):
        return
    if order.start is None:
        powers.flag(
            "TR-74/from",
            "De beslissing noemt niet vanaf wanneer zij vernietigt. Gerekend is vanaf de dag van de beslissing.",
            "Rv 806 [K: gevolg voor eerdere handelingen]",
        )
    at = day_start(order.start) if order.start is not None else order.pronounced
    _flag_early(child, order, at, powers)
    gone: dict[str, object] = {"ended_by": order.id}

    def ends(power: Power) -> dict[str, object]:
        return gone | {"ended": max(at, power.start)}

    if order.placement_refused:
        about = order.about or ""
        powers.placements += [p.model_copy(update=ends(p)) for p in of_order(child.placements, about, at)]
        powers.secures += [s.model_copy(update=ends(s)) for s in of_order(child.secures, about, at)]
    else:
        _each(child, order.about or "", at, powers, ends)


def _flag_early(child: ChildFile, order: Order, at: datetime, powers: Powers) -> None:
    """Nothing ends before it begins: an annulment from an earlier day works from the order's own start."""
    of_it = of_order((*child.measures, *child.placements, *child.secures), order.about or "", at)
    begins = min((power.start for power in of_it), default=None)
    about = next((o for o in child.orders if o.id == order.about), None)
    given_later = about is not None and about.pronounced > order.pronounced
    if not given_later and (begins is None or local_day(begins) <= local_day(at)):
        return
    own = f" Zij werkt hier daarom vanaf het begin van die beschikking: {local_day(begins)}." if begins else ""
    powers.ask(
        "TR-74/early",
        f"De vernietiging is van {local_day(at)}. De beschikking waarover zij gaat, is later gegeven of gaat later in."
        f"{own} Lees de datums na in beide beschikkingen. {REPAIR}",
        "Rv 31; 00-B [K: vernietigen voor het begin]",
        Role.SUPERVISOR,
    )


def _known(order: Order, powers: Powers) -> bool:
    if order.about is not None:
        return True
    powers.flag(
        "appeal/about",
        "Niet bekend is over welke eerdere beschikking dit gaat. Er verandert nog niets.",
        "Rv 360, 806",
    )
    return False


CHANGES: dict[OrderKind, Callable[[ChildFile, Order, Powers], None]] = {
    OrderKind.SUSPENDED: suspend,
    OrderKind.CONFIRMED: confirm,
    OrderKind.ANNULLED: annul,
}
"""What a court of appeal does to the powers of an earlier order."""
