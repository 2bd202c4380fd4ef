"""Tasks that a birthday or the end of a measure asks for, at their own moments (5.1, L13, T41, T42)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from states.consents.consent import Purpose
from states.editions.book import rules
from states.facts import ChildFile, Task
from states.people import CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY
from states.position import HELPED, INTENSIVE, RAAD, State
from states.signals.tasks import without_help
from states.terms.calendar import birthday, day_start, local_day

EIGHT_WEEKS = timedelta(weeks=8)
ALARM_DAYS = (28, 7, 1)
"""How many days before a birthday intrusive help without the youth's own consent raises an alarm."""


def reminders(child: ChildFile, until: datetime | None = None) -> Iterator[tuple[datetime, str, Task]]:
    """Eight weeks before 12, 16 and 18: talk about consent; a plan at 16; alarms in between.

    With ``until``, what asks for nothing before or at that moment may be left out.
    """
    if child.state in (State.NONE, State.CLOSED) or child.opened_at is None:
        return
    yield from _extension(child, until)
    yield from without_help(child)
    if child.born is None:
        return
    for age in (CHILD_CONSENTS_FROM, CHILD_DECIDES_FROM, MAJORITY):
        moment = day_start(birthday(child.born, age))
        before = day_start(local_day(moment) - EIGHT_WEEKS)
        if until is not None and before > until:
            return
        text = f"Het kind wordt {age}: bespreek de eigen toestemming."
        yield before, f"consent-{age}", _task(child, f"consent-{age}", "local_team", text)
        if age == CHILD_DECIDES_FROM:
            text = "De jongere is 16: maak samen een toekomstplan (T42) [K]."
            yield moment, "T42", _task(child, "T42", "local_team", text)
        if age != MAJORITY and _would_end(child, moment):
            yield from _alarms(child, age, moment)


def _extension(child: ChildFile, until: datetime | None) -> Iterator[tuple[datetime, str, Task]]:
    """T41: 16, 12, 10 and 8 weeks before a measure or placement ends, while nobody asked the judge."""
    for term in child.terms:
        if term.rule != "T41":
            continue
        row = rules(term.start).terms[term.rule]
        end = term.due + timedelta(weeks=row.length.weeks if row.length else 0)
        for name, length in row.lengths.items():
            day = end - timedelta(weeks=length.weeks)
            warns = day_start(day)
            topic = f"{term.id}/{term.due}/{name}"
            if day <= term.start or topic in child.reminded or (until is not None and warns > until):
                continue
            text = (
                f"Over {name} weken is het einde van een maatregel of machtiging. Vraag verlenging, of bereid het voor."
            )
            yield warns, topic, Task(id=topic, code=term.rule, role="gi", text=text)


def _would_end(child: ChildFile, moment: datetime) -> bool:
    """Whether intrusive help runs to which the youth has not said yes for the time from a birthday."""
    intrusive = child.help is not None and child.help.intrusive
    if not (child.state in INTENSIVE or (intrusive and child.state in (*HELPED, *RAAD))):
        return False
    consents = child.consents_at(moment)
    name = child.help.name if child.help else None
    missing = consents.missing(Purpose.HELP, name, explicit=child.state in INTENSIVE)
    if child.state in INTENSIVE:
        missing += consents.missing(Purpose.INTENSIVE_HELP)
    return child.id in missing


def _alarms(child: ChildFile, age: int, moment: datetime) -> Iterator[tuple[datetime, str, Task]]:
    for days in ALARM_DAYS:
        warns = day_start(local_day(moment) - timedelta(days=days))
        if child.since is not None and warns > child.since:
            topic = f"alarm-{age}-{days}"
            text = f"Over {days} dag(en) wordt het kind {age}. Zonder eigen toestemming stopt deze hulp."
            yield warns, topic, _task(child, topic, "supervisor", text)


def _task(child: ChildFile, code: str, role: str, text: str) -> Task:
    return Task(id=f"{child.id}/{code}", code=code, role=role, text=text)
