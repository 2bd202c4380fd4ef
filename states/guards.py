"""The named rules that stand between a child and a move (D6).

A guard looks at facts and answers ``None`` (nothing stands in the way) or a coded reason. A
selector only says which of two rows is meant. Neither has side effects.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from states.calendar import add_months, local_day
from states.consent import Consent, Lead, Purpose
from states.context import Context
from states.facts import PetitionKind, Residence
from states.move import Move
from states.people import Actor, Role
from states.position import ClosedReason, State
from states.refusal import Reason
from states.region import LEADS

Guard = Callable[[Move, Context], Reason | None]
Selector = Callable[[Context], bool]


def _reason(  # noqa: PLR0913 - a reason is a row of words
    row: Move, code: str, text: str, source: str, remedy: str, *also: str, supply: bool = False
) -> Reason:
    return Reason(
        rule=f"{row.id}/{code}", text=text, source=source, remedy=remedy, also=also, supply=supply
    )


def _get(context: Context, field: str, default: Any = None) -> Any:
    """A field of the command; while somebody only asks, there is no command."""
    return getattr(context.command, field, default)


def _people(context: Context, missing: tuple[str, ...]) -> str:
    return ", ".join("het kind zelf" if p == context.child.id else p for p in missing)


def help_consents_complete(row: Move, context: Context) -> Reason | None:
    """Everybody who must consent to help does so now (Jw 7.3.4, 7.3.5; invariant 6)."""
    consents = context.consents
    name = _get(context, "help") if row.id == "TR-02" else None
    if consents.complete(Purpose.HELP, name):
        return None
    if consents.nobody_has_authority:
        return _reason(
            row,
            "nobody-has-authority",
            "Niemand heeft gezag over dit kind. Niemand kan toestemming geven.",
            "Jw 7.3.15; BW 1:245",
            "Alarm: vraag vandaag de Raad om een voorziening in het gezag (BW 1:241).",
        )
    missing = consents.missing(Purpose.HELP, name)
    return _reason(
        row,
        "help-consent",
        f"Er is geen toestemming voor deze hulp van: {_people(context, missing)}.",
        "Jw 7.3.4, 7.3.5",
        "Vraag deze mensen om toestemming. Geven zij die niet: blijf in de afweging, of een ouder "
        "vraagt de rechter om vervangende toestemming (BW 1:253a).",
        "NX-02",
        *(("NX-08",) if context.child.state is State.CLOSED else ()),
    )


def intensive_consents_complete(row: Move, context: Context) -> Reason | None:
    """Everybody consents explicitly to intensive help (TR-05; [K] by analogy with Jw 7.3.4)."""
    missing = context.consents.missing(Purpose.INTENSIVE_HELP)
    if not missing and context.consents.required:
        return None
    return _reason(
        row,
        "intensive-consent",
        f"Intensieve hulp vraagt een uitdrukkelijk ja. Dat ontbreekt van: "
        f"{_people(context, missing) or 'iedereen'}.",
        "kamerbrief 23-3-2020; Jw 7.3.4 naar analogie [K]",
        "Vraag toestemming voor intensieve hulp. Tot die tijd blijft de gewone hulp mogelijk.",
        "NX-02",
    )


def _agreeing(context: Context) -> list[Consent]:
    return list(context.consents.giving(Purpose.INTENSIVE_HELP))


def intensive_consents_fresh(row: Move, context: Context) -> Reason | None:
    """After R or M an earlier yes to intensive help no longer counts (00-A, step 6)."""
    landed = context.child.landed_at
    if landed is None:
        return None
    fresh = {c.person for c in _agreeing(context) if c.given_at >= landed}
    stale = tuple(p for p in context.consents.required if p not in fresh)
    if not stale:
        return None
    return _reason(
        row,
        "fresh-consent",
        f"De toestemming voor intensieve hulp is van voor {local_day(landed).isoformat()}. "
        f"Die telt niet meer voor: {_people(context, stale)}.",
        "00-A, landing",
        "Vraag opnieuw toestemming voor intensieve hulp.",
        "NX-08",
    )


def consents_cover_lead(row: Move, context: Context) -> Reason | None:
    """The yes to intensive help also covers who leads it (TR-07)."""
    lead: Lead | None = _get(context, "lead")
    if lead is None:
        return None
    must_name = row.id == "TR-07"
    covering = {
        c.person for c in _agreeing(context) if lead in c.leads or (not c.leads and not must_name)
    }
    missing = tuple(p for p in context.consents.required if p not in covering)
    if not missing:
        return None
    return _reason(
        row,
        "lead-consent",
        f"De toestemming gaat niet over deze regie. Het ja ontbreekt van: "
        f"{_people(context, missing)}.",
        "domein TR-07",
        "Vraag toestemming voor intensieve hulp met deze regie (leads).",
    )


def region_allows_lead(row: Move, context: Context) -> Reason | None:
    """The region profile says who may lead intensive help (R-37 to R-41)."""
    allowed = LEADS[context.child.region]
    lead: Lead | None = _get(context, "lead")
    if lead is None or lead in allowed:
        return None
    may = "de GI" if Lead.GI in allowed else "het lokale team"
    return _reason(
        row,
        "region",
        "In deze regio mag deze organisatie de regie niet voeren.",
        f"regioprofiel {context.child.region}",
        f"Hier voert {may} de regie.",
    )


def mandate_of_college(row: Move, context: Context) -> Reason | None:
    """A GI leads voluntary help only with a mandate of the college (V2a, R-40)."""
    if _get(context, "lead") is not Lead.GI:
        return None
    mandate = _get(context, "mandate")
    if mandate is not None and mandate <= local_day(context.at):
        return None
    return _reason(
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
    worker: Actor = _get(context, "worker") or context.actor
    day = local_day(context.at)
    registration = worker.registration
    if registration is not None and registration.valid_until >= day:
        return None
    ended = registration is not None
    return _reason(
        row,
        "registered",
        "De inschrijving (SKJ of BIG) van deze medewerker is verlopen."
        if ended
        else "Van deze medewerker is geen inschrijving (SKJ of BIG) bekend.",
        "BJw 5.1.1; Jw 4.1.1",
        "Laat het werk doen door, of onder verantwoordelijkheid van, een geregistreerde medewerker "
        "(worker).",
        supply=True,
    )


def review_in_time(row: Move, context: Context) -> Reason | None:
    """Intensive help is looked at together within three months (T40)."""
    review = _get(context, "review_on")
    start = local_day(context.at)
    if review is None or start <= review <= add_months(start, 3):
        return None
    return _reason(
        row,
        "review",
        "De dag van het samen bekijken ligt niet binnen drie maanden na de start.",
        "domein T40",
        f"Kies een dag tot en met {add_months(start, 3).isoformat()} (review_on).",
        supply=True,
    )


def both_organisations_agreed(row: Move, context: Context) -> Reason | None:
    """Both organisations agreed to the change of lead (TR-07)."""
    agreed = _get(context, "agreed_by", ())
    if len(set(agreed)) > 1:
        return None
    return _reason(
        row,
        "both-organisations",
        "Niet vastgelegd is dat beide organisaties het eens zijn.",
        "domein TR-07; R-59",
        "Noem beide organisaties (agreed_by).",
        supply=True,
    )


def second_reader_is_another(row: Move, context: Context) -> Reason | None:
    """A second pair of eyes is not one's own (TR-03)."""
    reader = _get(context, "second_reader", "")
    if context.asking or not reader or reader != context.actor.id:
        return None
    return _reason(
        row,
        "second_reader",
        "U kunt niet uw eigen tweede lezer zijn.",
        "domein TR-03",
        "Vraag een ander om mee te lezen (second_reader).",
    )


_CLOSE_REASONS: dict[str, tuple[ClosedReason, ...]] = {
    "TR-03": (ClosedReason.HELP_ENDED, ClosedReason.MEASURE_ENDED),
    "TR-11": (ClosedReason.GOALS_REACHED,),
}


def reason_fits_close(row: Move, context: Context) -> Reason | None:
    """The reason for closing fits where the child stands (TR-03, TR-11)."""
    given: ClosedReason | None = _get(context, "closed_reason")
    if given is None:
        return None
    allowed = _CLOSE_REASONS[row.id]
    ended = context.child.last_title_end
    clock = context.child.open_term("T44")
    recent = ended is not None and clock is not None and context.child.landed_at == ended
    if given in allowed and (given is not ClosedReason.MEASURE_ENDED or recent):
        return None
    return _reason(
        row,
        "closed_reason",
        f"De reden {given.value} past hier niet.",
        "domein TR-03, TR-11; 00-C",
        f"Kies {' of '.join(reason.value for reason in allowed)}; C3 alleen kort na een maatregel.",
        "NX-14",
    )


def nothing_pending(row: Move, context: Context) -> Reason | None:
    """No petition, placed child or undelivered notice is left behind (00-C)."""
    child = context.child
    left = []
    if child.petitions:
        left.append("er loopt nog een verzoek bij de rechter")
    if child.residence is Residence.AWAY:
        left.append("het kind woont nog niet thuis")
    if child.notices:
        left.append(f"{len(child.notices)} kennisgeving(en) zijn nog niet gegeven")
    if not left:
        return None
    return _reason(
        row,
        "pending",
        f"Afsluiten kan nog niet: {', '.join(left)}.",
        "00-C",
        "Rond dit eerst af. Kennisgevingen: deliver_notices. Terug naar huis: report_residence.",
    )


def minor(row: Move, context: Context) -> Reason | None:
    """The Raad and child protection measures are for minors (BW 1:233; 00-C)."""
    if context.child.is_minor(context.at):
        return None
    return _reason(
        row,
        "minor",
        "De jongere is 18 jaar of ouder.",
        "BW 1:233",
        "Bied hulp aan de jongvolwassene zelf aan, met eigen toestemming.",
    )


def informed_or_why_not(row: Move, context: Context) -> Reason | None:
    """Parents and youth of 12 or older hear it first, unless that endangers the child (TR-20)."""
    informed = _get(context, "informed_on")
    if (informed and informed <= local_day(context.at)) or _get(context, "not_informed_because"):
        return None
    return _reason(
        row,
        "informed",
        "Niet vastgelegd is dat ouders en jongere dit vooraf weten.",
        "Jw 3.1; beroepsnorm [K]",
        "Vul de dag in (informed_on), of waarom dat gevaarlijk was (not_informed_because).",
        supply=True,
    )


def views_or_why_not(row: Move, context: Context) -> Reason | None:
    """The views of parents and child go along, or the reason why not (TR-20; IVRK 12)."""
    both = _get(context, "view_parents") and _get(context, "view_child")
    if both or _get(context, "no_view_because"):
        return None
    return _reason(
        row,
        "views",
        "De mening van ouders en kind ontbreekt.",
        "Jw 3.3; IVRK 12",
        "Vul view_parents en view_child in, of waarom die ontbreken (no_view_because).",
        supply=True,
    )


def sent_by_corv(row: Move, context: Context) -> Reason | None:
    """A request is sent or not sent: by CORV, another way only when life is at stake (NX-03)."""
    if not _get(context, "receipt"):
        return _reason(
            row,
            "sent",
            "Het verzoek is nog niet verstuurd: de ontvangstbevestiging ontbreekt.",
            "CORV; NX-03",
            "Verstuur het verzoek en vul de bevestiging in (receipt). Een verzoek dat klaarligt "
            "bestaat niet.",
            "NX-03",
            supply=True,
        )
    if _get(context, "via") == "corv" or _get(context, "other_route_because"):
        return None
    return _reason(
        row,
        "route",
        "Het verzoek ging niet via CORV.",
        "CORV",
        "Vul in waarom een andere weg nodig was (other_route_because).",
        supply=True,
    )


def petition_for_measure(row: Move, context: Context) -> Reason | None:
    """Only a petition for a new measure leads to R3 (00-A)."""
    if _get(context, "kind", PetitionKind.MEASURE) is not PetitionKind.EXTENSION:
        return None
    return _reason(
        row,
        "kind",
        "Er is geen maatregel om te verlengen.",
        "BW 1:260",
        "Vraag een nieuwe maatregel (kind = measure).",
    )


def _imported_until(context: Context) -> datetime | None:
    return max((m.until for m in context.child.measures if m.until), default=None)


def imported_order_in_force(row: Move, context: Context) -> Reason | None:
    """A measure is taken over only while its order is, or will be, in force (TR-54)."""
    if context.asking or context.child.measure(context.at) is not None:
        return None
    planned = any(m.start > context.at for m in context.child.measures)
    if planned:
        return None
    return _reason(
        row,
        "in-force",
        "Deze beschikking geeft nu geen bevoegdheid. Zij is afgelopen of nog niet begonnen.",
        "BW 1:259; invariant 3",
        "Controleer de data. Zonder geldige beschikking kan het kind wel vrijwillig worden "
        "aangemeld (report).",
        "NX-01",
    )


def imported_order_names_gi(row: Move, context: Context) -> Reason | None:
    """The order names the GI (TR-54; invariant 8)."""
    if context.asking or all(m.gi for m in context.child.measures):
        return None
    return _reason(
        row,
        "gi",
        "De beschikking noemt geen GI.",
        "BW 1:255 lid 1, 1:259",
        "Vul de GI in die in de beschikking staat (gi). Tot die tijd: geen bevoegdheden.",
    )


def imported_term_known(row: Move, context: Context) -> Reason | None:
    """It is known until when the measure runs (TR-54)."""
    if context.asking or not context.child.measures or _imported_until(context):
        return None
    return _reason(
        row,
        "term",
        "Niet bekend is tot wanneer de maatregel loopt.",
        "BW 1:258; domein TR-54",
        "Vul de datum in uit de beschikking (end), en de geboortedatum van het kind.",
    )


def gi_of_title(row: Move, context: Context) -> Reason | None:
    """Only the GI that the judge named ends a placement by itself (invariant 8; NX-09)."""
    if context.asking or context.actor.role in (Role.SYSTEM, Role.COURT):
        return None
    if _get(context, "do") != "end_placement":
        return None
    measure = context.child.measure(context.at)
    if measure and context.actor.role is Role.GI and context.actor.organisation == measure.gi:
        return None
    return _reason(
        row,
        "gi-of-title",
        "Alleen de GI die de rechter heeft genoemd, kan de uithuisplaatsing beëindigen.",
        "BW 1:265d; invariant 8",
        "Vraag het de genoemde GI, of de rechter (BW 1:265d).",
        "NX-09",
    )


def placement_account(row: Move, context: Context) -> Reason | None:
    """The GI ends a placement with a decision and a written account (TR-63)."""
    if _get(context, "do") != "end_placement" and not context.asking:
        return None
    if _get(context, "decision") and _get(context, "account"):
        return None
    return _reason(
        row,
        "decision",
        "Het besluit van de GI of het verslag ontbreekt.",
        "BW 1:265d, 265j lid 2",
        "Vul decision en account in.",
        supply=True,
    )


GUARDS: dict[str, Guard] = {
    guard.__name__: guard
    for guard in (
        help_consents_complete,
        intensive_consents_complete,
        intensive_consents_fresh,
        consents_cover_lead,
        region_allows_lead,
        mandate_of_college,
        worker_registered,
        review_in_time,
        both_organisations_agreed,
        second_reader_is_another,
        reason_fits_close,
        nothing_pending,
        minor,
        informed_or_why_not,
        views_or_why_not,
        sent_by_corv,
        petition_for_measure,
        imported_order_in_force,
        imported_order_names_gi,
        imported_term_known,
        gi_of_title,
        placement_account,
    )
}
"""Every guard by name."""


def adds_sibling(context: Context) -> bool:
    """The judge adds this child to a petition about a brother or sister (BW 1:255 lid 5)."""
    latest = context.child.orders[-1] if context.child.orders else None
    return latest is not None and latest.sibling is not None


def placement_refused(context: Context) -> bool:
    """The judge refused the placement that was asked."""
    latest = context.child.orders[-1] if context.child.orders else None
    return latest is not None and latest.placement_refused


SELECTORS: dict[str, Selector] = {
    "adds_sibling": adds_sibling,
    "placement_refused": placement_refused,
}
"""Every selector by name."""
