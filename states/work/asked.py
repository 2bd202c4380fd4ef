"""What good work asks after something was done: tasks, never a block (R-20, R-21, R-25).

A reflection after acts 21, 25, 28 and 43, after a threat that was refused, and after every request to the Raad. Three
separate texts with a request to the Raad, a petition, and each change of framework: why nothing lighter would do, why
this is not more than needed, and what is in this child's best interest with the child's own view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from states.facts import ChildFile, Task
from states.people import Role
from states.position import Framework, State, framework_of
from states.work.reflection import AFTER_ACTS, AFTER_MOVES, THREAT

NewId = Callable[[str], str]
REFLECT = "reflection"
"""The code of the task that asks for a reflection."""
GROUNDS: Mapping[str, str] = {
    "request": "een verzoek aan de Raad",
    "petition": "het verzoek aan de rechter",
    "framework": "de wisseling van kader",
}
"""What asks for the three texts; the code of the task is ``grounds-`` and this name."""
TEXTS = ("why_not_lighter", "why_not_more", "best_interest")
VIEWS = ("view_child", "no_view_because")
"""Fields of a command with the three texts; the child's own view, or why there is none, belongs to the third."""


def after_act(child: ChildFile, number: int, role: Role, new_id: NewId) -> tuple[Task, ...]:
    """A reflection after an act that was registered."""
    what = AFTER_ACTS.get(number)
    return _reflection(child, what, role, new_id) if what else ()


def after_refusal(child: ChildFile | None, attempted: str, role: Role, new_id: NewId) -> tuple[Task, ...]:
    """A reflection after a threat that was refused."""
    if child is None or attempted != THREAT or child.state in (State.NONE, State.CLOSED):
        return ()
    return _reflection(child, "een dreigement dat niet mocht", role, new_id)


def after_move(child: ChildFile, move: str, target: State, said: object, role: Role, new_id: NewId) -> tuple[Task, ...]:  # noqa: PLR0913, PLR0917 - a move has this many parts
    """A reflection and the three texts after a move that somebody made; what the clock does asks nobody for texts."""
    if role is Role.SYSTEM or target is State.CLOSED:
        return ()
    what = AFTER_MOVES.get(move)
    tasks = _reflection(child, what, role, new_id) if what else ()
    if what and not said_in(said):
        return (*tasks, *_grounds(child, "request", role, new_id))
    if crosses(child.state, target):
        role = Role.GI if framework_of(target) is Framework.COMPULSORY else Role.LOCAL_TEAM
        return (*tasks, *_grounds(child, "framework", role, new_id))
    return tasks


def after_petition(child: ChildFile, said: object, role: Role, new_id: NewId) -> tuple[Task, ...]:
    """The three texts with a petition; a parent or a carer who asks the judge owes none."""
    if said_in(said) or role in (Role.PARENT, Role.YOUTH, Role.CARETAKER):
        return ()
    return _grounds(child, "petition", role, new_id)


def said_in(command: object) -> bool:
    """Whether a command carries the three texts and the child's own view."""
    return not lacking(command)


def lacking(command: object) -> tuple[str, ...]:
    """Which of the three texts, and of the child's own view, a command lacks or says twice; by field."""
    given = [_text(command, name) for name in TEXTS]
    missing = [name for name, text in zip(TEXTS, given, strict=True) if not text or given.index(text) < _place(name)]
    if not any(_text(command, name) for name in VIEWS):
        missing.append(VIEWS[0])
    return tuple(missing)


def crosses(source: State, target: State) -> bool:
    """Whether a move goes from one framework to the other."""
    frames = {framework_of(source), framework_of(target)}
    return frames == {Framework.VOLUNTARY, Framework.COMPULSORY}


def open_tasks(child: ChildFile, code: str) -> tuple[str, ...]:
    """The ids of the open tasks with a code."""
    return tuple(task.id for task in child.tasks if task.code == code)


def grounds_tasks(child: ChildFile, about: str) -> tuple[str, ...]:
    """The ids of the open tasks that ask for these three texts."""
    return open_tasks(child, f"grounds-{about}")


def _place(name: str) -> int:
    return TEXTS.index(name)


def _text(command: object, name: str) -> str:
    value = getattr(command, name, "")
    return " ".join(value.split()).casefold() if isinstance(value, str) else ""


def _reflection(child: ChildFile, what: str, role: Role, new_id: NewId) -> tuple[Task, ...]:
    text = f"Sta samen stil bij {what}: klopt het, kan het anders? Leg vast dat u dat deed (record_reflection)."
    return _task(child, REFLECT, role, text, new_id)


def _grounds(child: ChildFile, about: str, role: Role, new_id: NewId) -> tuple[Task, ...]:
    text = (
        f"Bij {GROUNDS[about]}: leg uit waarom niets lichters genoeg was. "
        "Leg apart uit waarom dit niet meer is dan nodig. "
        "Schrijf apart op wat het beste is voor dit kind, en wat het kind vindt (give_grounds)."
    )
    return _task(child, f"grounds-{about}", role, text, new_id)


def _task(child: ChildFile, code: str, role: Role, text: str, new_id: NewId) -> tuple[Task, ...]:
    """A task, unless one with this code is open."""
    return () if open_tasks(child, code) else (Task(id=new_id(code), code=code, role=role.value, text=text),)
