"""Rows of what happens beside a measure: adjournment, petitions taken back, secure help, appeal, correction.

TR-32, 33, 68, 74, 75, 82 and 83 (domain 3, as amended in 00-C, L2 and L5).
"""

from __future__ import annotations

from states.moves.move import Move, Need
from states.moves.rows.court import BEFORE, LANDINGS, M2, M3, ORDER, STARTS, TOLD
from states.people import Role
from states.position import INTENSIVE, MEASURE, RAAD, VOLUNTARY, State

_EVERYWHERE = (*VOLUNTARY, *RAAD, *MEASURE, State.CLOSED)
_RECORDERS = frozenset(
    {Role.LOCAL_TEAM, Role.COLLEGE, Role.PROVIDER, Role.GI, Role.VEILIG_THUIS, Role.RAAD, Role.SUPERVISOR}
)

BESIDE_MOVES: tuple[Move, ...] = (
    Move(
        id="TR-32",
        title="het verzoek aan de rechter is ingetrokken of niet-ontvankelijk",
        triggers=("order.inadmissible", "withdraw_petition"),
        sources=(State.PETITIONED,),
        targets=tuple(s for s in LANDINGS if s not in MEASURE),
        stays=True,
        who=STARTS | {Role.RAAD, Role.PARENT, Role.CARETAKER, Role.OM},
        guards=("withdrawn_by_petitioner",),
        lands=True,
        court=True,
        notices=(*TOLD, "Rd"),
        basis="landing 00-A; 00-C",
    ),
    Move(
        id="TR-33",
        title="de rechter houdt de beslissing aan",
        triggers=("order.adjourned",),
        sources=(State.PETITIONED,),
        targets=(),
        same=True,
        who=STARTS,
        needs=ORDER,
        court=True,
        notices=(*TOLD, "Rd"),
        basis="00-C; NX-16",
    ),
    Move(
        id="TR-68",
        title="machtiging gesloten jeugdhulp gaat in of eindigt",
        triggers=("order.secure_placement", "secure_ends", "end_secure"),
        sources=_EVERYWHERE,
        targets=(),
        same=True,
        extra=((M2, M3), (M3, M2), (State.NONE, State.ASSESSMENT), (State.CLOSED, State.ASSESSMENT)),
        who=STARTS | {Role.GI, Role.PROVIDER},
        guards=("ends_secure_help",),
        court=True,
        notices=("O", "J", "L", "C", "GI"),
        basis="Jw 6.1.2-6.1.12 [K: tekst van voor 2024]; BW 1:265b lid 3; 00-E L2",
    ),
    Move(
        id="TR-74",
        title="het hof vernietigt de beslissing",
        triggers=("order.annulled",),
        sources=MEASURE,
        targets=LANDINGS,
        stays=True,
        who=STARTS,
        needs=ORDER,
        lands=True,
        court=True,
        notices=(*TOLD, "Rd", "PZ"),
        basis="Rv 806 [K: gevolg voor eerdere handelingen]; landing 00-A",
    ),
    Move(
        id="TR-75",
        title="het hof wijst alsnog toe",
        triggers=("order.granted_on_appeal", "order.annulled"),
        sources=(*BEFORE, *MEASURE),
        targets=MEASURE,
        stays=True,
        who=STARTS,
        needs=ORDER,
        court=True,
        notices=(*TOLD, "Rd", "PZ"),
        basis="BW 1:255 e.v.; Rv 806 [K]",
    ),
    Move(
        id="TR-82",
        title="herstel van een verkeerd vastgelegde beschikking, toestemming of overlijden",
        triggers=("correct",),
        sources=(*VOLUNTARY, *RAAD, *MEASURE),
        targets=LANDINGS,
        stays=True,
        extra=(
            *((state, state) for state in (*INTENSIVE, State.CLOSED)),
            *((State.CLOSED, target) for target in LANDINGS if target is not State.CLOSED),
        ),
        who=_RECORDERS,
        needs=(
            Need("second", "de tweede persoon die het heeft nagekeken", "00-C TR-82"),
            Need("reason", "wat er verkeerd was vastgelegd", "00-C TR-82"),
        ),
        guards=("four_eyes",),
        lands=True,
        notices=TOLD,
        basis="00-C; AVG 16 [K]",
    ),
    Move(
        id="TR-83",
        title="hoger beroep schorst de werking, of de werking komt terug",
        triggers=("order.suspended", "order.confirmed", "appeal"),
        sources=(*VOLUNTARY, *RAAD, *MEASURE),
        targets=(),
        extra=tuple(
            (source, target)
            for source in (*VOLUNTARY, *RAAD, *MEASURE)
            for target in LANDINGS
            if source is not target and (source in MEASURE or target in MEASURE)
        ),
        who=STARTS,
        lands=True,
        court=True,
        notices=(*TOLD, "Rd", "PZ"),
        basis="Rv 360 lid 1-2 [K: tekst van 2010]; 00-E L5",
    ),
)
"""The rows, in the order of their numbers."""
