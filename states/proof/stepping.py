"""One step of the exploration, through the real ``decide`` and ``lapse``: nothing is tidied in between."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.decide import Decision, decide, lapse
from states.drafting import BrokenLawError, NotAllowedError
from states.facts import Case, ChildFile
from states.proof import cast
from states.proof.event import Event, Step
from states.proof.situation import ahead, situation

BREATH = timedelta(minutes=1)
"""How long after the one thing the next is said."""
_STOPS = 12
"""How many moments in a row may pass without a difference before nothing more is expected."""


FAILURES = (BrokenLawError, NotAllowedError, LookupError, TypeError, ValueError, StopIteration)
"""What the law must never answer with: no row, no rule, or a refusal of what happens by itself."""


def failed(error: Exception) -> str:
    """Why the law had no answer, to read."""
    if isinstance(error, NotAllowedError):
        return "what happens by itself was refused: " + ", ".join(reason.rule for reason in error.reasons)
    return f"{type(error).__name__}: {error}" if not isinstance(error, BrokenLawError) else str(error)


def child_of(case: Case) -> ChildFile:
    """The child the proof is about."""
    return case.children.get(cast.CHILD) or ChildFile(id=cast.CHILD)


def say(event: Event, case: Case, now: datetime) -> Step:
    """People say something, each thing a breath after the other; what lapsed before is recorded first."""
    at, made, after, broken = now, [], case, ""
    try:
        for number, one in enumerate(event.says):
            at += BREATH
            decision = decide(after, one.at(at, f"said/{number}", after), at)
            made.append(decision)
            after = decision.case
    except FAILURES as error:
        broken = failed(error)
    return Step(event, case, now, after, at, tuple(made), broken)


def wait(event: Event, case: Case, now: datetime) -> list[Step]:
    """Time passes, to each next moment at which a fact says something else, until a situation is new."""
    steps: list[Step] = []
    start = situation(child_of(case), now)
    for _ in range(_STOPS):
        coming = min((moment for moment, _ in ahead(child_of(case), now)), default=None)
        if coming is None:
            return steps
        broken, decision = "", Decision((), case)
        try:
            decision = lapse(case, coming)
        except FAILURES as error:
            broken = failed(error)
        steps.append(Step(event, case, now, decision.case, coming, (decision,), broken))
        case, now = decision.case, coming
        if broken or situation(child_of(case), now) != start:
            return steps
    return steps
