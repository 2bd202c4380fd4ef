"""Petitions beside the state, and petitions that are taken back (TR-32; Jw 6.1.8; BW 1:265g)."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting, NotAllowedError
from states.editions.book import rules
from states.facts import ChildFile, PetitionKind
from states.handlers.common import detail_of, known, no_row, refuse, said_at
from states.moves.landing import heading, landing_facts
from states.moves.machine import objections
from states.orders.powers.guardian import kept_no_longer
from states.people import SYSTEM, Role
from states.position import State
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Outcome

BESIDE = frozenset({PetitionKind.SECURE, PetitionKind.CONTACT})
"""What is asked of the judge and leads nobody to R3."""


def ask_beside(draft: Drafting, command: c.PetitionCourt, child: ChildFile, event: e.PetitionFiled) -> None:
    """Secure youth help (the college without a measure, else GI or Raad), or an arrangement about contact."""
    at = said_at(draft, command)
    measure = child.measure(at)
    secure = command.kind is PetitionKind.SECURE
    may = {Role.GI, Role.RAAD, Role.OM} if measure is not None else {Role.COLLEGE, Role.RAAD, Role.OM}
    if not secure:
        may = {Role.GI, Role.PARENT, Role.YOUTH} if measure is not None else {Role.PARENT, Role.YOUTH}
    source = "Jw 6.1.8 [K: tekst van voor 2024]" if secure else "BW 1:265g, 1:377a, 1:253a"
    rule = f"petition-{command.kind.value}"
    if command.by.role not in may:
        raise refuse(
            f"{rule}/who",
            "Deze partij kan dit verzoek niet doen.",
            source,
            "Zonder maatregel vraagt het college gesloten jeugdhulp; onder een maatregel de GI of de Raad. "
            "Contact: de ouder of de jongere, en onder toezicht ook de GI.",
        )
    if not command.petition:
        raise refuse(
            f"{rule}/petition",
            "Nodig: het verzoekschrift.",
            source,
            "Vul het kenmerk van het verzoekschrift in (petition).",
        )
    opens: tuple[terms.Term, ...] = ()
    if secure and child.secured(at) is not None:
        id_ = f"{event.petition.id}/T31"
        opens = (terms.running("T31", id_, event.petition.filed_on, "de jongere verblijft al gesloten"),)
    asked = event.model_copy(update={"raad_done": False, "opens": opens})
    draft.emit(child.id, asked, at, rules=(rule,), detail=detail_of(command))


def withdraw(draft: Drafting, command: c.WithdrawPetition) -> None:
    """TR-32 in R3: landing. Beside a measure it is a fact, and what only the petition kept alive ends."""
    child = known(draft, command)
    at = said_at(draft, command)
    gone = tuple(p for p in child.petitions if p.kind is command.kind and p.open_at(at))
    if not gone:
        raise refuse(
            "TR-32/none",
            "Zo'n verzoek ligt niet bij de rechter.",
            "00-C TR-32",
            "Kijk welke verzoeken er lopen (case show), en kies die soort (kind).",
        )
    row = rules(at).rows.get("TR-32")
    if row is None:
        raise no_row(child, "TR-32", "Wacht op de beslissing van de rechter (court_order).")
    context = draft.context(child, at, command, command.by)
    beside = () if child.state is State.PETITIONED else ("TR-32/who",)
    found = [reason for reason in objections(row, context) if reason.rule not in beside]
    if found:
        raise NotAllowedError("TR-32", found)
    ids = tuple(p.id for p in gone)
    closes = tuple(terms.closed(t, local_day(at), Outcome.DROPPED) for t in child.terms if t.id.startswith(ids))
    over = kept_no_longer(child, {command.kind}, at)
    event = e.PetitionsClosed(petitions=ids, closes=closes)
    draft.emit(child.id, event, at, rules=("TR-32",), detail=detail_of(command))
    if over:
        draft.emit(child.id, e.PowersChanged(measures=over), at, rules=("T15",))
    _land(draft, command, max(at, child.since or at))


def _land(draft: Drafting, command: c.WithdrawPetition, at: datetime) -> None:
    child = draft.child(command.child)
    if child.state is not State.PETITIONED:
        return
    target = heading(child, at)
    facts = landing_facts(child, target, at)
    # Who may was looked at while the petition was there; that it is gone now moves the child by itself.
    draft.move(child.id, "withdraw_petition", at, command=command, decider=SYSTEM, goal=target, **facts)
