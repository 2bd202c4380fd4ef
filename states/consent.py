"""Consent: who must give it, for what, and whether a set of consents is complete at a moment.

Three purposes never stand in for one another: help, sharing of information, intensive help.
Sources: Jw 7.3.4, 7.3.5, 7.3.11, 7.3.15, 7.3.16; domain table 5.1 as amended (L13).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from states.book import rules
from states.calendar import local_day
from states.consent_table import Consenter
from states.people import AgeBand, Authority, Stored, age_band

GENERAL = "general"
"""The name of a help that nobody named."""


class Purpose(StrEnum):
    """What a consent is for."""

    HELP = "help"
    SHARING = "sharing"
    INTENSIVE_HELP = "intensive_help"


class Lead(StrEnum):
    """Who leads intensive voluntary help: a worker of the GI, or the local team."""

    GI = "gi"
    LOCAL_TEAM = "local_team"


class Consent(Stored):
    """One person's consent to one purpose, from a moment up to (not including) its end.

    ``band`` is the age band of a youth on the day from which an own consent counts: an own consent
    does not outlive that band, because at 12, 16 and 18 the law asks another set of people.
    ``leads`` names the leads an intensive-help consent covers; empty means the one first agreed.
    """

    id: str
    person: str
    purpose: Purpose
    help: str = GENERAL
    given_at: datetime
    valid_from: datetime
    valid_until: datetime | None = None
    withdrawn_at: datetime | None = None
    ended_at: datetime | None = None
    band: AgeBand | None = None
    leads: tuple[Lead, ...] = ()

    @property
    def end(self) -> datetime | None:
        """The earliest of expiry, withdrawal and the start of a measure; ``None``: open."""
        ends = [end for end in (self.valid_until, self.withdrawn_at, self.ended_at) if end]
        return min(ends) if ends else None

    def valid(self, at: datetime) -> bool:
        """Whether it counts at a moment."""
        end = self.end
        return self.valid_from <= at and (end is None or at < end)


class Presumption(Stored):
    """Consent presumed for help that is not intrusive, up to a moment (Jw 7.3.16 lid 2, L13)."""

    person: str
    until: datetime


class Consents:
    """The consents around one child, asked at one moment."""

    def __init__(  # noqa: PLR0913, PLR0917 - the facts that the law names
        self,
        child: str,
        born: date | None,
        authority: Iterable[Authority],
        consents: Iterable[Consent],
        presumed: Iterable[Presumption],
        at: datetime,
    ) -> None:
        """Look at the facts at the moment ``at`` (UTC)."""
        self.child = child
        self.band = age_band(born, at)
        self.at = at
        day = local_day(at)
        self.holders = tuple(a.holder for a in authority if a.holds(day))
        self.valid = tuple(c for c in consents if c.valid(at) and self._own_band(c))
        self.presumed = frozenset(p.person for p in presumed if at < p.until)

    def _own_band(self, consent: Consent) -> bool:
        return consent.person != self.child or consent.band == self.band

    @property
    def required(self) -> tuple[str, ...]:
        """Who must consent now: by age, and by who has authority (table 5.1)."""
        people = {Consenter.CHILD: (self.child,), Consenter.HOLDERS: self.holders, Consenter.REPRESENTATIVE: ()}
        row = next(r for r in rules(self.at).consent if r.band is self.band and r.capable)
        return tuple(person for who in row.who for person in people[who])

    @property
    def nobody_has_authority(self) -> bool:
        """A child under 16 for whom nobody can consent: an alarm, never a yes."""
        return not self.holders and self.band in (AgeBand.UNDER_12, AgeBand.FROM_12)

    def giving(self, purpose: Purpose, help_name: str | None = None) -> tuple[Consent, ...]:
        """The valid consents of required people for a purpose (and, if given, a named help)."""
        return tuple(
            c
            for c in self.valid
            if c.purpose is purpose and c.person in self.required and (help_name is None or c.help == help_name)
        )

    def missing(self, purpose: Purpose, help_name: str | None = None) -> tuple[str, ...]:
        """Who still has to consent; nobody, when the set is complete.

        For help that nobody named, the named help that lacks the fewest people is looked at.
        """
        if help_name is None and purpose is Purpose.HELP:
            names = {c.help for c in self.giving(purpose)} or {GENERAL}
            return min((self._lacking(purpose, name) for name in sorted(names)), key=len)
        return self._lacking(purpose, help_name)

    def _lacking(self, purpose: Purpose, help_name: str | None) -> tuple[str, ...]:
        given = {c.person for c in self.giving(purpose, help_name)}
        if purpose is Purpose.HELP:
            given |= self.presumed
        return tuple(person for person in self.required if person not in given)

    def complete(self, purpose: Purpose, help_name: str | None = None) -> bool:
        """Whether everybody who must consent does so now."""
        if self.nobody_has_authority or not self.required:
            return False
        return not self.missing(purpose, help_name)

    def complete_help(self, running: str | None = None) -> str | None:
        """The name of a help to which everybody consents now, or ``None``; a running one first."""
        if self.nobody_has_authority or not self.required:
            return None
        named = sorted({c.help for c in self.giving(Purpose.HELP)})
        for name in [running, *named] if running else named:
            if not self._lacking(Purpose.HELP, name):
                return name
        return None
