"""Conditions on power: who holds the title, what it covers, and what a court already arranged."""

from __future__ import annotations

from states.acts.act import Topic
from states.acts.conditions.base import Answer, Asked, Finding, lacking
from states.acts.standing import topics
from states.consents.consent import GENERAL
from states.editions.book import rules
from states.people import AgeBand, Role
from states.terms.calendar import local_day
from states.terms.spans import Span

_COURT = "Vraag de kinderrechter (BW 1:265g)."


def named_gi(asked: Asked) -> Finding | None:
    """Only the GI that the order in force names (NX-09)."""
    if asked.by_named_gi:
        return None
    return Finding(
        "title",
        "Dit kan alleen de GI die de rechter voor dit kind heeft genoemd.",
        "Vraag het de genoemde GI; of vraag toestemming (handeling 9).",
        answer=Answer.FORBIDDEN,
    )


def to_parent_with_authority_or_minor(asked: Asked) -> Finding | None:
    """1:263: to a parent with authority, or to the minor; not to a parent without authority."""
    person = asked.said.person if asked.said else None
    if person is None or person == asked.child.id or person in asked.consents.holders:
        return None
    return Finding(
        "authority",
        "Een schriftelijke aanwijzing kan alleen aan een ouder met gezag of aan de minderjarige.",
        asked.act.alternative,
        answer=Answer.FORBIDDEN,
    )


def no_earlier_arrangement(asked: Asked) -> Finding | None:
    """1:265f: the GI does not change what a court arranged (C9)."""
    if not asked.child.arrangement:
        return None
    text = "De rechter heeft al een omgangsregeling vastgesteld. De GI mag die niet wijzigen."
    return Finding("265g", text, _COURT, answer=Answer.COURT, lifted=True)


def needed_for_placement(asked: Asked) -> Finding | None:
    """1:265f: only as far as the placement needs it."""
    if asked.said is None or asked.said.for_placement:
        return None
    text = "Het contact mag alleen worden beperkt als de uithuisplaatsing dat nodig maakt."
    return Finding("265f", text, _COURT, answer=Answer.COURT, lifted=True)


def parent_with_authority(asked: Asked) -> Finding | None:
    """1:265f: only the contact of a parent with authority."""
    person = asked.said.person if asked.said else None
    if person is None or person in asked.consents.holders:
        return None
    text = "Dit kan alleen bij een ouder met gezag."
    return Finding("authority", text, _COURT, answer=Answer.COURT, lifted=True)


def within_the_muhp(asked: Asked) -> Finding | None:
    """Only in the kind of place, and the period, that the judge named (1:265c; T06, T07)."""
    placement = asked.child.placement(asked.at)
    if asked.said is not None and placement is not None and asked.said.place not in ("", placement.place):
        return Finding(
            "place",
            f"De machtiging is voor een andere soort plek: {placement.place}.",
            "Kies een plek van die soort, of vraag de kinderrechter om een andere machtiging (BW 1:265b).",
            answer=Answer.COURT,
        )
    return lacking(asked, "place", "naar wat voor soort plek het kind gaat")


def within_partial_authority(asked: Asked) -> Finding | None:
    """1:265e: only the topics of the decision."""
    orders = asked.decisions("partial_authority")
    if not orders:
        return None
    topic = asked.said.topic if asked.said else None
    if topic is None:
        return lacking(asked, "topic", "over welk onderwerp de GI beslist (school, medisch, verblijfsvergunning)")
    if any(Topic(topic) in topics(order.scope) for order in orders):
        return None
    return Finding(
        "scope",
        "De beslissing van de rechter gaat niet over dit onderwerp.",
        "De ouders met gezag beslissen hierover, of vraag de kinderrechter (BW 1:265e).",
        answer=Answer.COURT,
    )


def _settled(asked: Asked) -> bool:
    since = asked.child.carers_since
    settled = rules(asked.at).spans[Span.SETTLED].length
    return since is not None and settled.over(since) <= local_day(asked.at)


def a_year_asks_the_court(asked: Asked) -> Finding | None:
    """1:265i: after a year with the same carers the judge must agree, also to going home [K] (L9)."""
    if not _settled(asked) or asked.decisions("residence_consented"):
        return None
    return Finding(
        "265i",
        "Het kind woont een jaar of langer bij dezelfde verzorgers.",
        "Vraag eerst instemming van de kinderrechter (BW 1:265i lid 1 [K: ook bij terug naar huis]).",
        answer=Answer.COURT,
    )


def carers_agree(asked: Asked) -> Finding | None:
    """After a year the carers agree, or the judge decides (1:253s, 1:336a)."""
    if asked.decisions("residence_consented"):
        return None
    return lacking(asked, "carers_agree", "dat de verzorgers instemmen (wie, wanneer)")


def for_the_named_help(asked: Asked) -> Finding | None:
    """1:253a: the court replaces a consent to the help that it names, and to no other (C10)."""
    orders = asked.decisions("consent_replaced")
    if not orders:
        return None
    missing = lacking(asked, "help", "voor welke hulp de rechter toestemming gaf")
    if missing or asked.said is None:
        return missing
    names = [order.help or GENERAL for order in orders]
    if asked.said.help in names:
        return None
    return Finding(
        "named-help",
        f"De beslissing van de rechter gaat over andere hulp: {', '.join(names)}.",
        "Vraag toestemming voor deze hulp, of een ouder vraagt het de rechter (BW 1:253a).",
        answer=Answer.COURT,
    )


def gi_leads_already(asked: Asked) -> Finding | None:
    """The GI leads only where intensive help with its lead was agreed; in R only as its continuation."""
    regie = asked.child.regie
    if regie is not None and regie.lead.value == Role.GI.value and asked.by.organisation == regie.organisation:
        return None
    return Finding(
        "lead",
        "Deze GI voert nu niet de regie.",
        "Spreek regie door de GI af met het gezin (TR-05, TR-07). In het onderzoek kan alleen wat al was afgesproken.",
        answer=Answer.FORBIDDEN,
    )


def may_bring_a_dispute(asked: Asked) -> Finding | None:
    """1:262b: a parent with authority, a minor of 12 or older, carers, the provider, the GI."""
    role = asked.by.role
    youth = role is Role.YOUTH and asked.band is not AgeBand.UNDER_12
    if role not in (Role.PARENT, Role.YOUTH) or youth or asked.by.id in asked.consents.holders:
        return None
    return Finding(
        "262b",
        "Dit kan een ouder met gezag, of een jongere van 12 of ouder.",
        "Dien een klacht in (Jw 4.2.1), of vraag Jeugdstem om hulp.",
        answer=Answer.FORBIDDEN,
    )
