"""Which acts are possible for a child now, by whom, which are not, and what would make them so (R-51)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from states.acts.act import Act, Cell
from states.acts.may import Answer, Verdict, may, standing
from states.acts.standing import Standing
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
    where = standing(child, at)
    return tuple(_option(act, child, at, where) for act in rules(at).acts.values())


def _option(act: Act, child: ChildFile, at: datetime, where: Standing) -> ActOption:
    found = [(role, may(act.number, child, at, _somebody(role, child, at, where))) for role in Role if role in act.who]
    best = min((verdict for _, verdict in found), key=lambda v: (not v.holds, _ORDER.index(v.answer)))
    who = frozenset(role for role, verdict in found if (verdict.holds, verdict.answer) == (best.holds, best.answer))
    return ActOption(
        number=act.number,
        title=act.title,
        who=who,
        verdict=best,
        absent=act.cells[where.column] is Cell.ABSENT,
    )


def _somebody(role: Role, child: ChildFile, at: datetime, where: Standing) -> Actor:
    """The one in a role who could do most: the GI of the title or of the lead, a parent with authority."""
    measure = where.measure or (where.outside.measure if where.outside else None)
    leads = child.regie.organisation if child.regie else None
    holders = child.consents_at(at).holders if role is Role.PARENT else ()
    ids = {Role.YOUTH: child.id, Role.PARENT: holders[0] if holders else role.value}
    organisation = (measure.gi if measure else leads) if role is Role.GI else None
    return Actor(id=ids.get(role, role.value), role=role, organisation=organisation)
