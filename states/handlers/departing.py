"""Grounds to go on with one help without somebody's consent, and what stands in its way (5.1).

Which ground exists in which situation is data of the edition. Never for intensive help or sharing.
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.consents.around import Consents
from states.consents.consent import Purpose
from states.consents.departure import Departure
from states.consents.table import DepartureKind
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.following import check_open, check_voluntary, counts_from, ended_by_measure, follow
from states.handlers.urgency import check_urgent
from states.people import AgeBand, age_band
from states.terms.calendar import day_start, local_day

DUTCH_KIND = {
    DepartureKind.URGENT: "geen tijd om het te vragen; nu nodig tegen ernstig nadeel",
    DepartureKind.SET_ASIDE: "wat de vertegenwoordiger wil past niet bij goede zorg",
    DepartureKind.YOUTH_ALONE: "de jongere wil het zelf, zonder de ouders",
    DepartureKind.RESISTANCE: "het kind verzet zich",
    DepartureKind.DESPITE_RESISTANCE: "nodig tegen ernstig nadeel, ondanks het verzet",
    DepartureKind.WRITTEN_REFUSAL: "een eerdere weigering op papier",
    DepartureKind.DESPITE_REFUSAL: "gegronde redenen om de eerdere weigering niet te volgen",
}
SOURCES = {
    DepartureKind.URGENT: "Jw 7.3.16 lid 1",
    DepartureKind.SET_ASIDE: "Jw 7.3.15 lid 4",
    DepartureKind.YOUTH_ALONE: "Jw 7.3.4 lid 2",
    DepartureKind.RESISTANCE: "Jw 7.3.15 lid 6",
    DepartureKind.DESPITE_RESISTANCE: "Jw 7.3.15 lid 6",
    DepartureKind.WRITTEN_REFUSAL: "Jw 7.3.4 lid 3",
    DepartureKind.DESPITE_REFUSAL: "Jw 7.3.4 lid 3",
}
_NEEDS_HARM = (DepartureKind.URGENT, DepartureKind.DESPITE_RESISTANCE)
_BY_ANYBODY = (DepartureKind.RESISTANCE, DepartureKind.WRITTEN_REFUSAL)


def depart(draft: Drafting, command: c.DepartFromConsent) -> None:
    """Record the ground with its reasons, and look again at what may go on."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    kind = DepartureKind(command.kind)
    check_open(child, at)
    if kind is not DepartureKind.WRITTEN_REFUSAL:
        check_voluntary(child, at, draft.now)
    name = _help(kind, command)
    _check_row(kind, child, at, name)
    _check_reasons(kind, command)
    _check_registered(kind, command, at)
    _check_refused_on(kind, child, command, at)
    until = check_urgent(child, name, at) if kind is DepartureKind.URGENT else None
    starts = counts_from(child, at)
    refuses = kind is DepartureKind.WRITTEN_REFUSAL
    departure = Departure(
        id=draft.new_id(f"{child.id}/departure"),
        kind=kind,
        help=name,
        persons=_persons(kind, child.consents_at(at), command, name),
        given_at=at,
        valid_from=starts,
        valid_until=until,
        ended_at=None if refuses else ended_by_measure(child, at, draft.now),
    )
    event = e.ConsentDeparted(departure=departure)
    draft.emit(child.id, event, at, rules=(f"5.1/{kind}",), detail=detail_of(command))
    follow(draft, child, starts, command.by)


def resist(draft: Drafting, child: ChildFile, at: datetime) -> None:
    """A child who cannot judge says no to intrusive help that runs: it resists (Jw 7.3.15 lid 6)."""
    if child.help is None or not child.help.intrusive:
        return
    rule = child.consents_at(at).rule(Purpose.HELP, child.help.name)
    if DepartureKind.RESISTANCE not in rule.departures:
        return
    departure = Departure(
        id=draft.new_id(f"{child.id}/departure"),
        kind=DepartureKind.RESISTANCE,
        help=child.help.name,
        given_at=at,
        valid_from=at,
    )
    draft.emit(child.id, e.ConsentDeparted(departure=departure), at, rules=("5.1/resistance",))


def taken_back(child: ChildFile, help_name: str, at: datetime) -> tuple[str, ...]:
    """The refusals of a child that its own yes takes back; one on paper only while it can judge."""
    able = child.consents_at(at).able(Purpose.HELP, help_name)
    over = {DepartureKind.RESISTANCE, *((DepartureKind.WRITTEN_REFUSAL,) if able else ())}
    return tuple(d.id for d in child.departures if d.help == help_name and d.kind in over and d.valid(at))


def no_longer_without(child: ChildFile, person: str, help_name: str | None, at: datetime) -> tuple[str, ...]:
    """The departures for want of time to ask somebody, who now has said no."""
    return tuple(
        d.id
        for d in child.departures
        if d.kind is DepartureKind.URGENT and person in d.persons and help_name in {None, d.help} and d.valid(at)
    )


def _help(kind: DepartureKind, command: c.DepartFromConsent) -> str:
    if command.help is not None:
        return command.help
    raise refuse(
        "5.1/help",
        "Dit geldt alleen voor een hulp die met naam is genoemd.",
        SOURCES[kind],
        "Noem de hulp (help).",
        f"5.1/{kind}",
    )


def _check_row(kind: DepartureKind, child: ChildFile, at: datetime, name: str) -> None:
    """The ground exists for this age, and for a child that can or cannot judge this."""
    rows = [child.consents_at(at).rule(Purpose.HELP, name)]
    if kind is DepartureKind.WRITTEN_REFUSAL:
        rows = [r for r in rules(at).consent if r.band is rows[0].band and not r.unborn]
    if any(kind in row.departures for row in rows):
        return
    others = [r for r in rules(at).consent if kind in r.departures]
    where = ", ".join(f"{r.band}{'' if r.capable else ' (kan dit niet beoordelen)'}" for r in others)
    raise refuse(
        f"5.1/{kind}",
        f"Deze grond bestaat hier niet: {DUTCH_KIND[kind]}.",
        SOURCES[kind],
        f"Bestaat alleen bij: {where or 'niemand'}. Vraag anders toestemming, of blijf in de afweging.",
    )


def _check_reasons(kind: DepartureKind, command: c.DepartFromConsent) -> None:
    lacks = ""
    if kind in _NEEDS_HARM and not command.harm:
        lacks = "welk ernstig nadeel (harm)"
    elif kind is DepartureKind.YOUTH_ALONE and not command.harm and command.refused_on is None:
        lacks = "welk ernstig nadeel (harm), of wanneer de ouders weigerden (refused_on)"
    elif kind is DepartureKind.WRITTEN_REFUSAL and command.refused_on is None:
        lacks = "wanneer de jongere dit opschreef (refused_on)"
    elif not command.reason:
        lacks = "waarom (reason)"
    if lacks:
        raise refuse(
            f"5.1/{kind}-reason",
            f"Niet ingevuld is: {lacks}.",
            SOURCES[kind],
            f"Vul in {lacks}. Kan dat niet: vraag toestemming.",
            f"5.1/{kind}",
        )


def _check_registered(kind: DepartureKind, command: c.DepartFromConsent, at: datetime) -> None:
    """Who goes on without somebody's consent is a registered professional (BJw 5.1.1)."""
    entry = command.by.registration
    if kind in _BY_ANYBODY or (entry is not None and entry.valid_until >= local_day(at)):
        return
    raise refuse(
        "5.1/registered",
        "Alleen een medewerker met een geldige inschrijving (SKJ of BIG) kan dit besluiten.",
        "BJw 5.1.1; Jw 4.1.1",
        "Laat een geregistreerde medewerker dit besluiten en vastleggen.",
    )


def _check_refused_on(kind: DepartureKind, child: ChildFile, command: c.DepartFromConsent, at: datetime) -> None:
    day = command.refused_on
    if day is None:
        return
    young = age_band(child.born, day_start(day)) in (AgeBand.UNDER_12, AgeBand.FROM_12)
    if day <= local_day(at) and not (kind is DepartureKind.WRITTEN_REFUSAL and young):
        return
    raise refuse(
        "5.1/refused_on",
        "Die dag kan niet: hij ligt later, of de jongere was toen nog geen 16.",
        SOURCES[kind],
        "Controleer de dag van de weigering (refused_on). Was de jongere jonger: leg het vast als notitie (note).",
    )


def _persons(kind: DepartureKind, consents: Consents, command: c.DepartFromConsent, name: str) -> tuple[str, ...]:
    """Whose consent is not needed."""
    if kind is DepartureKind.URGENT:
        return consents.asked(Purpose.HELP, name)
    if kind is DepartureKind.YOUTH_ALONE:
        return consents.holders
    if kind is not DepartureKind.SET_ASIDE:
        return ()
    if command.person in consents.asked(Purpose.HELP, name):
        return (command.person,)
    raise refuse(
        "5.1/set_aside-person",
        "Deze persoon beslist nu niet voor het kind over deze hulp.",
        SOURCES[kind],
        "Noem wie voor het kind beslist (person).",
        "5.1/set_aside",
    )
