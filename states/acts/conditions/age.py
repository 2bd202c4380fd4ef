"""Conditions on age: which of two acts is meant, by the age on the day."""

from __future__ import annotations

from states.acts.conditions.base import Answer, Asked, Finding, lacking
from states.people import AgeBand

_INSTEAD: dict[int, str] = {
    4: "Een jongere van 12 of ouder: handeling 5.",
    5: "Een kind onder de 12: handeling 4.",
    14: "Van 12 tot en met 15 jaar: handeling 15. Vanaf 16 jaar: handeling 16.",
    15: "Onder de 12: handeling 14. Vanaf 16 jaar: handeling 16.",
    16: "Onder de 12: handeling 14. Van 12 tot en met 15 jaar: handeling 15.",
}


def _only(asked: Asked, bands: tuple[AgeBand, ...], text: str) -> Finding | None:
    if asked.band in bands:
        return None
    return Finding("age", text, _INSTEAD[asked.act.number], answer=Answer.FORBIDDEN)


def under_12(asked: Asked) -> Finding | None:
    """For a child under 12."""
    return _only(asked, (AgeBand.UNDER_12,), "Dit is voor een kind onder de 12.")


def from_12(asked: Asked) -> Finding | None:
    """For a youth of 12 or older."""
    bands = (AgeBand.FROM_12, AgeBand.FROM_16, AgeBand.ADULT)
    return _only(asked, bands, "Dit is voor een jongere van 12 of ouder.")


def from_12_to_16(asked: Asked) -> Finding | None:
    """For a youth of 12 up to 15."""
    return _only(asked, (AgeBand.FROM_12,), "Dit is voor een jongere van 12 tot en met 15 jaar.")


def from_16(asked: Asked) -> Finding | None:
    """For a youth of 16 or older."""
    return _only(asked, (AgeBand.FROM_16, AgeBand.ADULT), "Dit is voor een jongere van 16 of ouder.")


def under_12_or_unable(asked: Asked) -> Finding | None:
    """1:265h: under 12, or 12 or older and not able to judge this decision."""
    if asked.band is AgeBand.UNDER_12:
        return None
    return lacking(asked, "unable", "wie oordeelde dat de jongere dit niet kan overzien, wanneer en waarom")


def data_of_16_with_the_youth(asked: Asked) -> Finding | None:
    """Medical data of a ward of 16 or older are asked with the ward (L14)."""
    if asked.band not in (AgeBand.FROM_16, AgeBand.ADULT):
        return None
    text = "Medische gegevens van een jongere van 16 of ouder: alleen met de jongere zelf."
    remedy = "Vraag het de jongere zelf (agreed_by), of vraag alleen gegevens die niet medisch zijn."
    said = asked.said
    if said is not None and said.topic == "medisch" and asked.child.id not in said.agreed_by:
        return Finding("L14", text, remedy, answer=Answer.CONSENT)
    return Finding("L14", text, asked.act.alternative, note=True)
