"""Requests of the family, and what signals read, as people read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from states.family.request import FilePart, Ground, Request, RequestKind, RequestOutcome
from states.family.table import GROUNDS, NO_LATER, PARTS, REQUESTS
from states.moves.needs import ROLE_NAMES
from states.signals.signal import Signal
from states.terms.calendar import local_day

Entry = dict[str, Any]
OUTCOMES: dict[RequestOutcome, str] = {
    RequestOutcome.ADDED: "toegevoegd aan het dossier",
    RequestOutcome.GRANTED: "ja",
    RequestOutcome.PARTLY: "deels ja",
    RequestOutcome.REFUSED: "nee",
    RequestOutcome.IN_TOUCH: "er is contact met de vertrouwenspersoon",
    RequestOutcome.WITHDRAWN: "ingetrokken door wie het vroeg",
}
PROCEDURE_OUTCOMES: dict[str, str] = {
    "granted": "toegewezen",
    "refused": "afgewezen",
    "withdrawn": "ingetrokken",
    "opinion": "er is een oordeel over de klacht",
    "reacted": "de organisatie heeft op het oordeel gereageerd",
    "settled": "samen opgelost",
    "decided": "beslist",
    "agreed": "de Raad is het eens",
    "petitions": "de Raad vraagt de rechter",
    "annulled": "vernietigd",
    "confirmed": "bekrachtigd",
}
"""Answers in a procedure."""
COMPLAIN = (
    "Niet eens met het antwoord? Klagen kan bij de organisatie (Jw 4.2.1), bij de Autoriteit Persoonsgegevens of bij "
    "de rechter [K: binnen zes weken]. De vertrouwenspersoon (Jeugdstem) helpt gratis."
)


class Names(Protocol):
    """Who is who."""

    def name_of(self, id_: str) -> str:
        """The name of a person."""
        ...


def _answer(outcome: RequestOutcome, ground: Ground | None) -> str:
    why = f", want {GROUNDS[ground]}" if ground is not None else ""
    told = f". {COMPLAIN}" if outcome in NO_LATER else ""
    return f"{OUTCOMES[outcome]}{why}{told}"


def asked(entry: Entry, names: Names) -> str:
    """A request, or the answer to it, in one line."""
    found = entry["facts"]["request"]
    kind = RequestKind(found["kind"])
    title = f"{REQUESTS[kind].title} ({PARTS[FilePart(found.get('part', FilePart.HELP))]})"
    if kind is RequestKind.CONFIDANT:
        title = REQUESTS[kind].title
    who = names.name_of(found["person"])
    if not found.get("outcome"):
        return f"verzoek van {who}: {title}"
    ground = Ground(found["ground"]) if found.get("ground") else None
    if found.get("finished"):
        return f"{title}: gedaan wat {who} was toegezegd, op {found['finished']}"
    return f"antwoord aan {who} over {title}: {_answer(RequestOutcome(found['outcome']), ground)}"


def sight(entry: Entry, names: Names) -> str:
    """Who keeps sight on safety."""
    person = entry["facts"].get("person")
    if person is None:
        return "niemand houdt nu nog zicht op de veiligheid"
    return f"{names.name_of(person)} houdt zicht op de veiligheid"


def help_reported(entry: Entry, _names: Names) -> str:
    """Help under a measure begins or stops."""
    facts = entry["facts"]
    what = "loopt sinds" if facts.get("runs", True) else "is gestopt op"
    return f"hulp tijdens de maatregel: {facts['help']} {what} {facts['on']}"


def request_line(request: Request, names: Names) -> str:
    """A request as it stands now, for the page of a child."""
    row, who = REQUESTS[request.kind], names.name_of(request.person)
    day = local_day(request.asked)
    asker = f"{who} ({ROLE_NAMES[request.by]})"
    if request.outcome is None or request.answered is None:
        return f"{day}: {asker}: {row.title}, deel {PARTS[request.part]}: nog geen antwoord"
    when = local_day(request.answered)
    done = f" (gedaan op {request.finished.isoformat()})" if request.finished else ""
    said = f"{when} {_answer(request.outcome, request.ground)}{done}"
    return f"{day}: {asker}: {row.title}, deel {PARTS[request.part]}: {said}"


def signal_line(signal: Signal, at: datetime) -> str:
    """A signal: what is wrong, since when, who should act and what now."""
    days = (local_day(at) - signal.since).days
    since = f"sinds {signal.since.isoformat()}, {days} dag(en)"
    return f"{signal.rule} {signal.text} ({since}) {ROLE_NAMES[signal.who]}: {signal.now} (bron: {signal.source})"
