"""Terms that people report on: started by a fact, met in time or late, explained, moved, prolonged.

None of it blocks anything (00-B). What somebody writes is sealed detail; the days are not.
"""

from __future__ import annotations

from datetime import date, datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile, Task
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.lengthening import longer
from states.position import DUTCH, INTENSIVE
from states.refusal import Flag
from states.terms import term as terms
from states.terms.calendar import day_start, local_day, roll_forward
from states.terms.facts import answered
from states.terms.missed import term_of, unexplained
from states.terms.powers import POWER_TERMS
from states.terms.rule import TermKind
from states.terms.starting import STARTS, Start
from states.terms.term import Term

REPEATS = {"T21": "een jaar na het vorige gesprek", "T40": "het vorige gesprek"}
"""Terms that begin again when they are met."""


def start(draft: Drafting, command: c.StartTerm) -> None:
    """A fact from the closed list starts a term."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    what = STARTS[command.fact]
    if what.where and child.state not in what.where:
        raise refuse(
            f"{what.rule}/where",
            f"Dit past niet bij de situatie van het kind: {DUTCH[child.state]}.",
            rules(at).terms[what.rule].source,
            "Leg eerst vast wat er is begonnen, of leg dit vast als notitie (note).",
        )
    day = command.on or local_day(at)
    if day > local_day(draft.now):
        raise refuse(
            "NX-12",
            "Deze dag ligt in de toekomst. Wat nog niet gebeurd is, kan niet worden vastgelegd.",
            "NX-12",
            "Leg het vast als het gebeurd is.",
        )
    opened = _started(draft, child, command, what, day, at)
    old = [t for t in child.terms if t.rule == what.rule] if what.alone else []
    met = [t for t in child.terms if t.rule in what.meets]
    event = e.Noted(
        topic=command.fact.value,
        on=day,
        opens=(opened,),
        closes=(*(m for t in old for m in terms.moved(t)), *(terms.closed(t, day) for t in met)),
        answers=answered(child, what.meets, day),
    )
    draft.emit(child.id, event, at, rules=(what.rule,), detail=detail_of(command))


def _started(draft: Drafting, child: ChildFile, command: c.StartTerm, what: Start, day: date, at: datetime) -> Term:  # noqa: PLR0913, PLR0917 - a term explains itself
    id_ = draft.new_id(f"{child.id}/{what.rule}")
    row = rules(day).terms[what.rule]
    length = row.length_of(what.case)
    if what.names_day:
        if command.until is None or command.until < day:
            raise refuse(
                f"{what.rule}/until",
                "Nodig: de dag waar het om gaat, niet voor de dag van het feit.",
                row.source,
                "Vul die dag in (until).",
            )
        due = length.reach(command.until) if length is not None else command.until
        return terms.counted(what.rule, id_, day, due, f"{what.why} ({command.until.isoformat()})")
    if length is not None and length.hours:
        return terms.within(what.rule, id_, at, what.why, what.case)
    if row.kind is TermKind.LAPSE and command.until is not None:
        due = min(command.until, terms.reach(what.rule, day))
        return terms.lapsing(what.rule, id_, day, day_start(due), what.why)
    return terms.running(what.rule, id_, day, what.why, case=what.case)


def meet(draft: Drafting, command: c.MeetTerm) -> None:
    """A duty or norm was met; how late is part of the answer, and why when somebody says so."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    term = child.owed_term(command.rule, command.due)
    if term is None or term.kind is TermKind.LAPSE:
        raise refuse(
            f"{command.rule}/open",
            "Deze termijn loopt niet, of is geen plicht of norm.",
            "domein 2.3",
            "Kijk welke termijnen lopen (terms), en op welke dag deze eindigt (due).",
        )
    day = local_day(at)
    late = term in child.overdue
    why = unexplained(child, command.rule, term.due) if late and command.reason and command.keeps_sight else None
    opens, flags = _again(draft, child, term, day)
    met = (terms.closed(term, day),)
    event = e.Noted(
        topic="term_met",
        on=day,
        term=term.id,
        opens=opens,
        closes=() if late else met,
        answers=met if late else (),
        tasks_done=(why.id,) if why else (),
        flags=flags,
    )
    draft.emit(child.id, event, at, rules=(command.rule,), detail=detail_of(command))


def _again(draft: Drafting, child: ChildFile, term: Term, day: date) -> tuple[tuple[Term, ...], tuple[Flag, ...]]:
    """A review leads to the next one; from the second on, intensive help needs a fresh yes (T40)."""
    if term.rule not in REPEATS or (term.rule == "T40" and child.state not in INTENSIVE):
        return (), ()
    number = term.number + 1
    id_ = draft.new_id(f"{child.id}/{term.rule}")
    opens = (terms.running(term.rule, id_, day, REPEATS[term.rule], number=number),)
    fresh = any(
        x.purpose == "intensive_help" and x.withdrawn_at is None and local_day(x.given_at) >= term.start
        for x in child.consents
    )
    if term.rule != "T40" or term.number == 1 or fresh:
        return opens, ()
    text = "Bij de tweede keer bekijken hoort opnieuw toestemming voor intensieve hulp. Die is niet bekend."
    return opens, (Flag(rule="T40/consent", text=text, source="ontwerp (T40)"),)


def explain(draft: Drafting, command: c.ExplainTerm) -> None:
    """Why a term was missed, and who kept sight on safety meanwhile (domain 2.5)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    task = _missed(child, command)
    if not command.reason or not command.keeps_sight:
        raise refuse(
            f"{command.rule}/explanation",
            "Nodig: waarom de termijn niet is gehaald, en wie intussen zicht hield op de veiligheid.",
            "domein 2.5",
            "Vul reason en keeps_sight in.",
        )
    event = e.Noted(topic="term_explained", on=local_day(at), term=term_of(task), tasks_done=(task.id,))
    draft.emit(child.id, event, at, rules=(command.rule,), detail=detail_of(command))


def _missed(child: ChildFile, command: c.ExplainTerm) -> Task:
    task = unexplained(child, command.rule, command.due)
    if task is None:
        raise refuse(
            f"{command.rule}/missed",
            "Deze termijn is niet gemist, of de uitleg is al gegeven.",
            "domein 2.5",
            "Is de termijn gehaald? Leg dat vast (meet_term). Iets anders kan als notitie (note).",
        )
    return task


def move(draft: Drafting, command: c.MoveTerm) -> None:
    """A term begins anew, or stood still; the old one is closed as moved and the new one says why."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    running = (t for t in child.terms if t.rule == command.rule and command.due in {None, t.due})
    old = min(running, key=lambda t: t.at, default=None)
    if old is None or old.kind is TermKind.LAPSE or old.rule in POWER_TERMS:
        raise refuse(
            f"{command.rule}/open",
            "Deze termijn loopt niet, of volgt uit een beschikking of de wet en is niet te verplaatsen.",
            "00-B; domein 2.4",
            "Een andere dag volgt uit een nieuwe beschikking (court_order).",
        )
    if not command.reason:
        raise refuse(
            f"{command.rule}/reason",
            "Nodig: waarom deze termijn opnieuw begint of onderbroken was.",
            "domein 2.5",
            "Vul reason in.",
        )
    new = _moved(draft, child, command, old)
    event = e.Noted(topic="term_moved", on=local_day(at), term=old.id, opens=(new,), closes=terms.moved(old))
    draft.emit(child.id, event, at, rules=(command.rule,), detail=detail_of(command))


def _moved(draft: Drafting, child: ChildFile, command: c.MoveTerm, old: Term) -> Term:
    id_ = draft.new_id(f"{child.id}/{old.rule}")
    row = rules(old.start).terms[old.rule]
    if command.told_on is not None:
        return longer(command.told_on, old, row, id_, local_day(draft.now))
    begin, end = command.still_from, command.still_until
    if command.on is not None and begin is None and end is None and row.length is not None:
        why = f"opnieuw begonnen; de dag was {old.due.isoformat()}"
        return terms.running(old.rule, id_, command.on, why, number=old.number)
    if command.on is None and begin is not None and end is not None and old.start <= begin <= old.due and begin < end:
        due = old.due + (end - begin)
        due = roll_forward(due) if row.length is not None and row.length.rolls else due
        still = f"onderbroken van {begin.isoformat()} tot {end.isoformat()}; de dag was {old.due.isoformat()}"
        return terms.counted(old.rule, id_, old.start, due, still, number=old.number)
    raise refuse(
        f"{old.rule}/days",
        "Nodig: de nieuwe begindag, of van wanneer tot wanneer de termijn onderbroken was (terwijl hij liep).",
        row.source,
        "Vul on in, of still_from en still_until.",
    )


def prolong_assessment(draft: Drafting, command: c.ProlongAssessment) -> None:
    """T44 once by twenty working days, with a second reader and somebody who keeps sight (00-A)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    term = child.open_term("T44")
    if term is None or term.number > 1:
        raise refuse(
            "T44/once",
            "Deze termijn loopt niet, of is al een keer verlengd.",
            "00-A (T44)",
            "Beslis nu: hulp, onderzoek door de Raad, of afsluiten.",
        )
    if not command.second_reader or not command.keeps_sight or command.second_reader == command.by.id:
        raise refuse(
            "T44/second_reader",
            "Nodig: een tweede lezer (een ander dan u) en iemand die zicht houdt op de veiligheid.",
            "00-A (T44)",
            "Vul second_reader en keeps_sight in.",
        )
    due = terms.reach("T44", term.due, "verlengd")
    id_ = draft.new_id(f"{child.id}/T44")
    why = f"verlengd met {(due - term.due).days} dagen (twintig werkdagen); de dag was {term.due.isoformat()}"
    event = e.Noted(
        topic="assessment_prolonged",
        on=local_day(at),
        opens=(terms.counted("T44", id_, term.start, due, why, number=2),),
        closes=terms.moved(term),
    )
    draft.emit(child.id, event, at, rules=("T44",), detail=detail_of(command))
