"""Sheets of rights as they are given: the facts, and the interpreter that somebody needed (R-14, R-47).

A needed interpreter that was not there is never skipped in silence: it is refused, or recorded with the
reason, a flag and a task.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from states import commands as c
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile, Task
from states.handlers.common import refuse
from states.people import AgeBand, Role
from states.position import State
from states.refusal import Flag
from states.rights.explained import needs_of
from states.rights.given import SheetGiven

NO_INTERPRETER = "R-14/interpreter"
SOURCE = "R-14, R-47; Jw 7.3.2; tolk [K]"
_TASK = "interpreter"
Starting = c.StartHelp | c.StartIntensiveHelp | c.ChangeLead


@dataclass(frozen=True, slots=True)
class Interpreted:
    """What comes of an interpreter that was there, or not: tasks, and a flag."""

    tasks: tuple[Task, ...] = ()
    tasks_done: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


def not_under_12(child: ChildFile, person: str, at: datetime) -> None:
    """A child under 12 has no sheet of its own.

    Raises:
        NotAllowedError: the reader is the child, and under 12.
    """
    if person == child.id and child.band(at) is AgeBand.UNDER_12:
        raise refuse(
            "R-14/age",
            "Een kind onder de 12 heeft geen eigen rechtenblad.",
            "5.2; R-14",
            "Vertel het in woorden van het kind en leg dat vast (note). Leg het blad uit aan wie gezag heeft.",
        )


def asks_interpreter(child: ChildFile, people: Iterable[str], interpreter: str, because: str) -> None:
    """Who needs an interpreter has one, or it is said why not.

    Raises:
        NotAllowedError: neither.
    """
    needing = [needs for needs in (needs_of(child.readers, person) for person in people) if needs.interpreter]
    if not needing or interpreter.strip() or because.strip():
        return
    who = ", ".join(f"{needs.person} heeft die nodig ({needs.language})" for needs in needing)
    raise refuse(
        NO_INTERPRETER,
        f"Er was geen tolk bij, en {who}.",
        SOURCE,
        "Bel een tolk, dat kan ook per telefoon, en vul in wie tolkte (interpreter). Lukt dat nu niet? Vul in "
        "waarom (no_interpreter_because): dan blijft als taak staan dat het nog met een tolk moet.",
    )


def interpreted(draft: Drafting, child: ChildFile, people: Iterable[str], role: Role, *, there: bool) -> Interpreted:
    """The task and the flag for each who went without; the tasks that are done for each who had one."""
    tasks: list[Task] = []
    done: list[str] = []
    flags: list[Flag] = []
    for person in people:
        open_ = [task.id for task in child.tasks if task.code == _TASK and person in task.text]
        if there or not needs_of(child.readers, person).interpreter:
            done += open_
            continue
        text = f"Het rechtenblad is zonder tolk uitgelegd aan {person}. Leg het opnieuw uit, met een tolk."
        flags.append(Flag(rule=NO_INTERPRETER, text=text, source=SOURCE))
        if not open_:
            number = f"/{len(tasks)}" if tasks else ""
            id_ = draft.new_id(f"{child.id}/{_TASK}{number}")
            tasks.append(Task(id=id_, code=_TASK, role=role.value, text=text))
    return Interpreted(tuple(tasks), tuple(done), tuple(flags))


def given(people: Iterable[str], state: State, at: datetime, *, reached: bool, there: bool) -> tuple[SheetGiven, ...]:
    """The sheet of a state reached these people at a moment (UTC), or not; ``there``: an interpreter was."""
    edition = rules(at).id
    return tuple(
        SheetGiven(person=person, state=state, at=at, edition=edition, given=reached, interpreter=reached and there)
        for person in people
    )


def at_entry(command: Starting, state: State, at: datetime) -> tuple[SheetGiven, ...]:
    """The sheets that go with the beginning of voluntary help, each to its reader."""
    return given(dict.fromkeys(command.sheet_to), state, at, reached=True, there=bool(command.interpreter.strip()))


def interpreted_at_entry(draft: Drafting, child: ChildFile, command: Starting) -> Interpreted:
    """What comes of the interpreter at the beginning of voluntary help."""
    there = bool(command.interpreter.strip())
    return interpreted(draft, child, dict.fromkeys(command.sheet_to), command.by.role, there=there)
