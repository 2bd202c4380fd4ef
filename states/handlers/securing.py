"""Secure youth help by people: carried out, ended early, or its consent withdrawn (overlay G; TR-68, T30)."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.consents.consent import Purpose
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, known, moved_at, refuse
from states.moves.landing import heading, landing_facts
from states.orders.secure import HELP, Secure


def carried_out(child: ChildFile, command: c.ReportResidence, at: datetime) -> tuple[Secure, ...]:
    """The authorisation that a stay in a secure place carries out, if nobody did yet (T29)."""
    secure = child.secured(at)
    if not command.secure or secure is None or secure.executed is not None:
        return ()
    return (secure.model_copy(update={"executed": at}),)


def end(draft: Drafting, command: c.EndSecure) -> None:
    """TR-68: the youth leaves before the authorisation ends; the frame stays what it is."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    secure = child.secured(at)
    if secure is None:
        raise refuse(
            "TR-68/from",
            "Er loopt geen machtiging gesloten jeugdhulp.",
            "Jw 6.1.2",
            "Woont het kind ergens anders? Leg dat vast (report_residence).",
        )
    if not command.decision:
        raise refuse(
            "TR-68/decision",
            "Nodig: het besluit om het gesloten verblijf te beëindigen.",
            "Jw 6.1.12 [K: tekst van voor 2024]",
            "Vul het besluit in (decision).",
        )
    over = e.PowersChanged(secures=(secure.model_copy(update={"ended": at}),))
    draft.emit(child.id, over, at, rules=("TR-68",))
    child = draft.child(child.id)
    target = heading(child, at)
    facts = landing_facts(child, target, at)
    draft.move(child.id, "end_secure", at, command=command, goal=target, detail=detail_of(command), **facts)


def consent_of(child: ChildFile, command: c.WithdrawConsent, at: datetime) -> Secure | None:
    """The secure help whose ground a withdrawal takes away: said by the legal representative, no help named."""
    secure = child.secured(at)
    rests = secure is not None and secure.on_consent and secure.consent_withdrawn is None
    about = command.help in {None, HELP} and Purpose.HELP in (command.purposes or tuple(Purpose))
    return secure if rests and about and command.person in child.consents_at(at).holders else None


def withdrawn(draft: Drafting, child: ChildFile, command: c.WithdrawConsent, at: datetime) -> None:
    """Secure help that rests on consent runs off from the moment that the consent was withdrawn (T30)."""
    secure = consent_of(child, command, at)
    if secure is not None:
        gone = e.PowersChanged(secures=(secure.model_copy(update={"consent_withdrawn": at}),))
        draft.emit(child.id, gone, at, rules=("T30",))
