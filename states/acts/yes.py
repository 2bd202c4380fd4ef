"""Whose consent an act asks, and who of them has not said yes: to a purpose, or to the act itself.

Help, sharing and intensive help are three purposes with a consent on record. To a single act, such
as a visit or a test, people say yes as it is done; the law asks no form for it (Jw 7.3.6).
"""

from __future__ import annotations

from states.acts.act import GUARDED_COLUMNS, Yes
from states.acts.conditions.base import Asked
from states.consents.around import Consents
from states.consents.consent import Purpose, sharing_of

_GUARDED = frozenset((*GUARDED_COLUMNS.split(), "M4p"))
_FOR = {
    Purpose.HELP: "voor deze hulp",
    Purpose.SHARING: "om informatie te delen",
    Purpose.INTENSIVE_HELP: "voor intensieve hulp",
}
_PURPOSES = {Yes.HELP: Purpose.HELP, Yes.SHARING: Purpose.SHARING, Yes.INTENSIVE_HELP: Purpose.INTENSIVE_HELP}


def agreed(asked: Asked) -> str | None:
    """``None`` when everybody whose consent the act asks has said yes; else who or what is missing."""
    purpose = _PURPOSES.get(asked.act.yes)
    if purpose is not None:
        return None if _on_record(asked, purpose) else f"De toestemming {_FOR[purpose]} is niet compleet."
    if asked.act.yes is Yes.PERSON:
        return _of_person(asked)
    return _of_people(asked)


def _on_record(asked: Asked, purpose: Purpose) -> bool:
    said, consents = asked.said, _spoken(asked)
    if purpose is Purpose.SHARING and said is not None:
        sharing = sharing_of(said.source or "", said.receiver or "", said.aim or "")
        return consents.complete(purpose, sharing)
    if purpose is not Purpose.HELP:
        return consents.complete(purpose)
    if said is not None and said.help is not None:
        return consents.complete(purpose, said.help)
    running = asked.child.help.name if asked.child.help else None
    return consents.complete_help(running) is not None


def _spoken(asked: Asked) -> Consents:
    """The consents that count for this act: to what is intrusive nobody is presumed to say yes (L13)."""
    return asked.scene.spoken if asked.act.intrusive else asked.consents


def _of_person(asked: Asked) -> str | None:
    said = asked.said
    if said is not None and (said.person in said.agreed_by or (said.person is None and said.agreed_by)):
        return None
    return "Nodig: het ja van de persoon zelf (agreed_by)."


def _of_people(asked: Asked) -> str | None:
    people = _asked_people(asked)
    if people is None:
        return "Niemand kan nu toestemming geven, of alleen de voogd: de GI die de rechter heeft genoemd."
    said = asked.said
    if said is not None and set(people) <= set(said.agreed_by):
        return None
    named = said.help if said else None
    if named is not None and asked.act.yes is Yes.EVERYBODY and _spoken(asked).complete(Purpose.HELP, named):
        return None
    agreeing = said.agreed_by if said else ()
    missing = ", ".join("het kind zelf" if p == asked.child.id else p for p in people if p not in agreeing)
    return f"Het ja ontbreekt van: {missing}."


def _asked_people(asked: Asked) -> tuple[str, ...] | None:
    """Who must say yes; ``None`` when nobody can. A guardian is asked in place of parents."""
    child, consents = asked.child, asked.consents
    everybody = consents.asked(Purpose.HELP, asked.said.help if asked.said else None)
    if asked.act.yes is Yes.YOUTH:
        return (child.id,)
    if asked.where.column in _GUARDED:
        return tuple(p for p in everybody if p == child.id) if asked.by_named_gi else None
    people = consents.holders if asked.act.yes is Yes.HOLDERS else everybody
    return people or None
