"""Condition on being told: what binds a family waits until each reader has the sheet of the measure (R-14)."""

from __future__ import annotations

from states.acts.conditions.base import Asked, Finding
from states.rights.readers import uninformed


def readers_informed(asked: Asked) -> Finding | None:
    """Each reader got the sheet of rights since the measure began, or it is recorded why not.

    The order of the judge waits for nothing; what the GI does on it, does (acts 18, 19, 21 and 25).
    """
    missing = uninformed(asked.child, asked.at)
    if not missing:
        return None
    who = ", ".join("het kind zelf" if person == asked.child.id else person for person in missing)
    return Finding(
        "readers",
        f"Nog niet iedereen heeft het rechtenblad van deze maatregel. Het ontbreekt bij: {who}.",
        "Geef het blad, en leg dat vast (deliver_notices of give_sheet). Lukt dat niet? "
        "Leg vast waarom niet (not_given_because). Bij direct gevaar: politie, 112 (handeling 48).",
        supply=True,
    )
