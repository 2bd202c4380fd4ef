"""Conditions on what the sender tells about the act: why, to whom, agreed when, approved by whom."""

from __future__ import annotations

from states.acts.conditions.base import Answer, Asked, Finding, lacking
from states.facts import Residence
from states.position import framework_of
from states.terms.calendar import local_day


def only_to_round_off(asked: Asked) -> Finding | None:
    """After closing, only to round off: a letter, a last question (00-D)."""
    text = "Na het afsluiten alleen om af te ronden, zoals de afsluitbrief. Blijven komen is hulp, en die loopt niet."
    return Finding("closing", text, asked.act.alternative, note=True)


def agreed_in_plan(asked: Asked) -> Finding | None:
    """Agreed beforehand in the plan."""
    missing = lacking(asked, "plan_date", "de dag waarop dit in het plan is afgesproken")
    if missing or asked.said is None or asked.said.plan_date is None:
        return missing
    if asked.said.plan_date <= local_day(asked.at):
        return None
    text = "Dit was nog niet afgesproken op de dag zelf."
    return Finding("plan_date", text, "Spreek het eerst af in het plan (plan_date).", supply=True)


def without_names(asked: Asked) -> Finding | None:
    """Without personal data; with a name it is another act."""
    if asked.said is None or asked.said.anonymous:
        return None
    text = "Dit mag alleen zonder naam of andere persoonsgegevens."
    return Finding("named", text, "Met naam: handeling 7.", answer=Answer.FORBIDDEN)


def necessary(asked: Asked) -> Finding | None:
    """Necessary for carrying out the measure, and why (Jw 7.3.11 lid 4, L14)."""
    return lacking(asked, "necessary", "waarom dit noodzakelijk is voor de uitvoering van de maatregel")


def names_the_sharing(asked: Asked) -> Finding | None:
    """Consent to share is for one source, one receiver, one aim and a time (Jw 7.3.11)."""
    return (
        lacking(asked, "source", "van wie de informatie komt")
        or lacking(asked, "receiver", "naar wie de informatie gaat")
        or lacking(asked, "aim", "waarvoor de informatie nodig is")
    )


def informed_or_danger(asked: Asked) -> Finding | None:
    """Told to the family first, unless that is dangerous."""
    if asked.said is not None and asked.said.not_informed_because:
        return None
    return lacking(asked, "informed_on", "de dag waarop het gezin dit hoorde, of waarom niet (not_informed_because)")


def index_agreement(asked: Asked) -> Finding | None:
    """The reference index is off, unless the municipality has an agreement in force [K]."""
    return lacking(asked, "basis", "welke afspraak over de verwijsindex in deze gemeente geldt")


def lives_with_carers(asked: Asked) -> Finding | None:
    """There are carers to inform."""
    if asked.child.residence is Residence.AWAY:
        return None
    text = "Het kind woont volgens het dossier niet bij pleegouders."
    remedy = "Leg eerst vast waar het kind woont (report_residence), of deel met toestemming (handeling 9)."
    return Finding("residence", text, remedy, answer=Answer.FORBIDDEN)


def through_the_prosecutor(asked: Asked) -> Finding | None:
    """Rv 812, 813: handing over a child goes through the public prosecutor."""
    return lacking(asked, "prosecutor", "welke officier van justitie de afgifte regelt")


def in_the_help_plan(asked: Asked) -> Finding | None:
    """In secure youth help only what the plan foresees, or what an emergency asks: no, unless."""
    return lacking(asked, "necessary", "waarom het noodzakelijk is, en wat in het plan staat")


def ground_to_tell(asked: Asked) -> Finding | None:
    """L1: the only grounds on which a GI worker tells others without consent."""
    said = asked.said
    if said is None or said.ground is None:
        return lacking(asked, "ground", "op welke grond u deelt")
    if said.ground != "conflict_of_duties":
        return lacking(asked, "receiver", "met wie u deelt") or lacking(asked, "necessary", "waarom het nodig is")
    return (
        lacking(asked, "necessary", "de reden: waarom zwijgen schade geeft")
        or lacking(asked, "receiver", "met wie u deelt")
        or lacking(asked, "minimum", "wat het minimum is dat u deelt")
    )


def planned_before_closing(asked: Asked) -> Finding | None:
    """Aftercare only at a moment that was agreed before the file was closed (00-D)."""
    missing = lacking(asked, "plan_date", "de dag waarop dit moment is afgesproken, voor het afsluiten")
    if missing or asked.said is None or asked.said.plan_date is None:
        return missing
    since = asked.child.since
    if since is not None and asked.said.plan_date <= local_day(since):
        return None
    text = "Dit moment is niet voor het afsluiten afgesproken."
    return Finding("plan_date", text, asked.act.alternative, answer=Answer.FORBIDDEN)


def names_its_basis(asked: Asked) -> Finding | None:
    """An act without a number of its own says on what it rests (R-10)."""
    return lacking(asked, "basis", "de grondslag: wet, artikel of afspraak")


def names_the_framework(asked: Asked) -> Finding | None:
    """It names the framework, and that is the one the child is in at that moment."""
    missing = lacking(asked, "framework", "het kader waarin u handelt")
    if missing or asked.said is None or asked.said.framework is None:
        return missing
    actual = framework_of(asked.where.state)
    if asked.said.framework is actual:
        return None
    text = f"Het kader van dit kind is op dat moment een ander: {actual.value}."
    return Finding("framework", text, "Handel binnen het kader dat geldt.", answer=Answer.FORBIDDEN)


def approved_before(asked: Asked) -> Finding | None:
    """Somebody else approved it, before it took effect."""
    missing = lacking(asked, "approved_by", "wie het vooraf goedkeurde") or lacking(
        asked, "approved_at", "wanneer dat was"
    )
    said = asked.said
    if missing or said is None or said.approved_at is None:
        return missing
    if said.approved_by == said.by.id:
        text = "U kunt uw eigen handeling niet goedkeuren."
        return Finding("approved_by", text, "Vraag een ander om goedkeuring (approved_by).", supply=True)
    if said.approved_at < asked.at:
        return None
    text = "De goedkeuring kwam niet vooraf."
    return Finding("approved_at", text, "Vraag goedkeuring voordat u handelt (approved_at).", supply=True)
