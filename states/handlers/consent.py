"""Commands about consent and authority: given, withdrawn, and who must give it."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.acts.rechecking import look_back
from states.consents.consent import Consent, Purpose, sharing_of
from states.consents.declined import Declined
from states.consents.presuming import newly_asked, presumption
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, known, no_row, professional, refuse, said_at
from states.handlers.departing import no_longer_without, resist, taken_back
from states.handlers.following import check_open, check_voluntary, ended_by_measure, family, follow
from states.handlers.securing import consent_of, withdrawn
from states.moves.landing import derived, landing_facts
from states.people import PRIVATE, AgeBand, age_band, succeed
from states.position import RAAD, State
from states.recognition import recognition_flags, since_recognition
from states.terms.calendar import local_day


def give(draft: Drafting, command: c.GiveConsent) -> None:
    """Record a consent; during a measure only one for a named later day (00-A)."""
    child = known(draft, command)
    at = said_at(draft, command)
    _speaks_for_itself(command, command.person)
    starts = max(at, c.moment(command.valid_from)) if command.valid_from else at
    ends = c.moment(command.valid_until) if command.valid_until else None
    check_open(child, at)
    _check_giver(child, command, starts)
    check_voluntary(child, starts, draft.now)
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
        help=_about(command),
        given_at=at,
        valid_from=starts,
        valid_until=ends,
        ended_at=ended_by_measure(child, at, draft.now),
        band=age_band(child.born, starts) if own else None,
        leads=command.leads,
    )
    helped = own and command.purpose is Purpose.HELP and starts == at
    over = taken_back(child, command.help, at) if helped else ()
    draft.emit(child.id, e.ConsentGiven(consent=consent, ends=over), at, rules=("5.1",), detail=detail_of(command))
    _end_presumption(draft, child.id, command.person, at)
    if child.state in RAAD:
        follow(draft, child, at, family(child, command.person))


def _about(command: c.GiveConsent) -> str:
    """The help by name; for sharing: from whom, to whom and for what, up to a day (Jw 7.3.11)."""
    if command.purpose is not Purpose.SHARING:
        return command.help
    if command.source and command.receiver and command.aim and command.valid_until is not None:
        return sharing_of(command.source, command.receiver, command.aim)
    raise refuse(
        "5.1/sharing",
        "Toestemming om informatie te delen geldt voor één bron, één ontvanger, één doel en een tijd.",
        "Jw 7.3.11; AVG 5, 7",
        "Vul in van wie (source), aan wie (receiver), waarvoor (aim) en tot wanneer (valid_until).",
    )


def _speaks_for_itself(command: c.Base, person: str) -> None:
    """A member of the family says yes or no for itself only; a worker writes down what was said."""
    if command.by.role not in PRIVATE or command.by.id == person:
        return
    raise refuse(
        "5.1/person",
        "U kunt alleen voor uzelf toestemming geven of stoppen.",
        "Jw 7.3.4",
        "De ander zegt het zelf, of vertelt het aan een medewerker.",
    )


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
    """Only the child, or who decides for it: authority over a minor, a representative of an adult."""
    consents = child.consents_at(at)
    decides = consents.holders if child.is_minor(at) else consents.representatives
    foreseen = tuple(a.holder for a in child.authority) if child.unborn(at) else ()
    if command.person in (child.id, *decides, *foreseen):
        return
    raise refuse(
        "5.1/authority",
        "Deze persoon heeft op die dag geen gezag over het kind en kan geen toestemming geven.",
        "Jw 7.3.4, 7.3.15",
        "Vraag toestemming aan wie gezag heeft. Klopt het gezag niet? Leg dat eerst vast (change_authority).",
    )


def withdraw(draft: Drafting, command: c.WithdrawConsent) -> None:
    """Consent stops at the moment it was said, in V and in R (invariant 6; TR-08, TR-09, TR-31).

    A no before there was a yes is kept as well: help was offered and declined.
    """
    child = known(draft, command)
    if command.at is not None and command.at > draft.now:
        raise refuse(
            "NX-04",
            "Stoppen werkt vanaf het moment dat het is gezegd, niet vanaf een later overleg (MDO).",
            "Jw 7.3.4; invariant 6; NX-04",
            "Leg vast wanneer het is gezegd. De hulp stopt dan vanzelf; het overleg kan daarna.",
            "NX-12",
        )
    at = said_at(draft, command)
    _speaks_for_itself(command, command.person)
    purposes = command.purposes or tuple(Purpose)
    stopped = tuple(
        consent.id
        for consent in child.consents
        if consent.person == command.person
        and consent.order is None
        and consent.given_at <= at
        and consent.purpose in purposes
        and _meant(command, consent)
        and (consent.end is None or consent.end > at)
    )
    helping = Purpose.HELP in purposes
    asked = no_longer_without(child, command.person, command.help, at) if helping else ()
    presumed = any(p.person == command.person and at < p.until for p in child.presumed)
    youth = command.person == child.id and child.band(at) is not AgeBand.UNDER_12
    refuses = youth or command.person in child.consents_at(at).required or consent_of(child, command, at) is not None
    if not stopped and not presumed and not refuses and not asked:
        raise refuse(
            "5.1/nothing-to-withdraw",
            "Van deze persoon is geen geldige toestemming bekend.",
            "Jw 7.3.4",
            "Controleer wie het zei. Een weigering van iemand anders kan als notitie (note).",
        )
    noes = tuple(Declined(person=command.person, purpose=p, help=command.help, said_at=at) for p in purposes)
    event = e.ConsentWithdrawn(person=command.person, consents=stopped, departures=asked, said_at=at, declined=noes)
    draft.emit(child.id, event, at, rules=("Jw 7.3.4",), detail=detail_of(command))
    withdrawn(draft, child, command, at)
    if youth and helping:
        resist(draft, child, at)
    follow(draft, child, at, family(child, command.person))
    look_back(draft, child, at)


def _meant(command: c.WithdrawConsent, consent: Consent) -> bool:
    """Intensive help is one decision: who stops it by name stops it, whatever help is named beside it (L21)."""
    if command.help in {None, consent.help}:
        return True
    return consent.purpose is Purpose.INTENSIVE_HELP and consent.purpose in command.purposes


def contact(draft: Drafting, command: c.ReportContact) -> None:
    """L13: consent is presumed until the first contact; who then says nothing is asked like anybody."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if not any(p.person == command.person and at < p.until for p in child.presumed):
        raise refuse(
            "L13/contact",
            "De toestemming van deze persoon wordt nu niet verondersteld.",
            "Jw 7.3.16 lid 2; L13",
            "Zei de persoon ja of nee? Gebruik give_consent of withdraw_consent. Anders: note.",
        )
    left = tuple(
        p.model_copy(update={"until": min(p.until, at)}) if p.person == command.person else p for p in child.presumed
    )
    draft.emit(child.id, e.ConsentPresumed(presumed=left), at, rules=("L13",), detail=detail_of(command))
    follow(draft, child, at, command.by)


def change_authority(draft: Drafting, command: c.ChangeAuthority) -> None:
    """TR-18: the set of people with authority changes; consents are looked at again at once."""
    child = known(draft, command)
    at = said_at(draft, command)
    at = max(at, child.since or at)
    authority = succeed(child.authority, since_recognition(command.authority), local_day(at))
    changed = child.model_copy(update={"authority": authority})
    presumed = presumption(changed, at, newly_asked(child, changed, at))
    if presumed is not None:
        changed = changed.model_copy(update={"presumed": presumed})
        event = e.ConsentPresumed(presumed=presumed)
        draft.emit(child.id, event, at, rules=("L13",))
    target = derived(changed, at)
    facts = landing_facts(changed, target, at)
    facts["authority"] = authority
    trigger = "change_authority"
    if target is State.CLOSED and child.state is State.HELP:
        professional(command)
        trigger = "consent_falls"  # an adult has no assessment to fall back to
    row = draft.move(
        child.id,
        trigger,
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
        flags=recognition_flags(command.authority),
        **facts,
    )
    if row is None:
        raise no_row(child, "TR-18/from", "Meld het kind eerst (opnieuw) aan (report).")
