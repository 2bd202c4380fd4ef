"""Words: what a note flags, and setting such a flag aside with a reason (NX-03, R-16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from states import commands as c
from states import events as e
from states.commands import Base
from states.drafting import Drafting
from states.facts import Task
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.refusal import Flag
from states.wording.sent import Found

CODE = "words"
"""The code of the task that a flag raises."""


def flag(draft: Drafting, command: Base, found: Iterable[Found]) -> None:
    """Write down what somebody has to look at, after the entry that holds the text; it blocks nothing."""
    found = list(found)
    if not found or command.child not in draft.case.children:
        return
    about = draft.drafts[-1].seq if draft.drafts else draft.case.seq
    about = next((made.seq for made in draft.drafts if made.child == command.child), about)
    rules = tuple(dict.fromkeys(each.finding.rule for each in found))
    titles = "; ".join(dict.fromkeys(each.finding.title for each in found))
    task = Task(
        id=draft.new_id(f"{command.child}/{CODE}"),
        code=CODE,
        role=command.by.role.value,
        text=f"Lees uw tekst bij regel {about} na: {titles}. "
        "Pas uw tekst aan, of zeg waarom dit zo mag (overrule_flag).",
    )
    flags = (
        Flag(rule=f"NX-03/{each.finding.rule}", text=each.finding.why, source=each.finding.source) for each in found
    )
    event = e.WordsFlagged(about=about, rules=rules, tasks=(task,), flags=tuple(dict.fromkeys(flags)))
    detail = {"findings": [{"field": each.field, **asdict(each.finding)} for each in found]}
    draft.emit(command.child, event, command.at or draft.now, rules=("NX-03",), detail=detail)


def overrule(draft: Drafting, command: c.OverruleFlag) -> None:
    """Set flags about words aside: a professional, with a reason; a refusal never is."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if not command.reason.strip():
        raise refuse(
            "NX-03/reason",
            "Een signaal over woorden gaat niet opzij zonder reden.",
            "NX-03; R-16",
            "Vul in waarom deze woorden hier mogen staan (reason).",
        )
    flags = {int(task.id.rsplit(".", 1)[1]): task.id for task in child.tasks if task.code == CODE}
    done = {number: id_ for number, id_ in flags.items() if command.entry in {None, number}}
    if not done:
        raise refuse(
            "NX-03/no-flag",
            "Hier staat geen signaal over woorden open. Een weigering kan niemand opzij zetten.",
            "NX-03; R-16",
            "Kijk welke signalen open staan (case show). Is een tekst geweigerd: pas die aan en stuur hem opnieuw.",
        )
    event = e.FlagOverruled(about=tuple(sorted(done)), tasks_done=tuple(done.values()))
    draft.emit(child.id, event, at, rules=("NX-03",), detail=detail_of(command))
