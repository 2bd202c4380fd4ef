"""Acts (handelingen): registered only when ``may`` allows them, by the same function (R-07)."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states import term as terms
from states.act_table import ACTS, LAST_ACT
from states.acts import CONTACT, DIRECTIVE, PLAN, may
from states.calendar import local_day
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.term import Outcome, Term


def register(draft: Drafting, command: c.RegisterAct) -> None:
    """Register an act, or refuse it with what may be done instead."""
    if command.act not in ACTS:
        _unknown(command.act)
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    verdict = may(
        command.act,
        child,
        at,
        command.by,
        person=command.person,
        for_placement=command.for_placement,
    )
    if not verdict.holds:
        raise refuse(verdict.rule, verdict.text, verdict.basis, verdict.alternative, f"#{command.act}")
    event = e.ActRegistered(
        act=command.act,
        answer=verdict.answer.value,
        rule=verdict.rule,
        basis=verdict.basis,
        opens=_remedies(draft, child, command),
        closes=tuple(
            terms.closed(t, local_day(at), Outcome.MET) for t in child.terms if t.rule == "T19" and command.act == PLAN
        ),
    )
    draft.emit(child.id, event, at, rules=(verdict.rule,), detail=detail_of(command))


def _unknown(number: int) -> None:
    if number <= LAST_ACT:
        raise refuse(
            f"not-built/act-{number}",
            f"Handeling {number} is nog niet gebouwd. Er is niets vastgelegd.",
            "domein 4",
            "Leg het vast als notitie (note).",
            f"act-{number}",
            f"#{number}",
            "not-built",
        )
    raise refuse(
        f"act-{number}/unknown",
        f"Handeling {number} bestaat niet in de lijst.",
        "R-10",
        f"Kies een handeling van 1 tot en met {LAST_ACT}.",
        f"#{number}",
    )


def _remedies(draft: Drafting, child: ChildFile, command: c.RegisterAct) -> tuple[Term, ...]:
    """A directive, or a limit on contact, can be challenged for two weeks (1:264 lid 3, T11)."""
    if command.act not in (DIRECTIVE, CONTACT):
        return ()
    sent = command.sent_on or local_day(said_at(draft, command))
    id_ = draft.new_id(f"{child.id}/T11")
    return (terms.running("T11", id_, sent, "vanaf de dag na verzending, twee weken"),)
