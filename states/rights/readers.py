"""Who has to have a sheet of rights before something is done, and who has none yet (R-14; invariant 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.consents.consent import Purpose
from states.facts import ChildFile
from states.people import AgeBand
from states.position import Framework, State, framework_of


def readers(child: ChildFile, at: datetime) -> tuple[str, ...]:
    """Whoever has authority over a minor, and the youth from 12; of an adult the adult, and who speaks for it.

    ``at`` is UTC. Somebody without authority has a sheet too, but nothing waits for it.
    """
    consents = child.consents_at(at)
    if not child.is_minor(at):
        return (child.id, *consents.representatives)
    own = () if child.unborn(at) or consents.band is AgeBand.UNDER_12 else (child.id,)
    return tuple(dict.fromkeys((*consents.holders, *own)))


def must_have(child: ChildFile, at: datetime, help_name: str | None, *, intensive: bool = False) -> frozenset[str]:
    """The readers who cannot do without: the youth, and whoever has to agree to this help (table 5.1)."""
    consents = child.consents_at(at)
    agreeing = set(consents.asked(Purpose.HELP, help_name)) - consents.excused(Purpose.HELP, help_name)
    if intensive:
        agreeing.update(consents.asked(Purpose.INTENSIVE_HELP))
    return frozenset({child.id, *agreeing}.intersection(readers(child, at)))


def without_sheet_of(child: ChildFile, state: State, at: datetime) -> Iterator[tuple[str, bool]]:
    """The readers who did not get the sheet of a state since the child came where it stands; and is it said why not?"""
    lately = [s for s in child.sheets if child.since is None or s.at >= child.since]
    given = {s.person for s in lately if s.given and s.state is state}
    refused = {s.person for s in lately if not s.given}
    yield from ((person, person in refused) for person in readers(child, at) if person not in given)


def uninformed(child: ChildFile, at: datetime) -> tuple[str, ...]:
    """The readers who got no sheet about the measure since it began, and of whom nobody said why not.

    A sheet that was explained was given. A change from one measure to the next is no other framework.
    """
    begin = child.measured_since or child.since
    told = {s.person for s in child.sheets if _counts(s.state, s.at, begin)}
    told |= {s.person for s in child.explained if _counts(s.state, s.at, begin)}
    return tuple(person for person in readers(child, at) if person not in told)


def _counts(state: State, at: datetime, begin: datetime | None) -> bool:
    return framework_of(state) is Framework.COMPULSORY and (begin is None or at >= begin)
