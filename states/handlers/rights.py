"""What a reader needs, and that a sheet of rights was explained (R-14, R-47; Jw 7.3.2).

A needed interpreter that was not there is never skipped in silence: it is refused, or recorded with the
reason, a flag and a task.
"""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import Task
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.people import AgeBand
from states.refusal import Flag
from states.rights.explained import DUTCH_LANGUAGE, Explained, ReaderNeeds, needs_of

NO_INTERPRETER = "R-14/interpreter"
_SOURCE = "R-14, R-47; Jw 7.3.2; tolk [K]"


def know_reader(draft: Drafting, command: c.KnowReader) -> None:
    """Record what somebody needs to understand a sheet."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    foreign = command.language.strip().casefold() not in {"", DUTCH_LANGUAGE.casefold()}
    needs = ReaderNeeds(
        person=command.person,
        language=command.language.strip() or DUTCH_LANGUAGE,
        interpreter=command.needs_interpreter or foreign,
        easy=command.easy or command.lvb,
    )
    draft.emit(child.id, e.ReaderKnown(needs=needs), at, rules=("R-47",), detail=detail_of(command))


def explain_rights(draft: Drafting, command: c.ExplainRights) -> None:
    """Record that the sheet was explained; refused when a needed interpreter was not there and nobody says why."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    needs = needs_of(child.readers, command.person)
    if command.person == child.id and child.band(at) is AgeBand.UNDER_12:
        raise refuse(
            "R-14/age",
            "Een kind onder de 12 heeft geen eigen rechtenblad.",
            "5.2; R-14",
            "Vertel het in woorden van het kind en leg dat vast (note). Leg het blad uit aan wie gezag heeft.",
        )
    if needs.interpreter and not (command.interpreter.strip() or command.no_interpreter_because.strip()):
        raise refuse(
            NO_INTERPRETER,
            f"Er was geen tolk bij, en {command.person} heeft die nodig ({needs.language}).",
            _SOURCE,
            "Bel een tolk, dat kan ook per telefoon, en vul in wie tolkte (interpreter). Lukt dat nu niet? Vul in "
            "waarom (no_interpreter_because): dan blijft als taak staan dat het nog met een tolk moet.",
        )
    done = Explained(
        person=command.person,
        state=child.state,
        at=at,
        edition=rules(at).id,
        language=command.language.strip() or DUTCH_LANGUAGE,
        interpreter=bool(command.interpreter.strip()),
        easy=command.easy,
    )
    without = needs.interpreter and not done.interpreter
    code = "interpreter"
    open_ = tuple(task.id for task in child.tasks if task.code == code and command.person in task.text)
    tasks: tuple[Task, ...] = ()
    flags: tuple[Flag, ...] = ()
    if without:
        text = f"Het rechtenblad is zonder tolk uitgelegd aan {command.person}. Leg het opnieuw uit, met een tolk."
        flags = (Flag(rule=NO_INTERPRETER, text=text, source=_SOURCE),)
        task_id = draft.new_id(f"{child.id}/{code}")
        tasks = () if open_ else (Task(id=task_id, code=code, role=command.by.role.value, text=text),)
    event = e.RightsExplained(explained=done, tasks=tasks, tasks_done=() if without else open_, flags=flags)
    draft.emit(child.id, event, at, rules=("R-14",), detail=detail_of(command) | _by(command))


def _by(command: c.ExplainRights) -> dict[str, str]:
    """Who explained it: the sender, unless somebody else is named."""
    return {"explained_by": command.explained_by or command.by.id}
