"""The terms of a case as its entries tell them: which run, which ended and how, and who explained a miss.

A miss stays in sight until the term is met after all: by how many days it is late, why, and who kept
sight on safety meanwhile (domain 2.5).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from states.editions.book import rules
from states.entry import happened
from states.events import Noted
from states.terms.term import Outcome, Term, TermClosed

Entry = dict[str, Any]


@dataclass
class TermStory:
    """One term of one child. ``late``: whole days after the last one, when it was met; else ``None``."""

    child: str
    term: Term
    outcome: Outcome | None = None
    ended: datetime | None = None
    met: bool = False
    dropped: bool = False
    late: int | None = None
    reason: str = ""
    keeps_sight: str = ""

    @property
    def title(self) -> str:
        """What the rule is called."""
        return rules(self.term.start).terms[self.term.rule].title

    def days_left(self, today: date) -> int:
        """Days until the last one; below zero, how many it is past."""
        return (self.term.due - today).days

    def overdue(self, today: date) -> int | None:
        """By how many days it was, or is being, missed; ``None``: it was not."""
        if self.met or self.dropped:
            missed = self.late is not None and self.late > 0
            return self.late if missed and (self.met or self.outcome is Outcome.MISSED) else None
        return -self.days_left(today) if self.outcome is Outcome.MISSED else None


def stories(entries: Iterable[Entry]) -> list[TermStory]:
    """Every term that the entries of a case open, in the order in which they do."""
    found: list[TermStory] = []
    last: dict[str, TermStory] = {}
    for entry in entries:
        event, at = happened(entry).event, datetime.fromisoformat(entry["effective_at"])
        for closed in event.closes:
            if closed.id in last:
                _close(last[closed.id], closed, at)
        for answer in event.answers:
            if answer.id in last:
                _answer(last[answer.id], answer)
        for term in event.opens:
            last[term.id] = TermStory(entry["child"], term)
            found.append(last[term.id])
        if isinstance(event, Noted) and event.term in last:
            _explain(last[event.term], entry["detail"].get("data") or {})
    return found


def _close(story: TermStory, closed: TermClosed, at: datetime) -> None:
    story.outcome, story.ended = closed.outcome, at
    story.met = closed.outcome is Outcome.MET
    story.late = closed.days_late


def _answer(story: TermStory, answer: TermClosed) -> None:
    """It was missed; from now on it is met, or no longer owed. It stays missed."""
    story.met = answer.outcome is Outcome.MET
    story.dropped = not story.met
    story.late = answer.days_late


def _explain(story: TermStory, detail: dict[str, Any]) -> None:
    story.reason = detail.get("reason", story.reason)
    story.keeps_sight = detail.get("keeps_sight", story.keeps_sight)
