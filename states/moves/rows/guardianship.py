"""Rows to, between and out of guardianships, and changes of who holds a measure (domain 3.3 to 3.5).

As amended in 00-B, 00-C and L3, L4, L6, L7; where one row would repeat another, see ADR 0012.
"""

from __future__ import annotations

from states.moves.move import Move, Need
from states.moves.rows.court import LANDINGS, M2, M3, ORDER, STARTS, TOLD
from states.moves.rows.voluntary import OPEN
from states.people import Role
from states.position import MEASURE, RAAD, SUPERVISED, VOLUNTARY, State

M4, M5, M6 = State.PROVISIONAL_GUARDIANSHIP, State.GUARDIANSHIP, State.TEMPORARY_GUARDIANSHIP
LANDED = (State.ASSESSMENT, State.HELP, State.REQUESTED, State.INVESTIGATING)
_ACCEPTED = (*ORDER, Need("order.accepted", "de bereidverklaring van de GI", "BW 1:280 onder b, 1:302"))
_TO_PERSON = tuple(s for s in LANDINGS if s not in (M4, M5, M6))
"""Where a child can be when a GI is no longer its guardian; closed, when nothing else is left."""

GUARDIANSHIP_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-50",
        title="schorsing van gezag of voorlopige voogdij",
        triggers=("order.provisional_guardianship", "order.maintained"),
        sources=(State.NONE, *OPEN, State.CLOSED),
        targets=(M4,),
        stays=True,
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=TOLD,
        basis="BW 1:268, 1:241; Rv 800 lid 3 [K]; 00-E L6, L7",
    ),
    Move(
        id="TR-51",
        title="van voorlopige voogdij naar voogdij",
        triggers=("order.guardianship",),
        sources=(M4,),
        targets=(M5,),
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=TOLD,
        basis="BW 1:266, 1:275, 1:280, 1:295",
    ),
    Move(
        id="TR-57",
        title="voogdij vanuit het vrijwillig kader",
        triggers=("order.guardianship",),
        sources=(State.NONE, *VOLUNTARY, *RAAD),
        targets=(M5,),
        selects=("ends_no_authority",),
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=TOLD,
        basis="BW 1:295, 1:266, 1:280; 00-C",
    ),
    Move(
        id="TR-53",
        title="gezagsbeëindiging",
        triggers=("order.guardianship", "order.guardian_named"),
        sources=(State.PETITIONED, *SUPERVISED),
        targets=(M5,),
        extra=(
            *((State.PETITIONED, to) for to in LANDED),
            *((held, held) for held in (M2, M3)),
        ),
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=TOLD,
        basis="BW 1:266, 1:274, 1:275, 1:280, 1:302",
    ),
    Move(
        id="TR-55",
        title="tijdelijke voogdij door een GI",
        triggers=("order.temporary_guardianship",),
        sources=(State.NONE, *VOLUNTARY, *RAAD, *SUPERVISED, State.CLOSED),
        targets=(M6,),
        who=STARTS,
        needs=ORDER,
        court=True,
        notices=TOLD,
        basis="BW 1:253r, 1:296, 1:297",
    ),
    Move(
        id="TR-56",
        title="einde van de tijdelijke voogdij",
        triggers=("order.guardianship", "order.guardianship_ended", "order.guardian_named"),
        sources=(M6,),
        targets=(M5, *_TO_PERSON),
        who=STARTS,
        needs=ORDER,
        lands=True,
        court=True,
        notices=TOLD,
        basis="BW 1:297 lid 3, 1:277, 1:281",
    ),
    Move(
        id="TR-67",
        title="andere voogd: een andere GI",
        triggers=("order.guardianship", "order.gi_replaced"),
        sources=(M5,),
        targets=(),
        same=True,
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=("O", "J", "C"),
        basis="BW 1:281, 1:299a, 1:302",
    ),
    Move(
        id="TR-76",
        title="gezag hersteld",
        triggers=("order.guardianship_ended",),
        sources=(M5,),
        targets=_TO_PERSON,
        who=STARTS,
        needs=ORDER,
        lands=True,
        court=True,
        notices=("O", "J", "C"),
        basis="BW 1:277, 1:278, 1:253p",
    ),
    Move(
        id="TR-77",
        title="voogdij naar een natuurlijke persoon",
        triggers=("order.guardian_named",),
        sources=(M5,),
        targets=tuple(s for s in _TO_PERSON if s is not State.ASSESSMENT),
        who=STARTS,
        needs=ORDER,
        lands=True,
        court=True,
        notices=("O", "J", "PZ", "C"),
        basis="BW 1:275 lid 3, 1:282, 1:299a, 1:281",
    ),
    Move(
        id="TR-81",
        title="voogdij na afsluiting",
        triggers=("order.guardianship",),
        sources=(State.CLOSED,),
        targets=(M5,),
        who=STARTS,
        needs=_ACCEPTED,
        court=True,
        notices=TOLD,
        basis="BW 1:266, 1:295, 1:280; ADR 0012",
    ),
)
"""Rows about who is guardian."""

HOLDING_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-64",
        title="vervanging van de GI",
        triggers=("order.gi_replaced",),
        sources=SUPERVISED,
        targets=(),
        same=True,
        who=STARTS,
        needs=ORDER,
        court=True,
        notices=("O", "J", "C", "C'", "GI", "GI'"),
        basis="BW 1:259",
    ),
    Move(
        id="TR-65",
        title="wijziging van verblijf",
        triggers=("change_residence", "order.residence_consented", "order.residence_kept"),
        sources=(M3,),
        targets=(),
        same=True,
        who=STARTS | {Role.GI},
        guards=("gi_of_title", "residence_decision", "within_kind_of_place", "carers_of_a_year"),
        court=True,
        notices=("O", "J", "PZ"),
        basis="BW 1:265b, 1:265i; 00-E L9",
    ),
    Move(
        id="TR-66",
        title="verhuizing tijdens een maatregel",
        triggers=("relocate",),
        sources=MEASURE,
        targets=(),
        same=True,
        who=frozenset({Role.COLLEGE, Role.GI}),
        guards=("another_municipality", "municipality_of_residence"),
        notices=("C", "C'", "GI"),
        basis="Jw 1.1 woonplaats (sinds 2022)",
    ),
    Move(
        id="TR-66b",
        title="maatregel over naar een andere organisatie",
        triggers=("hand_over_measure",),
        sources=MEASURE,
        targets=(State.CLOSED,),
        who=frozenset({Role.GI}),
        needs=(
            Need("organisation", "welke organisatie de maatregel nu uitvoert", "00-C TR-66b"),
            Need("confirmation", "de beschikking, of de bevestiging van die organisatie", "00-C TR-66b; BW 1:259"),
        ),
        guards=("gi_of_title",),
        notices=("O", "J", "C", "GI"),
        basis="BW 1:259; 00-C",
    ),
)
"""Rows about who holds a measure, and where the child lives under it."""
