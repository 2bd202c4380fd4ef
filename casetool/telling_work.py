"""Entries about good work, and what the file shows of it, as people read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from states.facts import ChildFile
from states.terms.calendar import local_day
from states.work import goal as goals
from states.work import statement as statements
from states.work.carried import DUTCH, Carried, shown_at
from states.work.checklist import FUNCTIONS, TEMPLATES, Filled
from states.work.goal import Goal
from states.work.offer import Offer
from states.work.reflection import ReflectionKind
from states.work.statement import Statement

Entry = dict[str, Any]
KINDS: dict[ReflectionKind, str] = {
    ReflectionKind.REFLECTION: "reflectie",
    ReflectionKind.MORAL_DELIBERATION: "moreel beraad",
}
ABOUT: dict[str, str] = {
    "request": "het verzoek aan de Raad",
    "petition": "het verzoek aan de rechter",
    "framework": "de wisseling van kader",
}


class Names(Protocol):
    """Who is who."""

    def name_of(self, id_: str) -> str:
        """The name of a person."""
        ...


def _many(ids: tuple[str, ...] | list[str], names: Names) -> str:
    return ", ".join(names.name_of(one) for one in ids)


def reflection(entry: Entry, names: Names) -> str:
    """That it was held, and who took part; never what was said."""
    found = entry["facts"]["reflection"]
    kind = KINDS[ReflectionKind(found["kind"])]
    return f"{kind} gehouden op {found['on']} met {_many(found['took_part'], names)}; alleen zij lezen de inhoud"


def statement(entry: Entry, names: Names) -> str:
    """A statement, the last answer of the family to it, or its last use by another organisation."""
    found = Statement.model_validate(entry["facts"]["statement"])
    data = entry["detail"].get("data") or {}
    title = f"{statements.KINDS[found.kind]} ({key_of(found.id)})"
    if "ground" in data and found.reuses:
        used = found.reuses[-1]
        return f"{title} opnieuw gebruikt door {used.organisation}, op grond van {statements.GROUNDS[used.ground]}"
    if "reply" in data:
        return f"reactie van het gezin ({_many(found.replied, names)}) op {title}: {data['reply']}"
    words = f": {data['statement']} (bron: {data['source']})" if data.get("statement") else ""
    return f"{title} van {found.on}{words}"


def grounds(entry: Entry, _names: object) -> str:
    """Which texts were given."""
    return (
        f"drie teksten bij {ABOUT[entry['facts']['about']]}: niets lichters, niet meer dan nodig, belang van het kind"
    )


def goal(entry: Entry, names: Names) -> str:
    """A goal is set or over."""
    found = Goal.model_validate(entry["facts"]["goal"])
    data = entry["detail"].get("data") or {}
    title = f"doel {goals.KINDS[found.kind]} ({key_of(found.id)})"
    if found.ended is not None:
        return f"{title}: {'bereikt' if found.reached else 'losgelaten'} op {found.ended}"
    words = f": {data['goal']}" if data.get("goal") else ""
    return f"{title}{words}, door {names.name_of(found.owner.id)}, voor {found.due}"


def checklist(entry: Entry, _names: object) -> str:
    """Which questions have an answer, and which have none yet."""
    return checklist_line(Filled.model_validate(entry["facts"]["filled"]))


def certificate(entry: Entry, _names: object) -> str:
    """How long a GI has its certificate."""
    found = entry["facts"]["certificate"]
    return f"certificaat van {found['gi']}: geldig tot en met {found['valid_until']}"


def allocated(entry: Entry, names: Names) -> str:
    """Who does the work, on whose registration."""
    found = entry["facts"]["allocation"]
    who = names.name_of(found["worker"])
    if found["responsible"] == found["worker"]:
        return f"werk toegedeeld aan {who}"
    return f"werk toegedeeld aan {who}, onder verantwoordelijkheid van {names.name_of(found['responsible'])}"


def expertise(entry: Entry, _names: object) -> str:
    """Somebody looks along on safety."""
    return f"iemand met kennis van veiligheid kijkt mee vanaf {entry['facts']['expertise']['on']}"


def offer(entry: Entry, names: Names) -> str:
    """Help was offered, or somebody answered."""
    return f"aanbod: {offer_line(Offer.model_validate(entry['facts']['offer']), names)}"


def offer_line(found: Offer, names: Names) -> str:
    """An offer as it stands: what, when, and what each said. A no has no consequence."""
    said = [f"{names.name_of(one.person)} {'ja' if one.accepted else 'nee'} op {one.on}" for one in found.replies]
    said += [f"{names.name_of(person)} nog geen antwoord" for person in found.waiting]
    return f"{found.help}, door {found.provider}, aangeboden op {found.on}: {'; '.join(said)}"


def key_of(id_: str) -> str:
    """How the file calls a statement or a goal."""
    return id_.rsplit("/", 1)[-1]


def checklist_line(filled: Filled) -> str:
    """A checklist as it stands, with the basic functions that it is about."""
    open_ = f"; nog open: {', '.join(filled.missing)}" if filled.missing else "; alles beantwoord"
    about = ", ".join(FUNCTIONS[one] for one in FUNCTIONS if one in filled.functions)
    return f"{TEMPLATES[filled.checklist].title} ({filled.on}){open_} [basisfuncties: {about}]"


def goal_line(found: Goal, names: Names) -> str:
    """A goal as it stands."""
    title = f"{goals.KINDS[found.kind]} ({key_of(found.id)}), {names.name_of(found.owner.id)}, voor {found.due}"
    if found.ended is None:
        return title
    return f"{title}: {'bereikt' if found.reached else 'losgelaten'} op {found.ended}"


def statement_line(found: Statement, names: Names) -> str:
    """A statement as it stands: what it is, and whether the family answered."""
    said = f"reactie van {_many(found.replied, names)}" if found.replied else "nog geen reactie van het gezin"
    again = f"; opnieuw gebruikt door {', '.join(r.organisation for r in found.reuses)}" if found.reuses else ""
    return f"{statements.KINDS[found.kind]} {key_of(found.id)} ({found.on}): {said}{again}"


def carried_line(carried: Carried) -> str:
    """How one thing goes on after a change of framework."""
    return f"{carried.what}: {DUTCH[carried.how]}. {carried.why}"


def help_line(child: ChildFile) -> str | None:
    """The help that runs and who gives it, the local team itself included."""
    if child.help is None:
        return None
    given = child.help.provider or child.help.own or "niet bekend wie die geeft"
    return f"{child.help.name}, door {given}, sinds {local_day(child.help.since)}"


def sections(child: ChildFile, names: Names, at: datetime) -> tuple[tuple[str, list[str]], ...]:
    """What the page of a child shows about the work."""
    work, given = child.work, help_line(child)
    held = [f"{KINDS[one.kind]} op {one.on}, met {_many(one.took_part, names)}" for one in work.reflections]
    return (
        ("Hulp", [given] if given else []),
        ("Aangeboden hulp", [offer_line(one, names) for one in work.offers]),
        ("Doelen", [goal_line(one, names) for one in work.goals]),
        ("Uitspraken", [statement_line(one, names) for one in work.statements]),
        ("Lijsten", [checklist_line(one) for one in work.checklists]),
        ("Reflectie", held),
        ("Na de wisseling van kader", [carried_line(one) for one in shown_at(child, at)]),
    )
