"""Guards on moving house and on leaving: the file goes only with consent, and nothing is wiped out (00-C)."""

from __future__ import annotations

import re
from datetime import date

from states.consents.consent import Purpose, sharing_of
from states.context import Context
from states.moves.guards.base import get, people, reason
from states.moves.move import Move
from states.people import Role
from states.position import RAAD
from states.refusal import Reason
from states.terms.calendar import local_day

_EFFECT = ("T", "J")
"""Answers of the act catalogue that rest on somebody's consent or a judge."""


def transfer_name(old: str | None, new: str) -> str:
    """The name of the consent to hand the file over from one municipality to another (Jw 7.3.11)."""
    source, receiver = (re.sub(r"[^\w.-]+", "-", place.strip()) for place in (old or "", new))
    return sharing_of(source, receiver, "dossier")


def alive(row: Move, context: Context) -> Reason | None:
    """After a death nothing is opened or moved again (TR-78)."""
    if context.child.died is None:
        return None
    return reason(
        row,
        "died",
        "Het kind is overleden.",
        "domein TR-78",
        "Leg vast wat nog van belang is als notitie (note). Gaat het om een ander kind? Meld dat kind aan (report). "
        "Is het overlijden verkeerd vastgelegd? Laat het herstellen (correct, death = true).",
    )


def another_municipality(row: Move, context: Context) -> Reason | None:
    """The child lives in another municipality than before."""
    if context.asking or get(context, "municipality") != context.child.municipality:
        return None
    return reason(
        row,
        "municipality",
        "Het kind woont al in deze gemeente.",
        "Jw 1.1 woonplaats",
        "Vul de nieuwe gemeente in (municipality). Is alleen het adres anders, dan verandert er niets.",
    )


def _not_agreed(context: Context, new: str) -> tuple[str, ...]:
    """Who has not agreed that the file goes to the new municipality."""
    name = transfer_name(context.child.municipality, new)
    consents = context.consents
    if consents.complete(Purpose.SHARING, name):
        return ()
    return consents.missing(Purpose.SHARING, name) or ("",)


def file_goes_with_consent(row: Move, context: Context) -> Reason | None:
    """The file goes along only when everybody who must consents to that (TR-14; Jw 7.3.11)."""
    new = get(context, "municipality")
    missing = _not_agreed(context, new if isinstance(new, str) else "")
    if not missing:
        return None
    name = transfer_name(context.child.municipality, new) if isinstance(new, str) else "oud/nieuw/dossier"
    source, receiver, aim = name.split("/")
    return reason(
        row,
        "file-consent",
        f"Er is geen toestemming om het dossier over te dragen. Het ja ontbreekt van: "
        f"{people(context, missing) or 'iedereen'}.",
        "Jw 7.3.11",
        f"Vraag toestemming om te delen (give_consent, purpose = sharing, source = {source}, receiver = {receiver}, "
        f"aim = {aim}). Zegt het gezin nee: sluit af met reden C5 (close). Bij ernstige zorgen: Veilig Thuis of een "
        "verzoek tot onderzoek.",
    )


def file_stays(row: Move, context: Context) -> Reason | None:
    """Closing because of a move is for who does not agree that the file goes along (TR-15)."""
    new = get(context, "moved_to")
    if not isinstance(new, str) or not new or _not_agreed(context, new):
        return None
    return reason(
        row,
        "file-consent",
        "Het gezin vindt het goed dat het dossier meegaat. Dan is afsluiten niet nodig.",
        "Jw 1.1 woonplaats, 7.3.11",
        "Draag het dossier over (relocate). De hulp kan dan doorgaan.",
    )


def no_serious_worries(row: Move, context: Context) -> Reason | None:
    """With serious worries a file is not closed because of a move (TR-15)."""
    worries = get(context, "worries")
    if worries is False:
        return None
    text = "Er zijn ernstige zorgen." if worries else "Niet vastgelegd is of er ernstige zorgen zijn."
    return reason(
        row,
        "worries",
        f"{text} Met ernstige zorgen kan dit dossier niet zo dicht.",
        "domein TR-15",
        "Zijn er ernstige zorgen: meld bij Veilig Thuis, of vraag onderzoek (request_investigation). Zo niet: "
        "vul dat in (worries = false).",
        supply=worries is None,
    )


def no_act_with_effect(row: Move, context: Context) -> Reason | None:
    """What was done to a family on consent or by power is not wiped out as a mistake (TR-79)."""
    child = context.child
    opened = child.opened_at
    done = [act.act for act in child.acts if act.answer in _EFFECT and (opened is None or act.at >= opened)]
    planned = any(m.start > context.at and (m.until is None or m.start < m.until) for m in child.measures)
    if not done and not planned and not child.suspended(context.at):
        return None
    what = f"handeling {', '.join(map(str, done))} is gedaan" if done else "de rechter heeft een maatregel uitgesproken"
    return reason(
        row,
        "effect",
        f"Dit dossier heeft al gevolgen gehad: {what}.",
        "domein TR-79; AVG 16 [K]",
        "Sluit gewoon af (close), of herstel wat verkeerd is vastgelegd.",
    )


def raad_confirms_error(row: Move, context: Context) -> Reason | None:
    """Once the Raad is at work, it confirms that there was nothing to look into (TR-79; 00-C)."""
    if context.child.state not in RAAD:
        return None
    if any(p.by != Role.RAAD for p in context.child.petitions if p.open_at(context.at)):
        return reason(
            row,
            "petition",
            "Een ander dan de Raad heeft de rechter iets gevraagd. Dat verzoek loopt nog.",
            "domein TR-32",
            "Wie het verzoek deed, trekt het eerst in.",
        )
    confirmed = get(context, "raad_confirmed")
    if isinstance(confirmed, date) and confirmed <= local_day(context.at):
        return None
    return reason(
        row,
        "raad_confirmed",
        "De Raad is bezig met dit kind en heeft de vergissing niet bevestigd.",
        "00-C (TR-79)",
        "Vraag de Raad om bevestiging en vul de dag in (raad_confirmed), of trek het verzoek in (withdraw_request).",
        supply=True,
    )
