"""With whom a child lives, and since when: after a year with the same foster family a judge decides (265i, L9)."""

from __future__ import annotations

from datetime import date

from states.facts import ChildFile, Residence

_FAMILY_PLACES = ("gezin", "pleeg")


def foster_family(place: str | None, carers: str | None = None) -> str | None:
    """The family that raises a child: the one that is named, or the kind of place when that is a family."""
    family = any(word in (place or "").casefold() for word in _FAMILY_PLACES)
    return carers or (place if family else None)


def carers_since(child: ChildFile, carers: str | None, day: date) -> date | None:
    """Since when a child lives with a family that it lives with on a day."""
    if carers is None:
        return None
    same = child.residence is Residence.AWAY and child.carers == carers
    return child.carers_since if same and child.carers_since is not None else day


def settled_since(child: ChildFile) -> date | None:
    """Since when a child lives with the same foster family; ``None``: it does not live with one."""
    return child.carers_since if child.residence is Residence.AWAY and child.carers else None
