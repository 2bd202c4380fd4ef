"""Guards on how help is organised: region, mandate, registered workers, papers, reviews."""

from __future__ import annotations

from datetime import date

from states.consents.consent import Lead
from states.context import Context
from states.editions.book import rules
from states.moves.guards.base import get, reason
from states.moves.move import Move
from states.people import Actor
from states.refusal import Reason
from states.terms.calendar import add_months, local_day


def region_allows_lead(row: Move, context: Context) -> Reason | None:
    """The region profile says who may lead intensive help (R-37 to R-41)."""
    mode = context.child.region_on(local_day(context.at))
    allowed = rules(context.at).leads[mode]
    lead = get(context, "lead")
    if not isinstance(lead, Lead) or lead in allowed:
        return None
    may = "de GI" if Lead.GI in allowed else "het lokale team"
    return reason(
        row,
        "region",
        "In deze regio mag deze organisatie de regie niet voeren.",
        f"regioprofiel {mode}",
        f"Hier voert {may} de regie.",
    )


def mandate_of_college(row: Move, context: Context) -> Reason | None:
    """A GI leads voluntary help only with a mandate of the college (V2a, R-40)."""
    if get(context, "lead") is not Lead.GI:
        return None
    mandate = get(context, "mandate")
    if isinstance(mandate, date) and mandate <= local_day(context.at):
        return None
    return reason(
        row,
        "mandate",
        "De GI mag pas de regie voeren met een mandaat van het college.",
        "Jw 2.11 [K]; R-40",
        "Vul de dag van het mandaat in (mandate); niet later dan de start.",
        supply=True,
    )


def worker_registered(row: Move, context: Context) -> Reason | None:
    """The work is done by, or under, a registered professional (BJw 5.1.1)."""
    if context.asking:
        return None
    worker = get(context, "worker")
    day = local_day(context.at)
    registration = (worker if isinstance(worker, Actor) else context.actor).registration
    if registration is not None and registration.valid_until >= day:
        return None
    ended = registration is not None
    return reason(
        row,
        "registered",
        "De inschrijving (SKJ of BIG) van deze medewerker is verlopen."
        if ended
        else "Van deze medewerker is geen inschrijving (SKJ of BIG) bekend.",
        "BJw 5.1.1; Jw 4.1.1",
        "Laat het werk doen door, of onder verantwoordelijkheid van, een geregistreerde medewerker (worker).",
        supply=True,
    )


def review_in_time(row: Move, context: Context) -> Reason | None:
    """Intensive help is looked at together within three months (T40)."""
    review = get(context, "review_on")
    start = local_day(context.at)
    if not isinstance(review, date) or start <= review <= add_months(start, 3):
        return None
    return reason(
        row,
        "review",
        "De dag van het samen bekijken ligt niet binnen drie maanden na de start.",
        "domein T40",
        f"Kies een dag tot en met {add_months(start, 3).isoformat()} (review_on).",
        supply=True,
    )


def both_organisations_agreed(row: Move, context: Context) -> Reason | None:
    """Both organisations agreed to the change of lead (TR-07)."""
    agreed = get(context, "agreed_by")
    if isinstance(agreed, tuple) and len({name.strip() for name in agreed} - {""}) > 1:
        return None
    return reason(
        row,
        "both-organisations",
        "Niet vastgelegd is dat beide organisaties het eens zijn.",
        "domein TR-07; R-59",
        "Noem beide organisaties (agreed_by).",
        supply=True,
    )


_PAPERS = {
    "frame_statement": "de uitleg dat de hulp vrijwillig is",
    "rights_sheet": "het rechtenblad",
    "closing_letter": "de afsluitbrief",
    "college_told": "het bericht aan het college",
    "agreed_on": "de afspraak tussen de colleges",
    "both_told": "het bericht aan beide colleges",
}


def papers_delivered(row: Move, context: Context) -> Reason | None:
    """What had to be handed over was handed over, not planned for a later day (R-14)."""
    day = local_day(context.at)
    for field, what in _PAPERS.items():
        given = get(context, field)
        if isinstance(given, date) and given > day:
            return reason(
                row,
                field,
                f"De dag van {what} ligt later dan deze stap: {given.isoformat()}.",
                "R-14; Jw 7.3.2",
                f"Geef het eerst, en vul dan de dag in ({field}).",
                supply=True,
            )
    return None
