"""Who gives help, and who looks along: a GI gives none, and help names its provider (Jw 3.2 lid 2; R-43, R-64)."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states.editions.bill import Bill
from states.editions.book import rules
from states.facts import ChildFile
from states.handlers.common import refuse
from states.people import Role
from states.terms.calendar import local_day
from states.work.allocation import Expertise
from states.work.carried import gis


def no_gi_gives_help(child: ChildFile, command: c.StartHelp, at: datetime) -> None:
    """Refuse help that a GI gives, unless the edition carries an experiment under Jw 12.1 (L19)."""
    if Bill.EXPERIMENT in rules(at).bills:
        return
    worker = command.worker or command.by
    named = {name.strip() for name in (command.provider, worker.organisation) if name}
    if worker.role is Role.GI or named & gis(child):
        raise refuse(
            "TR-02/gi",
            "Een gecertificeerde instelling (GI) geeft zelf geen jeugdhulp.",
            "Jw 3.2 lid 2; L19 (Jw 12.1)",
            "Kies een jeugdhulpaanbieder of het lokale team (provider, worker). De GI kan wel meedenken.",
        )


def own_organisation(command: c.StartHelp) -> str | None:
    """Which organisation gives the help itself, when no provider is named: the local team included."""
    worker = command.worker or command.by
    return None if command.provider else worker.organisation


def expertise(command: c.StartIntensiveHelp, at: datetime) -> Expertise | None:
    """Since when somebody looks along on safety: from the start, unless an earlier day is named.

    Raises:
        NotAllowedError: the day lies after the start: it has to be attached before.
    """
    day = local_day(at)
    if command.expertise_on is not None and command.expertise_on > day:
        raise refuse(
            "TR-05/expertise_on",
            "Wie op de veiligheid meekijkt, moet er zijn voordat de intensieve hulp begint.",
            "kamerbrief 23-3-2020 (S30); R-43",
            f"Vul een dag in tot en met {day.isoformat()} (expertise_on), of begin later.",
        )
    return Expertise(on=command.expertise_on or day) if command.expertise.strip() else None
