"""The people around a child, and papers with everything in order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from states import commands as c
from states.orders.order import OrderKind
from states.people import Actor, Authority, Registration, Role
from states.terms.calendar import AMSTERDAM

SKJ = Registration(registry="SKJ", number="100001", valid_until=date(2060, 1, 1))
TEAM = Actor(id="lotte", role=Role.LOCAL_TEAM, organisation="Lokaal team Zonstad", registration=SKJ)
PROVIDER = Actor(id="pim", role=Role.PROVIDER, organisation="Jeugdhulp Fictie", registration=SKJ)
GI = Actor(id="gerrit", role=Role.GI, organisation="GI Fictieland", registration=SKJ)
OTHER_GI = Actor(id="olga", role=Role.GI, organisation="GI Elders", registration=SKJ)
RAAD = Actor(id="rianne", role=Role.RAAD, organisation="Raad")
COLLEGE = Actor(id="cor", role=Role.COLLEGE, organisation="Gemeente Zonstad")
SUPERVISOR = Actor(id="sanne", role=Role.SUPERVISOR, organisation="Lokaal team Zonstad")
ANNA = Actor(id="anna", role=Role.PARENT)
BART = Actor(id="bart", role=Role.PARENT)

BORN = date(2017, 3, 3)
PARENTS = ("anna", "bart")
REASON = "Dit helpt Noor; besproken met haar ouders en vastgelegd in het verslag van het gesprek."
"""Why somebody does what a test lets them do, when it says nothing else."""
START = "2026-02-02 09:00"


def at(moment: str | datetime) -> datetime:
    """A moment in Amsterdam ("2026-02-02 09:00", or a day: its beginning) in UTC."""
    given = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return (given if given.tzinfo else given.replace(tzinfo=AMSTERDAM)).astimezone(UTC)


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)


def opening(born: date | None = BORN, holders: tuple[str, ...] = PARENTS, **more: Any) -> c.Opening:  # noqa: ANN401
    """A child as it comes into the case."""
    fields: dict[str, Any] = {"name": "Noor", "municipality": "Zonstad", "born": born}
    fields["authority"] = tuple(Authority(holder=holder) for holder in holders)
    return c.Opening.model_validate(fields | more)


def order(kind: OrderKind | str, given: str, end: str | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A decision of the court, as it is recorded."""
    record = {"kind": kind, "date": given, "end": end, "court": "rechtbank Fictieland", "zaaknummer": "C/99/1"}
    return {**record, "gi": "GI Fictieland", "enforceable": "yes", **more}


VTO: dict[str, Any] = {
    "threats": "bedreiging",
    "facts": "feiten",
    "help_tried": "hulp",
    "best_interest": "belang",
    "informed_on": "2026-02-02",
    "view_parents": "mening",
    "view_child": "mening",
    "receipt": "CORV-1",
}
"""A request for investigation with everything in order."""

PETITION: dict[str, Any] = {
    "by": RAAD,
    "petition": "verzoek",
    "report": "rapport",
    "measures": ("ots",),
    "gi": "GI Fictieland",
    "gi_agreed_with_college": True,
}
"""A petition of the Raad with everything in order."""

INTENSIVE: dict[str, Any] = {
    "lead": "gi",
    "worker": GI,
    "mandate": "2026-01-30",
    "why_more": "meer nodig",
    "expertise": "deskundige",
    "reflection": "2026-02-09",
    "told_may_stop": True,
    "rights_sheet": "2026-02-02",
    "plan": "plan met doelen",
    "review_on": "2026-05-01",
}
"""Intensive voluntary help with everything in order."""
