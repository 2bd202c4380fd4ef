"""Whether somebody may start a procedure: who, with which paper, about what, and where the child stands."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states.drafting import NotAllowedError
from states.facts import ChildFile
from states.handlers.common import refuse
from states.moves.needs import ROLE_NAMES, lacking
from states.orders.naming import order_meant
from states.orders.order import Enforceable, Order
from states.people import PRIVATE, AgeBand, Role
from states.position import CODES, DUTCH
from states.refusal import Reason
from states.tracks.table import Step, Track


def step_of(track: Track, name: str) -> Step:
    """The kind of procedure that is meant within a track."""
    found = next((step for step in track.steps if step.name == name), None)
    if found is not None:
        return found
    names = ", ".join(f"{step.name} ({step.title})" for step in track.steps)
    raise refuse(
        f"{track.id}/step",
        f"Niet duidelijk is wat er wordt gevraagd: {track.title}.",
        track.source,
        f"Vul in welke soort (step): {names}.",
    )


def check(  # noqa: PLR0913, PLR0917 - who asks what, for whom, when
    command: c.OpenProcedure, child: ChildFile, track: Track, step: Step, party: Role, at: datetime
) -> None:
    """Who starts it, with what, about what, and where the child stands.

    Raises:
        NotAllowedError: it is not for them, or not here.
    """
    reasons = [lacking(track.id, need) for need in track.needs if not getattr(command, need.field)]
    who = ", ".join(ROLE_NAMES[role] for role in Role if role in step.who)
    speaks = party is command.by.role or command.by.role not in PRIVATE
    if party not in step.who or not speaks:
        text = f"Dit kan niet door {ROLE_NAMES[party]}."
        reasons.append(_reason(track, "who", text, f"Dit kan alleen door: {who}."))
    if track.during and child.state not in track.during:
        where = ", ".join(CODES[state] for state in track.during)
        text = f"Dit bestaat niet in de huidige situatie: {DUTCH[child.state]}."
        reasons.append(_reason(track, "from", text, f"Dit kan alleen in: {where}."))
    if track.authority and party is Role.YOUTH and child.band(at) is AgeBand.UNDER_12:
        text = "Een kind kan dit zelf vragen vanaf 12 jaar."
        reasons.append(_reason(track, "age", text, "Een ouder met gezag kan het vragen."))
    if track.authority and party is Role.PARENT:
        person = command.person or (command.by.id if command.by.role is Role.PARENT else None)
        if person not in child.consents_at(at).holders:
            text = "Dit kan alleen een ouder met gezag vragen. Die is niet genoemd, of heeft geen gezag."
            reasons.append(_reason(track, "authority", text, "Vul in welke ouder met gezag het vraagt (person)."))
    if track.id == "P3" and order_meant(child, command.order, at) is None:
        text = "Niet bekend is tegen welke beschikking het hoger beroep gaat."
        reasons.append(
            _reason(track, "order", text, "Leg eerst de beschikking vast (court_order), of noem haar (order).")
        )
    if reasons:
        raise NotAllowedError(track.id, reasons)


def _reason(track: Track, code: str, text: str, remedy: str) -> Reason:
    return Reason(rule=f"{track.id}/{code}", text=text, source=track.source, remedy=remedy)


def silent(child: ChildFile, at: datetime) -> bool:
    """Whether a request to the GI got no answer in time: that is a refusal, and the judge can be asked (L11)."""
    return any(
        p.open_at(at) and p.decided is None and not any(t.id == f"{p.id}/{t.rule}" for t in child.terms)
        for p in child.procedures
        if p.track == "P4" and p.step in {"withdrawal", "placement"}
    )


def enforceable(about: Order, command: c.OpenProcedure) -> Enforceable:
    """Whether an order works while an appeal runs, as recorded or as it turned out (Rv 360)."""
    return command.enforceable or about.enforceable
