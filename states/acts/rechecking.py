"""Looking again at acts that were done before a fact was known (NX-13).

A late order, a withdrawal that was said earlier, a correction or an annulment can take the ground from
under an act. Nothing is undone: each such act is flagged, for somebody to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.acts.may import may
from states.acts.standing import standing
from states.drafting import Drafting
from states.events import Noted
from states.facts import ChildFile, Registered
from states.people import Actor
from states.position import DUTCH
from states.refusal import Flag


def look_back(draft: Drafting, before: ChildFile, since: datetime) -> None:
    """Flag the acts from a moment until now whose ground is not what it was thought to be."""
    after = draft.child(before.id)
    flags = tuple(
        Flag(
            rule="NX-13", text=f"Handeling {act.act} van {act.at.isoformat()} (regel {act.seq}): {why}", source="NX-13"
        )
        for act in before.acts
        if since <= act.at <= draft.now
        for why in _lost(act, before, after)
    )
    if flags:
        draft.emit(before.id, Noted(topic="recheck", flags=flags), draft.now, rules=("NX-13",))


def _lost(act: Registered, before: ChildFile, after: ChildFile) -> Iterator[str]:
    was, now = standing(before, act.at), standing(after, act.at)
    if was.column != now.column:
        yield f"gedaan onder '{DUTCH[was.state]}'. Toen gold al '{DUTCH[now.state]}'. Kijk deze na."
        return
    if act.role is None:
        return
    by = Actor(id=act.by, role=act.role, organisation=act.organisation)
    verdict = may(act.act, after, act.at, by)
    if not verdict.holds and may(act.act, before, act.at, by).holds:
        yield f"met wat nu bekend is, mocht dit niet. {verdict.text} Kijk deze na."
