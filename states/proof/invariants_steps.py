"""The invariants of 10-proof, § 3, that hold on every step; each says what is wrong, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from states.commands import CourtOrder, WithdrawConsent
from states.consents.consent import Purpose
from states.events import Moved
from states.people import Role
from states.position import INTENSIVE, MEASURE, RAAD, VOLUNTARY, State
from states.proof import reading as r
from states.proof.event import By, Step
from states.proof.stepping import child_of

Finding = Iterator[str]
_COURTS = (By.COURT, By.HOF)
_OTHERS = frozenset({"hand_over_measure", "correct", "close_in_error", "withdraw_request", "raad_closes"})
"""What the papers give to others than a judge: TR-66b, TR-82, TR-79 and TR-30 with the Raad, TR-24."""
_ENTERING = frozenset({"start_intensive_help", "change_lead"})


def moved(step: Step) -> Iterator[tuple[Moved, bool]]:
    """Every move of a step, and whether the clock made it."""
    for made in step.decisions:
        for draft in made.drafts:
            if isinstance(draft.event, Moved):
                yield draft.event, draft.actor.role is Role.SYSTEM


def _commands(step: Step) -> list[str]:
    """What was said, by the names of the commands."""
    return [said.command.model_fields["do"].default for said in step.event.says]


def the_law_holds_together(step: Step) -> Finding:
    """1: the table and the facts put the child in one place."""
    if step.broken:
        yield step.broken


def only_courts_compel(step: Step) -> Finding:
    """3: from voluntary to compulsory only by a judge, also when the clock carries out what was decided."""
    child = child_of(step.after)
    for move, clock in moved(step):
        if move.target not in MEASURE or move.source in MEASURE:
            continue
        by_court = clock or "correct" in _commands(step) or step.event.by in _COURTS or move.source is State.NONE
        if not by_court:
            yield f"{move.move} to {move.target} by {step.event.by}"
        if not r.decided(child):
            yield f"{move.move} to {move.target} without an order"


def a_withdrawal_works_at_once(step: Step) -> Finding:
    """9: who says stop has stopped consenting, in V and in R, and no help goes on that needed it."""
    before, after = child_of(step.before), child_of(step.after)
    for said in step.event.says:
        if said.command is not WithdrawConsent or Purpose.INTENSIVE_HELP in said.fields.get("purposes", ()):
            continue
        person = said.fields["person"]
        if step.refusals and person in r.yes(before, Purpose.HELP, step.since):
            yield f"{person} may not stop: {step.refusals[0]}"
        if person in r.yes(after, Purpose.HELP, step.now):
            yield f"{person} said stop, and still consents"
        asked = person in r.required(after, step.now) and after.state not in MEASURE
        if asked and after.help is not None and not step.refusals:
            yield f"{person} said stop, and {after.help.name} goes on in {after.state}"


def no_landing_in_intensive_help(step: Step) -> Finding:
    """10: intensive help is entered by those who agree to it, never by a landing."""
    agreed = _ENTERING.intersection(_commands(step))
    for move, clock in moved(step):
        if move.target not in INTENSIVE or move.source in INTENSIVE:
            continue
        if clock or not agreed or move.source not in VOLUNTARY:
            yield f"{move.move}: from {move.source} to {move.target}"


def each_decides_its_own(step: Step) -> Finding:
    """19: out of a measure only by a judge or by time; out of the Raad by the Raad, a judge or time."""
    by = step.event.by
    if _OTHERS.intersection(_commands(step)):
        return
    for move, clock in moved(step):
        if clock or by is By.FATE:
            continue
        if move.source in MEASURE and move.target not in MEASURE and by not in _COURTS:
            yield f"{move.move}: out of {move.source} by {by}"
        if move.source in RAAD and move.target not in (*RAAD, *MEASURE) and by not in (*_COURTS, By.RAAD):
            yield f"{move.move}: out of {move.source} by {by}"


def nothing_without_its_paper_or_its_person(step: Step) -> Finding:
    """20: what the papers star cannot be left out, and nobody does what the papers give to others."""
    if step.event.spoilt and any(not d.refusal and d.drafts for d in step.decisions[-1:]):
        yield f"done {step.event.spoilt}"


_OPEN = ("1:233/adult", "NX-12", "NX-11", "TR-78/died")


def an_order_is_never_refused(step: Step) -> Finding:
    """21: what a judge decided is a fact: refused only of nobody, of another child, or of an adult (00-B)."""
    if not step.event.court or step.event.spoilt:
        return
    for said, made in zip(step.event.says, step.decisions, strict=False):
        if made.refusal is None or said.command is not CourtOrder:
            continue
        refusal = made.refusal.rule
        if not refusal.startswith(_OPEN):
            yield f"an order was refused: {refusal}"
        if refusal == "1:233/adult" and r.minor(child_of(step.before), step.now):
            yield "an order about a minor was refused because of age"


def what_facts_allow_is_done(step: Step) -> Finding:
    """22: nothing that the facts allow is barred, and nothing that they do not allow is done."""
    if step.event.able is None or step.broken or not step.decisions:
        return
    allowed = step.event.able(child_of(step.before), step.since)
    last = step.decisions[-1].refusal
    if allowed is True and last is not None:
        yield f"refused, though the facts allow it: {last.rule}"
    if allowed is False and last is None:
        yield "done, though the facts do not allow it"


OF_STEPS: dict[int, Callable[[Step], Finding]] = {
    1: the_law_holds_together,
    3: only_courts_compel,
    9: a_withdrawal_works_at_once,
    10: no_landing_in_intensive_help,
    19: each_decides_its_own,
    20: nothing_without_its_paper_or_its_person,
    21: an_order_is_never_refused,
    22: what_facts_allow_is_done,
}
"""The invariants of a step, by number."""
