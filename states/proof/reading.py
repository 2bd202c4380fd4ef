"""A second reading of the facts of a child, written from the papers and not from the law's own code.

It looks at what was recorded (orders, powers, consents, authority, petitions) and at the numbers of the
papers: it knows no edition, so a changed length or rule shows as a difference. Moments are UTC, days
are days in Amsterdam. The parts stand in ``ages``, ``agreeing`` and ``ruling``.
"""

from __future__ import annotations

from datetime import datetime

from states.consents.consent import Purpose
from states.facts import ChildFile, PetitionKind, RaadStage
from states.orders.order import Measure, MeasureKind, OrderKind
from states.position import State
from states.proof.ages import A_WORKING_WEEK, AGES, BANDS, band, day_of, holders, midnight, minor, turns
from states.proof.agreeing import complete, counts, required, some_help, yes
from states.proof.ruling import SUPERVISIONS, WHOLE, law_end, measures, named, placed, placement_end, secure, suspended

__all__ = [
    "AGES",
    "A_WORKING_WEEK",
    "BANDS",
    "SUPERVISIONS",
    "WHOLE",
    "asked",
    "band",
    "complete",
    "counts",
    "day_of",
    "decided",
    "holders",
    "law_end",
    "measures",
    "midnight",
    "minor",
    "named",
    "placed",
    "placement_end",
    "required",
    "secure",
    "some_help",
    "stands",
    "suspended",
    "turns",
    "yes",
]


def asked(child: ChildFile, at: datetime) -> bool:
    """Whether a petition for a new measure waits (00-A, step 2)."""
    new = (PetitionKind.MEASURE, PetitionKind.SUSPENSION, PetitionKind.TERMINATION)
    return any(p.kind in new and (p.granted_from is None or at < p.granted_from) for p in child.petitions)


def stands(child: ChildFile, at: datetime) -> State:
    """st(F): where a child stands, from its facts alone (00-A, 2.1); who died stands nowhere else (TR-78)."""
    if child.died is not None:
        return State.CLOSED
    held = measures(child, at)
    if held:
        return _in_measure(child, held[0], at)
    if child.state in (State.NONE, State.CLOSED):
        return child.state
    if minor(child, at):
        if asked(child, at):
            return State.PETITIONED
        if child.raad is not None:
            return State.REQUESTED if child.raad is RaadStage.REQUESTED else State.INVESTIGATING
    return _free(child, at)


def _in_measure(child: ChildFile, measure: Measure, at: datetime) -> State:
    if measure.kind is MeasureKind.SUPERVISION:
        return State.SUPERVISION_WITH_PLACEMENT if placed(child, at) else State.SUPERVISION
    return {
        MeasureKind.PROVISIONAL_SUPERVISION: State.PROVISIONAL_SUPERVISION,
        MeasureKind.PROVISIONAL_GUARDIANSHIP: State.PROVISIONAL_GUARDIANSHIP,
        MeasureKind.GUARDIANSHIP: State.GUARDIANSHIP,
        MeasureKind.TEMPORARY_GUARDIANSHIP: State.TEMPORARY_GUARDIANSHIP,
    }[measure.kind]


def _free(child: ChildFile, at: datetime) -> State:
    young = minor(child, at)
    until = midnight(turns(child.born, 23)) if child.born else None
    over = until is not None and at >= until
    if child.help is None or over or not complete(child, Purpose.HELP, at, child.help.name):
        return State.ASSESSMENT if young else State.CLOSED
    explicit = complete(child, Purpose.HELP, at, child.help.name, explicit=True)
    if not young or child.regie is None or not explicit or not complete(child, Purpose.INTENSIVE_HELP, at):
        return State.HELP
    return State.GI_LED if child.regie.lead.value == "gi" else State.TEAM_LED


def decided(child: ChildFile) -> bool:
    """Whether a court ever gave an order that grants a measure."""
    grants = (
        OrderKind.PROVISIONAL_SUPERVISION,
        OrderKind.SUPERVISION,
        OrderKind.SUPERVISION_EXTENSION,
        OrderKind.PROVISIONAL_GUARDIANSHIP,
        OrderKind.GUARDIANSHIP,
        OrderKind.TEMPORARY_GUARDIANSHIP,
        OrderKind.GRANTED_ON_APPEAL,
    )
    return any(order.kind in grants or order.grants in grants for order in child.orders)
