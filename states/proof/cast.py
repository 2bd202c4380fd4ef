"""The people of the proof, one for each class of actor, and papers with everything in order."""

from __future__ import annotations

from datetime import date
from typing import Any

from states.people import Actor, Registration, Role

CHILD, SIBLING = "kind", "broer"
ANNA, BART, OMA = "anna", "bart", "oma"
GI_A, GI_B = "GI Fictieland", "GI Elders"
REASON = "Besproken met het gezin; dit is nodig om het kind veilig te houden."
"""Why somebody does what an event lets them do."""

_SKJ = Registration(registry="SKJ", number="100001", valid_until=date(2099, 1, 1))
_OF: dict[Role, tuple[str, str | None]] = {
    Role.YOUTH: (CHILD, None),
    Role.PARENT: (ANNA, None),
    Role.LOCAL_TEAM: ("lotte", "Lokaal team Zonstad"),
    Role.COLLEGE: ("cor", "Gemeente Zonstad"),
    Role.PROVIDER: ("pim", "Jeugdhulp Fictie"),
    Role.GI: ("gerrit", GI_A),
    Role.VEILIG_THUIS: ("vera", "Veilig Thuis"),
    Role.RAAD: ("rianne", "Raad"),
    Role.COURT: ("griffier", "rechtbank Fictieland"),
    Role.SUPERVISOR: ("sanne", "Lokaal team Zonstad"),
    Role.SYSTEM: ("system", None),
}


def actor(role: Role, organisation: str | None = None) -> Actor:
    """Somebody of a class of actors; professionals are registered."""
    id_, own = _OF.get(role, (role.value, role.value))
    family = role in (Role.YOUTH, Role.PARENT, Role.SYSTEM)
    return Actor(id=id_, role=role, organisation=organisation or own, registration=None if family else _SKJ)


EVERYBODY: tuple[Actor, ...] = tuple(actor(role) for role in Role)
"""One of every class of actor."""

OTHER_GI = actor(Role.GI, GI_B)
ASKED: tuple[Actor, ...] = (*EVERYBODY, OTHER_GI)
"""Who is asked about every act: every class, and a GI that the judge did not name."""

VTO: dict[str, Any] = {
    "threats": "bedreiging",
    "facts": "feiten",
    "help_tried": "hulp",
    "best_interest": "belang",
    "view_parents": "mening",
    "view_child": "mening",
    "receipt": "CORV-1",
}
"""A request for investigation; the day on which people were told is added."""

INTENSIVE: dict[str, Any] = {
    "why_more": "meer nodig",
    "expertise": "deskundige",
    "told_may_stop": True,
    "plan": "plan met doelen",
}
"""Intensive voluntary help; the days are added."""

PETITION: dict[str, Any] = {
    "petition": "verzoek",
    "report": "rapport",
    "measures": ("ots",),
    "gi": GI_A,
    "gi_agreed_with_college": True,
}
"""A petition of the Raad."""

CLOSING: dict[str, Any] = {
    "judgement": "veilig",
    "second_reader": "sanne",
    "evaluation": "samen",
    "aftercare": "inloop",
}
"""The papers of a close; the day of the letter is added."""
