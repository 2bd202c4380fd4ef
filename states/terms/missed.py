"""A term that was missed asks one person for an explanation; nothing stops by it (domain 2.5).

The reason, and who kept sight on safety, are given later by ``explain_term`` or with ``meet_term``.
"""

from __future__ import annotations

from datetime import date

from states.editions.book import rules
from states.facts import ChildFile, Task
from states.terms.term import Term

EXPLAIN = "explain-term"
OVER = "term-over"


def tasks_for(term: Term) -> tuple[Task, ...]:
    """What is asked of people when a term is over: an explanation, or what the law says then."""
    row = rules(term.start).terms[term.rule]
    role = row.who[0].value if row.who else "supervisor"
    told = f"{term.rule} ({row.title})"
    tasks = []
    if row.owed:
        text = f"{told} is niet gehaald; de laatste dag was {term.due}. Leg uit waarom, en wie zicht houdt."
        tasks.append(Task(id=f"{term.id}/{term.due}/why", code=EXPLAIN, role=role, text=text))
    if row.silence:
        tasks.append(Task(id=f"{term.id}/{term.due}/over", code=OVER, role="supervisor", text=f"{told}: {row.silence}"))
    return tuple(tasks)


def unexplained(child: ChildFile, rule: str, due: date | None = None) -> Task | None:
    """The first missed term of a rule (and a day) that nobody has explained yet."""
    open_ = (t for t in child.tasks if t.code == EXPLAIN and _about(t) == rule)
    return next((t for t in open_ if due is None or t.id.rsplit("/", 2)[1] == due.isoformat()), None)


def term_of(task: Task) -> str:
    """The id of the term that a task is about."""
    return task.id.rsplit("/", 2)[0]


def _about(task: Task) -> str:
    return term_of(task).rsplit("/", 1)[-1].split(".", 1)[0]
