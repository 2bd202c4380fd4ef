"""Consent as a fact: who gave it, to what, from when, until when.

Three purposes never stand in for one another: help, sharing of information, intensive help.
Sources: Jw 7.3.4, 7.3.11; BW 1:253a; domain table 5.1 as amended (L13).
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from states.people import AgeBand, Stored

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


def subject_of(purpose: Purpose, help_name: str) -> str:
    """The decision that a consent is about: intensive help is one, whatever help goes with it."""
    return GENERAL if purpose is Purpose.INTENSIVE_HELP else help_name


def sharing_of(source: str, receiver: str, aim: str) -> str:
    """The name of one sharing of information: from whom, to whom, for what (Jw 7.3.11)."""
    return f"{source}/{receiver}/{aim}"


class Consent(Stored):
    """One person's consent to one purpose, from a moment up to (not including) its end.

    ``band`` is the age band of a youth on the day from which an own consent counts: an own consent
    does not outlive that band, because at 12, 16 and 18 the law asks another set of people.
    ``leads`` names the leads an intensive-help consent covers; empty means the one first agreed.
    ``help`` names the help; for sharing it names source, receiver and aim. ``order`` is the decision
    by which the court replaced this person's consent (BW 1:253a): the person did not give it itself.
    ``ended_by`` is the appeal, or the decision on it, that stopped such a decision from working (Rv 360).
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
    ended_by: str | None = None
    band: AgeBand | None = None
    leads: tuple[Lead, ...] = ()
    order: str | None = None

    @property
    def subject(self) -> str:
        """The decision it is about; two consents count together only when this is the same."""
        return subject_of(self.purpose, self.help)

    @property
    def end(self) -> datetime | None:
        """The earliest of expiry, withdrawal and the start of a measure; ``None``: open."""
        end = self.valid_until
        for other in (self.withdrawn_at, self.ended_at):
            if other is not None and (end is None or other < end):
                end = other
        return end

    def valid(self, at: datetime) -> bool:
        """Whether it counts at a moment."""
        return self.valid_from <= at and ((end := self.end) is None or at < end)


class Presumption(Stored):
    """Consent presumed for help that is not intrusive, up to a moment (Jw 7.3.16 lid 2, L13)."""

    person: str
    until: datetime
