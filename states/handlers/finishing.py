"""A promise to the family that was kept: the file was corrected, or destroyed (Jw 7.3.9; AVG 16, 19).

What was done is detail, in words for who asked. In the log stays only that it was done, on which day, by whom.
"""

from __future__ import annotations

from datetime import date

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.facts import ChildFile
from states.family.request import FilePart, Request, RequestKind
from states.family.table import REQUESTS
from states.handlers.answering import CORRECT, DESTROY
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.people import Role
from states.refusal import Flag
from states.terms.calendar import add_months, local_day

_TASKS = {RequestKind.DESTRUCTION: DESTROY, RequestKind.CORRECTION: CORRECT}


def finish(draft: Drafting, command: c.FinishRequest) -> None:
    """What was promised was done, on a day, and who asked hears it in words; late is a flag."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    row = REQUESTS[command.kind]
    request = _promised(child, command)
    if request is None or request.answered is None:
        raise refuse(
            "finish_request/none",
            f"Er is niets toegezegd dat nog gedaan moet worden: {row.title}.",
            row.source,
            "Kijk welke verzoeken er liggen (case show). Is er nog geen antwoord? Geef dat eerst (answer_request).",
        )
    if (command.by.role is Role.RAAD) != (request.part is FilePart.RAAD):
        raise refuse(
            "finish_request/who",
            "Dit deel van het dossier houdt een andere organisatie bij.",
            row.source,
            "Wie dat deel bijhoudt, doet het en legt het vast.",
        )
    done, today = command.done_on or local_day(at), local_day(at)
    if not local_day(request.answered) <= done <= today:
        raise refuse(
            "finish_request/day",
            f"De dag ligt voor het antwoord of in de toekomst: {done.isoformat()}.",
            row.source,
            f"Vul een dag in van {local_day(request.answered).isoformat()} tot en met {today.isoformat()} (done_on).",
        )
    if not command.answer.strip():
        text = "Nodig: wat er is gedaan, zoals u dat de vrager vertelde."
        raise refuse("finish_request/answer", text, row.source, "Vul dat in, in gewone woorden (answer).")
    event = e.RequestChanged(
        request=request.model_copy(update={"finished": done}),
        tasks_done=(f"{request.id}/{_TASKS[command.kind]}",),
        flags=_late(request, done),
    )
    draft.emit(child.id, event, at, rules=("finish_request",), detail=detail_of(command))


def _promised(child: ChildFile, command: c.FinishRequest) -> Request | None:
    code = _TASKS.get(command.kind)
    open_ = {task.id for task in child.tasks}
    waiting = (r for r in child.requests if f"{r.id}/{code}" in open_ and command.request in {None, r.id})
    return next(waiting, None)


def _late(request: Request, done: date) -> tuple[Flag, ...]:
    """Three months after the request it should have been destroyed (Jw 7.3.9 [K])."""
    until = add_months(local_day(request.asked), 3)
    if request.kind is not RequestKind.DESTRUCTION or done <= until:
        return ()
    text = f"Vernietigd op {done.isoformat()}. Dat moest uiterlijk op {until.isoformat()}. Leg de vrager uit waarom."
    return (Flag(rule="finish_request/late", text=text, source="Jw 7.3.9 [K]"),)
