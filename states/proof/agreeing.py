"""Who must consent and who does, read a second time from the papers (5.1)."""

from __future__ import annotations

from datetime import datetime

from states.consents.consent import GENERAL, Consent, Purpose
from states.facts import ChildFile
from states.people import AuthorityKind
from states.proof.ages import BANDS, band, day_of, holders


def able(child: ChildFile, purpose: Purpose, at: datetime, name: str | None = None) -> bool:
    """Whether the child can judge this decision: it is presumed to, unless somebody judged otherwise."""
    about = GENERAL if purpose is Purpose.INTENSIVE_HELP else name or GENERAL
    judged = [
        j
        for j in child.judgements
        if j.purpose is purpose
        and j.help == about
        and j.valid_from <= at
        and (j.ended_at is None or at < j.ended_at)
        and band(child.born, j.valid_from) == band(child.born, at)
    ]
    return not judged or max(judged, key=lambda j: j.valid_from).able


def required(
    child: ChildFile, at: datetime, purpose: Purpose = Purpose.HELP, name: str | None = None
) -> frozenset[str]:
    """Who must consent (7.3.4, 7.3.5, 7.3.15): under 12 the holders, 12 to 15 both, from 16 the youth."""
    age, people = band(child.born, at), holders(child, at)
    if age != BANDS[0] and not able(child, purpose, at, name):
        return people if age != BANDS[-1] else frozenset(_for_adult(child, at))
    young = frozenset({child.id}) if age != BANDS[0] else frozenset()
    return young | (people if age in BANDS[:2] else frozenset())


def _for_adult(child: ChildFile, at: datetime) -> set[str]:
    day = day_of(at)
    speaks = (a for a in child.authority if a.kind not in (AuthorityKind.PARENT, AuthorityKind.GUARDIAN))
    return {a.holder for a in speaks if (a.since is None or a.since <= day) and (a.until is None or day < a.until)}


def counts(child: ChildFile, consent: Consent, at: datetime) -> bool:
    """Whether a consent counts: begun, not stopped, and an own one of the age band of now (5.1)."""
    stops = [end for end in (consent.valid_until, consent.withdrawn_at, consent.ended_at) if end]
    if consent.valid_from > at or any(end <= at for end in stops):
        return False
    return consent.person != child.id or band(child.born, consent.valid_from) == band(child.born, at)


def yes(child: ChildFile, purpose: Purpose, at: datetime, name: str | None = None) -> frozenset[str]:
    """Who says yes to a purpose now, of a named help or of any; a judge may have said it for one of two."""
    said = [c for c in child.consents if c.purpose is purpose and (name is None or c.help == name)]
    valid = [c for c in said if counts(child, c, at)]
    own = frozenset(c.person for c in valid if c.order is None)
    others = own & holders(child, at)
    return own | {c.person for c in valid if c.order is not None and others - {c.person}}


def excused(child: ChildFile, at: datetime, name: str | None) -> frozenset[str]:
    """Whose yes to help is not needed now: presumed for a while (L13), or by an exception for this help."""
    found = {p.person for p in child.presumed if at < p.until}
    for departure in child.departures:
        over = [end for end in (departure.valid_until, departure.ended_at) if end]
        if departure.help == name and departure.valid_from <= at and all(at < end for end in over):
            found.update(departure.persons)
    return frozenset(found)


def lacking(
    child: ChildFile, purpose: Purpose, at: datetime, name: str | None = None, *, explicit: bool = False
) -> frozenset[str]:
    """Who still has to say yes; ``explicit``: an exception does not help, as for intensive help."""
    given = yes(child, purpose, at, name)
    if purpose is Purpose.HELP and not explicit:
        given |= excused(child, at, name)
    return required(child, at, purpose, name) - given


def complete(
    child: ChildFile, purpose: Purpose, at: datetime, name: str | None = None, *, explicit: bool = False
) -> bool:
    """Whether everybody who must say yes does; where nobody can, nobody does."""
    must = required(child, at, purpose, name)
    if band(child.born, at) in BANDS[:2] and not holders(child, at):
        return False
    return bool(must) and not lacking(child, purpose, at, name, explicit=explicit)


def some_help(child: ChildFile, at: datetime) -> bool:
    """Whether there is a help to which all consent now."""
    names = {c.help for c in child.consents if c.purpose is Purpose.HELP}
    names |= {departure.help for departure in child.departures}
    names |= {child.help.name} if child.help else set()
    return any(complete(child, Purpose.HELP, at, name) for name in names)
