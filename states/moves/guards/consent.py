"""Guards on consent: who must say yes, to what, and since when (table 5.1; 00-A step 6)."""

from __future__ import annotations

from states.consents.consent import Consent, Lead, Purpose
from states.consents.table import BY_ANALOGY, Consenter
from states.context import Context
from states.moves.guards.base import get, people, reason
from states.moves.move import Move
from states.position import INTENSIVE, State
from states.refusal import Reason
from states.terms.calendar import local_day


def _help_meant(row: Move, context: Context) -> str | None:
    """The help that a row is about: the one that starts, or the one that runs; ``None``: any."""
    running = context.child.help
    asked = get(context, "help")
    if row.id in ("TR-02", "TR-06") and isinstance(asked, str):
        return asked
    return running.name if running else None


def help_consents_complete(row: Move, context: Context) -> Reason | None:
    """Everybody who must consent to help does so now (Jw 7.3.4, 7.3.5; invariant 6).

    What the law goes on without carries help, never intensive help: there everybody says yes.
    """
    consents = context.consents
    name = _help_meant(row, context)
    explicit = any(target in INTENSIVE for target in row.targets)
    if consents.complete(Purpose.HELP, name, explicit=explicit):
        return None
    nobody = consents.nobody(Purpose.HELP, name)
    if nobody is Consenter.REPRESENTATIVE:
        return reason(
            row,
            "nobody-represents",
            "De jongere is 18 of ouder en kan dit niet zelf beslissen. Niemand vertegenwoordigt de jongere.",
            "Jw 7.3.15 lid 2-3",
            "Leg vast wie curator, mentor of gemachtigde is (change_authority), of vraag de rechter om mentorschap.",
        )
    if nobody is not None:
        return reason(
            row,
            "nobody-has-authority",
            "Niemand heeft gezag over dit kind. Niemand kan toestemming geven.",
            "Jw 7.3.15; BW 1:245",
            "Alarm: vraag vandaag de Raad om een voorziening in het gezag (BW 1:241).",
        )
    missing = consents.missing(Purpose.HELP, name, explicit=explicit)
    return reason(
        row,
        "help-consent",
        f"Er is geen toestemming voor deze hulp van: {people(context, missing)}.",
        "Jw 7.3.4, 7.3.5",
        "Vraag deze mensen om toestemming. Geven zij die niet: blijf in de afweging, of een ouder "
        "vraagt de rechter om vervangende toestemming (BW 1:253a).",
        "NX-02",
        *(("NX-08",) if context.child.state is State.CLOSED else ()),
    )


def intensive_consents_complete(row: Move, context: Context) -> Reason | None:
    """Everybody consents explicitly to intensive help (TR-05; [K] by analogy with Jw 7.3.4, L21)."""
    if context.consents.complete(Purpose.INTENSIVE_HELP):
        return None
    missing = context.consents.missing(Purpose.INTENSIVE_HELP)
    return reason(
        row,
        "intensive-consent",
        f"Intensieve hulp vraagt een uitdrukkelijk ja. Dat ontbreekt van: {people(context, missing) or 'iedereen'}.",
        BY_ANALOGY,
        "Vraag toestemming voor intensieve hulp. Tot die tijd blijft de gewone hulp mogelijk.",
        "NX-02",
        *(("NX-04",) if _stopped(context, missing) else ()),
    )


def _stopped(context: Context, missing: tuple[str, ...]) -> bool:
    """Whether somebody who is missing said yes before and stopped: help does not go on until a talk."""
    stopped = {c.person for c in context.child.consents if c.withdrawn_at is not None}
    return not stopped.isdisjoint(missing)


def _agreeing(context: Context) -> list[Consent]:
    return list(context.consents.giving(Purpose.INTENSIVE_HELP))


def intensive_consents_fresh(row: Move, context: Context) -> Reason | None:
    """After R or M an earlier yes to intensive help no longer counts (00-A, step 6)."""
    landed = context.child.landed_at
    if landed is None:
        return None
    fresh = {c.person for c in _agreeing(context) if c.given_at >= landed}
    stale = tuple(p for p in context.consents.asked(Purpose.INTENSIVE_HELP) if p not in fresh)
    if not stale:
        return None
    return reason(
        row,
        "fresh-consent",
        f"De toestemming voor intensieve hulp is van voor {local_day(landed).isoformat()}. "
        f"Die telt niet meer voor: {people(context, stale)}.",
        "00-A, landing",
        "Vraag opnieuw toestemming voor intensieve hulp.",
        "NX-08",
    )


def consents_cover_lead(row: Move, context: Context) -> Reason | None:
    """The yes to intensive help also covers who leads it (TR-07)."""
    lead = get(context, "lead")
    if not isinstance(lead, Lead):
        return None
    must_name = row.id == "TR-07"
    covering = {c.person for c in _agreeing(context) if lead in c.leads or (not c.leads and not must_name)}
    missing = tuple(p for p in context.consents.asked(Purpose.INTENSIVE_HELP) if p not in covering)
    if not missing:
        return None
    return reason(
        row,
        "lead-consent",
        f"De toestemming gaat niet over deze regie. Het ja ontbreekt van: {people(context, missing)}.",
        "domein TR-07",
        "Vraag toestemming voor intensieve hulp met deze regie (leads).",
    )
