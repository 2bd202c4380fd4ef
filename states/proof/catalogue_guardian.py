"""Events about authority and guardianship, and about which GI holds a measure."""

from __future__ import annotations

from typing import Any

from states import commands as c
from states.orders.order import OrderKind
from states.people import Role
from states.proof import able, cast
from states.proof.catalogue_court import BEYOND, QUARTER, TV, VG, VV, WEEKS, YEAR, court, held, lighter, plain
from states.proof.catalogue_voluntary import GI, TODAY, say
from states.proof.event import By, Event

_UNFIT: dict[str, Any] = {"ground": "unfit", "accepted": "bereid", "sent_on": TODAY}
_VACANT: dict[str, Any] = {"ground": "vacant", "accepted": "bereid", "sent_on": TODAY}
_OMA = ({"holder": cast.OMA, "kind": "guardian"},)

GUARDIAN_EVENTS: tuple[Event, ...] = (
    court("guardianship", VG, **_UNFIT),
    court("guardianship because nobody has authority", VG, when=plain, **_VACANT),
    court("guardianship of another GI", VG, when=plain, **_UNFIT | {"gi": cast.GI_B}),
    court("guardianship to a person", VG, gi=None, authority=_OMA, sent_on=TODAY),
    court("provisional guardianship", VV, WEEKS, **_UNFIT),
    court("provisional guardianship for longer than the law allows", VV, BEYOND, **_UNFIT),
    court("provisional guardianship because nobody has authority", VV, BEYOND, when=plain, **_VACANT),
    court("provisional guardianship over medical care", VV, QUARTER, when=lighter, scope="medisch", **_UNFIT),
    court("provisional guardianship, not heard", VV, QUARTER, when=plain, heard=False, **_UNFIT),
    court("temporary guardianship", TV, YEAR, sent_on=TODAY),
    court("guardianship ended", OrderKind.GUARDIANSHIP_ENDED, ends=True, sent_on=TODAY),
    court("trial before authority goes back", OrderKind.RESTORATION_TRIAL, YEAR, when=plain),
    court("authority to one parent", OrderKind.AUTHORITY_CHANGED, when=plain, authority=({"holder": cast.ANNA},)),
    court("another GI", OrderKind.GI_REPLACED, when=plain, gi=cast.GI_B),
    court("another place for the child", OrderKind.RESIDENCE_CONSENTED, when=plain),
    court("OTS from another case", "supervision", YEAR, when=plain, given_in="echtscheiding"),
    Event(
        "another organisation abroad holds the measure",
        By.WORKER,
        (say(c.HandOverMeasure, GI, organisation="Jugendamt", confirmation="brief"),),
        held,
        needs=("organisation", "confirmation"),
        may=frozenset({Role.GI}),
        able=able.handed_over,
        ends=True,
    ),
)
"""What a court decides about authority, and who holds a measure."""
