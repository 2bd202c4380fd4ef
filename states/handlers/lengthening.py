"""A term that becomes longer once, when who waits was told in time, and why (AVG 12 lid 3; ADR 0021)."""

from __future__ import annotations

from datetime import date

from states.handlers.common import refuse
from states.terms import term as terms
from states.terms.rule import TermRule
from states.terms.term import Term

WITH_REASON = "met uitleg"
"""The length of a rule when who waits was told in time that it takes longer, and why."""


def longer(told: date, old: Term, row: TermRule, id_: str, today: date) -> Term:
    """Once, and told within the first length: the rule's own longer one counts from the same day (AVG 12 lid 3)."""
    length = row.lengths.get(WITH_REASON)
    first = row.length is not None and old.number == 1 and old.due == row.length.reach(old.start)
    if length is None or not first or not old.start <= told <= min(old.due, today):
        raise refuse(
            f"{old.rule}/longer",
            "Deze termijn kan niet langer worden, is al verlengd, of de vrager hoorde het niet op tijd.",
            row.source,
            "Bij een verzoek om inzage: vertel binnen de eerste maand waarom het langer duurt, en vul de dag in "
            "(told_on). Lukt dat niet: antwoord, of leg uit waarom het te laat is (explain_term).",
        )
    why = f"verlengd met uitleg op {told.isoformat()}; de dag was {old.due.isoformat()}"
    return terms.running(old.rule, id_, old.start, why, case=WITH_REASON, number=2)
