"""Answers to requests of the family: a yes and what has to be done then, or a no with its ground and reason."""

from __future__ import annotations

from datetime import date, datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.facts import ChildFile, Task
from states.family.limits import needed_for
from states.family.request import FilePart, Ground, Request, RequestKind, RequestOutcome
from states.family.table import GROUNDS, NO_LATER, PARTS, REQUESTS, RequestRule
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.family import ASKED, holder_of
from states.moves.needs import ROLE_NAMES
from states.people import PRIVATE, Role
from states.terms import term as terms
from states.terms.calendar import add_months, day_start, local_day
from states.terms.term import Term

DESTROY = "destroy"
CORRECT = "correct-file"


def answer(draft: Drafting, command: c.AnswerRequest) -> None:
    """Somebody who keeps the file answers, or who asked takes it back."""
    child = known(draft, command)
    at = said_at(draft, command)
    row = REQUESTS[command.kind]
    request = next(
        (r for r in child.requests if r.kind is row.kind and r.open and command.request in {None, r.id}), None
    )
    if request is None or command.outcome not in row.outcomes or at < request.asked:
        names = ", ".join(outcome.value for outcome in row.outcomes)
        raise refuse(
            "answer_request/none",
            f"Zo'n verzoek ligt er niet, of het kent dit antwoord niet: {row.title}.",
            row.source,
            f"Kijk welke verzoeken er liggen (case show). Antwoorden zijn: {names}.",
        )
    _speaks(command, request, row)
    _says(command, row)
    _possible(child, request, command.outcome, at)
    update = {"answered": at, "outcome": command.outcome, "ground": command.ground}
    term, day = _term(child, request, row), local_day(at)
    met = (terms.closed(term, day),) if term is not None else ()
    late = term in child.overdue
    event = e.RequestChanged(
        request=request.model_copy(update=update),
        closes=() if late else met,
        answers=met if late else (),
        tasks=_follows(child, request, command.outcome, day),
        tasks_done=tuple(t.id for t in child.tasks if t.id == f"{request.id}/{ASKED}"),
    )
    draft.emit(child.id, event, at, rules=("answer_request",), detail=detail_of(command))


def _speaks(command: c.AnswerRequest, request: Request, row: RequestRule) -> None:
    if command.outcome is RequestOutcome.WITHDRAWN:
        mine = command.by.role is request.by and request.person in {command.by.id, command.child}
        if mine or (command.by.role not in PRIVATE and command.party is request.by):
            return
        raise refuse(
            "answer_request/asker",
            "Alleen wie het vroeg, kan het intrekken.",
            row.source,
            f"Wie het vroeg was: {ROLE_NAMES[request.by]}. Legt u het voor die persoon vast? Vul party in.",
        )
    professional(command)
    keeps_raad = request.part is FilePart.RAAD
    if row.of_the_file and keeps_raad != (command.by.role is Role.RAAD):
        raise refuse(
            "answer_request/who",
            f"Dit deel van het dossier ({PARTS[request.part]}) houdt een andere organisatie bij.",
            row.source,
            "De Raad antwoordt over het eigen deel. Wie het andere deel bijhoudt, antwoordt daarover.",
        )


def _says(command: c.AnswerRequest, row: RequestRule) -> None:
    if command.outcome is not RequestOutcome.WITHDRAWN and not command.answer.strip():
        text = "Nodig: wat u de vrager antwoordde."
        raise refuse("answer_request/answer", text, row.source, "Vul dat in, in gewone woorden (answer).")
    if command.outcome not in NO_LATER:
        return
    if command.ground not in row.grounds:
        may = "; ".join(f"{ground.value}: {GROUNDS[ground]} ({src})" for ground, src in row.grounds.items())
        text = "Nee zeggen, ook tegen een deel, kan alleen op een grond die bij dit verzoek hoort."
        raise refuse("answer_request/ground", text, row.source, f"Kies een grond (ground). {may}.")
    if not command.reason.strip():
        text = "Nodig: waarom niet alles wordt gedaan wat is gevraagd."
        raise refuse("answer_request/reason", text, "AVG 12 lid 4", "Vul in waarom, in gewone woorden (reason).")
    if not command.complaint_told:
        raise refuse(
            "answer_request/complaint_told",
            "Wie nee hoort, moet weten waar die kan klagen.",
            "AVG 12 lid 4; Jw 4.2.1",
            "Vertel het: een klacht bij de organisatie, de Autoriteit Persoonsgegevens of de rechter. De "
            "vertrouwenspersoon helpt gratis. Vul daarna in: complaint_told = true.",
        )


def _possible(child: ChildFile, request: Request, outcome: RequestOutcome, at: datetime) -> None:
    """All of a part cannot be destroyed while somebody else still needs it (Jw 7.3.9 lid 2)."""
    if request.kind is not RequestKind.DESTRUCTION or outcome is not RequestOutcome.GRANTED:
        return
    needed = needed_for(child, request.part, at)
    if needed:
        raise refuse(
            "answer_request/needed",
            f"Nu kan niet alles vernietigd worden. Het is nog nodig voor: {', '.join(needed)}.",
            "Jw 7.3.9 lid 2",
            f"Vernietig wat niet nodig is (outcome = partly, ground = {Ground.INTEREST_OF_OTHERS}), of zeg nee en "
            "vertel dat het later opnieuw kan worden gevraagd.",
        )


def _term(child: ChildFile, request: Request, row: RequestRule) -> Term | None:
    """The term of this answer, also when it was given a later day because the request is complex (AVG 12 lid 3)."""
    if row.term is None:
        return None
    owed = [t for t in (*child.terms, *child.overdue) if t.rule == row.term]
    mine = next((t for t in owed if t.id == f"{request.id}/{row.term}"), None)
    others = tuple(f"{r.id}/" for r in child.requests if r.id != request.id)
    moved = (t for t in owed if t.start == local_day(request.asked) and not t.id.startswith(others))
    month = terms.reach(row.term, local_day(request.asked))
    return mine or next((t for t in moved if t.due >= month and t.at == day_start(_after(t.due))), None)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _follows(child: ChildFile, request: Request, outcome: RequestOutcome, day: date) -> tuple[Task, ...]:
    """What has to be done after a yes."""
    if outcome not in (RequestOutcome.GRANTED, RequestOutcome.PARTLY):
        return ()
    role = holder_of(child, request.part).value
    if request.kind is RequestKind.DESTRUCTION:
        until = max(day, add_months(local_day(request.asked), 3))
        text = (
            f"Vernietig wat is toegezegd (deel {PARTS[request.part]}), uiterlijk op {until.isoformat()}: drie maanden "
            "na het verzoek (Jw 7.3.9 [K]). In het logboek blijft alleen staan dat het is gebeurd."
        )
        return (Task(id=f"{request.id}/{DESTROY}", code=DESTROY, role=role, text=text),)
    if request.kind is RequestKind.CORRECTION:
        text = "Verbeter wat is toegezegd. Laat het weten aan wie de oude tekst eerder kreeg (AVG 19)."
        return (Task(id=f"{request.id}/{CORRECT}", code=CORRECT, role=role, text=text),)
    return ()
