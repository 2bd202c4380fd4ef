"""The family that every contender moves: the same commands, in the same order, for every case.

The move that is measured is TR-07, the lead of intensive help, from the GI to the local team and
back: a change of state with guards, a title, notices and a forecast.
"""

from __future__ import annotations

from datetime import date, timedelta

from states import commands as c
from states.consents.consent import Lead, Purpose
from states.people import Actor, Authority, Registration, Role
from states.region import RegionMode

PARENTS = ("anna", "bart")
_TODAY = date.today()  # noqa: DTZ011 - a day in a command, on the machine that sends it
_SKJ = Registration(registry="SKJ", number="1", valid_until=_TODAY + timedelta(days=3650))
_TEAM = Actor(id="team", role=Role.LOCAL_TEAM, organisation="Lokaal team", registration=_SKJ)
_COLLEGE = Actor(id="college", role=Role.COLLEGE, organisation="Gemeente")
_BEFORE = _TODAY - timedelta(days=2)


def child_of(case: str) -> str:
    """The child of a case: a child has one open case."""
    return f"{case}/child"


def opening(case: str) -> list[c.Base]:
    """From nothing to intensive help that is led by the GI, with both leads agreed to."""
    child = child_of(case)
    born = date(_TODAY.year - 7, 3, 6)
    authority = tuple(Authority(holder=parent) for parent in PARENTS)
    opened = c.Opening(
        name="Een kind",
        born=born,
        municipality="Zonstad",
        region=RegionMode.MIXED,
        authority=authority,
    )
    agreed = [
        c.GiveConsent(
            id=f"yes-{purpose}-{parent}",
            child=child,
            by=_TEAM,
            person=parent,
            purpose=purpose,
            leads=tuple(Lead) if purpose is Purpose.INTENSIVE_HELP else (),
        )
        for purpose in (Purpose.HELP, Purpose.INTENSIVE_HELP)
        for parent in PARENTS
    ]
    return [
        c.Report(id="report", child=child, by=_TEAM, opening=opened, report="school"),
        *agreed,
        c.StartHelp(
            id="help",
            child=child,
            by=_TEAM,
            frame_statement=_TODAY,
            rights_sheet=_TODAY,
            sheet_to=PARENTS,
            reason="De ouders willen hulp thuis.",
        ),
        c.StartIntensiveHelp(
            id="intensive",
            child=child,
            by=_TEAM,
            lead=Lead.GI,
            mandate=_BEFORE,
            why_more="De zorgen blijven.",
            expertise="gedragswetenschapper",
            reflection=_TODAY,
            told_may_stop=True,
            rights_sheet=_TODAY,
            sheet_to=PARENTS,
            plan="Het plan voor veiligheid.",
            review_on=_TODAY + timedelta(days=60),
        ),
    ]


def change_lead(case: str, number: int) -> c.Base:
    """The move that is measured: to the local team (even) and back to the GI (odd)."""
    return c.ChangeLead(
        id=f"lead-{number}",
        child=child_of(case),
        by=_COLLEGE,
        worker=_TEAM,
        lead=(Lead.LOCAL_TEAM, Lead.GI)[number % 2],
        mandate=_BEFORE,
        agreed_by=("Lokaal team", "GI"),
        sheet_to=PARENTS,
        reason="Het gezin wil een ander gezicht; beide organisaties zijn het eens.",
    )


def deliver(case: str, number: int) -> c.Base:
    """The notices that were due are delivered, so that a case stays as it was between rounds."""
    return c.DeliverNotices(id=f"told-{number}", child=child_of(case), by=_TEAM, recipients=PARENTS, how="brief")


def note(case: str, number: int) -> c.Base:
    """Something worth knowing."""
    return c.Note(id=f"note-{number}", child=child_of(case), by=_TEAM, text="Op school gaat het goed.")


def other_help(case: str, number: int, *, given: bool) -> c.Base:
    """A parent agrees to other help, and stops agreeing."""
    id_, child, person, help_ = f"other-{number}", child_of(case), PARENTS[0], "speltherapie"
    if given:
        return c.GiveConsent(id=id_, child=child, by=_TEAM, person=person, help=help_)
    return c.WithdrawConsent(id=id_, child=child, by=_TEAM, person=person, help=help_)
