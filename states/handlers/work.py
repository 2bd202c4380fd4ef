"""Reflection, expertise, allocation, grounds, checklists and certificates: facts about good work."""

from __future__ import annotations

from datetime import date

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.people import PROFESSIONALS
from states.terms.calendar import local_day
from states.work import asked
from states.work.allocation import Allocation, Expertise
from states.work.certificate import Certificate
from states.work.checklist import TEMPLATES, Filled
from states.work.reflection import Reflection

_WHAT = {
    "why_not_lighter": "waarom niets lichters genoeg was",
    "why_not_more": "waarom dit niet meer is dan nodig",
    "best_interest": "wat het beste is voor dit kind",
    "view_child": "wat het kind er zelf van vindt, of waarom dat niet bekend is (no_view_because)",
}


def day_of(draft: Drafting, given: date | None, default: date) -> date:
    """The day on which something was done; it never lies in the future (NX-12).

    Raises:
        NotAllowedError: the day is still to come.
    """
    day = given or default
    if day > local_day(draft.now):
        raise refuse(
            "NX-12",
            "Deze dag ligt in de toekomst. Wat nog niet gebeurd is, kan niet worden vastgelegd.",
            "NX-12",
            "Leg het vast als het gebeurd is.",
        )
    return day


def record_reflection(draft: Drafting, command: c.RecordReflection) -> None:
    """It was held: the tasks that asked for it are done. What was said is for those who took part."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    audience = tuple(dict.fromkeys(command.took_part))
    if command.by.id not in audience:
        raise refuse(
            "reflection/took-part",
            "Een reflectie wordt vastgelegd door iemand die erbij was. Alleen zij mogen de inhoud lezen.",
            "R-21; R-53",
            "Noem iedereen die erbij was, ook uzelf (took_part).",
        )
    day = day_of(draft, command.held_on, local_day(at))
    held = Reflection(id=draft.new_id(f"{child.id}/reflection"), kind=command.kind, on=day, took_part=audience)
    event = e.ReflectionHeld(reflection=held, tasks_done=asked.open_tasks(child, asked.REFLECT))
    detail = {**detail_of(command), "audience": list(audience)}
    draft.emit(child.id, event, at, rules=("R-21",), detail=detail)


def attach_expertise(draft: Drafting, command: c.AttachExpertise) -> None:
    """Who looks along on safety, and from when (R-43)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if not command.expertise.strip():
        raise refuse(
            "R-43/who",
            "Nodig: wie met kennis van veiligheid meekijkt.",
            "kamerbrief 23-3-2020 (S30); R-43",
            "Vul in wie het is en wat die persoon weet (expertise).",
        )
    event = e.ExpertiseAttached(expertise=Expertise(on=day_of(draft, command.on, local_day(at))))
    draft.emit(child.id, event, at, rules=("R-43",), detail=detail_of(command))


def allocate_work(draft: Drafting, command: c.AllocateWork) -> None:
    """A registered worker does the work, or somebody who works under the registered sender (BJw 5.1.1)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    day = local_day(at)
    worker = command.worker or command.by
    if worker.role not in PROFESSIONALS:
        raise refuse(
            "R-53/worker",
            "Werk gaat naar een medewerker, niet naar iemand van het gezin.",
            "BJw 5.1.1; R-53",
            "Noem een medewerker (worker).",
        )
    own, lent = worker.registration, command.by.registration
    rests = own if own is not None and own.valid_until >= day else None
    responsible = worker.id
    if rests is None and worker.under == command.by.id and lent is not None and lent.valid_until >= day:
        rests, responsible = lent, command.by.id
    if rests is None:
        lapsed = own is not None
        raise refuse(
            "R-53/registered",
            "De inschrijving (SKJ of BIG) van deze medewerker is verlopen."
            if lapsed
            else "Van deze medewerker is geen inschrijving (SKJ of BIG) bekend.",
            "BJw 5.1.1; R-53 (verantwoorde werktoedeling)",
            "Kies een geregistreerde medewerker. Of laat iemand met een geldige inschrijving het werk toedelen aan wie "
            "onder die persoon werkt (under).",
        )
    given = Allocation(
        worker=worker.id,
        organisation=worker.organisation,
        responsible=responsible,
        on=day,
        valid_until=rests.valid_until,
    )
    draft.emit(child.id, e.WorkAllocated(allocation=given), at, rules=("R-53",), detail=detail_of(command))


def give_grounds(draft: Drafting, command: c.GiveGrounds) -> None:
    """Three separate texts, and the child's own view: one of them missing, or said twice, is refused."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    missing = asked.lacking(command)
    if missing:
        first = missing[0]
        raise refuse(
            f"R-25/{first}",
            f"Nodig, in een eigen tekst: {_WHAT[first]}.",
            "R-20, R-25; IVRK 3 en 12; EVRM 8 [K]",
            f"Schrijf dit apart op, niet met dezelfde woorden als een andere tekst ({first}).",
        )
    event = e.GroundsGiven(about=command.concerns, tasks_done=asked.grounds_tasks(child, command.concerns))
    draft.emit(child.id, event, at, rules=("R-25",), detail=detail_of(command))


def fill_checklist(draft: Drafting, command: c.FillChecklist) -> None:
    """The answers that there are; a question without an answer stays visible."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    template = TEMPLATES[command.checklist]
    unknown = sorted(set(command.answers) - template.ids)
    answered = tuple(q.id for q in template.questions if command.answers.get(q.id, "").strip())
    if unknown or not answered:
        what = f"Deze vraag staat niet in de lijst: {unknown[0]}." if unknown else "Er is geen enkel antwoord ingevuld."
        raise refuse(
            "R-65/questions",
            f"{template.title}: {what}",
            template.source,
            f"Kies uit: {', '.join(q.id for q in template.questions)} (answers).",
        )
    filled = Filled(
        id=draft.new_id(f"{child.id}/checklist"), checklist=command.checklist, answered=answered, on=local_day(at)
    )
    draft.emit(child.id, e.ChecklistFilled(filled=filled), at, rules=("R-65",), detail=detail_of(command))


def report_certificate(draft: Drafting, command: c.ReportCertificate) -> None:
    """What somebody read in the register about the certificate of a GI (R-52)."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    begin, end = command.valid_from, command.valid_until
    if end is None or (begin is not None and end < begin):
        raise refuse(
            "R-52/valid_until",
            "Nodig: tot en met welke dag het certificaat geldig is, niet voor de eerste dag.",
            "Jw 3.4; R-52",
            "Kijk in het register, en vul de laatste dag in (valid_until).",
        )
    event = e.CertificateKnown(certificate=Certificate(gi=command.gi, valid_from=begin, valid_until=end))
    draft.emit(child.id, event, at, rules=("R-52",), detail=detail_of(command))
