"""Commands of the voluntary framework: report, help, intensive help, close."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.consents.consent import GENERAL, Lead, Purpose
from states.drafting import Drafting
from states.facts import ChildFile, Help, Regie
from states.handlers import giving, sheets
from states.handlers.common import detail_of, known, moved_at, no_row, refuse, register_child, said_at
from states.people import FAMILY
from states.position import INTENSIVE, ClosedReason, State
from states.terms.calendar import local_day


def report(draft: Drafting, command: c.Report) -> None:
    """TR-01 for a new child, TR-80 for a closed one; a reopened child brings no old consent."""
    at = said_at(draft, command)
    child = draft.case.children.get(command.child)
    born = command.opening.born if command.opening else None
    if born is not None and born > local_day(at):
        raise refuse(
            "TR-01/born",
            "De geboortedatum ligt na de melding.",
            "Jw 7.2.2; BW 1:2",
            "Is het kind nog niet geboren? Vul de verwachte dag in (expected).",
        )
    if child is None:
        fresh = ChildFile(id=command.child)
        if command.opening is not None:
            register_child(draft, command, command.opening, at)
        else:
            draft.case = draft.case.model_copy(update={"children": {**draft.case.children, command.child: fresh}})
    elif child.since is not None:
        at = max(at, child.since)
    if draft.move(command.child, "report", at, command=command, detail=detail_of(command)) is None:
        remedy = "Het kind heeft al een open dossier. Leg de melding daar vast (note)."
        raise no_row(draft.child(command.child), "TR-01/open", remedy)


def start_help(draft: Drafting, command: c.StartHelp) -> None:
    """TR-02."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    own = giving.own_organisation(command)
    help_ = Help(name=command.help, intrusive=command.intrusive, provider=command.provider, own=own, since=at)
    came = sheets.interpreted_at_entry(draft, child, command)
    row = draft.move(
        child.id,
        "start_help",
        at,
        command=command,
        detail=detail_of(command),
        flags=came.flags,
        tasks=came.tasks,
        help=help_,
        sheets=sheets.at_entry(command, State.HELP, at),
    )
    if row is None:
        remedy = "Hulp begint vanuit de afweging (V0). Na een melding: report."
        raise no_row(child, "NX-08" if child.state is State.CLOSED else "TR-02/from", remedy)
    giving.no_gi_gives_help(child, command, at)


def start_intensive_help(draft: Drafting, command: c.StartIntensiveHelp) -> None:
    """TR-05 from help, TR-06 straight from the assessment."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    came, target = sheets.interpreted_at_entry(draft, child, command), _state_of(command.lead)
    named = command.help or child.consents_at(at).complete_help(explicit=True) or GENERAL
    row = draft.move(
        child.id,
        "start_intensive_help",
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
        flags=came.flags,
        tasks=came.tasks,
        review=command.review_on,
        sheets=sheets.at_entry(command, target, at),
        help=child.help or Help(name=named, intrusive=True, since=at),
        regie=_regie(command, command.lead),
        expertise=giving.expertise(command, at),
    )
    if row is None:
        remedy = "Intensieve hulp begint vanuit de afweging (V0) of gewone hulp (V1)."
        raise no_row(child, "NX-08" if child.state is State.CLOSED else "TR-05/from", remedy)


def _state_of(lead: Lead) -> State:
    return State.GI_LED if lead is Lead.GI else State.TEAM_LED


def _regie(command: c.StartIntensiveHelp | c.ChangeLead, lead: Lead) -> Regie:
    worker = command.worker or command.by
    return Regie(
        lead=lead,
        person=worker.id,
        organisation=worker.organisation or "",
        mandate=command.mandate,
    )


def change_lead(draft: Drafting, command: c.ChangeLead) -> None:
    """TR-07."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    came, target = sheets.interpreted_at_entry(draft, child, command), _state_of(command.lead)
    row = draft.move(
        child.id,
        "change_lead",
        at,
        command=command,
        goal=target,
        detail=detail_of(command),
        flags=came.flags,
        tasks=came.tasks,
        sheets=sheets.at_entry(command, target, at),
        regie=_regie(command, command.lead),
    )
    if row is None:
        remedy = "De regie wisselt alleen tijdens intensieve hulp, en naar een ander."
        raise no_row(child, "TR-07/from", remedy)


def end_intensive_help(draft: Drafting, command: c.EndIntensiveHelp) -> None:
    """TR-08."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    said = _own_yes(child, command, at) if command.by.role in FAMILY and child.state in INTENSIVE else ()
    row = draft.move(child.id, "end_intensive_help", at, command=command, detail=detail_of(command))
    if row is None:
        raise no_row(child, "TR-08/from", "Er loopt geen intensieve hulp.")
    if said:
        stopped = e.ConsentWithdrawn(person=command.by.id, consents=said, said_at=at)
        draft.emit(child.id, stopped, at, rules=("Jw 7.3.4",))


def _own_yes(child: ChildFile, command: c.EndIntensiveHelp, at: datetime) -> tuple[str, ...]:
    """The consents to intensive help of who stops it: to begin again, somebody has to ask again."""
    consents = child.consents_at(at)
    if command.by.id not in {child.id, *consents.asked(Purpose.INTENSIVE_HELP)}:
        raise refuse(
            "TR-08/person",
            "U beslist niet over deze hulp. Daarom kunt u deze hulp niet stoppen.",
            "Jw 7.3.4, 7.3.5",
            "Vertel uw contactpersoon wat u vindt. Wie over de hulp beslist, kan altijd stoppen.",
        )
    yours = (x for x in child.consents if x.person == command.by.id and x.purpose is Purpose.INTENSIVE_HELP)
    return tuple(x.id for x in yours if x.order is None and (x.end is None or x.end > at))


def close(draft: Drafting, command: c.Close) -> None:
    """TR-03 from the assessment, TR-11 when goals are reached, TR-15 (C5) when the family moved away."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id,
        "close_moved" if command.closed_reason is ClosedReason.TRANSFERRED else "close",
        at,
        command=command,
        detail=detail_of(command),
        closed_reason=command.closed_reason,
    )
    if row is None:
        remedy = (
            "Een maatregel eindigt door de rechter of door de tijd. Een onderzoek eindigt door de "
            "Raad. Sluit daarna af."
        )
        raise no_row(child, "NX-14", remedy)
