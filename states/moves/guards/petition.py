"""Guards on who may ask the judge when the Raad does not, and on taking a request back (domain 3.2)."""

from __future__ import annotations

from datetime import date

from states.context import Context
from states.editions.book import rules
from states.facts import ChildFile, PetitionKind, RaadEnd
from states.function import Function
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.people import Role
from states.refusal import Reason
from states.terms.calendar import local_day
from states.terms.spans import Span


def college_request_unanswered(child: ChildFile) -> bool:
    """Whether the Raad investigated on a request of the college and will not ask the judge (TR-24)."""
    answer = child.raad_answer
    if answer is None or answer.end is not RaadEnd.NO_PETITION:
        return False
    return answer.requester in rules(answer.on).functions[Function.ACCESS]


def no_burgemeester(context: Context) -> bool:
    """The Raad asks by itself: no burgemeester asked for it (TR-25 and not TR-26)."""
    return context.child.burgemeester is None


def burgemeester_asked(row: Move, context: Context) -> Reason | None:
    """A burgemeester asked the Raad, after it ended a request of the college without a petition (1:255 lid 3)."""
    if context.child.burgemeester is not None:
        return None
    return reason(
        row,
        "burgemeester",
        "Er is geen brief van de burgemeester na een onderzoek dat het college had gevraagd.",
        "BW 1:255 lid 3",
        "Zonder brief: doe eerst onderzoek (raad_starts of request_investigation), en vraag dan de rechter.",
    )


def raad_will_not_ask(row: Move, context: Context) -> Reason | None:
    """A parent or carer asks the judge only after the Raad decided not to (1:255 lid 2, 267 lid 1)."""
    if context.child.raad_answer is not None:
        return None
    return reason(
        row,
        "raad",
        "De Raad heeft niet besloten om geen verzoek te doen. Dan kan een ouder of verzorger dat nog niet.",
        "BW 1:255 lid 2, 1:267 lid 1",
        "Vraag de gemeente of Veilig Thuis om een onderzoek door de Raad. Zegt de Raad nee, dan kunt u zelf "
        "naar de rechter.",
    )


def caretaker_for_a_year(row: Move, context: Context) -> Reason | None:
    """The end of authority is asked by who cares for the child for at least a year, no parent (1:267 lid 1)."""
    if get(context, "kind") is not PetitionKind.TERMINATION:
        return None
    since, day = get(context, "cares_since"), local_day(context.at)
    carer = context.actor.role is Role.CARETAKER
    long_enough = rules(context.at).spans[Span.CARED_FOR].length
    if carer and isinstance(since, date) and long_enough.over(since) <= day:
        return None
    return reason(
        row,
        "caretaker",
        "Dit verzoek kan alleen van iemand die het kind een jaar of langer verzorgt, en geen ouder is.",
        "BW 1:267 lid 1",
        "Vul in sinds wanneer (cares_since). Een ouder kan wel om een ondertoezichtstelling vragen (kind = measure).",
        supply=carer and since is None,
    )


def own_request(row: Move, context: Context) -> Reason | None:
    """Only who asked takes a request back; what the Raad began by itself has nobody who asked (TR-30)."""
    asked = context.child.requester
    if asked is not None and (context.asking or context.actor.role is asked):
        return None
    return reason(
        row,
        "requester",
        "Dit verzoek is niet door u gedaan, of de Raad is zelf begonnen.",
        "Jw 3.1 [K]",
        "Wie het verzoek deed, kan het intrekken. De Raad kan het onderzoek ook zelf stoppen (raad_closes).",
    )


def raad_agreed(row: Move, context: Context) -> Reason | None:
    """The Raad agrees with the withdrawal; else it goes on by itself (TR-30)."""
    agreed = get(context, "raad_agreed")
    if isinstance(agreed, date) and agreed <= local_day(context.at):
        return None
    return reason(
        row,
        "raad_agreed",
        "De Raad heeft niet ingestemd met het intrekken.",
        "Jw 3.1 [K]",
        "Overleg met de Raad en vul de dag in (raad_agreed). Tot die tijd gaat het onderzoek door.",
        supply=True,
    )
