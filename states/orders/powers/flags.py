"""What the record of an order lacks or shows (00-B); none of it blocks."""

from __future__ import annotations

from states.facts import ChildFile, PetitionKind
from states.orders.order import MEASURE_OF, Enforceable, Order, OrderForm, OrderKind
from states.position import GUARDED, State
from states.refusal import Flag
from states.terms.calendar import local_day
from states.work.certificate import certificate_flags

_NO_END = frozenset({OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP})
_FIRST = frozenset({OrderKind.SUPERVISION, OrderKind.PROVISIONAL_SUPERVISION})


def content_flags(child: ChildFile, order: Order) -> list[Flag]:
    """Everything about an order that somebody has to look at."""
    grants = order.kind in MEASURE_OF
    inherits = order.kind is OrderKind.SUPERVISION_EXTENSION and bool(child.measures)
    found: list[tuple[bool, str, str, str]] = [
        (
            order.number_follows and order.form is OrderForm.WRITTEN,
            "invariant-3",
            "Het zaaknummer ontbreekt nog.",
            "invariant 3",
        ),
        (
            local_day(order.pronounced) != order.date,
            "invariant-3/date",
            "De dag van de beschikking en het moment van uitspreken verschillen.",
            "invariant 3",
        ),
        (
            grants and not order.gi and not inherits,
            "invariant-3/gi",
            "De beschikking noemt geen GI. Niemand mag de maatregel nu uitvoeren.",
            "BW 1:255 lid 1",
        ),
        (
            grants and order.end is None and order.kind not in _NO_END,
            "invariant-3/end",
            "De beschikking noemt geen einddatum. Het systeem rekent met de langste termijn.",
            "BW 1:255 lid 4, 258",
        ),
        (
            grants and order.enforceable is Enforceable.UNKNOWN,
            "L5",
            "Onbekend is of de beschikking uitvoerbaar bij voorraad is.",
            "Rv 360 lid 1-2",
        ),
        (
            order.kind in _FIRST
            and child.state not in (State.PETITIONED, *GUARDED)
            and not child.measures
            and order.sibling is None
            and child.pending(PetitionKind.MEASURE) is None,
            "00-C/voorfase",
            "De fase voor de beschikking is niet geregistreerd.",
            "00-C",
        ),
        (
            order.kind is OrderKind.REFUSED and not child.petitions,
            "TR-45/petition",
            "Er was geen verzoek bekend dat is afgewezen.",
            "BW 1:255",
        ),
        (
            order.kind is OrderKind.ADJOURNED and order.end is None,
            "TR-33/until",
            "De rechter noemt geen dag waarop het verder gaat (pro forma). Vraag ernaar.",
            "00-C TR-33",
        ),
        (
            order.kind is OrderKind.ADJOURNED and order.conditions,
            "NX-16",
            (
                "Aan het aanhouden zijn voorwaarden verbonden. Zij geven niemand bevoegdheid: "
                "het kader verandert niet, en het gezin mag nee zeggen."
            ),
            "00-C NX-16",
        ),
    ]
    flags = [Flag(rule=rule, text=text, source=source) for hit, rule, text, source in found if hit]
    return [*flags, *certificate_flags(child.work.certificates, order.gi, order.date)]
