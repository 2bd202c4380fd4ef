"""Decide: what a command does to a case, or why the law does not allow it.

First what lapsed by itself is recorded, by the system, at its own moment (D4); then the command is
carried out or refused. A refusal is an entry too (D5). Nothing here changes anything: the caller
stores what was drafted and folds what was stored (D8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from states.commands import Base
from states.drafting import Draft, Drafting, NotAllowedError
from states.due import settle
from states.editions.book import rules
from states.events import Refused
from states.facts import Case
from states.handlers import HANDLERS, words
from states.handlers.common import refuse
from states.moves.options import possible
from states.notices import ADDRESS, NOT_KEPT
from states.people import SYSTEM
from states.position import framework_of
from states.refusal import Refusal
from states.wording.sent import Found, flagged, found, refused
from states.work import asked


@dataclass(frozen=True, slots=True)
class Decision:
    """Drafts to store, the case as it would be after them, and the refusal if there is one."""

    drafts: tuple[Draft, ...]
    case: Case
    refusal: Refusal | None = None


def lapse(case: Case, now: datetime) -> Decision:
    """What happened by itself up to now (UTC, the case's own clock)."""
    draft = Drafting(case, SYSTEM, now)
    settle(draft)
    return Decision(tuple(draft.drafts), draft.case)


def decide(case: Case, command: Base, now: datetime, *, elsewhere: bool = False) -> Decision:
    """The entries that a command makes at a moment (UTC, the case's own clock).

    ``elsewhere``: the log said that the child is open in another case, so it joins that one.

    Raises:
        BrokenLawError: the table and the facts disagree; nothing may be stored.
    """
    settled = Drafting(case, SYSTEM, now)
    settle(settled)
    draft = Drafting(settled.case, command.by, now)
    try:
        if elsewhere:
            raise refuse(
                "TR-01/elsewhere",
                "Dit kind heeft al een open dossier in een andere zaak.",
                "domein TR-01",
                "Voeg de melding toe aan die zaak.",
            )
        _carry_out(draft, command)
        settle(draft)
    except NotAllowedError as error:
        refusal = Refusal(
            attempted=error.attempted,
            reasons=error.reasons,
            possible=possible(settled.case, command.child, now),
        )
        return _refused(settled, command, refusal)
    return Decision((*settled.drafts, *draft.drafts), draft.case)


def _carry_out(draft: Drafting, command: Base) -> None:
    said = _said(draft, command)
    if unsaid := refused(said):
        raise NotAllowedError("NX-03", unsaid)
    HANDLERS[type(command)](draft, command)
    words.flag(draft, command, flagged(said))


def _said(draft: Drafting, command: Base) -> list[Found]:
    """What is found in the texts of a command, in the framework of the child as it stands."""
    framework = framework_of(draft.child(command.child).state)
    return found(command, framework, rules(command.at or draft.now).words)


def _refused(settled: Drafting, command: Base, refusal: Refusal) -> Decision:
    child = settled.case.children.get(command.child)
    tasks = asked.after_refusal(
        child, refusal.attempted, command.by.role, lambda stem: settled.new_id(f"{command.child}/{stem}")
    )
    event = Refused(attempted=refusal.attempted, rules=tuple(r.rule for r in refusal.reasons), tasks=tasks)
    unkept = NOT_KEPT if any(r.rule == ADDRESS for r in refusal.reasons) else frozenset[str]()
    detail = {
        # What it does is a default too; with it an auditor can decide the command again.
        "command": {
            **command.model_dump(mode="json", exclude={"id", *unkept}, exclude_defaults=True),
            **command.model_dump(include={"do"}),
        },
        "reasons": [r.model_dump(mode="json") for r in refusal.reasons],
    }
    draft = Drafting(settled.case, command.by, settled.now)
    known = command.child if command.child in settled.case.children else None
    draft.emit(known, event, settled.now, rules=event.rules, detail=detail)
    return Decision((*settled.drafts, *draft.drafts), draft.case, refusal)
