"""What may be done for a child, as people read it: acts and moves, and what would make them possible."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rich.console import RenderableType

from casetool.screen import table
from casetool.telling import Names, named
from states.acts.act import CARE, WORKERS
from states.acts.may import Answer
from states.acts.options import ActOption, act_options
from states.facts import ChildFile
from states.moves.needs import ROLE_NAMES
from states.moves.options import Option
from states.people import PROFESSIONALS, Role

ANSWERS: dict[Answer, str] = {
    Answer.ALLOWED: "mag",
    Answer.CONSENT: "mag, met de toestemming die er is",
    Answer.COURT: "mag, door de beslissing van de rechter",
}
"""What people read for an act that is possible."""

CLOSED: dict[Answer, str] = {
    Answer.CONSENT: "alleen met toestemming",
    Answer.COURT: "alleen door de rechter",
    Answer.FORBIDDEN: "mag niet",
}
"""What people read for an act that is not possible now."""


WHO: dict[frozenset[Role], str] = {
    WORKERS: "elke medewerker, ook van de Raad",
    CARE: "elke medewerker, niet van de Raad",
    PROFESSIONALS: "elke medewerker",
}
"""The groups that come back again and again."""


def _who(roles: frozenset[Role]) -> str:
    return WHO.get(roles) or ", ".join(ROLE_NAMES[role] for role in Role if role in roles)


def moves_shown(found: Iterable[Option]) -> list[RenderableType]:
    """Which moves are possible, and which are not."""
    options = list(found)
    yes = table("Deze stappen kunnen nu", ("id",), "wat", "door wie", "wat u nodig heeft")
    no = table("Deze stappen kunnen nu niet", ("id",), "wat", "waarom niet", "wat het mogelijk maakt", "bron")
    yes.show_lines = no.show_lines = True
    for option in options:
        if option.possible:
            yes.add_row(option.id, option.title, option.who, _listed(reason.text for reason in option.needed))
            continue
        no.add_row(
            option.id,
            option.title,
            "\n".join(reason.text for reason in option.blocked),
            "\n".join(reason.remedy for reason in option.blocked),
            "\n".join(dict.fromkeys(reason.source for reason in option.blocked)),
        )
    return [yes, no]


def acts_shown(child: ChildFile, at: datetime, names: Names) -> list[RenderableType]:
    """Which acts are possible, by whom and with what; which are not, why, and what is possible instead."""
    found = act_options(child, at)
    yes = table("Deze handelingen kunnen nu", ("nr",), "wat", "antwoord", "door wie", "wat u nodig heeft", "bron")
    no = table("Deze handelingen kunnen nu niet", ("nr",), "wat", "antwoord", "waarom niet", "wat wel kan", "bron")
    yes.show_lines = no.show_lines = True
    for option in found:
        verdict = option.verdict
        number = str(option.number)
        if verdict.holds:
            needed = _listed(need.text for need in verdict.needs)
            yes.add_row(number, option.title, ANSWERS[verdict.answer], _who(option.who), needed, verdict.basis)
        elif not option.absent:
            said = CLOSED.get(verdict.answer, "nog niet")
            no.add_row(number, option.title, said, named(verdict.text, names), verdict.alternative, verdict.basis)
    why = "Bij elke handeling hoort ook: waarom u dit doet, in gewone woorden (reason)."
    return [yes, f"[dim]{why}[/]", no, f"[dim]{_absent(found)}[/]"]


def _absent(found: Iterable[ActOption]) -> str:
    names = "; ".join(f"{option.number} {option.title}" for option in found if option.absent)
    return f"Bestaat in deze situatie niet: {names or 'niets'}."


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"• {text}" for text in texts) or "–"
