"""Procedures that people report: begun, answered, ended (P3 to P8, P10). None moves a child by itself.

An appeal can stop a court order from working; that is the law of the appeal (Rv 360, TR-83), not of the track.
"""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.acts.rechecking import look_back
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile, Notice, Procedure
from states.handlers.common import detail_of, known, refuse, said_at
from states.handlers.recording import asked
from states.handlers.replacing import stop
from states.handlers.starting import check, enforceable, silent, step_of
from states.moves.landing import heading, landing_facts
from states.moves.needs import ROLE_NAMES
from states.notices import notice
from states.orders.naming import order_meant
from states.orders.order import Enforceable, Order, OrderKind
from states.orders.powers.appeal import pause, show_ended
from states.orders.powers.base import Powers
from states.people import PRIVATE, SYSTEM, AgeBand
from states.refusal import Flag
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Term, TermClosed
from states.tracks.running import consent_stopped
from states.tracks.table import Step, Track


def begin(draft: Drafting, command: c.OpenProcedure) -> None:
    """Somebody starts a procedure; its terms run from this day."""
    child = known(draft, command)
    at = said_at(draft, command)
    track = rules(at).tracks[command.track]
    step = step_of(track, command.step)
    party = command.party or command.by.role
    check(command, child, track, step, party, at)
    about = order_meant(child, command.order, at) if track.id == "P3" else None
    procedure = Procedure(
        id=draft.new_id(f"{child.id}/{track.id}"),
        track=track.id,
        step=step.name,
        opened=at,
        by=party.value,
        about=about.id if about is not None else None,
    )
    day = local_day(at)
    event = e.ProcedureChanged(
        procedure=procedure,
        opens=(terms.running(step.opens, f"{procedure.id}/{step.opens}", day, step.title),) if step.opens else (),
        closes=_met(child, step, about, at),
        notices=_notices(draft, child, track, at),
        flags=_flags(child, track, step, about, command, at),
    )
    draft.emit(child.id, event, at, rules=(track.id,), detail=detail_of(command))
    if about is not None and enforceable(about, command) is Enforceable.NO:
        _suspend(draft, command, about, at, procedure.id)


def _met(child: ChildFile, step: Step, about: Order | None, at: datetime) -> tuple[TermClosed, ...]:
    """The term that this step meets: a right that is used, a duty that is done."""
    met = [t for t in child.terms if t.rule == step.meets and (about is None or t.id == f"{about.id}/{t.rule}")]
    return tuple(terms.closed(t, local_day(at)) for t in met[:1])


def _notices(draft: Drafting, child: ChildFile, track: Track, at: datetime) -> tuple[Notice, ...]:
    """Who hears of it: parents and youth by person, offices by role."""
    offices = {"C": "college", "GI": "gi", "Rd": "raad", "PZ": "provider", "VP": "confidant"}
    told: list[tuple[str, str]] = []
    for code in track.notices:
        if code == "O" and child.is_minor(at):
            told += [("O", holder) for holder in dict.fromkeys(child.consents_at(at).holders)]
        elif code == "J" and child.band(at) is not AgeBand.UNDER_12:
            told.append(("J", child.id))
        elif code in offices:
            told.append((code, offices[code]))
    return tuple(
        notice(draft.new_id(f"{child.id}/{track.id}n{k}"), code, who, at, track.id)
        for k, (code, who) in enumerate(told)
    )


def _flags(  # noqa: PLR0913, PLR0917 - what there is to look at
    child: ChildFile, track: Track, step: Step, about: Order | None, command: c.OpenProcedure, at: datetime
) -> tuple[Flag, ...]:
    found = []
    if step.name == "annulment" and not silent(child, at) and not any(t.rule == "T11" for t in child.terms):
        text = "De twee weken om dit te vragen zijn voorbij. De rechter beslist of het nog kan."
        found.append(Flag(rule="T11", text=text, source="BW 1:264 lid 3"))
    if about is not None and enforceable(about, command) is Enforceable.UNKNOWN:
        text = (
            "Onbekend is of de beschikking uitvoerbaar bij voorraad is. Is zij dat niet, dan schorst het hoger beroep "
            "haar. Zoek het vandaag uit. Tot dan werkt de beschikking."
        )
        found.append(Flag(rule="L5", text=text, source=track.source))
    return tuple(found)


def _suspend(draft: Drafting, command: c.OpenProcedure, about: Order, at: datetime, procedure: str) -> None:
    """TR-83: an appeal stops an order that is not enforceable at once, from the moment it was filed."""
    before = draft.child(command.child)
    powers = Powers()
    pause(before, about.id, at, powers)
    show_ended(before, about.id, at, powers)
    stopped = e.PowersChanged(
        measures=tuple(powers.measures),
        placements=tuple(powers.placements),
        secures=tuple(powers.secures),
        flags=tuple(powers.flags),
        tasks=asked(draft, before, powers),
    )
    draft.emit(before.id, stopped, at, rules=("P13", "L5"))
    stop(draft, draft.child(before.id), about.id, at, procedure)
    child = draft.child(before.id)
    moved = max(at, child.since or at)
    target = heading(child, moved)
    if target is not child.state:
        facts = landing_facts(child, target, moved)
        draft.move(child.id, "appeal", moved, command=command, decider=SYSTEM, goal=target, **facts)
    look_back(draft, before, at)


def answer(draft: Drafting, command: c.AnswerProcedure) -> None:
    """An answer came in a procedure, or somebody took it back."""
    child = known(draft, command)
    at = said_at(draft, command)
    track = rules(at).tracks[command.track]
    step = step_of(track, command.step)
    running = [p for p in child.procedures if p.track == track.id and p.step == step.name and p.open_at(at)]
    outcome = next((o for o in step.outcomes if o.name == command.outcome), None)
    if not running or outcome is None:
        names = ", ".join(o.name for o in step.outcomes)
        raise refuse(
            f"{track.id}/none",
            f"Deze procedure loopt niet, of kent dit antwoord niet: {track.title}.",
            track.source,
            f"Kijk welke procedures lopen (case show). Antwoorden zijn: {names}.",
        )
    party = command.party or command.by.role
    by_hand = command.by.role not in PRIVATE or party is command.by.role
    procedure = running[-1]
    taken_back = outcome.name == "withdrawn" and party.value != procedure.by
    if party not in outcome.who or not by_hand or taken_back:
        who = procedure.by if outcome.name == "withdrawn" else ", ".join(sorted(outcome.who))
        raise refuse(
            f"{track.id}/who",
            f"Dit antwoord kan niet van {ROLE_NAMES[party]} komen.",
            track.source,
            f"Dit antwoord komt van: {who}. Vul in van wie het komt (party).",
        )
    _still_suspended(child, track, procedure)
    day = command.sent_on or local_day(at)
    opens: tuple[Term, ...] = ()
    if outcome.opens is not None:
        id_ = draft.new_id(f"{child.id}/{outcome.opens}")
        opens = (terms.running(outcome.opens, id_, day, f"{step.title}: {outcome.name}"),)
    closes = tuple(terms.closed(t, local_day(at)) for t in child.terms if t.id.startswith(f"{procedure.id}/"))
    if outcome.ends and track.id == "P6":
        closes += tuple(terms.closed(t, local_day(at)) for t in child.terms if t.rule == "T32")
    changed = procedure.model_copy(
        update={"decided": procedure.decided or at, "ended": at if outcome.ends else None, "outcome": outcome.name}
    )
    event = e.ProcedureChanged(procedure=changed, opens=opens, closes=closes)
    draft.emit(child.id, event, at, rules=(track.id,), detail=detail_of(command))


def _still_suspended(child: ChildFile, track: Track, procedure: Procedure) -> None:
    """Only the court of appeal brings a power back: a withdrawn appeal is told by the court itself (L5)."""
    powers = (*child.measures, *child.placements, *child.secures)
    stopped = procedure.about is not None and consent_stopped(child, procedure.about)
    if track.id != "P3" or not (stopped or any(p.order == procedure.about and p.paused for p in powers)):
        return
    raise refuse(
        "P3/court",
        "De werking van de beschikking is geschorst. Alleen een bericht van het hof maakt daar een einde aan.",
        "Rv 360; 00-E L5",
        "Leg het bericht of de beslissing van het hof vast (court_order, kind = confirmed of annulled).",
    )


_DECIDES: dict[OrderKind, tuple[str, str]] = {
    OrderKind.ANNULLED: ("P3", "annulled"),
    OrderKind.CONFIRMED: ("P3", "confirmed"),
    OrderKind.GRANTED_ON_APPEAL: ("P3", "granted"),
    OrderKind.GI_REPLACED: ("P5", "granted"),
    OrderKind.CONSENT_REPLACED: ("P10", "granted"),
}


def decided(draft: Drafting, child: ChildFile, order: Order) -> None:
    """A court decision ends the procedure that asked for it."""
    track, outcome = _DECIDES.get(order.kind, ("", ""))
    for procedure in child.procedures:
        same = order.about is None or procedure.about in {None, order.about}
        if procedure.track == track and procedure.ended is None and same:
            over = {"decided": order.pronounced, "ended": order.pronounced, "outcome": outcome}
            event = e.ProcedureChanged(procedure=procedure.model_copy(update=over))
            draft.emit(child.id, event, order.pronounced, rules=(track,))
