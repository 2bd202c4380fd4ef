"""Reviews of an edition by people: without all of them its rules are provisional (D7).

A review speaks of the rules that its reader had before them: it names their digest, and counts for
no others. It counts from the first day of an edition or not at all, so no rule is put in force
backwards: rules that were reviewed later come again as an edition with a later first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reviewer(StrEnum):
    """Who must have read the rules: a lawyer, a professional, and those whom it is about."""

    LAWYER = "jurist"
    PROFESSIONAL = "professional"
    CLIENTS = "cliëntenorganisatie"


@dataclass(frozen=True, slots=True)
class Review:
    """One review: who, for whom, on which day, of which rules, what was found, and the answer.

    ``approves`` is false when the findings say that the rules must change first.
    """

    role: Reviewer
    by: str
    on: date
    digest: str
    findings: str
    approves: bool


REVIEWS: tuple[Review, ...] = ()
"""Every review that was recorded, of any edition. Nobody has reviewed these rules yet."""


def missing(reviews: tuple[Review, ...], digest: str, valid_from: date) -> tuple[Reviewer, ...]:
    """Whose review is still missing for rules with this digest that count from this day.

    Of several by one role the last one counts; a review without findings says nothing.
    """
    counted = sorted(
        (r for r in reviews if r.digest == digest and r.on < valid_from and r.by.strip() and r.findings.strip()),
        key=lambda review: review.on,
    )
    last = {review.role: review.approves for review in counted}
    return tuple(role for role in Reviewer if not last.get(role, False))
