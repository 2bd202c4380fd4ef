"""What happens in a child's life: it is born, moves house or dies; and a file that was never meant."""

from __future__ import annotations

from datetime import datetime

from states import commands as c
from states import events as e
from states.drafting import Drafting
from states.editions.book import rules
from states.facts import ChildFile, Task
from states.handlers.common import detail_of, known, moved_at, no_row, professional, refuse, said_at
from states.orders.powers.birth import at_birth
from states.position import INTENSIVE, RAAD, ClosedReason, State
from states.region import RegionPeriod
from states.terms.calendar import day_start, local_day
from states.undoing.death import ended_by_death


def report_birth(draft: Drafting, command: c.ReportBirth) -> None:
    """L20: the day of birth takes the place of the expected day, and every term is counted anew."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    if child.born is not None or child.state is State.CLOSED:
        raise refuse(
            "birth/known",
            "De geboortedag van dit kind is al bekend, of het dossier is dicht.",
            "BW 1:2",
            "Klopt de dag niet? Leg dat vast als notitie (note) en vraag om herstel.",
        )
    if command.born > local_day(at):
        raise refuse(
            "birth/future",
            "De geboortedag ligt in de toekomst.",
            "BW 1:2; NX-12",
            "Leg de geboorte vast als het kind er is.",
            "NX-12",
        )
    event = e.ChildBorn(born=command.born, authority=command.authority)
    detail = {"names": command.names} if command.names else {}
    draft.emit(child.id, event, at, rules=("L20",), detail={**detail_of(command), **detail})
    measures, placements = at_birth(draft.child(child.id))
    if measures or placements:
        changed = e.PowersChanged(measures=measures, placements=placements)
        draft.emit(child.id, changed, at, rules=("L20",))


def relocate(draft: Drafting, command: c.Relocate) -> None:
    """TR-14, TR-29: another municipality answers for the child; help and framework stay what they are."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    period = RegionPeriod(mode=command.region, since=local_day(at))
    row = draft.move(
        child.id,
        "relocate",
        at,
        command=command,
        detail=detail_of(command),
        municipality=command.municipality,
        region=period,
        gi_proposed=command.gi if child.state in RAAD else None,
        raad=child.raad,
    )
    if row is None:
        raise no_row(child, "TR-14/from", "Meld het kind eerst (opnieuw) aan (report), in de nieuwe gemeente.")
    _lead_must_change(draft, draft.child(child.id), period, at)


def change_region(draft: Drafting, command: c.ChangeRegion) -> None:
    """A mode counts from a day on; what runs then runs on, and the college hears that the lead must change."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    added = [*command.adds_states, *command.adds_powers, *command.longer_terms]
    if added:
        raise refuse(
            "NX-15",
            f"Een regio kan geen situatie, bevoegdheid of langere termijn toevoegen: {', '.join(added)}.",
            "invariant 11; R-37, R-61; NX-15",
            "Een regio kan functies een eigen naam geven (functions), taken toevoegen (tasks), en kiezen wie "
            "intensieve vrijwillige hulp leidt (mode).",
        )
    period = RegionPeriod(mode=command.mode, since=command.since or local_day(at))
    if period.since < local_day(at):
        raise refuse(
            "region/since",
            "De nieuwe werkwijze begint op een dag die al voorbij is.",
            "R-39",
            "Kies vandaag of een latere dag (since).",
        )
    tasks = tuple(
        Task(id=draft.new_id(f"{child.id}/region{n}"), code="region", role="local_team", text=text)
        for n, text in enumerate(command.tasks)
    )
    event = e.RegionChanged(period=period, tasks=tasks)
    draft.emit(child.id, event, at, rules=("R-39",), detail=detail_of(command))
    _lead_must_change(draft, draft.child(child.id), period, at)


def _lead_must_change(draft: Drafting, child: ChildFile, period: RegionPeriod, at: datetime) -> None:
    """Tell the college when intensive help has a lead that its mode does not know; nobody is moved by it."""
    if child.state not in INTENSIVE or child.regie is None:
        return
    if child.regie.lead in rules(max(at, day_start(period.since))).leads[period.mode]:
        return
    text = (
        f"Vanaf {period.since.isoformat()} voert hier een ander de regie. Bespreek met het gezin de wissel (TR-07); "
        "tot die tijd gaat de hulp door."
    )
    task = Task(id=draft.new_id(f"{child.id}/lead"), code="lead", role="college", text=text)
    draft.emit(child.id, e.Noted(topic="lead", on=period.since, tasks=(task,)), at, rules=("R-39",))


def report_death(draft: Drafting, command: c.ReportDeath) -> None:
    """TR-78: every power ends, the file closes, and somebody looks whether the inspectie must hear (T33)."""
    child = known(draft, command)
    at = max(said_at(draft, command), child.since or said_at(draft, command))
    over = e.PowersChanged(
        measures=ended_by_death(child.measures, at),
        placements=ended_by_death(child.placements, at),
        secures=ended_by_death(child.secures, at),
    )
    if over.measures or over.placements or over.secures:
        draft.emit(child.id, over, at, rules=("TR-78",))
    draft.move(child.id, "death", at, command=command, detail=detail_of(command), closed_reason=ClosedReason.DIED)


def close_in_error(draft: Drafting, command: c.CloseInError) -> None:
    """TR-79: from V; from R only when the Raad confirms."""
    child = known(draft, command)
    at = moved_at(draft, command, child)
    row = draft.move(
        child.id,
        "close_in_error",
        at,
        command=command,
        detail=detail_of(command),
        closed_reason=ClosedReason.OPENED_IN_ERROR,
    )
    if row is None:
        remedy = "Een maatregel eindigt door de rechter. Verkeerd vastgelegd? Laat het herstellen (TR-82)."
        raise no_row(child, "TR-79/from", remedy)
