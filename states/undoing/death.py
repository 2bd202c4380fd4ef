"""Taking back a death that was recorded by mistake, and what is corrected about a child that did die (TR-82, TR-78).

A death keeps what it took away. What is corrected afterwards is corrected in that: the child stays where the
death put it, and a death that turns out to be a mistake gives back the file as it should have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from states.consents.folding import ended
from states.facts import ChildFile, Deceased, Replaced
from states.orders.order import Power
from states.undoing.orders import given_back, replaced

P = TypeVar("P", bound=Power)
DEATH = "death"
"""What stands for a death where an order stands otherwise: no order has this id."""
_GIVEN_BACK = (
    *("consents", "declined", "judgements", "departures", "presumed"),
    *("help", "regie", "raad_answer", "burgemeester"),
)
"""What a file has no more after a death, and gets back."""


def died(child: ChildFile, closes: Iterable[str], opens: Iterable[str]) -> dict[str, Any]:
    """What a death takes away with the file: where it stood, and the terms that it drops and begins."""
    dropped = set(closes)
    stood = {name: getattr(child, name) for name in Deceased.model_fields if name not in ("terms", "opened")}
    terms = tuple(term for term in child.terms if term.id in dropped)
    found = Deceased(**stood, terms=terms, opened=tuple(opens))
    powers = next((r for r in child.replaced if r.order == DEATH), Replaced(order=DEATH))
    kept = powers.model_copy(update={"petitions": child.petitions, "raad": child.raad, "died": found})
    return {"replaced": (*(r for r in child.replaced if r.order != DEATH), kept)}


def powers_before_death(child: ChildFile, after: dict[str, Any]) -> dict[str, Any]:
    """The powers that a death ends, as they were."""
    kept = replaced(child, DEATH, {**after, "petitions": child.petitions})
    return {"replaced": (*(r for r in child.replaced if r.order != DEATH), *kept)}


def ended_by_death(powers: Iterable[P], at: datetime) -> tuple[P, ...]:
    """The powers that would go on, ended at a moment by a death."""
    over = {"ended": at, "ended_by": DEATH}
    return tuple(p.model_copy(update=over) for p in powers if p.until is None or p.until > at)


def death_of(child: ChildFile) -> Deceased | None:
    """Where a file stood when a death was recorded, or ``None``."""
    kept = next((r for r in child.replaced if r.order == DEATH), None)
    return kept.died if kept is not None and child.died is not None else None


def without_death(child: ChildFile) -> dict[str, Any]:
    """The facts of a child who did not die: as they were, and closed until the move that comes with it."""
    kept = next((r for r in child.replaced if r.order == DEATH), Replaced(order=DEATH))
    stood = kept.died
    if stood is None:
        return {}
    return {name: getattr(stood, name) for name in _GIVEN_BACK} | {
        "died": None,
        "measures": given_back(child.measures, kept.measures, DEATH),
        "placements": given_back(child.placements, kept.placements, DEATH),
        "secures": given_back(child.secures, kept.secures, DEATH),
        "petitions": kept.petitions,
        "raad": kept.raad,
        "replaced": tuple(r for r in child.replaced if r.order != DEATH),
    }


def corrected_after_death(child: ChildFile, undo: Callable[[ChildFile], dict[str, Any]]) -> dict[str, Any]:
    """The facts of a child that died, when an order or a consent from before turns out to be wrong.

    It is taken back in what the death kept; what comes back by it ended with the death as well.
    """
    stood, at = death_of(child), child.died
    if stood is None or at is None:
        return undo(child)
    living = child.model_copy(update=without_death(child) | {"state": stood.state})
    before = living.model_copy(update=undo(living))
    over: dict[str, Any] = {
        "measures": _all_over(before.measures, at),
        "placements": _all_over(before.placements, at),
        "secures": _all_over(before.secures, at),
    }
    dead = before.model_copy(update={"state": child.state})
    kept = next(iter(replaced(before, DEATH, {**over, "petitions": before.petitions})), Replaced(order=DEATH))
    found = stood.model_copy(update={"consents": before.consents})
    kept = kept.model_copy(update={"petitions": before.petitions, "raad": before.raad, "died": found})
    return (
        over
        | ended(dead, at, at)
        | {
            "orders": before.orders,
            "authority": before.authority,
            "replaced": (*before.replaced, kept),
        }
    )


def _all_over(powers: tuple[P, ...], at: datetime) -> tuple[P, ...]:
    ended_by = {power.order: power for power in ended_by_death(powers, at)}
    return tuple(ended_by.get(power.order, power) for power in powers)
