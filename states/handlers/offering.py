"""Help is offered, and somebody says yes or no to it: facts that move nobody and ask nothing of anybody."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.facts import ChildFile
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.people import PRIVATE
from states.position import State
from states.rights.readers import readers
from states.terms.calendar import local_day
from states.work.offer import Offer, Reply

_SOURCE = "Jw 2.3, 3.1 lid 1; kamerbrief 23-3-2020 (S14)"


def offer(draft: Drafting, command: c.OfferHelp) -> None:
    """Help was offered: which, to whom, given by whom, and what it is, in words."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    provider = (command.provider or command.by.organisation or "").strip()
    asked = command.offered_to or readers(child, at)
    id_ = f"{child.id}/offer/{command.key}"
    lacks = (
        (child.state is State.CLOSED, "open", "een open dossier: meld het kind eerst opnieuw aan (report)"),
        (any(one.id == id_ for one in child.work.offers), "key", "een naam die nog geen aanbod heeft"),
        (not provider, "provider", "wie de hulp zou geven"),
        (not command.what.strip(), "what", "wat er is aangeboden, zoals u het vertelde"),
        (not asked, "offered_to", "aan wie het is aangeboden"),
    )
    for missing, field, what in lacks:
        if missing:
            raise refuse(f"offer/{field}", f"Nodig: {what}.", _SOURCE, f"Vul in ({field}): {what}.")
    offered = Offer(
        id=id_,
        help=command.help,
        on=local_day(at),
        to=tuple(dict.fromkeys(asked)),
        by=command.by.organisation or command.by.id,
        provider=provider,
    )
    draft.emit(child.id, e.OfferChanged(offer=offered), at, rules=("offer",), detail=detail_of(command))


def reply(draft: Drafting, command: c.AnswerOffer) -> None:
    """Somebody says yes or no to an offer, again if they want; a no owes no reason."""
    child = known(draft, command)
    at = said_at(draft, command)
    offered = _offer(child, command)
    person = command.person or command.by.id
    if command.by.role in PRIVATE and person != command.by.id:
        raise refuse(
            "offer/person",
            "U kunt alleen voor uzelf antwoorden.",
            _SOURCE,
            "Vertel wat u zelf vindt. Wie het nog meer is aangeboden, antwoordt zelf.",
        )
    if person not in offered.to:
        raise refuse(
            "offer/person",
            "Aan deze persoon is dit niet aangeboden.",
            _SOURCE,
            "Bied het eerst ook deze persoon aan (offer_help), met een eigen naam (key).",
        )
    said = Reply(person=person, accepted=command.accepted, on=local_day(at))
    others = tuple(one for one in offered.replies if one.person != person)
    after = offered.model_copy(update={"replies": (*others, said)})
    draft.emit(child.id, e.OfferChanged(offer=after), at, rules=("offer",), detail=detail_of(command))


def _offer(child: ChildFile, command: c.AnswerOffer) -> Offer:
    id_ = f"{child.id}/offer/{command.key}"
    found = next((one for one in child.work.offers if one.id == id_), None)
    if found is None:
        raise refuse(
            "offer/unknown",
            f"Er is geen aanbod met de naam {command.key}.",
            _SOURCE,
            "Leg het aanbod eerst vast (offer_help), of kijk welke er zijn (case show).",
        )
    return found
