"""Facts that change no state: they start, meet or prolong terms, or are worth knowing."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states import term as terms
from states.calendar import add_working_days, local_day
from states.drafting import Drafting
from states.handlers.common import detail_of, known, not_built, professional, refuse, said_at
from states.move import DELETED, UNBUILT
from states.moves import BY_ID
from states.position import INTENSIVE, MEASURE, State
from states.term import Outcome, TermClosed
from states.term_table import TermKind


def notify_gi(draft: Drafting, command: c.NotifyGi) -> None:
    """T18: worker and first contact within five working days after the GI was told (C4)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.state not in MEASURE:
        raise refuse(
            "T18/measure",
            "Er loopt geen maatregel voor dit kind.",
            "BJw 4.2.1, 4.2.2",
            "Leg eerst de beschikking vast (court_order).",
        )
    day = local_day(at)
    id_ = draft.new_id(f"{child.id}/T18")
    event = e.Noted(
        topic="gi_notified",
        on=day,
        opens=(terms.running("T18", id_, day, "vijf werkdagen na bericht aan de GI"),),
        closes=_moved(child.open_term("T18")),
    )
    draft.emit(child.id, event, at, rules=("T18",), detail=detail_of(command))


def _moved(old: terms.Term | None) -> tuple[TermClosed, ...]:
    return (TermClosed(id=old.id, outcome=Outcome.MOVED),) if old else ()


def waive_family_plan(draft: Drafting, command: c.WaiveFamilyPlan) -> None:
    """T19: six weeks from the day that no familiegroepsplan will be made (C3)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.state in (State.ASSESSMENT, State.CLOSED, State.NONE):
        raise refuse(
            "T19/help",
            "Er loopt nu geen hulp of maatregel, dus er komt nog geen plan.",
            "Jw 4.1.3 lid 5",
            "Leg dit vast als de hulp of de maatregel is begonnen.",
        )
    day = local_day(at)
    id_ = draft.new_id(f"{child.id}/T19")
    event = e.Noted(
        topic="family_plan_waived",
        on=day,
        opens=(terms.running("T19", id_, day, "geen familiegroepsplan; zes weken"),),
        closes=_moved(child.open_term("T19")),
    )
    draft.emit(child.id, event, at, rules=("T19",), detail=detail_of(command))


def meet_term(draft: Drafting, command: c.MeetTerm) -> None:
    """A duty or norm was met; how late is part of the answer."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    term = child.open_term(command.rule)
    if term is None or term.kind is TermKind.LAPSE:
        raise refuse(
            f"{command.rule}/open",
            "Deze termijn loopt niet, of is geen plicht of norm.",
            "domein 2.3",
            "Kijk welke termijnen lopen (case show).",
        )
    day = local_day(at)
    opens: tuple[terms.Term, ...] = ()
    if command.rule == "T40" and child.state in INTENSIVE:
        opens = (terms.running("T40", draft.new_id(f"{child.id}/T40"), day, "opnieuw, drie maanden later"),)
    event = e.Noted(topic="term_met", on=day, opens=opens, closes=(terms.closed(term, day),))
    draft.emit(child.id, event, at, rules=(command.rule,), detail=detail_of(command))


def prolong_assessment(draft: Drafting, command: c.ProlongAssessment) -> None:
    """T44 once by twenty working days, with a second reader and somebody who keeps sight (00-A)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    term = child.open_term("T44")
    once = term is not None and "verlengd" not in term.why
    if term is None or not once:
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
    due = add_working_days(term.due, 20)
    id_ = draft.new_id(f"{child.id}/T44")
    event = e.Noted(
        topic="assessment_prolonged",
        on=local_day(at),
        opens=(terms.counted("T44", id_, term.start, due, "verlengd met twintig werkdagen"),),
        closes=_moved(term),
    )
    draft.emit(child.id, event, at, rules=("T44",), detail=detail_of(command))


def deliver_notices(draft: Drafting, command: c.DeliverNotices) -> None:
    """Notices reached people, or it is said why not."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    wanted = set(command.recipients)
    done = tuple(n.id for n in child.notices if not wanted or n.recipient in wanted or n.code in wanted)
    if not done or not (command.how or command.not_delivered_because):
        raise refuse(
            "notices/none",
            "Er staat geen kennisgeving open voor deze mensen, of niet bekend is hoe die is gegeven.",
            "invariant 9",
            "Vul in hoe (how), of waarom niet (not_delivered_because).",
        )
    event = e.Noted(topic="notices_delivered", on=local_day(at), notices_done=done)
    draft.emit(child.id, event, at, rules=("R-14",), detail=detail_of(command))


def note(draft: Drafting, command: c.Note) -> None:
    """Something worth knowing."""
    child = known(draft, command)
    at = said_at(draft, command)
    draft.emit(child.id, e.Noted(topic="note"), at, detail=detail_of(command))


def attempt_move(_draft: Drafting, command: c.AttemptMove) -> None:
    """A move asked for by id: it is not built, deleted, unknown, or has a command of its own."""
    move = command.move
    if move in UNBUILT:
        raise not_built(move)
    if move in DELETED:
        raise refuse(move, f"{move} bestaat niet meer.", "00-C", f"Gebruik {DELETED[move]}.", "deleted")
    if move in BY_ID:
        triggers = ", ".join(BY_ID[move].triggers)
        raise refuse(
            move,
            f"{move} volgt uit een feit of een opdracht, niet uit zijn nummer.",
            "D2",
            f"Gebruik: {triggers}.",
            "NX-10",
        )
    raise refuse(move, f"{move} bestaat niet.", "domein 3", "Kijk in de tabel (states table).")
