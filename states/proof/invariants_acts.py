"""The same invariants 4, 5, 8 and 17 said of every act, and not of the power acts alone.

The papers say it for the set P. What an act is (:mod:`states.proof.grounds`) lets it be said of all: no
act that touches a family without consent or a measure, no "ask the judge" where no judge can decide.
"""

from __future__ import annotations

from states.acts.may import Answer
from states.position import Framework, State, framework_of
from states.proof import grounds as g
from states.proof.invariants import Finding
from states.proof.seen import Seen, who

_GUARDIAN = ("VV", "VG", "TV")


def acts_have_their_ground(seen: Seen) -> Finding:
    """18: outside a measure acts rest on consent or touch nobody; under one on the order, consent or a judge."""
    frame = framework_of(seen.state)
    look = {Framework.COMPULSORY: _compulsory, Framework.NONE: _closed}.get(frame, _voluntary)
    look = _voluntary if seen.state is State.NONE else look
    for (act, place), verdict in seen.verdicts.items():
        if verdict.answer is Answer.FORBIDDEN:
            continue
        why = look(act, verdict.answer, seen)
        if act == g.AFTER_THE_END:
            why = "nobody acts after the end of a title"
        if why is not None:
            yield f"act {act}: {verdict.answer} to {who(place).role} in {seen.state}: {why}"


def _voluntary(act: int, answer: Answer, seen: Seen) -> str | None:
    if act in g.TOUCHES and answer is Answer.ALLOWED:
        return "it touches a family and nobody has to consent"
    if act in g.MEASURE_ONLY:
        return "it exists only because an order runs"
    arranged = act == g.ARRANGEMENT and seen.child.arrangement
    if answer is Answer.COURT and act not in g.ROUTES_FREE and not arranged:
        return "no judge can decide this without a measure"
    return None


def _compulsory(act: int, answer: Answer, seen: Seen) -> str | None:  # noqa: PLR0911 - a line of the papers each
    if seen.runs == "VVp":
        return None
    if act in g.BODY | g.MEDICAL and answer is Answer.ALLOWED:
        return "a measure does not replace the consent of whom it is about"
    if act in g.JUDGE and answer in (Answer.ALLOWED, Answer.CONSENT):
        return "only a judge decides this"
    if act in g.FREE_ONLY:
        return "it exists only without a measure"
    if act in g.SUPERVISION_ONLY and seen.runs in _GUARDIAN:
        return "it belongs to a supervision"
    if answer is Answer.COURT and act not in g.ROUTES:
        return "no judge can decide this"
    return None


def _closed(act: int, answer: Answer, _seen: Seen) -> str | None:
    if answer is Answer.ALLOWED and act not in g.LEFT:
        return "the case is closed"
    if answer is Answer.CONSENT and act not in g.LEFT_TO_PARENTS:
        return "the case is closed: first TR-80"
    if answer is Answer.COURT and act not in g.ROUTES_FREE:
        return "the case is closed: first TR-80"
    return None
