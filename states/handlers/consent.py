"""Commands about consent and authority: given, withdrawn, and who must give it."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.calendar import local_day
from states.consent import Consent, Purpose
from states.drafting import Drafting
from states.due import landed_help, newly_asked, presumption
from states.facts import ChildFile
from states.handlers.common import detail_of, known, refuse, said_at
from states.landing import derived, landing
from states.people import Actor, Role, age_band
from states.position import HELPED, INTENSIVE, MEASURE, RAAD, ClosedReason, State


def give(draft: Drafting, command: c.GiveConsent) -> None:
    """Record a consent; during a measure only one for a named later day (00-A)."""
    child = known(draft, command)
    at = said_at(draft, command)
    starts = c.moment(command.valid_from) if command.valid_from else at
    ends = c.moment(command.valid_until) if command.valid_until else None
    _check_giver(child, command, max(at, starts))
    if command.valid_from is None and child.state in MEASURE:
        raise refuse(
            "consent/measure",
            "Tijdens een maatregel vraagt jeugdhulp geen toestemming.",
            "Jw 7.3.4 lid 1; 00-A",
            "Geldt het ja voor de tijd erna? Vul in vanaf welke dag (valid_from).",
        )
    if child.state is State.CLOSED:
        raise refuse(
            "NX-08",
            "Het dossier is afgesloten.",
            "NX-08; TR-80",
            "Meld het kind eerst opnieuw aan (report). Vraag daarna toestemming.",
        )
    if ends is not None and ends <= max(starts, at):
        raise refuse(
            "consent/valid_until",
            "De toestemming eindigt voordat zij begint.",
            "invariant 6",
            "Kies een latere einddatum (valid_until).",
        )
    own = command.person == child.id
    counts_from = max(starts, at)
    consent = Consent(
        id=draft.new_id(f"{child.id}/consent"),
        person=command.person,
        purpose=command.purpose,
        help=command.help,
        given_at=at,
        valid_from=counts_from,
        valid_until=ends,
        band=age_band(child.born, counts_from) if own else None,
        leads=command.leads,
    )
    draft.emit(
        child.id, e.ConsentGiven(consent=consent), at, rules=("5.1",), detail=detail_of(command)
    )
    _end_presumption(draft, child.id, command.person, at)


def _end_presumption(draft: Drafting, child_id: str, person: str, at: datetime) -> None:
    """Who said yes is no longer presumed to."""
    child = draft.child(child_id)
    if any(p.person == person for p in child.presumed):
        left = tuple(p for p in child.presumed if p.person != person)
        name = child.help.name if child.help else None
        given = child.model_copy(update={"presumed": left}).consents_at(at)
        if not given.missing(Purpose.HELP, name):
            draft.emit(child_id, e.ConsentPresumed(presumed=left), at, rules=("L13",))


def _check_giver(child: ChildFile, command: c.GiveConsent, at: datetime) -> None:
    """Only the child, or somebody with authority (on the day it counts from), can consent."""
    day = local_day(at)
    holds = any(a.holder == command.person and a.holds(day) for a in child.authority)
    holder = holds and child.is_minor(at)
    if holder or command.person == child.id:
        return
    raise refuse(
        "5.1/authority",
        "Deze persoon heeft op die dag geen gezag over het kind en kan geen toestemming geven.",
        "Jw 7.3.4, 7.3.15",
        "Vraag toestemming aan wie gezag heeft. Klopt het gezag niet? Leg dat eerst vast "
        "(change_authority).",
    )


def withdraw(draft: Drafting, command: c.WithdrawConsent) -> None:
    """Consent stops at the moment it was said, in V and in R (invariant 6; TR-08, TR-09, TR-31)."""
    child = known(draft, command)
    at = said_at(draft, command)
    purposes = command.purposes or tuple(Purpose)
    stopped = tuple(
        consent.id
        for consent in child.consents
        if consent.person == command.person
        and consent.purpose in purposes
        and (command.help is None or consent.help == command.help)
        and (consent.end is None or consent.end > at)
    )
    presumed = any(p.person == command.person for p in child.presumed)
    refuses = command.person in child.consents_at(at).required
    if not stopped and not presumed and not refuses:
        raise refuse(
            "5.1/nothing-to-withdraw",
            "Van deze persoon is geen geldige toestemming bekend.",
            "Jw 7.3.4",
            "Controleer wie het zei. Een weigering van iemand anders kan als notitie (note).",
        )
    event = e.ConsentWithdrawn(person=command.person, consents=stopped, said_at=at)
    draft.emit(child.id, event, at, rules=("Jw 7.3.4",), detail=detail_of(command))
    falls(draft, child.id, at, command.person)


def family(child: ChildFile, person: str) -> Actor:
    """The one who decides about a consent is who gave it, whoever wrote it down."""
    return Actor(id=person, role=Role.YOUTH if person == child.id else Role.PARENT)


def falls(draft: Drafting, child_id: str, at: datetime, person: str) -> None:
    """Move a child whose consents are no longer complete."""
    child = draft.child(child_id)
    who = family(child, person)
    if child.state in RAAD:
        running = child.help is not None
        name = child.help.name if child.help else None
        lost = running and child.consents_at(at).complete_help(name) is None
        if lost:
            draft.move(
                child_id, "consent_falls", at, decider=who, stops_help=True, raad=child.raad
            )
        return
    if child.state not in HELPED:
        return
    target = derived(child, at)
    if target is child.state:
        return
    if child.state in INTENSIVE and target is State.HELP:
        draft.move(child_id, "intensive_consent_falls", at, decider=who, goal=target)
        return
    target = landing(child, at)
    facts: dict[str, object] = {}
    if target is State.HELP:
        facts["help"] = landed_help(child, at)
    if target is State.CLOSED:
        facts["closed_reason"] = ClosedReason.MAJORITY
    draft.move(child_id, "consent_falls", at, decider=who, goal=target, **facts)


def change_authority(draft: Drafting, command: c.ChangeAuthority) -> None:
    """TR-18: the set of people with authority changes; consents are looked at again at once."""
    child = known(draft, command)
    at = said_at(draft, command)
    changed = child.model_copy(update={"authority": command.authority})
    presumed = presumption(changed, at, newly_asked(child, changed, at))
    if presumed is not None:
        changed = changed.model_copy(update={"presumed": presumed})
        event = e.ConsentPresumed(presumed=presumed)
        draft.emit(child.id, event, at, rules=("L13",))
    facts: dict[str, object] = {"authority": command.authority}
    target = derived(changed, at)
    if child.state in RAAD:
        name = child.help.name if child.help else None
        lost = child.help is not None and changed.consents_at(at).complete_help(name) is None
        facts |= {"raad": child.raad, "stops_help": lost}
    draft.move(
        child.id,
        "change_authority",
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
        **facts,
    )
