"""Which acts are possible for a child now, by whom, which are not, and what would make them so (R-51)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from states.acts.act import Act, Cell
from states.acts.may import Answer, Verdict, may
from states.acts.scene import Scene
from states.editions.book import rules
from states.facts import ChildFile
from states.people import Actor, Role


@dataclass(frozen=True, slots=True)
class ActOption:
    """One act for one child: the best answer that anybody gets who may do it at all, and who gets it.

    ``absent``: the act does not exist where the child stands.
    """

    number: int
    title: str
    who: frozenset[Role]
    verdict: Verdict
    absent: bool


_ORDER = (Answer.ALLOWED, Answer.CONSENT, Answer.COURT, Answer.FORBIDDEN)


def act_options(child: ChildFile, at: datetime) -> tuple[ActOption, ...]:
    """Every act of the catalogue for one child, at a moment (UTC)."""
    scene = Scene(child, at)
    somebody = {role: _somebody(role, scene) for role in Role}
    return tuple(_option(act, scene, somebody) for act in rules(at).acts.values())


def _option(act: Act, scene: Scene, somebody: Mapping[Role, Actor]) -> ActOption:
    asked = ((role, by) for role, by in somebody.items() if role in act.who)
    found = [(role, may(act.number, scene.child, scene.at, by, scene=scene)) for role, by in asked]
    best = min((verdict for _, verdict in found), key=lambda v: (not v.holds, _ORDER.index(v.answer)))
    who = frozenset(role for role, verdict in found if (verdict.holds, verdict.answer) == (best.holds, best.answer))
    return ActOption(
        number=act.number,
        title=act.title,
        who=who,
        verdict=best,
        absent=act.cells[scene.standing.column] is Cell.ABSENT,
    )


def _somebody(role: Role, scene: Scene) -> Actor:
    """The one in a role who could do most: the GI of the title or of the lead, a parent with authority."""
    child, where = scene.child, scene.standing
    measure = where.measure or (where.outside.measure if where.outside else None)
    leads = child.regie.organisation if child.regie else None
    holders = scene.consents.holders if role is Role.PARENT else ()
    ids = {Role.YOUTH: child.id, Role.PARENT: holders[0] if holders else role.value}
    organisation = (measure.gi if measure else leads) if role is Role.GI else None
    return Actor(id=ids.get(role, role.value), role=role, organisation=organisation)
