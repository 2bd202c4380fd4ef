"""What several commands need: the moment they work, their sealed detail, opening a child."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from states.commands import Base, Opening
from states.drafting import Drafting, NotAllowedError
from states.events import ChildRegistered
from states.facts import ChildFile
from states.people import PROFESSIONALS
from states.position import DUTCH, State
from states.recognition import recognition_flags, since_recognition
from states.refusal import Reason

_ENVELOPE = {"id", "do", "child", "by", "at", "opening"}


def detail_of(command: Base) -> dict[str, Any]:
    """What was sent, as the part of an entry that is sealed."""
    return command.model_dump(mode="json", exclude=_ENVELOPE, exclude_defaults=True)


def refuse(rule: str, text: str, source: str, remedy: str, *also: str) -> NotAllowedError:
    """A refusal with one reason, to be raised."""
    reason = Reason(rule=rule, text=text, source=source, remedy=remedy, also=also)
    return NotAllowedError(rule.split("/", maxsplit=1)[0], [reason])


def professional(command: Base) -> None:
    """Only somebody who works in the case records this; a family speaks for itself (00-B)."""
    if command.by.role in PROFESSIONALS:
        return
    raise refuse(
        "recorder",
        "Dit wordt vastgelegd door een medewerker.",
        "00-B",
        "Vertel het aan uw contactpersoon. Die legt het vast.",
    )


def said_at(draft: Drafting, command: Base) -> datetime:
    """The moment a command speaks of; never later than now (NX-12)."""
    at = command.at or draft.now
    if at > draft.now:
        raise refuse(
            "NX-12",
            "Dit moment ligt in de toekomst. Wat nog niet gebeurd is, kan niet worden vastgelegd.",
            "NX-12",
            "Leg het vast als het gebeurd is. Toestemming en beschikkingen mogen wel een latere begindatum hebben.",
        )
    return at


def moved_at(draft: Drafting, command: Base, child: ChildFile) -> datetime:
    """The moment of a move that people make: not before the child came where it is now."""
    at = said_at(draft, command)
    if child.since is not None and at < child.since:
        raise refuse(
            "order-of-events",
            f"Op dat moment was de situatie van het kind nog anders dan nu "
            f"({DUTCH[child.state]}, sinds {child.since.isoformat()}).",
            "NX-13",
            "Kies een moment na het begin van de huidige situatie, of leg eerst het eerdere feit vast.",
        )
    return at


def known(draft: Drafting, command: Base) -> ChildFile:
    """The file of a child that is in the case."""
    child = draft.case.children.get(command.child)
    if child is None or (child.state is State.NONE and not child.orders):
        raise refuse(
            "unknown-child",
            "Dit kind is nog niet aangemeld in deze zaak.",
            "Jw 2.3; TR-01",
            "Meld het kind eerst aan (report), of leg de beschikking vast (court_order, import_measure).",
        )
    return child


def register_child(draft: Drafting, command: Base, opening: Opening, at: datetime) -> None:
    """Write down who the child is; its name and number are sealed."""
    detail = opening.model_dump(mode="json", include={"name", "bsn", "names"}, exclude_none=True)
    event = ChildRegistered(
        born=opening.born,
        expected=opening.expected,
        mother=opening.mother,
        municipality=opening.municipality or None,
        region=opening.region,
        authority=since_recognition(opening.authority),
        flags=recognition_flags(opening.authority),
    )
    draft.emit(command.child, event, at, detail=detail)


def no_row(child: ChildFile, rule: str, remedy: str) -> NotAllowedError:
    """The table has no row from where the child stands."""
    return refuse(
        rule,
        f"Dit kan niet vanuit de huidige situatie: {DUTCH[child.state]}.",
        "domein 3, tabel van overgangen",
        remedy,
    )
