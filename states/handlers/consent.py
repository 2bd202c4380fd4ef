"""Commands about consent and authority: given, withdrawn, and who must give it."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.calendar import local_day
from states.consent import Consent, Purpose
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, known, no_row, refuse, said_at
from states.landing import derived, landing, landing_facts
from states.people import FAMILY, Actor, Role, age_band, succeed
from states.position import HELPED, INTENSIVE, MEASURE, RAAD, State
from states.presuming import newly_asked, presumption


def give(draft: Drafting, command: c.GiveConsent) -> None:
    """Record a consent; during a measure only one for a named later day (00-A)."""
    child = known(draft, command)
    at = said_at(draft, command)
    _speaks_for_itself(command, command.person)
    starts = max(at, c.moment(command.valid_from)) if command.valid_from else at
    ends = c.moment(command.valid_until) if command.valid_until else None
    _check_file(child, at)
    _check_giver(child, command, starts)
    if child.state in MEASURE and starts <= draft.now:
        raise refuse(
            "consent/measure",
            "Tijdens een maatregel vraagt jeugdhulp geen toestemming.",
            "Jw 7.3.4 lid 1; 00-A",
            "Geldt het ja voor de tijd erna? Vul in vanaf welke latere dag (valid_from).",
        )
    if ends is not None and ends <= starts:
        raise refuse(
            "consent/valid_until",
            "De toestemming eindigt voordat zij begint.",
            "invariant 6",
            "Kies een latere einddatum (valid_until).",
        )
    own = command.person == child.id
    consent = Consent(
        id=draft.new_id(f"{child.id}/consent"),
        person=command.person,
        purpose=command.purpose,
        help=command.help,
        given_at=at,
        valid_from=starts,
        valid_until=ends,
        ended_at=_ended_by_measure(child, at, draft.now),
        band=age_band(child.born, starts) if own else None,
        leads=command.leads,
    )
    draft.emit(child.id, e.ConsentGiven(consent=consent), at, rules=("5.1",), detail=detail_of(command))
    _end_presumption(draft, child.id, command.person, at)
    if child.state in RAAD:
        _follow(draft, child, at, command.person)


def _speaks_for_itself(command: c.Base, person: str) -> None:
    """A member of the family says yes or no for itself only; a worker writes down what was said."""
    if command.by.role not in FAMILY or command.by.id == person:
        return
    raise refuse(
        "5.1/person",
        "U kunt alleen voor uzelf toestemming geven of stoppen.",
        "Jw 7.3.4",
        "De ander zegt het zelf, of vertelt het aan een medewerker.",
    )


def _check_file(child: ChildFile, at: datetime) -> None:
    """Consent belongs to the file as it is open now: what was said before is not revived (NX-08)."""
    if child.state is not State.CLOSED and (child.opened_at is None or at >= child.opened_at):
        return
    raise refuse(
        "NX-08",
        "Het dossier is afgesloten, of was toen nog niet (opnieuw) geopend.",
        "NX-08; TR-80",
        "Meld het kind eerst (opnieuw) aan (report). Vraag daarna toestemming.",
    )


def _ended_by_measure(child: ChildFile, given: datetime, now: datetime) -> datetime | None:
    """A consent recorded late, given before a measure started, ended when it did (00-A)."""
    return min((m.start for m in child.measures if given <= m.start <= now and m.in_force(m.start)), default=None)


def _end_presumption(draft: Drafting, child_id: str, person: str, at: datetime) -> None:
    """Who said yes is no longer presumed to."""
    child = draft.child(child_id)
    if any(p.person == person and at < p.until for p in child.presumed):
        over = {"until": at}
        left = tuple(p.model_copy(update=over) if p.person == person and at < p.until else p for p in child.presumed)
        name = child.help.name if child.help else None
        given = child.model_copy(update={"presumed": left}).consents_at(at)
        if not given.missing(Purpose.HELP, name):
            draft.emit(child_id, e.ConsentPresumed(presumed=left), at, rules=("L13",))


def _check_giver(child: ChildFile, command: c.GiveConsent, at: datetime) -> None:
    """Only the child, or for a minor somebody with authority (on the day it counts from)."""
    day = local_day(at)
    holder = any(a.holder == command.person and a.holds(day) for a in child.authority)
    if command.person == child.id or (holder and child.is_minor(at)):
        return
    raise refuse(
        "5.1/authority",
        "Deze persoon heeft op die dag geen gezag over het kind en kan geen toestemming geven.",
        "Jw 7.3.4, 7.3.15",
        "Vraag toestemming aan wie gezag heeft. Klopt het gezag niet? Leg dat eerst vast (change_authority).",
    )


def withdraw(draft: Drafting, command: c.WithdrawConsent) -> None:
    """Consent stops at the moment it was said, in V and in R (invariant 6; TR-08, TR-09, TR-31)."""
    child = known(draft, command)
    at = said_at(draft, command)
    _speaks_for_itself(command, command.person)
    purposes = command.purposes or tuple(Purpose)
    stopped = tuple(
        consent.id
        for consent in child.consents
        if consent.person == command.person
        and consent.given_at <= at
        and consent.purpose in purposes
        and (command.help is None or consent.help == command.help)
        and (consent.end is None or consent.end > at)
    )
    presumed = any(p.person == command.person and at < p.until for p in child.presumed)
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
    _follow(draft, child, at, command.person)


def family(child: ChildFile, person: str) -> Actor:
    """The one who decides about a consent is who gave it, whoever wrote it down."""
    return Actor(id=person, role=Role.YOUTH if person == child.id else Role.PARENT)


def _helped(child: ChildFile, at: datetime) -> bool:
    """Whether everybody consents to the help that runs, or to some help."""
    return child.consents_at(at).complete_help(child.help.name if child.help else None) is not None


def _follow(draft: Drafting, before: ChildFile, at: datetime, person: str) -> None:
    """Move a child whose consents are no longer complete, or say in R that they changed (TR-31).

    What was said before the child came where it is, works from the moment that it did.
    """
    child = draft.child(before.id)
    who = family(child, person)
    at = max(at, child.since or at)
    if child.state in RAAD:
        was, now = _helped(before, at), _helped(child, at)
        if was != now:
            trigger = "consent_changes" if now else "consent_falls"
            draft.move(child.id, trigger, at, decider=who, goal=child.state, stops_help=not now, raad=child.raad)
        return
    if child.state not in HELPED:
        return
    target = derived(child, at)
    if target is child.state:
        return
    if child.state in INTENSIVE and target is State.HELP:
        facts = landing_facts(child, target, at)
        draft.move(child.id, "intensive_consent_falls", at, decider=who, goal=target, **facts)
        return
    target = landing(child, at)
    draft.move(child.id, "consent_falls", at, decider=who, goal=target, **landing_facts(child, target, at))


def change_authority(draft: Drafting, command: c.ChangeAuthority) -> None:
    """TR-18: the set of people with authority changes; consents are looked at again at once."""
    child = known(draft, command)
    at = said_at(draft, command)
    at = max(at, child.since or at)
    authority = succeed(child.authority, command.authority, local_day(at))
    changed = child.model_copy(update={"authority": authority})
    presumed = presumption(changed, at, newly_asked(child, changed, at))
    if presumed is not None:
        changed = changed.model_copy(update={"presumed": presumed})
        event = e.ConsentPresumed(presumed=presumed)
        draft.emit(child.id, event, at, rules=("L13",))
    target = derived(changed, at)
    facts = landing_facts(changed, target, at)
    facts["authority"] = authority
    if child.state in RAAD:
        facts["stops_help"] = child.help is not None and not _helped(changed, at)
    row = draft.move(child.id, "change_authority", at, command=command, goal=target, detail=detail_of(command), **facts)
    if row is None:
        raise no_row(child, "TR-18/from", "Meld het kind eerst (opnieuw) aan (report).")
