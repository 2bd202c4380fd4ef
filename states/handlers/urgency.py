"""Want of time to ask (Jw 7.3.16 lid 1): not over somebody's no, and once for one occasion (ADR 0021)."""

from __future__ import annotations

from datetime import datetime

from states.consents.consent import Purpose
from states.consents.declined import declining
from states.consents.departure import Departure
from states.consents.table import DepartureKind
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import refuse
from states.terms.calendar import day_start, local_day
from states.terms.spans import Span

_OTHER_WAYS = (
    "Vraag toestemming aan wie beslist (give_consent). Zegt één van twee ouders nee, dan kan de ander het de rechter "
    "vragen (BW 1:253a). Past wat iemand wil niet bij goede zorg: kind = set_aside (Jw 7.3.15 lid 4). Is het kind niet "
    "veilig: Veilig Thuis, een verzoek tot onderzoek (request_investigation), spoed bij de kinderrechter via de Raad, "
    "of 112 bij acuut gevaar."
)


def check_urgent(child: ChildFile, name: str, at: datetime) -> datetime:
    """Until when want of time counts: not over somebody's no, and once for one occasion."""
    _check_nobody_declined(child, name, at)
    until = _until(at)
    before = [d for d in child.departures if d.kind is DepartureKind.URGENT]
    if any(_same_occasion(d, at, until) for d in before if d.help == name or not d.valid(at)):
        raise refuse(
            "5.1/urgent-again",
            "Voor deze aanleiding is dit al vastgelegd. Sindsdien is er tijd om toestemming te vragen.",
            rules(at).spans[Span.OCCASION].source,
            _OTHER_WAYS,
            "5.1/urgent",
        )
    return min((d.end for d in before if d.valid(at) and d.end is not None), default=until)


def _same_occasion(departure: Departure, at: datetime, until: datetime) -> bool:
    """Whether another one lies so near that it is about the same; a late entry can lie before it."""
    begins, over, next_begins = departure.given_at, departure.end or at, at
    if at < begins:
        begins, over, next_begins = at, until, begins
    near = rules(at).spans[Span.OCCASION].length
    return local_day(next_begins) < near.over(local_day(max(begins, over)))


def _check_nobody_declined(child: ChildFile, name: str, at: datetime) -> None:
    """Who said no was asked: there was time (Jw 7.3.16 lid 1 passes over nobody's no)."""
    said_no = declining(child.declined, child.consents, Purpose.HELP, name, at)
    if said_no.isdisjoint(child.consents_at(at).asked(Purpose.HELP, name)):
        return
    raise refuse(
        "5.1/urgent-declined",
        "Wie over deze hulp beslist, heeft nee gezegd. Dat er geen tijd is om het te vragen, gaat dan niet op.",
        "Jw 7.3.16 lid 1",
        _OTHER_WAYS,
        "5.1/urgent",
    )


def _until(at: datetime) -> datetime:
    return day_start(rules(at).spans[Span.NO_TIME].length.over(local_day(at)))
