"""An invented child in each state, so that the acts of a state can be asked of ``may`` without a case."""

from __future__ import annotations

from datetime import datetime, timedelta

from states.consents.consent import Lead
from states.facts import ChildFile, RaadStage, Regie, Residence
from states.orders.order import Measure, MeasureKind, Placement
from states.orders.secure import Secure
from states.people import Authority
from states.position import RAAD, State
from states.rights.reader import Reader
from states.terms.calendar import local_day

_KINDS: dict[State, MeasureKind] = {
    State.PROVISIONAL_SUPERVISION: MeasureKind.PROVISIONAL_SUPERVISION,
    State.SUPERVISION: MeasureKind.SUPERVISION,
    State.SUPERVISION_WITH_PLACEMENT: MeasureKind.SUPERVISION,
    State.PROVISIONAL_GUARDIANSHIP: MeasureKind.PROVISIONAL_GUARDIANSHIP,
    State.GUARDIANSHIP: MeasureKind.GUARDIANSHIP,
    State.TEMPORARY_GUARDIANSHIP: MeasureKind.TEMPORARY_GUARDIANSHIP,
}
_AGES = {Reader.YOUTH_12: 13, Reader.YOUTH_16: 16}
_GI = "gi"
PERSONS: dict[Reader, str] = {
    Reader.PARENT_WITH: "parent",
    Reader.PARENT_WITHOUT: "other",
    Reader.YOUTH_12: "child",
    Reader.YOUTH_16: "child",
}
"""Who each reader is around the invented child."""


def example(state: State, reader: Reader, at: datetime, *, secure: bool = False) -> ChildFile:
    """A child in a state at a moment (UTC), of an age that fits the reader; a parent's child is eight.

    ``secure``: with an authorisation for secure youth help besides.

    Raises:
        ValueError: ``NONE`` is no place where a child stands.
    """
    if state is State.NONE:
        raise ValueError("no child stands nowhere")
    begun = at - timedelta(days=1)
    kind = _KINDS.get(state)
    away = state is State.SUPERVISION_WITH_PLACEMENT
    ward = kind is not None and kind.value.endswith("guardianship")
    return ChildFile(
        id=PERSONS[Reader.YOUTH_12],
        born=local_day(at) - timedelta(days=366 * _AGES.get(reader, 8) + 30),
        state=state,
        since=begun,
        authority=() if ward else (Authority(holder=PERSONS[Reader.PARENT_WITH]),),
        measures=(Measure(order="m", kind=kind, gi=_GI, start=begun),) if kind else (),
        placements=(Placement(order="p", place="pleeggezin", start=begun),) if away else (),
        secures=(Secure(order="g", start=begun, on_consent=kind is None),) if secure else (),
        regie=Regie(lead=Lead.GI, person="worker", organisation=_GI) if state is State.GI_LED else None,
        raad=RaadStage.INVESTIGATING if state in RAAD else None,
        residence=Residence.AWAY if away or ward else Residence.HOME,
    )
