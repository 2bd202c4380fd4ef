"""Acts (handelingen): registered only when ``may`` allows them, by the same function (R-07)."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.acts.act import Act
from states.acts.may import Verdict, may
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.people import PRIVATE, Actor, Role
from states.refusal import Reason
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Outcome, Term
from states.work import asked

PLAN, DIRECTIVE, CONTACT = 18, 21, 25
"""Acts that meet or open a term."""


def register(draft: Drafting, command: c.RegisterAct) -> None:
    """Register an act, or refuse it with what may be done instead."""
    at = said_at(draft, command)
    catalogue = rules(at).acts
    act = catalogue.get(command.act)
    if act is None:
        raise refuse(
            f"act-{command.act}/unknown",
            f"Handeling {command.act} bestaat niet in de lijst.",
            "R-10",
            f"Kies een handeling van 1 tot en met {max(catalogue)}.",
            f"#{command.act}",
        )
    if not act.who & PRIVATE:
        professional(command)
    child = known(draft, command)
    doer = _doer(act, child, command)
    verdict = may(command.act, child, at, doer, command)
    if not verdict.holds:
        raise _refusal(verdict)
    if not command.reason.strip():
        raise NotAllowedError(f"act-{command.act}", [no_reason(verdict)])
    event = e.ActRegistered(
        act=command.act,
        answer=verdict.answer.value,
        rule=verdict.rule,
        basis=verdict.basis,
        by=doer.id,
        role=doer.role,
        organisation=doer.organisation,
        tasks=asked.after_act(child, command.act, doer.role, lambda stem: draft.new_id(f"{child.id}/{stem}")),
        opens=_remedies(draft, child, command),
        closes=tuple(
            terms.closed(t, local_day(at), Outcome.MET) for t in child.terms if t.rule == "T19" and command.act == PLAN
        ),
    )
    draft.emit(child.id, event, at, rules=(verdict.rule,), detail=detail_of(command))


def _doer(act: Act, child: ChildFile, command: c.RegisterAct) -> Actor:
    """Who does it: the sender, or the member of the family for whom a worker writes it down."""
    person = command.person
    if command.by.role in act.who or person is None:
        return command.by
    if person == child.id and Role.YOUTH in act.who:
        return Actor(id=person, role=Role.YOUTH)
    if person in {row.holder for row in child.authority} and Role.PARENT in act.who:
        return Actor(id=person, role=Role.PARENT)
    return command.by


def _refusal(verdict: Verdict) -> NotAllowedError:
    first = Reason(
        rule=verdict.rule,
        text=verdict.text,
        source=verdict.basis,
        remedy=verdict.alternative,
        also=(f"#{verdict.act}", *(name for name in verdict.rule.split("/") if name.startswith("NX-"))),
    )
    return NotAllowedError(f"act-{verdict.act}", [first, *verdict.needs])


def no_reason(verdict: Verdict) -> Reason:
    """An act without a reason in words is not registered (R-50)."""
    return Reason(
        rule=f"act-{verdict.act}/reason",
        text="Nodig: waarom u dit doet, in gewone woorden.",
        source="kamerbrief 23-3-2020; R-50",
        remedy="Vul de reden in (reason).",
        also=(f"#{verdict.act}", "R-50"),
        supply=True,
    )


def _remedies(draft: Drafting, child: ChildFile, command: c.RegisterAct) -> tuple[Term, ...]:
    """A directive, or a limit on contact, can be challenged for two weeks (1:264 lid 3, T11)."""
    if command.act not in (DIRECTIVE, CONTACT):
        return ()
    sent = command.sent_on or local_day(said_at(draft, command))
    id_ = draft.new_id(f"{child.id}/T11")
    return (terms.running("T11", id_, sent, "vanaf de dag na verzending, twee weken"),)
