"""Requests of the family: asked, with a term and a task for who keeps that part of the file."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting, NotAllowedError
from states.facts import ChildFile, Task
from states.family.asker import in_the_way
from states.family.request import FilePart, Request, RequestKind, RequestOutcome, Whose
from states.family.table import REQUESTS, RequestRule
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.moves.needs import ROLE_NAMES
from states.people import PRIVATE, Role
from states.position import GUARDED, INTENSIVE, SUPERVISED
from states.refusal import Flag
from states.terms import term as terms
from states.terms.calendar import local_day
from states.terms.term import Term

ASKED = "family-request"
_RULE = {c.AskToSee: RequestKind.SEE, c.AskForCopy: RequestKind.COPY}
_RULE |= {c.AskForCorrection: RequestKind.CORRECTION, c.AskForDestruction: RequestKind.DESTRUCTION}


def ask(draft: Drafting, command: c.FileRequest) -> None:
    """Somebody asks to see, copy, correct or destroy (a part of) the file."""
    row = REQUESTS[_RULE[type(command)]]
    _ask(draft, command, row, command.part, command.whose, command.unable, wish=command.wish)


def ask_for_confidant(draft: Drafting, command: c.AskForConfidant) -> None:
    """Somebody wants to talk to the confidant; nobody has to say why."""
    _ask(draft, command, REQUESTS[RequestKind.CONFIDANT], FilePart.HELP, Whose.CHILD, "", wish="-")


def add_statement(draft: Drafting, command: c.AddStatement) -> None:
    """An own statement is in the file from the moment it is given; nobody decides about it."""
    row = REQUESTS[RequestKind.STATEMENT]
    _ask(draft, command, row, command.part, Whose.CHILD, "", wish=command.statement, wanted="statement")


def _ask(  # noqa: PLR0913, PLR0917 - who asks what, about which part
    draft: Drafting,
    command: c.FamilyAsks,
    row: RequestRule,
    part: FilePart,
    whose: Whose,
    unable: str,
    *,
    wish: str,
    wanted: str = "wish",
) -> None:
    child = known(draft, command)
    at = said_at(draft, command)
    party, person = _who(command, child)
    reason = in_the_way(row, child, party, person, whose, unable, at)
    if reason is not None:
        raise NotAllowedError(row.do, [reason])
    asks_what = row.kind in (RequestKind.CORRECTION, RequestKind.DESTRUCTION, RequestKind.STATEMENT)
    if asks_what and not wish.strip():
        text = f"Nodig: om welk stuk of welke zin het gaat ({row.title})."
        raise refuse(f"{row.do}/{wanted}", text, row.source, f"Vul dat in, in eigen woorden ({wanted}).")
    id_ = draft.new_id(f"{child.id}/{row.kind}")
    request = Request(id=id_, kind=row.kind, asked=at, by=party, person=person, part=part, whose=whose)
    opens: tuple[Term, ...] = ()
    if row.term is not None:
        opens = (terms.running(row.term, f"{id_}/{row.term}", local_day(at), f"het verzoek: {row.title}"),)
    if row.kind is RequestKind.STATEMENT:
        request = request.model_copy(update={"answered": at, "outcome": RequestOutcome.ADDED})
    event = e.RequestChanged(
        request=request,
        opens=opens,
        tasks=(_task(child, request, row, opens),) if row.task else (),
        flags=_flags(child, request, row),
    )
    draft.emit(child.id, event, at, rules=(row.do,), detail=detail_of(command))


def _who(command: c.FamilyAsks, child: ChildFile) -> tuple[Role, str]:
    """Who asks: the sender speaks for itself only; a worker says for whom it writes this down."""
    if command.by.role in PRIVATE:
        return command.by.role, child.id if command.by.role is Role.YOUTH else command.by.id
    party = command.party or command.by.role
    return party, child.id if party is Role.YOUTH else command.person or ""


def _task(child: ChildFile, request: Request, row: RequestRule, opens: tuple[Term, ...]) -> Task:
    until = f" Antwoord uiterlijk op {opens[0].due.isoformat()}." if opens else ""
    who = ROLE_NAMES[request.by]
    text = f"Verzoek van {who}: {row.title}. {row.task}{until}"
    return Task(id=f"{request.id}/{ASKED}", code=ASKED, role=holder_of(child, request.part).value, text=text)


def holder_of(child: ChildFile, part: FilePart) -> Role:
    """Who keeps a part of the file, and so answers."""
    if part is FilePart.RAAD:
        return Role.RAAD
    return Role.GI if part is FilePart.MEASURE or child.state in (*SUPERVISED, *GUARDED) else Role.LOCAL_TEAM


def _flags(child: ChildFile, request: Request, row: RequestRule) -> tuple[Flag, ...]:
    """Where the papers say that the ground of the right is not certain."""
    if not row.of_the_file:
        return ()
    if request.part is FilePart.RAAD:
        text = "Voor het dossier van de Raad gelden ook eigen regels van de Raad. Zoek die op voor het antwoord."
        return (Flag(rule=f"{row.do}/raad", text=text, source="domein 5.2 [K]; AVG 15-17"),)
    if child.state in INTENSIVE:
        text = "Voor werk van de GI in vrijwillige hulp is de Jeugdwet hier niet zeker. De AVG geldt altijd."
        return (Flag(rule=f"{row.do}/intensive", text=text, source="00-E L21 [K]; AVG 15-17"),)
    return ()


def tell_of_confidant(draft: Drafting, command: c.TellOfConfidant) -> None:
    """Somebody of the family heard that there is a confidant, and how to reach one."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if not command.person or not command.how.strip():
        raise refuse(
            "tell_of_confidant/how",
            "Nodig: wie u het vertelde, en hoe.",
            "Jw 4.1.9; BJw 4.1.1",
            "Vul in wie (person) en hoe (how): in een gesprek, met een folder, met een tolk.",
        )
    event = e.Noted(topic="confidant_told", on=local_day(at))
    draft.emit(child.id, event, at, rules=("4.1.9",), detail=detail_of(command))
