"""Who keeps sight on safety, and which help runs under a measure: facts that change no state and no power."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.position import DUTCH, MEASURE
from states.signals.folding import UNDECIDED
from states.signals.tasks import KEEPS_SIGHT, NO_HELP
from states.terms.calendar import local_day


def keep_sight(draft: Drafting, command: c.KeepSight) -> None:
    """Somebody is named who keeps sight on safety while there is no help and no measure."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.state not in UNDECIDED:
        raise refuse(
            "keep_sight/where",
            f"Dit hoort bij de afweging of bij een onderzoek van de Raad. Nu is de situatie: {DUTCH[child.state]}.",
            "00-A (T44)",
            "In hulp of een maatregel houdt de hulpverlener of de GI zicht. Leg afspraken daarover vast als notitie.",
        )
    if (command.keeps_sight is None) is not command.stops:
        raise refuse(
            "keep_sight/person",
            "Nodig: wie zicht houdt op de veiligheid, of dat niemand dat meer doet.",
            "00-A (T44)",
            "Vul in wie (keeps_sight), of stops = true.",
        )
    done = tuple(t.id for t in child.tasks if t.code == KEEPS_SIGHT) if command.keeps_sight else ()
    event = e.SightKept(person=command.keeps_sight, tasks_done=done)
    draft.emit(child.id, event, at, rules=("S2",), detail=detail_of(command))


def report_help(draft: Drafting, command: c.ReportHelp) -> None:
    """Help runs under a measure, or stopped."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    day = command.on or local_day(at)
    if child.state not in MEASURE:
        raise refuse(
            "report_help/where",
            f"Er loopt geen maatregel. Nu is de situatie: {DUTCH[child.state]}.",
            "Jw 3.5 lid 1",
            "Vrijwillige hulp begint met toestemming (give_consent, start_help).",
        )
    if day > local_day(draft.now):
        raise refuse(
            "NX-12",
            "Deze dag ligt in de toekomst. Wat nog niet gebeurd is, kan niet worden vastgelegd.",
            "NX-12",
            "Leg het vast als het gebeurd is.",
        )
    open_ = next((run for run in child.help_runs if run.name == command.help and run.ended is None), None)
    if command.stopped and (open_ is None or day < open_.since):
        raise refuse(
            "report_help/open",
            "Deze hulp loopt niet volgens het dossier, of begon pas later.",
            "Jw 3.5 lid 1",
            "Leg eerst vast dat de hulp begon (report_help), of kies een latere dag (on).",
        )
    done = () if command.stopped else tuple(t.id for t in child.tasks if t.code == NO_HELP)
    event = e.HelpReported(help=command.help, runs=not command.stopped, on=day, tasks_done=done)
    draft.emit(child.id, event, at, rules=("S1",), detail=detail_of(command))
