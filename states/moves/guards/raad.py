"""Guards on the way to the Raad and the court: a minor, told beforehand, heard, really sent."""

from __future__ import annotations

from datetime import date

from states.context import Context
from states.facts import PetitionKind
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.refusal import Reason
from states.terms.calendar import local_day


def minor(row: Move, context: Context) -> Reason | None:
    """The Raad and child protection measures are for minors (BW 1:233; 00-C)."""
    if context.child.is_minor(context.at):
        return None
    return reason(
        row,
        "minor",
        "De jongere is 18 jaar of ouder.",
        "BW 1:233",
        "Bied hulp aan de jongvolwassene zelf aan, met eigen toestemming.",
        "NX-17",
    )


def informed_or_why_not(row: Move, context: Context) -> Reason | None:
    """Parents and youth of 12 or older hear it first, unless that endangers the child (TR-20)."""
    informed = get(context, "informed_on")
    told = isinstance(informed, date) and informed <= local_day(context.at)
    if told or get(context, "not_informed_because"):
        return None
    return reason(
        row,
        "informed",
        "Niet vastgelegd is dat ouders en jongere dit vooraf weten.",
        "Jw 3.1; beroepsnorm [K]",
        "Vul de dag in (informed_on), of waarom dat gevaarlijk was (not_informed_because).",
        supply=True,
    )


def views_or_why_not(row: Move, context: Context) -> Reason | None:
    """The views of parents and child go along, or the reason why not (TR-20; IVRK 12)."""
    both = get(context, "view_parents") and get(context, "view_child")
    if both or get(context, "no_view_because"):
        return None
    return reason(
        row,
        "views",
        "De mening van ouders en kind ontbreekt.",
        "Jw 3.3; IVRK 12",
        "Vul view_parents en view_child in, of waarom die ontbreken (no_view_because).",
        supply=True,
    )


def sent_by_corv(row: Move, context: Context) -> Reason | None:
    """A request is sent or not sent: by CORV, another way only when life is at stake (NX-03)."""
    if not get(context, "receipt"):
        return reason(
            row,
            "sent",
            "Het verzoek is nog niet verstuurd: de ontvangstbevestiging ontbreekt.",
            "CORV; NX-03",
            "Verstuur het verzoek en vul de bevestiging in (receipt). Een verzoek dat klaarligt bestaat niet.",
            "NX-03",
            supply=True,
        )
    if get(context, "via") == "corv" or get(context, "other_route_because"):
        return None
    return reason(
        row,
        "route",
        "Het verzoek ging niet via CORV.",
        "CORV",
        "Vul in waarom een andere weg nodig was (other_route_because).",
        supply=True,
    )


_FOR_A_MEASURE = (PetitionKind.MEASURE, PetitionKind.SUSPENSION, PetitionKind.TERMINATION)


def petition_for_measure(row: Move, context: Context) -> Reason | None:
    """Only a petition for a new measure leads to R3 (00-A)."""
    kind = get(context, "kind")
    if kind is None or kind in _FOR_A_MEASURE:
        return None
    return reason(
        row,
        "kind",
        "Er loopt geen maatregel. Dan valt er niets te verlengen, en ook niets aan te vullen.",
        "BW 1:260, 1:241 lid 4",
        "Vraag een nieuwe maatregel: kind = measure, suspension of termination.",
    )
